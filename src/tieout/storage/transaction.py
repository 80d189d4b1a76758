"""Writing one generation: build it aside, prove it, then switch to it with a single rename."""

from __future__ import annotations

import contextlib
import dataclasses
import errno
import json
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import TracebackType

from tieout.errors import IndexIntegrityError, StorageError
from tieout.storage import log
from tieout.storage.failures import SPACE_ERRORS, storage_error
from tieout.storage.generation import Generation
from tieout.storage.layout import generation_path, prune
from tieout.storage.lock import Pin, WriterLock
from tieout.storage.manifest import DERIVED, MANIFEST, FileEntry, Manifest, below, problems, safe_name
from tieout.storage.operations import FileOperations
from tieout.storage.pointer import Pointer, switch
from tieout.storage.sealed import JSON, canonical
from tieout.storage.sources import add_source

SelfCheck = Callable[[Path], None]
_NO_LINK = frozenset({errno.EXDEV, errno.EPERM, errno.EMLINK, errno.EOPNOTSUPP})
_READ_ONLY = 0o444


@dataclasses.dataclass(frozen=True, slots=True)
class Start:
    """What a transaction begins with: where, from which state, and what to call it in the log."""

    root: Path
    pointer: Pointer
    number: int
    base: Generation | None
    action: str
    now: str


class Transaction:
    """An open generation under construction; one at a time in an index folder.

    Leaving the ``with`` block without ``commit`` throws everything away. ``base`` is the generation to start from.
    """

    def __init__(self, start: Start, lock: WriterLock, folder: Path, files: FileOperations) -> None:
        """Made by ``IndexFolder.begin``, which holds the lock and has made ``folder``."""
        self.start = start
        self._lock = lock
        self._folder = folder
        self._files = files
        self._kept: set[str] = set()
        self._derived: set[str] = set()
        self._published: Path | None = None
        self._open = True

    @property
    def base(self) -> Generation | None:
        """The generation this one starts from, or None."""
        return self.start.base

    # --- building --------------------------------------------------------------------------------------------------

    def path(self, name: str) -> Path:
        """Where to write the file or folder ``name``; its parents exist, itself does not.

        A kept file of that name is taken out first: it shares its bytes with the base and must not be written to.
        Close whatever writes there before ``commit``.
        """
        target = self._folder / safe_name(name)
        if any(below(kept, (name,)) and kept != name for kept in self._kept):
            msg = f"{name} holds kept files; writing into them would change the generation they come from"
            raise ValueError(msg)
        if name in self._kept:
            self._kept.discard(name)
            self._files.unlink(target)
        self._make_parents(target)
        return target

    def write(self, name: str, data: bytes) -> None:
        """Write the file ``name``."""
        target = self.path(name)
        with (
            self._telling(f"writing {name}"),
            self._files.opened(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC) as descriptor,
        ):
            self._files.write_all(descriptor, data)

    def keep(self, name: str) -> None:
        """Take the file ``name`` over from the base unchanged, without copying its bytes where the disk allows it."""
        if self.base is None or name not in self.base.manifest.all_files():
            raise IndexIntegrityError(f"there is no {name} to keep", subject=str(self._folder))
        source, target = self.base.path / name, self._folder / name
        self._make_parents(target)
        with self._telling(f"keeping {name}"):
            try:
                self._files.link(source, target)
            except OSError as error:
                if error.errno not in _NO_LINK:
                    raise
                self._files.copy(source, target)
        self._kept.add(name)

    def keep_tree(self, prefix: str) -> tuple[str, ...]:
        """Keep every file of the base below the folder ``prefix``, derived marks included; returns their names."""
        manifest = self.base.manifest if self.base is not None else None
        names = tuple(n for n in manifest.all_files() if below(n, (prefix,))) if manifest is not None else ()
        for name in names:
            self.keep(name)
        if manifest is not None:
            self._derived.update(d for d in manifest.derived if below(d, (prefix,)))
        return names

    def derived(self, prefix: str) -> None:
        """Mark a file or folder as rebuildable and different from run to run: verified, but not in MANIFEST.json."""
        self._derived.add(safe_name(prefix))

    def add_source(self, data: bytes, suffix: str) -> str:
        """Store the bytes of a source and return its name, "<sha256><suffix>"."""
        with self._telling("storing a source"):
            return add_source(self.start.root, data, suffix, self._files)

    # --- committing ------------------------------------------------------------------------------------------------

    def commit(self, facts: Mapping[str, JSON], self_check: SelfCheck | None = None) -> Generation:
        """Prove and publish what was built.

        Args:
            facts: what to remember in the manifest (model, dimension, counts); plain JSON, no clock.
            self_check: called with the finished folder before anybody can see it; raises to refuse it.

        Returns:
            The new generation, or the base where nothing changes. The caller closes it.

        Raises:
            StorageError: something could not be written; the old generation answers.
            TieoutError: whatever ``self_check`` raises.
        """
        if not self._open:
            msg = "this transaction has ended"
            raise ValueError(msg)
        try:
            with self._telling("writing the index"):
                return self._commit(facts, self_check)
        finally:
            self.abort()

    def _commit(self, facts: Mapping[str, JSON], self_check: SelfCheck | None) -> Generation:
        files, start, folder = self._files, self.start, self._folder
        names, folders = self._walk()
        manifest = self._manifest(facts, names)
        base = start.base
        unchanged = base is not None and base.number == start.pointer.generation
        if base is not None and unchanged and base.manifest.content() == manifest.content():
            return dataclasses.replace(base, pin=Pin(base.path, files))
        for name in names:
            if name not in self._kept:
                files.chmod(folder / name, _READ_ONLY)
                files.sync(folder / name)
        files.create(folder / MANIFEST, manifest.to_bytes())
        if manifest.derived:
            files.create(folder / DERIVED, manifest.derived_bytes())
        for path in folders:
            files.sync(path)
        if self_check is not None:
            self_check(folder)
        if found := problems(folder, manifest, hash_limit=None, files=files):
            raise StorageError(f"files changed while they were committed: {found[0]}", subject=str(start.root))
        return self._publish(manifest)

    def _publish(self, manifest: Manifest) -> Generation:
        files, start = self._files, self.start
        target = generation_path(start.root, start.number)
        pin = Pin(self._folder, files)
        with contextlib.ExitStack() as undo:
            undo.callback(pin.release)  # whatever goes wrong before the switch gives the pin back
            self._published = target
            files.rename(self._folder, target)
            files.sync(start.root)
            digest = manifest.sha256()
            entry: dict[str, JSON] = {
                "action": start.action,
                "generation": start.number,
                "manifest": digest,
                "time": start.now,
            }
            anchor = log.append(start.root, start.pointer.log, entry, files)
            self._published = None  # from here on a power cut may bring it back as the current one
            switch(start.root, Pointer(start.number, digest, anchor), files)
            undo.pop_all()
        parent = start.base.number if start.base is not None else 0
        warning = prune(start.root, {start.number, parent}, files)
        return Generation(start.number, target, manifest, digest, warning, pin)

    def _walk(self) -> tuple[list[str], list[Path]]:
        """The names of all files, sorted, and all folders, deepest first. A database's run logs are left out."""
        names: list[str] = []
        folders: list[Path] = []
        waiting = [self._folder]
        while waiting:
            at = waiting.pop()
            folders.append(at)
            for entry in at.iterdir():
                mode = entry.lstat().st_mode
                name = entry.relative_to(self._folder).as_posix()
                if stat.S_ISDIR(mode):
                    waiting.append(entry)
                elif not stat.S_ISREG(mode):
                    raise StorageError("only plain files can be committed", subject=name)
                elif _is_run_log(entry.name) and below(name, tuple(self._derived)):
                    self._files.unlink(entry)
                else:
                    names.append(safe_name(name))
        return sorted(names), folders[::-1]

    def _manifest(self, facts: Mapping[str, JSON], names: list[str]) -> Manifest:
        derived = tuple(sorted(self._derived))
        entries = {name: FileEntry(*self._files.digest(self._folder / name)) for name in names}
        base = self.start.base
        for name in sorted(self._kept):
            if base is None or entries[name] != base.manifest.all_files()[name]:
                raise StorageError("a kept file was written to; write a new one in its place", subject=name)
        return Manifest(
            number=self.start.number,
            parent=base.number if base is not None else 0,
            facts=json.loads(canonical(facts)),
            files={name: entry for name, entry in entries.items() if not below(name, derived)},
            derived=derived,
            derived_files={name: entry for name, entry in entries.items() if below(name, derived)},
        )

    # --- ending ----------------------------------------------------------------------------------------------------

    def abort(self) -> None:
        """Throw away what is not committed and let the next writer in; a second call does nothing.

        What cannot be removed now, the next writer removes: the folder's name says that nobody needs it.
        """
        if not self._open:
            return
        self._open = False
        for path in (self._folder, self._published):
            if path is not None:
                with contextlib.suppress(OSError):
                    self._files.remove_tree(path)
        if self.start.base is not None:
            self.start.base.close()
        self._lock.release()

    def __enter__(self) -> Transaction:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.abort()
        if isinstance(error, OSError) and error.errno in SPACE_ERRORS:
            raise storage_error(error, "writing the index", str(self.start.root)) from error

    def _make_parents(self, target: Path) -> None:
        with self._telling("making a folder"):
            self._files.make_folders(target.parent)

    @contextlib.contextmanager
    def _telling(self, doing: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise storage_error(error, doing, str(self.start.root)) from error


def _is_run_log(name: str) -> bool:
    """RocksDB's diary and lock file: they hold times and paths, and it opens without them."""
    return name in ("LOCK", "LOG") or name.startswith("LOG.old.")
