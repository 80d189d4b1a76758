"""Figures held against a limit that the question names: "Was water use above 2,000 tonnes?"."""

from __future__ import annotations

from decimal import Decimal

from tieout.ask.draft import Draft
from tieout.ask.figures import calculate as calc
from tieout.ask.figures.linking import Candidate
from tieout.ask.figures.observed import as_count, at, series_of, value_of
from tieout.ask.figures.series import Series
from tieout.ask.figures.told import Told
from tieout.ask.plan import Intent
from tieout.ask.wording.limit import Limit
from tieout.ask.wording.question import Question, Reading, read_question

_WAYS = {"over": "above", "under": "below", "least": "at least", "most": "at most"}
_FLOORS, _CEILINGS = frozenset({"over", "at_least"}), frozenset({"at_most", "under"})


class Limits(Told):
    """Answers yes or no with the figure."""

    def _against(self, reading: Reading, limit: Limit) -> Draft | None:
        """Whether the figure is on the side of the limit asked about; None where that cannot be told."""
        start, end = limit.span
        bare = read_question(Question(f"{reading.folded[:start]} {reading.folded[end:]}"))
        best = next(iter(self.candidates(self.wording(bare.folded), as_count(bare))), None)
        if best is None or best.series is None or not self.acceptable(best):
            return None
        series = series_of(best)
        if any(t.text == f"{limit.figure:f}" for t in series.dimension_terms):
            return None
        period = reading.years[0] if reading.years else (series.valued[-1].period if series.valued else "")
        found = series.at(period)
        if found is None:
            return self._missing(best, [period], Intent.LOOKUP)
        wanted = _in_unit(limit, series, reading)
        if wanted is None or not _decided(found.qualifier, wanted, value_of(found)):
            return None
        return self._verdict(best, wanted, period, reading)

    def _verdict(self, best: Candidate, limit: Limit, period: str, reading: Reading) -> Draft:
        series = series_of(best)
        found = at(series, period)
        verdict = "yes" if limit.holds(value_of(found)) else "no"
        figure = calc.with_unit(calc.figure(found), series.unit)
        asked = calc.with_unit(calc.plain(limit.figure), series.unit)
        return self._draft(
            best, Intent.LOOKUP, text=f"{verdict.capitalize()}: {figure} in {period} ({series.organization}, {series.label}); asked was {_WAYS[limit.way]} {asked}.",
            short=f"{verdict}, {calc.figure(found)}", found=[found], notes=self._conflicts(series, [period]), periods=[period],
        )  # fmt: skip


def _in_unit(limit: Limit, series: Series, reading: Reading) -> Limit | None:
    """The limit in the series' own unit, or None where it is in another that does not convert."""
    tail = reading.folded[limit.span[1] :].lstrip()
    if tail.startswith(("%", "percent", "per cent")) != (series.unit.strip() in {"%", "percent", "per cent"}):
        return limit if tail[:1].isalpha() and not tail.startswith("per") else None
    unit = tail.split(" ", 1)[0].strip("?,.")
    if series.metric is None or not unit or calc.same_unit(unit, series.unit):
        return limit
    converted = calc.convert(limit.figure, series.metric, unit, series.unit)
    return limit if converted is None else Limit(limit.way, converted, limit.span)


def _decided(qualifier: str, limit: Limit, value: Decimal) -> bool:
    """Whether a figure that is itself a bound ("over 300") settles the question."""
    if qualifier in _FLOORS:
        return value >= limit.figure
    return value <= limit.figure if qualifier in _CEILINGS else True
