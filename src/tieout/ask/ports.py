"""What asking needs from the rest of the house: narrow Protocols, so that a fake of a few lines can stand in for each.

Nothing here imports a store, an index or a model: the core of asking starts fast and is tested in memory.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from tieout.model import Disclosure, Entity, Observation, Passage, Section


@dataclass(frozen=True, slots=True)
class ReportCard:
    """A report in the index: id, organization and reporting period ("2024")."""

    id: str
    organization: str
    period: str


@dataclass(frozen=True, slots=True)
class Found:
    """A retrieved chunk: its place, heading trail, healed text and fused score (higher is better)."""

    passage: Passage
    trail: tuple[str, ...]
    text: str
    score: float


@dataclass(frozen=True, slots=True)
class Finding:
    """A contradiction known of a report: a title, an explanation and the places that contradict each other."""

    report: str
    kind: str
    title: str
    explanation: str
    quotes: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """One edge of a path, with labels a person can read."""

    subject: str
    subject_label: str
    predicate: str
    predicate_label: str
    object: str
    object_label: str


@dataclass(frozen=True, slots=True)
class GraphPath:
    """A path from a named entity to a cited passage and the ASK query that is true as long as all its links stand."""

    links: tuple[Link, ...]
    ask: str


class Facts(Protocol):
    """The facts of the graph as model objects, each with its IRI; every answer is in a fixed order."""

    def reports(self) -> Sequence[ReportCard]:
        """All reports of the index."""
        ...

    def observations(self, reports: Sequence[str]) -> Sequence[Observation]:
        """All figures of these reports."""
        ...

    def disclosures(self, reports: Sequence[str]) -> Sequence[Disclosure]:
        """All index rows and clause statuses of these reports."""
        ...

    def entities(self, reports: Sequence[str]) -> Sequence[Entity]:
        """All named things of these reports."""
        ...

    def sections(self, report: str) -> Sequence[Section]:
        """The section tree of one report in reading order."""
        ...

    def findings(self, reports: Sequence[str]) -> Sequence[Finding]:
        """Contradictions known of these reports; empty where nobody looked."""
        ...


class Pages(Protocol):
    """The stored page texts."""

    def page_text(self, report: str, page: int) -> str:
        """The text of a page, unchanged; KeyError where there is none."""
        ...

    def page_count(self, report: str) -> int:
        """How many pages the report has."""
        ...


class Alignment(Protocol):
    """Which words of one text another one says, whatever words that takes it."""

    def nearness(
        self, span: tuple[int, int], around: tuple[int, int] | None = None, reach: tuple[int, int] = (0, 0)
    ) -> float:
        """How near the other text comes to a span of the first, -1..1.

        Args:
            span: characters of the first text; 0.0 where no word stands there.
            around: characters of the other text to look beside; everywhere where it is None.
            reach: how many tokens before and behind ``around`` count as beside it.
        """
        ...


class Retrieval(Protocol):
    """Retrieval of passages and nearness in meaning."""

    def search(self, text: str, k: int, reports: Sequence[str]) -> Sequence[Found]:
        """The k best chunks of these reports, best first."""
        ...

    def related(self, seeds: Mapping[str, float], k: int, reports: Sequence[str]) -> Sequence[Found]:
        """The k chunks of these reports that lie nearest to things of the graph (IRI to weight), best first."""
        ...

    def similarity(self, text: str, labels: Sequence[str]) -> Sequence[float]:
        """Cosine similarity of ``text`` with each label, -1..1; label vectors are kept between calls."""
        ...

    def alignments(self, text: str, others: Sequence[str]) -> Sequence[tuple[float, Alignment]]:
        """For each other text its cosine similarity with ``text``, -1..1, and which words of ``text`` it says."""
        ...


class Queries(Protocol):
    """The shipped queries."""

    def run_named(self, name: str, bindings: Mapping[str, str]) -> tuple[Sequence[Mapping[str, str]], str]:
        """Rows of the query ``name`` with ``bindings`` and its text standing alone, fit to run elsewhere."""
        ...


class Paths(Protocol):
    """Paths through the graph."""

    def find_path(self, starts: Sequence[str], passage: str) -> GraphPath | None:
        """The cheapest path from one of the entities to the passage, by their IRIs, or None."""
        ...

    def holds(self, ask: str) -> bool:
        """Whether an ASK query is true on the graph."""
        ...


class Names(Protocol):
    """The IRIs of things; minted in one place of the house."""

    def passage(self, passage: Passage) -> str:
        """The IRI of a place in a report."""
        ...

    def metric(self, identifier: str) -> str:
        """The IRI of a catalogue metric."""
        ...

    def clause(self, identifier: str) -> str:
        """The IRI of a clause such as "gri:305-2"."""
        ...

    def organization(self, label: str) -> str:
        """The IRI of an organization."""
        ...


@dataclass(frozen=True, slots=True)
class Ports:
    """All that asking stands on."""

    facts: Facts
    pages: Pages
    retrieval: Retrieval
    queries: Queries
    paths: Paths
    names: Names
