"""Tables whose rows are years: "Year kWh/year t CO2/year" above "2023 30,751 14".

A head "Year" is followed by one column for each cell of the rows, and every row is a year with all of its cells. What
is measured stands above the table; a column that is no mere unit says it more closely.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from tieout.extract.kpi.captions import caption_of, heading_above
from tieout.extract.kpi.cells import figure_of
from tieout.extract.kpi.columns import Header
from tieout.extract.kpi.dimensions import own_dimensions
from tieout.extract.kpi.fitting import CellRun
from tieout.extract.kpi.labels import Span, phrase_starts
from tieout.extract.kpi.lexer import CELL_KINDS, Kind, Token
from tieout.extract.kpi.lexicon import AUXILIARIES
from tieout.extract.kpi.page_tokens import PageTokens
from tieout.extract.kpi.printed_units import column_unit, label_unit, words_of
from tieout.model import Observation, Origin
from tieout.quantities import parse_unit
from tieout.text import fold

_HEADS = frozenset({"year", "years"})
_KINDS_OF_YEAR = frozenset({"financial", "fiscal", "reporting", "business", "calendar"})
_LONGEST_HEAD = 24
"""Most tokens of the columns' heads."""
_LONGEST_UNIT = 5
_LONGEST_SYMBOL = 3
_MOST_COLUMNS = 8
_MOST_ROWS = 20
_MOST_WORDS = 20
_LONGEST_QUOTE = 400
_SURE = 0.95
_DASHES = " –—-•:"
_JOINING = frozenset({"&", "+", "/", "-", "–"})
_CAPTION_REACH = 24
"""How far before a flattened table its caption is looked for, in tokens."""
_COUNTED = frozenset({"count", "headcount", "participations"})


@dataclass(frozen=True, slots=True)
class YearColumn:
    """A column beside the years: what its head says besides its unit ("" for a mere unit), and the unit as printed."""

    label: str
    unit: str


@dataclass(frozen=True, slots=True)
class YearTable:
    """A table of years as rows over tokens ``[start, end)``: its columns, and each row's tokens, the year first."""

    start: int
    end: int
    columns: tuple[YearColumn, ...]
    rows: tuple[tuple[int, ...], ...]


def _is_measure(text: str) -> bool:
    """Whether a text is the unit of a measurement, and no noun that is counted."""
    unit = parse_unit(text) if text else None
    return unit is not None and unit.kind not in _COUNTED


def _is_word(token: Token) -> bool:
    """Whether a unit is printed as a word that may begin a label ("Kilometres driven (km)")."""
    return token.core.isalpha() and token.core.istitle() and len(token.core) > _LONGEST_SYMBOL


def _first_column(tokens: list[Token], first: int, end: int) -> tuple[YearColumn, int] | None:
    """The column that begins at token ``first`` and ends in its unit, and the index after it; None for no unit."""
    for stop in range(first + 1, end + 1):
        bracketed = label_unit(tokens, first, stop) if tokens[stop - 1].core[-1] == ")" else None
        if bracketed is not None:
            return YearColumn(words_of(tokens, first, bracketed.label_end), bracketed.text), stop
        if tokens[stop - 1].core[0].isupper() and stop - 1 > first:
            continue  # begins a word of the label, or a unit that the next round completes
        bare = column_unit(tokens, first, stop)
        if bare is None or not _is_measure(bare.text) or _is_word(tokens[bare.label_end]):
            continue
        longer = range(min(end, bare.label_end + _LONGEST_UNIT), stop, -1)
        stop = next((e for e in longer if _is_measure(words_of(tokens, bare.label_end, e))), stop)
        return YearColumn(words_of(tokens, first, bare.label_end), words_of(tokens, bare.label_end, stop)), stop
    return None


def _columns(tokens: list[Token], first: int, end: int, count: int) -> list[YearColumn]:
    """The heads of ``count`` columns in tokens ``[first, end)``, or none where they cannot be told apart."""
    found: list[YearColumn] = []
    at = first
    while at < end and len(found) < count:
        column = _first_column(tokens, at, end)
        if column is None:
            break
        found.append(column[0])
        at = column[1]
    if found:
        return found if at == end and len(found) == count else []
    starts = list(range(first, end)) if end - first == count else phrase_starts(tokens, first, end)
    starts = [first] if count == 1 else starts
    names = [words_of(tokens, a, b) for a, b in itertools.pairwise([*starts, end])]
    distinct = len(names) == count and len(set(names)) == count and all(any(map(str.isalpha, n)) for n in names)
    return [YearColumn("", name) if _is_measure(name) else YearColumn(name, "") for name in names] if distinct else []


def _row_end(tokens: list[Token], at: int, flat: bool) -> int:
    """The index after the cells behind the year at ``at``; ``at`` where the row does not end with its cells."""
    end = at + 1
    line = tokens[at].line
    while end < len(tokens) and end - at <= _MOST_COLUMNS and (flat or tokens[end].line == line):
        if tokens[end].kind not in CELL_KINDS or (flat and tokens[end].kind is Kind.YEAR):
            break
        end += 1
    whole = flat or end == len(tokens) or tokens[end].line > line
    return end if whole else at


def _read(tokens: list[Token], at: int, flat: bool) -> YearTable | None:
    """The table whose head "Year" is token ``at``, or None."""
    start = at - 1 if at > 0 and fold(tokens[at - 1].core) in _KINDS_OF_YEAR else at
    if not tokens[start].core[0].isupper() or (not flat and start > 0 and tokens[start - 1].line == tokens[at].line):
        return None
    first = at + 1
    while first < len(tokens) and first - at <= _LONGEST_HEAD and tokens[first].kind in {Kind.WORD, Kind.MARK}:
        first += 1
    head = tokens[at + 1 : first]
    if not head or first >= len(tokens) or tokens[first].kind is not Kind.YEAR:
        return None
    if (not flat and tokens[first].line == head[-1].line) or any(fold(t.core) in AUXILIARIES for t in head):
        return None
    rows: list[tuple[int, ...]] = []
    row = first
    while row < len(tokens) and tokens[row].kind is Kind.YEAR and len(rows) < _MOST_ROWS:
        end = _row_end(tokens, row, flat)
        if end - row < 2 or (rows and end - row != len(rows[0])):
            break
        rows.append(tuple(range(row, end)))
        row = end
    columns = _columns(tokens, at + 1, first, len(rows[0]) - 1) if rows else []
    years = [tokens[cells[0]].year for cells in rows]
    rising = years == sorted(set(years)) or years == sorted(set(years), reverse=True)
    if not columns or not rising or (len(rows) < 2 and not all(c.unit for c in columns)):
        return None
    return YearTable(start, rows[-1][-1] + 1, tuple(columns), tuple(rows))


def find_year_tables(tokens: list[Token], flat: bool) -> list[YearTable]:
    """The tables of years as rows of a page, in order; O(n)."""
    found: list[YearTable] = []
    end = 0
    for at, token in enumerate(tokens):
        if at >= end and fold(token.core) in _HEADS:
            table = _read(tokens, at, flat)
            if table is not None:
                found.append(table)
                end = table.end
    return found


def _subject(tokens: list[Token], table: YearTable, flat: bool) -> Span:
    """What a table is of: the caption above its lines, or the last longer phrase before a flattened one."""
    end = table.start
    if not flat:
        caption = caption_of(tokens, Header(end, end, end, ()), flat)
        return caption if caption[0] < caption[1] else heading_above(tokens, end)
    first = end
    while first > 0 and end - first < _CAPTION_REACH and _may_caption(tokens[first - 1]):
        first -= 1
    if first == end:
        return end, end
    starts = [i for i in phrase_starts(tokens, first, end) if tokens[i].text[0].isupper() and end - i > 2]
    return (starts[-1], end) if starts else (end, end)


def _may_caption(token: Token) -> bool:
    """Whether a token before a flattened table can be of its caption: no figure, and no end of a sentence."""
    numbered = token.core.isdigit() and len(token.core) == 1
    return numbered or (token.kind in {Kind.WORD, Kind.MARK} and token.text[-1] not in ".;:”")


def _named(tokens: list[Token], first: int, end: int) -> str:
    """Tokens as text without marks of notes ("*/**")."""
    words = words_of(tokens, first, end).split()
    return " ".join(w for w in words if any(map(str.isalnum, w)) or w in _JOINING).strip(_DASHES)


def read_year_rows(source: PageTokens, table: YearTable, number: int) -> list[Observation]:
    """The observations of a table of years, the ``number``-th of its page; none where nothing says what it measures."""
    tokens, report = source.tokens, source.report
    above = _subject(tokens, table, source.flat)
    unit = label_unit(tokens, *above) if above[0] < above[1] else None
    caption = _named(tokens, above[0], unit.label_end if unit is not None else above[1])
    quote_from = above[0] if above[0] < above[1] == table.start else table.start
    found: list[Observation] = []
    for index, (year, *cells) in enumerate(table.rows, start=1):
        passage = source.passage(quote_from, cells[-1] + 1)
        if passage.end - passage.start > _LONGEST_QUOTE:
            passage = source.passage(year, cells[-1] + 1)
        section = report.section_at(source.page.number, passage.start)
        for at, (column, cell) in enumerate(zip(table.columns, cells, strict=True), start=1):
            indicator = column.label or caption
            if not indicator:
                continue
            token = tokens[cell]
            value, qualifier = figure_of(
                CellRun(cell, cell + 1, token.kind, token.core, token.mark), decimal_comma=source.decimal_comma
            )
            found.append(
                Observation(
                    report=report.id,
                    organization=report.organization,
                    period=tokens[year].year,
                    indicator=" ".join(indicator.split()[:_MOST_WORDS]),
                    passage=passage,
                    raw_value=source.text(cell, cell + 1),
                    value=value,
                    qualifier=qualifier,
                    group=caption if column.label else "",
                    dimensions=tuple(own_dimensions(indicator)),
                    unit="%" if token.core[-1] == "%" else column.unit or (unit.text if unit is not None else ""),
                    section=section.id if section else "",
                    table=f"p{source.page.number}-y{number}",
                    row=index,
                    column=at,
                    cell=source.page.body.source_span(token.start, token.end),
                    origin=Origin.TABLE,
                    method="flat-table" if source.flat else "line-table",
                    confidence=_SURE,
                )
            )
    return found
