"""A disk that is really full: a small tmpfs."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tieout.errors import StorageError
from tieout.storage import IndexFolder
from tieout.storage.operations import FileOperations

from .world import TornError, commit_state, naive_commit, naive_state, sound_state

MEGABYTES = 16


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """An empty file system of 16 MB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "tmpfs", str(disk)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no mount command to make a small disk with")
    if done.returncode != 0:
        pytest.skip(f"a small disk cannot be mounted here: {done.stderr.strip()}")
    try:
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.parametrize("states", [0, 2], ids=["first commit", "third"])
def test_a_full_disk_loses_nothing_and_space_heals_it(small_disk: Path, states: int) -> None:
    root = small_disk / "index"
    folder = IndexFolder(root)
    for state in range(1, states + 1):
        commit_state(folder, state).close()
    filler = small_disk / "filler"
    filler.write_bytes(b"x" * (MEGABYTES - 6 << 20))
    with pytest.raises(StorageError, match="no space left on the device"), folder.begin() as transaction:
        for number in range(MEGABYTES):
            transaction.write(f"big-{number}", b"y" * (1 << 20))
    assert sound_state(root) == states

    with (
        pytest.raises(StorageError, match="no space left on the device"),
        folder.begin() as transaction,
        transaction.path("vectors.bin").open("wb") as out,  # as a library does that knows nothing of transactions
    ):
        out.write(b"y" * (MEGABYTES << 20))
    assert sound_state(root) == states

    filler.write_bytes(b"x" * (MEGABYTES - 3 << 20))
    with pytest.raises(StorageError, match="not enough free space"):
        commit_state(folder, 9)
    assert sound_state(root) == states

    filler.unlink()
    commit_state(folder, 10).close()
    assert sound_state(root) == 10
    assert not list(root.glob("tmp-*"))


def test_without_the_defence_a_full_disk_destroys_the_old_state(small_disk: Path) -> None:
    naive_commit(small_disk / "index", 1, FileOperations())
    with pytest.raises(OSError, match="No space"), (small_disk / "filler").open("wb") as filler:
        filler.write(b"x" * (MEGABYTES + 1 << 20))
    (small_disk / "index" / "graph.nq").unlink()
    with pytest.raises(OSError, match="No space"):
        while True:
            with (small_disk / "rest").open("ab") as rest:
                rest.write(b"x")
                rest.flush()
    with pytest.raises(OSError, match="No space"):
        naive_commit(small_disk / "index", 2, FileOperations())
    with pytest.raises(TornError):
        naive_state(small_disk / "index")
