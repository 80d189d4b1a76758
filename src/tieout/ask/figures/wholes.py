"""The whole of a split: where a question names every part of one, its printed total answers, not one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from tieout.ask.figures.linking import TOTALS, Candidate
from tieout.ask.figures.observed import value_of
from tieout.ask.figures.series import Series
from tieout.ask.wording.question import Reading
from tieout.ask.wording.words import Term, terms
from tieout.model import Origin
from tieout.patterns import lazy
from tieout.text import fold

_TOGETHER = lazy(r"\b(?:and|both|as well as|plus)\b|\+|&")
_LOOKED_AT, _NEARLY = 12, 0.1
_ROUNDING = Decimal("0.01")


def whole_of(best: Candidate, reading: Reading, series: Sequence[Series]) -> Candidate:
    """The candidate with the series of the whole, where the question names all parts of its split; else as it was."""
    part = best.series
    if part is None or len(part.dimensions) != 1 or _TOGETHER.search(reading.folded) is None:
        return best
    parts = parts_beside(part, series)
    if len(parts) < 2 or not says_all(parts, reading.terms):
        return best
    period = reading.years[0] if reading.years else part.valued[-1].period if part.valued else ""
    whole = next((s for s in series if _adds_up(s, parts, period)), None)
    return replace(best, series=whole, said=1.0) if whole is not None else best


def total_beside(best: Candidate, ranked: Sequence[Candidate], content: Sequence[Term]) -> Candidate:
    """The total of the table where the question names none of its rows: a row that only stands in it is one of many."""
    row = best.series
    if row is None or row.metric is not None or row.origin is not Origin.TABLE or fold(row.indicator) in TOTALS:
        return best
    if any(q.matches(t) for q in content for t in terms(row.indicator)):
        return best
    for c in ranked[:_LOOKED_AT]:
        s = c.series
        if s is None or fold(s.indicator) not in TOTALS or c.score < best.score - _NEARLY:
            continue
        if _place(s) == _place(row) and s.group == row.group and s.dimensions == row.dimensions:
            return c
    return best


def parts_beside(part: Series, series: Sequence[Series]) -> list[Series]:
    """A part of a split with the others of the same row of the same table."""
    return [s for s in series if s.split == part.split and _place(s) == _place(part) and s.indicator == part.indicator]


def is_row_of(whole: Series, part: Series) -> bool:
    """Whether a series is the row of a part, without a dimension."""
    if whole.dimensions or _place(whole) != _place(part):
        return False
    return (whole.report, fold(whole.indicator), whole.group) == (part.report, fold(part.indicator), part.group)


def _place(series: Series) -> tuple[int, str]:
    first = series.observations[0]
    return first.passage.page, first.table


def says_all(parts: Sequence[Series], asked: Sequence[Term]) -> bool:
    """Whether each part is named by words of its own: "landlord and non-landlord controlled" names two."""
    left = Counter(t.text for t in asked)
    for part in sorted(parts, key=lambda s: -len(s.dimension_terms)):
        own = [t.text for t in part.dimension_terms if left[t.text] > 0]
        if not own or (len(own) < len(part.dimension_terms) and own[0] != part.dimension_terms[0].text):
            return False
        left.subtract(own)
    return True


def _adds_up(whole: Series, parts: Sequence[Series], period: str) -> bool:
    """Whether a series is the row of the parts without their dimension, and their sum."""
    found = whole.at(period)
    if found is None or not is_row_of(whole, parts[0]):
        return False
    values = [value_of(o) for p in parts if (o := p.at(period)) is not None]
    return abs(sum(values, Decimal(0)) - value_of(found)) <= _ROUNDING * abs(value_of(found))
