"""XLSX workbooks: each sheet with text is a page, cells parted by tabs, and a table; the only user of openpyxl."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from tieout.documents.archives import checked_archive
from tieout.documents.grid import table
from tieout.documents.limits import MAX_COLUMNS, MAX_ROWS
from tieout.documents.raw import Layout, RawDocument, RawPage
from tieout.errors import SourceError
from tieout.model import Cell, Table

_PERCENT = re.compile(r"^0(?:\.(0+))?%")
_FIXED = re.compile(r"^(#,##)?0(?:\.(0+))?(?:$|[_;])")
_SPACE = re.compile(r"\s+")
_DAMAGE = (
    InvalidFileException,
    zipfile.BadZipFile,
    SyntaxError,
    KeyError,
    ValueError,
    OSError,
    TypeError,
    AttributeError,
    IndexError,
    EOFError,
)
"""What openpyxl raises on damaged files; XML faults are SyntaxErrors."""


def read_xlsx(data: bytes, name: str, *, first_page: int = 1) -> RawDocument:
    """The sheets of a workbook, stored values as they are shown (formulas by their cached result).

    Raises:
        SourceError: damaged, encrypted, or over a limit.
    """
    checked_archive(data, name).close()
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    except _DAMAGE as error:
        raise SourceError("the workbook is damaged", subject=name) from error
    pages: list[RawPage] = []
    tables: list[Table] = []
    try:
        for sheet in book.worksheets:
            number = first_page + len(pages)
            text, rows = _laid_out(_sheet_rows(sheet, name))
            if text:
                pages.append(RawPage(number, text))
                tables.append(table(1, number, rows, caption=sheet.title))
    except _DAMAGE as error:
        raise SourceError("the workbook is damaged", subject=name) from error
    finally:
        book.close()
    return RawDocument(Layout.GRID, tuple(pages), tuple(tables))


def _sheet_rows(sheet: Any, name: str) -> Iterator[list[str]]:
    """Rows that hold anything, as shown, without the empty cells at their end."""
    sheet.reset_dimensions()  # else every row is padded to the size that the file claims to have
    filled = 0
    for row in sheet.iter_rows():
        shown = [_shown(cell.value, getattr(cell, "number_format", "") or "") for cell in row]
        while shown and not shown[-1]:
            shown.pop()
        if len(shown) > MAX_COLUMNS:
            raise SourceError(f"more than {MAX_COLUMNS} columns in sheet {sheet.title!r}", subject=name)
        if shown:
            filled += 1
            if filled > MAX_ROWS:
                raise SourceError(f"more than {MAX_ROWS} rows in sheet {sheet.title!r}", subject=name)
            yield shown


def _laid_out(rows: Iterator[list[str]]) -> tuple[str, list[list[Cell]]]:
    parts: list[str] = []
    cells: list[list[Cell]] = []
    at = 0
    for row in rows:
        line: list[Cell] = []
        for text in row:
            line.append(Cell(text, at, at + len(text)))
            at += len(text) + 1
        parts.append("\t".join(row))
        cells.append(line)
    return "\n".join(parts), cells


def _shown(value: object, number_format: str) -> str:
    """A stored value as the sheet shows it, for the plain number and per cent formats; others by value."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number(value, number_format)
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    if isinstance(value, datetime.datetime | datetime.date | datetime.time):
        return value.isoformat()
    return _SPACE.sub(" ", str(value)).strip()


def _number(value: float, number_format: str) -> str:
    exact = Decimal(repr(value))
    if percent := _PERCENT.match(number_format):
        return f"{exact * 100:.{len(percent.group(1) or '')}f}%"
    if fixed := _FIXED.match(number_format):
        return f"{exact:{',' if fixed.group(1) else ''}.{len(fixed.group(2) or '')}f}"
    if exact == exact.to_integral_value() and abs(exact) < 10**15:
        return str(int(exact))
    return f"{exact:f}"
