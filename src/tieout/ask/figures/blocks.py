"""Rows that stand beside each other as parts of one thing: the slices of a chart, what adds up to a printed total, a column.

"Which Scope 3 category is the largest?" names none of them but what they are parts of: the total, the caption, the column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tieout.ask.figures.linking import TOTALS
from tieout.ask.figures.series import Series
from tieout.model import Origin
from tieout.text import fold

_MOST_PARTS, _FEWEST = 20, 2
_ROUNDING = Decimal("0.51")


@dataclass(frozen=True, slots=True)
class Block:
    """Parts, in the order printed, with what they are parts of: its printed names, the total, and names of its metric."""

    parts: tuple[Series, ...]
    names: tuple[str, ...]
    whole: Series | None = None

    @property
    def lent(self) -> tuple[str, ...]:
        """What the metric of the total is called elsewhere."""
        metric = self.whole.metric if self.whole is not None else None
        return (metric.label, *metric.synonyms) if metric is not None else ()


def blocks_of(series: Sequence[Series], period: str) -> Iterator[Block]:
    """All blocks of the series with figures for a period."""
    yield from _charts(series, period)
    for column in _columns(series, period):
        yield from _added_up(column, period)
        yield from _under_heads(column)


def _charts(series: Sequence[Series], period: str) -> Iterator[Block]:
    """The slices below one caption."""
    found: dict[tuple[str, int, str, str], list[Series]] = {}
    for s in series:
        caption, _, name = s.indicator.rpartition(": ")
        if s.origin is Origin.HIGHLIGHT and caption and name and s.at(period) is not None:
            found.setdefault((s.report, s.observations[-1].passage.page, caption, s.unit), []).append(s)
    for (_, _, caption, _), parts in found.items():
        if len(parts) >= _FEWEST:
            yield Block(tuple(parts), (caption,))


def _columns(series: Sequence[Series], period: str) -> list[list[Series]]:
    """The rows of each table that have the same unit, dimensions and a figure for the period, in the order printed."""
    found: dict[tuple[object, ...], list[Series]] = {}
    for s in series:
        o = s.at(period)
        if s.origin is not Origin.TABLE or o is None or o.value is None:
            continue
        dimensions = tuple((d.type, d.value) for d in s.dimensions)
        found.setdefault((s.report, o.passage.page, o.table, s.unit, dimensions), []).append(s)
    return [sorted(rows, key=lambda s: s.observations[-1].passage.start) for rows in found.values()]


def _added_up(rows: Sequence[Series], period: str) -> Iterator[Block]:
    """Rows that add up to the row behind them, or to the one before them; totals add up again."""
    standing: list[Series] = []
    for row in rows:
        parts = _summing(standing, row, period)
        if parts:
            yield Block(tuple(parts), _names(row, parts), row)
            standing = standing[: -len(parts)]
        standing.append(row)
    for i, row in enumerate(rows):
        parts = _summing(rows[i + 1 : i + 1 + _MOST_PARTS], row, period, forwards=True)
        if parts:
            yield Block(tuple(parts), _names(row, parts), row)


def _summing(near: Sequence[Series], total: Series, period: str, *, forwards: bool = False) -> list[Series]:
    """The rows right before, or right behind, a total that add up to it."""
    goal, parts, added = _value(total, period), list[Series](), Decimal(0)
    for row in near if forwards else list(reversed(near))[:_MOST_PARTS]:
        parts.append(row)
        added += _value(row, period)
        if len(parts) >= _FEWEST and abs(added - goal) <= _ROUNDING * _step(goal) * len(parts) and goal:
            return parts if forwards else parts[::-1]
    return []


def _under_heads(rows: Sequence[Series]) -> Iterator[Block]:
    """The rows above a row called total in a column with a head: shares and rates add up to nothing."""
    parts: list[Series] = []
    for row in rows:
        if fold(row.indicator) in TOTALS:
            if len(parts) >= _FEWEST and row.dimensions:
                yield Block(tuple(parts), _names(row, parts), row)
            parts = []
        else:
            parts.append(row)


def _names(total: Series, parts: Sequence[Series]) -> tuple[str, ...]:
    """What a total is called in print: its label, its column, and the heading that it shares with all its parts."""
    group = total.group if all(p.group == total.group for p in parts) else ""
    return (total.indicator, *(d.value for d in total.dimensions), group)


def _value(series: Series, period: str) -> Decimal:
    o = series.at(period)
    return o.value if o is not None and o.value is not None else Decimal(0)


def _step(value: Decimal) -> Decimal:
    """One in the last place that is printed."""
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(min(0, exponent)) if isinstance(exponent, int) else Decimal(1)
