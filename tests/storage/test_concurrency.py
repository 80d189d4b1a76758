"""Several processes at one index: one writer at a time, and readers that never see two states mixed."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tieout.errors import IndexBusyError, StorageError
from tieout.storage import Generation, IndexFolder
from tieout.storage.lock import Pin
from tieout.storage.operations import FileOperations
from tieout.storage.pointer import Pointer

from .world import commit_state, sound_state, state_of

CHILD = Path(__file__).with_name("child.py")
READERS = 8
SECONDS = 20.0


def start(*arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, CHILD, *map(str, arguments)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def test_a_writer_in_another_process_is_named_and_its_death_frees_the_index(tmp_path: Path) -> None:
    with start("hold", tmp_path) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "held\n"
        with pytest.raises(IndexBusyError, match=f"ingest already running by pid {child.pid}$|pid {child.pid}\\."):
            IndexFolder(tmp_path).begin()
        child.kill()
    commit_state(IndexFolder(tmp_path), 1).close()
    assert sound_state(tmp_path) == 1


def test_a_forked_worker_does_not_keep_the_lock_of_a_dead_writer(tmp_path: Path) -> None:
    code = (
        "import os, sys, time; from pathlib import Path; from tieout.storage import IndexFolder;"
        "t = IndexFolder(Path(sys.argv[1])).begin();"
        "come, ready = os.pipe(); worker = os.fork();"
        "worker == 0 and (os.close(1), os.write(ready, b'.'), time.sleep(30), os._exit(0));"
        "os.read(come, 1); print(worker, flush=True); os.kill(os.getpid(), 9)"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True) as child:
        worker = int(child.stdout.readline()) if child.stdout is not None else 0
    try:
        commit_state(IndexFolder(tmp_path), 1).close()
    finally:
        subprocess.run(["kill", "-9", str(worker)], check=True)
    assert sound_state(tmp_path) == 1


def test_without_the_lock_two_writers_destroy_each_others_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit_state(IndexFolder(tmp_path), 1).close()
    monkeypatch.setattr(fcntl, "flock", lambda descriptor, operation: None)
    first = IndexFolder(tmp_path).begin()
    first.write("graph.nq", b"first")
    with IndexFolder(tmp_path).begin() as second:
        second.write("graph.nq", b"second")
        second.commit({"state": 2}).close()
    with pytest.raises(StorageError):
        first.commit({"state": 3})


@pytest.mark.slow
def test_a_writer_and_readers_never_mix_generations(tmp_path: Path) -> None:
    folder = IndexFolder(tmp_path)
    commit_state(folder, 1).close()
    readers = [start("read", tmp_path, SECONDS) for _ in range(READERS)]
    for reader in readers:
        assert reader.stdout is not None
        assert reader.stdout.readline() == "ready\n"
    state = 1
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        state += 1
        commit_state(folder, state).close()
    reads = distinct = 0
    for reader in readers:
        with reader:
            assert reader.stdout is not None
            count, mixed, warned, seen = map(int, reader.stdout.read().split())
            assert (mixed, warned) == (0, 0)
            reads += count
            distinct += seen
    assert state > 20
    assert reads > 10 * READERS
    assert distinct > 2 * READERS, "readers saw the index change"
    commit_state(folder, state + 1).close()
    assert sound_state(tmp_path) == state + 1
    assert len(list(tmp_path.glob("gen-*"))) == 2, "generations that readers held are deleted after them"


def test_a_reader_overtaken_by_writers_looks_again(tmp_path: Path) -> None:
    class Overtaken(IndexFolder):
        """Two commits happen between reading CURRENT and opening what it names, which deletes it."""

        overtaken = 0

        def _newest_sound(self, pointer: Pointer | None, why: str) -> tuple[Generation | None, list[str]]:
            if self.overtaken < 3:
                self.overtaken += 1
                for _ in range(2):
                    commit_state(IndexFolder(tmp_path), IndexFolder(tmp_path).current_number() + 1).close()
            return super()._newest_sound(pointer, why)

    commit_state(IndexFolder(tmp_path), 1).close()
    reader = Overtaken(tmp_path)
    generation = reader.current()
    assert generation is not None
    assert (generation.number, generation.warning) == (7, "")
    assert state_of(generation) == 7


def test_a_reader_that_never_catches_up_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit_state(IndexFolder(tmp_path), 1).close()
    reader = IndexFolder(tmp_path)
    numbers = iter(range(10, 10_000))
    monkeypatch.setattr(reader, "_pointer", lambda: (Pointer(next(numbers)), ""))
    with pytest.raises(IndexBusyError, match="changes faster than it can be opened"):
        reader.current()


def test_a_generation_being_deleted_cannot_be_pinned(tmp_path: Path) -> None:
    with FileOperations().opened(tmp_path, os.O_RDONLY) as descriptor:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        with pytest.raises(FileNotFoundError):
            Pin(tmp_path, FileOperations())
    Pin(tmp_path, FileOperations()).release()


def test_a_folder_replaced_while_it_was_pinned_is_gone(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()

    class Replaced(FileOperations):
        def open(self, path: Path, flags: int) -> int:
            descriptor = super().open(path, flags)
            path.rename(tmp_path / "grave")
            (tmp_path / "b").rename(path)
            return descriptor

    with pytest.raises(FileNotFoundError):
        Pin(tmp_path / "a", Replaced())
