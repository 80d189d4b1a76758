"""The facade: few verbs over one index, no logic of its own. Every shell speaks to this and to nothing below.

Heavy parts are imported by the verb that needs them, so that ``import tieout`` stays light and a question never loads
what only ingestion uses.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tieout.config import Settings, load_settings
from tieout.errors import UsageError
from tieout.storage.generations import IndexFolder
from tieout.workflow.layout import Record
from tieout.workflow.snapshot import Snapshot

if TYPE_CHECKING:
    from tieout.graph.sparql import Answer
    from tieout.graph.surroundings import Surroundings
    from tieout.model import Disclosure, Entity, Observation
    from tieout.workflow.inspecting import PageView
    from tieout.workflow.prepare import Outcome, Progress, Request
    from tieout.workflow.publish import Publisher


def _quiet(_stage: str, _done: int, _total: int) -> None:
    """Show no progress."""


class Library:
    """One index and its verbs.

    Args:
        settings: where things lie and which limits hold; the defaults and ``tieout.toml`` when not given.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or load_settings()
        self.folder = IndexFolder(self.settings.index)
        self._snapshot: Snapshot | None = None
        self._readers: dict[Snapshot, int] = {}
        self._lock = threading.Lock()

    # --- writing -----------------------------------------------------------------------------------------------------

    def requests(
        self,
        paths: Sequence[Path],
        *,
        organization: str = "",
        period: str = "",
        report: str = "",
        manifest: Path | None = None,
    ) -> list[Request]:
        """The files to read: from paths, folders and a manifest."""
        from tieout.workflow.requests import requests_for

        return requests_for(paths, organization=organization, period=period, report=report, manifest=manifest)

    def ingest(
        self, requests: Sequence[Request], *, workers: int = 1, progress: Progress = _quiet, now: str = ""
    ) -> Outcome:
        """Read reports and publish them as one generation."""
        return self._publisher(progress, now).ingest(requests, workers)

    def rebuild(self, *, progress: Progress = _quiet, now: str = "") -> Outcome:
        """Read everything again from the stored sources."""
        return self._publisher(progress, now).rebuild()

    def rebuild_differs(self, *, progress: Progress = _quiet) -> list[str]:
        """The files that a rebuild would write otherwise than they are."""
        from tieout.workflow.rebuild import differences

        return differences(self.settings, self.folder, progress)

    def remove(self, report: str, *, purge: bool = False, progress: Progress = _quiet, now: str = "") -> None:
        """Take a report out; with ``purge`` out of kept generations and sources too."""
        from tieout.storage.records import report_folder

        with self._reading() as snapshot:
            record = snapshot.record(report)
            shared = sum(r.sha256 == record.sha256 for r in snapshot.records.values()) > 1
        self.close()
        self._publisher(progress, now).remove(report)
        if purge:
            prefix = report_folder(report) + "/"
            source = record.sha256 if not shared else "\0"
            self.folder.purge(lambda name: name.startswith((prefix, source)), now=now)

    def _publisher(self, progress: Progress, now: str) -> Publisher:
        from tieout.vectors.encoder import open_encoder
        from tieout.workflow.prepare import Preparer
        from tieout.workflow.publish import Publisher

        encoder = open_encoder(self.settings.encoder, self.settings.encoder_threads)
        return Publisher(self.folder, Preparer(self.settings, encoder, progress), now=now)

    # --- reading -----------------------------------------------------------------------------------------------------

    @contextmanager
    def _reading(self) -> Iterator[Snapshot]:
        """The current generation, kept open until another takes its place and the last reader has left it."""
        held = self._enter()
        try:
            yield held
        finally:
            with self._lock:
                self._readers[held] -= 1
                self._drop_unread(keep=self._snapshot)

    def _enter(self) -> Snapshot:
        with self._lock:
            held = self._snapshot
            if held is None or held.generation.number != self.folder.current_number():
                generation = self.folder.current()
                if generation is None:
                    raise UsageError(
                        "the index is empty", subject=str(self.settings.index), remedy="Run tieout ingest FILE… first"
                    )
                self._snapshot = held = Snapshot(generation, self.settings)
                self._readers[held] = 0
            self._readers[held] += 1
            self._drop_unread(keep=held)
            return held

    def _drop_unread(self, *, keep: Snapshot | None) -> None:
        for snapshot in [s for s, readers in self._readers.items() if readers == 0 and s is not keep]:
            del self._readers[snapshot]
            snapshot.close()

    def close(self) -> None:
        """Let go of the generation that is held open, once nobody reads it."""
        with self._lock:
            self._snapshot = None
            self._drop_unread(keep=None)

    def reports(self) -> list[Record]:
        """What is in the index; nothing where nothing was ingested."""
        if self.folder.current_number() == 0:
            return []
        with self._reading() as snapshot:
            return list(snapshot.records.values())

    def pages(self, report: str, page: int | None = None) -> list[tuple[int, str]]:
        """The stored text of a report's pages, or of one of them."""
        with self._reading() as snapshot:
            texts = snapshot.pages(report)
            if page is None:
                return list(texts.items())
            if page not in texts:
                raise UsageError(f"there is no page {page}", subject=report, remedy=f"It has {len(texts)} pages")
            return [(page, texts[page])]

    def ask(
        self,
        question: str,
        *,
        id: str | None = None,
        reports: list[str] | None = None,
        organizations: list[str] | None = None,
        previous: Sequence[str] = (),
    ) -> dict[str, Any]:
        """One answer in the contract's shape; ``previous`` are the questions before, oldest first, for a follow-up."""
        from tieout.workflow.answering import answer

        with self._reading() as snapshot:
            return answer(snapshot, question, id=id, reports=reports, organizations=organizations, previous=previous)

    def search(
        self, query: str, *, k: int = 10, reports: list[str] | None = None, organizations: list[str] | None = None
    ) -> list[dict[str, Any]]:
        """The best passages, best first, in the contract's shape."""
        from tieout.workflow.searching import search

        with self._reading() as snapshot:
            return search(snapshot, query, k=k, reports=reports, organizations=organizations)

    def observations(
        self, *, reports: list[str] | None = None, metrics: list[str] | None = None, missing: bool = False
    ) -> list[Observation]:
        """KPI observations; with ``missing`` also the cells printed as not disclosed."""
        with self._reading() as snapshot:
            known = {m.id for m in snapshot.catalogue.metrics} if metrics else set()
            for metric in metrics or ():
                if metric not in known:
                    raise UsageError("no such metric in the catalogue", subject=metric)
            found = snapshot.facts.observations(snapshot.scope(reports))
        absent = {"not_disclosed", "blank"}
        return [o for o in found if (missing or o.qualifier not in absent) and (metrics is None or o.metric in metrics)]

    def clauses(self, *, reports: list[str] | None = None, framework: str | None = None) -> list[Disclosure]:
        """The content index and the coverage of the frameworks."""
        with self._reading() as snapshot:
            known = sorted({c.framework for c in snapshot.catalogue.clauses})
            if framework is not None and framework not in known:
                raise UsageError("no such framework", subject=framework, remedy=f"Known: {', '.join(known)}")
            return list(snapshot.facts.disclosures(snapshot.scope(reports), framework))

    def entities(self, *, reports: list[str] | None = None, kinds: list[str] | None = None) -> list[Entity]:
        """Named things of the reports."""
        with self._reading() as snapshot:
            found = snapshot.facts.entities(snapshot.scope(reports))
        return [e for e in found if kinds is None or e.kind in kinds]

    def compare(
        self,
        *,
        framework: str | None = None,
        clauses: list[str] | None = None,
        metrics: list[str] | None = None,
        reports: list[str] | None = None,
        periods: list[str] | None = None,
    ) -> dict[str, Any]:
        """Reports side by side, with evidence and comparability."""
        from tieout.compare import compare

        with self._reading() as snapshot:
            scope = snapshot.scope(reports)
            return compare(
                snapshot.catalogue,
                [snapshot.records[r] for r in scope],
                snapshot.facts.observations(scope),
                snapshot.facts.disclosures(scope),
                framework=framework,
                clauses=clauses,
                metrics=metrics,
                periods=periods,
            )

    def audit(self, report: str | None = None) -> list[dict[str, Any]]:
        """Findings of one report or of all, with shapes and coverage beside them."""
        from tieout.workflow.auditing import audit

        with self._reading() as snapshot:
            return [audit(snapshot, name) for name in snapshot.scope([report] if report else None)]

    # --- the graph ---------------------------------------------------------------------------------------------------

    def queries(self) -> list[dict[str, Any]]:
        """The shipped queries."""
        from tieout.workflow.desk import shipped

        return shipped(self.settings)

    def named(self, name: str, bindings: Mapping[str, str]) -> Answer:
        """Run a shipped query."""
        from tieout.workflow.desk import named

        with self._reading() as snapshot:
            return named(snapshot, name, bindings)

    def sparql(self, query: str, *, rows: int | None = None) -> Answer:
        """Run a foreign query behind the guarded door."""
        from tieout.workflow.desk import foreign

        with self._reading() as snapshot:
            return foreign(snapshot, query, rows=rows)

    def export(self, form: str, *, reports: list[str] | None = None) -> bytes:
        """The graph as RDF text."""
        from tieout.workflow.exporting import export

        with self._reading() as snapshot:
            return export(snapshot, form, snapshot.scope(reports))

    def inspect(self, report: str, page: int) -> PageView:
        """A page with what was read where on it."""
        from tieout.workflow.inspecting import inspect

        with self._reading() as snapshot:
            return inspect(snapshot, report, page, self.folder.read_source)

    def around(self, answer: Mapping[str, Any]) -> Surroundings:
        """What lies around the path of an answer's best citation."""
        from tieout.workflow.answering import around

        with self._reading() as snapshot:
            return around(snapshot, answer)

    def bundle(
        self, questions: Sequence[str] = (), *, reports: list[str] | None = None, with_sources: bool = False
    ) -> bytes:
        """An evidence bundle as the bytes of a ZIP file; every claim in it was checked."""
        from tieout.workflow.bundling import bundle

        with self._reading() as snapshot:
            return bundle(
                snapshot, questions, reports=reports, source=self.folder.read_source, with_sources=with_sources
            )

    def status(self) -> dict[str, Any]:
        """Versions, model, counts and integrity."""
        from tieout.workflow.status import status

        return status(self.folder, self.settings)
