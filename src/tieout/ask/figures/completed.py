"""A figure's years from several places of a report: a table gives this year's, a sentence that of the base year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tieout.ask.figures import calculate as calc
from tieout.ask.figures.linking import Candidate
from tieout.ask.figures.observed import differ, dimensions_of
from tieout.ask.figures.series import Series
from tieout.ask.wording.emission_scopes import scopes_in
from tieout.ask.wording.question import Reading

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
    for candidate in ranked:
        other = candidate.series
        if other is None or other is own or not _measures_the_same(other, own):
            continue
        if any(other.at(y) is not None for y in missing):
            more = [o for o in other.observations if o.value is not None and o.period in missing]
            joined = tuple(sorted((*own.observations, *more), key=lambda o: o.period))
            own = replace(own, observations=joined)
            missing = [y for y in missing if own.at(y) is None]
    return replace(best, series=own) if not missing else best


def _measures_the_same(other: Series, own: Series) -> bool:
    """Whether two rows give one metric for the same parts in one unit, and agree where both give a year."""
    if other.metric != own.metric or other.report != own.report or dimensions_of(other) != dimensions_of(own):
        return False
    if not calc.same_unit(other.unit, own.unit) or other.measures != own.measures or other.relative != own.relative:
        return False
    if scopes_in(other.label) and scopes_in(own.label) and scopes_in(other.label) != scopes_in(own.label):
        return False
    both = [(a, b) for a in own.observations if (b := other.at(a.period)) is not None and a.value is not None]
    return not any(differ(a, b) for a, b in both)
