"""Whether a figure is in a unit of what is asked for: hours for "how many hours", years for "how old"."""

from __future__ import annotations

import re

from tieout.ask.wording.question import Measure, Reading
from tieout.patterns import lazy
from tieout.text import fold

_UNIT_AFTER = 24
_UNIT_OF = {
    Measure.HOURS: lazy(r"\bhours?\b|\bh\b"),
    Measure.DAYS: lazy(r"\bdays?\b"),
    Measure.YEARS: lazy(r"\byears?\b"),
    Measure.ENERGY: lazy(r"\b[kmgt]?wh\b|\b[kmgtp]j\b|watt|joule"),
    Measure.MASS: lazy(r"\b(?:k|m)?t\b|\b(?:kilo)?ton|\bk?g\b|gram"),
    Measure.VOLUME: lazy(r"\bm3\b|m³|cubic|litre|liter|\bton"),
}
_LESS = lazy(r"\b(?:sav|reduc|cut|lower)\w*")
"""What is saved is told in per cent as often as in units."""
_AMOUNT = lazy(r"\bhow much\b|\bwhat (?:amount|volume|quantity)\b")
_OF_SOMETHING = lazy(r"[\d.,]*\s?(?:\+|%|[^\W\d_])")
OF_TIME = lazy(r"\s?(?:[\w-]+ ){0,2}?(?P<unit>day|hour|week|month|year)s?\b", re.IGNORECASE)
"""What follows on a figure that counts days or years."""
_OLD = lazy(r"\bhow old\b")


def has_unit_beside(behind: str, told: str, reading: Reading) -> bool:
    """Whether the unit that the question's measure wants follows on a figure.

    Args:
        behind: what follows on it in the sentence.
        told: the figure.
        reading: the question; one that asks for no measure wants no unit, but an amount is of something.
    """
    unit = None if told.endswith("%") and _LESS.search(reading.folded) else _UNIT_OF.get(reading.measure)
    if _OLD.search(reading.folded) is not None:
        unit = _UNIT_OF[Measure.YEARS]
    if unit is not None and unit.search(fold(behind)[:_UNIT_AFTER]) is None:
        return False
    timed = OF_TIME.match(behind)
    if reading.measure is Measure.COUNT and timed is not None and timed["unit"].lower() not in reading.folded:
        return False  # "within 5 working days" counts no complaints
    # An amount is of something: the number of a list item is none.
    return _AMOUNT.search(reading.folded) is None or told[-1:] == "%" or _OF_SOMETHING.match(behind) is not None
