"""Questions about figures: from the linked series to values, with the arithmetic told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from tieout.ask.draft import Draft
from tieout.ask.figures.absence import printed_absent, stated_reason
from tieout.ask.figures.aims import Aims
from tieout.ask.figures.completed import completed
from tieout.ask.figures.in_sentence import told_by_sentence
from tieout.ask.figures.largest_parts import LargestParts
from tieout.ask.figures.limits import Limits
from tieout.ask.figures.linking import Candidate
from tieout.ask.figures.missing import Missing
from tieout.ask.figures.named_parts import only_parts_unsaid, with_named_parts
from tieout.ask.figures.observed import as_count, dimensions_of, is_ratio, series_of
from tieout.ask.figures.pairs import SAID_OUT, Pairs
from tieout.ask.figures.periods import periods_of
from tieout.ask.figures.ratios import Ratios, per_what
from tieout.ask.figures.refusals import (
    COUNTS_YEARS,
    all_emissions,
    counts_no_event,
    leaves_part,
    measures_another_thing,
    no_share,
    not_averaged,
    of_another_rank,
    of_less,
    of_other_people,
    of_other_scopes,
    of_somebody_else,
    one_of_many,
    part_of_emissions,
    total_of_something_else,
    unheard_head,
)
from tieout.ask.figures.shares import Shares
from tieout.ask.figures.single import Single
from tieout.ask.figures.sources import Sources
from tieout.ask.figures.staff_splits import StaffSplits
from tieout.ask.figures.standing_alone import stands_alone
from tieout.ask.figures.standing_in import defined_as_another, standing_in
from tieout.ask.figures.told import SURE, Wording
from tieout.ask.figures.wholes import total_beside, whole_of
from tieout.ask.plan import Intent
from tieout.ask.wording.goals import asks_distance, wants_change
from tieout.ask.wording.intents import DISCLOSES, SUPERLATIVE, figure_intent, parts
from tieout.ask.wording.limit import limit
from tieout.ask.wording.question import Measure, Reading
from tieout.ask.wording.words import terms
from tieout.model import AnswerStatus, Origin
from tieout.patterns import lazy
from tieout.text import fold

_PRINTED, _TELLING, _AS_GOOD, _AS_CLEAR = 0.8, 3.0, 0.15, 0.05
_OF_ONE = frozenset({Intent.LOOKUP, Intent.TREND, Intent.CHANGE, Intent.SUM, Intent.AVERAGE})
_OF_COURSE = frozenset({Intent.TREND, Intent.CHANGE})
_OCCURRENCE = lazy(
    r"\b(?:any|anybody|anyone|somebody|someone|nobody|there|no)\b|\b(?:have|had|record|suffer|report) (?:a|an|any)\b"
)


class Figures(Sources, LargestParts, Missing, Aims, Single, Pairs, Shares, Limits, Ratios, StaffSplits):
    """Answers figure questions over one view."""

    def answer(self, reading: Reading) -> Draft | None:
        """A draft, an abstention because the metric is known and not reported, or None where it is no figure question."""
        intent, wording = figure_intent(reading), self.wording(reading.folded)
        bound = limit(reading) if intent in {Intent.LOOKUP, Intent.CHANGE} else None
        classed = bound is not None and any(bound.of_class(s.label) for s in self._view.series)
        if bound is not None and not classed and (held := self._against(reading, bound)) is not None:
            return held
        if (
            not wording.content
            or COUNTS_YEARS.search(reading.folded)
            or (
                reading.yes_no
                and intent is Intent.LOOKUP
                and not _OCCURRENCE.search(reading.folded)
                and not DISCLOSES.search(reading.folded)
            )
        ):
            return None
        if asks_distance(reading) or wants_change(reading):
            return self._to_goal(reading, wording) if asks_distance(reading) else self._aimed_change(reading, wording)
        if intent is Intent.SUM and (found := self._addends(reading)) is not None:
            return found
        by_parts = self._of_staff_split(reading) if intent in {Intent.SHARE, Intent.LOOKUP} else None
        if by_parts is not None:
            return by_parts
        of_whole = intent is Intent.SHARE or (reading.measure is Measure.SHARE and parts(reading) is not None)
        if of_whole and (found := self._share(reading)) is not None:
            return found
        if intent in {Intent.RANK, Intent.COMPARE, Intent.DIFFERENCE}:
            largest = self._largest_part(wording, reading) if intent is Intent.RANK else None
            clear = self._operands(reading, least=SAID_OUT) if intent is Intent.DIFFERENCE else None
            found = largest or clear or self._members(reading, wording, intent)
            if found is None and intent is Intent.DIFFERENCE:
                found = self._operands(reading)
            if found is None and intent is Intent.COMPARE:
                found = self._either(reading)
            if found is not None or intent is Intent.DIFFERENCE:
                return found  # one of two figures is no difference
            if intent is Intent.RANK and not reading.has("year|when|period"):
                if not self._named_extreme(wording, reading):
                    return None
                intent = Intent.LOOKUP
        # A change is asked for in per cent as often as not: that says nothing of the kind of figure that changed.
        relative = intent is Intent.CHANGE and reading.measure is Measure.SHARE
        ranked = self.candidates(wording, as_count(reading) if relative else reading)
        best = self._clearer(ranked, reading)
        unclear = best is None or not self.acceptable(best)
        if (intent in _OF_COURSE and unclear) or (intent is Intent.LOOKUP and best is not None and best.series is None):
            view = self._view
            told = told_by_sentence(ranked, wording.content, reading, view.series, view.linker.tells, view.page_text)
            best = told or best
        if reading.measure is Measure.SHARE and intent not in _OF_COURSE and not self._prints(best, reading):
            plain = self.candidates(wording.without_shares(), as_count(reading))
            if (found := self._part_of_total(plain, reading)) is not None:
                return found
        alone = best is not None and intent in _OF_ONE and stands_alone(best, ranked, reading)
        if best is None or not (alone or self.acceptable(best)):
            return self._of_unclear(best, ranked, intent, reading, wording) if best is not None else None
        if best.series is None:
            measured = next((c for c in ranked if c.series is not None), None)
            instead = standing_in(ranked, best, wording.content, self._view)
            if instead is None or not self.acceptable(instead):
                if intent is Intent.LOOKUP and (found := self._for_each(best, reading)) is not None:
                    return found
                return self._reasoned(self._not_measured(best, measured, intent, reading), best, wording, ())
            best = instead
        if part_of_emissions(best, reading):
            whole = (c for c in ranked if c.series is not None and not part_of_emissions(c, reading))
            best = next((c for c in whole if self.acceptable(c) and all_emissions(c)), best)
        best = self._kept_row(best, ranked, intent, reading)
        if intent not in _OF_COURSE or len(reading.years) > 1:
            best = completed(best, ranked, reading)
        if intent in _OF_ONE:
            each = self._each_printed(best, ranked, reading)
            if each is None and intent is not Intent.LOOKUP:
                return self._no_ratio(best, per_what(reading))  # the course of a total is not that of its part for each
            best = each or best
            best = total_beside(whole_of(best, reading, self._view.series), ranked, wording.content)
        if (intent is Intent.RATIO and not is_ratio(series_of(best))) or measures_another_thing(best, reading):
            return None
        if counts_no_event(best, reading):
            return None
        if of_another_rank(best, reading) or (intent is Intent.LOOKUP and no_share(best, reading)):
            return None
        if of_whole and leaves_part(best, reading, self._view.linker.weight):
            return None
        if intent in _OF_ONE and (
            of_other_scopes(best, reading) or defined_as_another(series_of(best), wording.content, self._view)
        ):
            return None
        unheard = intent in _OF_ONE and unheard_head(best, reading, self._view.linker.tells)
        if unheard or (intent in _OF_ONE and total_of_something_else(best, reading)):
            return None
        if intent is Intent.LOOKUP and (found := self._for_each(best, reading)) is not None:
            return found
        if intent is Intent.LOOKUP and not_averaged(best, reading):
            return None
        if intent in _OF_ONE and (one_of_many(best, ranked) or of_less(best, self._view.linker.tells)):
            return None
        odd = self._another(best) or of_somebody_else(best, reading) or of_other_people(best)
        ours = not of_somebody_else(best, reading)
        several = intent is Intent.LOOKUP and ours and only_parts_unsaid(best, wording.content, self._view.series)
        if intent in _OF_ONE and odd and not several:
            near = (c for c in ranked if self._names_part(c, best))
            named = next((c for c in near if not of_somebody_else(c, reading) and not of_other_people(c)), None)
            if named is None:
                return self._missing_part(best, intent)
            best = named
        draft = self._printed_change(best, ranked, reading) if intent is Intent.CHANGE else None
        draft = draft or self._of_series(best, ranked, intent, reading)
        if intent is Intent.LOOKUP:
            tell = partial(self._of_series, ranked=ranked, intent=intent, reading=reading)
            draft = with_named_parts(draft, best, wording.content, self._view.series, tell)
        return self._reasoned(draft, best, wording, draft.periods) if draft.status is AnswerStatus.NOT_FOUND else draft

    def _of_unclear(
        self, best: Candidate, ranked: Sequence[Candidate], intent: Intent, reading: Reading, wording: Wording
    ) -> Draft | None:
        """Where the question says more than the row does: a quantity for each of something, or the row's own "n/a"."""
        each = self._for_each(best, reading) if intent is Intent.LOOKUP and best.score >= SURE else None
        if each is not None and each.status is AnswerStatus.ANSWERED:
            return each
        periods = list(reading.years)
        if best.score < SURE or not printed_absent(best, ranked, periods) or self._another(best):
            return None
        return stated_reason(self._missing(best, periods, intent), best, wording.content, self._view, periods)

    def _kept_row(self, best: Candidate, ranked: Sequence[Candidate], intent: Intent, reading: Reading) -> Candidate:
        """The row of a table for the same thing, where it says as much: there a report keeps its figures, and their course."""
        series = series_of(best)
        course = intent in {Intent.TREND, Intent.CHANGE, Intent.SUM, Intent.AVERAGE, Intent.RANK}
        if series.origin is Origin.TABLE or (course and len(series.valued) > 1):
            return best
        for c in ranked[:20]:
            s = c.series
            if s is None or s.origin is not Origin.TABLE or c.score < best.score - _AS_GOOD or not self.acceptable(c):
                continue
            same = s.metric is not None and s.metric == series.metric and dimensions_of(s) == dimensions_of(series)
            longer = course and len(s.valued) > 1 and c.said == 1.0 and dimensions_of(s) >= dimensions_of(series)
            enough = all(s.at(p) is not None for p in reading.years) and s.measures == series.measures
            if (same or longer) and enough and c.explained >= best.explained - _AS_CLEAR:
                return c
        return best

    def _named_extreme(self, wording: Wording, reading: Reading) -> bool:
        """Whether a superlative belongs to the name of one figure, such as the largest shareholder's stake, and ranks nothing."""
        best = next(iter(self.candidates(wording, reading)), None)
        if best is None or best.series is None or not self.acceptable(best):
            return False
        return re.search(rf"\b{SUPERLATIVE}\b", fold(best.series.indicator)) is not None

    def _names_part(self, candidate: Candidate, best: Candidate) -> bool:
        """Whether a candidate nearly as good as the best is of the part that the question names."""
        near = candidate.series is not None and self.acceptable(candidate) and candidate.score >= best.score - _AS_GOOD
        return near and candidate.explained >= best.explained and not self._another(candidate)

    def _prints(self, best: Candidate | None, reading: Reading) -> bool:
        """Whether the best candidate is a printed share for the period asked for."""
        if best is None or best.series is None or not self.acceptable(best) or best.explained < _PRINTED:
            return False
        asked = self.wording(reading.folded).content
        own = (t for t in terms(best.series.label) if not any(t.matches(q) for q in asked))
        if best.series.dimensions and any(self._view.linker.weight(t) >= _TELLING for t in own):
            return False
        period = reading.years[0] if reading.years else self._view.period
        return Measure.SHARE in best.series.measures and best.series.at(period) is not None

    def _reasoned(self, draft: Draft, best: Candidate, wording: Wording, periods: Sequence[str]) -> Draft:
        """The abstention, or the company's own words on why the figure is not there."""
        return stated_reason(draft, best, wording.content, self._view, periods) or draft

    def _of_series(self, best: Candidate, ranked: Sequence[Candidate], intent: Intent, reading: Reading) -> Draft:
        series = best.series
        assert series is not None  # noqa: S101 - narrowed by the caller
        periods = periods_of(series, intent, reading, self._view.period or "")
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
            if share_only and intent is Intent.LOOKUP and reading.has("how many"):
                return self._no_count(best, periods)
        missing = [p for p in periods if series.at(p) is None]
        if missing:
            alternative = self._other_source(best, ranked, periods)
            if alternative is None:
                alternative = self._joined(best, periods)
            if alternative is None:
                return self._worded(best, missing, intent) or self._missing(best, missing, intent)
            series, best = alternative.series or series, alternative
            inside = periods_of(series, intent, reading, self._view.period or "")
            periods = inside if all(series.at(p) is not None for p in inside) else periods
        if intent is Intent.TREND and len(periods) > 1:
            return self._trend(best, periods, intent, reading)
        if intent is Intent.CHANGE and len(periods) > 1:
            return self._change(best, periods, reading)
        if intent is Intent.SUM and share_only and len(periods) > 1:
            return self._trend(best, periods, intent, reading)  # rates of several years add up to nothing
        if intent in {Intent.SUM, Intent.AVERAGE} and len(periods) > 1:
            return self._total(best, periods, intent)
        if intent is Intent.RANK:
            return self._best_period(best, reading)
        return self._lookup(best, periods, intent, reading)
