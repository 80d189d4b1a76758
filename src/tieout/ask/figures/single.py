"""One series: its value, its course, its change, its sum or mean, its best year."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from decimal import Decimal

from tieout.ask.draft import Draft
from tieout.ask.figures import calculate as calc
from tieout.ask.figures.linking import Candidate
from tieout.ask.figures.observed import (
    at,
    derived_value,
    dimensions_of,
    direction,
    first_upper,
    series_of,
    signed,
    value_of,
)
from tieout.ask.figures.told import Told
from tieout.ask.figures.units import in_ratio
from tieout.ask.plan import Intent
from tieout.ask.wording.extremes import wants_lowest
from tieout.ask.wording.intents import DISCLOSES
from tieout.ask.wording.question import Measure, Reading
from tieout.model import Observation
from tieout.patterns import lazy
from tieout.quantities import tidy_unit
from tieout.text import collapse

_LOOKED_AT = 12
_HARMS = lazy(
    r"(?:were|was|have there been|has there been|did)\b.{0,40}?\b(?:violations?|breach(?:es)?|incidents?|accidents?|cases?|complaints?|fatalit(?:y|ies)|injur(?:y|ies)|fines?|leaks?|spills?|misconduct)\b"
)
"""Of harms it is asked whether they happened, not whether their number is given."""
_THAN = lazy(r"\bthan (?:(?:it was )?(?:in|for|during) )?(?P<year>(?:19|20)\d\d)\b")
_OUT_OF = lazy(r"\bout of \d")
"""A mark with its best ("8.5 (out of 9)"): it is told as printed, whatever unit the row has."""
_NOT_SO = lazy(
    r"\b(?:did|does|do|has|have|could|was|were)(?:n['’]t| [^?,]{0,60}?\bnot\b|n’t)|\b(?:no longer|hardly|stop(?:ped)?)\b"
)
"""Takes for granted that something did not move: "why did it not improve"."""
NO_PREMISE = "The question's premise does not hold"
"""How a note begins that contradicts what a question takes for granted."""
_EITHER = lazy(
    r"\b(?P<one>more|higher|larger|bigger|greater) or (?P<two>less|fewer|lower|smaller)\b|\b(?P<down>less|fewer|lower|smaller) or (?P<up>more|higher|larger|bigger|greater)\b"
)


class Single(Told):
    """Answers from one series."""

    def _lookup(self, best: Candidate, periods: Sequence[str], intent: Intent, reading: Reading) -> Draft:
        series = series_of(best)
        found = [at(series, p) for p in periods]
        texts, unit, told = [], series.unit, None
        for o in found:
            text = calc.figure(o)
            asked = in_ratio(series.unit, reading.unit)
            if asked and not calc.same_unit(series.unit, asked):
                converted = calc.convert(o.value or Decimal(0), series.metric, series.unit, asked)
                if converted is not None:
                    unit = asked.replace(reading.unit, calc.asked_unit(reading.unit, series.unit), 1)
                    text = calc.plain(calc.settled(converted))
                    told = f"{calc.figure(o)} {tidy_unit(series.unit)} = {text} {unit}"
            texts.append(text)
        bound = {
            "over": "more than ",
            "nearly": "nearly ",
            "at_least": "at least ",
            "at_most": "at most ",
            "about": "about ",
        }
        out_of = [collapse(o.raw_value) if _OUT_OF.search(o.raw_value) else "" for o in found]
        said = [f"{bound.get(o.qualifier, '')}{calc.with_unit(t, unit)}" for o, t in zip(found, texts, strict=True)]
        when = " and ".join(f"{o or t} in {p}" for o, t, p in zip(out_of, said, periods, strict=True))
        yes = self._yes_no(reading, found)
        text = f"{yes.capitalize() + ': ' if yes else ''}{when} ({series.organization}, {series.label})."
        short = ", ".join(texts)
        return self._draft(
            best, intent, text=first_upper(text), short=f"{yes}, {short}" if yes else short, found=found, calculation=told,
            notes=self._conflicts(series, periods), periods=periods,
        )  # fmt: skip

    def _yes_no(self, reading: Reading, found: Sequence[Observation]) -> str:
        if not reading.yes_no or len(found) != 1 or found[0].value is None:
            return ""
        disclosed = DISCLOSES.search(reading.folded) is not None and _HARMS.match(reading.folded) is None
        return "yes" if found[0].value != 0 or disclosed else "no"

    def _trend(self, best: Candidate, periods: Sequence[str], intent: Intent, reading: Reading) -> Draft:
        series = series_of(best)
        ordered = list(periods) if len(reading.years) > 2 else sorted(periods)
        found = [at(series, p) for p in ordered]
        texts = [calc.figure(o) for o in found]
        by_time = sorted(found, key=lambda o: o.period)
        steps = [direction(a, b) for a, b in itertools.pairwise(by_time)]
        change = calc.percent_change(value_of(by_time[0]), value_of(by_time[-1]))
        words = " then ".join(dict.fromkeys(steps)) if len(set(steps)) > 1 else steps[0]
        listing = ", ".join(f"{calc.with_unit(t, series.unit)} ({o.period})" for t, o in zip(texts, found, strict=True))
        overall = f", {signed(change)}% from {by_time[0].period} to {by_time[-1].period}" if change is not None else ""
        told = None
        if change is not None:
            a, b = calc.figure(by_time[0]), calc.figure(by_time[-1])
            told = f"({b} - {a}) / {a} x 100 = {calc.derived(change)} %"
        return self._draft(
            best, intent, text=f"{series.label}: {listing}; it {words}{overall}.", short=", ".join(texts), found=found,
            calculation=told, notes=self._conflicts(series, periods), periods=ordered,
        )  # fmt: skip

    def _change(self, best: Candidate, periods: Sequence[str], reading: Reading) -> Draft:
        series = series_of(best)
        old, new = at(series, periods[0]), at(series, periods[-1])
        measured_by = _THAN.search(reading.folded)
        backwards = measured_by is not None and measured_by["year"] == new.period
        if backwards:
            old, new = new, old  # "how many more in 2023 than in 2024" counts from 2024
        a, b = value_of(old), value_of(new)
        percent = calc.percent_change(a, b)
        step = direction(old, new)
        pair = f"from {calc.with_unit(calc.figure(old), series.unit)} ({old.period}) to {calc.with_unit(calc.figure(new), series.unit)} ({new.period})"
        up, down = (
            reading.has(
                r"(?:ris(?:es?|en|ing)|rose|rais(?:es?|ed|ing)|gr[oe]w\w*|increas\w*|climb\w*|jump\w*|more|larger|bigger|higher|greater|exceed\w*)\b"
            ),
            reading.has(
                r"(?:fall(?:s|en|ing)?|fell|declin\w*|decreas\w*|reduc\w*|shr[aiu]nk\w*|drop(?:s|ped|ping)?|smaller|lower(?:ed)?|fewer|less|cuts?|brought down)\b"
            ),
        )
        better = reading.has("improv|better") - reading.has("worse|deteriorat")
        if better and series.metric is not None and series.metric.direction in {"higher", "lower"}:
            rises = (series.metric.direction == "higher") == (better > 0)
            up, down = up or rises, down or not rises
        notes = list(self._conflicts(series, periods))
        premise = up != down and not reading.yes_no and not reading.has("up or down|more or less")
        fell, rose = (b > a, b < a) if _NOT_SO.search(reading.folded) else (b < a, b > a)
        contrary = premise and ((up and fell) or (down and rose))
        if contrary:
            notes.insert(0, f"{NO_PREMISE}: {series.label} {step} {pair}.")
        points = reading.has("percentage points?|how many points?|in points?")
        wants_percent = not points and (reading.measure is Measure.SHARE or reading.has("percent|growth rate"))
        per_points = Measure.SHARE in series.measures and not reading.has("percentage change|relative")
        if percent is None or (not wants_percent and (points or reading.has("by how (?:much|many)|how much|how many"))):
            amount, told = b - a, f"{calc.figure(new)} - {calc.figure(old)} = {calc.derived(b - a)}"
            size = f"{calc.with_unit(calc.derived(abs(amount)), 'percentage points' if per_points else series.unit)}"
        else:
            amount = percent
            told = f"({calc.figure(new)} - {calc.figure(old)}) / {calc.figure(old)} x 100 = {calc.derived(percent)} %"
            size = f"{calc.derived(abs(percent))}%"
        number = calc.derived(abs(amount)) if premise and not contrary else calc.derived(amount)
        word = "unchanged" if a == b else ("up" if b > a else "down")
        head = f"{word.capitalize()} {size}" if a != b else "Unchanged"
        short = number
        lead = derived_value(series, calc.derived(amount), "%" if amount == percent else series.unit, periods)
        if reading.has("by what factor|how many times (?:more|larger|higher|as)") and a:
            number = calc.plain(calc.rounded(b / a))
            told = f"{calc.figure(new)} / {calc.figure(old)} = {number}"
            head, short = f"By a factor of {number}", number
            lead = derived_value(series, number, "", periods)
        if reading.yes_no:
            if up != down:
                verdict = "yes" if (up and b > a) or (down and b < a) else "no"
                head, short = f"{verdict.capitalize()}: {word} {size}", f"{verdict}, {number}"
            elif a != b:
                short = f"{word}, {number}"
        either = _EITHER.search(reading.folded)
        if either is not None:
            grown, shrunk = either["one"] or either["up"], either["two"] or either["down"]
            compared = grown if b > a else (shrunk if b < a else "the same")
            head, short = (
                f"{compared.capitalize()} ({word} {size})",
                f"{compared}: {calc.figure(new)} against {calc.figure(old)}",
            )
        told_as = f"{head}: {series.label} {step} {pair}."
        if backwards:
            than = "more" if b > a else "fewer" if b < a else "no more"
            there, here = (calc.with_unit(calc.figure(o), series.unit) for o in (old, new))
            told_as = f"{size} {than} in {new.period} than in {old.period}: {series.label} {here} against {there}."
        return self._draft(
            best, Intent.CHANGE, text=told_as, short=short, found=(new, old), calculation=told,
            notes=notes, periods=periods, lead=lead,
        )  # fmt: skip

    def _printed_change(self, best: Candidate, ranked: Sequence[Candidate], reading: Reading) -> Draft | None:
        """The change that the report tells itself ("reduced by 306 t"), where it gives no figures to compute one from."""
        series = series_of(best)
        if len(series.valued) > 1:
            return None
        for c in ranked[:_LOOKED_AT]:
            if c.series is None or ("series", "change") not in dimensions_of(c.series) or not self.acceptable(c):
                continue
            period = reading.years[-1] if reading.years else (c.series.valued[-1].period if c.series.valued else "")
            kinds = reading.measure is Measure.ANY or reading.measure in c.series.measures
            if c.explained >= best.explained and kinds and c.series.at(period) is not None:
                return self._lookup(c, [period], Intent.CHANGE, reading)
        return None

    def _total(self, best: Candidate, periods: Sequence[str], intent: Intent) -> Draft:
        series = series_of(best)
        found = [at(series, p) for p in sorted(periods)]
        values = [value_of(o) for o in found]
        result = sum(values, Decimal(0)) if intent is Intent.SUM else calc.mean(values)
        joined = " + ".join(calc.figure(o) for o in found)
        text = calc.derived(result)
        told = f"{joined} = {text}" if intent is Intent.SUM else f"({joined}) / {len(found)} = {text}"
        word = "in total" if intent is Intent.SUM else "on average"
        span = ", ".join(o.period for o in found)
        return self._draft(
            best, intent, text=f"{calc.with_unit(text, series.unit)} {word} ({series.label}, {span}).", short=text, found=found,
            calculation=told, periods=periods, lead=derived_value(series, text, series.unit, periods),
        )  # fmt: skip

    def _best_period(self, best: Candidate, reading: Reading) -> Draft:
        series = series_of(best)
        lowest = wants_lowest(reading)
        found = sorted(series.valued, key=lambda o: (value_of(o) if lowest else -value_of(o), o.period))
        first = found[0]
        text = (
            f"{first.period}: {calc.with_unit(calc.figure(first), series.unit)}, the {'lowest' if lowest else 'highest'} of "
            + ", ".join(
                f"{calc.with_unit(calc.figure(o), series.unit)} ({o.period})"
                for o in sorted(found, key=lambda o: o.period)
            )
        )
        return self._draft(
            best,
            Intent.RANK,
            text=f"{text}.",
            short=f"{first.period}, {calc.figure(first)}",
            found=found,
            periods=[o.period for o in found],
        )
