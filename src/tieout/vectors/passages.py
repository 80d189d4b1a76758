"""Station 3: chunks to a PassageIndex, a folder that explains itself, and back to ranked hits.

The folder holds ``index.json`` (what it is: model, dimension, counts, a digest for each file), ``rows.jsonl`` (a line a
chunk: id, report, section), the FAISS index and the lexical postings. Rows are in the order of the chunks.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from tieout.errors import EncoderError, IndexIntegrityError
from tieout.model import Chunk
from tieout.text import collapse
from tieout.vectors.encoder import Encoder, Vectors
from tieout.vectors.fusion import Scores, reciprocal_rank
from tieout.vectors.index import Rows, VectorIndex
from tieout.vectors.lexical import LexicalIndex
from tieout.vectors.query import prepare
from tieout.vectors.sealed import read_seal, write_seal
from tieout.vectors.terms import terms

SCHEMA = "passages/1"
_BLOCK = 64
_TRAIL_TITLES = 2
# Scopes of up to twice this many rows are ranked whole; of larger ones this many by meaning and as many by words.
_CANDIDATES = 2000
_DENSE_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Hit:
    """A chunk found: its row, id and report, its fused score, and the (name, score) parts it came from."""

    row: int
    chunk: str
    report: str
    score: float
    parts: tuple[tuple[str, float], ...] = ()


def embedding_text(chunk: Chunk) -> str:
    """What is embedded of a chunk: its two nearest headings, then its text."""
    trail = ". ".join(collapse(title)[:120] for title in chunk.trail[-_TRAIL_TITLES:])
    return f"{trail}. {chunk.text}" if trail else chunk.text


def encode_chunks(
    chunks: Sequence[Chunk], encoder: Encoder, progress: Callable[[int, int], None] | None = None
) -> Vectors:
    """The vectors of ``chunks``, in order: float32 (n, dimension). ``progress`` is told (done, total) now and then."""
    vectors = np.empty((len(chunks), encoder.dimension), dtype=np.float32)
    for start in range(0, len(chunks), _BLOCK):
        block = chunks[start : start + _BLOCK]
        vectors[start : start + len(block)] = encoder.encode([embedding_text(chunk) for chunk in block])
        if progress is not None:
            progress(start + len(block), len(chunks))
    return vectors


class PassageIndex:
    """All passages of all reports, found by meaning and by words."""

    def __init__(self, rows: Sequence[tuple[str, str, str]], vectors: VectorIndex, lexical: LexicalIndex) -> None:
        self._rows = rows
        self._vectors = vectors
        self._lexical = lexical
        self._of_report: dict[str, list[int]] = {}
        for row, (_, report, _) in enumerate(rows):
            self._of_report.setdefault(report, []).append(row)

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def reports(self) -> tuple[str, ...]:
        """The ids of all reports that have a passage, sorted."""
        return tuple(sorted(self._of_report))

    @classmethod
    def build(cls, folder: Path, chunks: Sequence[Chunk], vectors: Vectors, encoder: Encoder) -> None:
        """Write the index of ``chunks`` and their ``vectors`` (n, dimension) into ``folder``.

        Raises:
            EncoderError: the vectors are not one a chunk, not of the encoder's dimension, or not finite.
        """
        if vectors.shape != (len(chunks), encoder.dimension):
            raise EncoderError(f"{vectors.shape} vectors for {len(chunks)} chunks of dimension {encoder.dimension}")
        folder.mkdir(parents=True, exist_ok=True)
        lines = [json.dumps([c.id, c.passage.report, c.section]) + "\n" for c in chunks]
        (folder / "rows.jsonl").write_bytes("".join(lines).encode("ascii"))
        (folder / "vectors.faiss").write_bytes(VectorIndex.build(vectors).to_bytes())
        LexicalIndex.build(terms(embedding_text(chunk)) for chunk in chunks).save(folder)
        write_seal(folder, SCHEMA, encoder.name, encoder.dimension, len(chunks))

    @classmethod
    def open(cls, folder: Path, encoder: str, dimension: int) -> PassageIndex:
        """Read an index that was built with the encoder of this name and dimension.

        Raises:
            EncoderError: it was built with another model or dimension.
            IndexIntegrityError: a file is missing or damaged.
        """
        count = read_seal(folder, SCHEMA, encoder, dimension)
        try:
            text = (folder / "rows.jsonl").read_bytes().decode("ascii")
            rows = [_row(json.loads(line)) for line in text.splitlines()]
        except (OSError, ValueError) as error:
            raise IndexIntegrityError("the list of rows cannot be read", subject=str(folder)) from error
        lexical = LexicalIndex.open(folder)
        if not count == len(rows) == len(lexical):
            raise IndexIntegrityError(
                f"{count} chunks announced, {len(rows)} listed, {len(lexical)} in the lexical index",
                subject=str(folder),
                remedy="Run: tieout rebuild",
            )
        return cls(rows, VectorIndex.open(folder / "vectors.faiss", dimension, count), lexical)

    def search(self, question: str, encoder: Encoder, k: int = 10, reports: Collection[str] | None = None) -> list[Hit]:
        """The ``k`` best passages for a question or plain words, best first; equal scores in reading order.

        Args:
            question: what is asked; its first 1000 characters count.
            encoder: the encoder that the index was opened for.
            k: how many hits at most; every passage of a small scope is ranked.
            reports: ids of the reports to look in; None looks in all, unknown ids hold nothing.
        """
        allowed = self._allowed(reports)
        if k <= 0 or not len(self) or (allowed is not None and not len(allowed)):
            return []
        query = prepare(question)
        vector = encoder.encode([query.core])[0]
        by_words = self._lexical.scores(query.terms)
        rows = self._candidates(vector, by_words, allowed, max(k, _CANDIDATES))
        # Row by row: a score depends on its two vectors alone, and no idle threads of a matrix product are waited for.
        dense = np.vecdot(self._vectors.vectors(rows), vector).astype(np.float64)
        lexical = by_words[rows]
        fused = reciprocal_rank([(_DENSE_SHARE, dense), (1 - _DENSE_SHARE, lexical)])
        return [
            Hit(
                int(rows[i]),
                self._rows[rows[i]][0],
                self._rows[rows[i]][1],
                float(fused[i]),
                (("dense", float(dense[i])), ("lexical", float(lexical[i]))),
            )
            for i in np.argsort(-fused, kind="stable")[:k]
        ]

    def _candidates(self, vector: Vectors, by_words: Scores, allowed: Rows | None, size: int) -> Rows:
        """The rows worth ranking, rising: all of a small scope, else the ``size`` best by meaning and by words."""
        scope = np.arange(len(self), dtype=np.int64) if allowed is None else allowed
        if len(scope) <= 2 * size:
            return scope
        nearest = np.array([row for row, _ in self._vectors.search(vector, size, allowed)], dtype=np.int64)
        worded = scope[np.argsort(-by_words[scope], kind="stable")[:size]]
        return np.union1d(nearest, worded)

    def _allowed(self, reports: Collection[str] | None) -> Rows | None:
        if reports is None:
            return None
        return np.array(
            sorted(row for report in set(reports) for row in self._of_report.get(report, ())), dtype=np.int64
        )


def _row(value: Any) -> tuple[str, str, str]:
    if not (isinstance(value, list) and len(value) == 3 and all(isinstance(part, str) for part in value)):
        raise ValueError(value)
    return value[0], value[1], value[2]
