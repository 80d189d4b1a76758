"""Figures that tell how things stood, apart from what is aimed at and from what has changed by how much."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tieout.model import Observation

_AIMED = re.compile(
    r"(?<!\w)(?:targets?|targeted|goals?|aims?|aiming|should|shall|must|plans?|planned|intends?|ambition|quota"
    r"|by 20[2-9]\d|until 20[2-9]\d)(?!\w)",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"(?:reduc|decreas|increas|declin|cut|fell|fall|rose|rise|grew|lower|sav|avoid|improv)\w{0,7}"
    r"(?:\s[\w-]{1,12}){0,3}?\s(?:by|of)\s(?:about\s|around\s|over\s|nearly\s|some\s|EUR\s|USD\s)?\W{0,2}$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?›•]\s(?=[^\W_a-z]|›)")
_REACH = 90


def levels(figures: Iterable[Observation]) -> list[Observation]:
    """The figures that tell how things stood: no goals, no changes, no cells without a number."""
    return [o for o in figures if o.value is not None and not _aims_or_changes(o)]


def _aims_or_changes(o: Observation) -> bool:
    """A table's row is what its label says; a sentence is read up to the figure."""
    if o.origin == "table":
        return _AIMED.search(o.indicator) is not None
    before = o.passage.quote[: max(0, o.cell[0] - o.passage.start)] if o.cell[1] else o.indicator
    near = _SENTENCE_END.split(" ".join(before[-_REACH:].split()))[-1] + " "
    return _AIMED.search(near) is not None or _CHANGED.search(near) is not None
