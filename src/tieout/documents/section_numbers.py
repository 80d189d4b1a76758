"""Section numbers ("2.3.1") in a text: where they stand, and which of them are believable as such."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tieout.documents.places import PageWords

DOTTED = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?")
_MOST_PLACES = 20_000
_UNITS_AFTER = frozenset(
    {
        "%",
        "percent",
        "per",
        "million",
        "billion",
        "points",
        "times",
        "tons",
        "tonnes",
        "years",
        "hours",
        "mwh",
        "gwh",
        "kg",
    }
)


@dataclass(frozen=True, slots=True)
class NumberPlace:
    """One appearance of a section number: page index and word index."""

    page: int
    at: int
    number: str


def number_places(pages: Sequence[PageWords]) -> list[NumberPlace]:
    """All appearances of believable section numbers, in reading order, as many as are looked at."""
    places = _places(pages)
    numbers = _believable({p.number for p in places})
    return [p for p in places if p.number in numbers][:_MOST_PLACES]


def _places(pages: Sequence[PageWords]) -> list[NumberPlace]:
    found = []
    for index, words in enumerate(pages):
        for at in range(len(words.forms)):
            if DOTTED.fullmatch(words.printed(at)):
                after = words.forms[at + 1] if at + 1 < len(words.forms) else ""
                if after not in _UNITS_AFTER:
                    found.append(NumberPlace(index, at, words.printed(at).rstrip(".")))
    return found


def _believable(numbers: set[str]) -> frozenset[str]:
    """Numbers whose parts are small and that follow another: x.2 after x.1, x.y.z under x.y."""
    kept: set[str] = set()
    for number in sorted(numbers, key=lambda n: [int(p) for p in n.split(".")]):
        parts = number.split(".")
        if any(p.startswith("0") for p in parts) or int(parts[0]) > 30 or any(int(p) > 40 for p in parts[1:]):
            continue
        parent, last = ".".join(parts[:-1]), int(parts[-1])
        nested = len(parts) > 2
        if (last == 1 or f"{parent}.{last - 1}" in kept) and (not nested or parent in numbers or last > 1):
            kept.add(number)
    return frozenset(kept)
