"""Figures, clauses and entities as one workbook, a sheet each.

Report text is untrusted: every cell is written as a string, so no spreadsheet takes one for a formula or a link. The
workbook carries no clock, so the same index gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tieout.errors import UsageError
from tieout.shells import tables
from tieout.shells.render import printable

if TYPE_CHECKING:
    from tieout.library import Library

MAX_CELL = 32_767
"""Characters that a cell can hold (Excel's specification); longer text is cut and ends in an ellipsis."""
MAX_ROWS = 1_048_576
"""Rows that a sheet can hold, the header among them."""
_MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)

Sheet = tuple[str, Sequence[str], Sequence[tables.Row]]


def cell_text(text: str) -> str:
    """The text as a cell can hold it."""
    clean = printable(text)
    return clean if len(clean) <= MAX_CELL else clean[: MAX_CELL - 1] + "…"


def as_workbook(sheets: Sequence[Sheet]) -> bytes:
    """An XLSX file of (name, columns, rows) sheets, headers frozen and filterable.

    Raises:
        UsageError: more rows than a sheet holds.
    """
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties({"created": _MADE, "author": "Tieout"})
    bold = book.add_format({"bold": True})
    for name, columns, rows in sheets:
        if len(rows) >= MAX_ROWS:
            raise UsageError(
                f"{len(rows)} rows are more than a sheet holds", subject=name, remedy="Choose reports with --report"
            )
        sheet = book.add_worksheet(name)
        for x, column in enumerate(columns):
            sheet.write_string(0, x, column, bold)
        for y, row in enumerate(rows, 1):
            for x, column in enumerate(columns):
                sheet.write_string(y, x, cell_text(row[column]))
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(rows), len(columns) - 1)
    book.close()
    return out.getvalue()


def export_workbook(library: Library, *, reports: list[str] | None = None) -> bytes:
    """Sheets ``observations`` (cells printed as not disclosed among them), ``clauses``, ``entities`` of the reports."""
    observations = library.observations(reports=reports, missing=True)
    return as_workbook(
        [
            ("observations", tables.OBSERVATION_COLUMNS, tables.observation_rows(observations)),
            ("clauses", tables.CLAUSE_COLUMNS, tables.clause_rows(library.clauses(reports=reports))),
            ("entities", tables.ENTITY_COLUMNS, tables.entity_rows(library.entities(reports=reports))),
        ]
    )
