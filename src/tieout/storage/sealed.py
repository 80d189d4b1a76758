"""Small JSON files that carry their own digest, so that any changed bit in them is found.

A sealed file is one line: ``{"body":…,"sha256":"…"}``, canonical JSON. It is accepted only if writing its body again
gives the same bytes; therefore two different files never hold the same body.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

JSON: TypeAlias = "bool | int | float | str | Sequence[JSON] | Mapping[str, JSON] | None"


class BrokenSealError(ValueError):
    """The bytes are not what was sealed."""


def canonical(value: JSON) -> bytes:
    """One line of canonical JSON in UTF-8: sorted keys, no spaces, no line end."""
    return dumps_json(value).encode()


def dumps_json(value: JSON) -> str:
    """Canonical JSON of plain values; ValueError for NaN and infinities, TypeError for anything else."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def sha256(data: bytes) -> str:
    """SHA-256 as 64 hex digits."""
    return hashlib.sha256(data).hexdigest()


def seal(body: Mapping[str, JSON]) -> bytes:
    """The bytes of a sealed file."""
    return canonical({"body": body, "sha256": sha256(canonical(body))}) + b"\n"


def unseal(data: bytes) -> dict[str, Any]:
    """The body that was sealed.

    Raises:
        BrokenSealError: these bytes were never written by ``seal``.
    """
    try:
        outer = json.loads(data)
        body = outer["body"]
        whole = seal(body) == data
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        msg = "not a sealed file"
        raise BrokenSealError(msg) from error
    if not whole or not isinstance(body, dict):
        msg = "the contents do not match their own digest"
        raise BrokenSealError(msg)
    return body
