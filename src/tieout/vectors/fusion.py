"""Fusion: one ranking out of several, by weighted reciprocal ranks.

Cormack, Clarke and Büttcher (2009), "Reciprocal Rank Fusion". Ranks need no common scale, so cosines and BM25 can meet.
``DAMPING`` is smaller than the paper's 60: with two lists of one report, what either puts first should stay on top.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]

DAMPING = 8.0


def ranks(scores: Scores) -> Scores:
    """Rank of each entry, 1 for the highest; equal scores in the order given. Shape as ``scores``."""
    placed = np.empty(len(scores), dtype=np.float64)
    placed[np.argsort(-scores, kind="stable")] = np.arange(1, len(scores) + 1)
    return placed


def reciprocal_rank(parts: Sequence[tuple[float, Scores]], damping: float = DAMPING) -> Scores:
    """The fused score of each entry: 1 where all lists put it first, falling towards 0.

    Args:
        parts: (weight, scores (n,)) a list, weights adding up to 1. An entry whose score in a list is 0 or less was not
            found by it and gains nothing from it.
        damping: the constant added to each rank.
    """
    total = np.zeros(len(parts[0][1]), dtype=np.float64)
    for weight, scores in parts:
        total += np.where(scores > 0, weight * (damping + 1) / (damping + ranks(scores)), 0.0)
    return total
