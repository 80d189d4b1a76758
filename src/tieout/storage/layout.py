"""The names inside an index folder, and which of them may be cleared away.

::

    LOCK                exclusive for the writer, holds its process id
    CURRENT             names the generation that answers, anchors the log
    gen-000042/         one generation: MANIFEST.json, derived.json and what they list
    gen-000041/         the one before, kept to fall back to
    sources/            the bytes of every report, by digest
    log.jsonl           the chain of changes
    tmp-*               under construction or half deleted; also in sources/
"""

from __future__ import annotations

import re
from pathlib import Path

from tieout.storage.lock import remove_unpinned
from tieout.storage.operations import FileOperations
from tieout.storage.sources import SOURCES

LOCK = "LOCK"
_GENERATION = re.compile(r"gen-(\d{6,12})")


def generation_path(root: Path, number: int) -> Path:
    """The folder of a generation."""
    return root / f"gen-{number:06d}"


def generation_numbers(root: Path) -> list[int]:
    """The numbers of all generation folders, newest first."""
    if not root.is_dir():
        return []
    found = (_GENERATION.fullmatch(path.name) for path in root.iterdir())
    return sorted((int(match[1]) for match in found if match), reverse=True)


def prune(root: Path, keep: set[int], files: FileOperations) -> str:
    """Delete the generations not in ``keep`` that no reader holds. Only under the writer's lock.

    Returns:
        Empty, or what could not be deleted and why. A held generation is no failure: the next writer deletes it.
    """
    for number in generation_numbers(root):
        if number not in keep:
            try:
                remove_unpinned(generation_path(root, number), root / f"tmp-old-{number:06d}", files)
            except OSError as error:
                return f"Generation {number} is no longer needed but could not be deleted: {error.strerror}"
    return ""


def sweep(root: Path, files: FileOperations) -> None:
    """Remove what dead writers left under construction. Only under the writer's lock."""
    leftovers = [*root.glob("tmp-*"), *(root / SOURCES).glob("tmp-*")]
    for path in sorted(leftovers):
        if path.is_dir() and not path.is_symlink():
            files.remove_tree(path)
        else:
            files.unlink(path)
