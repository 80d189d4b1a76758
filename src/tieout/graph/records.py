"""The reading copy: each finding as one canonical JSON string in the graph, beside the statements made from it.

Statements answer questions; the record gives the dataclass back to the letter (the order of a tuple, the trailing zero
of a Decimal), which statements cannot. Reading 5,000 observations from their statements takes more than a second in a
store on disk, from their records about a seventh of it. Fields that hold their default are left out, and so is ``iri``.
"""

from __future__ import annotations

import dataclasses
import functools
import json
import types
import typing
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar

from tieout.errors import IndexIntegrityError

T = TypeVar("T")
Convert = Callable[[Any], Any]


def write_record(order: int, value: object) -> str:
    """One line of canonical JSON: ``[order, {fields}]``."""
    kind: Any = type(value)
    return json.dumps([order, _writer(kind)(value)], ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read_record(cls: type[T], text: str, iri: str) -> tuple[int, T]:
    """The order and the dataclass that :func:`write_record` wrote; a class with an ``iri`` gets this one.

    Raises:
        IndexIntegrityError: the text is no record of this class.
    """
    kind: Any = cls
    try:
        order, fields = json.loads(text)
        named = {"iri": iri} if "iri" in _reader_fields(kind) else {}
        return int(order), _reader(kind)(fields | named)
    except (ValueError, TypeError, KeyError, AttributeError, ArithmeticError) as error:
        raise IndexIntegrityError(f"not a record of {cls.__name__}", subject=iri) from error


def _same(value: Any) -> Any:
    return value


def _list_of(convert: Convert) -> Convert:
    return lambda values: [convert(value) for value in values]


@functools.cache
def _writer(cls: Any) -> Convert:
    """How a value of this class becomes a JSON value; compiled once a class."""
    if dataclasses.is_dataclass(cls):
        hints = typing.get_type_hints(cls)
        plan = [(f.name, f.default, _writer(hints[f.name])) for f in dataclasses.fields(cls) if f.name != "iri"]

        def write(value: Any) -> dict[str, Any]:
            return {
                name: convert(item)
                for name, default, convert in plan
                if (item := getattr(value, name)) is not default and (item is None or item != default)
            }

        return write
    element = _element(cls)
    if element is not None:
        return _list_of(_writer(element))
    if typing.get_origin(cls) is tuple:
        places = [_writer(place) for place in typing.get_args(cls)]
        return lambda value: [convert(item) for convert, item in zip(places, value, strict=True)]
    inner = _optional(cls)
    if inner is not None:
        convert = _writer(inner)
        return lambda value: None if value is None else convert(value)
    return str if cls is Decimal else _same


@functools.cache
def _reader(cls: Any) -> Convert:
    """How a JSON value becomes a value of this class; compiled once a class."""
    make: Any = cls
    if dataclasses.is_dataclass(cls):
        fields = _reader_fields(make)
        return lambda value: make(**{name: fields[name](item) for name, item in value.items()})
    element = _element(cls)
    if element is not None:
        convert = _reader(element)
        return lambda values: tuple([convert(value) for value in values])
    if typing.get_origin(cls) is tuple:
        places = [_reader(place) for place in typing.get_args(cls)]
        return lambda value: tuple([convert(item) for convert, item in zip(places, value, strict=True)])
    inner = _optional(cls)
    if inner is not None:
        convert = _reader(inner)
        return lambda value: None if value is None else convert(value)
    if cls in (Decimal, float) or (isinstance(cls, type) and issubclass(cls, Enum)):
        return typing.cast(Convert, cls)
    return _same


@functools.cache
def _reader_fields(cls: Any) -> dict[str, Convert]:
    return {name: _reader(hint) for name, hint in typing.get_type_hints(cls).items()}


def _element(cls: Any) -> Any:
    """The element class of a tuple of any length, or None."""
    args = typing.get_args(cls) if typing.get_origin(cls) is tuple else ()
    return args[0] if args[1:] == (Ellipsis,) else None


def _optional(cls: Any) -> Any:
    """The class within ``X | None``, or None."""
    if typing.get_origin(cls) not in (typing.Union, types.UnionType):
        return None
    return next(arg for arg in typing.get_args(cls) if arg is not type(None))
