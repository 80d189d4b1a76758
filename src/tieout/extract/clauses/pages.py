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
_LAST_PAGES = re.compile(r"(?<!\S)(?:pp?\.\s?)?\d{1,3}(?:\s?[-–,]\s?\d{1,3}){0,12}\s*$")
_CODE_COLUMNS = frozenset({"code", "codes", "disclosure", "disclosures", "standard", "indicator", "kpi"})
_HEADER_WORDS = 12
_COVER = 600
_NEXT = re.compile(r"[\s,;:()–-]{0,6}(?:20\d\d(?:[/-]\d\d)?)?[\s,;:()–-]{0,6}")
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


def pages_before(lead: str, tails: Sequence[str]) -> tuple[list[str], list[str]] | None:
    """Page lists and tails of rows whose pages stand before their codes; None where they stand behind.

    Args:
        lead: the text before the first code, with the header of the table.
        tails: the text from each code to the next.
    """
    header = [word.strip(".,:;()").casefold() for word in lead.split()[-_HEADER_WORDS:]]
    columns = [at for at, word in enumerate(header) if word in _CODE_COLUMNS]
    first = next((at for at, word in enumerate(header) if word.startswith("page")), len(header))
    found = [_LAST_PAGES.search(text) for text in (lead, *tails[:-1])]
    if found[0] is None or not columns or first > columns[-1] or sum(m is not None for m in found) * 5 < len(found) * 4:
        return None
    cut = [text[: m.start()] if m else text for text, m in zip(tails, found[1:], strict=False)]
    return [collapse(m.group()) if m else "" for m in found], [*cut, _LAST_PAGES.sub("", tails[-1])]


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
    """The sections and pages that a reference cell names, in printed order; page 0 where it leads out of the report.

    Pages behind the name of another source ("Annual Report, p. 12") are that source's, unless the cover has that name.
    """
    numbers = {page.number for page in report.pages}
    cover = " ".join(page.text[:_COVER] for page in report.pages[:2]).casefold()
    outside = -1
    places = {section.id: section.page for section in report.sections}
    found: list[Location] = []
    for atom in find_atoms(references, finder, style):
        printed = collapse(references[atom.start : atom.end])
        elsewhere = outside >= 0 and _NEXT.fullmatch(references, outside, atom.start) is not None
        if atom.kind is not AtomKind.PAGES or not elsewhere:
            outside = atom.end if atom.kind is AtomKind.OUTSIDE and printed.casefold() not in cover else -1
        if atom.kind is AtomKind.SECTION:
            found += [Location(section, places.get(section, 0), printed) for section in atom.sections]
        elif atom.kind is AtomKind.PAGES:
            for m in _RANGE.finditer(printed):
                first, last = int(m.group(1)), int(m.group(2) or m.group(1))
                for page in range(first, min(last, first + _LONGEST_RANGE) + 1):
                    here = page + offset in numbers and not elsewhere
                    found.append(Location("", page + offset if here else 0, m.group()))
        elif atom.kind is AtomKind.OUTSIDE:
            found.append(Location("", 0, printed))
    return tuple(dict.fromkeys(found))
