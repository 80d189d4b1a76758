"""Linking a question to what can be measured: the series of the reports and the metrics of the catalogue.

A candidate is scored by three views of the same wording: how much of the question its names explain, how much of a name
the question says, and how near both are in meaning (embeddings). Metrics of the catalogue that no report measures compete
with the series: when the question means one of those, the nearest figure must not answer for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tieout.ask.figures.naming import (
    PART_OF_ROW,
    RELATIVE,
    abbreviations_of,
    measures_of,
    names_of,
    rows_above,
    same_kind,
    splits,
)
from tieout.ask.figures.row_scores import QUALIFIED, Query, Row, best_name, called, qualified, unsaid
from tieout.ask.figures.scope_totals import scope_totals
from tieout.ask.figures.series import Series
from tieout.ask.ports import Retrieval
from tieout.ask.wording.bounds import bounds, outside
from tieout.ask.wording.distinctions import ACTORS, QUALIFIERS, SCOPES, SUBJECTS
from tieout.ask.wording.emission_scopes import other_scopes, scopes_in, scopes_meant
from tieout.ask.wording.extent import Extent, extent_of, misfit
from tieout.ask.wording.question import Measure, Reading
from tieout.ask.wording.weighing import Asked, Heard, Name, Weights
from tieout.ask.wording.words import Term, concepts
from tieout.model import Catalogue, Metric, Origin
from tieout.patterns import lazy
from tieout.text import fold

_MISSING_DIMENSION, _OTHER_MEASURE, _PER_HEAD, _RATIO, _OTHER_CLASS = 0.20, 0.18, 0.15, 0.15, 1.0
_REACHED = 0.2
_OTHER_TIME, _TIMES = 0.4, frozenset({Measure.HOURS, Measure.DAYS})
_UNSAID, _REST = 0.14, 0.10
_OTHER_RATE, _OTHER_SCOPE, _NO_SCOPE, _OTHER_ACTOR = 0.25, 0.35, 0.10, 0.25
_ORIGIN = {Origin.TABLE: 0.05, Origin.HIGHLIGHT: 0.02, Origin.TEXT: 0.0}
_PART_WORDS = lazy(r"\b(?:other|of which|thereof|excluding|without|remaining|further)\b")
_SPLIT = lazy(r"\bby (?:\w+ ){0,3}\w+$")
_IN_TOTAL = lazy(r"\b(?:total|altogether|overall|in all)\b")
_BREAKDOWN = lazy(r"\b(?:broken down|split|divided|breakdown) by\b.*", re.IGNORECASE)
_NEGATED = lazy(r"\b(?:not|non)\b")
_NOT = lazy(r"\bnot (\w{4,})")
_YEAR = lazy(r"\b(?:19|20)\d\d\b")
_ADOPTING, _WORTH, _LIKE, _LONG = 6, 0.55, 0.77, 140
_IS_TOTAL, TOTALS = 0.05, frozenset({"total", "totals", "grand total", "overall", "sum", "group total"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing the question may mean: a series, or a metric that no report of the scope measures (``series`` is None).

    ``score`` orders candidates; ``explained`` is the share of the question's content that its names account for, 0..1;
    ``nearness`` the best cosine similarity; ``unexplained`` the words left over; ``said`` the share of the dimension
    values that the question says, 0..1.
    """

    series: Series | None
    metric: Metric | None
    name: str
    score: float
    explained: float
    nearness: float
    unexplained: tuple[str, ...]
    said: float


class Linker:
    """Names of everything that can be asked for, weighed once and asked many times: series in scope, known metrics."""

    def __init__(self, series: Sequence[Series], catalogue: Catalogue, retrieval: Retrieval) -> None:
        self._retrieval = retrieval
        split = [m for m in catalogue.metrics if m.dimension and len(m.members) > 1]
        sums = scope_totals(series, catalogue)
        also = [
            (*(m for m in split if splits(m, s)), *((total,) if total is not None else ()))
            for s, total in zip(series, sums, strict=True)
        ]
        long = {n: m.label for m in catalogue.metrics for n in m.synonyms if n.isupper() and 2 < len(n) < 8}
        own = abbreviations_of(series)
        names = [names_of(s, more, {**long, **own.get(s.report, {})}) for s, more in zip(series, also, strict=True)]
        synonyms = {m.id: (m.label, *m.synonyms) for m in catalogue.metrics}
        self._texts = tuple(
            dict.fromkeys([*(n for own in names for n in own), *(n for s in synonyms.values() for n in s)])
        )
        self._weights = Weights(self._texts)
        self.weight = self._weights.weight
        self.tells = self._weights.tells
        self.tells_extents = any(s.extent.told for s in series)
        known = {text: Name(number, text, self._weights) for number, text in enumerate(self._texts)}
        self._heard = Heard(tuple(known.values()))
        self._folded = {text: fold(text) for text in self._texts}
        abbreviations = {
            n: frozenset().union(*(known[name].concepts for name in synonyms[m.id]))
            for m in catalogue.metrics for n in m.synonyms if n in long
        }  # fmt: skip
        above = rows_above(series)
        self._rows = tuple(
            self._row(s, tuple(known[n] for n in own), abbreviations, total, above.get(id(s), ""))
            for s, own, total in zip(series, names, sums, strict=True)
        )
        measured = {s.metric.id for s in series if s.metric is not None} | {m.id for more in also for m in more}
        self._absent = tuple(
            (m, measures_of(m), tuple(known[n] for n in synonyms[m.id]))
            for m in catalogue.metrics
            if m.id not in measured
        )
        self._metric_names = {m.id: tuple(known[n] for n in synonyms[m.id]) for m in catalogue.metrics}
        self._in_tables = {s.metric.id for s in series if s.metric is not None and s.origin is Origin.TABLE}
        self._unlinked = tuple(
            r for r in self._rows
            if r.series.metric is None and r.series.origin is Origin.TABLE and 0 < len(r.series.indicator) <= _LONG and r.series.valued
        )  # fmt: skip

    def _row(
        self,
        s: Series,
        names: tuple[Name, ...],
        abbreviations: dict[str, frozenset[str]],
        total: Metric | None,
        above: str,
    ) -> Row:
        spelled = [abbreviations.get(word.strip("(),:;"), frozenset[str]()) for word in s.indicator.split()]
        dimensions = tuple(t.concepts for t in s.dimension_terms)
        group = s.group.rpartition(" > ")[2]
        label = f"{group} {s.indicator}" if _SPLIT.search(fold(group)) else s.indicator
        printed = Name(-1, _BREAKDOWN.sub(" ", _YEAR.sub(" ", label)), self._weights)
        extra = concepts(s.group) | concepts(above) | concepts(s.unit) | frozenset().union(*spelled, *dimensions)
        said = frozenset().union(*(n.concepts for n in names), extra)
        subjects = SUBJECTS & concepts(f"{s.group} {s.metric.label if s.metric is not None else ''}")
        part = _PART_WORDS.search(fold(s.indicator)) is not None
        named = (s.indicator, s.metric.label if s.metric is not None else "", total.label if total is not None else "")
        scopes = next(filter(None, map(scopes_in, named)), frozenset[str]())
        return Row(s, names, printed, extra, dimensions, QUALIFIERS & said, subjects, scopes, part)

    def link(self, focus: str, content: Sequence[Term], reading: Reading, *, family: bool = False) -> list[Candidate]:
        """Candidates for a question, best first.

        Args:
            focus: the wording that names the thing, without company, years and question words.
            content: its terms.
            reading: what else the question says.
            family: the question is about all members of a dimension, so that values need not be said.
        """
        asked = Asked(content, self._weights)
        near = self._retrieval.similarity(focus, self._texts)
        asked_of = extent_of(reading.folded) if self.tells_extents else Extent()
        query = Query(asked, near, self._heard.by(asked), reading, family, bounds(reading.folded), asked_of)
        found = [self._of_row(row, row.names, query) for row in self._rows]
        found += [self._of_metric(m, measures, names, query) for m, measures, names in self._absent]
        return sorted(self._adopt(sorted(found, key=self._order), query), key=self._order)

    def _order(self, candidate: Candidate) -> tuple[float, str, int, str]:
        """Best score first; of rows that are as good, the one in the larger table, where a report keeps its figures."""
        series, folded = candidate.series, self._folded[candidate.name]
        if series is None:
            return (-candidate.score, folded, 0, "")
        return (-candidate.score, folded, -series.neighbours, series.label)

    def _of_row(self, row: Row, names: tuple[Name, ...], query: Query) -> Candidate:
        s, asked, reading = row.series, query.asked, query.reading
        score, best, mask = best_name(names, row.extra, query)
        heard = sum(not d.isdisjoint(asked.concepts) for d in row.dimensions)
        said = heard / len(row.dimensions) if row.dimensions else 1.0
        if row.dimensions and not query.family:
            score -= _MISSING_DIMENSION * (1 - said)
        wanted = reading.measure
        counted = wanted is Measure.COUNT and Measure.SHARE not in s.measures and not s.measures & _TIMES
        # "TRIR" is a rate by its long form, whatever unit is printed.
        rated = wanted is Measure.SHARE and "rate" in row.extra and "rate" in asked.concepts
        if wanted is not Measure.ANY and wanted not in s.measures and not counted and not rated:
            timed = wanted in _TIMES or (wanted is Measure.COUNT and s.measures & _TIMES)
            score -= _OTHER_TIME if timed else _OTHER_MEASURE
        if (
            wanted is Measure.SHARE
            and row.subjects
            and row.subjects.isdisjoint(asked.concepts)
            and not called(row, asked)
        ):
            score -= _OTHER_RATE  # the turnover rate of the young is not their share of the staff
        asked_scopes = scopes_in(reading.folded)
        if other_scopes(scopes_meant(reading.folded), row.scopes):
            score -= _OTHER_SCOPE
        elif asked_scopes and not row.scopes and not scopes_in(s.group):
            score -= _NO_SCOPE
        actors, asked_actors = ACTORS & (row.printed.concepts | row.extra), ACTORS & asked.concepts
        if actors and asked_actors and actors.isdisjoint(asked_actors):
            score -= _OTHER_ACTOR
        if s.per_head and not reading.per_head:
            score -= _PER_HEAD * (2 if _IN_TOTAL.search(reading.folded) else 1)
        elif reading.per_head and not s.per_head and Measure.COUNT not in s.measures:
            score -= _PER_HEAD / 3
        if s.relative and not s.per_head and not RELATIVE.search(reading.folded):
            score -= _RATIO
        # "Of which gas" is no smaller thing than what is asked for, where that is gas.
        named = PART_OF_ROW.match(s.indicator) is not None and all(
            c & SCOPES or not asked.concepts.isdisjoint(c) for c, _ in row.printed.parts
        )
        if (row.part and not named and not _PART_WORDS.search(reading.folded)) or s.ambiguous:
            score -= _REST
        if "target" in asked.concepts and not any("target" in c for c in (row.printed.concepts, *row.dimensions)):
            score -= _REACHED  # a heading that speaks of goals makes no target of what was reached
        if outside(query.classes, s.label):
            score -= _OTHER_CLASS
        if fold(s.indicator) in TOTALS:
            score += _IS_TOTAL  # a row called so stands for its group
        score -= misfit(query.extent, s.extent) + qualified(row, asked) + _denied(s.label, reading.folded)
        score += _ORIGIN[s.origin] - _UNSAID * unsaid(row, best, asked, family=query.family)
        nearness = max([query.near[n.number] for n in names])
        return Candidate(s, s.metric, best.text, score, asked.share(mask), nearness, asked.unsaid(mask), said)

    def _of_metric(
        self, metric: Metric, measures: frozenset[Measure], names: tuple[Name, ...], query: Query
    ) -> Candidate:
        score, best, mask = best_name(names, frozenset(), query)
        asked = query.asked
        if query.reading.measure not in measures:
            score -= _OTHER_MEASURE
        if other_scopes(scopes_in(query.reading.folded), scopes_in(metric.label)):
            score -= _OTHER_SCOPE
        if "_per_" in metric.quantity_kind and not query.reading.per_head and not RELATIVE.search(query.reading.folded):
            score -= _RATIO
        if _NEGATED.search(fold(best.text)) and not _NEGATED.search(query.reading.folded):
            score -= QUALIFIED
        nearness = max([query.near[n.number] for n in names])
        return Candidate(None, metric, best.text, score, asked.share(mask), nearness, asked.unsaid(mask), 1.0)

    def _adopt(self, found: list[Candidate], query: Query) -> list[Candidate]:
        """Candidates with rows that no metric was linked to standing in for a metric the question means.

        A row counts as measuring a metric here when its printed label is near to one of the metric's names and their
        kinds of quantity agree; it lends the row the metric's synonyms for this question, nothing more.
        """
        wanted = {c.metric.id: c.metric for c in found[:_ADOPTING] if c.metric is not None and c.score >= _WORTH}
        for metric in wanted.values():
            # A row that says no word of the question is not what it asks for, however near a synonym: equity is not pay equity.
            rows = [
                r for r in self._unlinked
                if same_kind(metric, r.series) and not query.asked.concepts.isdisjoint(r.printed.concepts | r.extra)
            ]  # fmt: skip
            if metric.id in self._in_tables or not rows:
                continue
            labels = [r.series.indicator for r in rows]
            names = self._metric_names[metric.id]
            alike = [self._retrieval.similarity(n.text, labels) for n in names]
            best = sorted(((max(scores), r) for r, *scores in zip(rows, *alike, strict=True)), key=lambda b: -b[0])
            for likeness, row in best[:3]:
                if likeness < _LIKE:
                    break
                again = self._of_row(row, (*row.names, *names), query)
                found = [
                    c for c in found if c.series is not row.series and not (c.series is None and c.metric is metric)
                ]
                found.append(replace(again, metric=metric))
        return found


def _denied(label: str, question: str) -> float:
    """The penalty where one of a label and a question says "not anchored", and the other "anchored"."""
    if " not " not in question and " not " not in label.lower():
        return 0.0
    own, asked = set(_NOT.findall(fold(label))), set(_NOT.findall(question))
    if own == asked:
        return 0.0
    unasked = any(w in question for w in own - asked)
    return QUALIFIED if unasked or any(w in fold(label) for w in asked - own) else 0.0
