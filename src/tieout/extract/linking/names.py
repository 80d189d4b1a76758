"""The catalogue's metrics as sets of concepts; an observation meets only metrics that it shares a concept with."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from tieout.extract.linking.concepts import concepts
from tieout.model import Catalogue, Metric
from tieout.quantities import Unit, kind_family, parse_unit
from tieout.quantities.spellings import words_of

_UNKNOWN = 0.5
"""The weight of a word that no metric knows, as a part of the middling concept's weight: it may be mere wording."""
_SPLIT = re.compile(r"\bby (?P<name>[a-z ]+)$", re.IGNORECASE)
SPLIT_CONCEPTS = words_of(
    "gender age region category type contract employment education source by male female under over between other"
)
"""Concepts that name a split or its members, not what is split."""

DIMENSION_TYPES: dict[str, frozenset[str]] = {
    "gender": frozenset({"gender"}),
    "age_group": frozenset({"age"}),
    "age": frozenset({"age"}),
    "employee_category": frozenset({"category"}),
    "region": frozenset({"region"}),
    "employment_type": frozenset({"employment", "contract"}),
    "education": frozenset({"education"}),
}
"""A catalogue dimension to the dimension types that observations carry."""


@dataclass(frozen=True, slots=True)
class Name:
    """One label or synonym of a metric as a set of concepts."""

    text: str
    concepts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A metric ready for matching.

    ``kinds`` are the families of quantity kinds its accepted units have; ``split`` the dimension types that its members
    spread over ("Employees by gender"), empty for metrics that are one figure; ``concepts`` are those of all its names.
    """

    metric: Metric
    names: tuple[Name, ...]
    kinds: frozenset[str]
    split: frozenset[str]
    concepts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Index:
    """All entries, the entries of each concept, and the weight of each concept (rarer weighs more)."""

    entries: tuple[Entry, ...]
    by_concept: dict[str, tuple[int, ...]]
    weights: dict[str, float]
    unknown: float

    def weight(self, concept: str) -> float:
        """The concept's weight, also of words that no metric knows."""
        return self.weights.get(concept, self.unknown)


def _entry(metric: Metric) -> Entry:
    split: frozenset[str] = frozenset()
    texts = (metric.label, *metric.synonyms)
    is_split = _SPLIT.search(metric.label) is not None and metric.dimension in DIMENSION_TYPES
    if is_split:
        split = DIMENSION_TYPES[metric.dimension]
    names: dict[frozenset[str], str] = {}
    for text in texts:
        found = frozenset(concepts(text))
        if is_split:
            found -= SPLIT_CONCEPTS
        if found:
            names.setdefault(found, text)
    units = [parse_unit(text) for text, _ in metric.units] + [parse_unit(metric.unit)]
    kinds = {kind_family(unit.kind) for unit in units if unit is not None} | {metric.quantity_kind}
    every = frozenset(concept for found in names for concept in found)
    return Entry(metric, tuple(Name(text, found) for found, text in names.items()), frozenset(kinds), split, every)


@lru_cache(maxsize=4)
def build_index(catalogue: Catalogue) -> Index:
    """The index of a catalogue's metrics; concept weights are inverse document frequencies over the metrics."""
    entries = tuple(_entry(metric) for metric in catalogue.metrics)
    postings: dict[str, list[int]] = {}
    for at, entry in enumerate(entries):
        for concept in sorted(entry.concepts):
            postings.setdefault(concept, []).append(at)
    total = max(1, len(entries))
    weights = {c: 1.0 + math.log(total / len(found)) for c, found in sorted(postings.items())}
    unknown = sorted(weights.values())[len(weights) // 2] * _UNKNOWN if weights else 1.0
    return Index(entries, {c: tuple(found) for c, found in postings.items()}, weights, unknown)


def accepted_factor(metric: Metric, unit: Unit) -> Decimal | None:
    """The catalogue's own factor for this printed unit ("tons" of water, "Hour" of training a head), or None."""
    key = _key(unit.printed)
    for text, factor in metric.units:
        if _key(text) == key:
            return factor
    for text, factor in metric.units:
        known = parse_unit(text)
        if known is not None and (known.kind, known.canonical, known.factor) == (
            unit.kind,
            unit.canonical,
            unit.factor,
        ):
            return factor
    return None


def _key(text: str) -> str:
    return "".join(text.casefold().split())
