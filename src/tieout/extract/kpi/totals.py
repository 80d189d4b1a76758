"""Groups under a total that comes after them: "Gender / Female 2 / Male 3 / Staff exits 5" breaks down staff exits.

Such a table names what it counts in its last row only. A row is the total of a group where it equals the sum of its
members in every column, and the group's heading then says nothing but the dimension.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from tieout.extract.kpi.dimensions import dimension_of_heading
from tieout.extract.kpi.lexicon import DIMENSION_NAMES
from tieout.model import Observation
from tieout.text import fold

_LEAST = 10
"""The least total that is no chance: smaller numbers are sums of others too often."""
_GENERIC = frozenset({"total", "sum", "all"})

Values = dict[int, Decimal]


def _values(row: Sequence[Observation]) -> Values:
    """The values of a row by column, without percentages; cells without a value count as nought."""
    return {o.column: o.value or Decimal(0) for o in row if not o.raw_value.endswith("%")}


def _is_total(values: Values, sums: Values) -> bool:
    return values == sums and bool(values) and max(values.values()) >= _LEAST


def head_by_totals(rows: Sequence[Sequence[Observation]]) -> list[Observation]:
    """The observations of a table's rows, in order, the groups of a later total headed by its label."""
    done = [list(row) for row in rows]
    groups: list[tuple[int, int, Values]] = []
    start = 0
    for (heading, _), members in itertools.groupby(rows, key=lambda row: (row[0].group, bool(row[0].dimensions))):
        count = len(list(members))
        last = heading.rpartition(" > ")[2]
        if count > 1 and fold(last).strip(" :*") in DIMENSION_NAMES and dimension_of_heading(last):
            sums: Values = {}
            for row in rows[start : start + count]:
                for column, value in _values(row).items():
                    sums[column] = sums.get(column, Decimal(0)) + value
            groups.append((start, start + count, sums))
        elif not rows[start][0].dimensions:
            for index in range(start, start + count):
                groups = _headed(done, groups, rows[index])
        start += count
    return [o for row in done for o in row]


def _headed(
    done: list[list[Observation]], groups: list[tuple[int, int, Values]], total: Sequence[Observation]
) -> list[tuple[int, int, Values]]:
    """Put a total's label above the groups that it sums up; the groups that still wait for theirs."""
    label, values = total[0].indicator, _values(total)
    if fold(label) in _GENERIC:
        return groups
    waiting = []
    for start, end, sums in groups:
        if not _is_total(values, sums):
            waiting.append((start, end, sums))
            continue
        for row in range(start, end):
            done[row] = [replace(o, group=f"{label} > {o.group.rpartition(' > ')[2]}") for o in done[row]]
    return waiting
