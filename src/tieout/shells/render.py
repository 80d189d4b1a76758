"""Rows for people and for programs: a table on the terminal, CSV, JSON, JSON lines, XLSX.

Text from reports is untrusted. CSV cells that a spreadsheet would run as a formula get a leading apostrophe; control
characters never reach a terminal or a workbook.
"""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence

from tieout.errors import UsageError

Row = Mapping[str, str]

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_PLAIN_NUMBER = re.compile(r"[+-]?\d[\d.,]*%?")
FORMATS = ("table", "csv", "json", "jsonl")


def printable(text: str) -> str:
    """The text without control and text-direction characters."""
    return _CONTROL.sub("", text)


def escaped(text: str) -> str:
    """The text for a place that reads HTML: markup in it shows as its characters."""
    return html.escape(printable(text), quote=False)


def csv_cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula; plain numbers stay numbers."""
    clean = printable(text)
    return (
        f"'{clean}" if clean.startswith(_FORMULA) and not _PLAIN_NUMBER.fullmatch(clean) and len(clean) > 1 else clean
    )


def as_csv(rows: Iterable[Row], columns: Sequence[str]) -> str:
    """RFC 4180 text with a header row and LF line ends."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([csv_cell(row[c]) for c in columns] for row in rows)
    return out.getvalue()


def as_json(value: object) -> str:
    """Indented JSON in UTF-8, keys in their given order."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def as_jsonl(rows: Iterable[Mapping[str, object]]) -> str:
    """One JSON object a line."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _width(rows: Sequence[Row], column: str) -> int:
    return 2 + max([len(column), *(len(row[column]) for row in rows)])


def as_table(rows: Sequence[Row], columns: Sequence[str], *, width: int | None = None) -> str:
    """A table for a terminal, long cells cut to fit; in a pipe every cell is whole."""
    import sys

    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, header_style="bold", pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="ellipsis", no_wrap=True)
    for row in rows:
        table.add_row(*(Text(printable(row[c]).replace("\n", " ")) for c in columns))
    out = io.StringIO()
    wide = None if sys.stdout.isatty() else max(200, sum(_width(rows, column) for column in columns))
    Console(file=out, width=width or wide, highlight=False).print(table)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def as_format(rows: Sequence[Row], columns: Sequence[str], form: str) -> str:
    """Rows in one of ``FORMATS``; UsageError for another word."""
    if form == "csv":
        return as_csv(rows, columns)
    if form == "json":
        return as_json([{c: row[c] for c in columns} for row in rows])
    if form == "jsonl":
        return as_jsonl({c: row[c] for c in columns} for row in rows)
    if form == "table":
        return as_table(rows, columns)
    raise UsageError("unknown format", subject=form, remedy=f"Known formats: {', '.join(FORMATS)}")
