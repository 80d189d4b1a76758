from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tieout.errors import EncoderError
from tieout.vectors.encoder import MAX_CHARACTERS, Encoder, clean, open_encoder, thread_count


def test_what_every_encoder_gets_is_bounded_and_valid() -> None:
    assert clean("a\0b") == "a b"
    assert clean("a\ud800b") == "a?b"
    assert len(clean("x" * 10**6)) == MAX_CHARACTERS


def test_threads() -> None:
    assert thread_count(3) == 3
    assert thread_count(0) >= 1


def test_the_fake_is_an_encoder(encoder: Any) -> None:
    assert isinstance(encoder, Encoder)
    assert encoder.encode(["one", "two"]).dtype == np.float32


def test_a_model_without_its_library_names_the_pip_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    monkeypatch.setitem(sys.modules, "torch", None)
    with pytest.raises(EncoderError, match="pip install sentence-transformers"):
        open_encoder("some/model")


@pytest.mark.parametrize(("module", "line"), [("tokenizers", "install tokenizers"), ("onnxruntime", "onnxruntime")])
def test_a_missing_runtime_names_the_pip_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, module: str, line: str
) -> None:
    from tieout.vectors.minilm import OnnxMiniLm

    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(EncoderError, match=line):
        OnnxMiniLm(tmp_path / "none.onnx")
