"""Small readings of series and observations that the figure routes share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from tieout.ask.answer import Value
from tieout.ask.figures import calculate as calc
from tieout.ask.figures.linking import Candidate
from tieout.ask.figures.series import Series
from tieout.ask.wording.goals import asks_for_goal
from tieout.ask.wording.intents import MOVES
from tieout.ask.wording.lexicon import LIGHT
from tieout.ask.wording.question import Measure, Reading
from tieout.ask.wording.words import Term, concepts, terms
from tieout.model import Observation
from tieout.patterns import lazy
from tieout.text import fold

_MOVEMENT = lazy(
    rf"\b(?:{MOVES}|chang\w*|differ\w*|sav\w*|more|less|fewer|higher|lower|reductions?|growth|decline|progress\w*|compared|movement|worse|better)\b"
)
_GOAL_NAMED = lazy(r"(?:target|goal)s? (?:of|for|is|was)\b")


def differ(one: Observation, other: Observation) -> bool:
    """Whether two figures for the same thing disagree beyond the rounding of the coarser one."""
    a, b = value_of(one), value_of(other)
    if one.qualifier or other.qualifier:
        return False
    places = min(-int(a.as_tuple().exponent), -int(b.as_tuple().exponent))
    unit = Decimal(1).scaleb(-places)
    return abs(a - b) > unit / 2


def as_count(reading: Reading) -> Reading:
    """The question without the kind of quantity it asks for."""
    return replace(reading, measure=Measure.ANY)


def heard(best: Candidate) -> frozenset[str]:
    """The concepts that a candidate says: by the name it met by, its row, group and unit, and its metric."""
    series = series_of(best)
    metric = best.metric.label if best.metric is not None else ""
    return concepts(f"{best.name} {series.group} {series.label} {series.unit} {metric}")


def is_ratio(series: Series) -> bool:
    """Whether a row gives a ratio, a share or a rate, and not one of the two that a ratio is of."""
    return series.relative or Measure.SHARE in series.measures or "ratio" in fold(series.label)


def only_share(best: Candidate) -> bool:
    """Whether a candidate's row gives per cent and no count."""
    measures = best.series.measures if best.series is not None else frozenset[Measure]()
    return Measure.SHARE in measures and Measure.COUNT not in measures


def of_another_series(series: Series, reading: Reading, newest: str) -> bool:
    """Whether a figure is a goal, or a difference, where the question asks for neither.

    Args:
        series: the figure's row or sentence.
        reading: the question.
        newest: the newest reporting period; what is asked of a later year is a goal.
    """
    kinds = {d.value for d in series.dimensions if d.type == "series"}
    if "target" in kinds or _GOAL_NAMED.match(fold(series.indicator)):
        return not asks_for_goal(reading, newest)
    return "change" in kinds and _MOVEMENT.search(reading.folded) is None


def counts_a_deed(series: Series, content: Sequence[Term]) -> bool:
    """Whether a sentence counts people in something they did of which the question says nothing.

    "49 women took part in the programme" tells how many took part, not how many women there are: where the figure is
    called by nothing but a word for people, and measures nothing known, the question must speak of the deed as well.
    """
    deed = terms(series.deed)
    people = terms(series.indicator)
    telling = [q for q in content if q.text not in LIGHT and not any(q.matches(t) for t in people)]
    return bool(deed) and not any(q.matches(t) for q in telling for t in deed)


def within(label: str, longer: str) -> bool:
    """Whether a printed label's words all stand in a longer one."""
    own = terms(label)
    return bool(own) and all(any(t.matches(u) for u in terms(longer)) for t in own)


def series_of(candidate: Candidate) -> Series:
    """The series of a candidate that has one."""
    if candidate.series is None:
        msg = f"{candidate.name} has no series"
        raise ValueError(msg)
    return candidate.series


def at(series: Series, period: str) -> Observation:
    """The observation of a period that is known to be there."""
    found = series.at(period)
    if found is None:
        raise KeyError(period)
    return found


def value_of(observation: Observation) -> Decimal:
    """The value of an observation that is known to have one."""
    if observation.value is None:
        raise ValueError(observation.iri)
    return observation.value


def dimensions_of(series: Series) -> frozenset[tuple[str, str]]:
    """The dimension values of a series, for comparing."""
    return frozenset((fold(d.type), fold(d.value)) for d in series.dimensions)


def direction(old: Observation, new: Observation) -> str:
    """How the figure went from one observation to the next."""
    a, b = value_of(old), value_of(new)
    return "rose" if b > a else ("fell" if b < a else "stayed the same")


def signed(value: Decimal) -> str:
    """A calculated figure with its sign."""
    return ("+" if value > 0 else "") + calc.derived(value)


def first_upper(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def reported(o: Observation) -> Value:
    """An observation as a value of an answer."""
    return Value(
        organization=o.organization, metric=o.metric or o.indicator, dimensions=tuple((d.type, d.value) for d in o.dimensions), period=o.period,
        value=calc.figure(o), unit=o.unit, observation=o.iri,
    )  # fmt: skip


def derived_value(series: Series, text: str, unit: str, periods: Sequence[str]) -> Value:
    """A calculated value of an answer."""
    metric = series.metric.id if series.metric is not None else series.indicator
    return Value(
        series.organization, metric, tuple((d.type, d.value) for d in series.dimensions), "/".join(periods), text, unit
    )
