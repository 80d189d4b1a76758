"""Rows under a row that they add up to: "Mills 30 / Scope 1 10 / Scope 2 20 / Farms 7 / Scope 1 3 / Scope 2 4".

Where the same labels come again and again in one table, each round under a row of its own, a label says nothing without
that row. The rows of a round are its parts where they add up to it in every column, in all rounds that can be checked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tieout.model import Dimension, Observation
from tieout.text import fold

_LEAST_ROUNDS, _LEAST, _COLUMNS = 2, 10, 2
"""Fewest rounds; the least sum that is no chance, and in how many columns a smaller one is none either."""

Row = Sequence[Observation]


@dataclass(frozen=True, slots=True)
class _Round:
    """A heading row and the half-open range of the rows under it."""

    head: int
    end: int


def head_by_sums(rows: Sequence[Row]) -> list[list[Observation]]:
    """The rows, those of rounds with the row that heads them as a dimension."""
    done = [list(row) for row in rows]
    rounds = _rounds(rows)
    verdicts = [_adds_up(rows, r) for r in rounds]
    if sum(v is True for v in verdicts) < _LEAST_ROUNDS or any(v is False for v in verdicts):
        return done
    for r in rounds:
        part = Dimension("breakdown", rows[r.head][0].indicator)
        for at in range(r.head + 1, r.end):
            done[at] = [replace(o, dimensions=(*o.dimensions, part)) for o in rows[at]]
    return done


def _key(row: Row) -> tuple[str, str]:
    return row[0].group, fold(row[0].indicator)


def _rounds(rows: Sequence[Row]) -> list[_Round]:
    """The rounds: a row whose label stands once, and behind it at least two whose labels come again."""
    times = Counter(_key(row) for row in rows if row)
    found: list[_Round] = []
    head: int | None = None
    for at, row in enumerate([*rows, ()]):
        if row and times[_key(row)] > 1:
            continue
        if head is not None and at - head > 2:
            found.append(_Round(head, at))
        head = at if row else None
    return found


def _adds_up(rows: Sequence[Row], r: _Round) -> bool | None:
    """Whether the parts add up to their head in every column, within rounding; None where little can be checked."""
    checked = 0
    for head in rows[r.head]:
        if head.value is None or head.raw_value.endswith("%"):
            continue
        parts = [
            o.value for row in rows[r.head + 1 : r.end] for o in row if o.column == head.column and o.value is not None
        ]
        if not parts:
            continue
        places = min(int(v.as_tuple().exponent) for v in (head.value, *parts))
        room = Decimal(1).scaleb(places) * (len(parts) + 1) / 2
        if abs(sum(parts, Decimal(0)) - head.value) > room:
            return False
        checked += _COLUMNS if abs(head.value) >= _LEAST else head.value != 0
    return True if checked >= _COLUMNS else None
