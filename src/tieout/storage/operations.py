"""The file system calls a commit is made of, one method each, so that a test can make any single one of them fail.

Everything in this package that changes the index folder goes through a ``FileOperations``. The first group are single
calls; the second are built on them and hold the rules of durable writing: a file is complete and flushed before its
name appears, and the folder that holds the name is flushed after.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_BLOCK = 1 << 20


class FileOperations:
    """The real file system. Every method raises OSError as the call does."""

    # --- single calls ----------------------------------------------------------------------------------------------

    def open(self, path: Path, flags: int) -> int:
        """A file descriptor that children started with exec do not inherit."""
        return os.open(path, flags | os.O_CLOEXEC, 0o644)

    def read(self, descriptor: int, size: int) -> bytes:
        """At most ``size`` bytes; empty at the end of the file."""
        return os.read(descriptor, size)

    def write(self, descriptor: int, data: memoryview) -> int:
        """How many bytes of ``data`` were written, possibly fewer than all."""
        return os.write(descriptor, data)

    def fsync(self, descriptor: int) -> None:
        """Flush a file or folder to the device."""
        os.fsync(descriptor)

    def truncate(self, descriptor: int, size: int) -> None:
        """Cut a file to ``size`` bytes."""
        os.ftruncate(descriptor, size)

    def link(self, source: Path, target: Path) -> None:
        """A second name for the same file."""
        os.link(source, target)

    def rename(self, source: Path, target: Path) -> None:
        """Atomic: afterwards ``target`` is the old or the new one, never neither."""
        source.replace(target)

    def mkdir(self, path: Path) -> None:
        """One folder, whose parent exists."""
        path.mkdir()

    def unlink(self, path: Path) -> None:
        """Take a name away."""
        path.unlink()

    def rmdir(self, path: Path) -> None:
        """Remove an empty folder."""
        path.rmdir()

    def chmod(self, path: Path, mode: int) -> None:
        """Set the permission bits."""
        path.chmod(mode)

    def free_bytes(self, path: Path) -> int:
        """Bytes this process may still write on the device that holds ``path``."""
        return shutil.disk_usage(path).free

    # --- built on them ---------------------------------------------------------------------------------------------

    @contextmanager
    def opened(self, path: Path, flags: int) -> Iterator[int]:
        """A descriptor that is closed on the way out."""
        descriptor = self.open(path, flags)
        try:
            yield descriptor
        finally:
            os.close(descriptor)

    def write_all(self, descriptor: int, data: bytes) -> None:
        """Every byte of ``data``, however many calls that takes."""
        rest = memoryview(data)
        while rest:
            rest = rest[self.write(descriptor, rest) :]

    def sync(self, path: Path) -> None:
        """Flush one file or folder by name."""
        with self.opened(path, os.O_RDONLY) as descriptor:
            self.fsync(descriptor)

    def create(self, path: Path, data: bytes) -> None:
        """A new, flushed file; FileExistsError where the name is taken."""
        with self.opened(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL) as descriptor:
            self.write_all(descriptor, data)
            self.fsync(descriptor)

    def publish(self, path: Path, data: bytes) -> None:
        """Put ``data`` at ``path`` all at once: aside, flushed, then renamed. The caller flushes the folder."""
        aside = path.with_name("tmp-" + path.name)
        if aside.exists():
            self.unlink(aside)
        try:
            self.create(aside, data)
            self.rename(aside, path)
        except OSError:
            with suppress(OSError):
                self.unlink(aside)
            raise

    def copy(self, source: Path, target: Path) -> None:
        """A new flushed file with the bytes of ``source``."""
        with (
            self.opened(source, os.O_RDONLY) as read,
            self.opened(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL) as write,
        ):
            while block := self.read(read, _BLOCK):
                self.write_all(write, block)
            self.fsync(write)

    def digest(self, path: Path) -> tuple[int, str]:
        """Size in bytes and SHA-256 (64 hex digits) of a file."""
        size, digest = 0, hashlib.sha256()
        with self.opened(path, os.O_RDONLY) as descriptor:
            while block := self.read(descriptor, _BLOCK):
                size += len(block)
                digest.update(block)
        return size, digest.hexdigest()

    def make_folders(self, path: Path) -> None:
        """``path`` and its missing parents, each new name flushed into the folder that holds it."""
        if path.is_dir():
            return
        self.make_folders(path.parent)
        self.mkdir(path)
        self.sync(path.parent)

    def remove_tree(self, path: Path) -> None:
        """A folder and all below it; links are removed, never followed."""
        for entry in sorted(path.iterdir()):
            if stat.S_ISDIR(entry.lstat().st_mode):
                self.remove_tree(entry)
            else:
                self.unlink(entry)
        self.rmdir(path)
