"""Headers of age bands instead of years: "12/31/2023 <30 30-50 >50 Total" above the figures of one period."""

from __future__ import annotations

import re

from tieout.extract.kpi.columns import Column, Header, Role
from tieout.extract.kpi.lexer import CELL_KINDS, Kind, Token
from tieout.text import fold

_BAND = re.compile(r"(?:[<>≤≥] ?|(?:under|below|up to|over|above) )\d{2}|\d{2} ?[-–] ?\d{2}|\d{2}\+")
_SIGNED = frozenset("<>≤≥")
_MOST_COLUMNS = 12


def is_band(label: str) -> bool:
    """Whether a label is an age band and nothing else ("<30", "30-50", "over 50")."""
    return _BAND.fullmatch(fold(label)) is not None


def _band(tokens: list[Token], at: int) -> int:
    """The number of tokens of the age band at ``at``, 0 where there is none."""
    for size in (1, 2):
        if at + size <= len(tokens) and is_band(" ".join(t.core for t in tokens[at : at + size])):
            return size
    return 0


def opens_band(token: Token) -> bool:
    """Whether a token can begin the first band of a header."""
    return token.core[0] in _SIGNED or fold(token.core) in {"under", "below"}


def read_band_header(tokens: list[Token], at: int, flat: bool, period: str) -> Header | None:
    """The header whose first band is token ``at``, or None: at least two bands side by side, with totals at either end.

    The year right before it is its period.
    """
    labels: list[str] = []
    end = at
    while len(labels) < _MOST_COLUMNS:
        size = _band(tokens, end)
        if not size:
            break
        labels.append(" ".join(t.core for t in tokens[end : end + size]))
        end += size
    if len(labels) < 2 or len(set(labels)) < len(labels):
        return None
    if end < len(tokens) and fold(tokens[end].core) == "total":
        labels.append("total")
        end += 1
    if end >= len(tokens) or tokens[end].kind in CELL_KINDS or (not flat and tokens[end].line == tokens[end - 1].line):
        return None
    dated = at > 0 and tokens[at - 1].kind is Kind.YEAR
    start = at - 1 if dated else at
    columns = tuple(Column(Role.YEAR, tokens[start].year if dated else period, label) for label in labels)
    return Header(start, start, end, columns, exact=True)
