"""How a run of cells fits the columns of its table: the number of cells decides, or nothing is read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tieout.extract.kpi.columns import Column, Header, Role
from tieout.extract.kpi.lexer import Kind

_MOST_LABEL_DIGITS = 2
"""Most numbers before the first cell that belong to the label ("between 30 50 …")."""
_PLAIN = re.compile(r"\d{1,3}|\(\d{1,2}\)")
_ITEM = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,2}")


@dataclass(frozen=True, slots=True)
class CellRun:
    """One cell: tokens ``[first, end)``, its kind, its printed text without unit and mark, its mark and glued unit."""

    first: int
    end: int
    kind: Kind
    core: str
    mark: str = ""
    unit: str = ""
    is_text: bool = False


def _is_label_digit(cell: CellRun) -> bool:
    return (
        cell.kind in {Kind.FIGURE, Kind.YEAR} and _PLAIN.fullmatch(cell.core.rstrip("%")) is not None
    ) or cell.kind is Kind.YEAR


@dataclass(frozen=True, slots=True)
class Fit:
    """``take`` cells from the ``skip``-th on stand under ``columns``; what is skipped belongs to label or unit."""

    skip: int
    columns: tuple[Column, ...]
    take: int
    slash_unit: bool = False
    certain: bool = True


def _newest(columns: tuple[Column, ...], count: int) -> tuple[Column, ...]:
    """The ``count`` year columns nearest to the newest year, in column order."""
    years = tuple(c for c in columns if c.role is Role.YEAR)
    descending = len(years) > 1 and years[0].period > years[-1].period
    return years[:count] if descending else years[len(years) - count :]


def fit_with_units(cells: list[CellRun], header: Header, unit_word: bool, opens: bool) -> Fit | None:
    """How cells fit where rows print their unit before them; a slash before the values is the unit of a count.

    ``opens`` says that the last cell can begin the next row's label, and does where there is one too many.
    """
    width, count = header.width, len(cells)
    if opens and unit_word and count == width + 1:
        return Fit(0, header.columns, width)
    for least in range(width, width - header.optional - 1, -1):
        spare = count - least
        if spare >= 1 and cells[spare - 1].kind is Kind.SLASH:
            return Fit(spare, header.columns[:least], least, slash_unit=True)
        if spare >= 0:
            return Fit(spare, header.columns[:least], least)
    if cells[0].kind is Kind.SLASH and any(c.kind is Kind.FIGURE for c in cells[1:]):
        return Fit(1, _newest(header.columns, count - 1), count - 1, slash_unit=True, certain=False)
    if unit_word and width > 1 and any(c.kind is Kind.FIGURE for c in cells):
        return Fit(0, _newest(header.columns, count), count, certain=False)
    return None


def fit_plain(cells: list[CellRun], header: Header, flat: bool, labelled: bool, later: bool, opens: bool) -> Fit | None:
    """How cells fit where no unit column stands between label and values; ``later`` than the table's first row."""
    width, count, least = header.width, len(cells), header.width - header.optional
    if header.exact and count < width:
        return None
    if least <= count <= width:
        return Fit(0, header.columns[:count], count)
    spare = count - width
    first = cells[0].core[-1] != "%" and _is_label_digit(cells[0])
    if spare == 1 and opens and labelled and (cells[-1].kind is not Kind.NIL or not first):
        return Fit(0, header.columns, width)
    if spare > 0:
        if flat and spare == 1 and not _is_label_digit(cells[0]) and opens_label(cells[-1]):
            return Fit(0, header.columns, width)
        if spare <= _MOST_LABEL_DIGITS and labelled and all(_is_label_digit(c) for c in cells[:spare]):
            return Fit(spare, header.columns, width)
        if not flat or not labelled or not later:
            return None
        # Flattened text: a row and, without a label, the total below it.
        if spare in {width, least}:
            return Fit(0, header.columns, width)
        if spare < least and any(c.kind in {Kind.NIL, Kind.ABSENT} for c in cells[:spare]):
            return Fit(0, _newest(header.columns, spare), spare, certain=False)
        return None
    solid = count > 1 or cells[0].kind in {Kind.NIL, Kind.ABSENT} or not _is_label_digit(cells[0])
    if labelled and solid and not flat:
        return Fit(0, _newest(header.columns, count), count, certain=False)
    return None


def opens_label(cell: CellRun) -> bool:
    """Whether a last cell too many can begin the next row's label ("3.1 Purchased goods", "15 Investments")."""
    return cell.kind is Kind.NIL or _ITEM.fullmatch(cell.core) is not None or _PLAIN.fullmatch(cell.core) is not None
