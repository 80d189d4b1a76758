"""Bounds of classes: "under 30", "older than fifty", "50+". A class above an age is never the class below it."""

from __future__ import annotations

from functools import lru_cache

from tieout.ask.wording.lexicon import NUMBER_WORDS
from tieout.patterns import lazy
from tieout.text import fold

_NUMBER = r"(?P<number>\d{1,3}|" + "|".join(sorted(NUMBER_WORDS)) + r")"
_BELOW = lazy(
    rf"(?:\b(?:under|below|younger than|less than|not yet|up to)(?: the age of)?[\s-]|<\s?){_NUMBER}(?![\w.,]*\d)(?!\+)s?\b"
)
_ABOVE = lazy(rf"(?:\b(?:over|above|older than|more than|past)(?: the age of)?[\s-]|>\s?){_NUMBER}(?![\w.,]*\d)s?\b")
_PLUS = lazy(r"\b(?P<number>\d{1,3})(?:\s?\+| (?:and|or) (?:over|older|above|more))")
_RANGE = lazy(r"(?<![\d.,])(?P<low>\d{1,2})\s?(?:[-–—]|to|and)\s?(?P<high>\d{1,2})(?![\d.,]*\d)")
_YOUNGEST = 18


@lru_cache(maxsize=8192)
def bounds(text: str) -> frozenset[tuple[str, str]]:
    """The one-sided classes that a text names, as ("under" or "over", number) pairs."""
    folded = fold(text)
    found = {("under", m["number"]) for m in _BELOW.finditer(folded)}
    found |= {("over", m["number"]) for pattern in (_ABOVE, _PLUS) for m in pattern.finditer(folded)}
    for m in _RANGE.finditer(folded):  # "0–29" are those under 30; "30 to 50" has two sides
        low, high = int(m["low"]), int(m["high"])
        found.add(("under", str(high + 1)) if low <= _YOUNGEST else ("from", f"{low} to {high}"))
    return frozenset((way, NUMBER_WORDS.get(number, number)) for way, number in found)


def outside(asked: frozenset[tuple[str, str]], label: str) -> bool:
    """Whether a label names a class, and none that is asked for: "over 50", or "30 to 50", for "under 50"."""
    own = bounds(label)
    one_sided = {c for c in asked if c[0] != "from"}
    return bool(own and one_sided) and not asked & own
