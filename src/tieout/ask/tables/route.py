"""The route of table questions: when every report in reach is a bare table."""

from __future__ import annotations

from collections.abc import Sequence

from tieout.ask.draft import Draft
from tieout.ask.figures import calculate as calc
from tieout.ask.figures.observed import reported
from tieout.ask.plan import Intent, PlanEntity
from tieout.ask.tables.companies import solve_companies
from tieout.ask.tables.grid import Grid, grids
from tieout.ask.tables.lookup import FLOOR, fit
from tieout.ask.tables.solve import Solved, solve
from tieout.ask.tables.wording import read_task
from tieout.ask.view import View
from tieout.ask.wording.question import Reading
from tieout.model import AnswerStatus, Origin


def is_tables(view: View) -> bool:
    """Whether the reports in reach are tables and nothing else."""
    if not view.series or not all(s.origin is Origin.TABLE for s in view.series):
        return False
    return not view.disclosures and all(view.ports.pages.page_count(report) == 1 for report in view.reports)


def answer_tables(reading: Reading, view: View) -> Draft | None:
    """A draft from the tables in reach, or None where no cell fits."""
    tables = grids([o for s in view.series for o in s.observations])
    if not tables:
        return None
    task = read_task(reading.text)
    if len({g.organization for g in tables}) > 1:
        reported = grids(
            [o for s in view.series for o in s.observations if all(d.type != "series" for d in o.dimensions)]
        )
        solved = solve_companies(task, reported, view.ports.retrieval)
    else:
        solved = max(
            (s for g in tables if (s := solve(task, g, nearness(reading, g, view))) is not None), key=lambda s: s.score, default=None
        )  # fmt: skip
    if solved is None or not _about(solved, reading, tables, view):
        return None
    return _draft(solved, view)


def _about(solved: Solved, reading: Reading, tables: Sequence[Grid], view: View) -> bool:
    """Whether in each table at least one of the cells has to do with the question."""
    best: dict[str, float] = {}
    for grid in tables:
        own = [o for o in solved.cells if grid.cells.get((o.row, o.column)) is o]
        if own:
            near = nearness(reading, grid, view)
            best[grid.report] = max(best.get(grid.report, 0.0), *(fit(grid, o, reading.folded, near) for o in own))
    return bool(best) and min(best.values()) >= FLOOR


def nearness(reading: Reading, grid: Grid, view: View) -> dict[int, float]:
    """Nearness in meaning of each row to the question."""
    labels = [r.label for r in grid.rows]
    return {r.number: x for r, x in zip(grid.rows, view.ports.retrieval.similarity(reading.text, labels), strict=True)}


def _draft(solved: Solved, view: View) -> Draft:
    cells = solved.cells
    names = view.ports.names
    places = ", ".join(
        dict.fromkeys(
            f"{o.indicator} ({o.boundary + ', ' if o.boundary else ''}{o.period}): {calc.with_unit(o.raw_value, o.unit)}"
            for o in cells[:8]
        )
    )
    measured = [metric for i in dict.fromkeys(o.metric for o in cells if o.metric) if (metric := view.metric(i))]
    metrics = tuple(PlanEntity("metric", metric.label, names.metric(metric.id)) for metric in measured)
    return Draft(
        status=AnswerStatus.ANSWERED, intent=Intent.LOOKUP, text=f"{solved.short}: {places}.", short=solved.short,
        values=tuple(reported(o) for o in cells), calculation=solved.told, passages=tuple(dict.fromkeys(o.passage for o in cells)),
        starts=(*(m.iri for m in metrics), *(names.organization(o) for o in view.organizations)),
        query=("observation", (("observation", " ".join(dict.fromkeys(o.iri for o in cells))),)),
        entities=(*metrics, *(PlanEntity("observation", o.indicator, o.iri) for o in cells[:8])), confidence=solved.score,
    )  # fmt: skip
