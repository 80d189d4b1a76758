"""Whether one figure can be a part of another: of one table, of one kind of thing, no other part of one split."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tieout.ask.figures import calculate as calc
from tieout.ask.figures.linking import TOTALS, Candidate
from tieout.ask.figures.observed import series_of, value_of
from tieout.ask.figures.series import Series
from tieout.ask.wording.words import Term, concepts, terms
from tieout.model import Origin
from tieout.text import fold

_EVENTS = frozenset({"session", "meeting", "drill", "document", "hour"})
"""What is held, not who takes part."""


def of_one_table(
    best: tuple[Candidate, Candidate], pairs: Sequence[tuple[Candidate, Candidate]]
) -> tuple[Candidate, Candidate]:
    """The pair with a part called the same in one table with its whole, or on one page, where the best takes them from two."""
    part, _ = best
    printed = [p for p in pairs if all(series_of(c).origin is Origin.TABLE for c in p)]
    alike = [best, *(p for p in printed if series_of(p[0]).indicator == series_of(part).indicator)]
    places = [tuple(series_of(c).table for c in pair) for pair in alike]
    same_table = (p for p, (one, two) in zip(alike, places, strict=True) if one == two)
    same_page = (p for p, (one, two) in zip(alike, places, strict=True) if one[:2] == two[:2])
    return next(same_table, None) or next(same_page, best)


def of_another_unit(part: Series, whole: Series) -> bool:
    """Whether both are counts, and the one counts other things than the other: sessions are no share of the staff."""
    events = _EVENTS & concepts(part.label) if not part.dimensions else frozenset()
    if events and "employee" in concepts(whole.label) and not _EVENTS & concepts(whole.label):
        return True
    if part.metric is None or whole.metric is None:
        return False
    return part.metric.unit != whole.metric.unit and "%" not in (part.metric.unit, whole.metric.unit)


def is_named(part: Series, content: Sequence[Term]) -> bool:
    """Whether a question says a word of a row's own label, or the row is called a total."""
    own = terms(part.indicator)
    return fold(part.indicator) in TOTALS or any(q.matches(t) for t in own for q in content)


def apart(part: Series, whole: Series) -> bool:
    """Whether both are parts of one split: the permanent are no whole of the temporary."""
    return any(d.type == e.type and d.value != e.value for d in part.dimensions for e in whole.dimensions)


def kept(candidate: Candidate, period: str) -> int:
    """1 for a row of a table, 1 more where it has the period asked for."""
    series = series_of(candidate) if candidate.series is not None else None
    if series is None:
        return 0
    return (series.origin is Origin.TABLE) + (not period or series.at(period) is not None)


def is_total(whole: Series, part: Series, members: Sequence[Series], period: str) -> bool:
    """Whether a series is the printed total of a split: same report and unit, no dimension, the sum of the members."""
    found = whole.at(period)
    if found is None or whole.dimensions or whole.report != part.report or not calc.same_unit(whole.unit, part.unit):
        return False
    values = [value_of(o) for s in members if (o := s.at(period)) is not None]
    return len(values) > 1 and sum(values, Decimal(0)) == value_of(found) != 0
