"""What a generation consists of, and whether the folder on disk still is that.

``MANIFEST.json`` lists every file that is a function of the input, so its bytes are the same for the same input.
``derived.json`` lists files that can be rebuilt and differ from run to run (a database folder); it names the manifest
it belongs to. Both are sealed. Neither holds a time.
"""

from __future__ import annotations

import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from tieout.storage.failures import DAMAGE_ERRORS
from tieout.storage.operations import FileOperations
from tieout.storage.sealed import JSON, BrokenSealError, canonical, seal, sha256, unseal

MANIFEST, DERIVED = "MANIFEST.json", "derived.json"
SCHEMA = 1
HASH_LIMIT = 1 << 30
"""Bytes of a generation whose digests are checked each time it is opened; above it, the largest by size only."""


@dataclass(frozen=True, slots=True)
class FileEntry:
    """Size in bytes and SHA-256 (64 hex digits) of one file."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """A generation's contents. ``files`` map a name ("reports/a/pages.jsonl") to its entry, sorted by name.

    ``parent`` is the generation it was made from (0 for none), ``facts`` what the writer wanted remembered (model,
    dimension, counts), ``derived`` the files and folders whose entries stand in ``derived.json``.
    """

    number: int
    parent: int
    facts: Mapping[str, Any]
    files: Mapping[str, FileEntry]
    derived: tuple[str, ...] = ()
    derived_files: Mapping[str, FileEntry] = field(default_factory=dict)
    schema: int = SCHEMA

    def content(self) -> dict[str, JSON]:
        """The part that depends on the input alone: neither number, parent nor derived entries."""
        return {
            "schema": self.schema,
            "facts": self.facts,
            "files": _plain(self.files),
            "derived": list(self.derived),
        }

    def content_digest(self) -> str:
        """SHA-256 of ``content()``: equal for two generations that hold the same, wherever they stand in history."""
        return sha256(canonical(self.content()))

    def to_bytes(self) -> bytes:
        """The bytes of MANIFEST.json."""
        return seal({**self.content(), "number": self.number, "parent": self.parent})

    def sha256(self) -> str:
        """SHA-256 of MANIFEST.json."""
        return sha256(self.to_bytes())

    def derived_bytes(self) -> bytes:
        """The bytes of derived.json."""
        return seal({"manifest": self.sha256(), "files": _plain(self.derived_files)})

    def all_files(self) -> dict[str, FileEntry]:
        """Every listed file, derived ones too, sorted by name."""
        return dict(sorted({**self.files, **self.derived_files}.items()))


def _plain(files: Mapping[str, FileEntry]) -> dict[str, JSON]:
    return {name: {"size": entry.size, "sha256": entry.sha256} for name, entry in files.items()}


def _entries(plain: Any) -> dict[str, FileEntry]:
    entries = {safe_name(name): FileEntry(int(e["size"]), str(e["sha256"])) for name, e in plain.items()}
    return dict(sorted(entries.items()))


def safe_name(name: str) -> str:
    """``name`` itself: a relative path with "/" that stays inside its folder and is none of our own files.

    Raises:
        ValueError: it is not.
    """
    parts = name.split("/")
    if (
        not name
        or "\0" in name
        or "\\" in name
        or any(part in ("", ".", "..") or len(part.encode()) > 255 for part in parts)
        or parts[0] in (MANIFEST, DERIVED)
        or PurePosixPath(name).is_absolute()
    ):
        msg = f"{name!r} cannot name a file of a generation"
        raise ValueError(msg)
    return name


def below(name: str, prefixes: tuple[str, ...]) -> bool:
    """Whether ``name`` is one of ``prefixes`` or stands in a folder among them."""
    return any(name == prefix or name.startswith(prefix + "/") for prefix in prefixes)


def read_manifest(folder: Path) -> tuple[Manifest, str]:
    """The manifest of a generation's folder and the SHA-256 of MANIFEST.json.

    Raises:
        BrokenSealError: MANIFEST.json or derived.json is missing, damaged, of another schema or of another generation.
        OSError: this process cannot read it (permission, open files).
    """
    try:
        data = (folder / MANIFEST).read_bytes()
        body = unseal(data)
        if body["schema"] != SCHEMA:
            msg = f"{MANIFEST} has schema {body['schema']}, this version reads {SCHEMA}"
            raise BrokenSealError(msg)
        derived = tuple(safe_name(name) for name in body["derived"])
        rest: dict[str, FileEntry] = {}
        if derived:
            side = unseal((folder / DERIVED).read_bytes())
            if side["manifest"] != sha256(data):
                msg = f"{DERIVED} belongs to another generation"
                raise BrokenSealError(msg)
            rest = _entries(side["files"])
        manifest = Manifest(body["number"], body["parent"], body["facts"], _entries(body["files"]), derived, rest)
    except FileNotFoundError as error:
        msg = f"{Path(str(error.filename)).name} is missing"
        raise BrokenSealError(msg) from error
    except BrokenSealError:
        raise
    except OSError as error:
        if error.errno not in DAMAGE_ERRORS:
            raise
        msg = f"{MANIFEST} cannot be read: {error.strerror}"
        raise BrokenSealError(msg) from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        msg = f"{MANIFEST} cannot be read: {error}"
        raise BrokenSealError(msg) from error
    if folder.name.startswith("gen-") and folder.name != f"gen-{manifest.number:06d}":
        msg = f"{MANIFEST} is of generation {manifest.number}"
        raise BrokenSealError(msg)
    return manifest, sha256(data)


def problems(folder: Path, manifest: Manifest, *, hash_limit: int | None, files: FileOperations) -> list[str]:
    """How the folder differs from its manifest, one line a file; empty where it does not.

    Args:
        folder: the generation's folder.
        manifest: what it should hold.
        hash_limit: digests are checked smallest file first until this many bytes are read; None for all of them.
            Sizes are always checked.
        files: the file system.
    """
    found: list[str] = []
    budget = hash_limit
    for name, entry in sorted(manifest.all_files().items(), key=lambda item: (item[1].size, item[0])):
        try:
            status = (folder / name).lstat()
            if not stat.S_ISREG(status.st_mode):
                found.append(f"{name} is not a plain file")
            elif status.st_size != entry.size:
                found.append(f"{name} has {status.st_size} bytes instead of {entry.size}")
            elif budget is None or entry.size <= budget:
                budget = None if budget is None else budget - entry.size
                if files.digest(folder / name) != (entry.size, entry.sha256):
                    found.append(f"{name} is altered: its SHA-256 is not the one recorded")
        except FileNotFoundError:
            found.append(f"{name} is missing")
        except OSError as error:
            if error.errno not in DAMAGE_ERRORS:
                raise
            found.append(f"{name} cannot be read: {error.strerror}")
    return sorted(found)
