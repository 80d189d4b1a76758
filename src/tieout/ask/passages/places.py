"""Where an index row leads: the sections it cites, the deepest first, and the passages that stand in them."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from tieout.ask.ports import Found
from tieout.ask.view import View
from tieout.ask.wording.question import Reading
from tieout.model import Disclosure, Passage, Section

_SEARCHED, _KEPT = 1000, 12


def scopes_of(rows: Sequence[Disclosure], view: View) -> tuple[tuple[str, ...], ...]:
    """Ids of the sections that index rows cite, with all below them: first those at the leaves of a reference, then all.

    "3 People, 3.2 Training" leads to 3.2; only what is not there is looked for in the rest of chapter 3.
    """
    cited = tuple(dict.fromkeys(x.section for d in rows for x in d.locations if x.section))
    if not cited:
        return ()
    return tuple(dict.fromkeys((_grown(leaves_of(cited, view), view), _grown(cited, view))))


def leaves_of(cited: Sequence[str], view: View) -> tuple[str, ...]:
    """Of cited sections those that no other cited one stands below: the ends of the references."""
    sections = {s.id: s for report in view.reports for s in view.ports.facts.sections(report)}
    parents = {above for c in cited for above in _above(c, sections)}
    return tuple(c for c in cited if c not in parents) or tuple(cited)


def passages_in(
    rows: Sequence[Disclosure], scopes: Sequence[Sequence[str]], reading: Reading, view: View
) -> tuple[Found, ...]:
    """The passages at the places that index rows cite, the nearest to the question first.

    They are those of the cited sections and of the pages these begin on, for columns are read in any order; where a row
    cites bare pages, those of these; none where rows cite neither.

    Args:
        rows: the index rows.
        scopes: the sections that they cite, as ``scopes_of`` gives them.
        reading: the question.
        view: the reports in reach.
    """
    sections = set(scopes[0]) if scopes else set()
    pages = {(d.report, x.page) for d in rows for x in d.locations if x.page and (x.section in sections or not scopes)}
    if not sections and not pages:
        return ()
    return tuple(
        hit
        for hit in view.ports.retrieval.search(reading.text, _SEARCHED, view.reports)
        if section_of(hit.passage, view) in sections or (hit.passage.report, hit.passage.page) in pages
    )[:_KEPT]


def section_of(passage: Passage, view: View) -> str:
    """The id of the section a place belongs to; empty before the first one."""
    sections = view.ports.facts.sections(passage.report)
    at = bisect.bisect_right(sections, (passage.page, passage.start), key=lambda s: (s.page, s.start)) - 1
    return sections[at].id if at >= 0 else ""


def _above(section: str, sections: dict[str, Section]) -> set[str]:
    found: set[str] = set()
    at = sections[section].parent if section in sections else ""
    while at and at not in found:
        found.add(at)
        at = sections[at].parent if at in sections else ""
    return found


def _grown(sections: tuple[str, ...], view: View) -> tuple[str, ...]:
    """The sections with all sections below them."""
    found = dict.fromkeys(sections)
    for report in view.reports:
        for section in view.ports.facts.sections(report):
            if section.parent in found:
                found[section.id] = None
    return tuple(found)
