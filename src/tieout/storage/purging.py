"""Taking removed material out of what is kept: ``remove --purge``.

Most files of a generation mix all reports (vectors, graph), so an older generation that holds anything of a purged
report cannot be trimmed, only dropped. What the device itself keeps of deleted files is beyond a program's reach.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tieout.errors import IndexBusyError, StorageError
from tieout.storage import log
from tieout.storage.failures import storage_error
from tieout.storage.layout import generation_numbers, generation_path
from tieout.storage.lock import remove_unpinned
from tieout.storage.manifest import read_manifest
from tieout.storage.pointer import Pointer, switch
from tieout.storage.sealed import JSON, BrokenSealError
from tieout.storage.sources import SOURCES, source_names

if TYPE_CHECKING:
    from tieout.storage.generations import IndexFolder

_POLL_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Purged:
    """What was deleted: generations by number, sources by name."""

    generations: tuple[int, ...]
    sources: tuple[str, ...]


def purge(folder: IndexFolder, matches: Callable[[str], bool], *, now: str, wait: float) -> Purged:
    """Drop every kept older generation and every source that ``matches``.

    Args:
        folder: the index folder.
        matches: called with the name of each file of a generation, and with "sources/<sha256><suffix>" for sources.
        now: the time for the log.
        wait: seconds to wait for readers of an older generation.

    Raises:
        StorageError: the current generation still holds something that matches, or deleting failed.
        IndexBusyError: a reader holds an older generation, or another process writes; running again finishes the job.
    """
    files, root = folder.files, folder.root
    with folder.begin(now=now, action="purge", needs=None) as transaction:
        pointer, base = transaction.start.pointer, transaction.base
        still = [name for name in (base.names() if base is not None else ()) if matches(name)]
        if still:
            raise StorageError(
                "the current generation still holds it", subject=still[0], remedy="Remove the report first, then purge"
            )
        try:
            doomed = [n for n in generation_numbers(root) if n != pointer.generation and _holds(folder, n, matches)]
            sources = tuple(name for name in source_names(root) if matches(f"{SOURCES}/{name}"))
            if doomed or sources:  # told before it is done: no deletion without its line
                entry: dict[str, JSON] = {
                    "action": "purge",
                    "generation": pointer.generation,
                    "manifest": pointer.manifest,
                    "time": now,
                }
                anchor = log.append(root, pointer.log, entry, files)
                switch(root, Pointer(pointer.generation, pointer.manifest, anchor), files)
            for number in doomed:
                _drop(folder, number, wait)
            for name in sources:
                files.unlink(root / SOURCES / name)
            if sources:
                files.sync(root / SOURCES)
        except OSError as error:
            raise storage_error(error, "purging", str(root)) from error
    return Purged(tuple(sorted(doomed)), sources)


def _holds(folder: IndexFolder, number: int, matches: Callable[[str], bool]) -> bool:
    try:
        manifest, _ = read_manifest(generation_path(folder.root, number))
    except BrokenSealError:
        return True  # unreadable: it may hold it
    return any(matches(name) for name in manifest.all_files())


def _drop(folder: IndexFolder, number: int, wait: float) -> None:
    grave = folder.root / f"tmp-old-{number:06d}"
    deadline = time.monotonic() + wait
    while not remove_unpinned(generation_path(folder.root, number), grave, folder.files):
        if time.monotonic() >= deadline:
            raise IndexBusyError(
                f"generation {number} is being read",
                subject=str(folder.root),
                remedy="Stop `tieout serve`, then purge again",
            )
        time.sleep(_POLL_SECONDS)
    folder.files.sync(folder.root)
