"""The workbook holds text and nothing that runs."""

from __future__ import annotations

import io
from pathlib import Path

from openpyxl import load_workbook
from typer.testing import CliRunner

from tieout.library import Library
from tieout.shells.cli import app
from tieout.shells.tables import CLAUSE_COLUMNS, ENTITY_COLUMNS, OBSERVATION_COLUMNS
from tieout.shells.workbook import MAX_CELL, as_workbook, export_workbook


def test_sheets_hold_what_the_tables_hold(library: Library) -> None:
    book = load_workbook(io.BytesIO(export_workbook(library)))
    assert book.sheetnames == ["observations", "clauses", "entities"]
    headers = [tuple(cell.value for cell in sheet[1]) for sheet in book]
    assert headers == [OBSERVATION_COLUMNS, CLAUSE_COLUMNS, ENTITY_COLUMNS]
    assert [sheet.max_row - 1 for sheet in book] == [
        len(library.observations(missing=True)), len(library.clauses()), len(library.entities()),
    ]  # fmt: skip


def test_cells_are_strings_never_formulas_or_links() -> None:
    hostile = ['=HYPERLINK("http://x.example")', "{=1+1}", "@x", "http://x.example", "12", "a\x00b\x1b[1m"]
    sheet = load_workbook(io.BytesIO(as_workbook([("s", ["c"], [{"c": h} for h in hostile])])))["s"]
    cells = [sheet.cell(row, 1) for row in range(2, 2 + len(hostile))]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.value for cell in cells] == [*hostile[:-1], "ab[1m"]
    assert all(cell.hyperlink is None for cell in cells)


def test_long_text_is_cut_to_what_a_cell_holds() -> None:
    sheet = load_workbook(io.BytesIO(as_workbook([("s", ["c"], [{"c": "x" * 40_000}])])))["s"]
    assert len(sheet["A2"].value) == MAX_CELL
    assert sheet["A2"].value.endswith("…")


def test_the_same_rows_give_the_same_bytes() -> None:
    sheets = [("s", ["c"], [{"c": "x"}])]
    assert as_workbook(sheets) == as_workbook(sheets)


def test_export_writes_a_workbook_and_wants_a_file(sample_index: Path, tmp_path: Path) -> None:
    target = tmp_path / "figures.xlsx"
    call = ["export", "--format", "xlsx", "--index", str(sample_index)]
    assert CliRunner().invoke(app, [*call, "-o", str(target)]).exit_code == 0
    assert load_workbook(target)["observations"].max_row > 10
    refused = CliRunner().invoke(app, call)
    assert (refused.exit_code, "-o FILE.xlsx" in refused.stderr) == (2, True)
