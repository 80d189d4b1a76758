"""The rows and columns that a question over several cells goes over."""

from __future__ import annotations

import re

from tieout.ask.tables.grid import Column, Grid, Row
from tieout.ask.tables.lookup import ASIDE, unit_score
from tieout.ask.tables.wording import Step, Task, segments
from tieout.ask.wording.words import concepts
from tieout.patterns import lazy

_YEARS = lazy(r"\b(?:19|20)\d\d\b")
_NEARLY = 0.6
_SPECIAL = 0.55
_WHOLE_WORDS = frozenset({"total", "all", "overall", "both"})
_EITHER = lazy(r"\b(?:independently|regardless|irrespective)\b")


def unit_for(unit: str, task: Task) -> float:
    """What the unit a question names says for or against a row that is to be read off."""
    if task.inner in {Step.CHANGE, Step.RATIO} or task.outer is Step.CHANGE:
        return unit_score(unit, ASIDE.sub(" ", task.text))
    return unit_score(unit, task.text)


def choose_rows(task: Task, grid: Grid, near: dict[int, float], text: str) -> list[Row]:
    """The rows a question is about, in the order named: one for each name that tells a row from the others."""
    said = concepts(text)
    whole = {
        r.number: grid.row_score(r, said, text) + 0.35 * near.get(r.number, 0.0) + unit_for(r.unit, task) for r in grid.rows
    }  # fmt: skip
    best = max(grid.rows, key=lambda r: (whole[r.number], -r.number), default=None)
    if best is None:
        return []
    nested = task.inner is not task.outer and task.inner is not Step.VALUE
    if task.outer is Step.VALUE or (len(task.years) > 1 and not nested):
        return [best]
    among = re.search(
        r"\b(?:between|among|considering|including|combining|from the (?:rows|categories))\b(?! the years?\b)(.{6,})",
        text,
    )
    text = among.group(1) if among else text
    named: list[Row] = []
    quoted = re.findall(r"[\"“]([^\"“”]{2,80})[\"”]", text)
    for part in quoted if len(quoted) > 1 else segments(_YEARS.sub(" ", text)):
        mine = concepts(part)
        scored = sorted(
            grid.rows, key=lambda r: -(grid.row_score(r, mine, part) + 0.15 * whole[r.number] + unit_for(r.unit, task))
        )
        top = scored[0]
        telling = sum(grid.weight(c) for c in top.concepts & mine)
        full = sum(grid.weight(c) for c in mine if c in grid.words) or 1.0
        if (
            telling > 0
            and (among or (telling / full >= _SPECIAL and telling >= 0.5 * max(grid.weight(c) for c in top.concepts)))
            and top not in named
        ):
            named.append(top)
    if not among:
        named = [r for r in named if whole[r.number] >= _NEARLY * whole[best.number]]
    if len(named) > 1:
        return named
    if (
        task.outer in {Step.HIGHEST, Step.LOWEST, Step.RANKED, Step.SUM, Step.AVERAGE}
        and len(task.years) <= 1
        and len(named) <= 1
    ) and re.search(r"\bby source\b|\bdifferent\b|\bamong\b", text):
        return [r for r in grid.rows if not {"total"} & r.concepts]
    return [best]


def choose_columns(task: Task, grid: Grid, said: frozenset[str]) -> list[Column]:
    """The columns a question is about, in the order of the years named."""
    wanted = list(task.years)
    periods = sorted({c.period for c in grid.columns if c.period})
    if (
        task.ranged
        and len(wanted) >= 2
        and task.outer not in {Step.DIFFERENCE, Step.CHANGE}
        and task.inner not in {Step.DIFFERENCE, Step.CHANGE, Step.RATIO}
    ):
        low, high = min(wanted), max(wanted)
        wanted = [p for p in periods if low <= p <= high]
    if task.last:
        wanted = periods[-task.last :]
    scores = {c.number: grid.column_score(c, said) for c in grid.columns}
    if not wanted or not set(wanted) & set(periods):
        found = sorted(grid.columns, key=lambda c: (-scores[c.number], (c.period and -int(c.period)) or 0, c.number))
        if any(scores.values()) or len({c.period for c in grid.columns}) > 1:
            return found[:1]
        return found[:1]
    if task.outer is Step.VALUE:
        wanted = wanted[:1]
    tagged = _tagged(task.text, grid)
    if tagged:
        return tagged
    named = _named_headers(task, grid, said)
    if named:
        return [c for year in wanted for c in grid.columns if c.period == year and c.header in named]
    chosen = []
    for year in wanted:
        of_year = [c for c in grid.columns if c.period == year]
        if of_year:
            chosen.append(max(of_year, key=lambda c: (scores[c.number], -c.number)))
    return chosen


def _named_headers(task: Task, grid: Grid, said: frozenset[str]) -> frozenset[str]:
    """The headers a question goes over beside the years: all where it says so, or two or more that it names; else none."""
    headers = {c.header: c.concepts - _WHOLE_WORDS for c in grid.columns if c.concepts}
    if len({frozenset(h) for h in headers.values()}) < 2:
        return frozenset()
    meant = grid.meant(said)
    named = {h: own for h, own in headers.items() if own and own <= meant}
    if _EITHER.search(task.text) or len({frozenset(own) for own in named.values()}) > 1:
        return frozenset(named)
    return frozenset()


def _tagged(text: str, grid: Grid) -> list[Column]:
    """Columns named one by one with their header in brackets: "2022 (group) and 2021 (full consolidated)"."""
    pairs = re.findall(r"\b((?:19|20)\d\d) \(?([a-z][a-z ]{2,30})[),?]", text) if "(" in text else []
    pairs = [(y, w) for y, w in pairs if any(concepts(w) & c.concepts for c in grid.columns)]
    if len(pairs) < 2:
        return []
    found = []
    for year, words in pairs:
        of_year = [c for c in grid.columns if c.period == year]
        if of_year:
            found.append(max(of_year, key=lambda c: (grid.column_score(c, concepts(words)), -c.number)))
    return found
