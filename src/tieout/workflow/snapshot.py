"""One pinned generation opened for reading; each part is opened when first used and then kept."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tieout.errors import UsageError
from tieout.storage.generation import Generation
from tieout.storage.records import read_page_texts, report_folder
from tieout.workflow.layout import CATALOGUE, PASSAGES, STORE, Record, read_records

if TYPE_CHECKING:
    from tieout.ask.asker import Asker
    from tieout.config import Settings
    from tieout.graph.facts import GraphFacts
    from tieout.graph.paths import GraphView
    from tieout.graph.store import GraphStore
    from tieout.model import Catalogue
    from tieout.vectors.encoder import Encoder
    from tieout.vectors.passages import PassageIndex
    from tieout.workflow.searcher import Searcher


class Snapshot:
    """What a reader sees: never two generations mixed. Close it to let the generation go.

    Args:
        generation: the pinned generation.
        settings: where the ontology lies and which encoder reads questions.
    """

    def __init__(self, generation: Generation, settings: Settings) -> None:
        self.generation = generation
        self.settings = settings
        self._pages: dict[str, dict[int, str]] = {}

    @cached_property
    def records(self) -> dict[str, Record]:
        """How each report came in, by id in order."""
        return read_records(self.generation.path)

    def record(self, report: str) -> Record:
        """The Record of one report; UsageError for an unknown id."""
        if report not in self.records:
            known = ", ".join(self.records) or "none"
            raise UsageError("no such report in the index", subject=report, remedy=f"Known reports: {known}")
        return self.records[report]

    def scope(self, reports: list[str] | None, organizations: list[str] | None = None) -> list[str]:
        """The ids in scope, in order; unknown names are errors, no names mean all reports."""
        for report in reports or ():
            self.record(report)
        chosen = [r for r in self.records.values() if reports is None or r.report in reports]
        for name in organizations or ():
            if not any(matches_organization(name, r.organization) for r in self.records.values()):
                known = ", ".join(sorted({r.organization for r in self.records.values()})) or "none"
                raise UsageError("no such organization in the index", subject=name, remedy=f"Known: {known}")
        if organizations:
            chosen = [r for r in chosen if any(matches_organization(name, r.organization) for name in organizations)]
        return [r.report for r in chosen]

    @cached_property
    def store(self) -> GraphStore:
        """The graph, read-only."""
        from tieout.graph.store import GraphStore

        return GraphStore.open(self.store_path)

    @property
    def store_path(self) -> Path:
        """The folder of the graph store."""
        return self.generation.path / STORE

    @cached_property
    def facts(self) -> GraphFacts:
        """The graph's facts as model objects."""
        from tieout.graph.facts import GraphFacts

        return GraphFacts(self.store)

    @cached_property
    def view(self) -> GraphView:
        """The graph as a network, for paths."""
        from tieout.graph.paths import GraphView

        return GraphView(self.store)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The ontology as plain data."""
        from tieout.graph.catalogue import kept_catalogue

        return kept_catalogue(self.generation.path / CATALOGUE, self.settings.ontology)

    @cached_property
    def encoder(self) -> Encoder:
        """The encoder of questions; it must be the one the index was built with."""
        from tieout.vectors.encoder import open_encoder

        return open_encoder(self.settings.encoder, self.settings.encoder_threads)

    @cached_property
    def passages(self) -> PassageIndex:
        """The passage index."""
        from tieout.vectors.passages import PassageIndex

        return PassageIndex.open(self.generation.path / PASSAGES, self.encoder.name, self.encoder.dimension)

    @cached_property
    def searcher(self) -> Searcher:
        """Retrieval of passages."""
        from tieout.workflow.searcher import Searcher

        return Searcher(self)

    @cached_property
    def asker(self) -> Asker:
        """The asker; it keeps what it gathers."""
        from tieout.workflow.answering import make_asker

        return make_asker(self)

    def folder(self, report: str) -> Path:
        """The folder of one report in this generation."""
        self.record(report)
        return self.generation.path / report_folder(report)

    def pages(self, report: str) -> dict[int, str]:
        """The stored page texts of one report by number, in order."""
        if report not in self._pages:
            self._pages[report] = read_page_texts(self.folder(report))
        return self._pages[report]

    def close(self) -> None:
        """Let the generation go."""
        self.generation.close()


def matches_organization(asked: str, name: str) -> bool:
    """Whether a name as a person writes it means this organization: equal, or a leading or inner run of its words."""
    wanted = _words(asked)
    have = _words(name)
    return bool(wanted) and any(have[i : i + len(wanted)] == wanted for i in range(len(have) - len(wanted) + 1))


def _words(text: str) -> list[str]:
    from tieout.text import fold

    return [w.strip(".,;:()'\"’") for w in fold(text).split() if w.strip(".,;:()'\"’")]
