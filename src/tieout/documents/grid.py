"""Rows of cells with their places in a text: what CSV, XLSX, HTML and DOCX readers build their tables with."""

from __future__ import annotations

from collections.abc import Sequence

from tieout.model import Cell, Table


def padded(rows: Sequence[Sequence[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """Rows of equal length: short ones get empty cells at the end of their last one."""
    width = max((len(row) for row in rows), default=0)
    done = []
    for row in rows:
        end = row[-1].end if row else 0
        done.append(tuple(row) + (Cell("", end, end),) * (width - len(row)))
    return tuple(done)


def table(
    number: int, page: int, rows: Sequence[Sequence[Cell]], *, caption: str = "", header_rows: int | None = None
) -> Table:
    """The ``number``-th table (from 1) of a page."""
    return Table(f"p{page}t{number}", page, caption, padded(rows), header_rows)
