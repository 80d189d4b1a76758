"""The words of the domain as frozen data: what stations hand to each other. Standard library only.

A ``Passage`` is a place in a report and the only thing that graph and citations point to. A ``Chunk`` is a unit of
retrieval and may change with the chunker. Reported figures are ``Decimal`` and keep their raw text.
"""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from tieout.text import MappedText


class DisclosureStatus(StrEnum):
    """What a report says to a clause; ``stated_absent`` (its own words) and ``not_found`` (our silence) never merge."""

    REPORTED = "reported"
    PARTIAL = "partial"
    STATED_ABSENT = "stated_absent"
    NOT_FOUND = "not_found"


class AnswerStatus(StrEnum):
    """How a question ended."""

    ANSWERED = "answered"
    STATED_ABSENT = "stated_absent"
    NOT_FOUND = "not_found"
    NEEDS_SCOPE = "needs_scope"


class Origin(StrEnum):
    """Where on the page a figure stood."""

    TABLE = "table"
    TEXT = "text"
    HIGHLIGHT = "highlight"


class Basis(StrEnum):
    """Whether the report says it or we concluded it."""

    STATED = "stated"
    INFERRED = "inferred"


# --- reading -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes a report was read from: file name, media type, SHA-256 (64 hex digits) and size in bytes."""

    name: str
    media_type: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a PDF page: half-open span in the page text, box in points, origin at the top left."""

    start: int
    end: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its number (from 1), its text exactly as stored, and the body that extractors read.

    ``furniture`` are half-open spans of ``text`` set aside as running headers, footers and page numbers; ``body`` is
    the text without them and with line-end hyphens healed. ``words`` are filled for PDF pages where geometry was read.
    """

    number: int
    text: str
    furniture: tuple[tuple[int, int], ...] = ()
    body: MappedText = field(default_factory=lambda: MappedText("", ()))
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A node of the section tree, in reading order. It begins at its heading and runs to the next section's heading.

    ``id`` is unique in the report ("s2.4.1", with "~2" for a repeated number); ``number`` is as printed or empty;
    ``trail`` are the titles from the top down to this one.
    """

    id: str
    number: str
    title: str
    level: int
    parent: str
    page: int
    start: int
    end: int
    trail: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: its text and half-open span in its page's text (start == end where the cell is empty)."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells on one page, rows of equal length. ``header_rows`` is how many top rows are headers, if known."""

    id: str
    page: int
    caption: str
    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in a report: half-open code-point offsets in the stored page text; ``quote == text[start:end]``."""

    report: str
    page: int
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Report:
    """One report as read: pages in order, section tree, tables. ``period`` is the reporting year ("2024")."""

    id: str
    organization: str
    period: str
    source: Source
    pages: tuple[Page, ...]
    sections: tuple[Section, ...] = ()
    tables: tuple[Table, ...] = ()

    def page(self, number: int) -> Page:
        """The page with this number; KeyError where there is none."""
        for page in self.pages:
            if page.number == number:
                return page
        raise KeyError(number)

    def section_at(self, page: int, offset: int) -> Section | None:
        """The section that holds this place, or None before the first heading."""
        at = bisect.bisect_right(self.sections, (page, offset), key=lambda s: (s.page, s.start))
        return self.sections[at - 1] if at else None

    def passage(self, page: Page, body_start: int, body_end: int) -> Passage:
        """The Passage that ``[body_start, body_end)`` of ``page.body.text`` covers, quoted from the stored text."""
        start, end = page.body.source_span(body_start, body_end)
        return Passage(self.id, page.number, start, end, page.text[start:end])


@dataclass(frozen=True, slots=True)
class Chunk:
    """A unit of retrieval of about 120 words inside one section. ``text`` is what is scored: the healed body text."""

    id: str
    passage: Passage
    section: str
    trail: tuple[str, ...]
    text: str


# --- findings ------------------------------------------------------------------------------------------------------


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


# --- the catalogue: what the ontology knows, read once ---------------------------------------------------------------


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
