"""The comparison in the contract's shape: cells by clause or metric, then by report.

A cell is one report's statement to one clause or metric in one period. Figures are converted to the metric's canonical
unit. Whether the cells of a column may be set against each other is said for each of them: "no" where only one side has
a figure, or kinds of quantity, denominators or methods differ; "partly" where both measure the same thing but the
reports' boundaries are their own or sizes differ; "yes" where nothing speaks against it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from tieout.compare.cells import Cell, Reporter, clause_cells, metric_cells
from tieout.compare.verdicts import judge
from tieout.errors import UsageError
from tieout.model import Catalogue, Clause, Disclosure, DisclosureStatus, Metric, Observation
from tieout.text import fold


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


def find_metric(catalogue: Catalogue, name: str) -> Metric:
    """The metric with this id, or else with this label or synonym, whatever its case.

    Raises:
        UsageError: no such metric.
    """
    wanted = fold(name)
    for metric in catalogue.metrics:
        if metric.id == name:
            return metric
    for metric in catalogue.metrics:
        if wanted in {fold(label) for label in (metric.label, *metric.synonyms)}:
            return metric
    raise UsageError("no such metric in the catalogue", subject=name)


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
        metrics: metric ids or names.
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
    measured = [find_metric(catalogue, name) for name in metrics or ()]
    if not wanted and not measured:
        raise UsageError("nothing to compare", remedy="Name --clause, --metric or --framework")
    cells: list[Cell] = []
    for clause in wanted:
        for reporter in reporters:
            cells += clause_cells(clause, reporter, figures, statements, by_id, periods)
    for metric in measured:
        for reporter in reporters:
            cells += metric_cells(metric, reporter, figures, by_id, periods)
    judged = judge(cells, by_id)
    alone = sorted({" ".join(filter(None, c.group)) for c in judged if c.observation and c.comparable == "no"})
    return {"cells": [cell.to_json() for cell in judged], "not_compared": alone}
