"""The tables of a page as observations: headers, rows, the state of groups, and one Observation for each cell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from tieout.extract.kpi.captions import caption_of, table_units
from tieout.extract.kpi.dimensions import belongs, dimension_of_heading, dimensions_of
from tieout.extract.kpi.header import Column, Header, Role, find_headers
from tieout.extract.kpi.labels import Label, Span, split_gap
from tieout.extract.kpi.lexer import Kind, Token, tokenize
from tieout.extract.kpi.notes import read_notes
from tieout.extract.kpi.printed_units import column_unit, label_unit, noun_unit, words_of
from tieout.extract.kpi.rows import CellRun, Row, read_rows
from tieout.model import Observation, Origin, Page, Passage, Report
from tieout.quantities import guess_decimal_comma, parse_figure, split_bound
from tieout.text import collapse, fold

_MOST_WORDS = 20
_PART = re.compile(r"(?:of which|thereof|o/w|including)\b", re.IGNORECASE)
"""Begins a row that is a part of the row above and shares its unit."""
_FLAT_LINE = 300
"""Mean characters a line above which a page counts as flattened."""
_CARRIED_GAP = 25
"""Most tokens before the first row of a table that goes on from the page before."""


@dataclass(frozen=True, slots=True)
class PageTokens:
    """A page ready for reading: its tokens, whether it is flattened and how it writes decimals."""

    report: Report
    page: Page
    tokens: list[Token]
    flat: bool
    decimal_comma: bool

    @staticmethod
    def of(report: Report, page: Page) -> PageTokens:
        """The page's body, tokenized."""
        text = page.body.text
        flat = len(text) > _FLAT_LINE * (text.strip().count("\n") + 1)
        return PageTokens(report, page, tokenize(text), flat, guess_decimal_comma(text))

    def passage(self, first: int, end: int) -> Passage:
        """The Passage of tokens ``[first, end)``."""
        return self.report.passage(self.page, self.tokens[first].start, self.tokens[end - 1].end)

    def text(self, first: int, end: int) -> str:
        """Tokens ``[first, end)`` as printed, white space collapsed."""
        return collapse(self.page.body.text[self.tokens[first].start : self.tokens[end - 1].end])


@dataclass(slots=True)
class _Groups:
    """The headings a row stands under; changes as rows go by."""

    caption: str = ""
    above: list[str] = field(default_factory=list)
    kind: str = ""
    unit: str = ""
    mark: str = ""
    first_label: str = ""
    total: Decimal | None = None

    def enter(self, headings: list[tuple[str, str, str]]) -> None:
        """New headings as (text, unit, mark): a bare dimension name replaces its sibling, others the whole stack."""
        texts = [text for text, _, _ in headings]
        kind = dimension_of_heading(texts[-1])
        bare = kind and len(texts) == 1 and " " not in texts[0].strip()
        if bare:
            self.above = [t for t in self.above if not dimension_of_heading(t) or " by " in fold(t)][-2:] + texts
        else:
            self.above = texts
            self.unit = ""
        self.kind = kind
        self.unit = headings[-1][1] or (self.unit if bare else "")
        self.mark = headings[-1][2]
        self.first_label = ""
        self.total = None

    def leave(self) -> None:
        """The group is over; headings that name no dimension stay."""
        self.above = [t for t in self.above if not dimension_of_heading(t)]
        self.kind = self.unit = self.first_label = self.mark = ""
        self.total = None

    def printed(self) -> str:
        """The headings, outermost first."""
        return " > ".join(t for t in (self.caption, *self.above) if t)


def _figure(source: PageTokens, cell: CellRun) -> tuple[Decimal | None, str]:
    """The value and qualifier of a cell."""
    if cell.kind in {Kind.SLASH, Kind.ABSENT}:
        return None, "not_disclosed"
    if cell.kind is Kind.NIL:
        return None, "nil"
    if cell.kind is Kind.RATIO:
        return None, "text"
    bound, rest = split_bound(cell.core)
    value = parse_figure(rest, decimal_comma=source.decimal_comma)
    if cell.is_text:
        return value if not bound else None, "text"
    return value, bound if value is not None else "text"


def _is_whole(source: PageTokens, row: Row) -> bool:
    values = [_figure(source, cell)[0] for _, cell in row.cells]
    return any(v is not None for v in values) and all(v is None or v == v.to_integral_value() for v in values)


def _unit(
    source: PageTokens, row: Row, column: Column, cell: CellRun, units: tuple[str, str, str, str], text: str
) -> str:
    """The printed unit of a cell: its column's, its row's, its own, then those of heading, header and caption."""
    row_unit, group_unit, header_unit, percent_unit = units
    if column.role is Role.PERCENT:
        return percent_unit
    if row.slash_unit:
        return ""
    own = "%" if cell.core.endswith("%") else cell.unit
    outer = row_unit or group_unit or header_unit
    if own and not (outer and fold(outer).startswith(fold(own))):
        return own
    return outer or noun_unit(text) or ("number" if _is_whole(source, row) else "")


def _ends_in_unit(tokens: list[Token], first: int, end: int) -> bool:
    return column_unit(tokens, first, end) is not None


class _TableReader:
    """Turns the rows of one table into observations."""

    def __init__(self, source: PageTokens, header: Header, number: int) -> None:
        self.source = source
        self.header = header
        self.parent_unit = ""
        self.id = f"p{source.page.number}-t{number}"
        caption = caption_of(source.tokens, header, source.flat)
        self.units = table_units(source.tokens, header, caption, source.flat)
        text = words_of(source.tokens, *caption)
        self.groups = _Groups(caption=text)

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
        elif groups.kind and text and groups.first_label and self._leaves(text, row):
            groups.leave()
        if groups.kind and not groups.first_label:
            groups.first_label = text

    def _leaves(self, text: str, row: Row) -> bool:
        value = _figure(self.source, row.cells[0][1])[0]
        if self.groups.total is not None and value is not None and value == self.groups.total:
            return True
        if self.source.flat or self.groups.kind in {"gender", "age"}:
            return not belongs(text, self.groups.kind, self.groups.first_label)
        return False

    def read(self, row: Row, index: int, notes: dict[str, Passage]) -> list[Observation]:
        """The observations of one row."""
        source, tokens, groups = self.source, self.source.tokens, self.groups
        label = split_gap(tokens, row, self.header, source.flat)
        text = words_of(tokens, *label.label)
        self._enter(label, text, row)
        unlabelled = not text
        if unlabelled:
            text = groups.above[0] if groups.above else ""
            if not text:
                return []
        kind = "" if unlabelled else groups.kind
        heading = groups.above[-1] if groups.above else ""
        dimensions = dimensions_of(text, heading, kind)
        marks = {t.mark for t in tokens[label.label[0] : row.first] if t.mark} | ({groups.mark} if groups.mark else set())
        quote_from = row.cells[0][1].first if unlabelled else label.label[0]
        passage = source.passage(quote_from, row.end)
        part = _PART.match(text) is not None
        units = (label.unit or (self.parent_unit if part else ""), groups.unit, *self.units)
        if not part:
            self.parent_unit = label.unit
        section = source.report.section_at(source.page.number, passage.start)
        found: list[Observation] = []
        for at, (column, cell) in enumerate(row.cells, start=1):
            if column.role in {Role.CHANGE, Role.UNIT} or not column.period:
                continue
            value, qualifier = _figure(source, cell)
            body = tokens[cell.first].start, tokens[cell.end - 1].end
            cited = sorted(m for m in {*marks, cell.mark, column.mark} if m and m in notes)
            own = dimensions_of(column.label, "", "") if column.label else ()
            found.append(
                Observation(
                    report=source.report.id,
                    organization=source.report.organization,
                    period=column.period,
                    indicator=" ".join(text.split()[:_MOST_WORDS]),
                    passage=passage,
                    raw_value=source.text(cell.first, cell.end),
                    value=value,
                    qualifier=qualifier,
                    group=groups.printed(),
                    dimensions=tuple(dict.fromkeys((*dimensions, *own))),
                    unit=_unit(source, row, column, cell, units, text),
                    section=section.id if section else "",
                    table=self.id,
                    row=index,
                    column=at,
                    cell=source.page.body.source_span(*body),
                    origin=Origin.TABLE,
                    method="flat-table" if source.flat else "line-table",
                    confidence=0.95 if row.certain else 0.6,
                    notes=tuple(notes[m] for m in cited),
                )
            )
        self._count(row, unlabelled)
        return found

    def _count(self, row: Row, unlabelled: bool) -> None:
        """Add the row to its group's running total, or end the group at an unlabelled total."""
        groups = self.groups
        value = _figure(self.source, row.cells[0][1])[0]
        if unlabelled:
            groups.leave()
        elif groups.kind and value is not None:
            groups.total = value + (groups.total or 0)


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
    headers = find_headers(tokens, flat)
    found: list[Observation] = []
    taken: list[Span] = []
    open_header: Header | None = None
    first_limit = headers[0].start if headers else len(tokens)
    plans: list[tuple[Header, int, int]] = []
    if carried is not None and first_limit > 0:
        plans.append((carried, 0, first_limit))
    for i, header in enumerate(headers):
        plans.append((header, header.end, headers[i + 1].start if i + 1 < len(headers) else len(tokens)))
    for number, (header, start, limit) in enumerate(plans, start=1):
        rows, end = read_rows(tokens, header, limit, flat, _ends_in_unit, start)
        continued = header is carried
        if continued and (len(rows) < 2 or not all(r.certain for r in rows) or rows[0].first > _CARRIED_GAP):
            continue
        if not rows:
            continue
        shown = Header(0, 0, 0, header.columns, header.unit_before, header.unit_after, header.has_category) if continued else header
        reader = _TableReader(source, shown, number)
        notes = read_notes(source.report, source.page, tokens, end, limit, flat)
        for index, row in enumerate(rows, start=1):
            found.extend(reader.read(row, index, notes))
        taken.append((start if continued else header.start, end))
        open_header = header if end >= len(tokens) - 2 else None
    return TablesRead(tuple(found), tuple(taken), open_header)
