"""A question to the asker: its ports are the parts of one snapshot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING, Any

from tieout import vocab
from tieout.ask.asker import Asker
from tieout.ask.ports import Alignment, Finding, Found, GraphPath, Link, Ports, ReportCard
from tieout.ask.wording.question import Question
from tieout.model import Chunk, Disclosure, Entity, Observation, Passage, Section
from tieout.storage.records import report_folder
from tieout.workflow.phrases import Phrases
from tieout.workflow.places import Places
from tieout.workflow.snapshot import Snapshot

if TYPE_CHECKING:
    from tieout.graph.surroundings import Surroundings

_NEIGHBOURS = 200
"""How many nodes around what a question names are looked at for their passages."""


class SnapshotFacts:
    """The graph's facts; what is asked for again and again is kept, a report at a time."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self._sections: dict[str, Sequence[Section]] = {}
        self._findings: dict[str, Sequence[Finding]] = {}

    def reports(self) -> Sequence[ReportCard]:
        """All reports of the index."""
        return [ReportCard(r.report, r.organization, r.period) for r in self.snapshot.records.values()]

    def observations(self, reports: Sequence[str]) -> Sequence[Observation]:
        """All figures of these reports."""
        return self.snapshot.facts.observations(list(reports))

    def disclosures(self, reports: Sequence[str]) -> Sequence[Disclosure]:
        """All statements to clauses of these reports."""
        return self.snapshot.facts.disclosures(list(reports))

    def entities(self, reports: Sequence[str]) -> Sequence[Entity]:
        """All named things of these reports."""
        return self.snapshot.facts.entities(list(reports))

    def sections(self, report: str) -> Sequence[Section]:
        """The section tree of one report."""
        if report not in self._sections:
            self._sections[report] = self.snapshot.facts.sections(report)
        return self._sections[report]

    def findings(self, reports: Sequence[str]) -> Sequence[Finding]:
        """Contradictions the audit finds in these reports."""
        from tieout.workflow.auditing import contradictions

        for report in reports:
            if report not in self._findings:
                self._findings[report] = contradictions(self.snapshot, report)
        return [finding for report in reports for finding in self._findings[report]]


@dataclass(frozen=True, slots=True)
class SnapshotPages:
    """The stored page texts."""

    snapshot: Snapshot

    def page_text(self, report: str, page: int) -> str:
        """The text of a page, unchanged."""
        return self.snapshot.pages(report)[page]

    def page_count(self, report: str) -> int:
        """How many pages the report has."""
        return len(self.snapshot.pages(report))


class SnapshotRetrieval:
    """Passages and nearness in meaning."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._phrases: Phrases | None = None

    def search(self, text: str, k: int, reports: Sequence[str]) -> Sequence[Found]:
        """The k best chunks of these reports."""
        hits = self._snapshot.searcher.search(text, k=k, reports=list(reports))
        return [Found(h.chunk.passage, h.chunk.trail, h.chunk.text, h.score) for h in hits]

    def related(self, seeds: Mapping[str, float], k: int, reports: Sequence[str]) -> Sequence[Found]:
        """The k chunks with the largest share of the graph's neighbourhood of these things."""
        from tieout.graph.neighbourhood import neighbourhood

        shares: dict[tuple[str, int, int], float] = {}
        held: dict[tuple[str, int, int], Chunk] = {}
        for iri, share in neighbourhood(self._snapshot.view, seeds, top=_NEIGHBOURS):
            report = vocab.passage_report(iri)
            if report not in reports:
                continue
            page, start, _ = vocab.place_of(iri)
            chunk = self._snapshot.searcher.holding(report, page, start)
            if chunk is not None:
                key = (report, chunk.passage.page, chunk.passage.start)
                shares[key] = shares.get(key, 0.0) + share
                held[key] = chunk
        best = sorted(shares, key=lambda key: (-shares[key], key))[:k]
        return [Found(held[key].passage, held[key].trail, held[key].text, shares[key]) for key in best]

    def similarity(self, text: str, labels: Sequence[str]) -> Sequence[float]:
        """Cosine similarity with each label."""
        return self._opened().similarity(text, labels)

    def alignments(self, text: str, others: Sequence[str]) -> Sequence[tuple[float, Alignment]]:
        """Cosine similarity with each other text, and what of this one it says."""
        return self._opened().alignments(text, others)

    def _opened(self) -> Phrases:
        if self._phrases is None:
            self._phrases = Phrases(self._snapshot.encoder)
            self._phrases.load(self._snapshot.generation.path / "labels")
            for report in self._snapshot.records:
                self._phrases.load(self._snapshot.generation.path / report_folder(report))
        return self._phrases


@dataclass(frozen=True, slots=True)
class SnapshotQueries:
    """The shipped queries."""

    snapshot: Snapshot

    def run_named(self, name: str, bindings: Mapping[str, str]) -> tuple[Sequence[Mapping[str, str]], str]:
        """Rows of a shipped query and its standalone text."""
        rows = self.snapshot.store.run(name, {key: value.split() for key, value in bindings.items()})
        names = [str(v) for v in rows.variables]
        told = [{n: v for n, v in zip(names, row, strict=True) if v} for row in rows.texts()]
        return told, rows.query


@dataclass(frozen=True, slots=True)
class SnapshotPaths:
    """Paths through the graph."""

    snapshot: Snapshot

    def find_path(self, starts: Sequence[str], passage: str) -> GraphPath | None:
        """The cheapest path from one of the entities to a passage."""
        found = self.snapshot.view.path(starts, passage)
        if found is None:
            return None
        links = tuple(
            Link(x.subject, x.subject_label, x.predicate, x.predicate_label, x.object, x.object_label)
            for x in found.links
        )
        return GraphPath(links, found.ask)

    def holds(self, ask: str) -> bool:
        """Whether an ASK query that we wrote is true on the graph."""
        return self.snapshot.store.holds(ask)


class SnapshotNames:
    """IRIs from the vocabulary."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._places: dict[str, Places] = {}

    def passage(self, passage: Passage) -> str:
        """The IRI of the graph's passage that is this place or, for a part of a sentence, holds it."""
        if passage.report not in self._places:
            self._places[passage.report] = Places(self._snapshot.folder(passage.report))
        held = self._places[passage.report].holding(passage)
        page, start, end = held or (passage.page, passage.start, passage.end)
        return vocab.mint_passage(passage.report, page, start, end)

    def metric(self, identifier: str) -> str:
        """The IRI of a metric."""
        return vocab.mint_metric(identifier)

    def clause(self, identifier: str) -> str:
        """The IRI of a clause."""
        return vocab.mint_clause(identifier)

    def organization(self, label: str) -> str:
        """The IRI of an organization."""
        return vocab.mint_organization(label)


def make_asker(snapshot: Snapshot) -> Asker:
    """The asker over one snapshot; it keeps what it gathers, so one is made for each snapshot."""
    ports = Ports(
        facts=SnapshotFacts(snapshot),
        pages=SnapshotPages(snapshot),
        retrieval=SnapshotRetrieval(snapshot),
        queries=SnapshotQueries(snapshot),
        paths=SnapshotPaths(snapshot),
        names=SnapshotNames(snapshot),
    )
    return Asker(ports, snapshot.catalogue)


def answer(
    snapshot: Snapshot,
    question: str,
    *,
    id: str | None,
    reports: list[str] | None,
    organizations: list[str] | None,
    previous: Sequence[str] = (),
) -> dict[str, Any]:
    """One answer in the contract's shape, with the seconds it took."""
    began = perf_counter()
    scope = snapshot.scope(reports, organizations) if reports or organizations else []
    asked = Question(text=question, id=id or "", reports=tuple(scope), organizations=(), previous=tuple(previous))
    told = snapshot.asker.ask(asked).to_json()
    told["id"] = id
    told["seconds"] = round(perf_counter() - began, 4)
    return told


def around(snapshot: Snapshot, told: Mapping[str, Any]) -> Surroundings:
    """What lies around the path of an answer's best citation; nothing for an answer without a path."""
    from tieout.graph.surroundings import surroundings

    links = told["paths"][0]["links"] if told["paths"] else []
    path = [(link["subject"], link["predicate"], link["object"]) for link in links]
    report = told["citations"][0]["report"] if told["citations"] else ""
    return surroundings(snapshot.view, path, report)
