"""All content indexes of a report: for each framework its marks, its regions and the marks that hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from tieout.extract.clauses import climate, esrs, gri, hkex, sasb
from tieout.extract.clauses.book import ClauseBook, books
from tieout.extract.clauses.marks import Mark, MarkKind
from tieout.extract.clauses.regions import Region, find_regions
from tieout.extract.clauses.rows import confirm
from tieout.extract.clauses.stream import Stream
from tieout.model import Catalogue, Report

MARKERS: tuple[tuple[str, Callable[[str, ClauseBook], list[Mark]]], ...] = (
    ("hkex-c2", hkex.find_marks),
    ("gri", gri.find_marks),
    ("esrs", esrs.find_marks),
    ("sasb", sasb.find_marks),
    ("tcfd", climate.find_tcfd),
    ("ifrs-s2", climate.find_ifrs_s2),
)


@dataclass(frozen=True, slots=True)
class Marked:
    """A report as one text, all marks in it by framework, and the indexes they make up: found once, used twice."""

    stream: Stream
    marks: Mapping[str, Sequence[Mark]]
    indexes: Sequence[tuple[Region, list[Mark]]]

    @staticmethod
    def of(report: Report, catalogue: Catalogue) -> Marked:
        """The marks and indexes of a report."""
        stream = Stream.of(report)
        marks = find_marks(stream, catalogue)
        return Marked(stream, marks, read_indexes(stream, catalogue, marks))


def find_marks(stream: Stream, catalogue: Catalogue) -> dict[str, list[Mark]]:
    """All marks of the report, mentions too, by framework."""
    known = books(catalogue)
    return {name: finder(stream.text, known[name]) for name, finder in MARKERS if name in known}


def read_indexes(
    stream: Stream, catalogue: Catalogue, marks_found: Mapping[str, Sequence[Mark]]
) -> list[tuple[Region, list[Mark]]]:
    """Regions in reading order with their marks; an index that another one follows on its last page ends there."""
    known = books(catalogue)
    found: list[tuple[Region, list[Mark]]] = []
    for framework, every in marks_found.items():
        marks = [mark for mark in every if mark.kind is not MarkKind.MENTION]
        for region in find_regions(stream, framework, marks):
            found.append((region, confirm(region, marks, stream.text, known[framework])))
    found.sort(key=lambda index: (index[0].start, index[0].framework))
    parted: list[tuple[Region, list[Mark]]] = []
    for region, marks in found:
        starts = [other.start for other, _ in found if region.start < other.start < region.end]
        if starts and _over_before(marks, min(starts)):
            region = replace(region, end=min(starts))
            marks = [mark for mark in marks if mark.start < region.end]
        parted.append((region, marks))
    return parted


def _over_before(marks: Sequence[Mark], start: int) -> bool:
    """Whether all rows of an index stand above ``start``, so that another index on the same page ends it."""
    return all(mark.start < start for mark in marks if mark.kind is MarkKind.ROW)
