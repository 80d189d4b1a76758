"""The figure of one company that a question over several asks for: an amount in one unit, a share or a ratio."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tieout.ask.figures import calculate as calc
from tieout.ask.figures.units import scale_to
from tieout.ask.tables.choose import choose_columns
from tieout.ask.tables.grid import TELLING, Grid, Row, heard
from tieout.ask.tables.lookup import NEAR, asks_share
from tieout.ask.tables.solve import combine, plain
from tieout.ask.tables.wording import Step, Task
from tieout.ask.wording.emission_scopes import scopes_in
from tieout.ask.wording.words import concepts
from tieout.model import Observation
from tieout.patterns import lazy

_CHANGE = lazy(r"\bpercentage (?:variation|increase|decrease|reduction|change|growth)s?\b")
_RATIO = lazy(
    r"\b(?:percentages?|ratios?) (?:ratios? )?of (.{3,80}?) (?:compared to|over|to) (.{3,80}?)"
    r"(?= (?:in|from|produced|generated|for|between) |$)"
)
_ALL_SCOPES = lazy(r"\bboth direct and indirect\b|\bdirect and indirect\b")
_DIRECT = lazy(r"\bdirect (?:\w+ ){0,2}emissions\b")
_PERCENT = frozenset({"%", "percent"})
_SPLIT = TELLING - frozenset({"gross", "net"})
_UNSAID, _PRINTED = 0.2, 0.15
_HUNDRED = Decimal(100)


Fits = Callable[[str], bool]
"""Whether a cell's unit is of the kind that is looked for."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A company's figure with its unit, the cells it was made of, and how."""

    value: Decimal
    unit: str
    cells: tuple[Observation, ...]
    told: str


def measure(task: Task, step: Step, grid: Grid, near: Mapping[int, float], text: str, unit: str) -> Measured | None:
    """The figure of one company.

    Args:
        task: the question.
        step: what is done with the figures of the years.
        grid: the company's table.
        near: nearness in meaning of each row to the question.
        text: the question's wording without the phrase that names companies.
        unit: the unit all companies are told in; empty for the first, whose own unit holds.
    """
    chosen = choose_columns(replace(task, outer=step, inner=step), grid, heard(text))
    periods = sorted({c.period for c in chosen})
    plain_text = _CHANGE.sub(" ", text)
    if sides := _RATIO.search(text):
        return _ratio(step, grid, near, periods, (sides.group(1), sides.group(2)))
    if asks_share(plain_text):
        return _share(step, grid, near, periods, plain_text)
    if _ALL_SCOPES.search(text):
        rows = _scope_rows(grid)
        if len(rows) > 1:
            return _joined(step, grid, rows, periods, unit)
    return _amount(step, grid, near, periods, plain_text, unit)


def _scored(grid: Grid, near: Mapping[int, float], text: str, fits: Fits) -> list[tuple[float, Row]]:
    """The rows that fit, best first: likeness to the wording less what a row says that the wording does not."""
    said = grid.meant(concepts(text))
    scopes = scopes_in(text) or (frozenset("1") if _DIRECT.search(text) else frozenset())
    named = [r for r in grid.rows if scopes and scopes_in(r.own) == scopes]
    found = []
    for row in named or grid.rows:
        if any(fits(o.unit) for _, o in grid.of_row(row)):
            unsaid = len((row.concepts & _SPLIT) - said)
            found.append((grid.row_score(row, said, text) + NEAR * near.get(row.number, 0.0) - _UNSAID * unsaid, row))
    return sorted(found, key=lambda f: (-f[0], f[1].number))


def _absolute(unit: str) -> Fits:
    """Whether a cell is told in an amount, of the kind of ``unit`` where one is given."""

    def fits(own: str) -> bool:
        if unit:
            return scale_to(own, unit) is not None
        return bool(own) and own.strip() not in _PERCENT and "/" not in own and " per " not in own

    return fits


def _is_amount(own: str) -> bool:
    """Whether a cell may be an amount; a part without a unit has that of its whole."""
    return own.strip() not in _PERCENT and "/" not in own and " per " not in own


def _is_share(own: str) -> bool:
    return own.strip() in _PERCENT


def _amount(
    step: Step, grid: Grid, near: Mapping[int, float], periods: Sequence[str], text: str, unit: str
) -> Measured | None:
    amounts = _scored(grid, near, text, _absolute(unit))
    # Parts may be printed in per cent of the row they divide.
    parts = [(s, r) for s, r in _scored(grid, near, text, _is_share) if r.around and _whole_of(grid, r, unit)]
    if parts and (not amounts or parts[0][0] > amounts[0][0] + _PRINTED):
        return _of_whole(step, grid, parts[0][1], periods, unit)
    return _joined(step, grid, [amounts[0][1]], periods, unit) if amounts else None


def _whole_of(grid: Grid, row: Row, unit: str) -> Row | None:
    """The row that a part printed in per cent divides."""
    fits = _absolute(unit)
    wholes = [r for r in grid.rows if r.number < row.number and fits(r.unit) and r.own in row.label]
    return wholes[-1] if wholes else None


def _of_whole(step: Step, grid: Grid, part: Row, periods: Sequence[str], unit: str) -> Measured | None:
    whole = _whole_of(grid, part, unit)
    if whole is None:
        return None
    values, cells, told = [], [], []
    for period in periods:
        a, b = _value(grid, part, period, _is_share), _value(grid, whole, period, _absolute(unit))
        if a is None or b is None:
            continue
        factor = scale_to(b[0].unit, unit) if unit else Decimal(1)
        if factor is None:
            return None
        values.append(a[1] / _HUNDRED * b[1] * factor)
        cells += [a[0], b[0]]
        told.append(f"{plain(a[0])}% of {plain(b[0])} {b[0].unit} = {calc.derived(values[-1])} ({period})")
    return _done(step, values, unit or whole.unit, cells, told)


def _value(grid: Grid, row: Row, period: str, fits: Fits) -> tuple[Observation, Decimal] | None:
    """The row's figure of a year in a unit that fits; the first column of equals."""
    found = [o for _, o in grid.of_row(row) if o.period == period and o.value is not None and fits(o.unit)]
    return next(((o, o.value) for o in found if o.value is not None), None)


def _joined(step: Step, grid: Grid, rows: Sequence[Row], periods: Sequence[str], unit: str) -> Measured | None:
    """For each year the sum of the rows, in one unit."""
    values: list[Decimal] = []
    cells: list[Observation] = []
    told: list[str] = []
    for period in periods:
        found = [
            v for row in rows if (v := _value(grid, row, period, _absolute(unit) if unit else _is_amount)) is not None
        ]
        if len(found) < len(rows):
            continue
        unit = unit or found[0][0].unit
        sums = []
        for cell, value in found:
            factor = scale_to(cell.unit, unit) if cell.unit != unit else Decimal(1)
            if factor is None:
                return None
            sums.append(value * factor)
            converted = "" if factor == 1 else f" = {calc.derived(value * factor)} {unit}"
            told.append(f"{plain(cell)} {cell.unit}{converted} ({cell.period})")
            cells.append(cell)
        values.append(sum(sums, Decimal(0)))
    return _done(step, values, unit, cells, told)


def _share(step: Step, grid: Grid, near: Mapping[int, float], periods: Sequence[str], text: str) -> Measured | None:
    """A printed percentage, else a part over its whole."""
    said = grid.meant(concepts(text))
    telling = said & _SPLIT
    shares = [(s, r) for s, r in _scored(grid, near, text, _is_share) if telling <= r.concepts]
    parts = [(s, r) for s, r in _scored(grid, near, text, _is_amount) if telling <= r.concepts]
    if shares and (not parts or shares[0][0] + 2 * _PRINTED > parts[0][0]):
        row = shares[0][1]
        found = [(o, v) for p in periods if (x := _value(grid, row, p, _is_share)) is not None for o, v in [x]]
        told = [f"{plain(o)}% ({o.period})" for o, _ in found]
        return _done(step, [v for _, v in found], "%", [o for o, _ in found], told)
    if not parts:
        return None
    part = parts[0][1]
    bare = re.sub(r"\b(?:non-?)?(?:hazardous|renewable)\b", " ", text)
    wholes = [
        r
        for _, r in _scored(grid, near, f"{bare} total", _absolute(""))
        if r != part and not r.concepts & _SPLIT and (not part.unit or scale_to(part.unit, r.unit) is not None)
    ]
    return _over_rows(step, grid, part, wholes[0], periods, _is_amount) if wholes else None


def _ratio(
    step: Step, grid: Grid, near: Mapping[int, float], periods: Sequence[str], sides: tuple[str, str]
) -> Measured | None:
    for fits in (_is_amount, _is_share):
        rows = []
        for side in sides:
            wanted = concepts(side) & _SPLIT
            rows += [r for _, r in _scored(grid, near, side, fits) if wanted <= r.concepts][:1]
        if len(set(rows)) == 2:
            return _over_rows(step, grid, rows[0], rows[1], periods, fits)
    return None


def _over_rows(step: Step, grid: Grid, part: Row, whole: Row, periods: Sequence[str], fits: Fits) -> Measured | None:
    values, cells, told = [], [], []
    for period in periods:
        a, b = _value(grid, part, period, fits), _value(grid, whole, period, fits)
        if a is None or b is None or b[1] == 0:
            continue
        factor = scale_to(a[0].unit, b[0].unit) if a[0].unit != b[0].unit and a[0].unit and b[0].unit else Decimal(1)
        if factor is None:
            return None
        values.append(a[1] * factor / b[1] * _HUNDRED)
        cells += [a[0], b[0]]
        told.append(f"{plain(a[0])} / {plain(b[0])} = {calc.derived(values[-1])}% ({period})")
    return _done(step, values, "%", cells, told)


def _scope_rows(grid: Grid) -> list[Row]:
    """The first amount of each single scope, where a table splits emissions by scope."""
    found: dict[str, Row] = {}
    for row in grid.rows:
        scopes = scopes_in(row.own)
        if len(scopes) == 1 and any(scale_to(o.unit, "t") is not None for _, o in grid.of_row(row)):
            found.setdefault(next(iter(scopes)), row)
    return [found[s] for s in sorted(found)] if set(found) == {"1", "2", "3"} else []


def _done(
    step: Step, values: Sequence[Decimal], unit: str, cells: Sequence[Observation], told: Sequence[str]
) -> Measured | None:
    result = combine(step, values)
    if result is None:
        return None
    how = f"; {step.value}: {calc.derived(result)}" if len(values) > 1 else ""
    return Measured(result, unit, tuple(cells), ", ".join(told) + how)
