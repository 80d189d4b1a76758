"""Factors between printed units of one kind, for figures of several companies."""

from __future__ import annotations

import re
from decimal import Decimal

from tieout.text import fold

_PREFIX = {
    "k": Decimal(1000),
    "m": Decimal(10) ** 6,
    "g": Decimal(10) ** 9,
    "t": Decimal(10) ** 12,
    "p": Decimal(10) ** 15,
    "": Decimal(1),
}
_WORDS = (
    ("million", Decimal(10) ** 6),
    ("mio", Decimal(10) ** 6),
    ("thousand", Decimal(1000)),
    ("billion", Decimal(10) ** 9),
)
_JOULE_IN_WH = Decimal(1) / Decimal(3600)


def scale_to(unit: str, wanted: str) -> Decimal | None:
    """The factor from ``unit`` to ``wanted``, or None where they are not of one kind."""
    have, want = _base(unit), _base(wanted)
    return have[1] / want[1] if have is not None and want is not None and have[0] == want[0] else None


def _base(unit: str) -> tuple[str, Decimal] | None:
    """The kind of a unit and its size in grams or watt-hours."""
    text = re.sub(r"[()\s]+", " ", fold(unit)).strip()
    factor = Decimal(1)
    for word, size in _WORDS:
        if re.search(rf"\b{word}\b", text):
            factor, text = size, re.sub(rf"\b{word}s?\b", " ", text).strip()
            break
    if energy := re.search(r"\b([kmgtp]?)wh\b", text):
        return "energy", factor * _PREFIX[energy.group(1)]
    if joule := re.search(r"\b([kmgtp]?)j\b", text):
        return "energy", factor * _PREFIX[joule.group(1)] * _JOULE_IN_WH
    if re.search(r"\b(?:kt|kiloton\w*)(?:co2|\b)", text):
        return "mass", factor * Decimal(10) ** 9
    if re.search(r"\bmt(?:co2|\b)|\bmegaton", text):
        return "mass", factor * Decimal(10) ** 12
    if re.search(r"\bkg|\bkilogram", text):
        return "mass", factor * Decimal(1000)
    if re.search(r"\bt(?:co2|\b)|\bton(?:ne)?s?\b|\bmetric ton", text):
        return "mass", factor * Decimal(10) ** 6
    return None
