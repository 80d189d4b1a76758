"""By how much a company wants something to change, and how far it is from its goal: never a change that happened."""

from __future__ import annotations

from tieout.ask.draft import Draft
from tieout.ask.figures import calculate as calc
from tieout.ask.figures.observed import derived_value, dimensions_of, value_of
from tieout.ask.figures.series import Series
from tieout.ask.figures.single import Single
from tieout.ask.figures.told import Wording
from tieout.ask.plan import Intent
from tieout.ask.wording.intents import MOVES
from tieout.ask.wording.question import Measure, Reading
from tieout.ask.wording.words import stem, terms
from tieout.model import Origin
from tieout.patterns import lazy
from tieout.text import fold

_MOVES = lazy(
    rf"\b(?:{MOVES}|reduc\w*|increas\w*|decreas\w*|cuts?|sav\w*|growth|declin\w*|lower\w*|rais\w*|improv\w*|less|more|fewer)\b"
)
_SAID = 0.7
_WISHES = frozenset(
    map(stem, "want wish aim plan intend seek hope pledge commit strive aspire go suppose expect".split())
)
_OF_A_GOAL = ("series", "target")


_DISTANCE = frozenset(
    {
        "more",
        "still",
        "further",
        "away",
        "reach",
        "lower",
        "reduce",
        "cut",
        "raise",
        "increase",
        "missed",
        "miss",
        "short",
        "combined",
    }
)


class Aims(Single):
    """Answers on changes that are aimed at."""

    def _aimed_change(self, reading: Reading, wording: Wording) -> Draft | None:
        """The goal that the company set itself for the change of what is asked; None where no figure is a goal of it."""
        content = tuple(t for t in wording.content if stem(t.text) not in _WISHES)
        meant = Wording(f"{wording.focus} target", (*content, *terms("target")))
        for candidate in self.candidates(meant, reading):
            series = candidate.series
            if series is None or not any((d.type, d.value) == ("series", "target") for d in series.dimensions):
                continue
            if not self.acceptable(candidate) or candidate.explained < _SAID or self._another(candidate):
                continue
            if _MOVES.search(_told_by(series)) is None:
                continue  # a goal for how high it shall be is none for how much it shall change
            if reading.measure is Measure.SHARE and Measure.SHARE not in series.measures:
                continue
            periods = [y for y in reading.years if series.at(y)] or [o.period for o in series.valued[-1:]]
            if reading.years and not any(y in periods for y in reading.years):
                continue
            return self._lookup(candidate, periods[:1], Intent.LOOKUP, reading)
        return None

    def _to_goal(self, reading: Reading, wording: Wording) -> Draft | None:
        """How far the printed figure is from the goal printed for the same row; None where either is missing."""
        plain = Wording(wording.focus, tuple(t for t in wording.content if t.text not in _DISTANCE))
        for candidate in self.candidates(plain, reading):
            goal = candidate.series
            if goal is None or _OF_A_GOAL not in dimensions_of(goal) or not self.acceptable(candidate):
                continue
            reached = next((s for s in self._view.series if _same_row(s, goal)), None)
            due = next((y for y in reading.years if goal.at(y)), goal.valued[-1].period if goal.valued else "")
            aim = goal.at(due)
            if reached is None or aim is None or self._another(candidate):
                continue
            years = [y for y in reading.years if y != due and reached.at(y)] or [o.period for o in reached.valued[-1:]]
            now = reached.at(years[-1]) if years else None
            if now is None:
                continue
            gap = value_of(now) - value_of(aim)
            unit = "percentage points" if reached.unit.strip() == "%" else reached.unit
            size = calc.derived(abs(gap))
            told = (
                f"{calc.with_unit(size, unit)} {'above' if gap > 0 else 'below'} the goal: {reached.label} "
                f"{calc.with_unit(calc.figure(now), reached.unit)} in {now.period}, the goal for {aim.period} is "
                f"{calc.with_unit(calc.figure(aim), goal.unit)}."
            )
            return self._draft(
                candidate, Intent.DIFFERENCE, text=told, short=size, found=[now, aim], periods=[now.period, aim.period], series=reached,
                calculation=f"{calc.figure(now)} - {calc.figure(aim)} = {calc.derived(gap)}",
                lead=derived_value(reached, size, unit, [now.period, aim.period]),
            )  # fmt: skip
        return None


def _told_by(series: Series) -> str:
    """The words that say what a goal is of: its label, and of a sentence the sentence."""
    quote = series.observations[-1].passage.quote if series.origin is Origin.TEXT else ""
    return fold(f"{series.group} {series.indicator} {quote}")


def _same_row(series: Series, goal: Series) -> bool:
    """Whether a row gives what was reached where the other gives the goal."""
    if series is goal or series.report != goal.report or not series.valued:
        return False
    named = fold(series.indicator) == fold(goal.indicator) and calc.same_unit(series.unit, goal.unit)
    return named and dimensions_of(series) == dimensions_of(goal) - {_OF_A_GOAL}
