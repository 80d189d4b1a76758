"""Fusion: one ranking out of several lists of scores over the same rows."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]


def standardise(scores: Scores) -> Scores:
    """Scores minus their mean, over their standard deviation; all zero where they do not differ."""
    if not len(scores):
        return scores
    spread = float(scores.std())
    return (scores - scores.mean()) / spread if spread > 1e-12 else np.zeros_like(scores)


def fuse(parts: Sequence[tuple[float, Scores]]) -> Scores:
    """The weighted sum of standardised score lists, each (weight, scores (n,))."""
    total: Scores = np.sum([w * standardise(np.asarray(scores, dtype=np.float64)) for w, scores in parts], axis=0)
    return total
