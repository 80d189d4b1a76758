"""A printed table as rows and columns of observations, and how well a wording fits each."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tieout.ask.tables.stance import conflicts, stances
from tieout.ask.wording.emission_scopes import scopes_in
from tieout.ask.wording.words import concepts
from tieout.model import Observation
from tieout.patterns import lazy
from tieout.text import fold, words

_YEAR = lazy(r"(?:19|20)\d\d")
_PART = lazy(r"(?:breakdown|of which|thereof|including|o/w|among which|- |– )")
_FILLERS = frozenset({"breakdown", "segment", "geography", "which"})
_ARTICLES = frozenset("the a an of in for and to by on at from b c d year years data".split())
_WHOLE = frozenset({"total", "sum", "all", "overall", "both"})
_WHOLE_WEIGHT = 0.25
TELLING = frozenset(
    "direct indirect hazardous non_hazardous renewable market_based location_based upstream downstream gross net".split()
)
_TELLING_WEIGHT = 1.6
"""Words that split a quantity in two tell more than their rarity says."""
_PREFIX, _MOST_ENDING = 4, 3
_OWN, _ASKED = 0.45, 0.55
_CONFLICT, _SCOPE = 0.3, 0.3


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number, its label with the headings above it, its own label, its unit, its concepts, and those above it."""

    number: int
    label: str
    own: str
    unit: str
    concepts: frozenset[str]
    around: frozenset[str]


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
        by_row: dict[int, list[Observation]] = {}
        headers: dict[int, dict[str, None]] = {}
        periods: dict[int, str] = {}
        for o in sorted(observations, key=lambda o: (o.row, o.column)):
            by_row.setdefault(o.row, []).append(o)
        rows: dict[int, Row] = {}
        parent: frozenset[str] = frozenset()
        whole = ""
        for number in sorted(by_row):
            cells = by_row[number]
            shared = set(cells[0].dimensions).intersection(*(c.dimensions for c in cells))
            indicator = _shared_label([c.indicator for c in cells])
            # What differs along a row (a series, a category) is the header of its columns.
            for c in cells:
                own = [d.value for d in c.dimensions if d not in shared]
                if not own and len(cells) > len(shared) and any(set(x.dimensions) - shared for x in cells):
                    own = ["total all overall both"]
                rest = c.indicator[len(indicator) :].strip(" –-:,") if c.indicator.startswith(indicator) else ""
                if rest and not any(rest in o for o in own):
                    own = [rest, *own]
                headers.setdefault(c.column, {}).update(dict.fromkeys([c.boundary, *own]))
                periods.setdefault(c.column, c.period)
            said = " ".join(dict.fromkeys(p for p in (indicator, *sorted(d.value for d in shared)) if p))
            group = cells[0].group
            label = f"{group} {said}" if group and group not in said else said
            part = _PART.match(fold(indicator)) is not None
            label = f"{whole} {label}" if part and whole not in label else label
            mine = concepts(said) - _FILLERS
            above = concepts(group) - _FILLERS | (parent if part else frozenset())
            rows[number] = Row(number, label, said, cells[0].unit, mine or above, above - mine)
            parent, whole = (parent, whole) if part else (mine, said)
        columns = {
            n: Column(n, header := " ".join(h for h in headers[n] if h), periods[n], heard(header)) for n in headers
        }  # fmt: skip
        self.rows = tuple(rows[r] for r in sorted(rows))
        self.columns = tuple(columns[c] for c in sorted(columns))
        counts = Counter(c for row in self.rows for c in row.concepts | row.around)
        self._rows = {c: math.log((1 + len(self.rows)) / n) + 0.1 for c, n in counts.items()}
        self.words = frozenset(counts) | frozenset(c for column in self.columns for c in column.concepts)

    def weight(self, concept: str) -> float:
        """How much a concept tells rows of this table apart."""
        return self._rows.get(concept, 0.0) * (
            _WHOLE_WEIGHT if concept in _WHOLE else _TELLING_WEIGHT if concept in TELLING else 1.0
        )

    def meant(self, said: frozenset[str]) -> frozenset[str]:
        """What is said, with the table's words that differ from it by an ending only."""
        new = {
            w for c in said - self.words if len(c) >= _PREFIX
            for w in self.words if len(w) >= _PREFIX and abs(len(w) - len(c)) <= _MOST_ENDING and (w.startswith(c) or c.startswith(w))
        }  # fmt: skip
        return said | new

    def row_score(self, row: Row, said: frozenset[str], text: str = "") -> float:
        """How well a wording fits a row: what it says of the label, what the label says of it, and nothing opposed."""
        said = self.meant(said)
        mine = sum(self.weight(c) for c in row.concepts) or 1.0
        hit = sum(self.weight(c) for c in row.concepts & said)
        asked = sum(self.weight(c) for c in said) or 1.0
        covered = sum(self.weight(c) for c in (row.concepts | row.around) & said)
        score = _OWN * hit / mine + _ASKED * covered / asked
        if text:
            score -= _CONFLICT * min(2, conflicts(stances(text), stances(row.own)))
            wanted, scopes = scopes_in(text), scopes_in(row.own) or scopes_in(row.label)
            score -= _SCOPE if wanted and scopes and wanted != scopes else 0.0
            score += 0.5 * _SCOPE if wanted and wanted == scopes else 0.0
        return score + (0.02 if _WHOLE & row.concepts and _WHOLE & said else 0.0)

    def column_score(self, column: Column, said: frozenset[str]) -> float:
        """How well a wording fits a column's header."""
        if not column.concepts:
            return 0.0
        hit = len(column.concepts & said)
        if not hit and _WHOLE & column.concepts:
            return 0.05
        return hit / len(column.concepts) + 0.25 * hit

    def at(self, row: Row, column: Column) -> Observation | None:
        """The cell with a value there, or None."""
        found = self.cells.get((row.number, column.number))
        return found if found is not None and (found.value is not None or found.raw_value.strip()) else None

    def of_row(self, row: Row) -> list[tuple[Column, Observation]]:
        """The cells of a row that print something, with their columns."""
        return [(c, o) for c in self.columns if (o := self.at(row, c)) is not None]


def heard(text: str) -> frozenset[str]:
    """The words and concepts of a header or a wording; in a header small words tell columns apart too."""
    bare = _YEAR.sub(" ", fold(text))
    return frozenset(words(bare)) - _ARTICLES | concepts(bare)


def _shared_label(labels: Sequence[str]) -> str:
    """What the labels of a row's cells begin with in common, cut where a dash joins a column's name to them."""
    if len(set(labels)) == 1:
        return labels[0]
    shortest = min(map(len, labels))
    length = next((i for i in range(shortest) if len({label[i] for label in labels}) > 1), shortest)
    return labels[0][:length].rstrip(" –-—,:") or labels[0]


def grids(observations: Sequence[Observation]) -> list[Grid]:
    """The tables these observations stand in, in order."""
    found: dict[tuple[str, str], list[Observation]] = {}
    for o in observations:
        if o.table:
            found.setdefault((o.report, o.table), []).append(o)
    return [Grid(items) for items in found.values()]
