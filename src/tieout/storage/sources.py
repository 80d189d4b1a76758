"""``sources/``: the files that reports were read from, each under the SHA-256 of its bytes.

A source never changes, so generations share it; its name is its checksum. Everything else can be rebuilt from here.
"""

from __future__ import annotations

import re
from pathlib import Path

from tieout.errors import IndexIntegrityError
from tieout.storage.operations import FileOperations
from tieout.storage.sealed import sha256

SOURCES = "sources"
_SUFFIX = re.compile(r"(?:\.[a-z0-9]{1,10}){0,2}")
_NAME = re.compile(r"([0-9a-f]{64})(?:\.[a-z0-9]{1,10}){0,2}")


def add_source(root: Path, data: bytes, suffix: str, files: FileOperations) -> str:
    """Store ``data`` unless it is there, and return its name, "<sha256><suffix>".

    Args:
        root: the index folder.
        data: the bytes as they came.
        suffix: ".pdf", ".csv.gz" or empty; lower-cased, left out where it is anything else.
        files: the file system.
    """
    suffix = suffix.lower()
    name = sha256(data) + (suffix if _SUFFIX.fullmatch(suffix) else "")
    folder = root / SOURCES
    files.make_folders(folder)
    path = folder / name
    if not path.is_file() or files.digest(path)[1] != name[:64]:
        files.publish(path, data)
        files.sync(folder)
    return name


def source_names(root: Path) -> tuple[str, ...]:
    """The names of all stored sources, sorted."""
    folder = root / SOURCES
    return tuple(sorted(p.name for p in folder.iterdir() if _NAME.fullmatch(p.name))) if folder.is_dir() else ()


def read_source(root: Path, name: str, files: FileOperations) -> bytes:
    """The bytes of a source; ``name`` may leave the suffix out.

    Raises:
        IndexIntegrityError: it is missing, or its bytes are no longer those it was stored with.
    """
    known = next((n for n in source_names(root) if n == name or n[:64] == name), None)
    if known is None:
        raise IndexIntegrityError("source is missing", subject=name, remedy="Ingest the report's file again")
    data = (root / SOURCES / known).read_bytes()
    if sha256(data) != known[:64]:
        raise IndexIntegrityError("stored source is altered", subject=known, remedy="Ingest the report's file again")
    return data


def source_problems(root: Path, files: FileOperations) -> tuple[str, ...]:
    """One line for each stored source whose bytes no longer have the digest in its name."""
    folder = root / SOURCES
    return tuple(
        f"{SOURCES}/{name} is altered" for name in source_names(root) if files.digest(folder / name)[1] != name[:64]
    )
