"""Which periods of a series a question asks for."""

from __future__ import annotations

from tieout.ask.figures.series import Series
from tieout.ask.plan import Intent
from tieout.ask.wording.question import Reading


def periods_of(series: Series, intent: Intent, reading: Reading, reported: str) -> list[str]:
    """The periods asked for, in the order asked; several in a row for spans. ``reported`` is the report's own year or ""."""
    have = [o.period for o in series.valued]
    latest = have[-1] if have else reported
    years = list(reading.years)
    if reading.since and intent in {Intent.TREND, Intent.SUM, Intent.AVERAGE, Intent.RANK}:
        return [p for p in have if p >= years[0]] if years[0] in have else years
    if reading.ranged and len(years) >= 2 and intent in {Intent.TREND, Intent.SUM, Intent.AVERAGE, Intent.RANK}:
        low, high = min(years[:2]), max(years[:2])
        inside = [p for p in have if low <= p <= high]
        return inside if low in inside and high in inside else years
    if intent is Intent.CHANGE:
        if len(years) >= 2:
            return sorted(years[:2])
        if reading.since and latest > years[0]:
            return [years[0], latest]
        end = years[0] if years else latest
        before = [p for p in have if p < end]
        return [before[-1] if before else str(int(end) - 1), end] if end.isdigit() else [end]
    if years and not (reading.last_years and intent in {Intent.SUM, Intent.TREND, Intent.AVERAGE}):
        return years
    if intent in {Intent.TREND, Intent.SUM, Intent.AVERAGE} and have:
        return have[-reading.last_years :] if reading.last_years else have
    if reading.previous and len(have) > 1:
        return [have[-2]]
    if reading.latest and reported and reported not in have and have:
        return [reported]
    return [latest]
