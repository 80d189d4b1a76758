"""Frozen dataclasses to JSON values and back, exactly: the only serialised form of the model. Standard library only.

Decimals travel as strings, enums as their values, tuples as lists, nested dataclasses as objects with every field.
Decoding follows the type hints, so that a record of another shape is an error and never half a record.
"""

from __future__ import annotations

import dataclasses
import functools
import json
import types
import typing
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar

T = TypeVar("T")


def encode(value: object) -> Any:
    """A JSON value for a dataclass, tuple, enum, Decimal or plain value; TypeError for anything else."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: encode(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, tuple | list):
        return [encode(item) for item in value]
    if value is None or isinstance(value, str | int | float | bool):
        return value
    msg = f"{type(value).__name__} has no JSON form here"
    raise TypeError(msg)


@functools.cache
def _hints(cls: type) -> dict[str, Any]:
    return typing.get_type_hints(cls)


def _decode(hint: Any, value: Any) -> Any:
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        if value is None:
            return None
        return _decode(next(a for a in typing.get_args(hint) if a is not type(None)), value)
    if origin is tuple:
        args = typing.get_args(hint)
        if len(args) == 2 and args[1] is Ellipsis:
            return tuple(_decode(args[0], item) for item in value)
        return tuple(_decode(a, item) for a, item in zip(args, value, strict=True))
    if dataclasses.is_dataclass(hint):
        known = _hints(typing.cast(type, hint))
        return typing.cast(Any, hint)(**{name: _decode(known[name], item) for name, item in value.items()})
    if hint is Decimal or (isinstance(hint, type) and issubclass(hint, Enum)):
        return hint(value)
    if hint is float and isinstance(value, int):
        return float(value)
    if not isinstance(value, hint):
        msg = f"expected {hint}, got {type(value).__name__}"
        raise TypeError(msg)
    return value


def decode(cls: type[T], value: Any) -> T:
    """The dataclass that ``encode`` wrote.

    Raises:
        KeyError, TypeError, ValueError: the value has another shape than ``cls``.
    """
    return typing.cast(T, _decode(cls, value))


def dumps(value: object) -> str:
    """One line of canonical JSON: sorted keys, no spaces, text as it is."""
    return json.dumps(encode(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
