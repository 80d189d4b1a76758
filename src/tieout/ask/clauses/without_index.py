"""A clause of a framework of which a report has no index: what a sentence says of it, or the figures it asks for."""

from __future__ import annotations

from tieout.ask.clauses.asked import INDEX_ASKED
from tieout.ask.clauses.assigned import assigned_status
from tieout.ask.clauses.linking import ClauseMention, clause_entity
from tieout.ask.clauses.mentioned import named_in_sentence
from tieout.ask.draft import Draft
from tieout.ask.figures import calculate as calc
from tieout.ask.figures.observed import reported
from tieout.ask.plan import Intent, PlanEntity
from tieout.ask.view import View
from tieout.ask.wording.question import Reading
from tieout.model import AnswerStatus, Origin


def without_index(mention: ClauseMention, reading: Reading, view: View) -> Draft:
    """What the report tells of the clause all the same, or the abstention.

    Args:
        mention: the clause.
        reading: the question; whether or where the clause is reported.
        view: the reports in reach.
    """
    told = assigned_status(mention, reading, view) or named_in_sentence(mention, reading, view)
    if told is None and INDEX_ASKED.search(reading.folded) is None:
        told = _in_substance(mention, reading, view)
    return told or Draft(
        status=AnswerStatus.NOT_FOUND,
        intent=Intent.CLAUSE_STATUS,
        text=f"Not found: the report has no {mention.clause.framework.upper()} index that lists {mention.clause.code}.",
        entities=(clause_entity(mention, view),),
    )


def _in_substance(mention: ClauseMention, reading: Reading, view: View) -> Draft | None:
    """The newest figure of a metric that the clause asks for, from a table; None where the report measures none."""
    asked = f"{mention.clause.framework}:{mention.clause.code}"
    found = [
        s
        for s in view.series
        if s.metric is not None and asked in s.metric.clauses and s.origin is Origin.TABLE and s.valued
    ]
    best = next((s for s in found if not s.dimensions), found[0] if found else None)
    if best is None or best.metric is None or not reading.yes_no:
        return None
    told, names = best.valued[-1], view.ports.names
    figure = calc.with_unit(calc.figure(told), best.unit)
    framework = mention.clause.framework.upper()
    return Draft(
        status=AnswerStatus.ANSWERED,
        intent=Intent.CLAUSE_STATUS,
        text=f"Yes, in substance: {best.label} {figure} in {told.period} (page {told.passage.page}); the report has no {framework} index.",
        short="yes, in substance",
        values=(reported(told),),
        passages=(told.passage,),
        starts=(
            names.clause(mention.clause.id),
            names.metric(best.metric.id),
            *(names.organization(o) for o in view.organizations),
        ),
        query=("observation", (("observation", told.iri),)),
        entities=(
            clause_entity(mention, view),
            PlanEntity("metric", best.metric.label, names.metric(best.metric.id)),
        ),
    )
