"""One figure for each of several companies, in one unit, and then the question over all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tieout.ask.figures import calculate as calc
from tieout.ask.ports import Retrieval
from tieout.ask.tables.grid import Grid
from tieout.ask.tables.lookup import unit_asked
from tieout.ask.tables.measure import Measured, measure
from tieout.ask.tables.solve import Solved, combine, rank
from tieout.ask.tables.wording import Step, Task
from tieout.patterns import lazy

_AMONG = lazy(r"\b(?:among|by|for|of) the following companies\b|\bthe following companies\b")
_SUPERLATIVE = lazy(r"\b(?:highest|largest|maximum|greatest|biggest|lowest|smallest|minimum|least|most|fewest|top)\b")
_LOW = lazy(r"\b(?:lowest|smallest|minimum|least|fewest)\b")
_CHANGE = lazy(r"\bpercentage (?:variation|increase|decrease|reduction|change|growth)s?\b")
_SHARE_CHANGE = lazy(r"\b(?:change|difference|variation) in the (?:percentage|share)\b")
_OF_AVERAGES = lazy(r"\b(?:(?:highest|largest|maximum|lowest|smallest|minimum) |values? of |amounts? of )averages?\b")
_TOTALS = lazy(r"\btotal\b.*\b(?:over|in|across) the (?:last|years)\b")


def solve_companies(task: Task, tables: Sequence[Grid], retrieval: Retrieval) -> Solved | None:
    """The answer over one table of each company; None where a company has no such figure."""
    text = re.sub(r"\s+", " ", _AMONG.sub(" ", task.text)).strip()
    unit = unit_asked(_AMONG.sub(" ", task.printed))
    step = per_company(task, text)
    found: list[tuple[str, Measured]] = []
    for grid in tables:
        labels = [f"{r.label} {r.unit}" for r in grid.rows]
        near = dict(zip((r.number for r in grid.rows), retrieval.similarity(text, labels), strict=True))
        own = measure(task, step, grid, near, text, unit)
        if own is None:
            return None
        # Without a unit in the question the first table's holds for all.
        unit = unit or own.unit
        found.append((grid.organization, own))
    return _over(task, text, found, unit)


def per_company(task: Task, text: str) -> Step:
    """What is done with the figures of one company before companies are compared."""
    if _SHARE_CHANGE.search(text):
        return Step.DIFFERENCE
    if _CHANGE.search(text):
        return Step.CHANGE
    if "summing" in text:
        return Step.SUM
    if _OF_AVERAGES.search(text):
        return Step.AVERAGE
    if _SUPERLATIVE.search(text):
        if _TOTALS.search(text):
            return Step.SUM
        return Step.LOWEST if _LOW.search(text) else Step.HIGHEST
    return Step.AVERAGE if "average" in text else Step.SUM


def _over(task: Task, text: str, found: Sequence[tuple[str, Measured]], unit: str) -> Solved | None:
    cells = tuple(o for _, own in found for o in own.cells)
    told = "; ".join(f"{name}: {own.told}" for name, own in found)
    values = [own.value for _, own in found]
    if task.outer is Step.RANKED:
        ordered = rank(task, values)
        if not task.company:
            return Solved(", ".join(calc.derived(v) for v in ordered), cells, told, unit, 1.0)
        left = list(found)
        names = []
        for value in ordered:
            name = next(n for n, own in left if own.value == value)
            left = [x for x in left if x[0] != name]
            names.append(name)
        return Solved(", ".join(names), cells, told, unit, 1.0)
    outer = Step.AVERAGE if re.search(r"\baverage\b", text) else Step.SUM
    if task.company or _SUPERLATIVE.search(text):
        outer = Step.LOWEST if _LOW.search(text) else Step.HIGHEST
    if task.company:
        name = (min if outer is Step.LOWEST else max)(found, key=lambda f: f[1].value)[0]
        return Solved(name, cells, told, unit, 1.0)
    result = combine(outer, values)
    if result is None:
        return None
    return Solved(calc.derived(result), cells, f"{told}; {outer.value}: {calc.derived(result)}", unit, 1.0)
