"""The cells of a comparison: what one report says to one clause or metric in one period.

The status of a cell is that of its own statement. A figure that answers is reported, also where the company leaves
another part of the clause out; what it leaves out has a cell of its own. A figure given in place of the one asked for
is partial.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Protocol

from tieout.compare.choosing import headline, instead, method_named, split_of
from tieout.extract.levels import levels
from tieout.model import Clause, Disclosure, DisclosureStatus, Metric, Observation, Passage

_UNPROVED = "The figure bears on the clause, which the report does not say it answers."


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
            "raw_value": o.raw_value if o else None,
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


def clause_cells(
    clause: Clause,
    reporter: Reporter,
    figures: Sequence[Observation],
    statements: Sequence[Disclosure],
    metrics: dict[str, Metric],
    periods: Sequence[str] | None,
) -> list[Cell]:
    """One cell for each figure that answers the clause and one for what is left out, or one with the status alone."""
    said = [
        d for d in statements if (d.report, d.framework, d.code) == (reporter.report, clause.framework, clause.code)
    ]
    best = min(said, key=lambda d: (not d.indexed, d.status is DisclosureStatus.NOT_FOUND), default=None)
    status = best.status if best else DisclosureStatus.NOT_FOUND
    passage = best.passage or next(iter(best.evidence), None) if best else None
    base = Cell(reporter.report, reporter.organization, clause.id, "", reporter.period, status.value, (clause.id,))
    if status is DisclosureStatus.STATED_ABSENT:
        return [replace(base, passage=passage)]
    mine = [o for o in figures if o.report == reporter.report and o.period in (periods or [reporter.period])]
    answering = levels(o for o in mine if o.metric in metrics and clause.id in metrics[o.metric].clauses)
    # A total that several clauses of a standard ask for is shown only where nothing answers this clause alone.
    own = [o for o in answering if _siblings(metrics[o.metric], clause) == 1]
    found = _figures(replace(base, status="reported"), own or answering, mine, metrics)
    if best is not None and status is DisclosureStatus.NOT_FOUND:
        found = [replace(cell, status="partial", why=cell.why or _UNPROVED) for cell in found]
    if found and status is DisclosureStatus.PARTIAL and best is not None and best.explanation:
        left_out = "The company leaves a part of the clause out and says why."
        found.append(replace(base, status="stated_absent", passage=passage, why=left_out))
    if not found and best is not None and clause.quantitative:
        found = [_beside(base, o) for o in instead(mine, best, clause, metrics.values())]
    return found or [replace(base, passage=passage)]


def _figures(
    base: Cell, answering: Sequence[Observation], mine: Sequence[Observation], metrics: dict[str, Metric]
) -> list[Cell]:
    """The cells of the figures chosen; of a metric of which only parts are given, one that says so."""
    chosen = headline(answering)
    cells = [_figure_cell(base, o, method_named(o, mine, metrics)) for o in chosen]
    shown = {cell.metric for cell in cells} | {o.metric for o in chosen}
    for o in answering:
        if o.metric not in shown:
            shown.add(o.metric)
            told = "Only figures for parts are given, none for the whole."
            cells.append(replace(base, metric=o.metric, status="partial", passage=o.passage, why=told))
    return sorted(cells, key=lambda c: (c.metric, split_of(c.observation) if c.observation else ""))


def _siblings(metric: Metric, clause: Clause) -> int:
    """How many clauses of the same standard ("305", "B3") a metric answers."""
    mine = _standard(clause.code)
    codes = (c.partition(":")[2] for c in metric.clauses if c.startswith(f"{clause.framework}:"))
    return len({code.partition("@")[0] for code in codes if _standard(code) == mine})


def _standard(code: str) -> str:
    return code.replace(".", "-").partition("-")[0]


def metric_cells(
    metric: Metric,
    reporter: Reporter,
    figures: Sequence[Observation],
    metrics: dict[str, Metric],
    periods: Sequence[str] | None,
) -> list[Cell]:
    """One cell for each headline figure of the metric, or one that says it was not found."""
    mine = [o for o in figures if o.report == reporter.report and o.period in (periods or [reporter.period])]
    named = [o for o in mine if o.metric == metric.id]
    variants = [o for o in mine if metric.id.startswith(f"{o.metric}-") and method_named(o, mine, metrics) == metric.id]
    base = Cell(reporter.report, reporter.organization, "", metric.id, reporter.period, "reported", (metric.id,))
    found = _figures(base, levels(named), mine, metrics) or _figures(base, levels(variants), mine, metrics)
    passage = named[0].passage if named else None
    return found or [replace(base, status=DisclosureStatus.NOT_FOUND.value, passage=passage)]


def _figure_cell(base: Cell, o: Observation, metric: str) -> Cell:
    group = tuple(filter(None, (base.clause, metric, split_of(o))))
    return replace(base, metric=metric, period=o.period, observation=o, passage=o.passage, group=group)


def _beside(base: Cell, o: Observation) -> Cell:
    """A figure that the report gives in place of what the clause asks for."""
    told = "The report gives this figure in place of one that the clause asks for."
    cell = replace(base, status="partial", period=o.period, observation=o, passage=o.passage, why=told)
    return replace(cell, group=(base.clause, "", o.indicator.casefold()))
