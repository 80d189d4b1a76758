"""One writer, many readers: advisory locks that the kernel drops when their process ends, however it ends."""

from __future__ import annotations

import contextlib
import fcntl
import os
from pathlib import Path

from tieout.errors import IndexBusyError
from tieout.storage.operations import FileOperations

_writer_descriptors: set[int] = set()


def _forget_in_child() -> None:
    """A forked worker must not keep the index locked after the writer itself has died."""
    for descriptor in _writer_descriptors:
        with contextlib.suppress(OSError):
            os.close(descriptor)
    _writer_descriptors.clear()


os.register_at_fork(after_in_child=_forget_in_child)


class WriterLock:
    """The exclusive lock of an index folder; its file holds the writer's process id."""

    __slots__ = ("_descriptor",)

    def __init__(self, path: Path, files: FileOperations) -> None:
        """Take the lock.

        Raises:
            IndexBusyError: another writer holds it.
            OSError: the lock file cannot be opened or written.
        """
        descriptor = files.open(path, os.O_RDWR | os.O_CREAT)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            files.truncate(descriptor, 0)
            files.write_all(descriptor, f"{os.getpid()}\n".encode())
        except BlockingIOError as error:
            owner = os.pread(descriptor, 32, 0).decode("ascii", "replace").strip() or "unknown"
            os.close(descriptor)
            raise IndexBusyError(
                f"ingest already running by pid {owner}",
                subject=str(path.parent),
                remedy="Wait until it has finished and run the command again",
            ) from error
        except OSError:
            os.close(descriptor)
            raise
        self._descriptor = descriptor
        _writer_descriptors.add(descriptor)

    def release(self) -> None:
        """Give the lock back; a second call does nothing."""
        if self._descriptor in _writer_descriptors:
            _writer_descriptors.discard(self._descriptor)
            os.close(self._descriptor)


class Pin:
    """A shared lock on a folder: while it is held the folder is not deleted. Several pins may be held at once."""

    __slots__ = ("_descriptor",)

    def __init__(self, folder: Path, files: FileOperations) -> None:
        """Pin ``folder``.

        Raises:
            FileNotFoundError: it is gone, or is being deleted right now.
            OSError: it cannot be opened.
        """
        self._descriptor = -1
        descriptor = files.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
            if not os.path.samestat(os.fstat(descriptor), folder.stat()):
                raise FileNotFoundError(folder)
        except BlockingIOError as error:
            os.close(descriptor)
            raise FileNotFoundError(folder) from error
        except OSError:
            os.close(descriptor)
            raise
        self._descriptor = descriptor

    def release(self) -> None:
        """Let go; a second call does nothing."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            os.close(descriptor)

    def __del__(self) -> None:
        self.release()


def remove_unpinned(folder: Path, grave: Path, files: FileOperations) -> bool:
    """Delete ``folder`` unless somebody pins it; it is renamed to ``grave`` first, so that no half of it is ever seen.

    Returns:
        False where a pin holds it.
    """
    with files.opened(folder, os.O_RDONLY | os.O_DIRECTORY) as descriptor:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        files.rename(folder, grave)
        files.remove_tree(grave)
    return True
