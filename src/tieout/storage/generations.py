"""An index folder: generations that are whole or not there, one writer, readers that never see two mixed.

Content-agnostic: a generation is a set of named files. The only step that changes what readers see is the renaming of
``CURRENT``; the folder it names was complete, flushed and checked before.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from tieout.errors import IndexBusyError, IndexIntegrityError, StorageError, TieoutError
from tieout.storage import log, purging
from tieout.storage.failures import storage_error
from tieout.storage.generation import REBUILD, Generation, open_generation
from tieout.storage.layout import LOCK, generation_numbers, generation_path, prune, sweep
from tieout.storage.lock import WriterLock
from tieout.storage.manifest import HASH_LIMIT, Manifest, read_manifest
from tieout.storage.operations import FileOperations
from tieout.storage.pointer import CURRENT, Pointer, read_pointer
from tieout.storage.sealed import BrokenSealError
from tieout.storage.sources import read_source, source_names, source_problems
from tieout.storage.transaction import Start, Transaction

_RESERVE = 4 << 20
_SPACE_FACTOR = 3
_RACES = 1000


@dataclass(frozen=True, slots=True)
class Verification:
    """The outcome of checking everything: one sentence for each problem, and the state of the log."""

    generations: tuple[int, ...]
    problems: tuple[str, ...]
    log: log.LogCheck


class IndexFolder:
    """The index folder at ``root``; it need not exist for reading or writing.

    Args:
        root: the folder.
        files: the file system; tests give one that fails.
        hash_limit: bytes of a generation whose digests are checked when it is first opened by this object.
    """

    def __init__(self, root: Path, *, files: FileOperations | None = None, hash_limit: int = HASH_LIMIT) -> None:
        self.root = root
        self.files = files if files is not None else FileOperations()
        self._hash_limit = hash_limit
        self._verified: dict[int, str] = {}

    # --- reading ---------------------------------------------------------------------------------------------------

    def current(self) -> Generation | None:
        """The generation that answers, verified and pinned; None where nothing was ever committed.

        The first time this object meets a generation it checks sizes and digests, after that sizes. A damaged
        generation is passed over for the newest sound one before it, which then carries a ``warning``.

        Raises:
            IndexIntegrityError: there are generations, but none is sound.
            StorageError: this process cannot read the folder.
        """
        try:
            for _ in range(_RACES):
                before = self._pointer()
                found, reasons = self._newest_sound(before[0], before[1])
                # A generation that vanished while we looked was replaced, not damaged: look again.
                if not reasons or self._pointer() == before:
                    return self._with_warning(found, reasons)
                if found is not None:
                    found.close()
        except OSError as error:
            raise storage_error(error, "reading the index", str(self.root)) from error
        raise IndexBusyError("the index changes faster than it can be opened", subject=str(self.root))

    def current_number(self) -> int:
        """What CURRENT names, unverified: cheap enough to ask before every answer. 0 for nothing."""
        pointer, _ = self._pointer()
        return pointer.generation if pointer is not None else 0

    def _pointer(self) -> tuple[Pointer | None, str]:
        """CURRENT and, where it cannot be used, why."""
        try:
            pointer = read_pointer(self.root)
        except BrokenSealError as error:
            return None, f"{CURRENT} is damaged: {error}"
        if pointer is None and generation_numbers(self.root):
            return None, f"{CURRENT} is missing"
        return pointer, ""

    def _newest_sound(self, pointer: Pointer | None, why: str) -> tuple[Generation | None, list[str]]:
        reasons = [why] if why else []
        if pointer is not None and pointer.generation == 0:
            return None, []
        numbers = generation_numbers(self.root)
        if pointer is not None:
            numbers = [pointer.generation, *(n for n in numbers if n < pointer.generation)]
        for number in numbers:
            expected = pointer.manifest if pointer is not None and number == pointer.generation else None
            try:
                return self._open(number, expected), reasons
            except BrokenSealError as error:
                reasons.append(f"generation {number} is damaged: {error}")
            except FileNotFoundError:
                reasons.append(f"generation {number} is missing")
        return None, reasons

    def _open(self, number: int, expected: str | None) -> Generation:
        path = generation_path(self.root, number)
        known = self._verified.get(number)
        limit = 0 if known is not None else self._hash_limit
        generation = open_generation(path, manifest_sha256=expected, hash_limit=limit, files=self.files)
        if known not in (None, generation.manifest_sha256):
            generation.close()
            generation = open_generation(path, manifest_sha256=expected, hash_limit=self._hash_limit, files=self.files)
        self._verified[number] = generation.manifest_sha256
        return generation

    def _with_warning(self, found: Generation | None, reasons: list[str]) -> Generation | None:
        if not reasons:
            return found
        told = "; ".join(reasons)
        if found is None:
            raise IndexIntegrityError(f"no usable generation: {told}", subject=str(self.root), remedy=REBUILD)
        return replace(found, warning=f"{told}; generation {found.number} answers instead. {REBUILD}.")

    def newest_manifest(self) -> Manifest | None:
        """The manifest of the newest generation whose manifest is whole, even if its files are not.

        A rebuild reads it to know which reports there were.
        """
        pointer, _ = self._pointer()
        for number in generation_numbers(self.root):
            if pointer is None or number <= pointer.generation:
                try:
                    return read_manifest(generation_path(self.root, number))[0]
                except (BrokenSealError, FileNotFoundError):
                    continue
        return None

    def sources(self) -> tuple[str, ...]:
        """The names of all stored sources, "<sha256><suffix>", sorted."""
        return source_names(self.root)

    def read_source(self, name: str) -> bytes:
        """The bytes of a source by name or digest, checked; IndexIntegrityError where they are missing or altered."""
        return read_source(self.root, name, self.files)

    # --- checking --------------------------------------------------------------------------------------------------

    def verify(self) -> Verification:
        """Check every digest of every kept generation and source, CURRENT and the log."""
        pointer, why = self._pointer()
        found = [why] if why else []
        numbers = generation_numbers(self.root)
        for number in numbers:
            expected = pointer.manifest if pointer is not None and number == pointer.generation else None
            path = generation_path(self.root, number)
            try:
                open_generation(path, manifest_sha256=expected, hash_limit=None, files=self.files).close()
            except (BrokenSealError, FileNotFoundError) as error:
                found.append(f"generation {number} is damaged: {error}")
        if pointer is not None and pointer.generation and pointer.generation not in numbers:
            found.append(f"generation {pointer.generation} is missing")
        found.extend(source_problems(self.root, self.files))
        checked = self.verify_log()
        return Verification(tuple(numbers), (*found, *checked.problems), checked)

    def verify_log(self) -> log.LogCheck:
        """Check the chain of the log against the head that CURRENT anchors."""
        pointer, why = self._pointer()
        if pointer is None and why:
            return log.LogCheck(0, "", (f"the log has no anchor: {why}",))
        return log.check(self.root, (pointer or Pointer()).log)

    # --- writing ---------------------------------------------------------------------------------------------------

    def begin(
        self, *, now: str = "", action: str = "write", needs: int | None = 0, repair: bool = False
    ) -> Transaction:
        """Start writing the next generation.

        Args:
            now: the time for the log, as the caller wants it written; may be empty.
            action: one word for the log ("ingest", "remove", "rebuild").
            needs: estimate of the bytes to be written; three times as much must be free, and never less than 4 MB. None
                for a writer that frees space.
            repair: start even though the current generation is damaged; ``base`` is then the one that answers instead,
                or None. Without it a damaged index is refused, because building on an older state would lose reports.

        Raises:
            IndexBusyError: another process is writing.
            IndexIntegrityError: the current generation is damaged and ``repair`` is False.
            StorageError: no space, or the folder cannot be written.
        """
        files = self.files
        try:
            files.make_folders(self.root)
            lock = WriterLock(self.root / LOCK, files)
        except OSError as error:
            raise storage_error(error, "opening the index for writing", str(self.root)) from error
        base: Generation | None = None
        try:
            pointer, number = self._recover()
            base = self._base(repair=repair)
            free = files.free_bytes(self.root)
            wanted = 0 if needs is None else max(_RESERVE, _SPACE_FACTOR * needs)
            if free < wanted:
                raise StorageError(
                    f"not enough free space: {free >> 20} MB, {-(-wanted >> 20)} MB wanted",
                    subject=str(self.root),
                    remedy="Free some space and run the command again",
                )
            folder = self.root / f"tmp-{os.getpid()}"
            files.mkdir(folder)
        except (OSError, TieoutError) as error:
            if base is not None:
                base.close()
            lock.release()
            if isinstance(error, OSError):
                raise storage_error(error, "opening the index for writing", str(self.root)) from error
            raise
        return Transaction(Start(self.root, pointer, number, base, action, now), lock, folder, files)

    def _recover(self) -> tuple[Pointer, int]:
        """Clear away what dead writers left; returns the pointer to build on and the next generation's number."""
        sweep(self.root, self.files)
        pointer, why = self._pointer()
        numbers = generation_numbers(self.root)
        if pointer is None and why:  # CURRENT is lost: nothing is known to be superfluous
            return Pointer(log=log.last_anchor(self.root)), max(numbers, default=0) + 1
        if pointer is None:
            # Before the first commit CURRENT says "nothing yet", so that its later absence is always a damage.
            pointer = Pointer(log=log.last_anchor(self.root))
            self.files.publish(self.root / CURRENT, pointer.to_bytes())
            self.files.sync(self.root)
        keep = {pointer.generation}
        try:
            keep.add(read_manifest(generation_path(self.root, pointer.generation))[0].parent)
        except (BrokenSealError, FileNotFoundError):
            keep.update(n for n in numbers if n < pointer.generation)
        prune(self.root, keep, self.files)
        left = generation_numbers(self.root)
        return pointer, max([pointer.generation, *left]) + 1

    def _base(self, *, repair: bool) -> Generation | None:
        try:
            base = self.current()
        except IndexIntegrityError:
            if repair:
                return None
            raise
        if base is not None and base.warning and not repair:
            base.close()
            raise IndexIntegrityError(base.warning.split(f". {REBUILD}")[0], subject=str(self.root), remedy=REBUILD)
        return base

    def purge(self, matches: Callable[[str], bool], *, now: str = "", wait: float = 10.0) -> purging.Purged:
        """Take removed material out of the kept older generations and the sources; see ``purging.purge``."""
        return purging.purge(self, matches, now=now, wait=wait)
