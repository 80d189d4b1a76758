"""Rows under years that the text has lost, read by where their cells stand.

A cell of several lines ("Cars / • Diesel / • Electric" beside three figures a year) comes column by column in a PDF's
text, so that no line of it has its own figures. Where other rows of the same table were read from the text, boxes give
the lines of these back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tieout.extract.kpi.dimensions import own_dimensions
from tieout.extract.kpi.page_tokens import PageTokens
from tieout.extract.kpi.placed_tables import Line, is_name, lines_of, text_of
from tieout.model import Observation, Origin, Word
from tieout.quantities import parse_figure, parse_unit
from tieout.text import collapse

_YEAR = re.compile(r"(?:19|20)\d\d")
_FIGURE = re.compile(r"[-−–(]?\d[\d.,’']*\)?%?")
_CELL = re.compile(r"[-−–(]?\d[\d.,’']*\)?%?|[-–—]|n/?a", re.IGNORECASE)
_UNIT = re.compile(r"\s*\((?:in )?(?P<unit>[^()]{1,20})\)\s*$")
_BULLET = re.compile(r"^[•▪●·–-]\s*")
_REACH, _FAR_APART = 0.5, 4.0


@dataclass(frozen=True, slots=True)
class _Row:
    """A row: its label's words and a cell for each year."""

    label: tuple[Word, ...]
    cells: tuple[Word, ...]


def read_placed_years(source: PageTokens, read: Sequence[Observation]) -> tuple[Observation, ...]:
    """The rows of a page's tables under years that ``read`` lacks, where it has another row of the same table."""
    lines = lines_of(source.page.words)
    found: list[Observation] = []
    for at, line in enumerate(lines):
        years = _years(source, line)
        if len(years) < 2:
            continue
        rows = _rows(source, lines[at + 1 :], years)
        begun = next((o for row in rows for o in _at(row, read) if _is_of(o, row, years, source)), None)
        group = ""
        for row in rows:
            label = collapse(text_of(source.page, row.label))
            bare = _BULLET.sub("", label)
            group = group if bare != label else bare
            if begun is not None and not _at(row, read):
                found += _observe(source, row, years, bare, group if bare != label else "", begun)
    return tuple(found)


def _years(source: PageTokens, line: Line) -> tuple[Word, ...]:
    """The years at the end of a line, one behind the other, each once."""
    found: list[Word] = []
    for word in reversed(line.words):
        if _YEAR.fullmatch(source.page.text[word.start : word.end]) is None:
            break
        found.insert(0, word)
    texts = [source.page.text[w.start : w.end] for w in found]
    return tuple(found) if len(set(texts)) == len(texts) else ()


def _rows(source: PageTokens, lines: Sequence[Line], years: Sequence[Word]) -> list[_Row]:
    """The lines below a head with a figure under each year; they end at a new head or where nothing stands for long."""
    reach = _REACH * min(b.x0 - a.x0 for a, b in pairwise(years))
    rows: list[_Row] = []
    last = (years[0].top + years[0].bottom) / 2
    for line in lines:
        if line.middle - last > _FAR_APART * line.height or len(_years(source, line)) > 1:
            break
        cells = [w for w in line.words if w.x0 > years[0].x0 - reach]
        label = tuple(w for w in line.words if w.x1 < years[0].x0 - reach)
        figures = all(_FIGURE.fullmatch(source.page.text[w.start : w.end]) for w in cells)
        full = label and figures and len(cells) == len(years) and _names(text_of(source.page, label))
        if full and all(abs(_middle(c) - _middle(y)) < reach for c, y in zip(cells, years, strict=True)):
            rows.append(_Row(label, tuple(cells)))
        last = line.middle
    return rows


def _names(label: str) -> bool:
    """Whether words can be a row's label: it does not end in a figure, which would be another column's."""
    return is_name(_BULLET.sub("", label).replace("cl. ", "cl ")) and _CELL.fullmatch(label.split()[-1]) is None


def _middle(word: Word) -> float:
    return (word.x0 + word.x1) / 2


def _at(row: _Row, read: Sequence[Observation]) -> list[Observation]:
    """What was read from any of a row's cells."""
    return [o for o in read if any(o.cell[0] <= c.start < o.cell[1] for c in row.cells)]


def _is_of(one: Observation, row: _Row, years: Sequence[Word], source: PageTokens) -> bool:
    """Whether a figure was read as of the year that its column has here."""
    own = next((y for c, y in zip(row.cells, years, strict=True) if one.cell[0] <= c.start < one.cell[1]), None)
    return own is not None and source.page.text[own.start : own.end] == one.period and bool(one.table)


def _observe(
    source: PageTokens, row: _Row, years: Sequence[Word], label: str, above: str, begun: Observation
) -> list[Observation]:
    page = source.page
    bracket = _UNIT.search(label)
    unit = bracket["unit"] if bracket is not None and parse_unit(bracket["unit"]) is not None else ""
    indicator = _UNIT.sub("", label) if unit else label
    passage = source.passage_of([*row.label, *row.cells], row.cells)
    found: list[Observation] = []
    for at, (cell, year) in enumerate(zip(row.cells, years, strict=True), start=1):
        raw = page.text[cell.start : cell.end]
        value = parse_figure(raw.rstrip("%"), decimal_comma=source.decimal_comma)
        if value is None:
            continue
        found.append(
            Observation(
                report=source.report.id,
                organization=source.report.organization,
                period=page.text[year.start : year.end],
                indicator=indicator,
                passage=passage,
                raw_value=raw,
                value=value,
                group=" > ".join(filter(None, (begun.group, above))),
                dimensions=tuple(own_dimensions(indicator)),
                unit="%" if raw.endswith("%") else unit,
                section=begun.section,
                table=begun.table,
                row=begun.row,
                column=at,
                cell=(cell.start, cell.end),
                origin=Origin.TABLE,
                method="placed-years",
                confidence=0.75,
            )
        )
    return found
