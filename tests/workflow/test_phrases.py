"""Nearness of a question to phrases: what was prepared is not encoded again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from tieout.vectors.encoder import Tokens, Vectors
from tieout.workflow.phrases import Phrasebook, Phrases


def placed(text: str) -> list[tuple[int, str]]:
    """The words of a text with where they begin."""
    return [(m.start(), m.group()) for m in re.finditer(r"\S+", text)]


class Letters:
    """An encoder that counts letters and remembers what it was given."""

    name, dimension = "letters", 26

    def __init__(self) -> None:
        self.given: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.given += texts
        rows = [[float(text.count(chr(97 + i))) for i in range(26)] for text in texts]
        vectors = np.array(rows, dtype=np.float32).reshape(-1, 26)
        return vectors / np.maximum(1e-9, np.linalg.norm(vectors, axis=1, keepdims=True))

    encode_phrases = encode

    def encode_tokens(self, texts: Sequence[str]) -> list[Tokens]:
        whole = self.encode(texts)
        return [
            Tokens(vector, self.encode(text.split()), tuple((at, at + len(w)) for at, w in placed(text)))
            for text, vector in zip(texts, whole, strict=True)
        ]


@pytest.fixture
def encoder(tmp_path: Path) -> Letters:
    made = Letters()
    for name, data in Phrasebook.encoded(["water", "waste"], made).files().items():
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


def test_a_book_takes_what_another_knows(encoder: Letters) -> None:
    known = Phrasebook.encoded(["water", "waste"], encoder)
    encoder.given.clear()
    book = Phrasebook.encoded(["energy use", "waste"], encoder, known)
    assert encoder.given == ["energy use"]
    np.testing.assert_array_equal(book.vectors, encoder.encode(["energy use", "waste"]))


def test_a_book_is_read_as_it_was_written(tmp_path: Path) -> None:
    book = Phrasebook.encoded(["Abfälle", "water"], Letters())
    for name, data in book.files().items():
        (tmp_path / name).write_bytes(data)
    again = Phrasebook.read(tmp_path)
    assert again.texts == book.texts
    np.testing.assert_array_equal(again.vectors, book.vectors)
    assert Phrasebook.encoded([], Letters()).vectors.shape == (0, 26)


def test_what_a_text_says_of_another_is_told_with_how_near_it_is(encoder: Letters) -> None:
    phrases = Phrases(encoder)
    (near, said), (far, unsaid) = phrases.alignments("wet oats", ["oats are wet", "fig"])
    assert near > far
    assert said.nearness((0, 3)) == pytest.approx(1.0)
    assert unsaid.nearness((0, 3)) == pytest.approx(0.0)


def test_the_tokens_of_a_text_are_not_made_again(encoder: Letters) -> None:
    phrases = Phrases(encoder)
    phrases.alignments("wet oats", ["oats are wet"])
    encoder.given.clear()
    phrases.alignments("wet oats", ["oats are wet"])
    assert encoder.given == []
