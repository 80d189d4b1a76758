"""Reports side by side, by clause or by metric: like units and like scopes only.

A cell is one report's statement to one clause or metric in one period. Figures are converted to the metric's canonical
unit. Whether the cells of a column may be set against each other is said for each of them: "no" where only one side has
a figure, or kinds of quantity, denominators or methods differ; "partly" where both measure the same thing but the
reports' boundaries are their own or sizes differ; "yes" where nothing speaks against it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Protocol

from tieout.errors import UsageError
from tieout.model import Catalogue, Clause, Disclosure, DisclosureStatus, Metric, Observation, Passage

_RELATIVE = ("percent", "_per_", "ratio", "rate", "score")


class Reporter(Protocol):
    """What is known of a report in the index."""

    @property
    def report(self) -> str:
        """The report's id."""

    @property
    def organization(self) -> str:
        """Who reports."""

    @property
    def period(self) -> str:
        """The reporting year."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a comparison; ``group`` joins the cells that are set against each other."""

    report: str
    organization: str
    clause: str
    metric: str
    period: str
    status: str
    group: tuple[str, ...]
    observation: Observation | None = None
    passage: Passage | None = None
    comparable: str = "no"
    why: str = ""

    def to_json(self) -> dict[str, Any]:
        """The cell in the contract's shape."""
        o = self.observation
        return {
            "report": self.report,
            "organization": self.organization,
            "clause": self.clause,
            "metric": self.metric,
            "period": self.period,
            "status": self.status,
            "indicator": o.indicator if o else "",
            "dimensions": {d.type: d.value for d in o.dimensions} if o else {},
            "value": _text(o.value) if o else None,
            "unit": o.unit if o else "",
            "value_canonical": _text(o.value_canonical) if o else None,
            "unit_canonical": o.unit_canonical if o else "",
            "comparable": self.comparable,
            "why": self.why,
            "page": self.passage.page if self.passage else None,
            "quote": self.passage.quote if self.passage else "",
        }


def _text(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")


def find_clauses(catalogue: Catalogue, framework: str | None, codes: Sequence[str]) -> list[Clause]:
    """The clauses meant by full ids or, with a framework, by bare codes.

    Raises:
        UsageError: no such clause or framework.
    """
    known = {c.id.casefold(): c for c in catalogue.clauses}
    found = []
    for code in codes:
        identifier = code if ":" in code else f"{framework}:{code}"
        if ":" not in code and framework is None:
            raise UsageError("a bare code needs --framework", subject=code, remedy="For example gri:305-1")
        clause = known.get(identifier.casefold())
        if clause is None:
            raise UsageError("no such clause in the catalogue", subject=identifier)
        found.append(clause)
    return found


def compare(
    catalogue: Catalogue,
    reporters: Sequence[Reporter],
    observations: Iterable[Observation],
    disclosures: Iterable[Disclosure],
    *,
    framework: str | None = None,
    clauses: Sequence[str] | None = None,
    metrics: Sequence[str] | None = None,
    periods: Sequence[str] | None = None,
) -> dict[str, Any]:
    """The comparison in the contract's shape: cells in order of clause or metric, then report.

    Args:
        catalogue: the ontology.
        reporters: the reports to set side by side.
        observations: their figures.
        disclosures: their statements to clauses.
        framework: with no clause named, all clauses of this framework that any of the reports speaks to.
        clauses: clause ids or bare codes.
        metrics: metric ids.
        periods: years; each report's own reporting year when not given.

    Raises:
        UsageError: nothing was asked for, or an id is unknown.
    """
    figures, statements = list(observations), list(disclosures)
    if framework and framework not in {c.framework for c in catalogue.clauses}:
        raise UsageError("no such framework", subject=framework)
    wanted = find_clauses(catalogue, framework, clauses or ())
    if framework and not clauses and not metrics:
        spoken = {(d.framework, d.code) for d in statements if d.status is not DisclosureStatus.NOT_FOUND}
        wanted = [c for c in catalogue.clauses if c.framework == framework and (c.framework, c.code) in spoken]
    by_id = {m.id: m for m in catalogue.metrics}
    for metric in metrics or ():
        if metric not in by_id:
            raise UsageError("no such metric in the catalogue", subject=metric)
    if not wanted and not metrics:
        raise UsageError("nothing to compare", remedy="Name --clause, --metric or --framework")
    cells: list[Cell] = []
    for clause in wanted:
        for reporter in reporters:
            cells += clause_cells(clause, reporter, figures, statements, by_id, periods)
    for metric in metrics or ():
        for reporter in reporters:
            cells += metric_cells(by_id[metric], reporter, figures, periods)
    judged = judge(cells, by_id)
    alone = sorted({" ".join(filter(None, c.group)) for c in judged if c.observation and c.comparable == "no"})
    return {"cells": [cell.to_json() for cell in judged], "not_compared": alone}


def _years(reporter: Reporter, periods: Sequence[str] | None) -> Sequence[str]:
    return periods or [reporter.period]


def clause_cells(
    clause: Clause,
    reporter: Reporter,
    figures: Sequence[Observation],
    statements: Sequence[Disclosure],
    metrics: dict[str, Metric],
    periods: Sequence[str] | None,
) -> list[Cell]:
    """One cell for each figure that answers the clause, or one with the status alone."""
    said = [
        d for d in statements if (d.report, d.framework, d.code) == (reporter.report, clause.framework, clause.code)
    ]
    best = min(said, key=lambda d: (not d.indexed, d.status is DisclosureStatus.NOT_FOUND), default=None)
    status = best.status if best else DisclosureStatus.NOT_FOUND
    answering = [
        o
        for o in figures
        if o.report == reporter.report
        and o.value is not None
        and o.period in _years(reporter, periods)
        and o.metric in metrics
        and clause.id in metrics[o.metric].clauses
    ]
    # A total that several clauses of a standard ask for is shown only where nothing answers this clause alone.
    own = [o for o in answering if _siblings(metrics[o.metric], clause) == 1]
    answering = own or answering
    base = Cell(reporter.report, reporter.organization, clause.id, "", reporter.period, status.value, (clause.id,))
    if not answering or status is DisclosureStatus.STATED_ABSENT:
        passage = best.passage or next(iter(best.evidence), None) if best else None
        return [replace(base, passage=passage)]
    if status is DisclosureStatus.NOT_FOUND:
        base = replace(base, status=DisclosureStatus.REPORTED.value)
    return [_figure_cell(base, o, clause.id) for o in headline(answering)]


def _siblings(metric: Metric, clause: Clause) -> int:
    """How many clauses of the same standard ("305", "B3") a metric answers."""
    mine = _standard(clause.code)
    codes = (c.partition(":")[2] for c in metric.clauses if c.startswith(f"{clause.framework}:"))
    return len({code.partition("@")[0] for code in codes if _standard(code) == mine})


def _standard(code: str) -> str:
    return code.replace(".", "-").partition("-")[0]


def metric_cells(
    metric: Metric, reporter: Reporter, figures: Sequence[Observation], periods: Sequence[str] | None
) -> list[Cell]:
    """One cell for each headline figure of the metric, or one that says it was not found."""
    mine = [
        o
        for o in figures
        if (o.report, o.metric) == (reporter.report, metric.id) and o.period in _years(reporter, periods)
    ]
    valued = [o for o in mine if o.value is not None]
    base = Cell(reporter.report, reporter.organization, "", metric.id, reporter.period, "reported", (metric.id,))
    if not valued:
        passage = mine[0].passage if mine else None
        return [replace(base, status=DisclosureStatus.NOT_FOUND.value, passage=passage)]
    return [_figure_cell(base, o, "") for o in headline(valued)]


def _figure_cell(base: Cell, o: Observation, clause: str) -> Cell:
    split = "|".join(f"{d.type}={d.value.casefold()}" for d in o.dimensions)
    return replace(
        base,
        metric=o.metric,
        period=o.period,
        observation=o,
        passage=o.passage,
        group=tuple(filter(None, (clause, o.metric, split))),
    )


def headline(figures: Sequence[Observation]) -> list[Observation]:
    """One figure for each metric, split and year: tables before text, the surer link first, then page order."""
    best: dict[tuple[str, str, str], Observation] = {}
    for o in sorted(
        figures, key=lambda o: (o.origin != "table", -o.metric_score, o.passage.page, o.passage.start, o.cell)
    ):
        split = "|".join(f"{d.type}={d.value.casefold()}" for d in o.dimensions)
        best.setdefault((o.metric, split, o.period), o)
    return [best[key] for key in sorted(best)]


def judge(cells: Sequence[Cell], metrics: dict[str, Metric]) -> list[Cell]:
    """Say of each cell whether it may be set against the others of its group, and why."""
    groups: dict[tuple[str, ...], list[Cell]] = defaultdict(list)
    for cell in cells:
        groups[cell.group].append(cell)
    verdicts = {group: verdict(members, metrics) for group, members in groups.items()}
    return [replace(cell, comparable=verdicts[cell.group][0], why=verdicts[cell.group][1]) for cell in cells]


def verdict(members: Sequence[Cell], metrics: dict[str, Metric]) -> tuple[str, str]:
    """("yes" | "partly" | "no", the reason in one sentence)."""
    figures = [c.observation for c in members if c.observation is not None]
    reports = {o.report for o in figures}
    if len(reports) < 2:
        return "no", "Only one report gives a figure." if figures else "No report gives a figure."
    units = {o.unit_canonical for o in figures}
    if len(units) > 1 or ("" in units and any(o.unit for o in figures)):
        return (
            "no",
            f"The units do not convert into each other: {', '.join(sorted({o.unit or 'none' for o in figures}))}.",
        )
    labels = {o.report: o for o in figures}
    metric = metrics.get(figures[0].metric)
    kind = metric.quantity_kind if metric else ""
    if len({o.period for o in figures}) > 1:
        return "partly", "The reporting periods differ."
    relative = any(word in kind for word in _RELATIVE)
    if relative and len({o.indicator.casefold() for o in labels.values()}) > 1:
        return "partly", "The same kind of ratio under different labels: each report defines its own base."
    if not relative:
        return "partly", "Same metric, unit and year; each report draws its own boundary and the sizes differ."
    return "yes", ""
