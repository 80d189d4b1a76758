from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tieout.errors import EncoderError
from tieout.vectors import export
from tieout.vectors.encoder import open_encoder
from tieout.vectors.minilm import check_digest, export_file, model_folder, sha256_of


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run ``code`` in a process of its own: torch stays out of this one."""
    env = {**os.environ, "HF_HUB_OFFLINE": "1", "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-W", "ignore", "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=env, timeout=300, check=False)


@pytest.mark.slow
def test_the_export_is_reproducible_and_equals_the_original(tmp_path: Path) -> None:
    done = run(
        "import sys; from tieout.vectors.export import main; sys.exit(main(sys.argv[1:]))", "--into", str(tmp_path)
    )
    assert done.returncode == 0, done.stderr
    made = tmp_path / export_file().name
    check_digest(made)
    assert sorted(path.name for path in tmp_path.iterdir()) == [made.name, made.name + ".sha256"]
    model = open_encoder("minilm", 1)
    assert sha256_of(made) == sha256_of(export_file())
    code = """
import json, sys
from tieout.vectors.encoder import open_encoder
model, texts = open_encoder(sys.argv[1], 1), json.loads(sys.argv[2])
tokens = [[t.whole.tolist(), t.vectors.tolist(), t.spans] for t in model.encode_tokens(texts)]
print(json.dumps([model.encode(texts).tolist(), tokens]))
"""
    texts = ["Water fell by 4 %.", "", "Waste is sorted at 31 sites. " * 60, "Abfälle ♻️", "a\0b"]
    done = run(code, str(model_folder()), json.dumps(texts))
    assert done.returncode == 0, done.stderr
    vectors, tokens = json.loads(done.stdout)
    np.testing.assert_allclose(model.encode(texts), np.array(vectors), atol=1e-5)
    for ours, (whole, own, spans) in zip(model.encode_tokens(texts), tokens, strict=True):
        np.testing.assert_allclose(ours.whole, np.array(whole), atol=1e-5)
        np.testing.assert_allclose(ours.vectors, np.array(own).reshape(-1, 384), atol=1e-5)
        assert ours.spans == tuple((a, b) for a, b in spans)


@pytest.mark.slow
def test_an_export_that_differs_leaves_nothing_behind(tmp_path: Path) -> None:
    code = """
import sys
from tieout.vectors import export
export.TOLERANCE = -1.0
sys.exit(export.main(sys.argv[1:]))
"""
    done = run(code, "--into", str(tmp_path))
    assert done.returncode == 1
    assert "differs from the original" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_altered_weights_are_never_exported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "WEIGHTS_SHA256", "0" * 64)
    with pytest.raises(EncoderError, match="weights are missing or altered"):
        export.export(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(EncoderError, match="cannot write"):
        export.export(tmp_path / "file" / "share")


@pytest.mark.slow
def test_an_unknown_sentence_transformer_is_told_without_network() -> None:
    code = """
import socket
def refuse(*args, **kwargs): raise AssertionError("network")
socket.socket.connect = socket.getaddrinfo = refuse
from tieout.errors import EncoderError
from tieout.vectors.encoder import open_encoder
try:
    open_encoder("nobody/no-such-model-here")
except EncoderError as error:
    print(error)
"""
    done = run(code)
    assert done.returncode == 0, done.stderr
    assert "no such SentenceTransformer" in done.stdout
