"""Whether cells may be set against each other, and why: "no", "partly" or "yes" with one sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from tieout.compare.cells import Cell
from tieout.model import Metric, Observation

_RELATIVE = ("percent", "_per_", "ratio", "rate", "score")
# A label that the catalogue knows for the metric; below it the words printed say something else or something more.
_KNOWN_LABEL = 0.85


def judge(cells: Sequence[Cell], metrics: dict[str, Metric]) -> list[Cell]:
    """Say of each cell whether it may be set against the others of its group, and why."""
    groups: dict[tuple[str, ...], list[Cell]] = defaultdict(list)
    for cell in cells:
        groups[cell.group].append(cell)
    verdicts = {group: verdict(members, metrics) for group, members in groups.items()}
    return [
        replace(cell, comparable=verdicts[cell.group][0], why=cell.why or verdicts[cell.group][1]) for cell in cells
    ]


def verdict(members: Sequence[Cell], metrics: dict[str, Metric]) -> tuple[str, str]:
    """("yes" | "partly" | "no", the reason in one sentence)."""
    figures = [c.observation for c in members if c.observation is not None]
    reports = {o.report for o in figures}
    if len(reports) < 2:
        return "no", "Only one report gives a figure." if figures else "No report gives a figure."
    units = {o.unit_canonical for o in figures}
    if len(units) > 1 or ("" in units and any(o.unit for o in figures)):
        printed = ", ".join(sorted({o.unit or "none" for o in figures}))
        return "no", f"The units do not convert into each other: {printed}."
    metric = metrics.get(members[0].metric)
    relative = metric is not None and any(word in metric.quantity_kind for word in _RELATIVE)
    labels = sorted({" ".join(o.indicator.split()) for o in figures})
    differ = len({label.casefold() for label in labels}) > 1
    if relative and differ and any(o.metric_score < _KNOWN_LABEL for o in figures):
        return "no", f"The denominators differ: {_quoted(labels)} need not count the same."
    if len({o.period for o in figures}) > 1:
        return "partly", "The reporting periods differ."
    if relative and differ:
        return "partly", "The same kind of ratio under different labels: each report defines its own base."
    if not relative:
        return "partly", f"Same metric, unit and year; {_boundaries(figures)} and the sizes differ."
    return "yes", ""


def _quoted(labels: Sequence[str]) -> str:
    return " and ".join(f"“{label}”" for label in labels[:3])


def _boundaries(figures: Sequence[Observation]) -> str:
    told = sorted({o.boundary for o in figures if o.boundary})
    return f"boundaries ({'; '.join(told)})" if told else "each report draws its own boundary"
