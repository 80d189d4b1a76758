"""From grids to observations: one for each cell that prints a figure or says that it prints none.

Each keeps its row and column, so that every figure of a table can be reached again by its place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tieout.extract.grids.cells import Reading, figure_in_label, is_period, period_in, read_cell
from tieout.extract.grids.layout import Column, Layout, Role, is_aim, is_change, is_comparison, read_layout
from tieout.extract.grids.outline import Line, clean_label, read_outline
from tieout.extract.grids.units import label_unit, loose_unit
from tieout.extract.kpi.dimensions import age_of, belongs, dimension_of_heading, dimensions_of, own_dimensions
from tieout.extract.kpi.lexicon import CLOSED_DIMENSIONS
from tieout.extract.kpi.places import is_place
from tieout.model import Catalogue, Dimension, Observation, Origin, Page, Passage, Report, Table
from tieout.quantities import guess_decimal_comma, parse_unit
from tieout.quantities.spellings import words_of
from tieout.text import collapse, fold

METHOD = "grid"
_PDF = "application/pdf"
_SEGMENT = re.compile(
    r"(?!all |total |group )[^\n]*\b(?:business (?:line|unit|area|segment|division)|division|segment)", re.IGNORECASE
)
_AGE_BAND = re.compile(r"[<>≤≥]?\s?\d{2}\s?(?:(?:[-–]|to)\s?\d{2})?\s?\+?(?: years?)?", re.IGNORECASE)
_LONGEST_QUOTE = 400
_MOST_WORDS = 20
_BOUNDARY_WORDS = words_of(
    "group company consolidated consolidation domain operated equity perimeter parent standalone subsidiaries entity "
    "boundary operational control corporate"
)
_TOTALS = frozenset({"total", "sum", "overall", "all", "value", "values", "data", "result", "results", "amount", ""})


@dataclass(frozen=True, slots=True)
class _Grid:
    """A table with what was read of it; ``unit`` and ``period`` are those that hold where rows and columns say none."""

    report: Report
    page: Page
    table: Table
    layout: Layout
    unit: str
    period: str
    decimal_comma: bool


def extract_grid_observations(report: Report, catalogue: Catalogue) -> tuple[Observation, ...]:
    """The observations of all tables of a report, in reading order of their cells; the catalogue is not needed.

    ``row`` and ``column`` are the cell's indexes in its table, from 0 with the header rows counted. Metrics and
    canonical values are filled in later. Cells without a place in the page text are left out: no Passage, no figure.
    So are grids on PDF pages without a header row: they are fragments, and the page's text is read with the head that
    they lost.
    """
    found: list[Observation] = []
    for table in report.tables:
        if table.rows and table.rows[0]:
            found.extend(_observe_table(report, table))
    return tuple(found)


def _observe_table(report: Report, table: Table) -> list[Observation]:
    layout = read_layout(table)
    if layout.header_rows == 0 and report.source.media_type == _PDF:
        return []
    texts = [cell.text for row in table.rows for cell in row]
    heads = (text for text in (*layout.corner, table.caption) if fold(text) not in {"year", "years"})
    over = next((u for u in map(loose_unit, heads) if u), "")
    period = next((p for p in map(period_in, (*layout.corner, table.caption)) if p), report.period)
    comma = guess_decimal_comma("\n".join(texts))
    grid = _Grid(report, report.page(table.page), table, layout, over, period, comma)
    found: list[Observation] = []
    for line in read_outline(table, layout):
        for index, column in enumerate(layout.columns):
            observation = None
            if column.role is Role.VALUE:
                observation = _observe_cell(grid, line, index, column)
            elif column.role is Role.LABEL:
                observation = _observe_label(grid, line, index)
            if observation is not None:
                found.append(observation)
    return found


def _observe_cell(grid: _Grid, line: Line, index: int, column: Column) -> Observation | None:
    cell = grid.table.rows[line.row][index]
    reading = read_cell(cell.text, decimal_comma=grid.decimal_comma)
    if reading is None or (reading.qualifier == "nil" and column.series):
        return None
    return _observe_reading(grid, line, index, column, reading)


def _observe_reading(grid: _Grid, line: Line, index: int, column: Column, reading: Reading) -> Observation | None:
    cell = grid.table.rows[line.row][index]
    passage = _row_passage(grid, line.row, index)
    if passage is None:
        return None
    row_unit, label = label_unit(line.label)
    by_row = is_period(line.label) and not grid.layout.by_year
    if by_row or not label:
        above = column.label or (_title(grid.table.caption) if by_row else "")
        label = (column.label if by_row else "") or (line.headings[-1] if line.headings else above)
    indicator, group = _name(line, label, column, by_row=by_row)
    if not indicator:
        # A figure that neither row, heading nor column names cannot be told from others.
        return None
    unit = _unit(grid, line, column, reading, row_unit)
    section = grid.report.section_at(grid.page.number, cell.start)
    start = cell.start + (reading.start if cell.end - cell.start == len(cell.text) else 0)
    end = start + (reading.end - reading.start) if cell.end - cell.start == len(cell.text) else cell.end
    return Observation(
        report=grid.report.id,
        organization=grid.report.organization,
        period=_period(grid, line, column, reading, by_row=by_row),
        indicator=indicator,
        passage=passage,
        raw_value=collapse(cell.text),
        value=reading.value,
        qualifier=reading.qualifier,
        group=group,
        dimensions=_dimensions(line, label, column, unit if is_comparison(unit) else "", by_row=by_row),
        unit=(reading.unit or "%") if is_comparison(unit) else unit,
        boundary=column.label if _is_boundary(column.label) else "",
        section=section.id if section is not None else "",
        table=grid.table.id,
        row=line.row,
        column=index,
        cell=(start, end),
        origin=Origin.TABLE,
        method=METHOD,
    )


def _observe_label(grid: _Grid, line: Line, index: int) -> Observation | None:
    """The figure that a row's label ends in ("Cars: 70%"), or None."""
    cell = grid.table.rows[line.row][index]
    found = figure_in_label(cell.text)
    if found is None or cell.end <= cell.start:
        return None
    head, reading = found
    plain = replace(line, label=clean_label(head))
    return _observe_reading(grid, plain, index, Column(Role.VALUE), reading)


def _title(caption: str) -> str:
    """A caption that can say what a table is of, and no mere number of a sheet ("Sheet1"); else ""."""
    return caption if caption and not any(map(str.isdigit, caption)) else ""


def _row_passage(grid: _Grid, row: int, column: int) -> Passage | None:
    """The row's text on the page; for a very long row the part from its label to the cell, else the cell alone."""
    cells = [cell for cell in grid.table.rows[row] if cell.end > cell.start]
    target = grid.table.rows[row][column]
    if target.end <= target.start:
        return None
    start, end = min(cell.start for cell in cells), max(cell.end for cell in cells)
    if end - start > _LONGEST_QUOTE:
        start, end = min(cells[0].start, target.start), max(cells[0].end, target.end)
    if end - start > _LONGEST_QUOTE:
        start, end = target.start, target.end
    return Passage(grid.report.id, grid.page.number, start, end, grid.page.text[start:end])


def _holds_for(heading: str, label: str, column: Column) -> bool:
    """Whether a heading still holds: a split by gender or age ends where neither row nor column is a member of it."""
    kind = dimension_of_heading(heading)
    return kind not in CLOSED_DIMENSIONS or belongs(label, kind, label) or belongs(column.label, kind, column.label)


def _name(line: Line, label: str, column: Column, *, by_row: bool) -> tuple[str, str]:
    """The indicator, at most 20 words, and the headings above it."""
    headings = [h for h in line.headings if h != label and _holds_for(h, label, column)]
    named = label
    if not column.period and not by_row and column.label and fold(column.label) not in _TOTALS:
        named = f"{label} – {column.label}"
    return " ".join(clean_label(named).split()[:_MOST_WORDS]), " > ".join(headings)


def _period(grid: _Grid, line: Line, column: Column, reading: Reading, *, by_row: bool) -> str:
    if by_row:
        return period_in(line.label)
    return column.period or reading.period or grid.period


def _unit(grid: _Grid, line: Line, column: Column, reading: Reading, row_unit: str) -> str:
    """The unit as printed nearest to the cell. A scale printed in the cell goes before the unit of its row."""
    at = grid.layout.unit_column
    printed = collapse(grid.table.rows[line.row][at].text) if at is not None else ""
    printed = printed.strip("()") if parse_unit(printed.strip("()")) is not None else printed
    above = next((u for u in (loose_unit(h) for h in reversed(line.headings)) if u), "")
    outer = (printed if printed not in {"-", "–", "/"} else "") or row_unit or column.unit or above or grid.unit
    if is_comparison(outer):
        return outer
    if reading.unit:
        scale = parse_unit(reading.unit)
        joined = f"{reading.unit} {outer}"
        bare_scale = scale is not None and scale.kind == "count" and scale.factor != 1
        return joined if bare_scale and outer and parse_unit(joined) is not None else reading.unit
    if is_change(column) and column.unit:
        return column.unit
    return outer


def _row_dimensions(line: Line, label: str) -> tuple[Dimension, ...]:
    """The dimensions that a row's own words and its headings give; a total under a split is no member of it."""
    head, dash, member = label.partition(" - ") if " - " in label else label.partition(": ")
    kind = dimension_of_heading(head) if dash else ""
    if kind and member.strip():
        return (Dimension(kind, member.strip()), *(d for d in own_dimensions(member) if d.type != kind))
    heading = next((h for h in reversed(line.headings) if dimension_of_heading(h)), "")
    if not heading or fold(label).startswith(("total", "specific", "average")):
        return tuple(own_dimensions(label))
    found = dimensions_of(label, heading, dimension_of_heading(heading))
    return tuple(d for d in found if any(c.isalnum() for c in d.value))


def _is_boundary(label: str) -> bool:
    return bool(label) and bool(set(fold(label).replace("-", " ").split()) & _BOUNDARY_WORDS)


def _dimensions(line: Line, label: str, column: Column, compared: str, *, by_row: bool) -> tuple[Dimension, ...]:
    """What the row's headings, its label and its column's head say the figure is restricted to, each type once.

    ``compared`` is what the unit column says the row is compared with ("vs 2020"), or "".
    """
    found: dict[str, str] = {}
    for dimension in _row_dimensions(line, label):
        found.setdefault(dimension.type, dimension.value)
    segment = next((h for h in reversed(line.headings) if _SEGMENT.fullmatch(h)), "")
    if segment:
        found.setdefault("segment", segment)
    if "region" not in found and is_place(label):
        found["region"] = label
    if column.series or compared:
        found["series"] = compared or ("target" if is_aim(column) else column.label)
    elif column.label and not by_row:
        for dimension in own_dimensions(column.label):
            found.setdefault(dimension.type, dimension.value)
        if is_place(column.label):
            found.setdefault("region", column.label)
        elif _AGE_BAND.fullmatch(column.label.strip()):
            found.setdefault("age", age_of(column.label) or column.label)
        elif fold(column.label) not in _TOTALS and not _is_boundary(column.label) and not own_dimensions(column.label):
            found.setdefault("category", column.label)
    return tuple(Dimension(kind, value) for kind, value in found.items() if value)
