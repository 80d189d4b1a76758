"""The tables of a page as observations: headers, rows, groups, and one Observation for each cell."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from decimal import Decimal

from tieout.extract.kpi.band_headers import is_band
from tieout.extract.kpi.captions import caption_of, headed_by, table_units
from tieout.extract.kpi.cells import TableUnits, figure_of, row_comma, year_values
from tieout.extract.kpi.columns import Column, Header, Role
from tieout.extract.kpi.dimensions import age_of, dimension_of_heading, dimensions_of
from tieout.extract.kpi.groups import Groups
from tieout.extract.kpi.header import find_headers
from tieout.extract.kpi.labels import Label, Span, split_gap
from tieout.extract.kpi.lexer import Kind, Token
from tieout.extract.kpi.member_headers import NOT_REPORTED
from tieout.extract.kpi.nested import head_by_sums
from tieout.extract.kpi.notes import read_notes
from tieout.extract.kpi.page_tokens import PageTokens
from tieout.extract.kpi.printed_units import column_unit, label_unit, words_of
from tieout.extract.kpi.rows import Row, read_rows
from tieout.extract.kpi.totals import head_by_totals
from tieout.extract.kpi.year_rows import find_year_tables, read_year_rows
from tieout.model import Dimension, Observation, Origin, Passage
from tieout.text import fold

_MOST_WORDS = 20
_WHOLES = frozenset({"total", "all", "group-wide", "company-wide", "overall"})
"""Labels of columns and rows that restrict nothing."""
_SURE, _ALIGNED, _UNLABELLED = 0.95, 0.6, 0.5
"""Confidence of a cell: filled in one way only; put under the newest years; in a total without a label."""
_BARE_ROWS = 2
"""Fewest rows of a flattened table whose header is nothing but years."""
_NEXT = 3
"""Fewest tokens between two tables that are not one table for two years."""
_CARRIED_GAP = 25
"""Most tokens before the first row of a table that goes on from the page before."""


def _of_column(column: Column) -> tuple[Dimension, ...]:
    """The dimension that a label above a column says; targets are a series of their own."""
    label = column.label
    if column.role is Role.TARGET:
        return (Dimension("series", "target"),)
    if not label or fold(label) in _WHOLES:
        return ()
    if fold(label) == NOT_REPORTED:
        return (Dimension("gender", label),)
    if is_band(label):
        return (Dimension("age", age_of(label)),)
    return dimensions_of(label, "", "") or (Dimension("breakdown", label),)


def _of_rows(kind: str, label: str) -> tuple[Dimension, ...]:
    """The dimension that a row names where the columns are measures."""
    return () if fold(label) in _WHOLES else dimensions_of(label, "", "") or (Dimension(kind, label),)


def _is_years(row: Row) -> bool:
    """Whether a row holds nothing but years, as targets and plans do: no figures of the columns' years."""
    return all(cell.kind is Kind.YEAR for _, cell in row.cells)


def _goes_on(above: Header, below: Header, end: int) -> bool:
    """Whether a header right behind the table that ended at ``end`` repeats its columns, for another year."""
    return below.start - end < _NEXT and bool(below.columns[0].label) and above.labels == below.labels


def _inside(at: int, starts: list[int], spans: list[Span]) -> bool:
    """Whether a token lies in one of the spans, which are in order and begin at ``starts``."""
    found = bisect_right(starts, at)
    return found > 0 and at < spans[found - 1][1]


def _ends_in_unit(tokens: list[Token], first: int, end: int) -> bool:
    return column_unit(tokens, first, end) is not None


class _TableReader:
    """Turns the rows of one table into observations."""

    def __init__(self, source: PageTokens, header: Header, number: int, caption: Span) -> None:
        self.source = source
        self.header = header
        self.id = f"p{source.page.number}-t{number}"
        self.units = TableUnits(
            header, table_units(source.tokens, header, caption, source.flat), decimal_comma=source.decimal_comma
        )
        text = words_of(source.tokens, *caption)
        if any(_of_column(c) and c.label and c.label in text for c in header.columns):
            text = ""
        own = words_of(source.tokens, *headed_by(source.tokens, header, source.flat))
        text = own if dimension_of_heading(own) else text or own
        kind = dimension_of_heading(text)
        self.groups = Groups(caption=text, kind=kind, whole=bool(kind))

    def _headings(self, spans: tuple[Span, ...]) -> list[tuple[str, str, str]]:
        tokens = self.source.tokens
        found: list[tuple[str, str, str]] = []
        for first, end in spans:
            text = words_of(tokens, first, end)
            if not text:
                continue
            unit = label_unit(tokens, first, end)
            marks = [t.mark for t in tokens[first:end] if t.mark]
            cut = words_of(tokens, first, unit.label_end) if unit and unit.label_end > first else text
            found.append((cut, unit.text if unit else "", marks[-1] if marks else ""))
        return found

    def _enter(self, label: Label, text: str, row: Row) -> None:
        headings = self._headings(label.headings)
        groups = self.groups
        if headings:
            groups.enter(headings)
        elif (
            groups.kind and text and groups.first_label and not groups.stays(text, self._values(row), self.source.flat)
        ):
            groups.leave(unit=groups.unit)
        if groups.kind and not groups.first_label:
            groups.first_label = text

    def read(self, row: Row, index: int, notes: dict[str, Passage]) -> list[Observation]:
        """The observations of one row."""
        source, tokens, groups = self.source, self.source.tokens, self.groups
        label = split_gap(tokens, row, self.header, source.flat)
        text = words_of(tokens, *label.label).strip(" –—-•")
        self._enter(label, text, row)
        unlabelled = not text
        if unlabelled:
            text = groups.above[0] if groups.above else ""
            if not text:
                return []
        kind = "" if unlabelled else groups.kind
        heading = groups.above[-1] if groups.above else groups.caption
        dimensions = dimensions_of(text, heading, kind)
        marks = {groups.mark, *(t.mark for t in tokens[label.label[0] : row.first])}
        quote_from = row.cells[0][1].first if unlabelled else label.label[0]
        passage = source.passage(quote_from, row.end)
        self.units.enter(row, text, label.unit, groups.unit)
        section = source.report.section_at(source.page.number, passage.start)
        comma = row_comma(row, decimal_comma=source.decimal_comma)
        found: list[Observation] = []
        for at, (column, cell) in enumerate(row.cells, start=1):
            if column.role in {Role.CHANGE, Role.UNIT} or not column.period:
                continue
            value, qualifier = figure_of(cell, decimal_comma=comma)
            body = tokens[cell.first].start, tokens[cell.end - 1].end
            cited = sorted(m for m in {*marks, cell.mark, column.mark} if m and m in notes)
            named = self.header.rows_by and column.label
            own = _of_rows(self.header.rows_by, text) if named else _of_column(column)
            found.append(
                Observation(
                    report=source.report.id,
                    organization=source.report.organization,
                    period=column.period,
                    indicator=" ".join((column.label if named else text).split()[:_MOST_WORDS]),
                    passage=passage,
                    raw_value=source.text(cell.first, cell.end),
                    value=value,
                    qualifier=qualifier,
                    group=groups.printed(),
                    dimensions=tuple(dict.fromkeys((*dimensions, *own))),
                    unit=self.units.of(column, cell),
                    section=section.id if section else "",
                    table=self.id,
                    row=index,
                    column=at,
                    cell=source.page.body.source_span(*body),
                    origin=Origin.TABLE,
                    method="flat-table" if source.flat else "line-table",
                    confidence=_UNLABELLED if unlabelled else _SURE if row.certain else _ALIGNED,
                    notes=tuple(notes[m] for m in cited),
                )
            )
        if unlabelled:
            groups.leave()
        elif groups.kind:
            groups.count(self._values(row))
        return found

    def _values(self, row: Row) -> list[Decimal]:
        return year_values(row, decimal_comma=self.source.decimal_comma)


@dataclass(frozen=True, slots=True)
class TablesRead:
    """What the tables of a page gave: observations, the token spans they took, a header open at the page's end."""

    observations: tuple[Observation, ...]
    taken: tuple[Span, ...]
    open_header: Header | None


def read_tables(source: PageTokens, carried: Header | None = None) -> TablesRead:
    """All observations of the page's tables.

    Args:
        source: the page.
        carried: the header of a table that reached the end of the page before.
    """
    tokens, flat = source.tokens, source.flat
    dated = find_year_tables(tokens, flat)
    found = [o for number, table in enumerate(dated, start=1) for o in read_year_rows(source, table, number)]
    taken: list[Span] = [(table.start, table.end) for table in dated]
    starts = [table.start for table in dated]
    headers = [h for h in find_headers(tokens, flat, source.report.period) if not _inside(h.start, starts, taken)]
    open_header: Header | None = None
    ends = sorted((*(h.start for h in headers), *(table.start for table in dated), len(tokens)))
    first_limit = ends[0]
    plans: list[tuple[Header, int, int]] = []
    before: tuple[Header, Span, int] | None = None
    if carried is not None and first_limit > 0:
        plans.append((carried, 0, first_limit))
    plans.extend((header, header.end, ends[bisect_right(ends, header.start)]) for header in headers)
    for number, (header, start, limit) in enumerate(plans, start=1):
        rows, end = read_rows(tokens, header, limit, flat, _ends_in_unit, start, negatives=source.negatives)
        continued = header is carried
        if continued and (len(rows) < 2 or not all(r.certain for r in rows) or rows[0].first > _CARRIED_GAP):
            continue
        if not rows or (flat and not continued and header.start == header.first_year and len(rows) < _BARE_ROWS):
            continue
        shown = replace(header, start=0, first_year=0, end=0) if continued else header
        caption = caption_of(tokens, shown, flat)
        if before is not None and caption[0] == caption[1] and _goes_on(before[0], header, before[2]):
            caption = before[1]
        before = header, caption, end
        reader = _TableReader(source, shown, number, caption)
        notes = read_notes(source.report, source.page, tokens, end, limit, flat)
        read = [reader.read(row, index, notes) for index, row in enumerate(rows, start=1) if not _is_years(row)]
        found.extend(head_by_totals(head_by_sums([row for row in read if row])))
        taken.append((start if continued else header.start, end))
        open_header = header if end >= len(tokens) - 2 else None
    return TablesRead(tuple(found), tuple(taken), open_header)
