"""A small invented report and an encoder of a few lines, so that most tests need no model."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256

import numpy as np
import pytest

from tieout.model import Chunk, Passage
from tieout.vectors.encoder import Tokens
from tieout.vectors.terms import terms


class WordEncoder:
    """Adds up one fixed direction a stem: texts that share words are near each other."""

    def __init__(self, name: str = "words@1", dimension: int = 64) -> None:
        self.name = name
        self.dimension = dimension
        self.calls = 0

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        self.calls += 1
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            for term in [*terms(text), "a"]:
                seed = int.from_bytes(sha256(term.encode("utf-8", "replace")).digest()[:8], "big")
                rows[row] += np.random.default_rng(seed).standard_normal(self.dimension).astype(np.float32)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)

    def encode_phrases(self, texts: Sequence[str]) -> np.ndarray:
        return self.encode(texts)

    def encode_tokens(self, texts: Sequence[str]) -> list[Tokens]:
        found = []
        for text in texts:
            words = list(re.finditer(r"\w+", text))
            spans = tuple(m.span() for m in words)
            found.append(Tokens(self.encode([text])[0], self.encode([m.group() for m in words]), spans))
        return found


TEXTS = {
    "alder-2023": (
        "Alder cut its water withdrawal by a third with closed cooling loops.",
        "The board oversees climate risk twice a year.",
        "All staff took the anti-corruption course.",
    ),
    "birch-2023": (
        "Birch recycles waste paper and sends no waste to landfill.",
        "Water is drawn from the municipal supply only.",
        "Directors receive no variable pay.",
        "The works council met four times.",
    ),
}


def chunk(report: str, number: int, text: str, trail: tuple[str, ...] = ()) -> Chunk:
    return Chunk(f"{report}#{number}", Passage(report, number, 0, len(text), text), f"s{number}", trail, text)


@pytest.fixture
def encoder() -> WordEncoder:
    return WordEncoder()


@pytest.fixture
def chunks() -> list[Chunk]:
    return [chunk(report, n, text) for report, texts in TEXTS.items() for n, text in enumerate(texts, 1)]
