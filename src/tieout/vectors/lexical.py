"""The lexical index: BM25 over stems, with weighted query terms and a scope of rows.

Robertson and Zaragoza (2009), "The Probabilistic Relevance Framework: BM25 and Beyond", with the non-negative inverse
document frequency of Lucene. The postings are four plain NumPy arrays beside a sorted list of terms, so that opening
is reading, the bytes depend on the texts only, and query expansion can give each term its own weight.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tieout.errors import IndexIntegrityError

K1 = 1.2
B = 0.75
_ARRAYS = ("offsets", "rows", "counts", "lengths")


@dataclass(frozen=True, slots=True)
class LexicalIndex:
    """Postings of n rows and v terms.

    Args:
        vocabulary: term to its number; numbers follow the terms' sort order.
        offsets: int64 (v + 1,): the postings of term t are ``rows[offsets[t]:offsets[t + 1]]``.
        rows: int32: row numbers, rising within a term.
        counts: int32: how often the term stands in the row.
        lengths: int32 (n,): terms a row.
    """

    vocabulary: Mapping[str, int]
    offsets: NDArray[np.int64]
    rows: NDArray[np.int32]
    counts: NDArray[np.int32]
    lengths: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.lengths)

    @classmethod
    def build(cls, texts: Iterable[Sequence[str]]) -> LexicalIndex:
        """An index over rows of terms."""
        postings: dict[str, list[tuple[int, int]]] = {}
        lengths: list[int] = []
        for row, terms in enumerate(texts):
            lengths.append(len(terms))
            for term, count in Counter(terms).items():
                postings.setdefault(term, []).append((row, count))
        ordered = sorted(postings)
        pairs = np.array([pair for term in ordered for pair in postings[term]], dtype=np.int32).reshape(-1, 2)
        sizes = np.array([0, *(len(postings[term]) for term in ordered)], dtype=np.int64)
        return cls(
            {term: number for number, term in enumerate(ordered)},
            np.cumsum(sizes),
            np.ascontiguousarray(pairs[:, 0]),
            np.ascontiguousarray(pairs[:, 1]),
            np.array(lengths, dtype=np.int32),
        )

    def save(self, folder: Path) -> None:
        """Write the index as ``terms.txt`` and one .npy file an array into an existing folder."""
        text = "\n".join(sorted(self.vocabulary, key=self.vocabulary.__getitem__))
        (folder / "terms.txt").write_bytes(text.encode("utf-8"))
        for name in _ARRAYS:
            np.save(folder / f"{name}.npy", getattr(self, name), allow_pickle=False)

    @classmethod
    def open(cls, folder: Path) -> LexicalIndex:
        """Read what ``save`` wrote.

        Raises:
            IndexIntegrityError: a file is missing, unreadable or does not fit the others.
        """
        try:
            text = (folder / "terms.txt").read_bytes().decode("utf-8")
            arrays = {name: np.load(folder / f"{name}.npy", allow_pickle=False) for name in _ARRAYS}
        except (OSError, ValueError, EOFError) as error:
            raise IndexIntegrityError(
                "the lexical index cannot be read", subject=str(folder), remedy="Run: tieout rebuild"
            ) from error
        index = cls({term: number for number, term in enumerate(text.split("\n") if text else [])}, **arrays)
        index._check(folder)
        return index

    def _check(self, folder: Path) -> None:
        fits = (
            all(getattr(self, name).ndim == 1 and getattr(self, name).dtype.kind == "i" for name in _ARRAYS)
            and len(self.offsets) == len(self.vocabulary) + 1
            and self.offsets[0] == 0
            and bool((np.diff(self.offsets) >= 0).all())
            and self.offsets[-1] == len(self.rows) == len(self.counts)
            and (not len(self.rows) or 0 <= int(self.rows.min()) <= int(self.rows.max()) < len(self.lengths))
        )
        if not fits:
            raise IndexIntegrityError(
                "the files of the lexical index do not fit together", subject=str(folder), remedy="Run: tieout rebuild"
            )

    def postings(self, term: str) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Rows and counts of a term; empty where no row has it."""
        number = self.vocabulary.get(term)
        if number is None:
            return self.rows[:0], self.counts[:0]
        part = slice(int(self.offsets[number]), int(self.offsets[number + 1]))
        return self.rows[part], self.counts[part]

    def rarity(self, term: str) -> float:
        """Inverse document frequency of a term, 0 or more."""
        number = len(self.postings(term)[0])
        return float(np.log1p((len(self) - number + 0.5) / (number + 0.5)))

    def scores(self, query: Mapping[str, float]) -> NDArray[np.float64]:
        """BM25 of every row, shape (n,): the sum over ``query``'s terms, each times its weight; 0 without any term."""
        total = np.zeros(len(self), dtype=np.float64)
        if not len(self):
            return total
        norm = K1 * (1 - B + B * self.lengths / max(1.0, float(self.lengths.mean())))
        for term, weight in sorted(query.items()):
            rows, counts = self.postings(term)
            total[rows] += weight * self.rarity(term) * counts * (K1 + 1) / (counts + norm[rows])
        return total
