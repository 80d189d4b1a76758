"""Nearness of a question to phrases: what was prepared is not encoded again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from tieout.vectors.encoder import Vectors
from tieout.workflow.phrases import Phrases, phrase_files


class Letters:
    """An encoder that counts letters and remembers what it was given."""

    name, dimension = "letters", 26

    def __init__(self) -> None:
        self.given: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.given += texts
        rows = [[float(text.count(chr(97 + i))) for i in range(26)] for text in texts]
        vectors = np.array(rows, dtype=np.float32)
        return vectors / np.maximum(1e-9, np.linalg.norm(vectors, axis=1, keepdims=True))


@pytest.fixture
def encoder(tmp_path: Path) -> Letters:
    made = Letters()
    for name, data in phrase_files(["water", "waste"], made).items():
        (tmp_path / name).write_bytes(data)
    made.given.clear()
    return made


def test_prepared_phrases_are_encoded_no_more(encoder: Letters, tmp_path: Path) -> None:
    phrases = Phrases(encoder)
    phrases.load(tmp_path)
    assert phrases.similarity("water", ["water", "waste"])[0] == pytest.approx(1.0)
    assert encoder.given == []
    phrases.similarity("wetter", ["water", "other"])
    phrases.similarity("wetter", ["other", "waste"])
    assert sorted(encoder.given) == ["other", "wetter"]


def test_unprepared_labels_give_the_same_scores(encoder: Letters, tmp_path: Path) -> None:
    prepared, bare = Phrases(encoder), Phrases(encoder)
    prepared.load(tmp_path)
    labels = ["waste", "water", "waste"]
    assert prepared.similarity("tar", labels) == bare.similarity("tar", labels)
    assert bare.similarity("tar", []) == []
