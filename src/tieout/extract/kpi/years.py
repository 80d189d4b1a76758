"""The year that a figure of a sentence is for."""

from __future__ import annotations

import re

from tieout.extract.kpi.figures import Printed

_YEAR = re.compile(r"(?<![\d.,/])(?P<year>(?:19|20)\d\d)(?![\d/%]|[.,]\d|\s?[Ee]dition|\s?[-–]\s?\d)")
_COMPARED = re.compile(
    r"\b(?:compared (?:with|to)|than(?: in)?|versus|vs\.?|base(?:line)?\s+year(?: of)?)\s+"
    r"(?:\d[\d.,]*\s?(?:[^\s.,;:()]+\s+){0,3}in\s+)?(?:the\s+)?(?:financial |fiscal )?(?:year\s+)?$",
    re.IGNORECASE,
)
"""Before a year that a figure is compared with, and is not of."""
OF_YEAR = re.compile(r"(?P<year>20\d\d)\s?\(\s*$")
SINCE = re.compile(r"\bsince\b[^.]*$", re.IGNORECASE)
IN_YEAR = re.compile(
    r"\s*(?:\([^)]{0,60}\)\s?)?(?:in|for|during|as of|at the end of|by)\s+(?:the\s+)?"
    r"(?:financial\s+year\s+|fiscal\s+year\s+|year\s+)?"
    r"(?:[A-Z][a-z]{2,8}\s+\d{1,2},?\s+|\d{1,2}\.?\s+[A-Z][a-z]{2,8},?\s+|\d{1,2}[./]\d{1,2}[./])?(?P<year>20\d\d)"
)


def years_in(text: str, low: int, high: int) -> list[tuple[int, str]]:
    """The years of a stretch with their offsets, without those that head a figure in brackets ("2023: 12 t")."""
    matches = _YEAR.finditer(text, low, high)
    return [(m.start(), m["year"]) for m in matches if text[m.end() : m.end() + 1] != ":"]


def _has_own_figure(text: str, at: int, figure: Printed) -> bool:
    """Whether a year that something is compared with has its own value in brackets behind it, and no other one."""
    end = at + 4
    if _COMPARED.search(text, max(0, at - 60), at) is None or not text[end:].lstrip().startswith("("):
        return False
    return text.find(")", end) < figure.start


def period_of(text: str, figure: Printed, years: list[tuple[int, str]], default: str) -> str:
    """The year a figure is for: right after it, else the nearest before it, else the sentence's only one."""
    follows = IN_YEAR.match(text, figure.end, min(len(text), figure.end + 100))
    if follows:
        return follows["year"]
    inside = OF_YEAR.search(text, max(0, figure.start - 12), figure.start)
    if inside:
        return inside["year"]
    before = [year for at, year in years if at < figure.start and not _has_own_figure(text, at, figure)]
    if before:
        return before[-1]
    after = {year for at, year in years if _COMPARED.search(text, max(0, at - 60), at) is None}
    return after.pop() if len(after) == 1 else default
