"""What is said where there is no figure: the part, the count or the metric that is missing, and the nearest one there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tieout.ask.answer import Nearest
from tieout.ask.draft import Draft
from tieout.ask.figures import calculate as calc
from tieout.ask.figures.linking import Candidate
from tieout.ask.figures.observed import series_of
from tieout.ask.figures.told import Told
from tieout.ask.plan import Intent, PlanEntity
from tieout.ask.wording.question import Reading
from tieout.model import AnswerStatus

_NEAR = 0.5
"""How near in meaning a figure must be to be named as the nearest: energy is no neighbour of tip-offs."""


class Missing(Told):
    """Abstentions of the figure route."""

    def _missing_part(self, best: Candidate, intent: Intent) -> Draft:
        """The abstention for a part of something of which only the whole, or another part, is printed."""
        series = series_of(best)
        asked = ", ".join(best.unexplained)
        shown = [f"{calc.with_unit(calc.figure(o), series.unit)} ({o.period})" for o in series.valued]
        near = tuple(
            Nearest(f"{series.label}: {', '.join(shown)}", o.passage.page, o.passage.quote) for o in series.valued[-1:]
        )
        return Draft(
            status=AnswerStatus.NOT_FOUND, intent=intent, text=f"Not found: {series.label} is not reported for: {asked}.", nearest=near,
            unresolved=best.unexplained, confidence=best.score,
            entities=(PlanEntity("metric", best.metric.label, self._view.ports.names.metric(best.metric.id), best.score),) if best.metric else (),
        )  # fmt: skip

    def _no_count(self, best: Candidate, periods: Sequence[str]) -> Draft:
        """The abstention where a number is asked for and only a share is printed."""
        draft = self._missing(best, periods, Intent.LOOKUP)
        return replace(
            draft, text=f"Not found: the number is not reported, only a share. {draft.text.partition('.')[2].strip()}"
        )

    def _not_measured(self, best: Candidate, measured: Candidate | None, intent: Intent, reading: Reading) -> Draft:
        metric = best.metric
        label = metric.label if metric is not None else best.name
        near: tuple[Nearest, ...] = ()
        if (
            measured is not None
            and measured.series is not None
            and measured.series.valued
            and measured.nearness >= _NEAR
        ):
            s = measured.series
            o = s.valued[-1]
            near = (
                Nearest(
                    f"{s.label}: {calc.with_unit(calc.figure(o), s.unit)} ({o.period})", o.passage.page, o.passage.quote
                ),
            )
        nearest = f" The nearest: {near[0].what}." if near else ""
        return Draft(
            status=AnswerStatus.NOT_FOUND, intent=intent, text=f"Not found: {label} is not reported.{nearest}", nearest=near,
            entities=(PlanEntity("metric", label, self._view.ports.names.metric(metric.id) if metric else "", best.score),),
            unresolved=best.unexplained, periods=reading.years, confidence=best.score,
        )  # fmt: skip
