"""Headers of units instead of years: "in €m in % in €m in %" below the names of what each group of columns measures.

Such a table is of one period. It is read only where the names above can be told apart in as many parts as there are
groups, for without them its columns would say different things of the same row.
"""

from __future__ import annotations

import itertools

from tieout.extract.kpi.columns import Column, Header, Role
from tieout.extract.kpi.labels import phrase_starts
from tieout.extract.kpi.lexer import Kind, Token
from tieout.quantities import parse_unit

_MOST_COLUMNS = 16
_REACH = 40
"""How far before the header its names and its year are looked for, in tokens."""
_LONGEST_NAME = 6


def _units(tokens: list[Token], at: int, flat: bool) -> tuple[list[str], int]:
    """The units printed as "in X in Y …" from token ``at`` on, and the index after them."""
    units: list[str] = []
    while at + 1 < len(tokens) and len(units) < _MOST_COLUMNS and tokens[at].core == "in":
        if not flat and tokens[at + 1].line != tokens[at].line:
            break
        if parse_unit(tokens[at + 1].core) is None:
            break
        units.append(tokens[at + 1].core)
        at += 2
    return units, at


def _names(tokens: list[Token], end: int, count: int) -> tuple[list[str], int]:
    """The last ``count`` phrases before token ``end`` and where they begin, or none."""
    low = max(0, end - _REACH)
    for i in range(low, end):
        if tokens[i].kind is not Kind.WORD and tokens[i].kind is not Kind.MARK:
            low = i + 1
    starts = phrase_starts(tokens, low, end)[-count:] if low < end else []
    bounds = [*starts, end]
    names = [" ".join(t.core for t in tokens[a:b] if t.kind is not Kind.MARK) for a, b in itertools.pairwise(bounds)]
    if len(names) < count or any(len(n.split()) > _LONGEST_NAME for n in names):
        return [], end
    return names, starts[0]


def read_unit_header(tokens: list[Token], at: int, flat: bool, period: str) -> Header | None:
    """The header of units whose first token is ``at``, or None; ``period`` where no year stands before it."""
    units, end = _units(tokens, at, flat)
    groups = sum(unit != "%" for unit in units)
    if len(units) < 3 or groups < 2 or "%" not in units or units[0] == "%":
        return None
    if not flat and end < len(tokens) and tokens[end].line == tokens[at].line:
        return None
    names, start = _names(tokens, at, groups)
    if not names:
        return None
    years = [t.year for t in tokens[max(0, start - _REACH) : start] if t.kind is Kind.YEAR]
    columns: list[Column] = []
    group = -1
    for unit in units:
        group += unit != "%"
        columns.append(Column(Role.YEAR, years[-1] if years else period, names[group], unit=unit))
    return Header(start, at, end, tuple(columns), exact=True)
