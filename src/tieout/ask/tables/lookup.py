"""The one cell that a wording names: row, column, year and unit weighed together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tieout.ask.figures.units import scale_to
from tieout.ask.tables.grid import Column, Grid, Row, heard
from tieout.ask.wording.emission_scopes import scopes_in
from tieout.ask.wording.words import concepts
from tieout.model import Observation
from tieout.patterns import lazy
from tieout.quantities import parse_unit
from tieout.text import fold

NEAR = 0.35
"""What nearness in meaning adds to the likeness of words."""
_COLUMN, _UNIT, _NO_VALUE, _SERIES, _OTHER_YEAR, _LATER_YEAR = 0.3, 0.12, 0.25, 0.3, 0.6, 0.1
_FORMULA = lazy(r"\b(?:SO|NO|CO|CH|SF|NF|NH|PM)\b")
_YEAR = lazy(r"\b(?:19|20)\d\d\b")
_IN = lazy(r"\bin (?=[A-Za-z%€])")
_LONGEST_UNIT = 6
_AFTER_UNIT = frozenset(
    "for in from by during over among on at to with and between recorded generated produced".split()
)
_SHARE = lazy(r"%|\bper ?cent(?:age)?s?\b|\bproportion\b|\bshare\b|\bfraction\b|\brate\b")
_CHANGED = lazy(
    r"\b(?:chang\w+|reduc\w+|increas\w+|decreas\w+|variation|compar\w+|vs|evolution|growth|target\w*|goals?|expected|objectives?)\b"
)
_PER_UNIT = lazy(r"/|\bper\b")
_PER_ASKED = lazy(r"/|\bper\b|\bintensit|\bspecific\b|\brate\b|\bindicator\b|\bproductivity\b")
ASIDE = lazy(
    r"\bpercentage (?:ratios?|increases?|decreases?|reductions?|changes?|variations?|growth|drop|differences?)\b|\bby what percentage\b"
)
_CONTEXT = 0.5
_LIKENESS, _SAME = 0.4, 0.2
FLOOR = 0.45
"""Chosen on questions put to their own table and to a random other company's: 99 of 100 of the first lie above it, 55 of
100 of the second below (many of those above ask for what both tables print)."""
_EMPTY = frozenset({"total", "amount", "volume", "value", "emission", "quantity", "ghg"})
_PERCENT = frozenset({"%", "percent", "pts", "pp", "percentage points"})
_WHOLE_HEADER = lazy(r"\btotal\b")


def asks_share(text: str) -> bool:
    """Whether a wording asks for a percentage."""
    return _SHARE.search(text) is not None


def unit_asked(text: str) -> str:
    """The unit that a wording asks for ("… in tonnes of CO2 equivalent for 2023"), or "".

    The wording as it was written: "Mt" is no "mt".
    """
    for found in reversed(list(_IN.finditer(text))):
        words = text[found.end() :].split()
        for size in range(min(_LONGEST_UNIT, len(words)), 0, -1):
            unit = " ".join(words[:size]).strip("?.,;()")
            after = words[size].casefold() if size < len(words) else ""
            if (not after or after in _AFTER_UNIT) and _is_unit(unit):
                return unit
    return ""


def _is_unit(text: str) -> bool:
    """Whether a text is one unit: "g of dust" is, "g joules" is no mass of joules."""
    unit = parse_unit(text)
    return unit is not None and not unit.substance.startswith(("joule", "watt", "calor"))


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


def formulas(grid: Grid, printed: str) -> frozenset[str]:
    """The table's words for formulas that a wording prints short of their index ("SO" for "SOx")."""
    short = {m.group().casefold() for m in _FORMULA.finditer(printed)}
    return frozenset(w for w in grid.words for f in short if w.startswith(f) and len(w) == len(f) + 1)


def speaks_of(grid: Grid, years: Sequence[str]) -> bool:
    """Whether a table speaks of one of the years named, in a period, a label, a header or a cell; or of no year at all."""
    if not years:
        return True
    said = {o.period for o in grid.cells.values()}
    texts = [r.label for r in grid.rows] + [c.header for c in grid.columns] + [o.raw_value for o in grid.cells.values()]
    said |= {y for text in texts for y in _YEAR.findall(text)}
    return any(y in period for y in years for period in said) or len(said) < 2


def fit(grid: Grid, cell: Observation, text: str, near: Mapping[int, float]) -> float:
    """How much a wording and a cell's labels have to do with each other, 0 to about 1.8: said, named and near in meaning.

    Tells a question that a table answers from one about something else; see ``FLOOR``.
    """
    row = next(r for r in grid.rows if r.number == cell.row)
    header = next(c.concepts for c in grid.columns if c.number == cell.column)
    said = concepts(text)
    labels = row.concepts | row.around | header
    heard_of = sum(1 for c in said if c in labels or grid.meant(frozenset({c})) & labels)
    named = len(row.concepts & grid.meant(said))
    same = unit_score(cell.unit, text) > 0, bool(scopes_in(text) & scopes_in(row.label))
    likeness = heard_of / max(1, len(said)) + named / max(1, len(row.concepts))
    return near.get(row.number, 0.0) + _LIKENESS * likeness + _SAME * sum(same)


def best_cell(
    grid: Grid, text: str, years: Sequence[str], near: Mapping[int, float], printed: str = ""
) -> Observation | None:
    """The cell a wording names, or None where the table is empty; of equals the first row and column."""
    said = concepts(text) | formulas(grid, printed)
    whole = _both_members(grid, text)
    best: tuple[float, int, int] | None = None
    found: Observation | None = None
    for row in grid.rows:
        base = grid.row_score(row, said, text) + NEAR * near.get(row.number, 0.0)
        for column, cell in grid.of_row(row):
            score = base + cell_score(grid, row, column, cell, text, years)
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
