"""Every check of a bundle, each told as one line; nothing but the bundle itself is needed.

What comes out of an archive is foreign: query texts go through the guarded door, and an ASK must be exactly the
conjunction of its path's links, since another query could be true whatever the graph says.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tieout.bundle import contents
from tieout.bundle.answers import AnswerChecks
from tieout.bundle.archive import altered, read_archive, read_manifest
from tieout.bundle.check import Check
from tieout.bundle.contents import Part
from tieout.codec import decode
from tieout.errors import SourceError, TieoutError
from tieout.graph.facts import GraphFacts
from tieout.graph.proof import Graph
from tieout.graph.sparql import Limits
from tieout.graph.store import GraphStore, build_store
from tieout.model import Disclosure, Entity, Observation, Passage
from tieout.storage.sealed import BrokenSealError, sha256

_SHAPE = (KeyError, TypeError, ValueError, ArithmeticError, AttributeError, RecursionError, IndexError)
"""What reading JSON of another shape than ours raises."""

LIMITS = Limits(seconds=20.0, rows=10_000, memory=2 << 30)
"""What one replayed query may use."""


@dataclass(frozen=True, slots=True)
class _Facts:
    observations: tuple[Observation, ...]
    disclosures: tuple[Disclosure, ...]
    entities: tuple[Entity, ...]


def verify(data: bytes, name: str, limits: Limits = LIMITS) -> Iterator[Check]:
    """The checks of a bundle, as they are made.

    Args:
        data: the archive's bytes.
        name: what to call it.
        limits: what one replayed query may use.
    """
    try:
        members = read_archive(data, name)
        yield Check("archive", f"{len(members)} files, {sum(map(len, members.values()))} bytes", holds=True)
        manifest = read_manifest(members)
        parts = [decode(Part, part) for part in manifest["reports"]]  # type: ignore[attr-defined]
        questions = int(manifest["questions"])  # type: ignore[call-overload]
        schema = manifest["schema"]
    except (SourceError, BrokenSealError) as error:
        yield Check("archive", name, holds=False, detail=str(error))
        return
    except _SHAPE as error:
        yield Check("manifest", name, holds=False, detail=f"not a bundle's manifest: {error}")
        return
    yield Check("manifest", "sealed", holds=True)
    if schema != contents.SCHEMA:
        yield Check("manifest", name, holds=False, detail=f"schema {schema}, this version reads {contents.SCHEMA}")
        return
    faults = altered(manifest, members)
    if faults:
        # Nothing is replayed from files that are not the ones that were bundled.
        yield from (Check("digest", "", holds=False, detail=fault) for fault in faults)
        return
    yield Check("digest", f"{len(members) - 1} files", holds=True)
    with tempfile.TemporaryDirectory(prefix="tieout-verify-") as folder:
        yield from _Replay(members, parts, questions, Path(folder) / "store", limits).checks()


class _Replay:
    """Claims of one bundle whose bytes are sound."""

    def __init__(
        self, members: Mapping[str, bytes], parts: list[Part], questions: int, store: Path, limits: Limits
    ) -> None:
        self._members = members
        self._parts = parts
        self._questions = questions
        self._store = store
        self._limits = limits

    def checks(self) -> Iterator[Check]:
        """All of them."""
        try:
            graphs = [self._members[contents.ONTOLOGY]]
            graphs += [self._members[f"{part.folder}/{contents.GRAPH}"] for part in self._parts]
            pages = self._pages()
        except _SHAPE as error:
            yield Check("contents", "", holds=False, detail=f"a part is missing or malformed: {error}")
            return
        yield from self._sources()
        try:
            count = build_store(self._store, graphs, None)
            graph = Graph(graphs)
            facts = self._facts()
        except (TieoutError, SyntaxError, *_SHAPE) as error:
            yield Check("graph", "", holds=False, detail=f"the graphs cannot be read: {error}")
            return
        yield Check("graph", f"{count} statements", holds=True)
        yield from self._quotes(facts, pages)
        yield from self._tables(facts)
        yield from self._audits(pages)
        told = AnswerChecks(self._store, graph, pages, facts.observations, self._limits)
        for number in range(1, self._questions + 1):
            yield from self._answer(told, number)

    def _pages(self) -> dict[tuple[str, int], str]:
        texts: dict[tuple[str, int], str] = {}
        for part in self._parts:
            found = contents.read_pages(self._members[f"{part.folder}/{contents.PAGES}"])
            if any(report != part.report for report, _ in found):
                msg = f"pages of another report stand under {part.report}"
                raise ValueError(msg)
            texts |= found
        return texts

    def _sources(self) -> Iterator[Check]:
        for part in self._parts:
            if part.source:
                sound = part.source in self._members and sha256(self._members[part.source]) == part.sha256
                detail = "" if sound else "the file is not the one that the report was read from"
                yield Check("source", part.file, holds=sound, detail=detail)

    def _facts(self) -> _Facts:
        facts = GraphFacts(GraphStore.open(self._store))
        names = [part.report for part in self._parts]
        return _Facts(facts.observations(names), facts.disclosures(names), facts.entities(names))

    def _quotes(self, facts: _Facts, pages: contents.PageTexts) -> Iterator[Check]:
        groups: dict[str, list[Passage]] = {
            "figures": [p for o in facts.observations for p in (o.passage, *o.notes)],
            "clauses": [p for d in facts.disclosures for p in (d.passage, *d.evidence) if p is not None],
            "entities": [p for e in facts.entities for p in e.passages],
        }
        for kind, passages in groups.items():
            fault = next((p for p in passages if not contents.stands(p, pages)), None)
            detail = f"{fault.report}, page {fault.page}: {str(fault.quote)[:80]!r} is not there" if fault else ""
            yield Check("quotes", f"{len(passages)} of {kind} on their pages", holds=fault is None, detail=detail)

    def _tables(self, facts: _Facts) -> Iterator[Check]:
        try:
            expected = {
                contents.OBSERVATIONS: contents.observations_file(facts.observations),
                contents.CLAUSES: contents.clauses_file(facts.disclosures),
            }
        except _SHAPE as error:
            yield Check("table", "", holds=False, detail=f"the graphs hold no such facts: {error}")
            return
        for name, data in expected.items():
            same = self._members.get(name) == data
            yield Check("table", f"{name} follows from the graphs", holds=same, detail="" if same else "it differs")

    def _audits(self, pages: contents.PageTexts) -> Iterator[Check]:
        for part in self._parts:
            try:
                told = json.loads(self._members[f"{part.folder}/{contents.AUDIT}"])
                quotes = [
                    Passage(part.report, int(q["page"]), int(q["start"]), int(q["end"]), str(q["quote"]))
                    for finding in told["findings"]
                    for q in finding["quotes"]
                ]
            except _SHAPE as error:
                yield Check("audit", part.report, holds=False, detail=f"malformed: {error}")
                continue
            fault = next((q for q in quotes if not contents.stands(q, pages)), None)
            detail = f"page {fault.page}: {fault.quote[:80]!r} is not there" if fault else ""
            subject = f"{part.report}: {len(told['findings'])} findings, {len(quotes)} quotes"
            yield Check("audit", subject, holds=fault is None, detail=detail)

    def _answer(self, told: AnswerChecks, number: int) -> Iterator[Check]:
        name = contents.answer_name(number)
        try:
            answer: dict[str, Any] = json.loads(self._members[name])
            yield from told.checks(
                f"{number}",
                answer,
                query=self._members.get(contents.answer_name(number, "queries", "rq")),
                result=self._members.get(contents.answer_name(number, "results")),
            )
        except _SHAPE as error:
            yield Check("answer", f"{number}", holds=False, detail=f"{name} is malformed or missing: {error}")
