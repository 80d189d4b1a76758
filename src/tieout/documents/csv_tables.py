"""CSV files: the decoded text is one page, the table's cells are spans of it.

The grammar is RFC 4180 with any of the common separators; a quoted cell's span is what stands between its quotes.
"""

from __future__ import annotations

import re

from tieout.documents.grid import table
from tieout.documents.limits import MAX_COLUMNS, MAX_ROWS
from tieout.documents.plain import decode_text
from tieout.documents.raw import Layout, RawDocument, RawPage
from tieout.errors import SourceError
from tieout.model import Cell

_SEPARATORS = ",;\t|"
_QUOTED = re.compile(r'"[^"]*"')
_SAMPLE = 20


def read_csv(data: bytes, name: str, *, first_page: int = 1) -> RawDocument:
    """One page numbered ``first_page`` and one table.

    Raises:
        SourceError: too many rows or columns, a quote that never ends, or no text at all.
    """
    text = decode_text(data, name)
    rows = _rows(text, _separator(text), name)
    tables = (table(1, first_page, rows),) if rows else ()
    return RawDocument(Layout.GRID, (RawPage(first_page, text),), tables)


def _separator(text: str) -> str:
    """The separator that the first lines have most, outside quotes, and as evenly as possible."""
    lines = [_QUOTED.sub("", line) for line in text[:20_000].splitlines()[:_SAMPLE] if line.strip()]
    scores = {
        s: (sum(s in line for line in lines), min((line.count(s) for line in lines), default=0)) for s in _SEPARATORS
    }
    return max(_SEPARATORS, key=lambda s: (scores[s], -_SEPARATORS.index(s)))


def _rows(text: str, separator: str, name: str) -> list[list[Cell]]:
    plain = re.compile(rf"[^{re.escape(separator)}\r\n]*")
    rows: list[list[Cell]] = []
    row: list[Cell] = []
    at, size = 0, len(text)
    while at < size:
        if text[at] == '"':
            cell, at = _quoted(text, at, name)
            at = plain.match(text, at).end()  # type: ignore[union-attr]  # the pattern matches the empty string too
        else:
            found = plain.match(text, at)
            end = found.end() if found else at
            cell, at = Cell(text[at:end], at, end), end
        row.append(cell)
        if len(row) > MAX_COLUMNS:
            raise SourceError(f"more than {MAX_COLUMNS} columns", subject=name)
        if at < size and text[at] == separator:
            at += 1
            if at == size or text[at] in "\r\n":
                row.append(Cell("", at, at))
            else:
                continue
        if at < size:
            at += 2 if text.startswith("\r\n", at) else 1
        if any(cell.text.strip() for cell in row):
            rows.append(row)
            if len(rows) > MAX_ROWS:
                raise SourceError(f"more than {MAX_ROWS} rows", subject=name)
        row = []
    return rows


def _quoted(text: str, start: int, name: str) -> tuple[Cell, int]:
    """The quoted cell that begins at ``start``, and where the text goes on."""
    at = start + 1
    while True:
        end = text.find('"', at)
        if end < 0:
            raise SourceError(f"the quote at character {start + 1} never ends", subject=name)
        if text.startswith('""', end):
            at = end + 2
            continue
        return Cell(text[start + 1 : end].replace('""', '"'), start + 1, end), end + 1
