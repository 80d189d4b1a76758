"""Small tables whose columns are named on one line and whose rows fill them all, without a year or a unit in the head.

"Sites Occupancy Area (m2) / Offices 12 98.5% 45,300 / …": as many capitalised names as a row has figures, or one more
for the row's own name. They are read only where the figures of each column are of one kind, and for the report's own
period.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tieout.extract.kpi.dimensions import own_dimensions
from tieout.extract.kpi.page_tokens import PageTokens
from tieout.model import Dimension, Observation, Origin
from tieout.quantities import parse_figure, parse_unit
from tieout.text import collapse, fold

_CELL = r"(?:[€$£]\s?)?\d[\d.,]*(?:\s?%)?"
_ROW = re.compile(rf"(?P<label>[A-Z][^\d%$€£:;\n]{{1,60}}?)(?P<cells>(?:[ \t]+{_CELL}(?!\S)){{2,6}})[ \t]*(?=\n|$)")
_COLUMN = re.compile(r"[A-Z][\w’'&/-]*(?: (?:of|and|in|per|for|to|the|[a-z][\w-]*))*(?: \([^()]{1,20}\))?")
_UNIT = re.compile(r"\s*\((?:in )?(?P<unit>[^()]{1,20})\)$")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+$")
_LEAST_ROWS, _YEAR = 3, re.compile(r"\b(?:19|20)\d\d\b")
_WHOLES = frozenset({"total", "all", "overall", "group", "sum"})

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PlainRead:
    """What a page's plain tables give, and the half-open spans of the body text they stand in."""

    observations: tuple[Observation, ...]
    taken: tuple[Span, ...]


def read_plain_tables(source: PageTokens, known: Sequence[Span]) -> PlainRead:
    """The plain tables of a page with lines, outside the ``known`` spans; none where the text is flattened."""
    text = source.page.body.text
    if source.flat:
        return PlainRead((), ())
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    found: list[Observation] = []
    taken: list[Span] = []
    at = 0
    while at + _LEAST_ROWS < len(lines):
        rows = _rows(text, lines, at + 1)
        columns = _columns(text[slice(*lines[at])], rows) if len(rows) >= _LEAST_ROWS else ()
        if columns and not any(a < lines[at + len(rows)][1] and lines[at][0] < b for a, b in known):
            total = _total(text, lines, at + 1 + len(rows), rows, decimal_comma=source.decimal_comma)
            found += _observe(source, columns, [*((r, range(len(columns))) for r in rows), *total], len(taken) + 1)
            taken.append((lines[at][0], lines[at + len(rows) + len(total)][1]))
        at += len(rows) if columns else 1
    return PlainRead(tuple(found), tuple(taken))


def _rows(text: str, lines: Sequence[Span], at: int) -> list[re.Match[str]]:
    """The rows from a line on that have as many cells as the first."""
    found: list[re.Match[str]] = []
    for start, end in lines[at:]:
        row = _ROW.match(text, start, end)
        if row is None or (found and len(row["cells"].split()) != len(found[0]["cells"].split())):
            break
        found.append(row)
    return found


def _total(
    text: str, lines: Sequence[Span], at: int, rows: Sequence[re.Match[str]], *, decimal_comma: bool
) -> list[tuple[re.Match[str], Sequence[int]]]:
    """The row of totals behind the rows, and the columns of its cells, where it leaves some columns out.

    A cell is of the column that adds up to it; nothing is read where one adds up to none or could be of two.
    """
    row = _ROW.match(text, *lines[at]) if at < len(lines) else None
    if row is None or fold(row["label"].strip()) not in _WHOLES:
        return []
    columns = [
        [_value(r["cells"].split()[i], decimal_comma) for r in rows] for i in range(len(rows[0]["cells"].split()))
    ]
    sums = [None if any(v is None for v in c) else sum((v for v in c if v is not None), Decimal(0)) for c in columns]
    shares = [rows[0]["cells"].split()[i].endswith("%") for i in range(len(columns))]
    own = [_value(cell, decimal_comma) for cell in row["cells"].split()]
    places = [[i for i, s in enumerate(sums) if s == v and v and not shares[i]] for v in own]
    told = [p[0] for p in places if len(p) == 1]
    return [(row, told)] if len(told) == len(own) and told == sorted(set(told)) else []


def _value(cell: str, decimal_comma: bool) -> Decimal | None:
    return parse_figure(cell.strip("€$£% "), decimal_comma=decimal_comma)


def _columns(head: str, rows: Sequence[re.Match[str]]) -> tuple[str, ...]:
    """The names of the columns that a line gives, as many as the rows have cells; none where it is no head."""
    count = len(rows[0]["cells"].split())
    names = [collapse(m.group()) for m in _COLUMN.finditer(head)]
    whole = sum(len(n) for n in names) + len(names) - 1 == len(collapse(head))
    if not whole or _YEAR.search(head) or len(names) not in {count, count + 1} or len(set(names)) < len(names):
        return ()
    kinds = [{_kind(row["cells"].split()[i]) for row in rows} for i in range(count)]
    told = any("share" in k for k in kinds) or any(_GROUPED.search(c) for row in rows for c in row["cells"].split())
    return tuple(names[-count:]) if told and all(len(k) == 1 for k in kinds) else ()


def _kind(cell: str) -> str:
    return "share" if cell.endswith("%") else "money" if cell[0] in "€$£" else "figure"


def _observe(
    source: PageTokens, columns: Sequence[str], rows: Sequence[tuple[re.Match[str], Sequence[int]]], number: int
) -> list[Observation]:
    report, text = source.report, source.page.body.text
    found: list[Observation] = []
    for index, (row, places) in enumerate(rows, start=1):
        passage = report.passage(source.page, row.start(), row.end())
        section = report.section_at(source.page.number, passage.start)
        label = collapse(row["label"])
        own = tuple(own_dimensions(label)) or (Dimension("breakdown", label),)
        cells = list(re.finditer(r"\S+", row["cells"]))
        for at, cell in zip(places, cells, strict=True):
            name = columns[at]
            start, end = row.start("cells") + cell.start(), row.start("cells") + cell.end()
            value = _value(text[start:end], source.decimal_comma)
            bracket = _UNIT.search(name)
            printed = bracket["unit"] if bracket is not None and parse_unit(bracket["unit"]) is not None else ""
            if value is None:
                continue
            found.append(
                Observation(
                    report=report.id,
                    organization=report.organization,
                    period=report.period,
                    indicator=_UNIT.sub("", name) if printed else name,
                    passage=passage,
                    raw_value=text[start:end],
                    value=value,
                    dimensions=() if fold(label) in _WHOLES else own,
                    unit="%" if cell.group().endswith("%") else printed,
                    section=section.id if section else "",
                    table=f"p{source.page.number}-m{number}",
                    row=index,
                    column=at + 1,
                    cell=source.page.body.source_span(start, end),
                    origin=Origin.TABLE,
                    method="line-table",
                    confidence=0.85,
                )
            )
    return found
