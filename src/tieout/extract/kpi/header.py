"""The header model: where a KPI table begins and what its columns are.

A header is a run of years ("2022 2023 2024", "FY2023 FY2022", "12/31/2023 12/31/2022") with the words of the label
columns before it and comparing columns ("%", "Change") behind it. In flattened text it is found by those words, in text
lines by its line; nothing else about the two differs.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from enum import StrEnum

from tieout.extract.kpi.lexer import CELL_KINDS, Kind, Token
from tieout.extract.kpi.lexicon import (
    CATEGORY_HEADS,
    CHANGE_HEADS,
    INDICATOR_HEADS,
    STUB_WORDS,
    TARGET_HEADS,
    UNIT_HEADS,
)
from tieout.text import fold

_STUB_REACH = 16
"""How many words before the years may belong to the header."""
_MOST_YEARS = 24
_LONGEST_PART = 8
"""Most words of the labels below one year."""
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
    """A value column: its role, the period it is for (as printed) and the label above its year, if any."""

    role: Role
    period: str
    label: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    """A header over tokens ``[start, end)``, its years from ``first_year``.

    ``columns`` are the value columns in reading order; ``unit_before`` and ``unit_after`` say where rows print their
    unit, if in a column; ``has_category`` that a column of categories stands left of the indicator.
    """

    start: int
    first_year: int
    end: int
    columns: tuple[Column, ...]
    unit_before: bool = False
    unit_after: bool = False
    has_category: bool = False

    @property
    def width(self) -> int:
        """The number of value columns (without a unit column)."""
        return len(self.columns)

    @property
    def optional(self) -> int:
        """How many columns at the right end a row may leave out (percentages, changes)."""
        count = 0
        for column in reversed(self.columns):
            if column.role is Role.YEAR:
                break
            count += 1
        return count


def _monotone(years: list[int]) -> bool:
    """Whether the years rise or fall strictly, as columns do, with neighbours among them."""
    steps = [b - a for a, b in itertools.pairwise(years)]
    return bool(steps) and (all(s > 0 for s in steps) or all(s < 0 for s in steps)) and any(abs(s) == 1 for s in steps)


def _number(token: Token) -> int:
    digits = token.year[:4]
    return int(digits) if digits else 0


def _cycle(years: list[int]) -> int:
    """The length of the shortest repeated part of ``years`` ("2023 2022 2023 2022" has 2)."""
    for size in range(1, len(years) + 1):
        if len(years) % size == 0 and years[:size] * (len(years) // size) == years:
            return size
    return len(years)


def _stub_start(tokens: list[Token], years: int, flat: bool) -> int:
    """The first token of the label columns' heads before the years."""
    start = years
    reach = max(0, years - _STUB_REACH)
    if not flat:
        while start > reach and tokens[start - 1].line == tokens[years].line:
            start -= 1
        return start
    while start > reach and fold(tokens[start - 1].core).strip("():*/&.,") in STUB_WORDS | {"", "of", "and"}:
        start -= 1
    while start < years and fold(tokens[start].core) in {"of", "and", "&"}:
        start += 1
    return start


def _trailing(tokens: list[Token], at: int, last_year: str, flat: bool) -> tuple[list[Column], bool, int]:
    """Columns behind the years, whether one of them holds units, and the index after them."""
    columns: list[Column] = []
    unit_after = False
    line = tokens[at - 1].line
    while at < len(tokens) and (flat or tokens[at].line == line):
        token = tokens[at]
        word = fold(token.core).strip("()")
        if word == "%":
            columns.append(Column(Role.PERCENT, last_year, mark=token.mark))
        elif word in CHANGE_HEADS:
            columns.append(Column(Role.CHANGE, last_year))
            if at + 1 < len(tokens) and fold(tokens[at + 1].core) in {"in", "(%)", "%"}:
                at += 2 if fold(tokens[at + 1].core) == "in" else 1
        elif word in UNIT_HEADS:
            unit_after = True
        elif word in TARGET_HEADS:
            follower = tokens[at + 1] if at + 1 < len(tokens) else None
            period = follower.year if follower is not None and follower.kind is Kind.YEAR else ""
            columns.append(Column(Role.TARGET, period))
            at += 1 if period else 0
        else:
            break
        at += 1
    return columns, unit_after, at


def _group_labels(tokens: list[Token], before: int, count: int, flat: bool) -> list[str]:
    """The labels of ``count`` groups of years: as many single words before the header's line."""
    end = before
    if not flat:
        while end > 0 and tokens[end - 1].line == tokens[before].line:
            end -= 1
    labels = tokens[max(0, end - count) : end]
    if len(labels) < count or any(t.kind is not Kind.WORD for t in labels):
        return [""] * count
    if not flat and (
        labels[0].line != labels[-1].line or (end > count and tokens[end - count - 1].line == labels[0].line)
    ):
        return [""] * count
    return [t.core for t in labels]


def _read(tokens: list[Token], at: int, flat: bool) -> Header | None:
    """The header whose first year is token ``at``, or None."""
    end = at
    while end < len(tokens) and end - at < _MOST_YEARS and tokens[end].kind is Kind.YEAR:
        if not flat and tokens[end].line != tokens[at].line:
            break
        end += 1
    numbers = [_number(t) for t in tokens[at:end]]
    start = _stub_start(tokens, at, flat)
    heads = [fold(t.core).strip("():") for t in tokens[start:at]]
    category = next((i for i, h in enumerate(heads) if h in CATEGORY_HEADS), -1)
    has_category = category >= 0 and any(h in INDICATOR_HEADS for h in heads[category + 1 :])
    if has_category and flat:
        start, heads = start + category, heads[category:]
    unit_before = any(h in UNIT_HEADS for h in heads)
    size = _cycle(numbers)
    if len(numbers) == 1:
        if not unit_before and not (end < len(tokens) and fold(tokens[end].core) in UNIT_HEADS and len(heads) > 0):
            return None
    elif not (_monotone(numbers[:size]) if size > 1 else False):
        return None
    if not flat and any(t.kind is Kind.FIGURE and "." in t.core for t in tokens[start:at]):
        return None
    groups = len(numbers) // size
    labels = _group_labels(tokens, start if flat else at, groups, flat) if groups > 1 else [""]
    columns = [
        Column(Role.YEAR, token.year, labels[i // size] if groups > 1 else "", token.mark)
        for i, token in enumerate(tokens[at:end])
    ]
    extra, unit_after, after = _trailing(tokens, end, columns[-1].period, flat)
    if not flat and after < len(tokens) and tokens[after].line == tokens[at].line:
        return None
    return Header(
        start,
        at,
        after,
        (*columns, *extra),
        unit_before,
        unit_after,
        has_category,
    )


def _with_parts(tokens: list[Token], header: Header) -> Header:
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
        if cells % count or len(labels) < 2:
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
    return []


def find_headers(tokens: list[Token], flat: bool) -> list[Header]:
    """The headers of a page in order; O(n)."""
    headers: list[Header] = []
    at = 0
    while at < len(tokens):
        if tokens[at].kind is Kind.YEAR:
            header = _read(tokens, at, flat)
            if header is not None:
                header = _with_parts(tokens, header)
                headers.append(header)
                at = header.end
                continue
        at += 1
    return headers
