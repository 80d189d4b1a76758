"""A fault at every single file system call of a commit: the old generation answers and the message says why."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

import pytest

from tieout.errors import TieoutError
from tieout.storage import IndexFolder
from tieout.storage.operations import FileOperations

from .world import (
    ERRORS,
    TornError,
    commit_state,
    failing,
    naive_commit,
    naive_state,
    sound_state,
)


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index at state 3 with the remains of a dead writer in it."""
    root = tmp_path_factory.mktemp("old") / "root"
    for state in (1, 2, 3):
        commit_state(IndexFolder(root), state).close()
    (root / "tmp-1" / "reports").mkdir(parents=True)
    (root / "tmp-1" / "reports" / "half.jsonl").write_bytes(b"half")
    (root / "tmp-CURRENT").write_bytes(b"half")
    return root


@pytest.mark.parametrize("number", ERRORS, ids=[errno.errorcode[n] for n in ERRORS])
@pytest.mark.parametrize("states", [0, 3], ids=["first commit", "fourth"])
def test_one_failing_call(tmp_path: Path, old: Path, number: int, states: int) -> None:
    raised = 0
    for strike_at in range(1, 1000):
        root = tmp_path / str(strike_at)
        if states:
            shutil.copytree(old, root)
        files = failing(strike_at, number)
        try:
            commit_state(IndexFolder(root, files=files), 9).close()
        except TieoutError as error:
            assert ERRORS[number] in str(error).lower(), (strike_at, files.struck)
            assert sound_state(root) == states, (strike_at, files.struck)
            raised += 1
        else:
            assert sound_state(root) == 9
        commit_state(IndexFolder(root), 10).close()
        assert sound_state(root) == 10
        assert not list(root.glob("tmp-*"))
        shutil.rmtree(root)
        if not files.struck:
            break
    else:
        pytest.fail("the commit never ran through")
    assert raised > 50


@pytest.mark.parametrize("only", [("write", "mkdir", "link"), ("fsync",), ("rename",)], ids="+".join)
def test_every_call_fails_from_one_on(tmp_path: Path, old: Path, only: tuple[str, ...]) -> None:
    for strike_at in range(1, 1000):
        root = tmp_path / str(strike_at)
        shutil.copytree(old, root)
        files = failing(strike_at, errno.ENOSPC, forever=True, only=only)
        try:
            commit_state(IndexFolder(root, files=files), 9).close()
        except TieoutError as error:
            assert ERRORS[errno.ENOSPC] in str(error)
            assert sound_state(root) == 3
        else:
            assert sound_state(root) == 9
            if not files.struck:
                break
        shutil.rmtree(root)
    else:
        pytest.fail("the commit never ran through")


def test_without_the_defence_a_fault_destroys_the_old_state(tmp_path: Path) -> None:
    destroyed = 0
    for strike_at in range(1, 20):
        root = tmp_path / str(strike_at)
        naive_commit(root, 1, FileOperations())
        try:
            naive_commit(root, 2, failing(strike_at, errno.ENOSPC))
        except OSError:
            try:
                naive_state(root)
            except TornError:
                destroyed += 1
    assert destroyed > 0


def test_a_full_disk_met_by_the_caller_is_told_as_such(tmp_path: Path) -> None:
    folder = IndexFolder(tmp_path / "root")
    with pytest.raises(TieoutError, match="no space left on the device"), folder.begin():
        raise OSError(errno.ENOSPC, "No space left on device", "vectors.bin")
    assert folder.current() is None
    commit_state(folder, 1).close()
    assert sound_state(folder.root) == 1
