"""From references to places: sections by number and title, printed page numbers to pages of the file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tieout.extract.clauses.references import AtomKind, SectionFinder, Style, find_atoms
from tieout.model import Disclosure, Location, Page, Report
from tieout.text import collapse

_NUMBER = re.compile(r"(?<![\w.,])\d{1,4}(?![\w%]|[.,]\d)")
_RANGE = re.compile(r"(\d{1,3})(?:\s?[-–‒]\s{0,2}(\d{1,3}))?")
_EDGE_CHARACTERS = 120
_LONGEST_RANGE = 80
_LEAST_OUTSIDE = 6


def page_offset(pages: Sequence[Page]) -> int:
    """How far file page numbers run ahead of printed ones, by the numbers that stand at the pages' edges.

    A front cover that is not counted gives 1. It is 0 where fewer than three pages, or a tenth of them, agree.
    """
    votes: Counter[int] = Counter()
    for page in pages:
        edges = page.text[:_EDGE_CHARACTERS] + "\n" + page.text[-_EDGE_CHARACTERS:]
        edges += "\n" + "\n".join(page.text[start:end] for start, end in page.furniture)
        votes.update({page.number - int(m.group()) for m in _NUMBER.finditer(edges)})
    if not votes:
        return 0
    offset, count = min(votes.items(), key=lambda vote: (-vote[1], abs(vote[0]), vote[0]))
    return offset if count >= max(3, len(pages) // 10) else 0


def leading_out(found: Sequence[Disclosure]) -> tuple[Disclosure, ...]:
    """The rows as they are, or without pages where most of the printed ones are not in the file.

    An extract of a larger report keeps the page numbers of the whole; those that happen to fit would mislead.
    """
    cited = {x.printed: x.page for row in found for x in row.locations if x.printed[:1].isdigit() and not x.section}
    outside = sum(not page for page in cited.values())
    if outside < _LEAST_OUTSIDE or outside * 2 <= len(cited):
        return tuple(found)
    return tuple(replace(row, locations=tuple(map(_unplaced, row.locations))) for row in found)


def _unplaced(location: Location) -> Location:
    return location if location.section else replace(location, page=0)


def locate(references: str, report: Report, finder: SectionFinder, style: Style, offset: int) -> tuple[Location, ...]:
    """The sections and pages that a reference cell names, in printed order; page 0 where it leads out of the report."""
    numbers = {page.number for page in report.pages}
    places = {section.id: section.page for section in report.sections}
    found: list[Location] = []
    for atom in find_atoms(references, finder, style):
        printed = collapse(references[atom.start : atom.end])
        if atom.kind is AtomKind.SECTION:
            found += [Location(section, places.get(section, 0), printed) for section in atom.sections]
        elif atom.kind is AtomKind.PAGES:
            for m in _RANGE.finditer(printed):
                first, last = int(m.group(1)), int(m.group(2) or m.group(1))
                for page in range(first, min(last, first + _LONGEST_RANGE) + 1):
                    found.append(Location("", page + offset if page + offset in numbers else 0, m.group()))
        elif atom.kind is AtomKind.OUTSIDE:
            found.append(Location("", 0, printed))
    return tuple(dict.fromkeys(found))
