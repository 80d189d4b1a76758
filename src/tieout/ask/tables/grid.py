"""A printed table as rows and columns of observations, and how well a wording fits each."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tieout.ask.words import concepts
from tieout.model import Observation
from tieout.text import fold

_YEAR = re.compile(r"(?:19|20)\d\d")
_WHOLE = frozenset({"total", "sum"})


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number, its label with the headings above it, its unit, and its concepts."""

    number: int
    label: str
    unit: str
    concepts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its number, its header, the period it stands for (empty where none is printed) and its concepts."""

    number: int
    header: str
    period: str
    concepts: frozenset[str]


class Grid:
    """One table.

    Args:
        observations: the cells of one table of one report.
    """

    def __init__(self, observations: Sequence[Observation]) -> None:
        self.organization = observations[0].organization
        self.report = observations[0].report
        self.cells = {(o.row, o.column): o for o in observations}
        rows: dict[int, Row] = {}
        columns: dict[int, Column] = {}
        for o in observations:
            label = " ".join(dict.fromkeys(p for p in (o.group, o.indicator, *(d.value for d in o.dimensions)) if p))
            rows.setdefault(o.row, Row(o.row, label, o.unit, concepts(f"{label} {o.unit}")))
            header = o.boundary
            columns.setdefault(o.column, Column(o.column, header, o.period, concepts(_YEAR.sub(" ", header))))
        self.rows = tuple(rows[r] for r in sorted(rows))
        self.columns = tuple(columns[c] for c in sorted(columns))
        counts = Counter(c for row in self.rows for c in row.concepts)
        self._rows = {c: math.log((1 + len(self.rows)) / n) + 0.1 for c, n in counts.items()}
        self.words = frozenset(counts) | frozenset(c for column in self.columns for c in column.concepts)

    def weight(self, concept: str) -> float:
        """How much a concept tells rows of this table apart."""
        return self._rows.get(concept, 0.0)

    def row_score(self, row: Row, said: frozenset[str]) -> float:
        """How well a wording fits a row: what it says of the label, and what the label says of it."""
        mine = sum(self.weight(c) for c in row.concepts) or 1.0
        both = row.concepts & said
        hit = sum(self.weight(c) for c in both)
        asked = sum(self.weight(c) for c in said) or 1.0
        score = 0.45 * hit / mine + 0.55 * hit / asked
        return score + (0.02 if _WHOLE & row.concepts and _WHOLE & said else 0.0)

    def column_score(self, column: Column, said: frozenset[str]) -> float:
        """How well a wording fits a column's header."""
        if not column.concepts:
            return 0.0
        hit = len(column.concepts & said)
        return hit / len(column.concepts) + 0.25 * hit

    def at(self, row: Row, column: Column) -> Observation | None:
        """The cell with a value there, or None."""
        found = self.cells.get((row.number, column.number))
        return found if found is not None and (found.value is not None or found.raw_value.strip(" -–—")) else None


def grids(observations: Sequence[Observation]) -> list[Grid]:
    """The tables these observations stand in, in order."""
    found: dict[tuple[str, str], list[Observation]] = {}
    for o in observations:
        if o.table:
            found.setdefault((o.report, o.table), []).append(o)
    return [Grid(items) for items in found.values()]


_ = fold
