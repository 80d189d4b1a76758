"""The vector index: FAISS by inner product over vectors of length 1.

Exact (Flat) up to 100,000 rows, above that inverted lists (IVF,Flat) whose number of visited lists is tuned at build
time until the index finds 99 of 100 true neighbours of its own vectors. Built on one thread with FAISS' fixed seeds:
the same vectors give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tieout.errors import EncoderError, IndexIntegrityError
from tieout.vectors.encoder import Vectors

Rows = NDArray[np.int64]

FLAT_ROWS = 100_000
_RECALL = 0.99
_PROBES = 64


class VectorIndex:
    """Vectors by row number, searched by cosine.

    Args:
        index: a FAISS index of inner products.
    """

    def __init__(self, index: Any) -> None:
        self._index = index

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def dimension(self) -> int:
        """Length of the vectors."""
        return int(self._index.d)

    @classmethod
    def build(cls, vectors: Vectors, flat_rows: int = FLAT_ROWS) -> VectorIndex:
        """An index over ``vectors`` (n, d); row i is vector i. Exact up to ``flat_rows`` rows.

        Raises:
            EncoderError: the array is not two-dimensional, or holds a NaN or an infinite number.
        """
        import faiss

        _refuse_bad(vectors, vectors.shape[1] if vectors.ndim == 2 else 0)
        exact = faiss.IndexFlatIP(vectors.shape[1])
        rows = np.ascontiguousarray(vectors, dtype=np.float32)
        exact.add(rows)
        if len(rows) <= flat_rows:
            return cls(exact)
        with _one_thread():
            lists = int(4 * np.sqrt(len(rows)))
            index = faiss.IndexIVFFlat(
                faiss.IndexFlatIP(rows.shape[1]), rows.shape[1], lists, faiss.METRIC_INNER_PRODUCT
            )
            index.train(rows)
            index.add(rows)
            index.make_direct_map()
            _tune(index, exact, rows[:: max(1, len(rows) // _PROBES)][:_PROBES])
        return cls(index)

    def to_bytes(self) -> bytes:
        """The index as FAISS writes it."""
        import faiss

        return bytes(faiss.serialize_index(self._index))

    @classmethod
    def open(cls, path: Path, dimension: int, rows: int | None = None) -> VectorIndex:
        """Read an index.

        Args:
            path: the file.
            dimension: the length its vectors must have.
            rows: how many it must hold, where known.

        Raises:
            IndexIntegrityError: missing, unreadable, or not of these dimensions.
        """
        import faiss

        try:
            data = np.frombuffer(path.read_bytes(), dtype=np.uint8)
            index = faiss.deserialize_index(data)
        except OSError as error:
            raise IndexIntegrityError(f"cannot be read: {error.strerror}", subject=str(path)) from error
        except (RuntimeError, MemoryError) as error:
            raise IndexIntegrityError(
                "not a FAISS index, or a damaged one", subject=str(path), remedy="Run: tieout rebuild"
            ) from error
        if index.d != dimension or index.metric_type != faiss.METRIC_INNER_PRODUCT or rows not in (None, index.ntotal):
            raise IndexIntegrityError(
                f"holds {index.ntotal} vectors of {index.d}, expected {'' if rows is None else rows} of {dimension}",
                subject=str(path),
                remedy="Run: tieout rebuild",
            )
        return cls(index)

    def search(self, vector: Vectors, k: int, allowed: Rows | None = None) -> list[tuple[int, float]]:
        """The ``k`` nearest rows to ``vector`` (d,), best first, equals by row; only ``allowed`` rows where given.

        Raises:
            EncoderError: the vector has another length, or holds a NaN.
        """
        query = np.atleast_2d(np.ascontiguousarray(vector, dtype=np.float32))
        _refuse_bad(query, self.dimension)
        reach = len(self) if allowed is None else len(allowed)
        k = min(k, reach)
        if k <= 0:
            return []
        found, rows = self._index.search(query, k, params=self._parameters(k, allowed))
        pairs = ((int(row), float(score)) for row, score in zip(rows[0], found[0], strict=True) if row >= 0)
        return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))

    def vectors(self, rows: Rows) -> Vectors:
        """The stored vectors of ``rows``, shape (len(rows), d)."""
        if not len(rows):
            return np.empty((0, self.dimension), dtype=np.float32)
        taken: Vectors = self._index.reconstruct_batch(np.asarray(rows, dtype=np.int64))
        return taken

    def _parameters(self, k: int, allowed: Rows | None) -> Any:
        import faiss

        selector: dict[str, Any] = {} if allowed is None else {"sel": faiss.IDSelectorBatch(np.sort(allowed))}
        lists = getattr(self._index, "nlist", None)
        if lists is None:
            return faiss.SearchParameters(**selector)
        # A scope thins out each list, so all lists are visited: exact, and cheap because other rows are skipped.
        # Without one, as many as were tuned for few neighbours, and for many those that hold four times as many rows.
        enough = min(lists, max(self._index.nprobe, -(-4 * k * lists // len(self))))
        selector["nprobe"] = lists if selector else enough
        return faiss.SearchParametersIVF(**selector)


def _refuse_bad(vectors: Vectors, dimension: int) -> None:
    if vectors.ndim != 2 or vectors.shape[1] != dimension:
        shape = " x ".join(map(str, vectors.shape))
        raise EncoderError(f"vectors of shape {shape} where each must have length {dimension or 'one and the same'}")
    if not np.isfinite(vectors).all():
        raise EncoderError("a vector holds a number that is not finite")


@contextmanager
def _one_thread() -> Iterator[None]:
    import faiss

    before = faiss.omp_get_max_threads()
    faiss.omp_set_num_threads(1)
    try:
        yield
    finally:
        faiss.omp_set_num_threads(before)


def _tune(index: Any, exact: Any, probes: Vectors) -> None:
    """Double the lists visited until 99 of 100 true neighbours of the probes are found."""
    _, true = exact.search(probes, 10)
    index.nprobe = 8
    while index.nprobe < index.nlist:
        _, found = index.search(probes, 10)
        hits = sum(len(np.intersect1d(a, b)) for a, b in zip(true, found, strict=True))
        if hits >= _RECALL * true.size:
            return
        index.nprobe = min(2 * index.nprobe, index.nlist)
