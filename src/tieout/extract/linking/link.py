"""The walk over all observations: one subject, one best metric, one canonical value each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from tieout.extract.kpi.lexicon import AHEAD_WORDS
from tieout.extract.linking.canonical import canonical_value
from tieout.extract.linking.holding import counts_some
from tieout.extract.linking.match import THRESHOLD, UNITLESS, UNITLESS_THRESHOLD, score
from tieout.extract.linking.names import Entry, Index, build_index
from tieout.extract.linking.subject import Subject, subject_of
from tieout.model import Catalogue, Metric, Observation, Origin
from tieout.text import fold

_DENIED = re.compile(r"\b(?:not|non)[-\s](?:taxonomy[-\s])?(?P<word>[a-z]{4,})")
_SPLIT_FIRST = 1.1
"""What the score of a split counts beside that of the metric it splits."""


def link_metrics(observations: Iterable[Observation], catalogue: Catalogue) -> tuple[Observation, ...]:
    """The observations with metric, score and canonical value filled in, in the same order.

    A metric is linked only where label, headings, dimensions and unit agree (score of at least ``THRESHOLD``); others
    keep "" and the canonical form of their own unit. Columns that compare years or state changes are never linked.
    """
    index = build_index(catalogue)
    metrics = {metric.id: metric for metric in catalogue.metrics}
    remembered: dict[Subject, tuple[str, float]] = {}
    linked: list[Observation] = []
    for observation in observations:
        subject = subject_of(observation)
        if subject not in remembered:
            remembered[subject] = best_metric(index, subject)
        name, surely = remembered[subject]
        metric = metrics.get(name)
        if metric is not None and (
            _is_other_series(observation, metric)
            or _is_bare_year(observation, metric)
            or _is_broken_count(observation, metric)
            or counts_some(observation, subject)
            or _denies(observation, metric)
        ):
            metric, surely = None, 0.0
        linked.append(_filled(observation, subject, metric, surely))
    return tuple(linked)


def best_metric(index: Index, subject: Subject) -> tuple[str, float]:
    """The metric with the highest score and that score, or ("", 0.0); a split goes a little before its whole."""
    candidates = {at for concept in subject.all for at in index.by_concept.get(concept, ())}
    best, highest = ("", 0.0), 0.0
    for at in sorted(candidates):
        entry = index.entries[at]
        found = round(score(index, entry, subject), 4)
        rank = found * _SPLIT_FIRST if entry.split else found
        if found >= _threshold(entry, subject) and rank > highest:
            best, highest = (entry.metric.id, found), rank
    return best


def _threshold(entry: Entry, subject: Subject) -> float:
    """A physical quantity or an amount printed without a unit we know must be named all the more surely."""
    unitless = entry.metric.quantity_kind in UNITLESS
    return THRESHOLD if subject.unit is not None or unitless else UNITLESS_THRESHOLD


def _is_bare_year(observation: Observation, metric: Metric) -> bool:
    """Whether the figure is a year where the metric wants a quantity ("Target horizon: 2030")."""
    raw = observation.raw_value.strip()
    return (
        not observation.unit
        and len(raw) == 4
        and raw.isdigit()
        and raw[:2] in {"19", "20"}
        and "count" not in metric.quantity_kind
    )


def _denies(observation: Observation, metric: Metric) -> bool:
    """Whether a label denies what the metric is named for ("not taxonomy-eligible", "non-renewable")."""
    named = fold(metric.label)
    words = set(re.split(r"[^a-z]+", named))
    if words & {"not", "non", "excluding", "without"}:
        return False
    return any(m["word"] in words for m in _DENIED.finditer(fold(observation.indicator)))


def _is_broken_count(observation: Observation, metric: Metric) -> bool:
    """Whether a sentence gives a number with decimals and no unit where the metric counts things."""
    return (
        observation.origin is Origin.TEXT
        and not observation.unit
        and observation.value is not None
        and observation.value != observation.value.to_integral_value()
        and metric.quantity_kind in {"count", "headcount", "participations"}
    )


def _is_other_series(observation: Observation, metric: Metric) -> bool:
    """Whether a figure is a change, or a target, plan or forecast where the metric is no target."""
    series = [fold(d.value) for d in observation.dimensions if d.type == "series"]
    ahead = any(set(value.replace("(", " ").replace(")", " ").split()) & AHEAD_WORDS for value in series)
    aimed = ahead and "target" not in metric.label.casefold()
    return aimed or any(w in value for value in series for w in ("change", "vs", "variation", "delta", "+/-"))


def _filled(observation: Observation, subject: Subject, metric: Metric | None, surely: float) -> Observation:
    value, unit = (None, "")
    if observation.value is not None:
        value, unit = canonical_value(observation.value, subject.unit, metric)
    return replace(
        observation,
        metric=metric.id if metric is not None else "",
        metric_score=surely,
        value_canonical=value,
        unit_canonical=unit,
    )
