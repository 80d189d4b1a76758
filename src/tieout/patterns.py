"""Patterns that are compiled when first used.

A question needs a few of the hundreds of patterns that asking knows, and compiling them all is a good part of what a
single question on the command line costs. ``lazy`` stands in for ``re.compile`` at the top of a module. Standard
library only; everything above may import it.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Lazy:
    """A pattern that compiles itself at the first use of anything a compiled one has, which it then keeps."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        found = getattr(re.compile(*self._source), name)
        setattr(self, name, found)
        return found


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern to use like that of ``re.compile(pattern, flags)``, compiled at its first use.

    It serves wherever its methods are called; the functions of ``re`` take a compiled pattern only.
    """
    return cast("re.Pattern[str]", _Lazy(pattern, flags))


def is_lazy(value: object) -> bool:
    """Whether a value is such a pattern."""
    return isinstance(value, _Lazy)
