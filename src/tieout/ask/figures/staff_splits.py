"""Splits of the staff: shares and sums over their parts, told where all parts add up to the headcount that is reported.

"What share of the employees in North America were women?" needs the women and the men there, whom a table prints beside
those of other regions; that these are all employees, only the sum proves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tieout.ask.draft import Draft
from tieout.ask.figures import calculate as calc
from tieout.ask.figures.linking import Candidate
from tieout.ask.figures.observed import at, derived_value, value_of
from tieout.ask.figures.series import Series
from tieout.ask.figures.told import Told
from tieout.ask.plan import Intent
from tieout.ask.wording.bounds import bounds
from tieout.ask.wording.question import Measure, Reading
from tieout.ask.wording.words import Term, concepts, terms
from tieout.model import Dimension, Observation
from tieout.patterns import lazy

_STAFF, _PEOPLE = "emp-total", frozenset({"employee", "headcount"})
_WORK = frozenset(
    "work works worked working employ employs employed based located live count counted year years old age aged total end many".split()
)
"""What is said of all who are employed."""
_EMPLOYED = lazy(r"\b(?:works?|worked|employs?|employed) (?:for|at|in|by)\b|\bemploy\b")
_VERB = lazy(r"\b(?:is|are|was|were|works?|worked|employed|had|has|have|belong(?:ed|s)?)\b")
_MOST_TYPES = 2
_ROUNDING = Decimal("0.5")
"""How far a printed share may be from the one that is reckoned, in percentage points."""


@dataclass(frozen=True)
class Split:
    """The parts of the staff by one or two kinds of member, which add up to ``total``."""

    types: tuple[str, ...]
    parts: tuple[Series, ...]
    total: Observation

    def of(self, chosen: Sequence[Dimension]) -> list[Series]:
        """The parts with all of these members."""
        return [s for s in self.parts if set(chosen) <= set(s.dimensions)]

    def members(self, kind: str) -> list[Dimension]:
        """The members of a kind, each once."""
        return list(dict.fromkeys(d for s in self.parts for d in s.dimensions if d.type == kind))


class StaffSplits(Told):
    """Answers with shares and sums over the parts of the staff."""

    def _of_staff_split(self, reading: Reading) -> Draft | None:
        """The share or the number of those named; None where no split is of all employees, or the question says more."""
        asked = [t for t in self.wording(reading.folded).without_shares().content if not t.concepts & _PEOPLE]
        staff = {c for t in terms(reading.folded) for c in t.concepts & _PEOPLE}
        if (
            not (staff or _EMPLOYED.search(reading.folded))
            or len(self._view.reports) != 1
            or reading.measure not in {Measure.SHARE, Measure.COUNT}
        ):
            return None
        period = reading.years[0] if reading.years else self._view.period
        for split in self._splits(period):
            found = {kind: _named(split.members(kind), reading) for kind in split.types}
            named = sorted(((place, d) for place, d in found.values() if d is not None), key=lambda m: m[0])
            said = {t.text for _, d in named for t in _own_terms(d)}
            left = [q for q in asked if q.text not in _WORK and not any(q.matches(t) for t in terms(" ".join(said)))]
            if not named or any(self._view.linker.tells(q) and not q.text.isdigit() for q in left):
                continue
            if reading.measure is Measure.SHARE:
                return self._share_of_split(split, [d for _, d in named], [p for p, _ in named], reading, period)
            if self._counts_them([d for _, d in named], period):
                return None
            return self._number_of_split(split, [d for _, d in named], period)
        return None

    def _counts_them(self, named: Sequence[Dimension], period: str) -> bool:
        """Whether a row of a table counts just those named, so that nothing is to be reckoned."""
        return any(
            s.table[2] and set(s.dimensions) == set(named) and Measure.COUNT in s.measures and s.at(period) is not None
            and (s.metric is None or _PEOPLE & concepts(s.metric.label))
            for s in self._view.series
        )  # fmt: skip

    def _printed(self, split: Split, named: Sequence[Dimension], share: Decimal, period: str) -> Series | None:
        """The row of the split's table that prints the share of those named, as its value shows."""
        alike = (s for s in self._view.series if s.table == split.parts[0].table and set(s.dimensions) == set(named))
        return next(
            (
                s for s in alike
                if Measure.SHARE in s.measures and (o := s.at(period)) is not None and abs(value_of(o) - share) <= _ROUNDING
            ),
            None,
        )  # fmt: skip

    def _as_printed(self, series: Series, period: str) -> Draft:
        """The printed share itself."""
        found = at(series, period)
        linked = Candidate(series, series.metric, series.indicator, 1.0, 1.0, 1.0, (), 1.0)
        text = f"{calc.with_unit(calc.figure(found), series.unit)} in {period} ({series.organization}, {series.label})."
        return self._draft(linked, Intent.LOOKUP, text=text, short=calc.figure(found), found=[found], periods=[period])

    def _share_of_split(
        self, split: Split, named: Sequence[Dimension], places: Sequence[int], reading: Reading, period: str
    ) -> Draft | None:
        """The part of those named first who are named second, or of all; "of women in Europe" turns it round."""
        whole: list[Dimension] = []
        if len(named) > 1:
            between = reading.folded[places[0] : places[1]]
            whole = [named[0] if _VERB.search(between) else named[1]]
        above = [at(s, period) for s in split.of(named)]
        below = [at(s, period) for s in split.of(whole)] if whole else [split.total]
        result = calc.percent_of(_sum(above), _sum(below))
        if result is None or not above:
            return None
        printed = self._printed(split, named, result, period)
        if printed is not None:
            return self._as_printed(printed, period)
        text = calc.derived(result)
        rest = [d for d in named if d not in whole]
        of = f"{calc.plain(_sum(below))}{f' ({whole[0].value})' if whole else ' employees'}"
        told = f"{text}%: {calc.plain(_sum(above))} ({', '.join(d.value for d in rest)}) of {of} in {period}."
        return self._of_split(
            split,
            (*above, *below),
            Intent.SHARE,
            told,
            text,
            f"{_shown(above)} / {_shown(below)} x 100 = {text} %",
            period,
        )

    def _number_of_split(self, split: Split, named: Sequence[Dimension], period: str) -> Draft | None:
        """How many those named are together, where no row prints it."""
        found = [at(s, period) for s in split.of(named)]
        if len(found) < 2:
            return None  # a single part is a row of its own
        text = calc.plain(_sum(found))
        told = f"{text} employees in {period} ({', '.join(d.value for d in named)})."
        return self._of_split(split, found, Intent.SUM, told, text, f"{_shown(found)[1:-1]} = {text}", period)

    def _of_split(
        self, split: Split, found: Sequence[Observation], intent: Intent, told: str, short: str, calculation: str, period: str
    ) -> Draft:  # fmt: skip
        first = next(s for s in split.parts if s.at(period) is found[0])
        linked = Candidate(first, first.metric, first.indicator, 1.0, 1.0, 1.0, (), 1.0)
        unit = "%" if intent is Intent.SHARE else first.unit
        return self._draft(
            linked, intent, text=told, short=short, found=list(dict.fromkeys(found)), calculation=calculation, periods=[period],
            lead=derived_value(first, short, unit, [period]), notes=[f"All parts of the split add up to the headcount, {calc.figure(split.total)}."],
        )  # fmt: skip

    def _splits(self, period: str) -> list[Split]:
        """The tables whose parts are counts that add up to the headcount of the period, those of two kinds first."""
        totals = [
            o for s in self._view.measuring.get((self._view.reports[0], _STAFF), ())
            if not s.dimensions and (o := s.at(period)) is not None and o.value is not None
        ]  # fmt: skip
        tables: dict[tuple[object, tuple[str, ...], str, str], dict[frozenset[Dimension], Series]] = {}
        for s in self._view.series:
            found = s.at(period)
            kinds = tuple(sorted(d.type for d in s.dimensions))
            if not s.table[2] or not 0 < len(kinds) <= _MOST_TYPES or len(set(kinds)) < len(kinds):
                continue
            if found is None or found.value is None or Measure.SHARE in s.measures or "series" in kinds:
                continue
            for key in ((s.table, kinds, s.indicator, s.group), (s.table, kinds, "", "")):
                cells = tables.setdefault(key, {})
                cells.setdefault(frozenset(s.dimensions), s)
        found_splits: list[Split] = []
        for (_, types, _, _), cells in tables.items():
            whole = sum((value_of(at(s, period)) for s in cells.values()), Decimal(0))
            total = next((o for o in totals if value_of(o) == whole), None)
            if total is not None and len(cells) > 1:
                found_splits.append(Split(types, tuple(cells.values()), total))
        return sorted(found_splits, key=lambda s: -len(s.types))


def _own_terms(member: Dimension) -> tuple[Term, ...]:
    return terms(member.value.replace("_", " "))


def _named(members: Sequence[Dimension], reading: Reading) -> tuple[int, Dimension | None]:
    """The one member that a question names by words no other has, or by its bounds, and where it names it; else None."""
    asked = bounds(reading.folded)
    found: list[tuple[int, Dimension]] = []
    for member in members:
        if bounds(member.value):
            if asked & bounds(member.value):
                found.append((reading.folded.find(next(iter(asked & bounds(member.value)))[1].split()[0]), member))
            continue
        others = {t.text for m in members if m is not member for t in _own_terms(m)}
        own = [t for t in _own_terms(member) if t.text not in others]
        places = [q.start for q in terms(reading.folded) if any(q.matches(t) for t in own)]
        if places:
            found.append((min(places), member))
    return found[0] if len(found) == 1 else (0, None)


def _sum(found: Sequence[Observation]) -> Decimal:
    return sum((value_of(o) for o in found), Decimal(0))


def _shown(found: Sequence[Observation]) -> str:
    """Figures added up, in brackets where there are several."""
    added = " + ".join(calc.figure(o) for o in found)
    return f"({added})" if len(found) > 1 else added
