"""Late interaction: how near each word of one text comes to any token of another.

A text's vector says what it is about; its tokens' vectors say what of it another text says, whatever words that takes:
"papers" lies near to "documents", "hand out" to "issued". The measure is the greatest cosine over the other's tokens
(Khattab and Zaharia, ColBERT, SIGIR 2020), here with the encoder as it is, without training it for this.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tieout.vectors.encoder import Tokens, Vectors

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Alignment:
    """The cosines of the tokens of a text (rows) with those of another (columns).

    Args:
        cosines: float32, shape (n, m).
        spans: where the text's n tokens stand in it.
        others: where the other's m tokens stand in it.
    """

    cosines: Vectors
    spans: tuple[Span, ...]
    others: tuple[Span, ...]

    def nearness(self, span: Span, around: Span | None = None, reach: tuple[int, int] = (0, 0)) -> float:
        """The mean, over the tokens in a span of the text, of their greatest cosine with the other text, -1..1.

        Args:
            span: characters of the text; 0.0 where no token stands there.
            around: characters of the other text to look beside; everywhere where it is None or holds no token.
            reach: how many tokens before and behind ``around`` count as beside it.
        """
        rows = [i for i, s in enumerate(self.spans) if _meet(s, span)]
        if not rows or not self.others:
            return 0.0
        cosines = self.cosines[rows]
        inside = [i for i, s in enumerate(self.others) if _meet(s, around)] if around is not None else []
        if inside:
            cosines = cosines[:, max(0, inside[0] - reach[0]) : inside[-1] + 1 + reach[1]]
        return float(cosines.max(axis=1).mean())


def align(text: Tokens, other: Tokens) -> Alignment:
    """The alignment of two texts of one encoder."""
    # Row by row: a cosine depends on its two vectors alone, however many others are compared.
    cosines = np.vecdot(text.vectors[:, None, :], other.vectors[None, :, :]) if len(other.spans) else _none(text)
    return Alignment(cosines, text.spans, other.spans)


def _none(text: Tokens) -> Vectors:
    return np.zeros((len(text.spans), 0), dtype=np.float32)


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
