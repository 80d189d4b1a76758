"""A quantity for each of something: where no such figure is printed, the two that it is made of are divided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from tieout.ask.draft import Draft
from tieout.ask.figures import calculate as calc
from tieout.ask.figures.linking import Candidate
from tieout.ask.figures.observed import as_count, derived_value, series_of, value_of
from tieout.ask.figures.series import Series
from tieout.ask.figures.told import Told
from tieout.ask.plan import Intent
from tieout.ask.wording.question import Measure, Reading
from tieout.ask.wording.words import terms
from tieout.patterns import lazy

_PER = lazy(
    r"\b(?:per|for each|for every|each|every)\s(?P<times>\d[\d,]*\s)?(?P<unit>[a-z][\w-]*(?:\s(?:member|person))?)"
    r"(?P<done>\s(?:driven|travelled|traveled|covered|flown|sailed|produced|made|sold|shipped|served|processed|handled|delivered))?\b"
)
_NO_UNIT = frozenset(
    "cent year month day week quarter annum of period time thousand million hundred unit gender age grade region category country "
    "group segment level site company report metric scope rank band class".split()
)
_PLAIN = frozenset({"head", "capita", "person"})
_CLEAR, _LOOKED_AT = 0.9, 12
_ON_AVERAGE = lazy(r"\b(?:on average|on the average)\b,?")
_AVERAGE = lazy(r"\b(?:average|mean|per(?! (?:year|annum|month)\b)|each)\b|/(?! ?(?:year|annum|month)\b)")


class Ratios(Told):
    """Answers per head, per supplier, per shipment."""

    def _for_each(self, best: Candidate, reading: Reading) -> Draft | None:
        """A figure per something that is printed only in total, or the abstention; None where nothing is asked per something."""
        unit = per_what(reading)
        if not unit or (best.series is not None and _relative(best.series)):
            return None
        above = self._total_of(best, reading)
        below = self._counted(unit, reading, series_of(above)) if above is not None else None
        if above is None or below is None or series_of(below) is series_of(above):
            return self._no_ratio(best, unit) if best.series is not None else None
        one, two = series_of(above), series_of(below)
        shared = [o.period for o in one.valued if two.at(o.period) is not None]
        period = reading.years[0] if reading.years else (shared[-1] if shared else "")
        first, second = one.at(period), two.at(period)
        if first is None or second is None:
            return self._missing(above if first is None else below, [period], Intent.RATIO)
        if value_of(second) == 0:
            return None
        scale = 1 / calc.scale_of(two.unit)
        quotient, printed = value_of(first) / value_of(second) * scale, one.unit
        if reading.unit and not calc.same_unit(printed, reading.unit):
            converted = calc.convert(quotient, one.metric, printed, reading.unit)
            if converted is not None:
                quotient, printed = converted, calc.asked_unit(reading.unit, printed)
        times = _PER.search(reading.folded)
        if times is not None and times["times"]:
            quotient, unit = (
                quotient * Decimal(times["times"].strip().replace(",", "")),
                f"{times['times'].strip()} {unit}",
            )
        text = calc.derived(quotient)
        scaled = "" if printed == one.unit else f" {printed}"
        each = f" x {times['times'].strip()}" if times is not None and times["times"] else ""
        divisor = calc.figure(second) if scale == 1 else f"({calc.figure(second)} x {calc.scale_of(two.unit):,f})"
        told = f"{calc.figure(first)}{f' {one.unit}' if scaled else ''} / {divisor}{each} = {text}{scaled}"
        answer = (
            f"{calc.with_unit(text, printed)} per {unit} in {period}: {calc.with_unit(calc.figure(first), one.unit)} ({one.label}) "
            f"for {calc.with_unit(calc.figure(second), two.unit)} ({two.label})."
        )
        return self._draft(
            above, Intent.RATIO, text=answer, short=text, found=[first, second], calculation=told, periods=[period],
            lead=derived_value(one, text, f"{printed} per {unit}", [period]),
        )  # fmt: skip

    def _each_printed(self, best: Candidate, ranked: Sequence[Candidate], reading: Reading) -> Candidate | None:
        """The candidate, or the one nearly as good that is itself per what is asked per; None where only totals are there."""
        unit = terms(per_what(reading))
        if not unit or best.series is None or _relative(best.series):
            return best
        for c in ranked[:_LOOKED_AT]:
            s = c.series
            if s is None or not _relative(s) or not self.acceptable(c) or c.explained < best.explained:
                continue
            if any(unit[-1].matches(t) for t in terms(s.label)):
                return c
        return None

    def _total_of(self, best: Candidate, reading: Reading) -> Candidate | None:
        """What is shared out: the question without what it is shared among."""
        # "Hours per volunteer" are hours of volunteering: what it is shared among may name the total as well.
        for instead in (" ", r" \g<unit> "):
            bare = _ON_AVERAGE.sub(" ", _PER.sub(instead, reading.folded, count=1))
            plain = self.candidates(self.wording(bare), as_count(reading))
            found = next((c for c in plain if c.series is not None and not _counts(c.series, reading)), None)
            if found is None or not self.acceptable(found) or found.said < 1.0:
                continue
            if _relative(series_of(found)) or self._another(found):
                continue
            least = _CLEAR if best.series is None else 0.0 if _counts(best.series, reading) else best.explained
            clear = found.explained >= least
            if clear and Measure.SHARE not in series_of(found).measures:
                return found
        return None

    def _counted(self, unit: str, reading: Reading, above: Series) -> Candidate | None:
        """How many of it there are; a part is shared out among another part of its own split only: men for each woman."""
        wording = self.wording("total number of employees" if unit in _PLAIN else f"number of {unit}")
        if all("number" in t.concepts for t in wording.content):
            return None  # money is not counted in pieces: nothing is left that names what is counted
        counted = [
            c for c in self.candidates(wording, as_count(reading))
            if c.series is not None and (Measure.COUNT in c.series.measures or "person" in c.series.unit)
        ]  # fmt: skip
        if above.dimensions:
            counted = [c for c in counted if series_of(c).split == above.split]
        best = counted[0] if counted else None
        if best is not None and bool(above.dimensions) != bool(series_of(best).dimensions):
            return None
        return best if best is not None and self.acceptable(best) and best.said == 1.0 else None

    def _no_ratio(self, best: Candidate, unit: str) -> Draft:
        series = series_of(best)
        period = series.valued[-1].period if series.valued else ""
        draft = self._missing(best, [period], Intent.RATIO)
        shown = ", ".join(f"{calc.with_unit(calc.figure(o), series.unit)} ({o.period})" for o in series.valued)
        return replace(draft, text=f"Not found: {series.label} is not reported per {unit}. The nearest: {shown}.")


def per_what(reading: Reading) -> str:
    """What a quantity is asked for each of, or nothing."""
    found = _PER.search(reading.folded)
    if found is None or found["unit"].split()[0] in _NO_UNIT:
        return ""
    return found["unit"]


def is_per(candidate: Candidate, reading: Reading) -> bool:
    """Whether a figure is one per something, where that is asked for."""
    return not per_what(reading) or (candidate.series is not None and _relative(candidate.series))


def _counts(series: Series, reading: Reading) -> bool:
    """Whether a row counts that of each of which something is asked: kilometres are what emissions per kilometre are shared among."""
    unit = terms(per_what(reading))
    label = [t for t in terms(series.indicator) if "number" not in t.concepts]
    return bool(unit) and bool(label) and label[0].matches(unit[-1])


def _relative(series: Series) -> bool:
    """Whether a figure is itself one per something, or an average."""
    kind = series.metric.quantity_kind if series.metric is not None else ""
    named = f"{series.group} {series.indicator} {series.unit}".casefold()
    return (
        series.per_head
        or series.relative
        or "_per_" in kind
        or kind in {"rate", "ratio"}
        or _AVERAGE.search(named) is not None
    )
