"""Several series side by side: ranks, comparisons and differences."""

from __future__ import annotations

from collections.abc import Sequence

from tieout.ask.draft import Draft
from tieout.ask.figures import calculate as calc
from tieout.ask.figures.families import Family, families
from tieout.ask.figures.observed import derived_value, first_upper, only_share, series_of, value_of
from tieout.ask.figures.refusals import of_no_pay, of_other_people
from tieout.ask.figures.series import Series
from tieout.ask.figures.told import Told, Wording
from tieout.ask.plan import Intent
from tieout.ask.wording.extremes import wants_good, wants_lowest
from tieout.ask.wording.question import Measure, Reading
from tieout.model import Observation
from tieout.patterns import lazy

_AS_GOOD = 0.15
AMOUNTS = frozenset({Measure.MONEY, Measure.MASS, Measure.ENERGY, Measure.VOLUME})
_YEAR_ASKED = lazy(r"\b(?:which|what) (?:\w+ )?year\b")


class Members(Told):
    """Answers from the members of a dimension."""

    def _members(self, reading: Reading, wording: Wording, intent: Intent) -> Draft | None:
        """Rank, comparison or difference over the members of one dimension."""
        if intent is Intent.RANK and _YEAR_ASKED.search(reading.folded) is not None:
            return None
        ranked = [
            c for c in self.candidates(wording, reading, family=True) if c.series is not None and c.series.dimensions
        ]
        offers = families(ranked, self._view.series, wording.content, reading)
        if not offers or not self.acceptable(offers[0].best):
            return None
        best = offers[0].best
        if self._other_subject(best) or of_other_people(best) or of_no_pay(best, reading):
            return None
        if intent is Intent.DIFFERENCE and reading.measure is Measure.COUNT and only_share(best):
            return None  # how many more left is not how much higher the rate was
        if (
            intent is Intent.DIFFERENCE
            and reading.measure in AMOUNTS
            and reading.measure not in series_of(best).measures
        ):
            return None  # euros are no percentage points
        near = [f for f in offers if f.score >= offers[0].score - _AS_GOOD and self.acceptable(f.best)]
        # A box may give the newest year only; the table of the same split has the others.
        family = next((f for f in near if reading.years and f.has(reading.years[0])), offers[0])
        period = reading.years[0] if reading.years else family.latest
        members = [(s, o) for s in family.members if (o := s.at(period)) is not None]
        if intent is Intent.DIFFERENCE:
            members = [(s, o) for s in family.of_one_row() if (o := s.at(period)) is not None]
        said = family.said(wording.content, members)
        if intent in {Intent.COMPARE, Intent.DIFFERENCE}:
            if len(said) < 2:
                return None
            members = said
        if len(members) < 2:
            missing = family.best
            return self._missing(missing, [period], intent) if not members else None
        if intent is Intent.DIFFERENCE:
            return self._difference(family, members[:2], period, reading)
        return self._rank(family, members, period, reading, intent)

    def _rank(
        self,
        family: Family,
        members: Sequence[tuple[Series, Observation]],
        period: str,
        reading: Reading,
        intent: Intent,
    ) -> Draft:
        lowest = wants_lowest(reading) or reading.has("lower|less|fewer|smaller|shorter")
        good = wants_good(reading)
        metric = family.best.metric
        if good is not None and metric is not None and metric.direction in {"lower", "higher"}:
            lowest = (metric.direction == "lower") == good
        ordered = sorted(members, key=lambda m: (value_of(m[1]) if lowest else -value_of(m[1]), m[0].label))
        top = value_of(ordered[0][1])
        ties = [m for m in ordered if value_of(m[1]) == top]
        unit = family.best.series.unit if family.best.series is not None else ""
        names = [family.called(s, reading) for s, _ in ties]
        figure_text = calc.figure(ordered[0][1])
        others = ", ".join(
            f"{family.value_of(s)}: {calc.with_unit(calc.figure(o), unit)}" for s, o in ordered[len(ties) :]
        )
        extreme = "equal" if len(ties) == len(ordered) else ("lowest" if lowest else "highest")
        text = (
            f"{' and '.join(names)} ({calc.with_unit(figure_text, unit)}), {extreme} in {period}"
            + (f"; {others}" if others else "")
            + f" ({ordered[0][0].indicator})."
        )
        both = reading.has("what (?:was|is|were)|how (?:much|many|high|large)|by what|and (?:the|its)")
        joined = ", ".join(family.value_of(s) for s, _ in ties)
        percent = "%" if unit.strip() == "%" else ""
        short = f"{joined}, {figure_text}{percent}" if both else joined
        return self._draft(
            family.best, intent, text=first_upper(text), short=short, found=[o for _, o in ordered], periods=[period], series=ordered[0][0]
        )  # fmt: skip

    def _difference(
        self, family: Family, members: Sequence[tuple[Series, Observation]], period: str, reading: Reading
    ) -> Draft:
        (one, first), (two, second) = members
        result = value_of(first) - value_of(second)
        fewer = reading.has("fewer|less|lower|smaller|below")
        directed = fewer or reading.has("more|higher|larger|bigger|greater|longer|exceed|above|outnumber")
        text = calc.derived(-result if fewer else result if directed else abs(result))
        unit = "percentage points" if one.unit.strip() == "%" else one.unit
        told = f"{calc.figure(first)} - {calc.figure(second)} = {calc.derived(result)}"
        notes = []
        if directed and (result < 0) != fewer and result != 0:
            notes.append(
                f"The question's premise does not hold: {family.value_of(one)} {calc.figure(first)}, {family.value_of(two)} {calc.figure(second)}."
            )
        answer = (
            f"{calc.with_unit(text, unit)}: {family.value_of(one)} {calc.with_unit(calc.figure(first), one.unit)}, "
            f"{family.value_of(two)} {calc.with_unit(calc.figure(second), two.unit)} in {period} ({one.indicator})."
        )
        return self._draft(
            family.best, Intent.DIFFERENCE, text=answer, short=text, found=[first, second], calculation=told, notes=notes,
            periods=[period], lead=derived_value(one, text, one.unit, [period]), series=one,
        )  # fmt: skip
