"""Headers of a date and the groups beside it: "12/31/2023 Top management Group-wide" above rows of full width.

How many groups there are is told by the cells of the first row, and the groups by their capitals; a header whose two
first rows do not fill the same number of columns heads no table.
"""

from __future__ import annotations

import itertools

from tieout.extract.kpi.columns import Column, Header, Role
from tieout.extract.kpi.labels import phrase_starts
from tieout.extract.kpi.lexer import CELL_KINDS, Kind, Token
from tieout.extract.kpi.lexicon import AUXILIARIES, FUNCTION_WORDS
from tieout.extract.kpi.printed_units import words_of
from tieout.text import fold

_LONGEST_HEAD = 18
_LONGEST_LABEL = 8
_MOST_COLUMNS = 10
_VALUES = CELL_KINDS - {Kind.YEAR}


def _cells_end(tokens: list[Token], at: int, flat: bool) -> int:
    """The index after the run of cells at ``at``, no more than a table is wide."""
    end = at
    while end < len(tokens) and end - at <= _MOST_COLUMNS and tokens[end].kind in _VALUES:
        if not flat and tokens[end].line != tokens[at].line:
            break
        end += 1
    return end


def _next_cells(tokens: list[Token], at: int, most: int) -> int:
    """The index of the first cell behind at least one word from ``at`` on, or ``at`` for none within ``most`` words."""
    end = at
    while end < len(tokens) and end - at <= most and tokens[end].kind is Kind.WORD:
        end += 1
    return end if end < len(tokens) and end - at <= most and tokens[end].kind in _VALUES else at


def _starts(tokens: list[Token], first: int, end: int, count: int) -> list[int]:
    """Where ``count`` names in tokens ``[first, end)`` begin: at their only capitals, or where phrases do; or none."""
    capitals = [i for i in range(first, end) if tokens[i].core[0].isupper()]
    for starts in (capitals, phrase_starts(tokens, first, end)):
        if len(starts) == count and starts[0] == first:
            return starts
    return []


def read_dated_header(tokens: list[Token], at: int, flat: bool) -> Header | None:
    """The header whose date is token ``at``, or None; at least two groups and two rows. Years alone need their line."""
    opens = at == 0 or tokens[at - 1].line < tokens[at].line
    if not (tokens[at].is_date if flat else opens):
        return None
    first = at + 1
    cells = _next_cells(tokens, first, _LONGEST_HEAD)
    width = _cells_end(tokens, cells, flat) - cells
    if cells == first or width < 2:
        return None
    below = _next_cells(tokens, cells + width, _LONGEST_LABEL)
    if below == cells + width or _cells_end(tokens, below, flat) - below != width:
        return None
    end = first
    while not flat and end < cells and tokens[end].line == tokens[at].line:
        end += 1
    names = _starts(tokens, first, cells, width + 1) if flat else _starts(tokens, first, end, width)
    if not names or any(fold(t.core) in AUXILIARIES | FUNCTION_WORDS for t in tokens[first:cells]):
        return None
    bounds = names if flat else [*names, end]
    if not flat and (end == cells or tokens[cells].line == tokens[at].line):
        return None
    labels = [words_of(tokens, a, b) for a, b in itertools.pairwise(bounds)]
    if len(set(labels)) < width or any(label[-1] in ".:;" for label in labels):
        return None
    columns = tuple(Column(Role.YEAR, tokens[at].year, label) for label in labels)
    return Header(at, at, bounds[-1], columns, exact=True)
