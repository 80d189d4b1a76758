"""Opposites in labels and wordings: a row for the one is no answer to a question for the other."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from tieout.ask.wording.words import stem
from tieout.patterns import lazy
from tieout.text import fold

_PAIRS = (
    ("direct", "indirect"),
    ("market", "location"),
    ("gross", "net"),
    ("upstream", "downstream"),
    ("absolute", "specific"),
    ("incoming", "outgoing"),
    ("male", "female"),
    ("permanent", "temporary"),
)
_NEGATED = lazy(r"\b(?:non|not|un)[\s-]+([a-z]{4,})")
_WORD = lazy(r"[a-z]+")


@lru_cache(maxsize=4096)
def stances(text: str) -> Mapping[str, bool]:
    """For each pair of opposites that a text takes one side of: True for the first, False for the second."""
    folded = fold(text)
    denied = {stem(m.group(1)) for m in _NEGATED.finditer(folded)}
    said = {stem(w) for w in _WORD.findall(_NEGATED.sub(" ", folded))}
    found: dict[str, bool] = {}
    for first, second in _PAIRS:
        one, other = stem(first) in said, stem(second) in said
        if one != other:
            found[first] = one
    for word in said | denied:
        if not (word in said and word in denied):
            found.setdefault(f"={word}", word in said)
    return found


def conflicts(one: Mapping[str, bool], other: Mapping[str, bool]) -> int:
    """On how many opposites two texts stand on different sides."""
    return sum(1 for key, side in one.items() if key in other and other[key] is not side)
