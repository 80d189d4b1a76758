"""Vectors of short phrases (KPI row labels, names of metrics), made at ingest: a question encodes only itself."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tieout.ask.figures.series import gather_series
from tieout.latest import Latest
from tieout.model import Catalogue, Observation
from tieout.vectors.alignment import Alignment, align
from tieout.vectors.encoder import Encoder, Tokens, Vectors

TEXTS, VECTORS = "phrases.json", "phrases.npy"
_KEPT_QUESTIONS, _KEPT_LABELS, _KEPT_MATRICES, _KEPT_TOKENS = 2, 1024, 16, 64
"""How many are kept for the next question: labels of 1.5 kB, matrices of some MB, tokens of 60 kB a sentence."""


def report_phrases(observations: Iterable[Observation], catalogue: Catalogue) -> list[str]:
    """The names of a report's KPI series, sorted."""
    return sorted({name for series in gather_series(observations, catalogue) for name in series.names})


def catalogue_phrases(catalogue: Catalogue) -> list[str]:
    """The names of all metrics, sorted."""
    return sorted({name for metric in catalogue.metrics for name in (metric.label, *metric.synonyms)})


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """Phrases with their vectors, row by row."""

    texts: tuple[str, ...]
    vectors: Vectors

    @classmethod
    def encoded(cls, texts: Iterable[str], encoder: Encoder, known: Phrasebook | None = None) -> Phrasebook:
        """The book of ``texts``; what ``known`` holds is not encoded again."""
        wanted = tuple(texts)
        held = {} if known is None else dict(zip(known.texts, known.vectors, strict=True))
        fresh = [text for text in wanted if text not in held]
        held.update(zip(fresh, encoder.encode_phrases(fresh), strict=True))
        rows = [held[text] for text in wanted]
        return cls(wanted, np.stack(rows) if rows else np.zeros((0, encoder.dimension), dtype=np.float32))

    @classmethod
    def read(cls, folder: Path) -> Phrasebook:
        """The book that ``files`` wrote into ``folder``."""
        texts = json.loads((folder / TEXTS).read_text(encoding="utf-8"))
        return cls(tuple(texts), np.load(folder / VECTORS, allow_pickle=False))

    def files(self) -> dict[str, bytes]:
        """The two files that hold the book."""
        out = io.BytesIO()
        np.save(out, self.vectors, allow_pickle=False)
        return {TEXTS: json.dumps(self.texts, ensure_ascii=False).encode() + b"\n", VECTORS: out.getvalue()}


class Phrases:
    """Cosine similarity of a question with phrases. Safe to use from several threads.

    What was prepared at ingest is never encoded again, neither as a label nor as a text; other labels are encoded when
    they are met, and the latest of them are kept.

    Args:
        encoder: the encoder of the index.
    """

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._rows: dict[str, Vectors] = {}
        self._questions = Latest[str, Vectors](_KEPT_QUESTIONS)
        self._labels = Latest[str, Vectors](_KEPT_LABELS)
        self._matrices = Latest[tuple[str, ...], Vectors](_KEPT_MATRICES)
        self._tokens = Latest[str, Tokens](_KEPT_TOKENS)

    def load(self, folder: Path) -> None:
        """Add the phrases of one folder."""
        book = Phrasebook.read(folder)
        self._rows.update(zip(book.texts, book.vectors, strict=True))

    def similarity(self, text: str, labels: Sequence[str]) -> Sequence[float]:
        """Cosine similarity of ``text`` with each label, -1..1, as plain floats."""
        if not labels:
            return []
        key = tuple(labels)
        matrix = self._matrices.get(key)
        if matrix is None:
            matrix = self._matrices.keep(key, self._stack(key))
        # Row by row: a score depends on its two vectors alone, and no idle threads of a matrix product are waited for.
        scores: list[float] = np.vecdot(matrix, self._vector(text)).tolist()
        return scores

    def alignments(self, text: str, others: Sequence[str]) -> Sequence[tuple[float, Alignment]]:
        """For each other text its cosine similarity with ``text``, and which words of ``text`` it says."""
        wanted = dict.fromkeys((text, *others))
        held = {t: kept for t in wanted if (kept := self._tokens.get(t)) is not None}
        fresh = [t for t in wanted if t not in held]
        for t, made in zip(fresh, self._encoder.encode_tokens(fresh), strict=True):
            held[t] = self._tokens.keep(t, made)
        own = held[text]
        return [(float(np.vecdot(held[o].whole, own.whole)), align(own, held[o])) for o in others]

    def _vector(self, text: str) -> Vectors:
        """The vector of a text; several steps of one answer ask for the same."""
        known = self._rows.get(text)
        if known is None:
            known = self._questions.get(text)
        return known if known is not None else self._questions.keep(text, self._encoder.encode([text])[0])

    def _stack(self, labels: Sequence[str]) -> Vectors:
        rows = {label: self._rows[label] if label in self._rows else self._labels.get(label) for label in labels}
        fresh = [label for label, row in rows.items() if row is None]
        if fresh:
            for label, vector in zip(fresh, self._encoder.encode_phrases(fresh), strict=True):
                rows[label] = self._labels.keep(label, vector)
        matrix = np.empty((len(labels), self._encoder.dimension), dtype=np.float32)
        for place, label in enumerate(labels):
            matrix[place] = rows[label]
        return matrix
