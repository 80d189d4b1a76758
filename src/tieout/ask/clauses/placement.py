"""Whether the place that an index names for a clause is the place where its matter is treated."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import replace

from tieout.ask.clauses.linking import ClauseMention
from tieout.ask.clauses.route import Clauses
from tieout.ask.draft import Draft
from tieout.ask.passages.places import leaves_of
from tieout.ask.passages.sentences import split
from tieout.ask.plan import Intent
from tieout.ask.view import View
from tieout.model import AnswerStatus, Clause, Disclosure, Passage, Section
from tieout.text import collapse


def location(clauses: Clauses, mentions: Sequence[ClauseMention], view: View) -> Draft | None:
    """Whether the place that the index names for a clause is the place where its matter is treated."""
    for mention in mentions[:3]:
        row = next((d for d in clauses.rows(mention) if any(x.section for x in d.locations)), None)
        if row is None:
            continue
        cited = set(leaves_of([x.section for x in row.locations if x.section], view))
        found = _treated(mention.clause, row, view)
        if found is None:
            return None
        section, passage = found
        inside = _under(section, cited, view.ports.facts.sections(row.report))
        label = collapse(f"{section.number} {section.title}")
        verdict = "yes" if inside else "no"
        text = f"{verdict.capitalize()}: the index sends {row.code} to {clauses.place(row)}; it is treated in {label} (page {passage.page})."
        draft = clauses.draft(mention, [row], Intent.CONSISTENCY, AnswerStatus.ANSWERED, text, f"{verdict}: {label}")
        heading = _heading(section, row.report, view)
        told = f"index: {clauses.place(row)}; treated in {label}"
        return replace(draft, passages=(*draft.passages, heading, passage), calculation=told)
    return None


def _heading(section: Section, report: str, view: View) -> Passage:
    """The place of a section's heading."""
    text = view.page_text(report, section.page)
    return Passage(report, section.page, section.start, section.end, text[section.start : section.end])


def _treated(clause: Clause, row: Disclosure, view: View) -> tuple[Section, Passage] | None:
    """The section whose heading or text is nearest to what the clause asks, outside the index."""
    sections = view.ports.facts.sections(row.report)
    pages = {d.passage.page for d in view.disclosures if d.passage is not None and d.report == row.report}
    for found in view.ports.retrieval.search(f"{clause.label}. {clause.description}", 6, [row.report]):
        p = found.passage
        at = bisect.bisect_right(sections, (p.page, p.start), key=lambda s: (s.page, s.start)) - 1
        pieces = split(p, found.text)
        if p.page not in pages and at >= 0 and pieces:
            return sections[at], pieces[0].passage
    return None


def _under(section: Section, cited: set[str], sections: Sequence[Section]) -> bool:
    """Whether a section is one of the cited ones or stands below one."""
    parents = {s.id: s.parent for s in sections}
    at: str = section.id
    for _ in range(len(parents) + 1):
        if at in cited:
            return True
        at = parents.get(at, "")
    return False
