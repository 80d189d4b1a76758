"""Headers of measures instead of years: "Employee category Coverage (%) Training hours (hours/person)".

Each column names what it measures with its unit in brackets, and rows are the members that it is measured for. Such a
table is of one period and is read only in full rows.
"""

from __future__ import annotations

from tieout.extract.kpi.columns import Column, Header, Role
from tieout.extract.kpi.labels import dimension_end, phrase_starts
from tieout.extract.kpi.lexer import CELL_KINDS, Kind, Token
from tieout.extract.kpi.lexicon import DIMENSION_NAMES
from tieout.extract.kpi.printed_units import words_of
from tieout.quantities import parse_unit
from tieout.text import fold

_MOST_COLUMNS = 12
_LONGEST_NAME = 8
_LONGEST_UNIT = 5
_REACH = 20
"""How far before the first unit its measure and the head of the label column are looked for, in tokens."""


def _unit(tokens: list[Token], at: int) -> tuple[str, int]:
    """The unit in brackets that opens at ``at`` and the index after it, or ("", at)."""
    if not tokens[at].text.startswith("("):
        return "", at
    for end in range(at + 1, min(len(tokens), at + _LONGEST_UNIT) + 1):
        if tokens[end - 1].text.endswith(")"):
            inner = " ".join(t.text for t in tokens[at:end])[1:-1].strip()
            shown = inner[3:] if inner.startswith("in ") else inner
            return (shown, end) if parse_unit(shown) is not None else ("", at)
    return "", at


def read_measure_header(tokens: list[Token], at: int, period: str) -> Header | None:
    """The header whose first unit opens at token ``at``, or None; at least two measures, each with a unit."""
    unit, end = _unit(tokens, at)
    if not unit:
        return None
    low = max(0, at - _REACH)
    for i in range(low, at):
        if tokens[i].kind is not Kind.WORD:
            low = i + 1
    starts = phrase_starts(tokens, low, at) if low < at else []
    if not starts or at - starts[-1] > _LONGEST_NAME:
        return None
    start = starts[-2] if len(starts) > 1 else starts[-1]
    kind = DIMENSION_NAMES.get(fold(words_of(tokens, start, starts[-1])), "")
    if not kind:
        named = dimension_end(tokens, starts[-1], at)
        kind = DIMENSION_NAMES.get(fold(words_of(tokens, starts[-1], named)), "")
        start, first = starts[-1], named
    else:
        first = starts[-1]
    columns = [Column(Role.YEAR, period, words_of(tokens, first, at), unit=unit)]
    while len(columns) < _MOST_COLUMNS:
        opening = end
        while opening < len(tokens) and opening - end <= _LONGEST_NAME and tokens[opening].kind is Kind.WORD:
            unit, stop = _unit(tokens, opening)
            if unit:
                break
            opening += 1
        if not unit or opening == end:
            break
        columns.append(Column(Role.YEAR, period, words_of(tokens, end, opening), unit=unit))
        unit, end = "", stop
    names = {column.label for column in columns}
    if len(columns) < 2 or len(names) < len(columns) or "" in names:
        return None
    if end >= len(tokens) or tokens[end].kind in CELL_KINDS:
        return None
    return Header(start, at, end, tuple(columns), exact=True, rows_by=kind or "category")
