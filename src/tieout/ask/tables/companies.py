"""One figure for each of several companies, in one unit, and then the question over all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from tieout.ask import calculate as calc
from tieout.ask.ports import Retrieval
from tieout.ask.tables.grid import Grid
from tieout.ask.tables.solve import Solved, choose_columns, choose_rows, combine, rank
from tieout.ask.tables.units import scale_to
from tieout.ask.tables.wording import Step, Task
from tieout.ask.words import concepts
from tieout.model import Catalogue, Observation

_AMONG = re.compile(r"\b(?:among|by|for|of) the following companies\b.*$|\bthe following companies\b.*$")


def solve_companies(task: Task, tables: Sequence[Grid], retrieval: Retrieval, catalogue: Catalogue) -> Solved | None:
    """The answer over one table of each company; None where a company has no such figure."""
    text = _AMONG.sub(" ", task.text)
    wanted = re.search(r"\bin ([\w%./-]+(?: [\w./-]+){0,6})\?*$", task.text)
    unit = wanted.group(1) if wanted else ""
    found: list[tuple[str, Decimal, list[Observation]]] = []
    for grid in tables:
        near = dict(
            zip(
                (r.number for r in grid.rows),
                retrieval.similarity(text, [f"{r.label} {r.unit}" for r in grid.rows]),
                strict=True,
            )
        )
        cells = _cells(task, grid, near, text)
        values = [v for o in cells if (v := _scaled(o, unit)) is not None]
        inner = task.inner if task.inner is not task.outer else Step.VALUE
        if (
            task.outer in {Step.SUM, Step.AVERAGE, Step.HIGHEST, Step.LOWEST, Step.RANKED}
            and inner is Step.VALUE
            and len(values) > 1
        ):
            inner = Step.SUM if task.outer is not Step.AVERAGE else Step.AVERAGE
        value = combine(inner, values)
        if value is not None:
            found.append((grid.organization, value, cells))
    if len(found) < len(tables) or not found:
        return None
    return _over(task, found, unit)


def _cells(task: Task, grid: Grid, near: dict[int, float], text: str) -> list[Observation]:
    rows = choose_rows(task, grid, near, text)
    columns = choose_columns(task, grid, concepts(text))
    return [o for r in rows for c in columns if (o := grid.at(r, c)) is not None and o.value is not None]


def _scaled(o: Observation, unit: str) -> Decimal | None:
    if o.value is None:
        return None
    factor = scale_to(o.unit, unit) if unit else None
    return o.value * factor if factor is not None else o.value


def _over(task: Task, found: Sequence[tuple[str, Decimal, list[Observation]]], unit: str) -> Solved | None:
    cells = tuple(o for _, _, own in found for o in own)
    told = "; ".join(f"{name}: {calc.derived(value)}" for name, value, _ in found)
    values = [value for _, value, _ in found]
    if task.company or task.outer is Step.RANKED:
        low = re.search(r"\b(?:lowest|smallest|minimum|least)\b", task.text) is not None
        if task.outer is Step.RANKED:
            ordered = rank(task, values)
            if not task.company:
                return Solved(", ".join(calc.derived(v) for v in ordered), cells, told, unit, 1.0)
            names = [next(n for n, v, _ in found if v == value) for value in ordered]
            return Solved(", ".join(names), cells, told, unit, 1.0)
        name = (min if low else max)(found, key=lambda f: f[1])[0]
        return Solved(name, cells, told, unit, 1.0)
    outer = task.outer if task.outer in {Step.HIGHEST, Step.LOWEST, Step.AVERAGE, Step.SUM} else Step.SUM
    result = combine(
        Step.AVERAGE
        if re.search(r"\baverage of the\b|\baverage (?:percentage|amount|energy)", task.text) and outer is Step.SUM
        else outer,
        values,
    )
    return Solved(calc.derived(result), cells, told, unit, 1.0) if result is not None else None
