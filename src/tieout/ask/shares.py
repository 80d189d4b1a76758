"""Shares: a part of a whole, and a count from a printed share."""

from __future__ import annotations

from decimal import Decimal

from tieout.ask import calculate as calc
from tieout.ask.draft import Draft
from tieout.ask.intents import parts
from tieout.ask.linking import Candidate
from tieout.ask.observed import as_count, at, derived_value, series_of, value_of
from tieout.ask.plan import Intent
from tieout.ask.question import Measure, Reading
from tieout.ask.told import Told, Wording
from tieout.model import Origin

_ROW = 0.08
_MOST_SHARE = 1000


class Shares(Told):
    """Answers with shares."""

    def _share(self, reading: Reading) -> Draft | None:
        """A share computed from a part and its whole; None where a printed share answers better or a side is missing."""
        sides = parts(reading)
        if sides is None:
            return None
        plain_reading = as_count(reading)
        whole_words, part_words = self.wording(sides[1]), self.wording(sides[0])
        together = Wording(f"{whole_words.focus} {part_words.focus}", (*whole_words.content, *part_words.content))
        printed = self.candidates(self.wording(reading.folded), reading)
        wholes = [
            c for c in self.candidates(whole_words, plain_reading) if c.series is not None and Measure.SHARE not in c.series.measures
        ]  # fmt: skip
        whole = max(wholes, key=lambda c: c.score + _ROW * (series_of(c).origin is Origin.TABLE), default=None)
        part = next(
            (
                c
                for c in sorted(
                    [*self.candidates(together, plain_reading)[:12], *self.candidates(part_words, plain_reading)[:12]], key=lambda c: -c.score
                )
                if c.series is not None and whole is not None and c.series is not whole.series and Measure.SHARE not in c.series.measures
                and c.said > 0.5 and calc.same_unit(c.series.unit, series_of(whole).unit)
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
        above, below = series_of(part), series_of(whole)
        period = reading.years[0] if reading.years else (above.valued[-1].period if above.valued else "")
        a, b = above.at(period), below.at(period)
        if a is None or b is None:
            return self._missing(part if a is None else whole, [period], Intent.SHARE)
        result = calc.percent_of(value_of(a), value_of(b))
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
            lead=derived_value(above, text, "%", [period]),
        )  # fmt: skip

    def _count_from_share(self, best: Candidate, period: str, intent: Intent) -> Draft | None:
        """A count from a printed share and its denominator, e.g. directors from their percentage of the board."""
        series = series_of(best)
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
        whole = at(base, period)
        exact = value_of(share) * value_of(whole) / 100
        count = exact.quantize(Decimal(1))
        if abs(exact - count) > Decimal("0.05"):
            return None
        told = f"{calc.figure(share)} % x {calc.figure(whole)} = {calc.derived(exact)}, a whole number: {count}"
        text = f"{count}: {calc.figure(share)}% of {calc.figure(whole)} ({series.label}; {base.label}) in {period}."
        return self._draft(
            best, intent, text=text, short=str(count), found=[share, whole], calculation=told, periods=[period],
            lead=derived_value(series, str(count), base.unit, [period]),
        )  # fmt: skip
