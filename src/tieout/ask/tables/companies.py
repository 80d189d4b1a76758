"""One figure for each of several companies, in one unit, and then the question over all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from tieout.ask import calculate as calc
from tieout.ask.ports import Retrieval
from tieout.ask.tables.grid import Grid, Row, heard
from tieout.ask.tables.solve import Solved, choose_columns, choose_rows, combine, rank
from tieout.ask.tables.units import scale_to
from tieout.ask.tables.wording import Step, Task
from tieout.model import Catalogue, Observation

_AMONG = re.compile(r"\b(?:among|by|for|of) the following companies\b.*$|\bthe following companies\b.*$")


def solve_companies(task: Task, tables: Sequence[Grid], retrieval: Retrieval, catalogue: Catalogue) -> Solved | None:
    """The answer over one table of each company; None where a company has no such figure."""
    text = _AMONG.sub(" ", task.text)
    wanted = re.search(r"\bin ([\w%./-]+(?: [\w./-]+){0,6})\?*$", task.text)
    unit = wanted.group(1) if wanted else ""
    found: list[tuple[str, Decimal, list[Observation]]] = []
    for grid in tables:
        labels = [f"{r.label} {r.unit}" for r in grid.rows]
        near = dict(zip((r.number for r in grid.rows), retrieval.similarity(text, labels), strict=True))
        value, cells = _of_company(task, grid, near, text, unit)
        if value is not None:
            found.append((grid.organization, value, cells))
    if len(found) < len(tables) or not found:
        return None
    return _over(task, found, unit)


def _of_company(
    task: Task, grid: Grid, near: dict[int, float], text: str, unit: str
) -> tuple[Decimal | None, list[Observation]]:
    """The figure of one company and the cells it was made of."""
    columns = choose_columns(task, grid, heard(text))
    inner = task.inner if task.inner is not task.outer else Step.VALUE
    percent = re.search(r"\bpercentages?\b", text) is not None and inner is not Step.CHANGE
    if percent or inner is Step.RATIO:
        pair = _pair(task, grid, near, text, inner)
        shares = []
        used: list[Observation] = []
        for column in columns:
            cells = [o for r in pair if (o := grid.at(r, column)) is not None and o.value is not None]
            values = [v for o in cells if (v := o.value) is not None]
            share = values[0] if len(pair) == 1 and values else combine(Step.RATIO, values)
            if share is not None:
                shares.append(share)
                used += cells
        return (calc.mean(shares) if shares else None), used
    rows = choose_rows(task, grid, near, text)
    cells = [o for r in rows for c in columns if (o := grid.at(r, c)) is not None and o.value is not None]
    if inner is Step.CHANGE:
        cells.sort(key=lambda o: o.period)
    values = [v for o in cells if (v := _scaled(o, unit)) is not None]
    if inner is Step.VALUE and len(values) > 1:
        inner = task.outer if task.outer in {Step.HIGHEST, Step.LOWEST, Step.AVERAGE} else Step.SUM
    return combine(inner, values), cells


def _pair(task: Task, grid: Grid, near: dict[int, float], text: str, inner: Step) -> list[Row]:
    """The rows of a share: a printed percentage alone, or the part and what it is a part of."""
    said = heard(text)
    ordered = sorted(grid.rows, key=lambda r: -(grid.row_score(r, said) + 0.35 * near.get(r.number, 0.0)))
    split = re.search(
        r"(.{3,}?)\b(?:compared to|to|over)\b(.{3,})",
        re.sub(r".*\b(?:percentages?|ratios?) (?:ratios? )?of\b", "", text),
    )
    if inner is Step.RATIO or "compared to" in text:
        sides = split.groups() if split is not None else ()
        found = [
            max(grid.rows, key=lambda r: (grid.row_score(r, heard(side)) + 0.15 * near.get(r.number, 0.0), -r.number))
            for side in sides
        ]
        return found if len(set(found)) == 2 else []
    printed = [r for r in ordered[:4] if "%" in r.unit or "%" in r.label or "percentage" in r.label.casefold()]
    if printed:
        return printed[:1]
    part = ordered[0]
    wholes = [r for r in ordered[1:] if "total" in r.concepts and r.unit == part.unit]
    return [part, wholes[0]] if wholes else []


def _scaled(o: Observation, unit: str) -> Decimal | None:
    if o.value is None:
        return None
    factor = scale_to(o.unit, unit) if unit else None
    return o.value * factor if factor is not None else o.value


def _over(task: Task, found: Sequence[tuple[str, Decimal, list[Observation]]], unit: str) -> Solved | None:
    cells = tuple(o for _, _, own in found for o in own)
    told = "; ".join(f"{name}: {calc.derived(value)}" for name, value, _ in found)
    result: Decimal | None
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
    if result is None:
        return None
    return Solved(calc.derived(result), cells, f"{told}; {outer.value}: {calc.derived(result)}", unit, 1.0)
