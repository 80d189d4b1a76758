"""What a series can be called, and what kinds of quantity a metric can be asked for as."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tieout.ask.figures.series import Series
from tieout.ask.passages.abbreviations import written_out
from tieout.ask.wording.question import Measure
from tieout.ask.wording.words import concepts, terms
from tieout.model import Metric, Origin
from tieout.patterns import lazy
from tieout.text import fold

RELATIVE = lazy(r"\b(?:per|intensity|each|ratio|rate|relative|specific|quotient)\b|/")
PART_OF_ROW = lazy(r"(?:of which|thereof|there ?of|davon|including:?)\b", re.IGNORECASE)
_GENERIC = frozenset(
    "employee number total share rate average gender age region category year hour per_employee work".split()
)


def rows_above(series: Sequence[Series]) -> dict[int, str]:
    """The label of the row that a row called "of which …" or "thereof …" is a part of, by the ``id`` of the part."""
    printed = sorted(
        (s for s in series if s.origin is Origin.TABLE and s.observations),
        key=lambda s: (*s.table, s.observations[0].passage.start),
    )
    found: dict[int, str] = {}
    whole: Series | None = None
    for s in printed:
        if PART_OF_ROW.match(s.indicator) is None:
            whole = s
        elif whole is not None and whole.table == s.table:
            found[id(s)] = whole.indicator
    return found


def abbreviations_of(series: Sequence[Series]) -> dict[str, dict[str, str]]:
    """What each report's own rows write out and shorten, by report: "paper, paperboard and cardboard (PPC)"."""
    labels: dict[str, list[str]] = {}
    for s in series:
        if s.indicator.endswith(")") or ") " in s.indicator:
            labels.setdefault(s.report, []).append(s.indicator)
    return {report: found for report, own in labels.items() if (found := written_out(own))}


def names_of(s: Series, also: Sequence[Metric], long: Mapping[str, str]) -> tuple[str, ...]:
    """The names of a series, its printed one with abbreviations written out, and those of split metrics it is a part of."""
    words = s.indicator.split()
    known = {w: long[w.strip("(),:;")] for w in words if w.strip("(),:;") in long}
    known = {w: name for w, name in known.items() if name not in s.indicator}
    more = (" ".join(known.get(w, w) for w in words),) if known else ()
    return tuple(dict.fromkeys((*s.names, *more, *(name for m in also for name in (m.label, *m.synonyms)))))


def splits(metric: Metric, series: Series) -> bool:
    """Whether the series is one part of what a split metric of the catalogue ("… by gender") measures."""
    if series.metric is None or not series.dimensions:
        return False
    same = metric.topic == series.metric.topic and metric.quantity_kind == series.metric.quantity_kind
    wanted = concepts(metric.dimension.replace("_", " "))
    # A topic has many split metrics: those who left by gender are not those on parental leave by gender.
    own = concepts(
        " ".join((series.group, series.indicator, series.unit, series.metric.label, *series.metric.synonyms))
    )
    said = (t.concepts for t in terms(metric.label) if not t.concepts & (_GENERIC | wanted))
    same = same and all(not own.isdisjoint(c) for c in said)
    return same and any(not wanted.isdisjoint(concepts(d.type.replace("_", " "))) for d in series.dimensions)


def measures_of(metric: Metric) -> frozenset[Measure]:
    """The kinds of quantity that a metric can be asked for as; all where a question's words do not tell them apart."""
    kind, everything = metric.quantity_kind, frozenset(Measure)
    if kind == "percent":
        return everything - {Measure.COUNT, Measure.MONEY}
    if kind in {"count", "headcount"}:
        return everything - {Measure.SHARE, Measure.MONEY}
    return everything


def same_kind(metric: Metric, series: Series) -> bool:
    """Whether a metric's kind of quantity and a row's unit agree."""
    kind, measures = metric.quantity_kind, series.measures
    if "_per_" in kind or kind in {"ratio", "rate"}:
        return series.relative or Measure.SHARE in measures or bool(RELATIVE.search(fold(series.indicator)))
    if "percent" in kind or metric.unit == "%":
        return Measure.SHARE in measures
    for start, measure in (("currency", Measure.MONEY), ("mass", Measure.MASS), ("energy", Measure.ENERGY)):
        if kind.startswith(start):
            return measure in measures
    return Measure.SHARE not in measures and Measure.MONEY not in measures
