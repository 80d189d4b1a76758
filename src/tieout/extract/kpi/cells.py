"""What a cell says: its number and qualifier, and its unit from the nearest place that prints one."""

from __future__ import annotations

import re
from decimal import Decimal

from tieout.extract.kpi.columns import Column, Header, Role
from tieout.extract.kpi.fitting import CellRun
from tieout.extract.kpi.lexer import Kind
from tieout.extract.kpi.printed_units import noun_unit, time_counted
from tieout.extract.kpi.rows import Row
from tieout.quantities import parse_figure, parse_unit, split_bound
from tieout.text import fold

_MASSES = ("mass", "energy", "volume")
"""Kinds of units that a row without one may share with the row above: its whole numbers are no counts then."""
_COUNT = re.compile(r"(?:total )?number of\b", re.IGNORECASE)
_AMOUNT = re.compile(
    r"\b(?:remuneration|salar(?:y|ies)|wages?|costs?|expen(?:se|ses|diture|ditures)|revenues?|sales|income|profits?|"
    r"loss|earnings|taxes|assets|liabilities|equity|investments?|donations?|spend(?:ing)?|capital|dividends?|EBITDA?)\b",
    re.IGNORECASE,
)
"""Names an amount of money: a whole number without a unit is no count then."""
_PART = re.compile(r"(?:of which|thereof|o/w|including)\b", re.IGNORECASE)
"""Begins a row that is a part of the row above and shares its unit."""


_GROUPED = re.compile(r"[-+(]?[1-9]\d{0,2}(?:,\d{3})+\)?")
_WHOLE = re.compile(r"[-+(]?(?:0|[1-9]\d{0,2})\)?")


def row_comma(row: Row, *, decimal_comma: bool) -> bool:
    """Whether a row writes decimals with a comma: not where its other cells are whole ("2,524 1,777 747 206")."""
    cores = [cell.core for _, cell in row.cells if cell.kind is Kind.FIGURE]
    counts = all(_GROUPED.fullmatch(core) or _WHOLE.fullmatch(core) for core in cores)
    return decimal_comma and not (counts and any("," not in core and core != "0" for core in cores))


def figure_of(cell: CellRun, *, decimal_comma: bool) -> tuple[Decimal | None, str]:
    """The value and qualifier of a cell; a text cell keeps the number it begins with, where that is no mere bound."""
    if cell.kind in {Kind.SLASH, Kind.ABSENT}:
        return None, "not_disclosed"
    if cell.kind is Kind.NIL:
        return None, "nil"
    if cell.kind is Kind.RATIO:
        return None, "text"
    bound, rest = split_bound(cell.core)
    value = parse_figure(rest, decimal_comma=decimal_comma)
    if cell.is_text:
        return value if not bound else None, "text"
    return value, bound if value is not None else "text"


def year_values(row: Row, *, decimal_comma: bool) -> list[Decimal]:
    """The values of a row's year columns, cells without a number counted as nought."""
    comma = row_comma(row, decimal_comma=decimal_comma)
    return [
        figure_of(cell, decimal_comma=comma)[0] or Decimal(0) for column, cell in row.cells if column.role is Role.YEAR
    ]


def _is_whole(row: Row, *, decimal_comma: bool) -> bool:
    comma = row_comma(row, decimal_comma=decimal_comma)
    values = [figure_of(cell, decimal_comma=comma)[0] for _, cell in row.cells]
    return any(v is not None for v in values) and all(v is None or v == v.to_integral_value() for v in values)


def _content(text: str) -> set[str]:
    """The long words of a label."""
    return {w.rstrip("s") for w in re.findall(r"[^\W\d_]{6,}", fold(text))}


class TableUnits:
    """The units of one table's cells; rows that are parts of the row above take its unit.

    Args:
        header: the table's header.
        printed: the units that header or caption print for year columns and for percent columns.
        decimal_comma: how the page writes decimals.
    """

    def __init__(self, header: Header, printed: tuple[str, str], *, decimal_comma: bool) -> None:
        self._header = header
        self._year_unit, self._percent_unit = printed
        self._decimal_comma = decimal_comma
        self._parent_unit = ""
        self._parent_words: set[str] = set()
        self._row: Row | None = None
        self._outer = self._fallback = ""

    def enter(self, row: Row, label: str, own: str, group: str) -> None:
        """Go to a row with its label, its own unit and its group's unit ("" where none is printed)."""
        self._row = row
        counted = _COUNT.match(label) is not None
        part = _PART.match(label) is not None
        shares = not counted and self._shares(label)
        in_column = self._header.unit_before or self._header.unit_after
        if own or group:
            self._outer = own or group
        elif counted and not in_column:
            self._outer = time_counted(label) or "number"
        else:
            self._outer = self._parent_unit if part or shares else self._year_unit
        counts = not shares and not in_column and _is_whole(row, decimal_comma=self._decimal_comma)
        self._fallback = noun_unit(label) or ("number" if counts and not _AMOUNT.search(label) else "")
        if own:
            self._parent_unit, self._parent_words = own, _content(label)
        elif not shares and not part:
            self._parent_unit = ""

    def _shares(self, label: str) -> bool:
        """Whether a row without a unit measures what the row above does, and so shares its mass, energy or volume."""
        unit = parse_unit(self._parent_unit) if self._parent_unit else None
        return unit is not None and unit.kind.startswith(_MASSES) and bool(self._parent_words & _content(label))

    def of(self, column: Column, cell: CellRun) -> str:
        """The printed unit of a cell of the row entered last: the column's, the row's, its own, the table's."""
        if column.unit:
            return column.unit
        if column.role is Role.PERCENT:
            return self._percent_unit
        if self._row is not None and self._row.slash_unit:
            return ""
        own = "%" if cell.core.endswith("%") else cell.unit
        if own and not (self._outer and fold(self._outer).startswith(fold(own))):
            return own
        return self._outer or self._fallback
