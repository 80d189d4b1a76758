"""Linking a question to what can be measured: the series of the reports and the metrics of the catalogue.

A candidate is scored by three views of the same wording: how much of the question its names explain, how much of a name
the question says, and how near both are in meaning (embeddings). Metrics of the catalogue that no report measures compete
with the series: when the question means one of those, the nearest figure must not answer for it.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tieout.ask.lexicon import LIGHT
from tieout.ask.ports import Retrieval
from tieout.ask.question import Measure, Reading
from tieout.ask.series import Series
from tieout.ask.words import Term, concepts, stem, terms
from tieout.model import Catalogue, Metric, Origin
from tieout.text import fold

_GENERIC = frozenset(
    [
        "number",
        "total",
        "rate",
        "share",
        "average",
        "company",
        "year",
        "month",
        "gender",
        "age",
        "region",
        "category",
        "purchase",
        "use",
        "consumption",
        "cost",
        "person",
    ]
)
_GENERIC_WEIGHT = 0.35
_LIGHT_STEMS = frozenset(stem(w) for w in LIGHT)
_LIGHT_WEIGHT = 0.25

# The weight of each view, found on labels and synonyms of the catalogue (each synonym asked against all other names).
_SEMANTIC, _NAME, _QUESTION = 0.40, 0.25, 0.35
_MISSING_DIMENSION, _OTHER_MEASURE, _OTHER_PER_HEAD = 0.20, 0.18, 0.15
_UNSAID, _REST, _QUALIFIED = 0.12, 0.10, 0.15
_QUALIFIERS = frozenset(
    "target location_based market_based hazardous non_hazardous female male renewable cumulative reduction senior junior overseas".split()
)
_ORIGIN = {Origin.TABLE: 0.04, Origin.HIGHLIGHT: 0.02, Origin.TEXT: 0.0}
_RELATIVE = re.compile(r"\b(?:per|intensity|each|ratio|rate|relative|specific|quotient)\b|/")
_ADOPTING, _WORTH, _LIKE, _LONG = 6, 0.55, 0.77, 140
_PART_WORDS = re.compile(r"\b(?:other|of which|thereof|excluding|without|remaining|further)\b")


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
    """Names of everything that can be asked for, weighed once and asked many times.

    Args:
        series: the series in scope.
        catalogue: what the ontology knows.
        retrieval: nearness in meaning.
    """

    def __init__(self, series: Sequence[Series], catalogue: Catalogue, retrieval: Retrieval) -> None:
        self._retrieval = retrieval
        self.series = tuple(series)
        self._unlinked = tuple(
            s
            for s in self.series
            if s.metric is None and s.origin is Origin.TABLE and s.indicator and len(s.indicator) <= _LONG and s.valued
        )
        self._abbreviations = {
            name: terms(m.label)
            for m in catalogue.metrics
            for name in m.synonyms
            if name.isupper() and 2 < len(name) < 8
        }
        splits = [m for m in catalogue.metrics if m.dimension and len(m.members) > 1]
        self._also = {id(s): tuple(m for m in splits if _splits(m, s)) for s in self.series}
        measured = {s.metric.id for s in self.series if s.metric is not None}
        measured |= {m.id for also in self._also.values() for m in also}
        self._absent = tuple(m for m in catalogue.metrics if m.id not in measured)
        names: dict[str, None] = {}
        for one in self.series:
            names.update(dict.fromkeys(self._names_of(one)))
        for metric in catalogue.metrics:
            names.update(dict.fromkeys((metric.label, *metric.synonyms)))
        self._names = tuple(names)
        self._terms = {name: terms(name) for name in self._names}
        counts = Counter(c for name in self._names for c in {c for t in self._terms[name] for c in t.concepts})
        self._idf = {c: math.log(1 + len(self._names) / (1 + n)) for c, n in counts.items()}
        self._rare = math.log(1 + len(self._names))
        self.dimension_concepts = frozenset(c for s in self.series for t in s.dimension_terms for c in t.concepts)

    def _names_of(self, s: Series) -> tuple[str, ...]:
        """The names of a series and of the catalogue's split metrics that it is one part of."""
        return (*s.names, *(name for m in self._also[id(s)] for name in (m.label, *m.synonyms)))

    def weight(self, term: Term) -> float:
        """How much a term tells, from how many names have it."""
        weight = min(self._idf.get(c, self._rare) for c in term.concepts)
        if not term.concepts.isdisjoint(_GENERIC):
            return weight * _GENERIC_WEIGHT
        return weight * _LIGHT_WEIGHT if term.concepts <= _LIGHT_STEMS else weight

    def link(self, focus: str, content: Sequence[Term], reading: Reading, *, family: bool = False) -> list[Candidate]:
        """Candidates for a question, best first.

        Args:
            focus: the wording that names the thing, without company, years and question words.
            content: its terms.
            reading: what else the question says.
            family: the question is about all members of a dimension, so that values need not be said.
        """
        near = dict(zip(self._names, self._retrieval.similarity(focus, self._names), strict=True))
        total = sum(self.weight(t) for t in content) or 1.0
        found = [self._series_candidate(s, content, total, near, reading, family) for s in self.series]
        found += [self._metric_candidate(m, content, total, near) for m in self._absent]
        found.sort(key=_rank)
        return sorted(self._adopt(found, content, total, near, reading, family), key=_rank)

    def _adopt(
        self, found: list[Candidate], content: Sequence[Term], total: float, near: dict[str, float], reading: Reading, family: bool
    ) -> list[Candidate]:  # fmt: skip
        """Candidates with rows that no metric was linked to standing in for a metric the question means.

        A row counts as measuring a metric here when its printed label is near to the metric's own and their kinds of
        quantity agree; it lends the row the metric's synonyms for this question, nothing more.
        """
        tables = {s.metric.id for s in self.series if s.metric is not None and s.origin is Origin.TABLE}
        wanted = dict.fromkeys(
            c.metric.id
            for c in found[:_ADOPTING]
            if c.metric is not None and c.score >= _WORTH and c.metric.id not in tables
        )
        metrics = {c.metric.id: c.metric for c in found[:_ADOPTING] if c.metric is not None}
        for identifier in wanted:
            metric = metrics[identifier]
            rows = [s for s in self._unlinked if _same_kind(metric, s)]
            labels = [s.indicator for s in rows]
            alike = (
                [self._retrieval.similarity(name, labels) for name in (metric.label, *metric.synonyms)] if rows else []
            )
            best = (
                [(x, s) for s, *scores in zip(rows, *alike, strict=True) if (x := max(scores)) >= _LIKE] if rows else []
            )
            for _, s in sorted(best, key=lambda b: -b[0])[:3]:
                names = (*s.names, metric.label, *metric.synonyms)
                again = self._series_candidate(s, content, total, near, reading, family, names=names)
                found = [c for c in found if c.series is not s and not (c.series is None and c.metric is metric)]
                found.append(replace(again, metric=metric))
        return found

    def _names_score(
        self, names: Iterable[str], extra: Sequence[Term], content: Sequence[Term], total: float, near: dict[str, float]
    ) -> tuple[float, str, float, frozenset[Term]]:
        best = (-1.0, "", 0.0, frozenset[Term]())
        for name in names:
            own = self._terms[name]
            weight = sum(self.weight(t) for t in own) or 1.0
            hit = sum(self.weight(t) for t in own if any(t.matches(q) for q in content))
            explained = frozenset(q for q in content if any(q.matches(t) for t in (*own, *extra)))
            share = sum(self.weight(q) for q in explained) / total
            score = _SEMANTIC * near[name] + _NAME * hit / weight + _QUESTION * min(1.0, share)
            if score > best[0]:
                best = (score, name, share, explained)
        return best

    def _series_candidate(
        self,
        s: Series,
        content: Sequence[Term],
        total: float,
        near: dict[str, float],
        reading: Reading,
        family: bool,
        names: tuple[str, ...] = (),
    ) -> Candidate:
        extra = (*s.dimension_terms, *terms(s.group), *terms(s.unit), *self._spelled(s))
        score, name, _, explained = self._names_score(names or self._names_of(s), extra, content, total, near)
        dims = s.dimension_terms
        said = sum(any(d.matches(q) for q in content) for d in dims) / len(dims) if dims else 1.0
        if dims and not family:
            score -= _MISSING_DIMENSION * (1 - said)
        asked = reading.measure
        if (
            asked not in s.measures
            and asked is not Measure.ANY
            and not (asked is Measure.COUNT and Measure.SHARE not in s.measures)
        ):
            score -= _OTHER_MEASURE
        if s.per_head != reading.per_head and (s.per_head or Measure.COUNT not in s.measures):
            score -= _OTHER_PER_HEAD if s.per_head else _OTHER_PER_HEAD / 3
        if s.relative and not s.per_head and not _RELATIVE.search(reading.folded):
            score -= _OTHER_PER_HEAD
        score += _ORIGIN[s.origin] - _UNSAID * self._unsaid(s, content) - self._qualified(s, content)
        if s.ambiguous:
            score -= _REST
        if _PART_WORDS.search(fold(s.indicator)) and not _PART_WORDS.search(reading.folded):
            score -= _REST
        return self._candidate(
            s, s.metric, name, score, content, explained, near, names or self._names_of(s), said, total
        )

    def _spelled(self, s: Series) -> tuple[Term, ...]:
        """The terms of the metrics whose abbreviations stand in a label."""
        return tuple(t for word in s.indicator.split() for t in self._abbreviations.get(word.strip("(),:;"), ()))

    def _qualified(self, s: Series, content: Sequence[Term]) -> float:
        """The penalty for words that make another figure of it ("target", "market-based") and stand on one side only."""
        own = frozenset(
            c for text in (*self._names_of(s), s.group, *(d.value for d in s.dimensions)) for t in terms(text) for c in t.concepts
        )  # fmt: skip
        printed = frozenset(c for t in terms(s.indicator) for c in t.concepts)
        asked = frozenset(c for q in content for c in q.concepts)
        unheard = len(_QUALIFIERS & asked - own)
        unasked = len(_QUALIFIERS & printed - asked)
        return _QUALIFIED * unheard + _QUALIFIED / 2 * unasked

    def _unsaid(self, s: Series, content: Sequence[Term]) -> float:
        """The share of the printed label that neither the question nor the metric nor a dimension says, 0..1."""
        known = [*content, *s.dimension_terms, *terms(s.group)]
        if s.metric is not None:
            known += [t for n in (s.metric.label, *s.metric.synonyms) for t in terms(n)]
        own = terms(s.indicator)
        total = sum(self.weight(t) for t in own) or 1.0
        return sum(self.weight(t) for t in own if not any(t.matches(k) for k in known)) / total

    def _metric_candidate(self, m: Metric, content: Sequence[Term], total: float, near: dict[str, float]) -> Candidate:
        names = (m.label, *m.synonyms)
        score, name, _, explained = self._names_score(names, (), content, total, near)
        return self._candidate(None, m, name, score, content, explained, near, names, 1.0, total)

    def _candidate(
        self, series: Series | None, metric: Metric | None, name: str, score: float, content: Sequence[Term],
        explained: frozenset[Term], near: dict[str, float], names: Iterable[str], said: float, total: float,
    ) -> Candidate:  # fmt: skip
        return Candidate(
            series=series,
            metric=metric,
            name=name,
            score=score,
            explained=sum(self.weight(q) for q in explained) / total,
            nearness=max(near[n] for n in names),
            unexplained=tuple(q.text for q in content if q not in explained),
            said=said,
        )


def _splits(metric: Metric, series: Series) -> bool:
    """Whether the series is one part of what a split metric of the catalogue ("… by gender") measures."""
    if series.metric is None or not series.dimensions:
        return False
    same = metric.topic == series.metric.topic and metric.quantity_kind == series.metric.quantity_kind
    wanted = concepts(metric.dimension.replace("_", " "))
    return same and any(not wanted.isdisjoint(concepts(d.type.replace("_", " "))) for d in series.dimensions)


def _rank(candidate: Candidate) -> tuple[float, str, str]:
    return (-candidate.score, candidate.name, candidate.series.label if candidate.series is not None else "")


def _same_kind(metric: Metric, series: Series) -> bool:
    """Whether a metric's kind of quantity and a row's unit agree."""
    kind, measures = metric.quantity_kind, series.measures
    if "percent" in kind or metric.unit == "%":
        return Measure.SHARE in measures
    if kind.startswith("currency"):
        return Measure.MONEY in measures
    if kind.startswith("mass"):
        return Measure.MASS in measures
    if kind.startswith("energy"):
        return Measure.ENERGY in measures
    return Measure.SHARE not in measures and Measure.MONEY not in measures
