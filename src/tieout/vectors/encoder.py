"""The encoder: what turns texts into vectors, whichever model does it.

Two implementations: ``OnnxMiniLm`` (the default; no torch in the process) and ``SentenceTransformerEncoder`` (any model
of that library). Both give vectors of length 1, so that the inner product is the cosine.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Notify = Callable[[str], None]

# Texts are cut here before tokenizing: far beyond what any model reads, so that a hostile text costs no more than a
# page.
MAX_CHARACTERS = 20_000


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a model makes of a text and of each of its tokens, in order, without those that mark its ends.

    Args:
        whole: the text's own vector, as ``encode`` gives it to within 1e-6.
        vectors: float32, shape (n, dimension), each of length 1: of the last layer, before they are pooled.
        spans: the half-open spans of characters they stand for; n of them.
    """

    whole: Vectors
    vectors: Vectors
    spans: tuple[tuple[int, int], ...]


@runtime_checkable
class Encoder(Protocol):
    """A model that embeds texts.

    Attributes:
        name: the model's id with the digest of its weights; indexes record it and refuse any other.
        dimension: length of its vectors.
    """

    @property
    def name(self) -> str:
        """The model's id with the digest of its weights."""
        ...

    @property
    def dimension(self) -> int:
        """Length of the vectors."""
        ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """The vectors of ``texts``, in order: float32, shape (n, dimension), each of length 1."""
        ...

    def encode_phrases(self, texts: Sequence[str]) -> Vectors:
        """As ``encode``, for many texts of a few words: the fastest way, equal to it within 1e-6."""
        ...

    def encode_tokens(self, texts: Sequence[str]) -> Sequence[Tokens]:
        """The vectors of each text's tokens, each in its context."""
        ...


def clean(text: str) -> str:
    """The text as every encoder gets it: bounded in length, lone surrogates replaced, NUL written as a space."""
    return text[:MAX_CHARACTERS].replace("\0", " ").encode("utf-8", "replace").decode("utf-8")


def thread_count(threads: int) -> int:
    """``threads``, or as many as this process may use where it is 0."""
    if threads > 0:
        return threads
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def open_encoder(setting: str = "minilm", threads: int = 0, notify: Notify | None = None) -> Encoder:
    """The encoder that a setting names.

    Args:
        setting: "minilm", or the name or folder of a SentenceTransformer.
        threads: threads for encoding; 0 takes all that the process may use. Vectors of "minilm" do not depend on it.
        notify: told in one line before something slow: the one-time export of the default model.

    Raises:
        EncoderError: the model is missing or altered, or a package it needs is not installed.
    """
    if setting == "minilm":
        from tieout.vectors.minilm import OnnxMiniLm

        return OnnxMiniLm.open(threads=threads, notify=notify)
    from tieout.vectors.sentence_transformer import SentenceTransformerEncoder

    return SentenceTransformerEncoder(setting, threads=threads)
