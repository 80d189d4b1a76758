"""Retrieval over one snapshot: hits with their chunks."""

from __future__ import annotations

from bisect import bisect_right
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
        self._places: dict[str, list[tuple[int, int, str]]] = {}

    def chunk(self, report: str, identifier: str) -> Chunk:
        """One chunk by its report and id."""
        self.load(report)
        return self._chunks[report][identifier]

    def load(self, report: str) -> None:
        """Read a report's chunks, once."""
        if report not in self._chunks:
            self._chunks[report] = {c.id: c for c in read_chunks(self._snapshot.folder(report))}

    def holding(self, report: str, page: int, at: int) -> Chunk | None:
        """The chunk of a report that holds a place, or None for a place that is in none."""
        if report not in self._places:
            self.load(report)
            chunks = self._chunks[report].values()
            places = sorted((c.passage.page, c.passage.start, c.id) for c in chunks)
            self._places[report] = places
        places = self._places[report]
        index = bisect_right(places, (page, at, "\U0010ffff")) - 1
        chunk = self._chunks[report][places[index][2]] if index >= 0 else None
        return chunk if chunk and chunk.passage.page == page and at < chunk.passage.end else None

    def search(self, query: str, *, k: int, reports: Sequence[str]) -> list[ScoredChunk]:
        """The k best chunks of these reports, best first."""
        hits = self._snapshot.passages.search(query, self._snapshot.encoder, k, set(reports))
        return [ScoredChunk(self.chunk(hit.report, hit.chunk), hit.score) for hit in hits]
