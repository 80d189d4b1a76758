"""What the ontology knows, as plain data read once, for everything that knows no RDF."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Metric:
    """A metric of the catalogue. ``units`` are (accepted unit, factor to the canonical unit)."""

    id: str
    label: str
    synonyms: tuple[str, ...]
    pillar: str
    topic: str
    quantity_kind: str
    unit: str
    units: tuple[tuple[str, Decimal], ...]
    denominator: str
    dimension: str
    members: tuple[str, ...]
    direction: str
    clauses: tuple[str, ...]
    verified: bool
    source: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a framework: what a standard asks. ``id`` is "gri:305-2" (newest edition) or "gri:102-8@2016"."""

    id: str
    framework: str
    code: str
    edition: str
    version: str
    parent: str
    level: str
    obligation: str
    label: str
    description: str
    quantitative: bool
    unit_hint: str
    verified: bool
    source: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic with its broader topic and the clauses and goals that belong to it."""

    id: str
    label: str
    synonyms: tuple[str, ...]
    pillar: str
    broader: str
    definition: str
    clauses: tuple[str, ...]
    goals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Goal:
    """A UN Sustainable Development Goal ("13") or target ("13.2")."""

    id: str
    label: str
    parent: str
    color: str


@dataclass(frozen=True, slots=True)
class Mapping:
    """A crosswalk: relation exact, close, broad, narrow or related; confidence high, medium or low."""

    source_id: str
    target_id: str
    relation: str
    confidence: str
    verified: bool
    source: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The ontology as plain data, for extractors that know no RDF. Each tuple is sorted by id."""

    metrics: tuple[Metric, ...] = ()
    clauses: tuple[Clause, ...] = ()
    topics: tuple[Topic, ...] = ()
    goals: tuple[Goal, ...] = ()
    mappings: tuple[Mapping, ...] = ()
    version: str = ""

    def __hash__(self) -> int:
        """By the version alone, which tells the files apart: what is kept for a catalogue is looked up often."""
        return hash(self.version)
