"""A row that says less of a question than an answer must, while nothing else comes near to it."""

from __future__ import annotations

from collections.abc import Sequence

from tieout.ask.figures.linking import Candidate
from tieout.ask.figures.observed import within
from tieout.ask.wording.question import Measure, Reading
from tieout.model import Origin
from tieout.patterns import lazy

_TIMES = lazy(r"\bhow many times\b|\bby what factor\b")
_SCORE, _EXPLAINED, _NEAR, _AHEAD = 0.55, 0.40, 0.50, 0.13
"""Least score, share of the question explained and nearness of such a row, and by how much it leads.

Of 1,720 questions of figures on seventeen reports, such a row below the usual bounds was the right one nine times of eleven.
"""


def stands_alone(best: Candidate, ranked: Sequence[Candidate], reading: Reading) -> bool:
    """Whether the best row of a table is far ahead of everything that measures another thing.

    Args:
        best: the first candidate.
        ranked: all of them, best first.
        reading: the question.
    """
    series = best.series
    if series is None or series.origin is Origin.TEXT or best.said < 1.0:
        return False
    if best.score < _SCORE or best.explained < _EXPLAINED or best.nearness < _NEAR:
        return False
    if reading.measure is not Measure.ANY and reading.measure not in series.measures:
        return False
    if _TIMES.search(reading.folded) is not None and not series.relative:
        return False  # how many times one is the other is no figure of the one
    next_best = max((c.score for c in ranked if c is not best and not _same_thing(c, best)), default=0.0)
    return best.score - next_best >= _AHEAD


def _same_thing(one: Candidate, best: Candidate) -> bool:
    """Whether two candidates measure the same: by one metric, in one row, or in a sentence that tells of the row."""
    if one.metric is not None and best.metric is not None and one.metric.id == best.metric.id:
        return True
    own, series = one.series, best.series
    if own is None or series is None:
        return False
    told_again = own.origin is Origin.TEXT and within(own.indicator, series.indicator)
    return told_again or (own.group, own.indicator) == (series.group, series.indicator)
