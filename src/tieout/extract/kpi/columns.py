"""The columns of a KPI table, and the labels above and below their years."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from enum import StrEnum

from tieout.extract.kpi.lexer import CELL_KINDS, Kind, Token
from tieout.text import fold

_LONGEST_PART = 8
"""Most words of the labels below one year."""
_HEAD_NOUNS = frozenset({"rate", "ratio", "share", "intensity", "percentage"})
"""Words that a label of a column ends in and never begins with ("Landfill Diverted Diversion Rate")."""
_MOST_MARKS = 6
"""Most tokens without a letter between the labels of groups and their years."""
_FIRST_ROW = 60
"""How far below the header its first row's cells are looked for, in tokens."""


class Role(StrEnum):
    """What a value column holds."""

    YEAR = "year"
    PERCENT = "percent"
    CHANGE = "change"
    TARGET = "target"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Column:
    """A value column: role, period (as printed), the label above or below its year and its own unit, if any."""

    role: Role
    period: str
    label: str = ""
    mark: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    """A header over tokens ``[start, end)``, its years from ``first_year``.

    ``columns`` are the value columns in reading order; ``unit_before`` and ``unit_after`` say where rows print their
    unit, if in a column; ``has_category`` that a column of categories stands left of the indicator; ``exact`` that only
    full rows can be placed; ``rows_by`` the dimension whose members the rows are where columns are measures.
    """

    start: int
    first_year: int
    end: int
    columns: tuple[Column, ...]
    unit_before: bool = False
    unit_after: bool = False
    has_category: bool = False
    exact: bool = False
    rows_by: str = ""

    @property
    def width(self) -> int:
        """The number of value columns (without a unit column)."""
        return len(self.columns)

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of the columns."""
        return tuple(column.label for column in self.columns)

    @property
    def optional(self) -> int:
        """How many columns at the right end a row may leave out (percentages, changes)."""
        count = 0
        for column in reversed(self.columns):
            if column.role is Role.YEAR:
                break
            count += 1
        return count


def group_labels(tokens: list[Token], before: int, count: int, flat: bool) -> list[str]:
    """The labels of ``count`` groups of years: as many single words before the header's line."""
    end = before
    if not flat:
        while end > 0 and tokens[end - 1].line == tokens[before].line:
            end -= 1
    while flat and end > max(0, before - _MOST_MARKS) and not any(c.isalpha() for c in tokens[end - 1].core):
        end -= 1  # a day or a mark that heads the label column ("Male Female 12/31 2023 2022 2023 2022")
    labels = tokens[max(0, end - count) : end]
    if len(labels) < count or any(t.kind is not Kind.WORD for t in labels):
        return [""] * count
    if flat and not all(t.core[0].isupper() for t in labels):
        return [""] * count
    if not flat and (
        labels[0].line != labels[-1].line or (end > count and tokens[end - count - 1].line == labels[0].line)
    ):
        return [""] * count
    return [t.core for t in labels]


def with_parts(tokens: list[Token], header: Header) -> Header:
    """The header with the columns that stand below each of its years ("Landfill Diverted Landfill Diverted"), if any.

    They are told by their words, which repeat as often as there are years, and by the first row's number of cells.
    """
    count = len(header.columns)
    if count < 2 or header.optional or header.unit_before:
        return header
    for size in range(1, _LONGEST_PART + 1):
        stop = header.end + size * count
        if stop >= len(tokens):
            break
        parts = [[t.core for t in tokens[header.end + i * size : header.end + (i + 1) * size]] for i in range(count)]
        same = max(parts.count(p) for p in parts)
        if same < max(2, count - 1) or any(t.kind is not Kind.WORD for t in tokens[header.end : stop]):
            continue
        part = next(p for p in parts if parts.count(p) == same)
        offset = header.end + parts.index(part) * size
        cells, at = 0, stop
        while at < len(tokens) and at < stop + _FIRST_ROW and (tokens[at].kind in CELL_KINDS or not cells):
            cells = cells + 1 if tokens[at].kind in CELL_KINDS else 0
            at += 1
        labels = _part_labels(part, [t.line for t in tokens[offset : offset + size]], cells // count)
        if cells % count > 1 or len(labels) < 2:  # the label's own digit may stand first ("Level 2")
            continue
        columns = tuple(replace(c, label=label) for c in header.columns for label in labels)
        return replace(header, end=stop, columns=columns)
    return header


def _part_labels(words: list[str], lines: list[int], count: int) -> list[str]:
    """``words`` as ``count`` labels, or none where they can be cut in more than one way."""
    if count < 2 or len(words) < count:
        return []
    if len(words) == count:
        return words
    size = len(words) // count
    even = [words[i : i + size] for i in range(0, len(words), size)]
    if len(words) % count == 0 and len({w[-2:][0] for w in even}) == 1:
        return [" ".join(w) for w in even]
    for suffix in dict.fromkeys(words):
        ends = [i + 1 for i, w in enumerate(words) if w == suffix]
        cuts = [0, *ends] if not ends or ends[-1] == len(words) else [0, *ends, len(words)]
        if len(ends) > 1 and len(cuts) == count + 1:
            return [" ".join(words[a:b]) for a, b in itertools.pairwise(cuts)]
    if lines[count - 1] > lines[count - 2]:
        return [*words[: count - 1], " ".join(words[count - 1 :])]
    joined = [i for i, word in enumerate(words) if i and fold(word) in _HEAD_NOUNS]
    if len(words) - len(joined) == count:
        starts = [i for i in range(len(words)) if i not in joined]
        return [" ".join(words[a:b]) for a, b in itertools.pairwise([*starts, len(words)])]
    return []
