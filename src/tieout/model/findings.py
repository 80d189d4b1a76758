"""What extraction yields: observations, disclosures, entities, each with the Passage it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tieout.model.reading import Passage


class DisclosureStatus(StrEnum):
    """What a report says to a clause; ``stated_absent`` (its own words) and ``not_found`` (our silence) never merge."""

    REPORTED = "reported"
    PARTIAL = "partial"
    STATED_ABSENT = "stated_absent"
    NOT_FOUND = "not_found"


class Origin(StrEnum):
    """Where on the page a figure stood."""

    TABLE = "table"
    TEXT = "text"
    HIGHLIGHT = "highlight"


class Basis(StrEnum):
    """Whether the report says it or we concluded it."""

    STATED = "stated"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class Dimension:
    """One coordinate of a figure: type ("gender", "age", "region", "category", "contract" …) and value as printed."""

    type: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """A reported figure (or a cell printed as not disclosed) with the row it stands in.

    ``indicator`` is the label as printed, healed, at most 20 words, without its dimension's group; ``group`` the
    printed group headings above it. ``metric`` is a catalogue id or empty, ``metric_score`` 0..1 how sure that link is.
    ``value`` is the printed number (scale words of the unit are not multiplied in); ``value_canonical`` is converted to
    ``unit_canonical``. ``qualifier``: "", "over", "nearly", "at_least", "at_most", "about", "not_disclosed", "nil",
    "blank", "text". ``passage`` is the shortest quote that proves it (the printed row, or the clause of a sentence);
    ``cell`` is the half-open page span of the figure itself. ``notes`` are footnotes attached to it.
    """

    report: str
    organization: str
    period: str
    indicator: str
    passage: Passage
    raw_value: str
    value: Decimal | None = None
    qualifier: str = ""
    group: str = ""
    dimensions: tuple[Dimension, ...] = ()
    unit: str = ""
    metric: str = ""
    metric_score: float = 0.0
    value_canonical: Decimal | None = None
    unit_canonical: str = ""
    boundary: str = ""
    section: str = ""
    table: str = ""
    row: int = 0
    column: int = 0
    cell: tuple[int, int] = (0, 0)
    origin: Origin = Origin.TABLE
    method: str = ""
    confidence: float = 1.0
    notes: tuple[Passage, ...] = ()
    iri: str = ""


@dataclass(frozen=True, slots=True)
class Location:
    """Where an index entry points: a section id or a page (0 where none), and the printed text it was read from."""

    section: str
    page: int
    printed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """What a report says to one clause.

    ``framework`` is an id (hkex-c2, gri, ifrs-s2, tcfd, esrs, sasb), ``code`` the clause's code in it. ``indexed``
    tells whether the report's own index lists it; ``references`` are as printed, ``locations`` what they resolve to.
    ``explanation`` is the company's reason for an omission. ``evidence`` are passages found for the clause.
    """

    report: str
    framework: str
    code: str
    status: DisclosureStatus
    edition: str = ""
    topic_standard: str = ""
    title: str = ""
    obligation: str = ""
    indexed: bool = False
    references: str = ""
    locations: tuple[Location, ...] = ()
    explanation: str = ""
    passage: Passage | None = None
    evidence: tuple[Passage, ...] = ()
    iri: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed link from an entity to a concept ("topic:T-CLIMATE", "goal:13", "clause:gri:305-2") or a label."""

    kind: str
    target: str
    basis: Basis = Basis.STATED
    score: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A named thing a report speaks of.

    ``kind``: policy, law, standard, certification, topic, goal, target, stakeholder, risk, opportunity, committee,
    section. ``passages`` in page order, the best one first in ``passages[0]``. ``concept`` is a catalogue id or empty.
    """

    report: str
    kind: str
    label: str
    passages: tuple[Passage, ...]
    section: str = ""
    concept: str = ""
    basis: Basis = Basis.STATED
    score: float = 1.0
    detail: str = ""
    relations: tuple[Relation, ...] = ()
    iri: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was extracted from one report, each part in a fixed order."""

    observations: tuple[Observation, ...] = ()
    disclosures: tuple[Disclosure, ...] = ()
    entities: tuple[Entity, ...] = ()
