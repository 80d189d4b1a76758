"""Shares: a part of a whole, and a count from a printed share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from tieout.ask.draft import Draft
from tieout.ask.figures import calculate as calc
from tieout.ask.figures.linking import Candidate
from tieout.ask.figures.observed import as_count, at, derived_value, series_of, value_of
from tieout.ask.figures.parts_and_wholes import apart, is_named, is_total, kept, of_another_unit, of_one_table
from tieout.ask.figures.refusals import part_of_emissions
from tieout.ask.figures.scope_shares import ScopeShares
from tieout.ask.figures.series import Series
from tieout.ask.figures.told import Wording
from tieout.ask.figures.wholes import parts_beside
from tieout.ask.plan import Intent
from tieout.ask.wording.distinctions import PARTS, SUBJECTS
from tieout.ask.wording.intents import parts
from tieout.ask.wording.question import Measure, Reading
from tieout.ask.wording.words import Term, concepts, terms
from tieout.patterns import lazy
from tieout.text import fold

_ROW = 0.08
_LOOKED_AT, _CLEAR, _ALIKE, _OTHER_WHOLE = 12, 0.75, 0.85, 0.15
_MOST_SHARE = 1000
_LONG_LABEL, _MOSTLY = 5, 0.75
_DROPPED = lazy(r"\bdropped\b")
"""Said of those of whom a share is asked for, not of the share: it is to be read as a deed."""
_LEFT_OUT = Decimal("0.02")
_TO_ONE = lazy(r"\bratio (?:of|between) .{2,80} (?:to|and) (?!.{0,80}\bper ?cent)")
_ALL = lazy(r"\b(?:total|overall|all)\b")
_CLOSED = frozenset({"gender", "contract", "employment_type", "working_time"})
"""Kinds of split of which a row prints all parts or none."""
_MEASURED = SUBJECTS | {"pay", "pay_ratio"}


class Shares(ScopeShares):
    """Answers with shares."""

    def _share(self, reading: Reading) -> Draft | None:
        """A share computed from a part and its whole; None where a printed share answers better or a side is missing."""
        sides = parts(reading)
        if sides is None:
            return None
        summed = self._share_of_scope(sides[0], sides[1], reading)
        if summed is not None:
            return summed
        sides = (_DROPPED.sub("cut off", sides[0]), _DROPPED.sub("cut off", sides[1]))
        plain_reading, to_one = as_count(reading), _TO_ONE.search(reading.folded) is not None
        whole_words, part_words = self.wording(sides[1]), self.wording(sides[0])
        together = Wording(f"{whole_words.focus} {part_words.focus}", (*whole_words.content, *part_words.content))
        printed = self.candidates(self.wording(reading.folded), reading)
        of_whole = replace(plain_reading, folded=sides[1])  # of what the part is counted says nothing of the whole
        wholes = [
            c for c in self.candidates(whole_words, of_whole) if c.series is not None and Measure.SHARE not in c.series.measures
        ]  # fmt: skip
        asked = reading.years[0] if reading.years else ""
        # What is said of the part alone is in no whole of it: Scope 3 is a share of all scopes.
        own = PARTS & frozenset().union(*(t.concepts for t in part_words.content))
        own -= frozenset().union(*(t.concepts for t in whole_words.content))
        every = replace(of_whole, folded=f"total {sides[1]}")  # who names no scope means all of them
        wholes = [c for c in wholes if own.isdisjoint(concepts(series_of(c).label)) and not part_of_emissions(c, every)]
        if _ALL.search(sides[1]):
            least = max((c.score for c in wholes), default=0.0) - _OTHER_WHOLE
            wholes = [c for c in wholes if c.score >= least and _ALL.search(fold(series_of(c).label))] or wholes
        whole = max(wholes, key=lambda c: c.score + _ROW * kept(c, asked), default=None)
        offered = sorted(
            [*self.candidates(together, plain_reading)[:12], *self.candidates(part_words, plain_reading)[:12]],
            key=lambda c: -c.score - _ROW * kept(c, asked),
        )
        near = sorted(wholes, key=lambda c: -c.score - _ROW * kept(c, asked))[:_LOOKED_AT]
        near = [c for c in near if whole is not None and c.score >= whole.score - _OTHER_WHOLE and self.acceptable(c)]
        # The whole in the part's own unit comes first; the best of another unit is no whole of it.
        pairs = [
            (c, w)
            for w in near
            for c in offered
            if c.series is not None and c.series.label != series_of(w).label and Measure.SHARE not in c.series.measures
            and c.said > 0.5 and (series_of(c).metric is not None or is_named(c.series, together.content)) and calc.same_unit(c.series.unit, series_of(w).unit) and (to_one or not apart(c.series, series_of(w)))
        ]  # fmt: skip
        # Of those under 30, women under 30 are a part; all women are none.
        within = [(c, w) for c, w in pairs if set(series_of(w).dimensions) <= set(series_of(c).dimensions)]
        best = within[0] if within else pairs[0] if pairs else None
        part, whole = of_one_table(best, pairs) if best is not None else (None, whole)
        if whole is None or part is None or not self.acceptable(whole) or not self.acceptable(part):
            return None
        if any(self._is_of_more(series_of(c), together.content) for c in (part, whole)):
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
        ) or (part.explained < _CLEAR and part.nearness < _ALIKE):
            return None
        above, below = series_of(part), series_of(whole)
        # "The pay ratio of women to men" is not the ratio of their numbers.
        named = concepts(f"{part.name} {above.group} {above.label} {whole.name} {below.group} {below.label}")
        if any(t.concepts & _MEASURED and not t.concepts & named for t in self.wording(reading.folded).content):
            return None
        period = reading.years[0] if reading.years else (above.valued[-1].period if above.valued else "")
        a, b = above.at(period), below.at(period)
        if a is None or b is None:
            return self._missing(part if a is None else whole, [period], Intent.SHARE)
        if self._of_other_whole(above, below, period) or of_another_unit(above, below):
            return None
        return self._quotient(part, below, period, ratio=to_one)

    def _is_of_more(self, series: Series, content: Sequence[Term]) -> bool:
        """Whether a row's label says much that the question does not: building charging points for cars is no car."""
        own = [t for t in terms(series.indicator) if self._view.linker.tells(t)]
        unsaid = sum(not any(t.matches(q) for q in content) for t in own)
        return len(own) >= _LONG_LABEL and unsaid > _MOSTLY * len(own)

    def _of_other_whole(self, part: Series, whole: Series, period: str) -> bool:
        """Whether the parts of a split add up to less or more than the whole that they are to be shares of."""
        if whole.dimensions and set(whole.dimensions) <= set(part.dimensions):
            return False  # women under 30 are a part of those under 30
        if fold(whole.indicator) in {fold(d.value) for d in part.dimensions}:
            return False  # the row that the part stands under
        members = self._members_of(part)
        # Of a table whose rows are split alike, the part's own row: fossil energy by site is another split than all of it.
        own = [s for s in members if s.indicator == part.indicator]
        values = [value_of(o) for s in (own if len(own) > 1 else members) if (o := s.at(period)) is not None]
        total = value_of(at(whole, period))
        return (
            len(values) > 1
            and part.split != whole.split
            and abs(sum(values, Decimal(0)) - total) > _LEFT_OUT * abs(total)
        )

    def _quotient(self, part: Candidate, below: Series, period: str, *, ratio: bool = False) -> Draft | None:
        """A part in per cent of its whole, or of a ratio the times it holds the other; both have the period."""
        above = series_of(part)
        a, b = at(above, period), at(below, period)
        result = calc.percent_of(value_of(a), value_of(b))
        if result is None or not 0 <= result <= _MOST_SHARE:
            return None
        text = calc.plain(calc.rounded(result / 100)) if ratio else calc.derived(result)
        told = (
            f"{calc.figure(a)} / {calc.figure(b)} = {text}"
            if ratio
            else f"{calc.figure(a)} / {calc.figure(b)} x 100 = {text} %"
        )
        between = "to" if ratio else "of"
        answer = (
            f"{text}{' to 1' if ratio else '%'}: {calc.with_unit(calc.figure(a), above.unit)} ({above.label}) {between} "
            f"{calc.with_unit(calc.figure(b), below.unit)} ({below.label}) in {period}."
        )
        return self._draft(
            part, Intent.SHARE, text=answer, short=text, found=[a, b], calculation=told, periods=[period],
            lead=derived_value(above, text, "" if ratio else "%", [period]),
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

    def _part_of_total(self, ranked: Sequence[Candidate], reading: Reading) -> Draft | None:
        """The share of one member of a split whose total is printed: the members must add up to it.

        It stands in where a share is asked for and none is printed: "What share of staff was part-time?".
        """
        sides = parts(reading)
        restricted = terms(sides[1]) if sides is not None else ()
        for part in ranked[:_LOOKED_AT]:
            series = part.series
            if series is not None and any(d.matches(t) for d in series.dimension_terms for t in restricted):
                continue  # "of those under 30": all staff are not the whole
            if (
                series is not None
                and sides is not None
                and sides[0].startswith("non-")
                and "non" not in fold(series.label)
            ):
                continue
            if (
                series is None
                or not series.dimensions
                or Measure.SHARE in series.measures
                or series.per_head
                or series.relative
            ):
                continue
            if part.said < 1.0 or part.explained < _CLEAR or not self.acceptable(part):
                continue
            period = reading.years[0] if reading.years else series.valued[-1].period if series.valued else ""
            if series.at(period) is None:
                continue
            members = self._members_of(series)
            whole = next((w for w in self._view.series if is_total(w, series, members, period)), None)
            if whole is not None:
                return self._quotient(part, whole, period)
            beside = parts_beside(series, self._view.series)
            if len(series.dimensions) == 1 and series.dimensions[0].type in _CLOSED and len(beside) > 1:
                return self._quotient_of_parts(part, beside, period)
        return None

    def _quotient_of_parts(self, part: Candidate, parts: Sequence[Series], period: str) -> Draft | None:
        """A part in per cent of all parts of its row, where a row prints them and no total: of permanent and temporary."""
        if any(s.at(period) is None for s in parts) or {len(s.dimensions) for s in parts} != {1}:
            return None
        above, found = series_of(part), [at(s, period) for s in parts]
        result = calc.percent_of(value_of(at(above, period)), sum(map(value_of, found), Decimal(0)))
        if result is None:
            return None
        text = calc.derived(result)
        added = " + ".join(calc.figure(o) for o in found)
        told = f"{calc.figure(at(above, period))} / ({added}) x 100 = {text} %"
        amounts = ", ".join(f"{s.label}: {calc.figure(at(s, period))}" for s in parts)
        return self._draft(
            part, Intent.SHARE, text=f"{text}% in {period}: {amounts}.", short=text, found=[at(above, period), *found],
            calculation=told, periods=[period], lead=derived_value(above, text, "%", [period]),
        )  # fmt: skip

    def _members_of(self, series: Series) -> list[Series]:
        """The series that split the same thing by the same kind of dimension, itself among them."""
        return [s for s in self._view.series if s.split == series.split]
