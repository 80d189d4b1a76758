"""From a task and tables to figures: cells chosen, units converted, steps done, the cells cited."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tieout.ask.figures import calculate as calc
from tieout.ask.figures.units import scale_to
from tieout.ask.tables.choose import choose_columns, choose_rows
from tieout.ask.tables.grid import Column, Grid, Row, heard
from tieout.ask.tables.inner import inner_figure
from tieout.ask.tables.lookup import adds_to, best_cell, side_cell, speaks_of, unit_asked
from tieout.ask.tables.wording import Step, Task, segments
from tieout.ask.wording.words import concepts
from tieout.model import Observation
from tieout.patterns import lazy
from tieout.quantities import parse_unit

_YEARS = lazy(r"\b(?:19|20)\d\d\b")
_VERBS = lazy(
    r"\b(?:what|is|are|was|were|the|difference|differences|sum|average|percentage|total of|in the same year|both)\b"
)


@dataclass(frozen=True, slots=True)
class Solved:
    """A result: the bare answer, the cells it was made of, how, and how sure the choice of cells is."""

    short: str
    cells: tuple[Observation, ...]
    told: str | None
    unit: str
    score: float


def solve(task: Task, grid: Grid, near: dict[int, float]) -> Solved | None:
    """The answer from one table.

    Args:
        task: what is asked.
        grid: the table.
        near: nearness in meaning of each row's label to the question, by row number.
    """
    if task.outer in {Step.LESS, Step.MORE}:
        return _compare(task, grid, near)
    if task.outer is Step.VALUE:
        cell = best_cell(grid, task.text, task.years, near, task.printed)
        return None if cell is None or not speaks_of(grid, task.years) else _told(cell, task)
    said = heard(task.text)
    rows = choose_rows(task, grid, near, task.text)
    columns = choose_columns(task, grid, said)
    if not rows or not columns:
        return None
    nested = task.outer is not task.inner and task.inner is not Step.VALUE
    if nested:
        return _nested(task, grid, rows, columns)
    cells = [o for r in rows for c in columns if (o := grid.at(r, c)) is not None]
    if not cells:
        return None
    values = [(o, o.value) for o in cells if o.value is not None]
    if task.outer in {Step.CHANGE, Step.DIFFERENCE} and len({o.period for o, _ in values}) == 2 == len(values):
        # Between two years the older one is the base, whichever is named first.
        values.sort(key=lambda v: v[0].period)
        signed = re.search(r"\b(increase|growth|rise)\b|\b(decrease|reduction|decline|drop|fall)\b", task.text)
        if task.outer is Step.DIFFERENCE and signed is not None:
            old, new = values[0][1], values[1][1]
            result = new - old if signed.group(1) else old - new
            told = f"{plain(values[0][0])} ({values[0][0].period}), {plain(values[1][0])} ({values[1][0].period}): {calc.derived(result)}"
            return Solved(calc.derived(result), tuple(o for o, _ in values), told, cells[0].unit, 1.0)
    if len(values) < 2:
        named = operands(task, grid, near)
        if len(named) == 2 or (len(named) > 2 and task.outer not in {Step.DIFFERENCE, Step.CHANGE, Step.RATIO}):
            return _apply(task.outer, task, [v for o in named if (v := o.value) is not None], named)
        return Solved(plain(cells[0]), (cells[0],), None, cells[0].unit, 0.5)
    return _apply(task.outer, task, [v for _, v in values], [o for o, _ in values])


def _told(cell: Observation, task: Task) -> Solved | None:
    """One cell as the answer, in the unit that is asked for; None where it cannot be told in it."""
    inner = inner_figure(cell, task.text)
    if inner:
        return Solved(inner, (cell,), None, "", 1.0)
    wanted = unit_asked(task.printed)
    if (
        not wanted
        or cell.value is None
        or parse_unit(cell.unit) is None
        or cell.unit.strip() == "%"
        or cell.qualifier
        or _squeezed(cell.unit) == _squeezed(wanted)
    ):
        return Solved(plain(cell), (cell,), None, cell.unit, 1.0)
    factor = scale_to(cell.unit, wanted)
    if factor is None or factor == 1:
        return Solved(plain(cell), (cell,), None, cell.unit, 1.0) if factor or not _clash(cell.unit, wanted) else None
    result = calc.derived(cell.value * factor)
    return Solved(result, (cell,), f"{plain(cell)} {cell.unit} = {result} {wanted}", wanted, 1.0)


def _squeezed(unit: str) -> str:
    """A unit's letters alone: written alike, nothing is converted."""
    return re.sub(r"[^a-z0-9%/]", "", unit.casefold())


def _clash(unit: str, wanted: str) -> bool:
    """Whether two units measure plainly different things, neither per something."""
    have, want = parse_unit(unit), parse_unit(wanted)
    return (
        have is not None
        and want is not None
        and not any("_per_" in u.kind or "percent" in u.kind for u in (have, want))
    )


def _apply(step: Step, task: Task, values: Sequence[Decimal], cells: Sequence[Observation]) -> Solved | None:
    """One step over figures."""
    unit = cells[0].unit
    joined = ", ".join(plain(o) for o in cells)
    result = combine(step, values)
    if step is Step.RANKED:
        ordered = rank(task, values)
        return Solved(", ".join(calc.plain(v) for v in ordered), tuple(cells), f"ranked: {joined}", unit, 1.0)
    if result is None:
        return None
    return Solved(calc.derived(result), tuple(cells), f"{step.value} of {joined} = {calc.derived(result)}", unit, 1.0)


def combine(step: Step, values: Sequence[Decimal]) -> Decimal | None:
    """The figure a step makes of several; None where it cannot."""
    if not values:
        return None
    if step is Step.SUM:
        return sum(values, Decimal(0))
    if step is Step.AVERAGE:
        return calc.mean(values)
    if step is Step.HIGHEST:
        return max(values)
    if step is Step.LOWEST:
        return min(values)
    if step is Step.VALUE:
        return values[0]
    if len(values) < 2:
        return None
    if step is Step.DIFFERENCE:
        return abs(values[0] - values[1])
    if step is Step.CHANGE:
        change = calc.percent_change(values[0], values[1])
        return None if change is None else abs(change)
    return calc.percent_of(values[0], values[1]) if step is Step.RATIO else None


def rank(task: Task, values: Sequence[Decimal]) -> list[Decimal]:
    """The values wanted, in the order wanted."""
    low = re.search(r"\b(?:lowest|smallest|minimum|least)\b", task.text) is not None
    ordered = sorted(values, reverse=not low)
    if task.take:
        ordered = ordered[: task.take]
    return sorted(ordered, reverse=task.descending)


def _nested(task: Task, grid: Grid, rows: Sequence[Row], columns: Sequence[Column]) -> Solved | None:
    results: list[Decimal] = []
    used: list[Observation] = []
    for row in rows:
        cells = [o for c in columns if (o := grid.at(row, c)) is not None and o.value is not None]
        result = combine(task.inner, [o.value for o in cells if o.value is not None])
        if result is not None:
            results.append(result)
            used += cells
    if not results:
        return None
    told = f"{task.inner.value} by row: {', '.join(calc.derived(r) for r in results)}"
    if task.outer is Step.RANKED:
        return Solved(", ".join(calc.derived(v) for v in rank(task, results)), tuple(used), told, used[0].unit, 1.0)
    result = combine(task.outer, results)
    if result is None:
        return None
    return Solved(
        calc.derived(result), tuple(used), f"{told}; {task.outer.value}: {calc.derived(result)}", used[0].unit, 1.0
    )


def _compare(task: Task, grid: Grid, near: dict[int, float]) -> Solved | None:
    """Yes or no: the first figure against the second; each side takes over what it leaves unsaid from the other."""
    left, _, right = task.text.partition(" than ")
    first_years, second_years = _YEARS.findall(left), _YEARS.findall(right)
    one = side_cell(grid, left, right, first_years or second_years, near)
    if one is None:
        return None
    row = None if adds_to(grid, right, left) else one[0]
    two = side_cell(grid, right, left, second_years or first_years, near, row)
    if two is not None and two[1] is one[1] and len(task.years) > 1:
        one = side_cell(grid, left, right, task.years[:1], near, one[0])
        two = side_cell(grid, left, right, task.years[1:2], near, two[0])
    if one is None or two is None or one[1].value is None or two[1].value is None or one[1] is two[1]:
        return None
    first, second = one[1], two[1]
    return _verdict(task, first, second, one[1].value, two[1].value)


def _verdict(task: Task, first: Observation, second: Observation, a: Decimal, b: Decimal) -> Solved:
    factor = scale_to(second.unit, first.unit)
    other = b * factor if factor is not None else b
    yes = a < other if task.outer is Step.LESS else a > other
    sign = "<" if a < other else (">" if a > other else "=")
    return Solved("yes" if yes else "no", (first, second), f"{plain(first)} {sign} {plain(second)}", first.unit, 1.0)


def operands(task: Task, grid: Grid, near: dict[int, float]) -> list[Observation]:
    """The cells that the joined names of a wording stand for, each once, in the order named."""
    found: list[Observation] = []
    parts = segments(_VERBS.sub(" ", task.text))
    for part in parts:
        rest = " ".join(p for p in parts if p != part)
        years = _YEARS.findall(part) or list(task.years)
        header = any(c.concepts and c.concepts & heard(part) for c in grid.columns)
        if not header and not any(grid.weight(c) > 0 for c in grid.meant(concepts(part))):
            continue
        picked = side_cell(grid, part, rest, years, near)
        if picked is not None and picked[1].value is not None and picked[1] not in found:
            found.append(picked[1])
    return found


def plain(o: Observation) -> str:
    """A cell as a bare answer."""
    return calc.figure(o) if o.value is not None and not o.qualifier else o.raw_value.replace(",", "").strip()
