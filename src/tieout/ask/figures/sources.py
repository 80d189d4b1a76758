"""Where else a report prints what is asked for: another row or sentence of the same thing, several sentences as one series."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tieout.ask.figures import calculate as calc
from tieout.ask.figures.linking import Candidate
from tieout.ask.figures.observed import dimensions_of, series_of, within
from tieout.ask.figures.told import Told
from tieout.model import Observation, Origin

_AS_NEAR = 0.05


class Sources(Told):
    """Other places of the same figure."""

    def _other_source(self, best: Candidate, ranked: Sequence[Candidate], periods: Sequence[str]) -> Candidate | None:
        """Another series of the same metric and dimensions that has all periods asked for (e.g. a sentence)."""
        series = series_of(best)
        for c in ranked[:20]:
            s = c.series
            if s is None or s is series or not self.acceptable(c) or c.score < best.score - 0.25:
                continue
            same = c.score >= best.score - 0.12 and (
                (s.metric is not None and s.metric == series.metric) or c.name == best.name
            )
            # A table row that says as much of the question may stand in for a sentence, never the other way round.
            printed = (
                series.origin is not Origin.TABLE and s.origin is Origin.TABLE and c.explained >= best.explained - 0.05
            )
            row = (
                series.origin is not Origin.TABLE and s.origin is Origin.TABLE and within(s.indicator, series.indicator)
            )
            alike = s.measures == series.measures and dimensions_of(s) == dimensions_of(series)
            # Of two rows that say all that is asked, the one that has the years.
            whole = min(c.explained, best.explained, c.said) == 1.0 and c.score >= best.score - _AS_NEAR
            whole = whole and s.unit == series.unit and s.origin is Origin.TABLE
            if (whole or ((same or printed or row) and alike)) and all(s.at(p) for p in periods):
                return c
        return None

    def _joined(self, best: Candidate, periods: Sequence[str]) -> Candidate | None:
        """The figures of several sentences as one series: each year has one figure, for the same metric and unit."""
        series = series_of(best)
        if series.metric is None or series.origin is Origin.TABLE:
            return None
        more: list[Observation] = []
        for period in periods:
            alike = [
                o
                for s in self._view.measuring.get((series.report, series.metric.id), ())
                if dimensions_of(s) == dimensions_of(series) and calc.same_unit(s.unit, series.unit)
                and (o := s.at(period)) is not None
            ]  # fmt: skip
            if len({o.value for o in alike}) != 1:
                return None
            more += alike[:1] if series.at(period) is None else []
        together = sorted([*series.observations, *more], key=lambda o: (o.period, o.passage.page, o.passage.start))
        return replace(best, series=replace(series, observations=tuple(together)))
