"""Bounds of classes: "under 30", "older than fifty", "50+". A class above an age is never the class below it."""

from __future__ import annotations

import re
from functools import lru_cache

from tieout.ask.lexicon import NUMBER_WORDS
from tieout.text import fold

_NUMBER = r"(?P<number>\d{1,3}|" + "|".join(sorted(NUMBER_WORDS)) + r")"
_BELOW = re.compile(
    rf"(?:\b(?:under|below|younger than|less than|not yet|up to)(?: the age of)?[\s-]|<\s?){_NUMBER}(?![\w.,]*\d)(?!\+)s?\b"
)
_ABOVE = re.compile(
    rf"(?:\b(?:over|above|older than|more than|past)(?: the age of)?[\s-]|>\s?){_NUMBER}(?![\w.,]*\d)s?\b"
)
_PLUS = re.compile(r"\b(?P<number>\d{1,3})(?:\s?\+| (?:and|or) (?:over|older|above|more))")
_WHOLE = re.compile(r"\d+")


@lru_cache(maxsize=8192)
def bounds(text: str) -> frozenset[tuple[str, str]]:
    """The one-sided classes that a text names, as ("under" or "over", number) pairs."""
    folded = fold(text)
    found = {("under", m["number"]) for m in _BELOW.finditer(folded)}
    found |= {("over", m["number"]) for pattern in (_ABOVE, _PLUS) for m in pattern.finditer(folded)}
    return frozenset((way, NUMBER_WORDS.get(number, number)) for way, number in found)


def outside(asked: frozenset[tuple[str, str]], label: str) -> bool:
    """Whether a label names the number of a class asked for, and another class: "over 50", or "30 to 50", for "under 50"."""
    if not asked:
        return False
    own, numbers = bounds(label), set(_WHOLE.findall(fold(label)))
    return not asked & own and any(number in numbers for _, number in asked)
