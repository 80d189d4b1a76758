"""A figure's years from several places of a report: a table gives this year's, a sentence that of the base year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tieout.ask.figures import calculate as calc
from tieout.ask.figures.linking import Candidate
from tieout.ask.figures.observed import differ, dimensions_of
from tieout.ask.figures.series import Series
from tieout.ask.wording.emission_scopes import other_scopes, scopes_in
from tieout.ask.wording.question import Reading
from tieout.model import Observation

_SAID = 0.8
"""The least share of the question that a row must say: emissions from heat are not those of their whole scope."""


def completed(best: Candidate, ranked: Sequence[Candidate], reading: Reading) -> Candidate:
    """The candidate with the years asked for that it lacks and others of its metric have; as it was where they disagree.

    Args:
        best: what answers.
        ranked: all that the question may mean, best first.
        reading: the question, for its years.
    """
    own = best.series
    missing = [y for y in reading.years if own is not None and own.at(y) is None]
    if own is None or own.metric is None or not missing or best.explained < _SAID:
        return best
    alike = [c.series for c in ranked if c.series is not None and _measures_the_same(c.series, own)]
    joined: list[Observation] = [o for o in own.observations if o.period not in reading.years]
    for year in reading.years:
        found = [o for s in (own, *alike) if (o := s.at(year)) is not None]
        if not found or any(differ(found[0], o) for o in found[1:]):
            return best  # two figures for one year are two answers
        joined.append(found[0])
    return replace(best, series=replace(own, observations=tuple(sorted(joined, key=lambda o: o.period))))


def _measures_the_same(other: Series, own: Series) -> bool:
    """Whether two rows give one metric for the same parts, in one unit."""
    if other.metric != own.metric or other.report != own.report or dimensions_of(other) != dimensions_of(own):
        return False
    if not calc.same_unit(other.unit, own.unit) or other.measures != own.measures or other.relative != own.relative:
        return False
    return not other_scopes(scopes_in(own.label), scopes_in(other.label))
