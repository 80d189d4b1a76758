"""Figures that say how a value moved or shall move: by how much, from what ("rose from 5 t to 6 t"), to what aim."""

from __future__ import annotations

import re

from tieout.extract.kpi.figures import Printed, qualifier_before

_VERB = (
    r"(?:increas|decreas|reduc|ris|rose|fell|fall|drop|grew|grow|declin|lower|improv|cut|climb|shrink|shrank|expand|"
    r"exceed|miss|widen|narrow|sav)[a-z]*"
)
_BY = re.compile(rf"\b{_VERB}(?:\s+[^\s.;:]+){{0,6}}?\s+by$", re.IGNORECASE)
_FROM = re.compile(r"(?<!range )(?<!ranges )(?<!ranged )(?<!ranging )\bfrom$", re.IGNORECASE)
_TO = re.compile(r"\s*(?:\([^()]{0,40}\)\s*)?to\b", re.IGNORECASE)
_TARGET = re.compile(
    r"\b(?:target(?:s|ed)?|goals?|aims?|aiming|objectives?|ambitions?|commit(?:s|ted|ment)? to)\b"
    r"(?![^.;]*\b(?:exceed|reach|achieved|met|miss|surpass|fulfil)[a-z]*\b)[^.;]*$",
    re.IGNORECASE,
)
_AIMS = re.compile(
    r"\b(?:targets?|goals?|objectives?|ambitions?)\b(?![^:]*(?<!to be )\b(?:achiev|reach|met\b|attain))", re.IGNORECASE
)
_DUE = re.compile(r"\b(?:by|until)\s+(?:the\s+)?(?:end\s+of\s+)?(?P<year>20\d\d)\b")
_LEADS_ON = re.compile(r"\b(?:with (?:respect|regard) to|regarding|concerning|namely|as follows|are|is|to|by)$")
_BULLETS = "•▪●◦·›–-"
_REACH = 80
"""How far before a figure the verb of its movement is looked for, in characters."""


def _before(text: str, figure: Printed) -> str:
    at = qualifier_before(text, figure.start)[1]
    return text[max(0, at - _REACH) : at].rstrip()


def is_difference(text: str, figure: Printed) -> bool:
    """Whether a figure says by how much a value moved, and not what it is."""
    return _BY.search(_before(text, figure)) is not None


def is_target(text: str, figure: Printed) -> bool:
    """Whether a figure is what a target asks for ("the target is 50 percent"), and not what was reached of it."""
    return _TARGET.search(_before(text, figure)) is not None


def announces_targets(text: str, start: int, end: int, before: bool) -> bool:
    """Whether what follows a stretch, or it as an item of a list, is what targets ask for.

    "We have set the following targets: • … • …" makes targets of all items; ``before`` tells whether the stretch before
    did.
    """
    stretch = text[start:end].strip(_BULLETS + " \n")
    if not stretch:
        return before
    listed = text[start:end].rstrip()[-1:] in tuple(_BULLETS) and _LEADS_ON.search(stretch) is not None
    if stretch.endswith(":") or listed:
        return _AIMS.search(stretch) is not None
    return before and text[:start].rstrip()[-1:] in _BULLETS


def due_year(stretch: str) -> str:
    """The year by which what a stretch announces shall be reached ("to be met by 2027"), or ""."""
    found = _DUE.search(stretch)
    return found["year"] if found is not None else ""


def is_origin(text: str, figure: Printed, following: int) -> bool:
    """Whether a value moved from a figure: "from" before it, "to" behind it and the next figure at ``following``."""
    return (
        _FROM.search(_before(text, figure)) is not None
        and following - figure.end < _REACH
        and _TO.match(text, figure.end, following) is not None
    )


def year_before(period: str) -> str:
    """The year before a period that is a year; other periods unchanged."""
    return str(int(period) - 1) if period.isdigit() and len(period) == 4 else period
