"""What the project keeps: text that can be read, and nothing that was fetched."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MOST_BYTES = 500_000
FETCHED = {".whl", ".gz", ".zip", ".onnx", ".safetensors", ".gguf", ".npy", ".bin"}


def test_no_large_or_fetched_file_is_tracked() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("this is no checkout: there is nothing to tell which files are tracked")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    files = [ROOT / name for name in listed.split("\0") if name]
    assert files
    assert [f.name for f in files if f.suffix in FETCHED] == []
    assert [f.name for f in files if f.exists() and f.stat().st_size > MOST_BYTES] == []
