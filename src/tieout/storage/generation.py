"""One generation, opened for reading: whole, verified, and held in place while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

from tieout.errors import IndexIntegrityError
from tieout.storage.lock import Pin
from tieout.storage.manifest import Manifest, below, problems, read_manifest
from tieout.storage.operations import FileOperations
from tieout.storage.sealed import BrokenSealError

REBUILD = "Run `tieout rebuild` to build it again from the stored sources"


@dataclass(frozen=True, slots=True)
class Generation:
    """A verified, pinned generation; a context manager that lets it go.

    ``warning`` is empty, or says for a person what is wrong (a newer generation is damaged and this older one answers);
    whoever shows answers shows it too.
    """

    number: int
    path: Path
    manifest: Manifest
    manifest_sha256: str
    warning: str = ""
    pin: Pin | None = field(default=None, repr=False, compare=False)

    def names(self) -> tuple[str, ...]:
        """Every file, sorted, derived ones too."""
        return tuple(self.manifest.all_files())

    def file(self, name: str) -> Path:
        """Where a listed file, or a folder of listed files, lies.

        Raises:
            IndexIntegrityError: this generation has no such file.
        """
        listed = self.manifest.files, self.manifest.derived_files
        if any(name in part for part in listed) or any(below(known, (name,)) for known in self.names()):
            return self.path / name
        raise IndexIntegrityError(f"generation {self.number} has no {name}", subject=str(self.path), remedy=REBUILD)

    def close(self) -> None:
        """Let the generation go; it may be deleted once it is old. A second call does nothing."""
        if self.pin is not None:
            self.pin.release()

    def __enter__(self) -> Generation:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_generation(
    path: Path, *, manifest_sha256: str | None, hash_limit: int | None, files: FileOperations
) -> Generation:
    """Pin, read and verify the generation in ``path``.

    Args:
        path: its folder.
        manifest_sha256: what MANIFEST.json must hash to, where that is known.
        hash_limit: see ``manifest.problems``; None checks every digest, 0 sizes only.
        files: the file system.

    Raises:
        BrokenSealError: the folder is not what its manifest says; the message lists at most three differences.
        FileNotFoundError: the folder is gone or going.
        OSError: this process cannot read it.
    """
    pin = Pin(path, files)
    try:
        manifest, digest = read_manifest(path)
        if manifest_sha256 not in (None, digest):
            msg = "MANIFEST.json is not the one that CURRENT names"
            raise BrokenSealError(msg)
        if found := problems(path, manifest, hash_limit=hash_limit, files=files):
            more = f" and {len(found) - 3} more" if len(found) > 3 else ""
            raise BrokenSealError("; ".join(found[:3]) + more)
    except (BrokenSealError, OSError):
        pin.release()
        raise
    return Generation(manifest.number, path, manifest, digest, pin=pin)
