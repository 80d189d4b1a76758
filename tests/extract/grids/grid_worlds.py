"""Tiny reports of one grid, written as the cells of invented companies."""

from __future__ import annotations

from tieout.extract.grids import extract_grid_observations
from tieout.model import Catalogue, Cell, Observation, Page, Report, Source, Table
from tieout.text import MappedText


def report_of(
    rows: list[list[str]], *, caption: str = "", period: str = "2024", header_rows: int | None = None
) -> Report:
    """A one-page report whose text is the rows, cells joined by tabs."""
    text, lines = "", []
    for row in rows:
        cells = []
        for cell in row:
            cells.append(Cell(cell, len(text), len(text) + len(cell)))
            text += cell + "\t"
        text += "\n"
        lines.append(tuple(cells))
    page = Page(7, text, (), MappedText.identity(text))
    source = Source("grid.csv", "text/csv", "0" * 64, len(text))
    table = Table("p7t1", 7, caption, tuple(lines), header_rows)
    return Report("acme-2024", "Acme", period, source, (page,), (), (table,))


def observe(
    rows: list[list[str]], *, caption: str = "", header_rows: int | None = None
) -> dict[tuple[int, int], Observation]:
    """The observations of a grid by (row, column)."""
    found = extract_grid_observations(report_of(rows, caption=caption, header_rows=header_rows), Catalogue())
    assert len({(o.row, o.column) for o in found}) == len(found)
    return {(o.row, o.column): o for o in found}
