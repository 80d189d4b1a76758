"""The two ways to read a unit: a text that is one as a whole, and one that stands in running text."""

from __future__ import annotations

import re
from functools import lru_cache

from tieout.quantities.grammar import read_ahead, read_whole
from tieout.quantities.tokens import LONGEST
from tieout.quantities.units import Unit

_TORN = re.compile(r"(?<=CO2) (?=(?:eq?|-e)\b)|(?<=CO|CH|SO|NO) (?=[2-4x]\b)|(?<=\bm) (?=[23]\b)|\s*(?=/)|(?<=/)\s*")
"""Where a text layer tears a formula or a fraction: its subscripts stand as figures of their own."""

_remembered = lru_cache(maxsize=4096)(read_whole)


def parse_unit(printed: str) -> Unit | None:
    """The Unit that ``printed`` names as a whole ("tCO2 e /person", "RMB'000", "t CO2e/billion EUR"), or None.

    Unknown nouns are accepted only where they cannot change the quantity: as what is counted ("number of sites"), what
    is weighed ("t clinker") or what a figure is divided by ("kg CO2e/boe").
    """
    return _remembered(printed) if len(printed) <= LONGEST else None


def find_unit(text: str, at: int) -> tuple[int, int] | None:
    """The half-open span of the unit expression that begins at ``at``, white space aside, or None.

    Only known words are taken, so that prose after a figure is never swallowed. Reads at most 160 characters.
    """
    return read_ahead(text, at)


def tidy_unit(printed: str) -> str:
    """A printed unit as it is written in a sentence: "tCO2 e / person" is "tCO2e/person". What it measures stays."""
    return _TORN.sub("", printed.strip()) if len(printed) <= LONGEST else printed
