"""Facts of the running text: the fewest words of the report that answer, or nothing.

Sentences of the best passages are scored by how much of the question they say (rare words count more, a neighbour and the
heading help), by nearness in meaning, and by whether they hold what the question word asks for: a person or body for
"who", a date for "when", a figure for "how many". Below a floor nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tieout.ask.draft import Draft
from tieout.ask.answer import Nearest
from tieout.ask.focus import content_terms, focus_text
from tieout.ask.plan import Intent, PlanEntity
from tieout.ask.ports import Found
from tieout.ask.question import Measure, Reading
from tieout.ask.scope import short_names
from tieout.ask.sentences import LONGEST, Sentence, part, split
from tieout.ask.spans import FIGURES, Wanted, find_span, wanted_kind
from tieout.ask.view import View
from tieout.ask.words import Term, terms
from tieout.model import AnswerStatus
from tieout.text import collapse, fold

_REFERS = re.compile(
    r"(?:It|Its|They|Their|This|These|He|She|The (?:committee|council|board|team|plan|system|initiative|survey))\b"
)
_PASSAGES = 12
_COMPARED = 8
_EASY, _RUN_ON = 35, 0.004
FLOOR = 0.56
"""The least score at which a sentence may answer."""
SAID = 0.50
"""The least share of the question's content that the sentence and its surroundings must say."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence with its score, the share of the question it says, and what it leaves unsaid."""

    sentence: Sentence
    found: Found
    score: float
    said: float
    unsaid: tuple[str, ...]
    nearness: float


class Narrative:
    """Answers from running text over one view."""

    def __init__(self, view: View) -> None:
        self._view = view

    def answer(self, reading: Reading, *, within: Sequence[Found] = (), strict: bool = False) -> Draft | None:
        """A draft, or None where no sentence is good enough.

        Args:
            reading: the question.
            within: passages to look in; those of retrieval where none are given.
            strict: a figure is asked for that no table has: only a sentence that says nearly all may answer.
        """
        ranked = self.rank(reading, within)
        if not ranked:
            return None
        kind = wanted_kind(reading)
        best = ranked[0]
        if not self._enough(best, reading, kind, strict=strict):
            return None
        return self._draft(best, ranked, reading, kind)

    def nearest(self, reading: Reading) -> tuple[Nearest, ...]:
        """The closest thing that is there."""
        ranked = self.rank(reading, ())
        return tuple(
            Nearest(_shorten(s.sentence.text, 30), s.sentence.passage.page, s.sentence.passage.quote)
            for s in ranked[:1]
        )

    def rank(self, reading: Reading, within: Sequence[Found]) -> list[Scored]:
        """Sentences, best first."""
        view = self._view
        names = [n for o in view.organizations for n in short_names(o)]
        focus = focus_text(reading.folded, names)
        content = narrative_terms(focus, reading)
        if not content:
            return []
        passages = list(within) or list(view.ports.retrieval.search(reading.text, _PASSAGES, view.reports))
        passages = [f for f in passages if not _on_index(f, view)]
        kind = wanted_kind(reading)
        rough: list[tuple[float, float, tuple[str, ...], Sentence, Found]] = []
        weight = view.linker.weight
        total = sum(weight(q) for q in content) or 1.0
        key = _key(content, kind)
        for rank, found in enumerate(passages):
            pieces = split(found.passage, found.text)
            spoken = [terms(s.text) for s in pieces]
            heading = terms(" ".join(found.trail[-2:]))
            for i, sentence in enumerate(pieces):
                if _in_table(sentence, view):
                    continue
                own = [q for q in content if any(q.matches(t) for t in spoken[i])]
                refers = i > 0 and _REFERS.match(sentence.text) is not None
                said = sum(weight(q) for q in own)
                near: list[Term] = []
                for terms_near, share in (
                    (spoken[i - 1] if i else (), 0.9 if refers else 0.5),
                    (spoken[i + 1] if i + 1 < len(pieces) else (), 0.4),
                    (heading, 0.5),
                    (spoken[i - 2] if i > 1 else (), 0.35),
                ):
                    more = [
                        q for q in content if q not in own and q not in near and any(q.matches(t) for t in terms_near)
                    ]
                    said += share * sum(weight(q) for q in more)
                    near += more
                said /= total
                if key is not None and key not in own:
                    said *= _WITHOUT_KEY
                run_on = max(0, len(sentence.text.split()) - _EASY) * _RUN_ON
                fits = 0.12 if find_span(sentence.text, kind, content) is not None else 0.0
                unsaid = tuple(q.text for q in content if q not in own and q not in near)
                rough.append((said + fits - min(0.2, run_on) + 0.06 / (1 + rank), said, unsaid, sentence, found))
        rough.sort(key=lambda r: (-r[0], r[3].passage.page, r[3].passage.start))
        top = rough[:_COMPARED]
        near_scores = (
            view.ports.retrieval.similarity(reading.text, [_shorten(r[3].text, LONGEST) for r in top]) if top else []
        )
        scored = [
            Scored(sentence, found, 0.6 * score + 0.4 * nearness, said, unsaid, nearness)
            for (score, said, unsaid, sentence, found), nearness in zip(top, near_scores, strict=True)
        ]
        return sorted(scored, key=lambda s: (-s.score, s.sentence.passage.page, s.sentence.passage.start))

    def _enough(self, best: Scored, reading: Reading, kind: Wanted, *, strict: bool) -> bool:
        if strict and (best.said < 0.8 or kind not in FIGURES):
            return False
        if best.score < FLOOR or best.said < SAID:
            return False
        if kind is Wanted.YES_NO and best.said < 0.7:
            return False
        if any(name in best.unsaid for name in _proper_names(reading)):
            return False
        if any(
            year not in best.sentence.passage.quote
            and year != best.found.passage.report[-4:]
            and year != self._view.period
            for year in reading.years
        ):
            return False
        return (
            kind is Wanted.ANY
            or kind is Wanted.YES_NO
            or find_span(best.sentence.text, kind, terms(focus_text(reading.folded, ()))) is not None
        )

    def _draft(self, best: Scored, ranked: Sequence[Scored], reading: Reading, kind: Wanted) -> Draft:
        text = best.sentence.text
        content = terms(focus_text(reading.folded, ()))
        span = find_span(text, kind, content)
        short = span or _shorten(text, 40)
        passage = best.sentence.passage
        if len(passage.quote.split()) > LONGEST:
            passage = _around(best.sentence, content)
            text = collapse(passage.quote)
        names = self._view.ports.names
        return Draft(
            status=AnswerStatus.ANSWERED,
            intent=Intent.NARRATIVE,
            text=_shorten(text, 70)
            if kind is not Wanted.YES_NO
            else f"{_verdict(text).capitalize()}: {_shorten(text, 70)}",
            short=f"{_verdict(text)}" if kind is Wanted.YES_NO else short,
            passages=(passage,),
            starts=tuple(names.organization(o) for o in self._view.organizations),
            entities=tuple(PlanEntity("organization", o, names.organization(o)) for o in self._view.organizations),
            unresolved=best.unsaid,
            confidence=best.score,
        )


_WITHOUT_KEY = 0.6


def _key(content: Sequence[Term], kind: Wanted) -> Term | None:
    """The word a sentence must itself say: what "who" does, and what a yes or no is about."""
    if kind not in {Wanted.PERSON, Wanted.YES_NO}:
        return None
    return next((q for q in content if "report_to" in q.concepts), content[0])


def _in_table(sentence: Sentence, view: View) -> bool:
    """Whether a sentence is made of table rows, which answer through their figures."""
    p = sentence.passage
    spans = view.rows.get((p.report, p.page), ())
    covered = sum(max(0, min(b, p.end) - max(a, p.start)) for a, b in spans)
    return covered > 0.25 * (p.end - p.start)


def _on_index(found: Found, view: View) -> bool:
    """Whether a passage is made of index rows: they say where something stands, not what."""
    rows = [
        d.passage for d in view.disclosures
        if d.passage is not None and d.passage.report == found.passage.report and d.passage.page == found.passage.page
    ]  # fmt: skip
    covered = sum(max(0, min(p.end, found.passage.end) - max(p.start, found.passage.start)) for p in rows)
    return covered > 0.5 * (found.passage.end - found.passage.start)


def narrative_terms(focus: str, reading: Reading) -> tuple[Term, ...]:
    """The content of a question about running text, with the reporting line that "to whom does … report" asks for."""
    found = content_terms(focus)
    if reading.has(r"(?:to )?whom\b.{1,80}\breport\b|who\b.{1,80}\breport to"):
        found = (*found, *(t for t in terms("reports to") if t not in found))
    return found


_NEGATIVE = re.compile(r"\b(?:not|no|never|neither|nor|without|none|hasn't|isn't|doesn't|cannot|so far not|not yet)\b")


def _verdict(text: str) -> str:
    return "no" if _NEGATIVE.search(fold(text)) else "yes"


def _proper_names(reading: Reading) -> list[str]:
    """Folded words that the question writes as names: capitals inside the sentence, or all capitals."""
    found = []
    for match in re.finditer(r"(?<=[\w,;:] )([A-Z][\w&.-]*[A-Z][\w&.-]*|[A-Z][a-z]{2,})(?=\W|$)", reading.text):
        found.append(fold(match.group(1)))
    return found


def _shorten(text: str, words: int) -> str:
    parts = text.split()
    return text if len(parts) <= words else " ".join(parts[:words]) + " …"


def _around(sentence: Sentence, content: Sequence[Term]) -> "Passage":  # noqa: F821
    """The stretch of a long sentence with the most of the question in it."""
    quote = sentence.passage.quote
    words = list(re.finditer(r"\S+", quote))
    hits = [1 if any(q.matches(t) for t in terms(w.group()) for q in content) else 0 for w in words]
    width = 45
    best = max(range(max(1, len(words) - width + 1)), key=lambda i: (sum(hits[i : i + width]), -i))
    last = min(len(words), best + width) - 1
    return part(sentence, words[best].start(), words[last].end())


_ = Measure
