"""What every figure route shares: linking a wording, and putting together what is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tieout.ask.answer import Nearest, Value
from tieout.ask.draft import Draft
from tieout.ask.figures import calculate as calc
from tieout.ask.figures.linking import Candidate
from tieout.ask.figures.naming import PART_OF_ROW
from tieout.ask.figures.observed import (
    counts_a_deed,
    differ,
    dimensions_of,
    heard,
    of_another_series,
    reported,
    series_of,
)
from tieout.ask.figures.series import Series
from tieout.ask.plan import Intent, PlanEntity
from tieout.ask.view import View
from tieout.ask.wording.distinctions import ACTORS, PARTS, SPOKEN, SUBJECTS
from tieout.ask.wording.excluded import leaves_out_those
from tieout.ask.wording.extent import without_extent
from tieout.ask.wording.focus import content_terms, focus_text
from tieout.ask.wording.question import Measure, Reading
from tieout.ask.wording.scope import short_names
from tieout.ask.wording.words import Term, concepts, terms
from tieout.model import AnswerStatus, Observation, Origin, Passage

SURE = 0.50
"""The least score at which a series may answer."""
EXPLAINED = 0.55
"""The least share of the question's content that a series must account for, unless it is very near in meaning."""
VERY_NEAR, PARTLY = 0.72, 0.40
_SHARE_WORDS = frozenset("share proportion portion percentage percent part fraction".split())
_JOINED = frozenset({"new_hire"})
"""Those who joined are a part of the staff."""
_FULLER = 0.25
"""By how much more of the question a part of a row must say that stands before a row which says enough."""
_AGAIN, _LONG_NUMBER, _AS_NEAR, _LOOKED_AT = 2, 4, 0.05, 12


@dataclass(frozen=True, slots=True)
class Wording:
    """The part of a question that names one thing: its focus, its terms."""

    focus: str
    content: tuple[Term, ...]

    def without_shares(self) -> Wording:
        """It without the words that only ask for a share."""
        return replace(self, content=tuple(t for t in self.content if t.text not in _SHARE_WORDS))


class Told:
    """Linking and telling over one view."""

    def __init__(self, view: View) -> None:
        self._view = view

    def wording(self, text: str) -> Wording:
        """The focus of a text and its terms."""
        names = [n for o in self._view.organizations for n in short_names(o)]
        focus = focus_text(without_extent(text) if self._view.linker.tells_extents else text, names)
        return Wording(focus, content_terms(focus))

    def candidates(self, wording: Wording, reading: Reading, *, family: bool = False) -> list[Candidate]:
        """What the wording may mean, best first."""
        found = self._view.linker.link(wording.focus, wording.content, reading, family=family)
        return [
            c for c in found
            if c.series is None or not (
                counts_a_deed(c.series, wording.content) or of_another_series(c.series, reading, self._view.period)
                or leaves_out_those(reading, f"{c.series.group} {c.series.label}")
            )
        ]  # fmt: skip

    def leaves_unsaid(self, draft: Draft) -> bool:
        """Whether an answer leaves a telling word of the question out of account."""
        return draft.status is AnswerStatus.ANSWERED and any(
            self._view.linker.tells(t) for t in terms(" ".join(draft.unresolved))
        )

    @staticmethod
    def _unheard(best: Candidate) -> list[Term]:
        """The terms of the question that neither the name nor the row, its group or its metric says."""
        said = heard(best)
        return [t for word in best.unexplained for t in terms(word) if not t.concepts & said]

    def _other_subject(self, best: Candidate) -> bool:
        """Whether the question names another measured thing: those who left are not those who work there."""
        return any(t.concepts & SUBJECTS and t.text not in SPOKEN for t in self._unheard(best))

    def _another(self, best: Candidate) -> bool:
        """Whether the question names a part, or another measured thing, that the figure found says nothing of."""
        unheard = self._unheard(best)
        if any(t.text.isdigit() and len(t.text) < _LONG_NUMBER for t in unheard):
            return True  # a class, a level, a category that is named by its number
        return any(t.concepts & (PARTS | SUBJECTS | _JOINED) and t.text not in SPOKEN for t in unheard)

    def acceptable(self, candidate: Candidate) -> bool:
        """Whether a candidate is near enough to answer."""
        if candidate.score < SURE:
            return False
        return candidate.explained >= EXPLAINED or (candidate.nearness >= VERY_NEAR and candidate.explained >= PARTLY)

    def _clearer(self, ranked: Sequence[Candidate], reading: Reading) -> Candidate | None:
        """The best candidate; where it says too little, one as near that says most of the question.

        Where it says enough, only a part of it ("of which …") that the question names as well stands before it.
        """
        best = ranked[0] if ranked else None
        if best is None:
            return None
        split = best.series.split if best.series is not None else None
        meant = (c for c in ranked[:_LOOKED_AT] if c.series is not None and c.series.split == split and c.said == 1.0)
        whole = next((c for c in meant if best.said < 1.0 and c.explained > best.explained), None)
        if whole is not None:
            return whole  # of one split the part that the question names in full, though it prints no figure
        enough = best.explained >= PARTLY and self.acceptable(best)
        least = min(1.0, best.explained + (_FULLER if enough else PARTLY))
        near = (c for c in ranked[1:6] if c.series is not None and c.score >= best.score - _AS_NEAR)
        fit = (c for c in near if reading.measure is Measure.ANY or reading.measure in series_of(c).measures)
        fit = (c for c in fit if reading.measure is not Measure.SHARE or "%" in series_of(c).unit)
        if enough:
            fit = (c for c in fit if PART_OF_ROW.match(series_of(c).indicator) is not None)
        return next((c for c in fit if self.acceptable(c) and c.explained >= least), best)

    def _missing(self, best: Candidate, missing: Sequence[str], intent: Intent) -> Draft:
        series = series_of(best)
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

    def _worded(self, best: Candidate, missing: Sequence[str], intent: Intent) -> Draft | None:
        """The answer where the cells asked for hold words, or a ratio such as "1:11", and no figure; else None."""
        series = series_of(best)
        cells = [o for p in missing if (o := series.cell(p)) is not None and o.qualifier == "text" and o.raw_value]
        if not cells or len(cells) != len(missing) or best.nearness < VERY_NEAR:
            return None
        said = " and ".join(f"{o.raw_value} in {o.period}" for o in cells)
        return self._draft(
            best, intent, text=f"{said} ({series.organization}, {series.label}).", short=", ".join(o.raw_value for o in cells),
            found=cells, periods=missing,
        )  # fmt: skip

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
                or _of_others(series, other)
                or dimensions_of(other) != dimensions_of(series)
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

    def _printed_again(self, series: Series, found: Sequence[Observation]) -> list[Passage]:
        """Rows of other tables with the same figures for the same thing: they prove the answer as well."""
        if series.metric is None:
            return []
        again: list[Passage] = []
        for other in self._view.measuring.get((series.report, series.metric.id), ()):
            if other is series or other.origin is not Origin.TABLE or dimensions_of(other) != dimensions_of(series):
                continue
            cells = [other.at(o.period) for o in found]
            if (
                all(c is not None and c.value == o.value for c, o in zip(cells, found, strict=True))
                and cells[0] is not None
            ):
                again.append(cells[0].passage)
        return again[:_AGAIN]

    def _starts(self, series: Series) -> tuple[str, ...]:
        names = self._view.ports.names
        found = [names.metric(series.metric.id)] if series.metric is not None else []
        return (*found, names.organization(series.organization))

    def _entities(self, best: Candidate, told: Series | None = None) -> tuple[PlanEntity, ...]:
        """What the question was linked to; where a series is told for another, also the metric that it measures."""
        series = best.series
        metrics = dict.fromkeys(m for m in (best.metric, told.metric if told is not None else None) if m is not None)
        found = [PlanEntity("metric", m.label, self._view.ports.names.metric(m.id), best.score) for m in metrics]
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
        own = series or series_of(best)
        values = [reported(o) for o in found if o.value is not None]
        passages: dict[tuple[int, int, int], Passage] = {}
        for o in found:
            passages.setdefault((o.passage.page, o.passage.start, o.passage.end), o.passage)
        for p in self._printed_again(own, found):
            passages.setdefault((p.page, p.start, p.end), p)
        footnotes = [f"Note on page {n.page}: {n.quote}" for o in found for n in o.notes]
        return Draft(
            status=AnswerStatus.ANSWERED, intent=intent, text=text, short=short, values=((lead,) if lead else ()) + tuple(values),
            calculation=calculation, passages=tuple(passages.values()), starts=self._starts(own),
            query=("observation", (("observation", " ".join(o.iri for o in found)),)),
            notes=tuple(dict.fromkeys([*notes, *footnotes])), entities=self._entities(best, own), unresolved=best.unexplained,
            periods=tuple(periods), confidence=best.score,
        )  # fmt: skip


def _of_others(series: Series, other: Series) -> bool:
    """Whether two rows are of different people: the customers' score says nothing against that of the staff."""
    mine, theirs = (concepts(s.label) & ACTORS for s in (series, other))
    return bool(mine) and bool(theirs) and mine.isdisjoint(theirs)
