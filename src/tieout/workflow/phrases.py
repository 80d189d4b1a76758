"""Vectors of short phrases (KPI row labels, names of metrics), made at ingest: a question encodes only itself."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from tieout.ask.series import gather_series
from tieout.latest import Latest
from tieout.model import Catalogue, Observation
from tieout.vectors.encoder import Encoder, Vectors

TEXTS, VECTORS = "phrases.json", "phrases.npy"
_KEPT_QUESTIONS, _KEPT_LABELS, _KEPT_MATRICES = 2, 1024, 16
"""How many vectors and matrices are kept for the next question; labels of 1.5 kB each, matrices of a few MB at most."""


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

    def load(self, folder: Path) -> None:
        """Add the phrases of one folder."""
        texts = json.loads((folder / TEXTS).read_text(encoding="utf-8"))
        vectors = np.load(folder / VECTORS, allow_pickle=False)
        self._rows.update(zip(texts, vectors, strict=True))

    def similarity(self, text: str, labels: Sequence[str]) -> Sequence[float]:
        """Cosine similarity of ``text`` with each label, -1..1, as plain floats."""
        if not labels:
            return []
        key = tuple(labels)
        matrix = self._matrices.get(key)
        if matrix is None:
            matrix = self._matrices.keep(key, self._stack(key))
        scores: list[float] = (matrix @ self._vector(text)).tolist()
        return scores

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
            for label, vector in zip(fresh, self._encoder.encode(fresh), strict=True):
                rows[label] = self._labels.keep(label, vector)
        return np.stack([row for label in labels if (row := rows[label]) is not None])
