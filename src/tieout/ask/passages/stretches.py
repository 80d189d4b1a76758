"""Where words stand on a page that breaks them: the same letters, whatever hyphens and spaces lie between."""

from __future__ import annotations

import re

_BETWEEN = r"[-\s]{0,3}"


def stretch(words: str, text: str, start: int = 0, most: int = 1000) -> tuple[int, int] | None:
    """The half-open span of the first place from ``start`` on where the words stand, at most so many letters of them."""
    letters = [re.escape(c) for c in words if not c.isspace() and c != "-"][:most]
    found = re.compile(_BETWEEN.join(letters)).search(text, start) if letters else None
    return found.span() if found is not None else None
