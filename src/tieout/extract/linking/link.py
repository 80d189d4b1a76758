"""The walk over all observations: one subject, one best metric, one canonical value each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tieout.extract.linking.canonical import canonical_value
from tieout.extract.linking.match import THRESHOLD, UNITLESS, UNITLESS_THRESHOLD, score
from tieout.extract.linking.names import Entry, Index, build_index
from tieout.extract.linking.subject import Subject, subject_of
from tieout.model import Catalogue, Metric, Observation


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
        if metric is not None and (_is_change(observation) or _is_bare_year(observation, metric)):
            metric, surely = None, 0.0
        linked.append(_filled(observation, subject, metric, surely))
    return tuple(linked)


def best_metric(index: Index, subject: Subject) -> tuple[str, float]:
    """The metric with the highest score and that score, or ("", 0.0); ties go to a split, then to the smaller id."""
    candidates = {at for concept in subject.all for at in index.by_concept.get(concept, ())}
    best, best_split = ("", 0.0), False
    for at in sorted(candidates):
        entry = index.entries[at]
        found = round(score(index, entry, subject), 4)
        better = found > best[1] or (found == best[1] and bool(entry.split) and not best_split)
        if found >= _threshold(entry, subject) and better:
            best, best_split = (entry.metric.id, found), bool(entry.split)
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


def _is_change(observation: Observation) -> bool:
    return any(
        d.type == "series" and any(w in d.value.casefold() for w in ("change", "vs", "variation", "delta", "+/-"))
        for d in observation.dimensions
    )


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
