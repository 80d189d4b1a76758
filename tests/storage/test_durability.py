"""Power cuts: before CURRENT names a generation, each of its files and folders has been flushed.

A killed process loses nothing that it wrote, so kills cannot show a missing flush. A ledger of what a power cut could
still undo can.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tieout.errors import StorageError
from tieout.storage import IndexFolder, pointer
from tieout.storage.operations import FileOperations
from tieout.storage.pointer import Pointer

from .world import commit_state, failing, sound_state


class Ledger(FileOperations):
    """Remembers what a power cut could undo: file contents that are not flushed, and names whose folder is not."""

    def __init__(self) -> None:
        self.names: dict[int, Path] = {}
        self.unflushed: set[Path] = set()
        self.flushed: set[Path] = set()
        self.entries: set[Path] = set()
        self.switches = 0

    def open(self, path: Path, flags: int) -> int:
        new = bool(flags & os.O_CREAT) and not path.exists()
        descriptor = super().open(path, flags)
        self.names[descriptor] = path
        if new:
            self.unflushed.add(path)
            self.entries.add(path)
        return descriptor

    def write(self, descriptor: int, data: memoryview) -> int:
        self.unflushed.add(self.names[descriptor])
        return super().write(descriptor, data)

    def fsync(self, descriptor: int) -> None:
        super().fsync(descriptor)
        self.unflushed.discard(self.names[descriptor])
        self.flushed.add(self.names[descriptor])
        self.entries = {entry for entry in self.entries if entry.parent != self.names[descriptor]}

    def mkdir(self, path: Path) -> None:
        super().mkdir(path)
        self.entries.add(path)

    def link(self, source: Path, target: Path) -> None:
        super().link(source, target)
        self.entries.add(target)
        self.flushed.add(target)  # the same file, flushed in its time

    def rename(self, source: Path, target: Path) -> None:
        if target.name == "CURRENT" and list(target.parent.glob("gen-*")):
            self.check(target.parent, source)
        super().rename(source, target)
        self.entries.add(target)
        for group in (self.unflushed, self.flushed, self.entries):
            moved = {p for p in group if p == source or source in p.parents}
            group -= moved
            group |= {target / p.relative_to(source) for p in moved}

    def check(self, root: Path, pointer_file: Path) -> None:
        """At the switch: what the new CURRENT names must survive a power cut, and its own bytes too."""
        self.switches += 1
        assert pointer_file not in self.unflushed
        names = [max(root.glob("gen-*")), root / "sources", root / "log.jsonl"]
        wanted = {p for name in names for p in (name, *name.rglob("*"))}
        assert not wanted & (self.unflushed | self.entries)
        assert {p for p in wanted if p.is_file()} <= self.flushed


def run(root: Path, files: FileOperations) -> None:
    folder = IndexFolder(root, files=files)
    for state in (1, 2, 3):
        commit_state(folder, state).close()


def test_nothing_unflushed_is_ever_named(tmp_path: Path) -> None:
    ledger = Ledger()
    run(tmp_path / "deep" / "index", ledger)
    assert ledger.switches == 3
    assert {path.name for path in ledger.unflushed} <= {"LOCK"}


def test_without_the_flushes_the_ledger_objects(tmp_path: Path) -> None:
    class Hasty(Ledger):
        def sync(self, path: Path) -> None:
            pass

    with pytest.raises(AssertionError):
        run(tmp_path, Hasty())


def test_a_switch_that_is_not_confirmed_is_taken_back(tmp_path: Path) -> None:
    commit_state(IndexFolder(tmp_path), 1).close()
    with pytest.raises(OSError, match="Input/output"):
        pointer.switch(tmp_path, Pointer(7), failing(4, errno.EIO, forever=True))
    assert sound_state(tmp_path) == 1

    (tmp_path / "CURRENT").unlink()
    with pytest.raises(OSError, match="Input/output"):
        pointer.switch(tmp_path, Pointer(7), failing(5, errno.EIO))
    assert not (tmp_path / "CURRENT").exists()


def test_a_switch_that_cannot_be_taken_back_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit_state(IndexFolder(tmp_path), 1).close()

    class Unconfirmed(FileOperations):
        def sync(self, path: Path) -> None:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    def broken(files: FileOperations, path: Path, data: bytes) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    files = Unconfirmed()
    monkeypatch.setattr(files, "publish", FileOperations.publish.__get__(files), raising=False)
    monkeypatch.setattr(FileOperations, "publish", broken)
    with pytest.raises(StorageError, match="the new generation answers, but the disk did not confirm it"):
        pointer.switch(tmp_path, Pointer(7), files)
