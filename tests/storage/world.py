"""A tiny index whose every file says which state it belongs to, and file systems that fail."""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tieout.storage import Generation, IndexFolder
from tieout.storage.operations import FileOperations

FILES = ("graph.nq", "reports/acme/pages.jsonl", "vectors.bin")


class TornError(AssertionError):
    """Files of different states were read as one."""


def commit_state(folder: IndexFolder, state: int, *, now: str = "") -> Generation:
    """Commit a generation in which every file holds ``state``, but for a constant one that is kept when it can be."""
    with folder.begin(now=now, action="ingest") as transaction:
        for name in FILES:
            transaction.write(name, body(state))
        if transaction.base is not None and "constant" in transaction.base.names():
            transaction.keep("constant")
        else:
            transaction.write("constant", b"the same in every state\n")
        transaction.derived("store")
        transaction.path("store/000001.sst").write_bytes(body(state))
        transaction.path("store/LOG").write_text("run log", encoding="utf-8")
        transaction.add_source(b"source of state %d" % state, ".txt")
        return transaction.commit({"state": state})


def body(state: int) -> bytes:
    """About 2 kB that name the state on every line."""
    return b"".join(b"state %d line %d\n" % (state, line) for line in range(100))


def state_of(generation: Generation | None) -> int:
    """The state that all files agree on, 0 for no generation; TornError where they do not agree."""
    if generation is None:
        return 0
    with generation:
        state = generation.manifest.facts["state"]
        for name in (*FILES, "store/000001.sst"):
            if generation.file(name).read_bytes() != body(state):
                raise TornError(name)
        return state


def sound_state(root: Path) -> int:
    """The state of the index after whatever happened to it, which must be whole, unwarned and verified."""
    folder = IndexFolder(root)
    generation = folder.current()
    assert generation is None or generation.warning == ""
    state = state_of(generation)
    assert folder.verify().problems == ()
    return state


class CountingFiles(FileOperations):
    """Calls ``strike`` instead of the Nth single call (N from 1) and, if ``forever``, instead of each one after it."""

    def __init__(self, strike_at: int, strike: Callable[[str, tuple[Any, ...]], None], *, forever: bool = False):
        self.calls = 0
        self.strike_at = strike_at
        self.strike = strike
        self.forever = forever
        self.struck = ""

    def step(self, name: str, *arguments: Any) -> None:
        self.calls += 1
        if self.calls == self.strike_at or (self.forever and self.calls > self.strike_at):
            self.struck = self.struck or name
            self.strike(name, arguments)


def _wrapped(name: str) -> Callable[..., Any]:
    real = getattr(FileOperations, name)

    def call(self: CountingFiles, *arguments: Any) -> Any:
        self.step(name, *arguments)
        return real(self, *arguments)

    return call


SINGLE_CALLS = ("open", "read", "write", "fsync", "truncate", "link", "rename", "mkdir", "unlink", "rmdir", "chmod")
for _name in SINGLE_CALLS:
    setattr(CountingFiles, _name, _wrapped(_name))


def failing(
    strike_at: int, number: int, *, forever: bool = False, only: tuple[str, ...] = SINGLE_CALLS
) -> CountingFiles:
    """A file system whose call ``strike_at`` fails with this error number; a failing write leaves half its bytes."""

    def strike(name: str, arguments: tuple[Any, ...]) -> None:
        if name not in only:
            return
        if name == "write":
            os.write(arguments[0], arguments[1][: len(arguments[1]) // 2])
        raise OSError(number, os.strerror(number))

    return CountingFiles(strike_at, strike, forever=forever)


def killing(strike_at: int) -> CountingFiles:
    """A file system that kills its own process at call ``strike_at``, a write half done."""

    def strike(name: str, arguments: tuple[Any, ...]) -> None:
        if name == "write":
            os.write(arguments[0], arguments[1][: len(arguments[1]) // 2])
        os.kill(os.getpid(), signal.SIGKILL)

    return CountingFiles(strike_at, strike)


ERRORS = {
    errno.ENOSPC: "no space left on the device",
    errno.EIO: "input/output error",
    errno.EMFILE: "too many open files",
}


def naive_commit(root: Path, state: int, files: FileOperations) -> None:
    """What this package exists to avoid: every file written over the old one, in place."""
    files.make_folders(root)
    for name in FILES:
        files.make_folders((root / name).parent)
        with files.opened(root / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC) as descriptor:
            files.write_all(descriptor, body(state))


def naive_state(root: Path) -> int:
    """The state of a naively written index; TornError where there is none."""
    states = {(root / name).read_bytes() if (root / name).exists() else b"" for name in FILES}
    if states == {b""}:
        return 0
    found = next((state for state in range(1, 100) if states == {body(state)}), None)
    if found is None:
        raise TornError(str(root))
    return found
