"""``CURRENT``: the one file whose renaming commits a generation, and which anchors the log's head."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tieout.errors import StorageError
from tieout.storage.operations import FileOperations
from tieout.storage.sealed import BrokenSealError, seal, unseal

CURRENT = "CURRENT"
NO_HASH = "0" * 64


@dataclass(frozen=True, slots=True)
class Anchor:
    """The committed end of the log: number of lines, hash of the last one, size of the file in bytes."""

    lines: int = 0
    head: str = NO_HASH
    size: int = 0


@dataclass(frozen=True, slots=True)
class Pointer:
    """Which generation answers (0: none yet), the SHA-256 of its MANIFEST.json, and the log's anchor."""

    generation: int = 0
    manifest: str = NO_HASH
    log: Anchor = Anchor()

    def to_bytes(self) -> bytes:
        """The bytes of CURRENT."""
        log: dict[str, Any] = {"lines": self.log.lines, "head": self.log.head, "size": self.log.size}
        return seal({"generation": self.generation, "manifest": self.manifest, "log": log})


def read_pointer(root: Path) -> Pointer | None:
    """What CURRENT says, or None where the file is missing.

    Raises:
        BrokenSealError: the file is damaged.
        OSError: it cannot be read.
    """
    try:
        body = unseal((root / CURRENT).read_bytes())
    except FileNotFoundError:
        return None
    try:
        log = body["log"]
        return Pointer(int(body["generation"]), body["manifest"], Anchor(log["lines"], log["head"], log["size"]))
    except (KeyError, TypeError, ValueError) as error:
        msg = "CURRENT has another shape"
        raise BrokenSealError(msg) from error


def switch(root: Path, new: Pointer, files: FileOperations) -> None:
    """Make ``new`` the pointer, durably, or raise OSError with CURRENT as it was.

    Only the last flush can fail after the rename. Then the old pointer is put back: both generations exist whole, so
    whichever of the two names a power cut leaves behind is good.

    Raises:
        OSError: nothing has changed.
        StorageError: the disk failed twice in a row and ``new`` may be in place.
    """
    path = root / CURRENT
    old = path.read_bytes() if path.exists() else None
    files.publish(path, new.to_bytes())
    try:
        files.sync(root)
    except OSError as error:
        try:
            if old is None:
                path.unlink()
            else:
                FileOperations().publish(path, old)
        except OSError as second:
            raise StorageError(
                "the new generation answers, but the disk did not confirm it and the old one could not be put back",
                subject=str(root),
                remedy="Check the disk, then run `tieout status`",
            ) from second
        raise error
