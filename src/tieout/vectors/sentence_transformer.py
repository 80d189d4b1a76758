"""Any SentenceTransformer as an encoder. Loads torch; offline unless the environment says ``HF_HUB_OFFLINE=0``."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from tieout.errors import EncoderError
from tieout.vectors.encoder import Tokens, Vectors, clean

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_BATCH = 32


class SentenceTransformerEncoder:
    """A model of the sentence-transformers library, on the CPU.

    Args:
        name: a folder with a saved model, or a hub name whose files are already on this machine.
        threads: torch's threads, for the whole process; 0 leaves them as they are.

    Raises:
        EncoderError: the library or the model is missing.
    """

    def __init__(self, name: str, threads: int = 0) -> None:
        try:
            import torch
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            raise EncoderError(
                "this encoder needs a package that is not installed",
                subject=str(error.name),
                remedy="Run: pip install sentence-transformers",
            ) from error
        if threads > 0:
            torch.set_num_threads(threads)
        offline = os.environ.get("HF_HUB_OFFLINE", "1") != "0"
        try:
            self._model: SentenceTransformer = SentenceTransformer(name, device="cpu", local_files_only=offline)
        except (OSError, ValueError) as error:
            raise EncoderError(
                "no such SentenceTransformer on this machine",
                subject=name,
                remedy="Name a folder with a saved model, or set HF_HUB_OFFLINE=0 once to fetch it from the hub",
            ) from error
        self._dimension = int(self._model.get_embedding_dimension() or 0)
        self._name = f"{Path(name).name or name}@{_digest(self._model)}/{self._model.max_seq_length}"

    @property
    def name(self) -> str:
        """The model's id with the digest of its weights."""
        return self._name

    @property
    def dimension(self) -> int:
        """Length of the vectors."""
        return self._dimension

    def encode(self, texts: Sequence[str]) -> Vectors:
        """The vectors of ``texts``, in order: float32, shape (n, dimension), each of length 1."""
        if not texts:
            return np.empty((0, self._dimension), dtype=np.float32)
        return np.asarray(
            self._model.encode(
                [clean(text) for text in texts], batch_size=_BATCH, normalize_embeddings=True, show_progress_bar=False
            ),
            dtype=np.float32,
        )

    def encode_phrases(self, texts: Sequence[str]) -> Vectors:
        """As ``encode``, which runs batches anyway."""
        return self.encode(texts)

    def encode_tokens(self, texts: Sequence[str]) -> Sequence[Tokens]:
        """The vectors of each text's tokens, with their places in it.

        Raises:
            EncoderError: the model's tokenizer does not tell where its tokens stand.
        """
        if not getattr(self._model.tokenizer, "is_fast", False):
            raise EncoderError(
                "the model's tokenizer does not tell where its tokens stand",
                subject=self._name,
                remedy="Configure a model with a fast tokenizer, or leave the encoder at minilm",
            )
        return [self._tokens(clean(text), whole) for text, whole in zip(texts, self.encode(texts), strict=True)]

    def _tokens(self, text: str, whole: Vectors) -> Tokens:
        states = self._model.encode([text], output_value="token_embeddings", show_progress_bar=False)[0]
        read = self._model.tokenizer(
            text,
            truncation=True,
            max_length=self._model.max_seq_length,
            return_offsets_mapping=True,
            return_special_tokens_mask=True,
        )
        kept = [at for at, marks in enumerate(read["special_tokens_mask"][: len(states)]) if not marks]
        own = np.asarray(states, dtype=np.float32)[kept]
        length = np.maximum(np.linalg.norm(own, axis=1, keepdims=True), np.finfo(np.float32).tiny)
        return Tokens(
            whole, own / length, tuple((int(a), int(b)) for a, b in (read["offset_mapping"][at] for at in kept))
        )


def _digest(model: SentenceTransformer) -> str:
    """The first 12 hex digits of the SHA-256 over all weights, by name: the same weights get the same name anywhere."""
    digest = hashlib.sha256()
    for key, tensor in sorted(model.state_dict().items()):
        digest.update(key.encode())
        digest.update(np.ascontiguousarray(tensor.cpu().float().numpy()).tobytes())
    return digest.hexdigest()[:12]
