"""Questions about clauses of a framework: whether the index lists one, where it points, why one is left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tieout.ask.clauses.asked import (
    ASKS_FOR_PLACE,
    CONTENT,
    FIGURE_ASKED,
    HELD_BY,
    INDEX_ASKED,
    PLACE_ASKED,
    REASON,
    STATUS,
    STATUS_ASKED,
    WHERE,
    WHICH_CLAUSE,
)
from tieout.ask.clauses.codes import asks_absence, left_out, named_in_text, neighbours, placeless
from tieout.ask.clauses.datapoints import datapoint, lettered
from tieout.ask.clauses.led import goes_on, reads_row
from tieout.ask.clauses.linking import ClauseMention, clause_entity, find_mentions
from tieout.ask.clauses.told import told_in_part, told_of_row
from tieout.ask.clauses.without_index import without_index
from tieout.ask.draft import Draft
from tieout.ask.facts.kinds import asked_kinds
from tieout.ask.passages.row_text import told_in_row
from tieout.ask.plan import Intent, PlanEntity
from tieout.ask.view import View
from tieout.ask.wording.focus import STANCE
from tieout.ask.wording.question import Reading
from tieout.model import AnswerStatus, Disclosure, DisclosureStatus, Passage
from tieout.text import collapse, fold


class Clauses:
    """Answers clause questions over one view."""

    def __init__(self, view: View) -> None:
        self._view = view

    def mentions(self, reading: Reading) -> list[ClauseMention]:
        """The clauses a question names, by code or, when it speaks of an index, by description."""
        return find_mentions(reading, self._view)

    def wants_content(self, reading: Reading, mentions: Sequence[ClauseMention]) -> bool:
        """Whether the question goes on from the index row to what stands at its place."""
        if reads_row(reading, mentions):
            return True
        if PLACE_ASKED.search(reading.folded) is not None:
            return False
        if mentions[0].by_code and goes_on(reading.folded, mentions[-1]):
            return True
        if REASON.search(reading.folded) is not None:
            return False
        if WHICH_CLAUSE.search(reading.folded) is not None and not mentions[0].by_code:
            return False
        if mentions[0].by_code and FIGURE_ASKED.search(reading.folded) is not None:
            return True
        if STATUS_ASKED.search(reading.folded) is not None:
            return False
        thing = [k for k in asked_kinds(reading) if k not in {"standard", "topic"}]
        return bool(thing) or CONTENT.search(reading.folded) is not None

    def answer(self, reading: Reading, mentions: Sequence[ClauseMention]) -> Draft | None:
        """A draft about the first clause named, or None where the question is not about its index row."""
        if not mentions:
            return None
        mention = mentions[0]
        if WHICH_CLAUSE.search(reading.folded) and not mention.by_code:
            return self._which(mentions)
        rows = self.rows(mention)
        asks = reading.yes_no or any(p.search(reading.folded) for p in (STATUS, WHERE, REASON))
        if not rows and not mention.by_code and not asks:
            return None  # "which four ESRS topics" asks of no clause whose description is near
        if not rows:
            return self._not_listed(mention, reading)
        narrowed = datapoint(rows[0], reading) or lettered(rows[0], reading)
        row = narrowed or rows[0]
        rows = [row, *rows[1:]]
        if row.status is DisclosureStatus.STATED_ABSENT:
            return self._absent(mention, row, reading)
        if WHERE.search(reading.folded):
            return self._where(mention, rows)
        if REASON.search(reading.folded) and row.explanation:
            return self._absent(mention, row, reading)
        told = told_in_row(row, self._view) if STANCE.search(reading.folded) is not None else None
        if told is not None:
            text = collapse(told.quote)
            draft = self.draft(mention, [row], Intent.CLAUSE_EVIDENCE, AnswerStatus.ANSWERED, text, text)
            return replace(draft, passages=(told,))
        if reading.yes_no and (part := told_in_part(mention, row, reading, self._view)) is not None:
            return part
        if reading.yes_no and HELD_BY.search(reading.folded) is not None:
            return told_of_row(mention, row, reading, self._view)
        if STATUS.search(reading.folded) or reading.yes_no or narrowed is not None:
            return self._listed(mention, row, reading)
        return None

    def rows(self, mention: ClauseMention) -> list[Disclosure]:
        """The index rows of a clause; of a whole standard or aspect, the rows below it."""
        code, framework = mention.clause.code, mention.clause.framework
        indexed = [
            d
            for d in self._view.disclosures
            if d.framework == framework and d.indexed and d.status is not DisclosureStatus.NOT_FOUND
        ]
        own = [
            d
            for d in indexed
            if d.code == code and (not mention.topic_standard or d.topic_standard == mention.topic_standard)
        ]
        if own:
            return sorted(own, key=lambda d: d.passage is None)
        bare = code.removeprefix("GRI ")
        return [d for d in indexed if d.code.startswith((f"{bare}-", f"{bare}.", f"{bare}("))]

    def _listed(self, mention: ClauseMention, row: Disclosure, reading: Reading) -> Draft:
        partial = row.status is DisclosureStatus.PARTIAL
        state = "partly disclosed" if partial else "disclosed"
        where = f"; the index points to {self.place(row)}" if self.place(row) else ""
        if reading.yes_no and not where and ASKS_FOR_PLACE.search(reading.folded) is not None:
            text = f"No: the index lists {row.code} without naming a place."
            return self.draft(mention, [row], Intent.CLAUSE_STATUS, AnswerStatus.ANSWERED, text, "no, without a place")
        verdict = "No" if asks_absence(reading) else "Yes"
        yes = f"{verdict}: " if reading.yes_no else ("Not left out: " if REASON.search(reading.folded) else "")
        notes = [f"The index adds: {row.explanation}"] if row.explanation else []
        return self.draft(
            mention,
            [row],
            Intent.CLAUSE_STATUS,
            AnswerStatus.ANSWERED,
            f"{yes}{row.code} is {state}{where}.",
            f"{verdict.lower()}, {state}" if reading.yes_no else state,
            notes=notes,
        )

    def _where(self, mention: ClauseMention, rows: Sequence[Disclosure]) -> Draft:
        row = rows[0]
        place = self.place(row)
        if not place:
            return self.draft(
                mention, [row], Intent.CLAUSE_EVIDENCE, AnswerStatus.ANSWERED,
                f"The index lists {row.code} without naming a place.", "listed without a place",
            )  # fmt: skip
        printed = (
            f" (printed: {collapse(row.references)})"
            if fold(row.references) not in fold(place) and row.references
            else ""
        )
        text = f"{place}: the index entry of {row.code} points there{printed}."
        return self.draft(mention, [row], Intent.CLAUSE_EVIDENCE, AnswerStatus.ANSWERED, text, place)

    def _absent(self, mention: ClauseMention, row: Disclosure, reading: Reading) -> Draft:
        reason = collapse(row.explanation)
        head = (
            f"{row.code} is not applicable or left out"
            if not reason
            else f"{row.code} is left out, with the reason: {reason}"
        )
        printed = row.passage.quote if row.passage is not None else ""
        word = "not applicable" if re.search(r"not applicable|n/a", fold(printed)) else "omitted"
        asks_reason = REASON.search(reading.folded) is not None and reason
        verdict = left_out(reading).lower()
        short = reason if asks_reason else (f"{verdict}, {word}" if reading.yes_no else word)
        text = f"{f'{verdict.capitalize()}: ' if reading.yes_no and not asks_reason else ''}{word.capitalize() if not asks_reason and not reading.yes_no else word}. {head}"
        if asks_reason:
            text = f"{reason.rstrip('.')} (the company's reason for leaving out {row.code})"
        return self.draft(
            mention,
            [row],
            Intent.CLAUSE_REASON if asks_reason else Intent.CLAUSE_STATUS,
            AnswerStatus.STATED_ABSENT,
            text.rstrip(".") + ".",
            short,
            reason=row.explanation,
        )

    def _not_listed(self, mention: ClauseMention, reading: Reading) -> Draft | None:
        tagged = named_in_text(mention, self._view.disclosures)
        if tagged is not None and INDEX_ASKED.search(reading.folded) is None:
            return self._tagged(mention, tagged, reading)
        framework = [
            d
            for d in self._view.disclosures
            if d.framework == mention.clause.framework
            and d.indexed
            and d.passage is not None
            and d.status is not DisclosureStatus.NOT_FOUND
        ]
        if not framework:
            return without_index(mention, reading, self._view)
        bare = next((d for d in self._view.disclosures if placeless(d, mention)), None)
        if bare is not None:
            said = (
                f"The index has a row for {bare.code}, but where its place should stand it prints “{bare.references}”."
            )
            return self.draft(
                mention, [bare], Intent.CLAUSE_STATUS, AnswerStatus.ANSWERED,
                f"{f'{left_out(reading)}: t' if reading.yes_no else 'T'}{said[1:]}",
                f"{f'{left_out(reading).lower()}, ' if reading.yes_no else ''}a row without a place",
            )  # fmt: skip
        before, after = neighbours(mention.clause, framework)
        near = [d for d in (before, after) if d is not None]
        gap = f"the nearest entry is {' and '.join(d.code for d in near)}"
        if before and after:
            gap = f"the index goes from {before.code} to {after.code}"
        verdict = left_out(reading)
        text = f"{verdict}: {mention.clause.code} is not listed in the index; {gap}."
        return self.draft(
            mention, near, Intent.CLAUSE_STATUS, AnswerStatus.ANSWERED, text, f"{verdict.lower()}, not listed"
        )

    def _tagged(self, mention: ClauseMention, row: Disclosure, reading: Reading) -> Draft | None:
        """The page on which the report itself sets the clause's code beside what it tells, outside any index."""
        asked = WHERE.search(reading.folded) or STATUS.search(reading.folded) or reading.yes_no
        if not asked or row.passage is None:
            return None
        verdict = "No" if asks_absence(reading) else "Yes"
        said = f"{row.code} is reported on page {row.passage.page}: {collapse(row.passage.quote)}"
        short = f"page {row.passage.page}" if WHERE.search(reading.folded) else "reported"
        return self.draft(
            mention, [row], Intent.CLAUSE_STATUS, AnswerStatus.ANSWERED,
            f"{f'{verdict}: ' if reading.yes_no else ''}{said.rstrip('.')}.",
            f"{verdict.lower()}, {short}" if reading.yes_no else short,
        )  # fmt: skip

    def _which(self, mentions: Sequence[ClauseMention]) -> Draft | None:
        listed = [(m, rows) for m in mentions[:4] if (rows := self.rows(m))]
        if not listed:
            return None
        mention, rows = listed[0]
        more = ", ".join(m.clause.code for m, _ in listed[1:])
        text = f"{mention.clause.code} ({mention.clause.label})" + (f"; also near: {more}" if more else "")
        return self.draft(mention, rows[:1], Intent.CLAUSE_FOR, AnswerStatus.ANSWERED, f"{text}.", mention.clause.code)

    # --- parts --------------------------------------------------------------------------------------------------------

    def place(self, row: Disclosure) -> str:
        """Where the index points: the deepest sections with their titles, else the pages, else the printed words."""
        sections = {s.id: s for s in self._view.ports.facts.sections(row.report)}
        named = [sections[x.section] for x in row.locations if x.section in sections]
        parents = {s.parent for s in named}
        leaves = [s for s in named if s.id not in parents] or named
        labels = list(dict.fromkeys(collapse(f"{s.number} {s.title}") for s in leaves))
        if labels:
            return "; ".join(labels)
        printed = collapse(row.references.replace("|", "; "))
        if printed.strip("-–—/ "):
            return printed
        return "; ".join(dict.fromkeys(x.printed for x in row.locations if x.printed))

    def reason_passage(self, row: Disclosure) -> Passage | None:
        """The place of the company's reason, where it stands in the row's own passage or on its page."""
        if row.passage is None or not row.explanation:
            return None
        text = self._view.page_text(row.report, row.passage.page)
        told = re.split(r"(?<=[.;])\s", row.explanation)[0]
        pattern = r"[-\s]*".join(re.escape(w) for w in re.findall(r"\w+|[^\w\s]", told)[:60])
        found = re.compile(pattern).search(text, row.passage.start) or re.compile(pattern).search(text)
        return Passage(row.report, row.passage.page, found.start(), found.end(), found.group()) if found else None

    def draft(
        self, mention: ClauseMention, rows: Sequence[Disclosure], intent: Intent, status: AnswerStatus, text: str, short: str,
        *, reason: str = "", notes: Sequence[str] = (),
    ) -> Draft:  # fmt: skip
        """The draft about a clause with the places of these rows, and of the reason where one is told."""
        passages = [d.passage for d in rows if d.passage is not None]
        told = self.reason_passage(rows[0]) if reason and rows else None
        if told is not None and told.quote:
            passages.insert(0, told)
        names = self._view.ports.names
        return Draft(
            status=status,
            intent=intent,
            text=text,
            short=short,
            passages=tuple(passages),
            starts=(names.clause(mention.clause.id), *self._organizations()),
            query=("disclosure", (("disclosure", " ".join(d.iri for d in rows)),)),
            notes=tuple(notes),
            entities=self.entities(mention),
            confidence=mention.score,
        )

    def _organizations(self) -> tuple[str, ...]:
        return tuple(self._view.ports.names.organization(o) for o in self._view.organizations)

    def entities(self, mention: ClauseMention) -> tuple[PlanEntity, ...]:
        """The clause as something that the question names."""
        return (clause_entity(mention, self._view),)
