"""Patterns that are compiled when first used: like compiled ones, and none of them is broken."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import tieout.ask
import tieout.vectors
from tieout.patterns import is_lazy, lazy


def test_it_serves_like_a_compiled_pattern() -> None:
    pattern = lazy(r"(?P<word>[a-z]+)\d", re.IGNORECASE)
    found = pattern.search("see Berth7")
    assert found is not None
    assert found["word"] == "Berth"
    assert pattern.sub("x", "a1 b2") == "x x"
    assert pattern.pattern == r"(?P<word>[a-z]+)\d"
    assert is_lazy(pattern)


def _modules(package: object) -> list[str]:
    return [m.name for m in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")]


@pytest.mark.parametrize("name", [*_modules(tieout.ask), *_modules(tieout.vectors)])
def test_every_pattern_of_a_module_compiles(name: str) -> None:
    module = importlib.import_module(name)
    for value in vars(module).values():
        kept = value if isinstance(value, (tuple, list)) else value.values() if isinstance(value, dict) else (value,)
        for one in kept:
            if is_lazy(one):
                assert re.compile(one.pattern, one.flags).groups >= 0
