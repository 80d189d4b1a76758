"""Whether the parts of a split that a row prints add up to the total that it prints beside them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tieout.ask.draft import Draft
from tieout.ask.figures import calculate as calc
from tieout.ask.figures.observed import reported, value_of
from tieout.ask.figures.route import Figures
from tieout.ask.figures.series import Series
from tieout.ask.figures.wholes import is_row_of, parts_beside, says_all
from tieout.ask.plan import Intent, PlanEntity
from tieout.ask.view import View
from tieout.ask.wording.question import Reading
from tieout.model import AnswerStatus, Observation
from tieout.patterns import lazy

ADDS_UP = lazy(
    r"\b(?:add|sum|total)(?:s|ed)? (?:up )?to\b|\b(?:match(?:es)?|equals?|make up) (?:the |its |their )?(?:\w+ )?(?:total|sum)\b"
)
_SUM = lazy(
    r"\b(?:(?:add|sum|total)(?:s|ed)? (?:up )?to|match(?:es)?|equals?|make up) (?:the |its |their |a )?(?:(?:printed|stated|reported|given|published) )?(?:totals?|sums?)?"
)
_LOOKED_AT = 12


def added_up(reading: Reading, view: View) -> Draft | None:
    """Yes or no with the arithmetic; None where no row with all the parts named and their total is meant."""
    figures = Figures(view)
    wording = figures.wording(_SUM.sub(" ", reading.folded))
    if not wording.content:
        return None
    ranked = figures.candidates(wording, reading)
    if not ranked or not figures.acceptable(ranked[0]):
        return None
    for candidate in ranked[:_LOOKED_AT]:
        part = candidate.series
        if part is None or len(part.dimensions) != 1 or candidate.score < ranked[0].score:
            continue
        parts = parts_beside(part, view.series)
        whole = next((s for s in view.series if is_row_of(s, part)), None)
        if whole is None or len(parts) < 2 or not whole.valued or not says_all(parts, reading.terms):
            continue
        period = reading.years[0] if reading.years else whole.valued[-1].period
        cells = [p.cell(period) for p in parts]
        total = whole.at(period)
        if total is not None and all(c is not None for c in cells):
            return _told(parts, whole, [c for c in cells if c is not None], total, view)
    return None


def _told(
    parts: Sequence[Series], whole: Series, cells: Sequence[Observation], total: Observation, view: View
) -> Draft:
    printed = [value_of(o) for o in cells if o.value is not None]
    came = sum(printed, Decimal(0))
    off = value_of(total) - came
    place = Decimal(1).scaleb(min(int(v.as_tuple().exponent) for v in (*printed, value_of(total))))
    agree = abs(off) <= place * (len(printed) + 1) / 2
    shown = " + ".join(
        f"{o.raw_value} ({', '.join(d.value for d in p.dimensions)})" for p, o in zip(parts, cells, strict=True)
    )
    said = calc.with_unit(calc.figure(total), whole.unit)
    verdict = "yes" if agree else "no"
    apart = "" if agree else f", {calc.plain(abs(off))} {'more' if off > 0 else 'less'}"
    text = f"{verdict.capitalize()}: {shown} come to {calc.plain(came)}; the total is printed as {said}{apart} ({whole.label}, {total.period})."
    names = view.ports.names
    metric = [names.metric(whole.metric.id)] if whole.metric is not None else []
    return Draft(
        status=AnswerStatus.ANSWERED, intent=Intent.CONSISTENCY, text=text, short=f"{verdict}: {calc.plain(came)} vs {calc.figure(total)}",
        values=tuple(reported(o) for o in (*cells, total) if o.value is not None),
        calculation=f"{shown} = {calc.plain(came)}",
        passages=tuple(dict.fromkeys(o.passage for o in (*cells, total))),
        starts=(*metric, names.organization(whole.organization)),
        query=("observation", (("observation", " ".join(o.iri for o in (*cells, total))),)),
        entities=(PlanEntity("series", whole.label, total.iri),), periods=(total.period,),
    )  # fmt: skip
