"""The one cell that a wording names: row, column, year and unit weighed together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tieout.ask.tables.grid import Column, Grid, Row, heard
from tieout.ask.tables.units import scale_to
from tieout.ask.words import concepts
from tieout.model import Observation
from tieout.text import fold

NEAR = 0.35
"""What nearness in meaning adds to the likeness of words."""
_COLUMN, _UNIT, _NO_VALUE, _SERIES, _OTHER_YEAR, _LATER_YEAR = 0.3, 0.12, 0.25, 0.3, 0.6, 0.1
_SHARE = re.compile(r"%|\bper ?cent(?:age)?s?\b|\bproportion\b|\bshare\b|\bfraction\b|\brate\b")
_CHANGED = re.compile(
    r"\b(?:chang\w+|reduc\w+|increas\w+|decreas\w+|variation|compar\w+|vs|evolution|growth|target\w*|goals?|expected|achiev\w+)\b"
)
_PER_UNIT = re.compile(r"/|\bper\b")
_PER_ASKED = re.compile(r"/|\bper\b|\bintensit|\bspecific\b|\brate\b|\bindicator\b|\bproductivity\b")
ASIDE = re.compile(
    r"\bpercentage (?:ratios?|increases?|decreases?|reductions?|changes?|variations?|growth|drop|differences?)\b|\bby what percentage\b"
)
_CONTEXT = 0.5
_EMPTY = frozenset({"total", "amount", "volume", "value", "emission", "quantity", "ghg"})
_PERCENT = frozenset({"%", "percent", "pts", "pp", "percentage points"})
_WHOLE_HEADER = re.compile(r"\btotal\b")


def asks_share(text: str) -> bool:
    """Whether a wording asks for a percentage."""
    return _SHARE.search(text) is not None


def unit_asked(text: str) -> str:
    """The unit that stands at the end or in the middle of a wording ("… in tonnes of CO2 equivalent for 2023"), or ""."""
    found = re.findall(r"\bin ([a-z%€][\w%€./³-]*(?: (?:of |metric |per )*[\w./³-]+){0,5})", text)
    return next((u for u in reversed(found) if scale_to(u, u) is not None), "")


def unit_score(unit: str, text: str) -> float:
    """What the unit that a wording names says for or against a cell's unit."""
    if not unit:
        return 0.0
    share = asks_share(text)
    if unit.strip() in _PERCENT:
        return _UNIT if share else 0.0 if _PER_ASKED.search(text) else -2 * _UNIT
    if _PER_UNIT.search(unit) and not _PER_ASKED.search(text):
        return -_UNIT
    squeezed = re.sub(r"[^a-z0-9]", "", fold(unit))
    if len(squeezed) > 1 and squeezed in re.sub(r"[^a-z0-9]", "", text):
        return _UNIT
    wanted = unit_asked(text)
    if wanted and not share:
        return _UNIT / 2 if scale_to(unit, wanted) is not None else -_UNIT
    return -_UNIT if share else 0.0


def cell_score(grid: Grid, row: Row, column: Column, cell: Observation, text: str, years: Sequence[str]) -> float:
    """How well a wording fits a cell, its row aside."""
    said = heard(text)
    score = _COLUMN * min(1.5, grid.column_score(column, said)) + unit_score(cell.unit, text)
    if cell.value is None:
        score -= _NO_VALUE
    if any(d.type == "series" for d in cell.dimensions):
        score += _SERIES / 3 if _CHANGED.search(text) else -_SERIES
    if years:
        score -= years.index(cell.period) * _LATER_YEAR if cell.period in years else _OTHER_YEAR
    return score


def best_cell(
    grid: Grid, text: str, years: Sequence[str], near: Mapping[int, float], context: str = ""
) -> Observation | None:
    """The cell a wording names, or None where the table is empty; of equals the first row and column."""
    wording = f"{text} {context}" if context else text
    said = concepts(wording)
    whole = _both_members(grid, text)
    best: tuple[float, int, int] | None = None
    found: Observation | None = None
    for row in grid.rows:
        base = grid.row_score(row, said, wording) + NEAR * near.get(row.number, 0.0)
        for column, cell in grid.of_row(row):
            score = base + cell_score(grid, row, column, cell, wording, years)
            if whole and _WHOLE_HEADER.search(column.header):
                score += 1.0
            key = (score, -row.number, -column.number)
            if best is None or key > best:
                best, found = key, cell
    return found


def side_cell(
    grid: Grid, side: str, context: str, years: Sequence[str], near: Mapping[int, float], row: Row | None = None
) -> tuple[Row, Observation] | None:
    """The cell that one side of a comparison names; the other side fills in what it leaves unsaid.

    With ``row`` the row is known and only year and column are looked for.
    """
    own, other = concepts(side), concepts(context)
    unit = ASIDE.sub(" ", f"{side} {context}")
    header = heard(side)
    if not any(c.concepts & header for c in grid.columns):
        header |= heard(context)
    best: tuple[float, int, int] | None = None
    found: tuple[Row, Observation] | None = None
    for candidate in (row,) if row is not None else grid.rows:
        base = grid.row_score(candidate, own, side) + _CONTEXT * grid.row_score(candidate, other)
        base += NEAR * 0.5 * near.get(candidate.number, 0.0)
        for column, cell in grid.of_row(candidate):
            score = base + _COLUMN * min(1.5, grid.column_score(column, header)) + unit_score(cell.unit, unit)
            score -= _NO_VALUE if cell.value is None else 0.0
            score -= _SERIES if any(d.type == "series" for d in cell.dimensions) else 0.0
            score -= _OTHER_YEAR if years and cell.period not in years else 0.0
            key = (score, -candidate.number, -column.number)
            if best is None or key > best:
                best, found = key, (candidate, cell)
    return found


def adds_to(grid: Grid, side: str, other: str) -> bool:
    """Whether one side of a comparison says something of the rows that the other does not."""
    new = grid.meant(concepts(side)) - grid.meant(concepts(other))
    return any(grid.weight(c) > 0 for row in grid.rows for c in row.concepts & new if c not in _EMPTY)


def _both_members(grid: Grid, text: str) -> bool:
    """Whether a wording names all members that a table splits its columns by: then their total is meant."""
    said = heard(text)
    members = [c for c in grid.columns if c.concepts and not _WHOLE_HEADER.search(c.header)]
    if len({c.concepts for c in members}) < 2 or len(members) == len(grid.columns):
        return False
    return all(c.concepts <= said for c in members)
