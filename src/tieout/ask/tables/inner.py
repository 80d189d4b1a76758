"""Cells that print more than one figure: "3.00 (-20.2%)", "117 (outgoing) 146 (incoming)"."""

from __future__ import annotations

from tieout.ask.wording.words import concepts
from tieout.model import Observation
from tieout.patterns import lazy

_NAMED = lazy(r"([-+]?\d[\d.,]*%?)\s*\(([^()\d]{4,80})\)")
_BRACKETED = lazy(r"\(\s*([-+–]?\s?\d[\d.,]*)\s?%\s*\)")
_ASKS_CHANGE = lazy(r"\bper ?cent|%|\bchange\b|\battainment\b")
_PLAIN_PERCENT = frozenset({"%", "percent"})


def inner_figure(cell: Observation, text: str) -> str:
    """The figure of a cell that a wording means besides the first, as a bare answer; "" where it is the first."""
    named = _NAMED.findall(cell.raw_value)
    if len(named) > 1:
        said = concepts(text)
        best = max(named, key=lambda f: len(concepts(f[1]) & said))
        return _bare(best[0]) if concepts(best[1]) & said and best != named[0] else ""
    bracketed = _BRACKETED.search(cell.raw_value)
    if bracketed and cell.unit.strip() not in _PLAIN_PERCENT and _ASKS_CHANGE.search(text):
        return _bare(bracketed.group(1))
    return ""


def _bare(figure: str) -> str:
    return figure.replace(",", "").replace("–", "-").replace(" ", "").replace("%", "").lstrip("+")
