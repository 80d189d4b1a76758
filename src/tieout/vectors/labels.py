"""Label indexes: small collections of (key, text) pairs found by meaning, for linking words of a question to things.

One folder a collection (series labels, metrics, clauses, topics). A key may have several texts; its score is its best
text's.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from pathlib import Path

import numpy as np

from tieout.errors import IndexIntegrityError
from tieout.vectors.encoder import Encoder, Vectors
from tieout.vectors.index import VectorIndex
from tieout.vectors.sealed import read_seal, write_seal

SCHEMA = "labels/1"


class LabelIndex:
    """Texts that stand for keys.

    Args:
        keys: the key of each row.
        vectors: the vectors of the rows' texts.
    """

    def __init__(self, keys: Sequence[str], vectors: VectorIndex) -> None:
        self._keys = keys
        self._vectors = vectors
        self._of_key: dict[str, list[int]] = {}
        for row, key in enumerate(keys):
            self._of_key.setdefault(key, []).append(row)

    def __len__(self) -> int:
        return len(self._keys)

    @classmethod
    def build(cls, folder: Path, pairs: Sequence[tuple[str, str]], encoder: Encoder) -> None:
        """Write the index of (key, text) ``pairs`` into ``folder``; repeated pairs count once."""
        distinct = sorted(set(pairs))
        folder.mkdir(parents=True, exist_ok=True)
        lines = [json.dumps(list(pair)) + "\n" for pair in distinct]
        (folder / "rows.jsonl").write_bytes("".join(lines).encode("ascii"))
        vectors = encoder.encode([text for _, text in distinct])
        (folder / "vectors.faiss").write_bytes(VectorIndex.build(vectors).to_bytes())
        write_seal(folder, SCHEMA, encoder.name, encoder.dimension, len(distinct))

    @classmethod
    def open(cls, folder: Path, encoder: str, dimension: int) -> LabelIndex:
        """Read an index that was built with the encoder of this name and dimension.

        Raises:
            EncoderError: it was built with another model or dimension.
            IndexIntegrityError: a file is missing or damaged.
        """
        count = read_seal(folder, SCHEMA, encoder, dimension)
        try:
            text = (folder / "rows.jsonl").read_bytes().decode("ascii")
            keys = [str(json.loads(line)[0]) for line in text.splitlines()]
        except (OSError, ValueError, IndexError, TypeError) as error:
            raise IndexIntegrityError("the list of labels cannot be read", subject=str(folder)) from error
        return cls(keys, VectorIndex.open(folder / "vectors.faiss", dimension, count))

    def search(self, vector: Vectors, k: int, allowed: Collection[str] | None = None) -> list[tuple[str, float]]:
        """The ``k`` keys nearest to ``vector``, best first, with their cosine; only ``allowed`` keys where given."""
        rows = None
        if allowed is not None:
            rows = np.array(sorted(r for key in set(allowed) for r in self._of_key.get(key, ())), dtype=np.int64)
        widest = max((len(found) for found in self._of_key.values()), default=0)
        best: dict[str, float] = {}
        for row, score in self._vectors.search(vector, k * widest, rows):
            best.setdefault(self._keys[row], score)
        return sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))[:k]
