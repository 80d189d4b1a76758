"""Retrieval over one snapshot: hits with their chunks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tieout.model import Chunk
from tieout.storage.records import read_chunks

if TYPE_CHECKING:
    from tieout.workflow.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class ScoredChunk:
    """A chunk and its fused score, higher is better."""

    chunk: Chunk
    score: float


class Searcher:
    """Finds chunks; chunk texts are read per report when first hit."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._chunks: dict[str, dict[str, Chunk]] = {}

    def chunk(self, report: str, identifier: str) -> Chunk:
        """One chunk by its report and id."""
        if report not in self._chunks:
            self._chunks[report] = {c.id: c for c in read_chunks(self._snapshot.folder(report))}
        return self._chunks[report][identifier]

    def search(self, query: str, *, k: int, reports: Sequence[str]) -> list[ScoredChunk]:
        """The k best chunks of these reports, best first."""
        hits = self._snapshot.passages.search(query, self._snapshot.encoder, k, set(reports))
        return [ScoredChunk(self.chunk(hit.report, hit.chunk), hit.score) for hit in hits]
