"""Which words of one text another one says."""

from __future__ import annotations

import numpy as np
import pytest

from tieout.vectors.alignment import align
from tieout.vectors.encoder import Encoder, Tokens, open_encoder

WHOLE = np.array([1.0, 0.0, 0.0], dtype=np.float32)
EAST, NORTH, UP = np.eye(3, dtype=np.float32)


def tokens(*rows: np.ndarray) -> Tokens:
    """Tokens of three letters each, with a space between them."""
    vectors = np.stack(rows) if rows else np.zeros((0, 3), dtype=np.float32)
    return Tokens(WHOLE, vectors, tuple((4 * i, 4 * i + 3) for i in range(len(rows))))


def test_a_word_is_as_near_as_the_nearest_token_of_the_other() -> None:
    found = align(tokens(EAST, NORTH), tokens(UP, EAST))
    assert found.nearness((0, 3)) == pytest.approx(1.0)
    assert found.nearness((4, 7)) == pytest.approx(0.0)
    assert found.nearness((0, 7)) == pytest.approx(0.5)


def test_beside_a_span_only_its_neighbours_count() -> None:
    found = align(tokens(EAST), tokens(EAST, UP, NORTH))
    assert found.nearness((0, 3), (8, 11)) == pytest.approx(0.0)
    assert found.nearness((0, 3), (8, 11), (2, 0)) == pytest.approx(1.0)
    assert found.nearness((0, 3), (8, 11), (1, 5)) == pytest.approx(0.0)
    assert found.nearness((0, 3), (90, 91)) == pytest.approx(1.0)  # no token stands there: look everywhere


def test_nothing_says_nothing() -> None:
    assert align(tokens(EAST), tokens()).nearness((0, 3)) == 0.0
    assert align(tokens(EAST), tokens(EAST)).nearness((30, 33)) == 0.0


@pytest.fixture(scope="module")
def model() -> Encoder:
    return open_encoder("minilm", threads=1)


def test_each_token_has_a_unit_vector_and_its_place(model: Encoder) -> None:
    text = "Water withdrawal fell."
    (made,) = model.encode_tokens([text])
    np.testing.assert_allclose(made.whole, model.encode([text])[0], atol=1e-6)
    np.testing.assert_allclose(np.linalg.norm(made.vectors, axis=1), 1.0, atol=1e-5)
    assert [text[a:b] for a, b in made.spans] == ["Water", "withdrawal", "fell", "."]
    assert [t.vectors.shape for t in model.encode_tokens(["", "a\0b"])] == [(0, 384), (2, 384)]


def test_the_tokens_of_a_text_depend_on_it_alone(model: Encoder) -> None:
    texts = ["Barges were painted.", "Ropes are tested each spring.", "Dye"]
    alone = [model.encode_tokens([text])[0].vectors.tobytes() for text in texts]
    assert [t.vectors.tobytes() for t in model.encode_tokens(texts)] == alone
    assert [t.vectors.tobytes() for t in open_encoder("minilm", threads=2).encode_tokens(texts)] == alone


def test_a_paraphrase_is_nearer_than_another_matter(model: Encoder) -> None:
    question, *others = model.encode_tokens(
        ["papers handed out", "The mill issued 25 documents on rope.", "The mill dyes wool in spring."]
    )
    near, far = (align(question, other).nearness((0, 6)) for other in others)
    assert near > far + 0.2
