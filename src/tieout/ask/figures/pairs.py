"""Two figures that a question names side by side: their difference, their sum."""

from __future__ import annotations

from dataclasses import replace

from tieout.ask.draft import Draft
from tieout.ask.figures import calculate as calc
from tieout.ask.figures.completed import completed
from tieout.ask.figures.families import Family
from tieout.ask.figures.linking import Candidate
from tieout.ask.figures.members import AMOUNTS, Members
from tieout.ask.figures.observed import (
    as_count,
    derived_value,
    dimensions_of,
    only_share,
    series_of,
    value_of,
)
from tieout.ask.figures.refusals import of_no_pay
from tieout.ask.figures.series import Series
from tieout.ask.plan import Intent
from tieout.ask.wording.intents import addends, either, operands
from tieout.ask.wording.question import Measure, Reading
from tieout.ask.wording.words import concepts
from tieout.model import Observation, Origin
from tieout.patterns import lazy
from tieout.text import fold

_THAT_OF = lazy(r"^(?:that|those|the (?:one|ones|figure|rate|number|share)) (?:of|in|for|among) ")
_ALL_BUT, _AS_GOOD, _TELLING = 0.8, 0.15, 3.0
SAID_OUT = 0.75
"""The share of each of two things that a row must say, so that no split of rows is looked for."""
_AT = lazy(r"\s(?:at|within|across|in (?!(?:19|20)\d\d)|from)\s")
_ONES = lazy(r"(?<=[a-z] )ones\b")
_PLACE = lazy(r"\s(?:of|in|for|among)\s")
_TOTAL = lazy(r"\b(?:total|overall|sum)\b")


class Pairs(Members):
    """Answers from two named figures of one period."""

    def _operands(self, reading: Reading, *, least: float = 0.0) -> Draft | None:
        """The difference of two figures that the question names one after the other.

        Args:
            reading: the question.
            least: the least share of each of the two that its row must say, 0..1.
        """
        sides = operands(reading)
        pair = self._pair(sides, reading) if sides is not None else None
        if pair is None or of_no_pay(pair[0], reading) or min(c.explained for c in pair) < least:
            return None
        period, found, missing = self._both(pair, reading)
        if missing is not None:
            return None if least else self._missing(missing, [period], Intent.DIFFERENCE)
        if reading.measure is Measure.COUNT and only_share(pair[0]):
            return None  # how many more left is not how much higher the rate was
        one, two = (series_of(c) for c in pair)
        family = Family(pair[0], (one, two), pair[0].score)
        return self._difference(family, [(one, found[0]), (two, found[1])], period, reading)

    def _addends(self, reading: Reading) -> Draft | None:
        """The sum of two figures that the question names one after the other."""
        sides = addends(reading)
        pair = self._pair(sides, reading) if sides is not None else None
        if pair is None:
            return None
        one, two = (series_of(c) for c in pair)
        totals = [_TOTAL.search(fold(s.label)) is not None for s in (one, two)]
        if not calc.same_unit(one.unit, two.unit) or totals[0] != totals[1]:
            return None  # a total has the other in it: it is the sum
        period, found, missing = self._both(pair, reading)
        if missing is not None:
            return self._missing(missing, [period], Intent.SUM)
        text = calc.derived(value_of(found[0]) + value_of(found[1]))
        told = f"{calc.figure(found[0])} + {calc.figure(found[1])} = {text}"
        parts = ", ".join(
            f"{s.label} {calc.with_unit(calc.figure(o), s.unit)}" for s, o in zip((one, two), found, strict=True)
        )
        return self._draft(
            pair[0], Intent.SUM, text=f"{calc.with_unit(text, one.unit)} in total in {period}: {parts}.", short=text, found=found,
            calculation=told, periods=[period], lead=derived_value(one, text, one.unit, [period]),
        )  # fmt: skip

    def _either(self, reading: Reading) -> Draft | None:
        """Which of two named figures is the larger, and by how much where that is asked."""
        sides = either(reading)
        pair = self._pair(sides, reading) if sides is not None else None
        if pair is None:
            return None
        period, found, missing = self._both(pair, reading)
        one, two = (series_of(c) for c in pair)
        named = frozenset().union(*(concepts(f"{c.name} {series_of(c).group} {series_of(c).label}") for c in pair))
        said = all(
            t.concepts & named or self._view.linker.weight(t) < _TELLING for t in self.wording(reading.folded).content
        )
        if not said or not calc.same_unit(one.unit, two.unit):
            return None
        if missing is not None:
            return self._missing(missing, [period], Intent.COMPARE)
        lower = reading.has("lower|less|fewer|smaller")
        ordered = sorted(zip((one, two), found, strict=True), key=lambda m: value_of(m[1]), reverse=not lower)
        (first, top), (second, rest) = ordered
        gap = calc.derived(abs(value_of(top) - value_of(rest)))
        head = first.label if value_of(top) != value_of(rest) else "Equal"
        wants_gap = reading.has("(?:by )?how (?:much|many)")
        text = (
            f"{head}: {first.label} {calc.with_unit(calc.figure(top), first.unit)}, {second.label} "
            f"{calc.with_unit(calc.figure(rest), second.unit)} in {period}; the difference is {calc.with_unit(gap, first.unit)}."
        )
        return self._draft(
            pair[0], Intent.COMPARE, text=text, short=gap if wants_gap else head, found=[top, rest], periods=[period], series=first,
            calculation=f"{calc.figure(top)} - {calc.figure(rest)} = {calc.derived(value_of(top) - value_of(rest))}",
            lead=derived_value(first, gap, first.unit, [period]) if wants_gap else None,
        )  # fmt: skip

    def _both(
        self, pair: tuple[Candidate, Candidate], reading: Reading
    ) -> tuple[str, list[Observation], Candidate | None]:
        """The period, the two figures, and the side that has none for it."""
        one, two = (series_of(c) for c in pair)
        shared = [o.period for o in one.valued if two.at(o.period) is not None]
        period = reading.years[0] if reading.years else (shared[-1] if shared else "")
        first, second = one.at(period), two.at(period)
        if first is None or second is None:
            return period, [], pair[0] if first is None else pair[1]
        return period, [first, second], None

    def _pair(self, sides: tuple[str, str], reading: Reading) -> tuple[Candidate, Candidate] | None:
        """What the two sides mean, where both are clear and can be reckoned with each other.

        A side may leave out what it shares with the other: "hazardous and non-hazardous waste", "hours of senior and
        junior staff", "turnover of men … that of women".
        """
        left, right = sides
        right = _ONES.sub(f"{left.split()[-1]}", right)  # "mainland vendors than offshore ones"
        left = self._with_last(left, right, reading)
        like = (left, _like(left, right))
        plain = (like, (left, right)) if _THAT_OF.match(right) else ((left, right), like)
        for one, two in (*plain, (f"{left} {_tail(right)}", right)):
            first, second = self._side(one, reading), self._side(two, reading)
            if first is None or second is None:
                continue
            if series_of(first) is not series_of(second) and _comparable(series_of(first), series_of(second)):
                return self._of_one_table(first, second, after=len(two.split()) > len(one.split()))
        return None

    def _of_one_table(self, first: Candidate, second: Candidate, *, after: bool) -> tuple[Candidate, Candidate]:
        """Both figures of one table, where one that says the same stands there: what two tables count may differ.

        Args:
            first: what the first side means.
            second: what the second side means.
            after: whether the second side says more, so that its table is meant: "… exceed waste diverted at those sites".
        """
        one, two = series_of(first), series_of(second)
        split = bool(one.dimensions and two.dimensions) and one.indicator != two.indicator
        if one.table == two.table and not split:
            return first, second
        in_first = self._row_like(two, one, split=split)
        in_second = self._row_like(one, two, split=split)
        if in_second is not None and (after or in_first is None):
            return replace(first, series=in_second), second
        return (first, replace(second, series=in_first)) if in_first is not None else (first, second)

    def _row_like(self, series: Series, place: Series, *, split: bool) -> Series | None:
        """A row that says the same in another's table; of rows that are split alike, that part of the other's own row."""
        here = (s for s in self._view.series if s.table == place.table and s.group == place.group)
        if split:
            return next((s for s in here if s.indicator == place.indicator and s.dimensions == series.dimensions), None)
        return next((s for s in here if _says_the_same(s, series)), None)

    def _with_last(self, left: str, right: str, reading: Reading) -> str:
        """The left side with the last word of the right, where both share it: "board and audit committee meetings"."""
        named = _AT.split(right, maxsplit=1)[0]  # "… at its sites" is where, not what both are
        last = next((t.text for t in reversed(self.wording(named).content)), "")
        if not last or last in left:
            return left
        whole, alone = self._side(f"{left} {last}", reading), self._side(left, reading)
        if whole is None or whole.explained < _ALL_BUT:
            return left
        return f"{left} {last}" if alone is None or whole.score >= alone.score - _AS_GOOD else left

    def _side(self, text: str, reading: Reading) -> Candidate | None:
        own = reading if reading.measure in AMOUNTS else as_count(reading)
        own = replace(own, folded=text)  # the scope of the other side is not that of this one
        ranked = self.candidates(self.wording(text), own)
        best = next((c for c in ranked if c.series is not None), None)
        if best is None or not self.acceptable(best) or best.said < 1.0:
            return None
        return completed(best, ranked, reading)


def _says_the_same(series: Series, other: Series) -> bool:
    """Whether two rows have one name, the same parts of the company and one unit."""
    alike = dimensions_of(series) == dimensions_of(other) and series.unit == other.unit
    return series.origin is Origin.TABLE and alike and series.indicator == other.indicator


def _like(left: str, right: str) -> str:
    """The right side with the beginning that it shares with the left: all of it but what the right side puts instead."""
    bare = _THAT_OF.sub("", right)
    head = _PLACE.split(left)[0] if bare != right or _PLACE.search(left) else left.rpartition(" ")[0]
    return f"{head} {bare}"


def _tail(right: str) -> str:
    """What follows the first word of the right side, which the left side shares with it."""
    return right.partition(" ")[2]


def _comparable(one: Series, two: Series) -> bool:
    """Whether two figures are of one kind: one unit, or one kind of quantity printed in tables."""
    tables = one.origin is Origin.TABLE and two.origin is Origin.TABLE
    alike = calc.same_unit(one.unit, two.unit) or (tables and one.measures == two.measures)
    return alike and (one.origin is two.origin or one.metric == two.metric)
