"""Vectors of short phrases (KPI row labels, names of metrics), made at ingest: a question encodes only itself."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from tieout.ask.series import gather_series
from tieout.model import Catalogue, Observation
from tieout.vectors.encoder import Encoder

TEXTS, VECTORS = "phrases.json", "phrases.npy"


def report_phrases(observations: Iterable[Observation], catalogue: Catalogue) -> list[str]:
    """The names of a report's KPI series, sorted."""
    return sorted({name for series in gather_series(observations, catalogue) for name in series.names})


def catalogue_phrases(catalogue: Catalogue) -> list[str]:
    """The names of all metrics, sorted."""
    return sorted({name for metric in catalogue.metrics for name in (metric.label, *metric.synonyms)})


def phrase_texts(texts: Sequence[str]) -> bytes:
    """The file of the phrases themselves."""
    return json.dumps(list(texts), ensure_ascii=False).encode() + b"\n"


def phrase_files(texts: Sequence[str], encoder: Encoder) -> dict[str, bytes]:
    """The two files that hold phrases and their vectors."""
    out = io.BytesIO()
    vectors = encoder.encode(list(texts)) if texts else np.zeros((0, encoder.dimension), dtype=np.float32)
    np.save(out, vectors, allow_pickle=False)
    return {TEXTS: phrase_texts(texts), VECTORS: out.getvalue()}


class Phrases:
    """Cosine similarity of a question with phrases; phrases that were not prepared are encoded once.

    Args:
        encoder: the encoder of the index.
    """

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._rows: dict[str, np.ndarray] = {}
        self._question: tuple[str, np.ndarray] | None = None
        self._matrix: tuple[tuple[str, ...], np.ndarray] | None = None

    def load(self, folder: Path) -> None:
        """Add the phrases of one folder."""
        texts = json.loads((folder / TEXTS).read_text(encoding="utf-8"))
        vectors = np.load(folder / VECTORS, allow_pickle=False)
        self._rows.update(zip(texts, vectors, strict=True))

    def vector(self, text: str) -> np.ndarray:
        """The vector of a question; the last one is kept, since several steps ask for the same."""
        if self._question is None or self._question[0] != text:
            self._question = (text, self._encoder.encode([text])[0])
        return self._question[1]

    def similarity(self, text: str, labels: Sequence[str]) -> Sequence[float]:
        """Cosine similarity of ``text`` with each label, -1..1, as plain floats."""
        if not labels:
            return []
        key = tuple(labels)
        if self._matrix is None or self._matrix[0] != key:
            fresh = [label for label in dict.fromkeys(key) if label not in self._rows]
            if fresh:
                self._rows.update(zip(fresh, self._encoder.encode(fresh), strict=True))
            self._matrix = (key, np.stack([self._rows[label] for label in key]))
        scores: list[float] = (self._matrix[1] @ self.vector(text)).tolist()
        return scores
