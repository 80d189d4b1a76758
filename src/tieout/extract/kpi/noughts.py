"""Noughts said in words: "did not have any litigation cases", "with no leaks found" report a figure without digits."""

from __future__ import annotations

import re
from decimal import Decimal

from tieout.extract.kpi.figures import Printed
from tieout.extract.kpi.lexicon import COUNTED_HARMS, FUNCTION_WORDS

_REACH = 1000
"""How far into a stretch noughts are looked for, in characters."""
_LONGEST = 12
"""Most words of what is counted."""
_NONE = re.compile(
    r"\b(?:(?:there (?:were|was|are|is|have been)|with|had|has|have|recorded|reported|identified|received|found)\s+"
    r"(?P<none>no|zero)|(?P<first>(?-i:No|Zero))(?=[^.;]{1,80}\b(?:occurred|happened|were|was|has been|have been)\b)|"
    r"did (?P<any>not (?:have|identify|receive|record|find) any))\s+"
    r"(?P<what>(?:[^\s.,;:()]{1,40}\s+){0,5}?(?:" + "|".join(sorted(COUNTED_HARMS)) + r"))\b(?P<rest>[^.,;:()]{0,100})",
    re.IGNORECASE,
)


def read_noughts(text: str, low: int, high: int) -> list[tuple[Printed, str]]:
    """The noughts of ``text[low:high]`` with what they count, in order.

    Only harms that reports count are taken (accidents, breaches, lawsuits …), so that "no plans" is no figure.
    """
    found: list[tuple[Printed, str]] = []
    for match in _NONE.finditer(text, low, min(high, low + _REACH)):
        rest = "" if match["first"] else match["rest"]
        words = [*match["what"].split(), *rest.split()][:_LONGEST]
        while words[-1].casefold() in FUNCTION_WORDS:
            words.pop()
        span = match.span(next(name for name in ("none", "first", "any") if match[name]))
        found.append((Printed(span[0], span[1], span, Decimal(0), "", "", measured=False), " ".join(words)))
    return found
