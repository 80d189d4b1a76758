"""The generator: the same tables give the same files, and they are the files that ship."""

from __future__ import annotations

from pathlib import Path

import pytest
from scripts.build_ontology import build

from tieout.graph.ontology import shipped_ontology


def files(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()
    }


@pytest.mark.shared
def test_the_same_tables_give_the_same_bytes(shared: Path, tmp_path: Path) -> None:
    build(shared / "reference", tmp_path / "a")
    build(shared / "reference", tmp_path / "b")
    assert files(tmp_path / "a") == files(tmp_path / "b")
    shipped = files(shipped_ontology())
    assert set(files(tmp_path / "a")) < set(shipped)
