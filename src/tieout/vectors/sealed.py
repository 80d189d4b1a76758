"""The seal of an index folder: ``index.json`` says what it is and holds the digest of every file beside it."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

from tieout.errors import EncoderError, IndexIntegrityError

SEAL = "index.json"


def write_seal(folder: Path, schema: str, encoder: str, dimension: int, rows: int) -> None:
    """Seal a folder whose other files are finished."""
    digests = {
        path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir()) if path.name != SEAL
    }
    value = {"schema": schema, "encoder": encoder, "dimension": dimension, "rows": rows, "files": digests}
    (folder / SEAL).write_text(json.dumps(value, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def read_seal(folder: Path, schema: str, encoder: str, dimension: int) -> int:
    """Check a folder against its seal and against the encoder in use; returns how many rows it holds.

    Raises:
        EncoderError: it was built with another model or dimension.
        IndexIntegrityError: the seal or a file is missing or altered, or of another schema.
    """
    remedy = "Run: tieout rebuild"
    try:
        value = json.loads((folder / SEAL).read_bytes())
        built, length, rows, files = value["encoder"], value["dimension"], value["rows"], dict(value["files"])
        found = value["schema"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise IndexIntegrityError(
            "the index's description cannot be read", subject=str(folder / SEAL), remedy=remedy
        ) from error
    if found != schema:
        raise IndexIntegrityError(
            f"an index of schema {found!r}, expected {schema!r}", subject=str(folder), remedy=remedy
        )
    if (built, length) != (encoder, dimension):
        raise EncoderError(
            f"the index was built with {built} (dimension {length}), the encoder in use is {encoder} ({dimension})",
            subject=str(folder),
            remedy="Use the same encoder, or run: tieout rebuild",
        )
    for name, digest in sorted(files.items()):
        try:
            same = sha256((folder / Path(name).name).read_bytes()).hexdigest() == digest
        except OSError as error:
            raise IndexIntegrityError(
                f"cannot be read: {error.strerror}", subject=str(folder / name), remedy=remedy
            ) from error
        if not same:
            raise IndexIntegrityError("does not match its digest", subject=str(folder / name), remedy=remedy)
    if not isinstance(rows, int):
        raise IndexIntegrityError("the index's description is malformed", subject=str(folder / SEAL), remedy=remedy)
    return rows
