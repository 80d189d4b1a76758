"""What the rows and columns of a grid are: header rows, label columns, a unit column, value columns, notes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from tieout.extract.grids.cells import is_absent, is_blank, is_period, period_in, read_cell
from tieout.extract.grids.units import label_unit
from tieout.extract.kpi.lexicon import AHEAD_WORDS, CHANGE_HEADS, TARGET_HEADS, UNIT_HEADS
from tieout.model import Table
from tieout.quantities import parse_unit
from tieout.quantities.spellings import words_of
from tieout.text import collapse, fold

_MOST_HEADERS = 4
_LONGEST_HEAD = 12
"""Most words of a header cell below the first row."""
_UNIT_NAMES = UNIT_HEADS | {
    "u.m.",
    "um",
    "unit of measure",
    "unit of measurement",
    "measurement unit",
    "measuring unit",
    "einheit",
}
_SERIES_WORDS = CHANGE_HEADS | AHEAD_WORDS | words_of("vs vs. base baseline forma")
_PERIOD_WORDS = words_of(
    "in year data results result fy cy actual as of at previous prior current reporting financial fiscal period ended "
    "the value values december 31 dec"
) | {""}
_COUNT_UNITS = words_of("no number nr # n count persons person people headcount fte ftes / millions thousands million")
_REFERENCES = words_of(
    "scope scopes note notes ref reference references page pages gri sdg sdgs esrs sasb footnote chapter"
)
"""Heads of columns whose figures point somewhere or number something."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_EMPTY_BRACKETS = re.compile(r"\(\s*[A-Z]{0,2}\s*\)")
_CHANGES = CHANGE_HEADS | {"vs", "vs."}
_MET = words_of("achieved achievement attained attainment fulfilled fulfilment met progress reached status")


class Role(StrEnum):
    """What a column holds."""

    LABEL = "label"
    UNIT = "unit"
    VALUE = "value"
    NOTE = "note"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its role, the period its header names ("" for none), and its header's other words.

    ``series`` tells that it holds no reported year but a target, a base, a forecast or a change.
    """

    role: Role
    period: str = ""
    label: str = ""
    unit: str = ""
    series: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A grid read as a table: the number of header rows and one Column per column; ``corner`` are the label heads."""

    header_rows: int
    columns: tuple[Column, ...]
    corner: tuple[str, ...]

    @property
    def labels(self) -> tuple[int, ...]:
        """The indexes of the label columns, left to right."""
        return tuple(i for i, column in enumerate(self.columns) if column.role is Role.LABEL)

    @property
    def unit_column(self) -> int | None:
        """The index of the unit column, if there is one."""
        return next((i for i, column in enumerate(self.columns) if column.role is Role.UNIT), None)

    @property
    def by_year(self) -> bool:
        """Whether value columns are periods."""
        return any(column.period for column in self.columns if column.role is Role.VALUE)


def _texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def _is_data(text: str) -> bool:
    """Whether a cell surely holds a figure or a stated absence, and no year."""
    if is_blank(text) or is_period(text) or period_in(text):
        return False
    return is_absent(text) or read_cell(text) is not None


def _is_figure(text: str) -> bool:
    """Whether a cell of the first row is a reported figure: bounds and ranges there head columns ("<30", "30-50")."""
    if not _is_data(text):
        return False
    reading = read_cell(text)
    return is_absent(text) or (reading is not None and reading.value is not None and not reading.qualifier)


def count_header_rows(rows: list[list[str]]) -> int:
    """How many top rows are headers: rows without data, down to the last that names periods or parts of the columns."""
    if len(rows) < 2 or any(_is_figure(text) for text in rows[0][1:]):
        return 0
    headers = 1
    for index in range(1, min(_MOST_HEADERS, len(rows) - 1)):
        row = rows[index]
        rest = row[1:]
        filled = [text for text in rest if not is_blank(text)]
        if any(_is_data(text) for text in rest) or not filled:
            break
        below = rows[index + 1 :]
        years = [c for c in range(1, len(row)) if period_in(row[c])]
        if years:
            dated = any(period_in(rows[r][c]) for c in years for r in range(index))
            if dated or not any(_is_data(other[c]) for other in below for c in years):
                break
        elif not _splits_columns(rows, index, below):
            break
        headers = index + 1
    return headers


def _splits_columns(rows: list[list[str]], index: int, below: list[list[str]]) -> bool:
    """Whether a row of words goes on with the header above it: short heads over figures, no label but a unit."""
    row = rows[index]
    stub = row[0].strip()
    if stub and parse_unit(stub) is None:
        return False
    heads = [c for c in range(1, len(row)) if not is_blank(row[c])]
    if any(len(row[c].split()) > _LONGEST_HEAD for c in heads):
        return False
    with_data = [c for c in heads if any(_is_data(other[c]) for other in below)]
    return len(with_data) * 2 > len(heads)


def _is_unit(text: str) -> bool:
    """Whether a cell is a unit and no noun of a label ("Employees", "Suppliers" are both)."""
    unit = parse_unit(text)
    if unit is None:
        return False
    return unit.kind not in {"count", "headcount"} or fold(text).strip("().") in _COUNT_UNITS


def _spread(rows: list[list[str]], count: int) -> list[list[str]]:
    """The rows with heads that span columns written over each: the next is blank above a part ("2023 | | 2024 |")."""
    done = [list(row) for row in rows[:count]]
    for index in range(count - 1):
        below = done[index + 1]
        for column in range(2, len(below)):
            parted = not is_blank(below[column]) and not is_blank(below[column - 1])
            over = done[index][column - 1]
            dated = bool(period_in(over)) and bool(period_in(below[column]))
            if is_blank(done[index][column]) and parted and not is_blank(over) and not dated:
                done[index][column] = over
    return [*done, *rows[count:]]


def _header_parts(rows: list[list[str]], count: int, column: int) -> list[str]:
    """The distinct header texts above a column, top down."""
    parts: list[str] = []
    for row in rows[:count]:
        text = collapse(row[column])
        if text and text not in _DASH and text not in parts:
            parts.append(text)
    return parts


_DASH = frozenset({"-", "–", "—"})


def _column(parts: list[str], body: list[str], *, first: bool) -> Column:
    head = " ".join(parts)
    filled = [text for text in body if not is_blank(text)]
    figures = sum(1 for text in filled if is_absent(text) or read_cell(text) is not None)
    units = sum(1 for text in filled if _is_unit(text) and not _is_data(text))
    if any(fold(part).strip("()") in _UNIT_NAMES for part in parts):
        return Column(Role.UNIT)
    if not first and any(fold(part).strip("().") in _REFERENCES for part in parts) and not _names_rows(filled):
        return Column(Role.REFERENCE, label=head)
    if filled and not first and units * 5 >= len(filled) * 3 and figures * 2 < len(filled):
        return Column(Role.UNIT)
    period = period_in(head)
    if figures == 0 or (figures * 2 < len(filled) and not period):
        return Column(Role.LABEL if first else Role.NOTE, label=head)
    label = " ".join(text for text in (head_label(part) for part in parts) if text)
    return Column(Role.VALUE, period, label, _head_unit(parts), series=_is_series(head))


def _names_rows(filled: list[str]) -> bool:
    """Whether most cells are names ("Offices", "Total Scope 1") and not places or numbers ("Scope 1", "p. 12")."""
    words = (_WORD.findall(fold(text)) for text in filled)
    return sum(1 for own in words if any(w not in _REFERENCES for w in own)) * 2 > len(filled)


def head_label(text: str) -> str:
    """What a header cell says besides its period and unit ("2022 Group total": "Group total")."""
    if _is_series(text):
        return text
    rest = label_unit(text)[1] if not is_period(text) else ""
    period = period_in(rest)
    rest = _EMPTY_BRACKETS.sub(" ", rest.replace(period, " ", 1)) if period else rest
    kept = [w for w in rest.split() if fold(w).strip("():,.*") not in _PERIOD_WORDS]
    return collapse(rest) if kept and not (period and all(len(w) < 2 for w in kept)) else ""


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).replace("(", " ").replace(")", " ").split())


def _is_series(text: str) -> bool:
    return bool(_words(text) & _SERIES_WORDS)


def _head_unit(parts: list[str]) -> str:
    """The unit that a column's header prints as a part of its own or in brackets ("2023 (tCO2e)", "% of total")."""
    for part in reversed(parts):
        opening = part.rfind("(")
        inner = part[opening + 1 : part.rfind(")")].strip() if opening >= 0 else ""
        for candidate in (inner, part if not is_period(part) else ""):
            if candidate and not candidate.isdigit() and parse_unit(candidate) is not None:
                return candidate
        if "%" in part.split():
            return "%"
    return ""


def is_comparison(unit: str) -> bool:
    """Whether a unit column's cell says what a row is compared with, instead of a unit ("vs 2020", "change")."""
    return bool(unit) and parse_unit(unit) is None and bool(set(fold(unit).split()) & _CHANGES)


def is_change(column: Column) -> bool:
    """Whether a column compares periods ("% change", "vs 2020") instead of reporting one."""
    return column.series and bool(_words(column.label) & _CHANGES)


def is_aim(column: Column) -> bool:
    """Whether a column holds targets ("Target 2030"), and not how far they were met ("Target vs. actual")."""
    words = _words(column.label)
    return column.series and bool(words & TARGET_HEADS) and not words & (_CHANGES | _MET)


def read_layout(table: Table) -> Layout:
    """The layout of a table with at least one row; O(cells)."""
    rows = _texts(table)
    count = table.header_rows if table.header_rows is not None else count_header_rows(rows)
    width = len(rows[0])
    body = rows[count:]
    rows = _spread(rows, count)
    columns: list[Column] = []
    leading = True
    for index in range(width):
        column = _column(_header_parts(rows, count, index), [row[index] for row in body], first=index == 0)
        if index == 0 and (column.role is Role.UNIT or (column.role is Role.VALUE and not column.period)):
            column = Column(Role.LABEL, label=column.label)
        if leading and column.role is Role.NOTE:
            column = Column(Role.LABEL, label=column.label)
        leading = leading and column.role in {Role.LABEL, Role.UNIT, Role.REFERENCE}
        columns.append(column)
    corner = tuple(
        text for i, column in enumerate(columns) if column.role is Role.LABEL for text in _header_parts(rows, count, i)
    )
    return Layout(count, tuple(columns), corner)
