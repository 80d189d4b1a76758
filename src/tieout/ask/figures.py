"""Questions about figures: from the linked series to values, with the arithmetic told."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tieout.ask import calculate as calc
from tieout.ask.absence import stated_reason
from tieout.ask.answer import Nearest, Value
from tieout.ask.draft import Draft
from tieout.ask.families import Family, families
from tieout.ask.focus import content_terms, focus_text
from tieout.ask.intents import figure_intent, operands, parts, wants_good, wants_lowest
from tieout.ask.linking import Candidate
from tieout.ask.plan import Intent, PlanEntity
from tieout.ask.question import Measure, Reading
from tieout.ask.scope import short_names
from tieout.ask.series import Series
from tieout.ask.view import View
from tieout.ask.words import Term, terms
from tieout.model import AnswerStatus, Observation, Origin, Passage
from tieout.text import fold

SURE = 0.50
"""The least score at which a series may answer."""
EXPLAINED = 0.55
"""The least share of the question's content that a series must account for, unless it is very near in meaning."""
VERY_NEAR = 0.72
_ROW = 0.08
_CLOSE, _ALL_SAID, _SOMEWHAT_NEAR = 0.06, 0.95, 0.5
_OCCURRENCE = re.compile(r"\b(?:any|there|no)\b|\b(?:have|had|record|suffer|report) (?:a|an|any)\b")
_MOST_SHARE = 1000


@dataclass(frozen=True, slots=True)
class Wording:
    """The part of a question that names one thing: its focus, its terms."""

    focus: str
    content: tuple[Term, ...]


class Figures:
    """Answers figure questions over one view."""

    def __init__(self, view: View) -> None:
        self._view = view

    # --- linking ---------------------------------------------------------------------------------------------------

    def wording(self, text: str) -> Wording:
        """The focus of a text and its terms."""
        names = [n for o in self._view.organizations for n in short_names(o)]
        focus = focus_text(text, names)
        return Wording(focus, content_terms(focus))

    def candidates(self, wording: Wording, reading: Reading, *, family: bool = False) -> list[Candidate]:
        """What the wording may mean, best first."""
        return self._view.linker.link(wording.focus, wording.content, reading, family=family)

    def acceptable(self, candidate: Candidate) -> bool:
        """Whether a candidate is near enough to answer."""
        if candidate.score < SURE:
            return False
        return candidate.explained >= EXPLAINED or candidate.nearness >= VERY_NEAR

    # --- the route ---------------------------------------------------------------------------------------------------

    def answer(self, reading: Reading) -> Draft | None:
        """A draft, an abstention because the metric is known and not reported, or None where it is no figure question."""
        intent = figure_intent(reading)
        wording = self.wording(reading.folded)
        if not wording.content or (
            reading.yes_no and intent is Intent.LOOKUP and not _OCCURRENCE.search(reading.folded)
        ):
            return None
        if intent is Intent.SHARE or (reading.measure is Measure.SHARE and parts(reading) is not None):
            found = self._share(reading)
            if found is not None:
                return found
        if intent in {Intent.RANK, Intent.COMPARE, Intent.DIFFERENCE}:
            found = self._members(reading, wording, intent)
            if found is None and intent is Intent.DIFFERENCE:
                found = self._operands(reading)
            if found is not None:
                return found
            if intent is Intent.RANK and not reading.has("year|when|period"):
                return None
        ranked = self.candidates(wording, _as_count(reading) if intent is Intent.CHANGE else reading)
        best = ranked[0] if ranked else None
        if best is None or not self.acceptable(best):
            return None
        if best.series is None:
            measured = next((c for c in ranked if c.series is not None), None)
            if measured is None or not self.acceptable(measured) or not _stands_in(measured, best):
                return self._reasoned(self._not_measured(best, measured, intent, reading), best, wording, ())
            best = measured
        draft = self._of_series(best, ranked, intent, reading)
        return self._reasoned(draft, best, wording, draft.periods) if draft.status is AnswerStatus.NOT_FOUND else draft

    def _reasoned(self, draft: Draft, best: Candidate, wording: Wording, periods: Sequence[str]) -> Draft:
        """The abstention, or the company's own words on why the figure is not there."""
        return stated_reason(draft, best, wording.content, self._view, periods) or draft

    def _of_series(self, best: Candidate, ranked: Sequence[Candidate], intent: Intent, reading: Reading) -> Draft:
        series = best.series
        assert series is not None  # noqa: S101 - narrowed by the caller
        periods = self._periods(series, intent, reading)
        share_only = Measure.SHARE in series.measures and Measure.COUNT not in series.measures
        if reading.measure is Measure.COUNT and (share_only or any(series.at(p) is None for p in periods)):
            for candidate in ranked[:20]:
                if (
                    candidate.series is None
                    or candidate.score < best.score - 0.25
                    or candidate.explained < best.explained - 0.1
                ):
                    continue
                found = self._count_from_share(candidate, periods[-1], intent)
                if found is not None:
                    return found
        missing = [p for p in periods if series.at(p) is None]
        if missing:
            alternative = self._other_source(best, ranked, missing)
            if alternative is None:
                return self._missing(best, missing, intent)
            series, best = alternative.series or series, alternative
            periods = self._periods(series, intent, reading)
        if intent is Intent.TREND and len(periods) > 1:
            return self._trend(best, periods, intent, reading)
        if intent is Intent.CHANGE and len(periods) > 1:
            return self._change(best, periods, reading)
        if intent in {Intent.SUM, Intent.AVERAGE} and len(periods) > 1:
            return self._total(best, periods, intent)
        if intent is Intent.RANK:
            return self._best_period(best, reading)
        return self._lookup(best, periods, intent, reading)

    def _periods(self, series: Series, intent: Intent, reading: Reading) -> list[str]:
        """The periods asked for, in the order asked; several in a row for spans."""
        have = [o.period for o in series.valued]
        latest = have[-1] if have else (self._view.period or "")
        years = list(reading.years)
        if reading.ranged and len(years) >= 2 and intent in {Intent.TREND, Intent.SUM, Intent.AVERAGE, Intent.RANK}:
            low, high = min(years[:2]), max(years[:2])
            inside = [p for p in have if low <= p <= high]
            return inside if low in inside and high in inside else years
        if intent is Intent.CHANGE:
            if len(years) >= 2:
                return sorted(years[:2])
            end = years[0] if years else latest
            before = [p for p in have if p < end]
            return [before[-1] if before else str(int(end) - 1), end] if end.isdigit() else [end]
        if years and not (reading.last_years and intent in {Intent.SUM, Intent.TREND, Intent.AVERAGE}):
            return years
        if intent in {Intent.TREND, Intent.SUM, Intent.AVERAGE} and have:
            return have[-reading.last_years :] if reading.last_years else have
        if reading.previous and len(have) > 1:
            return [have[-2]]
        if reading.latest and self._view.period and self._view.period not in have and have:
            return [self._view.period]
        return [latest]

    # --- single values -----------------------------------------------------------------------------------------------

    def _lookup(self, best: Candidate, periods: Sequence[str], intent: Intent, reading: Reading) -> Draft:
        series = _series(best)
        found = [_at(series, p) for p in periods]
        texts, unit, told = [], series.unit, None
        for o in found:
            text = calc.figure(o)
            if reading.unit and series.metric is not None and not calc.same_unit(series.unit, reading.unit):
                converted = calc.convert(o.value or Decimal(0), series.metric, series.unit, reading.unit)
                if converted is not None:
                    text, unit = calc.plain(converted.normalize()), reading.unit
                    told = f"{calc.figure(o)} {series.unit} = {text} {reading.unit}"
            texts.append(text)
        bound = {
            "over": "more than ",
            "nearly": "nearly ",
            "at_least": "at least ",
            "at_most": "at most ",
            "about": "about ",
        }
        said = [f"{bound.get(o.qualifier, '')}{calc.with_unit(t, unit)}" for o, t in zip(found, texts, strict=True)]
        when = " and ".join(f"{t} in {p}" for t, p in zip(said, periods, strict=True))
        yes = self._yes_no(reading, found)
        text = f"{yes.capitalize() + ': ' if yes else ''}{when} ({series.organization}, {series.label})."
        short = ", ".join(texts)
        return self._draft(
            best, intent, text=_first_upper(text), short=f"{yes}, {short}" if yes else short, found=found, calculation=told,
            notes=self._conflicts(series, periods), periods=periods,
        )  # fmt: skip

    def _yes_no(self, reading: Reading, found: Sequence[Observation]) -> str:
        if not reading.yes_no or len(found) != 1 or found[0].value is None:
            return ""
        return "yes" if found[0].value != 0 else "no"

    def _trend(self, best: Candidate, periods: Sequence[str], intent: Intent, reading: Reading) -> Draft:
        series = _series(best)
        ordered = list(periods) if len(reading.years) > 2 else sorted(periods)
        found = [_at(series, p) for p in ordered]
        texts = [calc.figure(o) for o in found]
        by_time = sorted(found, key=lambda o: o.period)
        steps = [_direction(a, b) for a, b in itertools.pairwise(by_time)]
        change = calc.percent_change(_value(by_time[0]), _value(by_time[-1]))
        words = " then ".join(dict.fromkeys(steps)) if len(set(steps)) > 1 else steps[0]
        listing = ", ".join(f"{calc.with_unit(t, series.unit)} ({o.period})" for t, o in zip(texts, found, strict=True))
        overall = f", {_signed(change)}% from {by_time[0].period} to {by_time[-1].period}" if change is not None else ""
        told = None
        if change is not None:
            a, b = calc.figure(by_time[0]), calc.figure(by_time[-1])
            told = f"({b} - {a}) / {a} x 100 = {calc.derived(change)} %"
        return self._draft(
            best, intent, text=f"{series.label}: {listing}; it {words}{overall}.", short=", ".join(texts), found=found,
            calculation=told, notes=self._conflicts(series, periods), periods=ordered,
        )  # fmt: skip

    def _change(self, best: Candidate, periods: Sequence[str], reading: Reading) -> Draft:
        series = _series(best)
        old, new = _at(series, periods[0]), _at(series, periods[-1])
        a, b = _value(old), _value(new)
        percent = calc.percent_change(a, b)
        step = _direction(old, new)
        pair = f"from {calc.with_unit(calc.figure(old), series.unit)} ({old.period}) to {calc.with_unit(calc.figure(new), series.unit)} ({new.period})"
        up, down = (
            reading.has(r"ris|rose|grow|grew|increas|climb|jump|larger|bigger|higher|greater|exceed"),
            reading.has(r"fall|fell|declin|decreas|reduc|shrink|shrank|drop|smaller|lower|fewer|cut"),
        )
        notes = list(self._conflicts(series, periods))
        premise = up != down and not reading.yes_no and not reading.has("up or down|more or less")
        contrary = premise and ((up and b < a) or (down and b > a))
        if contrary:
            notes.insert(0, f"The question's premise does not hold: {series.label} {step} {pair}.")
        wants_percent = reading.measure is Measure.SHARE or reading.has("percent|growth rate")
        per_points = Measure.SHARE in series.measures and not reading.has("percentage change|relative")
        if percent is None or (not wants_percent and (reading.has("by how (?:much|many)|how much|how many"))):
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
        if reading.yes_no:
            if up != down:
                verdict = "yes" if (up and b > a) or (down and b < a) else "no"
                head, short = f"{verdict.capitalize()}: {word} {size}", f"{verdict}, {number}"
            elif a != b:
                short = f"{word}, {number}"
        if reading.has("more or (?:less|fewer)|higher or lower"):
            compared = "more" if b > a else ("less" if b < a else "the same")
            head, short = (
                f"{compared.capitalize()} ({word} {size})",
                f"{compared}: {calc.figure(new)} against {calc.figure(old)}",
            )
        return self._draft(
            best, Intent.CHANGE, text=f"{head}: {series.label} {step} {pair}.", short=short, found=(new, old), calculation=told,
            notes=notes, periods=periods, lead=_derived_value(series, calc.derived(amount), "%" if amount == percent else series.unit, periods),
        )  # fmt: skip

    def _total(self, best: Candidate, periods: Sequence[str], intent: Intent) -> Draft:
        series = _series(best)
        found = [_at(series, p) for p in sorted(periods)]
        values = [_value(o) for o in found]
        result = sum(values, Decimal(0)) if intent is Intent.SUM else calc.mean(values)
        joined = " + ".join(calc.figure(o) for o in found)
        text = calc.derived(result)
        told = f"{joined} = {text}" if intent is Intent.SUM else f"({joined}) / {len(found)} = {text}"
        word = "in total" if intent is Intent.SUM else "on average"
        span = ", ".join(o.period for o in found)
        return self._draft(
            best, intent, text=f"{calc.with_unit(text, series.unit)} {word} ({series.label}, {span}).", short=text, found=found,
            calculation=told, periods=periods, lead=_derived_value(series, text, series.unit, periods),
        )  # fmt: skip

    def _best_period(self, best: Candidate, reading: Reading) -> Draft:
        series = _series(best)
        lowest = wants_lowest(reading)
        found = sorted(series.valued, key=lambda o: (_value(o) if lowest else -_value(o), o.period))
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

    # --- several members of a dimension --------------------------------------------------------------------------------

    def _members(self, reading: Reading, wording: Wording, intent: Intent) -> Draft | None:
        """Rank, comparison or difference over the members of one dimension."""
        ranked = [
            c for c in self.candidates(wording, reading, family=True) if c.series is not None and c.series.dimensions
        ]
        offers = families(ranked, self._view.series, wording.content, reading)
        if not offers or not self.acceptable(offers[0].best):
            return None
        family = offers[0]
        period = reading.years[0] if reading.years else family.latest
        members = [(s, o) for s in family.members if (o := s.at(period)) is not None]
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
        lowest = wants_lowest(reading) or (intent is Intent.COMPARE and reading.has("lower|less|fewer|smaller"))
        good = wants_good(reading)
        metric = family.best.metric
        if good is not None and metric is not None and metric.direction in {"lower", "higher"}:
            lowest = (metric.direction == "lower") == good
        ordered = sorted(members, key=lambda m: (_value(m[1]) if lowest else -_value(m[1]), m[0].label))
        top = _value(ordered[0][1])
        ties = [m for m in ordered if _value(m[1]) == top]
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
            family.best, intent, text=_first_upper(text), short=short, found=[o for _, o in ordered], periods=[period], series=ordered[0][0]
        )  # fmt: skip

    def _difference(
        self, family: Family, members: Sequence[tuple[Series, Observation]], period: str, reading: Reading
    ) -> Draft:
        (one, first), (two, second) = members
        result = _value(first) - _value(second)
        fewer = reading.has("fewer|less|lower|smaller|below")
        text = calc.derived(-result if fewer else result)
        unit = "percentage points" if one.unit.strip() == "%" else one.unit
        told = f"{calc.figure(first)} - {calc.figure(second)} = {calc.derived(result)}"
        notes = []
        if (result < 0) != fewer and result != 0:
            notes.append(
                f"The question's premise does not hold: {family.value_of(one)} {calc.figure(first)}, {family.value_of(two)} {calc.figure(second)}."
            )
        answer = (
            f"{calc.with_unit(text, unit)}: {family.value_of(one)} {calc.with_unit(calc.figure(first), one.unit)}, "
            f"{family.value_of(two)} {calc.with_unit(calc.figure(second), two.unit)} in {period} ({one.indicator})."
        )
        return self._draft(
            family.best, Intent.DIFFERENCE, text=answer, short=text, found=[first, second], calculation=told, notes=notes,
            periods=[period], lead=_derived_value(one, text, one.unit, [period]), series=one,
        )  # fmt: skip

    def _operands(self, reading: Reading) -> Draft | None:
        """The difference of two figures that the question names one after the other."""
        sides = operands(reading)
        if sides is None:
            return None
        found: list[Candidate] = []
        for side in sides:
            wording = self.wording(side)
            best = next((c for c in self.candidates(wording, _as_count(reading)) if c.series is not None), None)
            if best is None or not self.acceptable(best):
                return None
            found.append(best)
        one, two = (_series(c) for c in found)
        period = reading.years[0] if reading.years else (one.valued[-1].period if one.valued else "")
        first, second = one.at(period), two.at(period)
        if first is None or second is None:
            return self._missing(found[0] if first is None else found[1], [period], Intent.DIFFERENCE)
        if one is two or not (calc.same_unit(one.unit, two.unit) or one.measures == two.measures):
            return None
        family = Family(found[0], (one, two), found[0].score)
        return self._difference(family, [(one, first), (two, second)], period, reading)

    # --- shares ---------------------------------------------------------------------------------------------------------

    def _share(self, reading: Reading) -> Draft | None:
        """A share computed from a part and its whole; None where a printed share answers better or a side is missing."""
        sides = parts(reading)
        if sides is None:
            return None
        plain_reading = _as_count(reading)
        whole_words, part_words = self.wording(sides[1]), self.wording(sides[0])
        together = Wording(f"{whole_words.focus} {part_words.focus}", (*whole_words.content, *part_words.content))
        printed = self.candidates(self.wording(reading.folded), reading)
        wholes = [
            c for c in self.candidates(whole_words, plain_reading) if c.series is not None and Measure.SHARE not in c.series.measures
        ]  # fmt: skip
        whole = max(wholes, key=lambda c: c.score + _ROW * (_series(c).origin is Origin.TABLE), default=None)
        part = next(
            (
                c
                for c in sorted(
                    [*self.candidates(together, plain_reading)[:12], *self.candidates(part_words, plain_reading)[:12]], key=lambda c: -c.score
                )
                if c.series is not None and whole is not None and c.series is not whole.series and Measure.SHARE not in c.series.measures
                and c.said > 0.5 and calc.same_unit(c.series.unit, _series(whole).unit)
            ),
            None,
        )  # fmt: skip
        if whole is None or part is None or not self.acceptable(whole) or not self.acceptable(part):
            return None
        best_printed = printed[0] if printed else None
        if (
            (
                best_printed is not None
                and best_printed.series is not None
                and Measure.SHARE in best_printed.series.measures
                and best_printed.said == 1.0
            )
            and self.acceptable(best_printed)
            and best_printed.score >= part.score
            and best_printed.explained >= 0.8
        ):
            return None
        above, below = _series(part), _series(whole)
        period = reading.years[0] if reading.years else (above.valued[-1].period if above.valued else "")
        a, b = above.at(period), below.at(period)
        if a is None or b is None:
            return self._missing(part if a is None else whole, [period], Intent.SHARE)
        result = calc.percent_of(_value(a), _value(b))
        if result is None or not 0 <= result <= _MOST_SHARE:
            return None
        text = calc.derived(result)
        told = f"{calc.figure(a)} / {calc.figure(b)} x 100 = {text} %"
        answer = (
            f"{text}%: {calc.with_unit(calc.figure(a), above.unit)} ({above.label}) of {calc.with_unit(calc.figure(b), below.unit)} "
            f"({below.label}) in {period}."
        )
        return self._draft(
            part, Intent.SHARE, text=answer, short=text, found=[a, b], calculation=told, periods=[period],
            lead=_derived_value(above, text, "%", [period]),
        )  # fmt: skip

    def _count_from_share(self, best: Candidate, period: str, intent: Intent) -> Draft | None:
        """A count from a printed share and its denominator, e.g. directors from their percentage of the board."""
        series = _series(best)
        base_id = series.metric.denominator if series.metric is not None else ""
        base = next(
            (
                s
                for s in self._view.series
                if s.metric is not None and s.metric.id == base_id and not s.dimensions and s.at(period)
            ),
            None,
        )
        share = series.at(period)
        if base is None or share is None:
            return None
        whole = _at(base, period)
        exact = _value(share) * _value(whole) / 100
        count = exact.quantize(Decimal(1))
        if abs(exact - count) > Decimal("0.05"):
            return None
        told = f"{calc.figure(share)} % x {calc.figure(whole)} = {calc.derived(exact)}, a whole number: {count}"
        text = f"{count}: {calc.figure(share)}% of {calc.figure(whole)} ({series.label}; {base.label}) in {period}."
        return self._draft(
            best, intent, text=text, short=str(count), found=[share, whole], calculation=told, periods=[period],
            lead=_derived_value(series, str(count), base.unit, [period]),
        )  # fmt: skip

    # --- what is not there ----------------------------------------------------------------------------------------------

    def _other_source(self, best: Candidate, ranked: Sequence[Candidate], missing: Sequence[str]) -> Candidate | None:
        """Another series of the same metric and dimensions that has the missing periods (e.g. a sentence)."""
        series = _series(best)
        for c in ranked[:20]:
            s = c.series
            if s is None or s is series or not self.acceptable(c) or c.score < best.score - 0.25:
                continue
            same = c.score >= best.score - 0.12 and (
                (s.metric is not None and s.metric == series.metric) or c.name == best.name
            )
            # A table row that says as much of the question may stand in for a sentence, never the other way round.
            printed = (
                series.origin is not Origin.TABLE and s.origin is Origin.TABLE and c.explained >= best.explained - 0.05
            )
            row = (
                series.origin is not Origin.TABLE
                and s.origin is Origin.TABLE
                and _within(s.indicator, series.indicator)
            )
            if (
                (same or printed or row)
                and s.measures == series.measures
                and _dims(s) == _dims(series)
                and all(s.at(p) for p in missing)
            ):
                return c
        return None

    def _missing(self, best: Candidate, missing: Sequence[str], intent: Intent) -> Draft:
        series = _series(best)
        cells = [o for p in missing if (o := series.cell(p)) is not None]
        have = series.valued
        shown = [f"{calc.with_unit(calc.figure(o), series.unit)} ({o.period})" for o in have]
        near = [
            Nearest(f"{series.label}: {', '.join(shown)}", o.passage.page, o.passage.quote)
            for o in (have[-1:] or cells[:1])
        ]
        why = "is printed as not disclosed" if cells else "is not reported"
        text = f"Not found: {series.label} {why} for {', '.join(missing)}."
        if have:
            text += f" The nearest: {', '.join(shown)}."
        return Draft(
            status=AnswerStatus.NOT_FOUND, intent=intent, text=text, nearest=tuple(near), entities=self._entities(best),
            unresolved=best.unexplained, periods=tuple(missing), starts=self._starts(series),
        )  # fmt: skip

    def _not_measured(self, best: Candidate, measured: Candidate | None, intent: Intent, reading: Reading) -> Draft:
        metric = best.metric
        label = metric.label if metric is not None else best.name
        near: tuple[Nearest, ...] = ()
        if measured is not None and measured.series is not None and measured.series.valued:
            s = measured.series
            o = s.valued[-1]
            near = (
                Nearest(
                    f"{s.label}: {calc.with_unit(calc.figure(o), s.unit)} ({o.period})", o.passage.page, o.passage.quote
                ),
            )
        nearest = f" The nearest: {near[0].what}." if near else ""
        return Draft(
            status=AnswerStatus.NOT_FOUND, intent=intent, text=f"Not found: {label} is not reported.{nearest}", nearest=near,
            entities=(PlanEntity("metric", label, self._view.ports.names.metric(metric.id) if metric else "", best.score),),
            unresolved=best.unexplained, periods=reading.years, confidence=best.score,
        )  # fmt: skip

    # --- assembling -------------------------------------------------------------------------------------------------------

    def _conflicts(self, series: Series, periods: Sequence[str]) -> list[str]:
        """Other figures printed for the same metric, dimensions and period."""
        found: dict[str, None] = {}
        for other in self._view.series:
            same = (
                other is not series
                and other.metric is not None
                and other.metric == series.metric
                and other.report == series.report
            )
            if (
                not same
                or _dims(other) != _dims(series)
                or other.measures != series.measures
                or not calc.same_unit(other.unit, series.unit)
            ):
                continue
            for period in periods:
                mine, theirs = series.at(period), other.at(period)
                if mine and theirs and differ(mine, theirs):
                    found[
                        f"Another figure for the same stands on page {theirs.passage.page}: {calc.with_unit(calc.figure(theirs), other.unit)} ({other.indicator}, {period})."
                    ] = None
        return list(found)

    def _starts(self, series: Series) -> tuple[str, ...]:
        names = self._view.ports.names
        found = [names.metric(series.metric.id)] if series.metric is not None else []
        return (*found, names.organization(series.organization))

    def _entities(self, best: Candidate) -> tuple[PlanEntity, ...]:
        series = best.series
        found = []
        if best.metric is not None:
            found.append(
                PlanEntity("metric", best.metric.label, self._view.ports.names.metric(best.metric.id), best.score)
            )
        if series is not None:
            found.append(PlanEntity("series", series.label, series.observations[0].iri, best.score))
            found += [PlanEntity("dimension", f"{d.type}: {d.value}") for d in series.dimensions]
            found.append(
                PlanEntity(
                    "organization", series.organization, self._view.ports.names.organization(series.organization)
                )
            )
        return tuple(found)

    def _draft(
        self, best: Candidate, intent: Intent, *, text: str, short: str, found: Sequence[Observation], periods: Sequence[str],
        calculation: str | None = None, notes: Sequence[str] = (), lead: Value | None = None, series: Series | None = None,
    ) -> Draft:  # fmt: skip
        own = series or _series(best)
        values = [reported(o) for o in found]
        passages: dict[tuple[int, int, int], Passage] = {}
        for o in found:
            passages.setdefault((o.passage.page, o.passage.start, o.passage.end), o.passage)
        footnotes = [f"Note on page {n.page}: {n.quote}" for o in found for n in o.notes]
        return Draft(
            status=AnswerStatus.ANSWERED, intent=intent, text=text, short=short, values=((lead,) if lead else ()) + tuple(values),
            calculation=calculation, passages=tuple(passages.values()), starts=self._starts(own),
            query=("observation", (("observation", " ".join(o.iri for o in found)),)),
            notes=tuple(dict.fromkeys([*notes, *footnotes])), entities=self._entities(best), unresolved=best.unexplained,
            periods=tuple(periods), confidence=best.score,
        )  # fmt: skip


def differ(one: Observation, other: Observation) -> bool:
    """Whether two figures for the same thing disagree beyond the rounding of the coarser one."""
    a, b = _value(one), _value(other)
    if one.qualifier or other.qualifier:
        return False
    places = min(-int(a.as_tuple().exponent), -int(b.as_tuple().exponent))
    unit = Decimal(1).scaleb(-places)
    return abs(a - b) > unit / 2


def _as_count(reading: Reading) -> Reading:
    return replace(reading, measure=Measure.ANY)


def _stands_in(measured: Candidate, absent: Candidate) -> bool:
    """Whether a measured thing may answer for a metric that is named a little better: nearly as good, or all is said."""
    if measured.score >= absent.score - _CLOSE:
        return True
    said = measured.explained >= _ALL_SAID and measured.nearness >= _SOMEWHAT_NEAR
    return said and measured.score >= absent.score - 4 * _CLOSE and _series(measured).origin is Origin.TABLE


def _within(label: str, longer: str) -> bool:
    """Whether a printed label's words all stand in a longer one."""
    own = terms(label)
    return bool(own) and all(any(t.matches(u) for u in terms(longer)) for t in own)


def _series(candidate: Candidate) -> Series:
    if candidate.series is None:
        msg = f"{candidate.name} has no series"
        raise ValueError(msg)
    return candidate.series


def _at(series: Series, period: str) -> Observation:
    found = series.at(period)
    if found is None:
        raise KeyError(period)
    return found


def _value(observation: Observation) -> Decimal:
    if observation.value is None:
        raise ValueError(observation.iri)
    return observation.value


def _dims(series: Series) -> frozenset[tuple[str, str]]:
    return frozenset((fold(d.type), fold(d.value)) for d in series.dimensions)


def _direction(old: Observation, new: Observation) -> str:
    a, b = _value(old), _value(new)
    return "rose" if b > a else ("fell" if b < a else "stayed the same")


def _signed(value: Decimal) -> str:
    return ("+" if value > 0 else "") + calc.derived(value)


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def reported(o: Observation) -> Value:
    """An observation as a value of an answer."""
    return Value(
        organization=o.organization, metric=o.metric or o.indicator, dimensions=tuple((d.type, d.value) for d in o.dimensions), period=o.period,
        value=calc.figure(o), unit=o.unit, observation=o.iri,
    )  # fmt: skip


def _derived_value(series: Series, text: str, unit: str, periods: Sequence[str]) -> Value:
    metric = series.metric.id if series.metric is not None else series.indicator
    return Value(
        series.organization, metric, tuple((d.type, d.value) for d in series.dimensions), "/".join(periods), text, unit
    )
