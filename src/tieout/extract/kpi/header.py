"""The header model: where a KPI table begins and what its columns are.

A header is a run of years ("2022 2023 2024", "FY2023 FY2022", "12/31/2023 12/31/2022") with the words of the label
columns before it and comparing columns ("%", "Change") behind it. In flattened text it is found by those words, in text
lines by its line; nothing else about the two differs.
"""

from __future__ import annotations

import itertools
from dataclasses import replace

from tieout.extract.kpi.band_headers import opens_band, read_band_header
from tieout.extract.kpi.columns import Column, Header, Role, group_labels, with_parts
from tieout.extract.kpi.dated_headers import read_dated_header
from tieout.extract.kpi.labels import dimension_end
from tieout.extract.kpi.lexer import Kind, Token
from tieout.extract.kpi.lexicon import (
    CATEGORY_HEADS,
    CHANGE_HEADS,
    INDICATOR_HEADS,
    MONTHS,
    STUB_WORDS,
    TARGET_HEADS,
    UNIT_HEADS,
    VALUE_HEADS,
)
from tieout.extract.kpi.measure_headers import read_measure_header
from tieout.extract.kpi.member_headers import MEMBER_HEADS, read_member_header
from tieout.extract.kpi.printed_units import label_unit
from tieout.extract.kpi.unit_headers import read_unit_header
from tieout.text import fold

_STUB_REACH = 16
"""How many words before the years may belong to the header."""
_SHORT_STUB = 6
"""Most words before a single year that can head a table."""
_MOST_YEARS = 24
_LONGEST_FILLER = 6
"""Most words that repeat before each year ("For the year ended 31 March")."""


def _monotone(years: list[int], known: bool) -> bool:
    """Whether the years rise or fall strictly, as columns do, with neighbours among them unless the header is known."""
    steps = [b - a for a, b in itertools.pairwise(years)]
    return (
        bool(steps)
        and (all(s > 0 for s in steps) or all(s < 0 for s in steps))
        and (known or any(abs(s) == 1 for s in steps))
    )


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
    start -= _heads_values(tokens, start - 1)
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
    while at < len(tokens) and len(columns) < _MOST_YEARS and (flat or tokens[at].line == line):
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


def _is_percent(token: Token) -> bool:
    return fold(token.core).strip("()") == "%"


def _year_run(tokens: list[Token], at: int, flat: bool) -> tuple[list[tuple[int, bool]], int]:
    """The years from token ``at`` on as indexes, with whether a percent column follows, and the index after them.

    Words that stand before the first year may repeat before the others ("31 December 2023 31 December 2022"); others
    say what the columns hold ("Goals 2030 Results 2024").
    """
    found: list[tuple[int, bool]] = []
    end = at
    while end < len(tokens) and len(found) < _MOST_YEARS and (flat or tokens[end].line == tokens[at].line):
        if tokens[end].kind is Kind.YEAR:
            found.append((end, False))
            end += 1
            continue
        if _heads_values(tokens, end) and _heads_values(tokens, at - 1):
            end += 1
            continue
        percent = end + (fold(tokens[end].core) == "in")
        if percent + 1 < len(tokens) and _is_percent(tokens[percent]) and tokens[percent + 1].kind is Kind.YEAR:
            found[-1] = (found[-1][0], True)
            end = percent + 1
            continue
        filler = next((n for n in range(1, _LONGEST_FILLER + 1) if _repeats(tokens, at, end, n)), 0)
        if not filler:
            break
        end += filler
    return found, end


def _heads_values(tokens: list[Token], at: int) -> bool:
    """Whether token ``at`` says what the column of the year behind it holds."""
    if at < 0 or at + 1 >= len(tokens) or tokens[at + 1].kind is not Kind.YEAR:
        return False
    return fold(tokens[at].core) in VALUE_HEADS


def _repeats(tokens: list[Token], first: int, end: int, count: int) -> bool:
    """Whether the ``count`` tokens before the first year stand at ``end`` as well, with a year behind them."""
    if first < count or end + count >= len(tokens) or tokens[end + count].kind is not Kind.YEAR:
        return False
    ours = [t.core for t in tokens[end : end + count]]
    return ours == [t.core for t in tokens[first - count : first]] and not any(
        _is_percent(t) for t in tokens[end : end + count]
    )


def _single_year(tokens: list[Token], start: int, at: int, end: int, heads: list[str], flat: bool) -> bool:
    """Whether one year alone heads a column: beside a unit column, or on a short line of label heads."""
    split = end + 1 < len(tokens) and fold(tokens[end].core) == "by" and tokens[end].core[0].isupper()
    if split and dimension_end(tokens, end + 1, min(len(tokens), end + 5)) > end + 1:
        return True
    if any(h in UNIT_HEADS for h in heads) or (end < len(tokens) and heads and fold(tokens[end].core) in UNIT_HEADS):
        return True
    if flat or not 0 < at - start <= _SHORT_STUB:
        return False
    return all(h in STUB_WORDS for h in heads) or label_unit(tokens, start, at) is not None


def _read(tokens: list[Token], at: int, flat: bool) -> Header | None:
    """The header whose first year is token ``at``, or None."""
    run, end = _year_run(tokens, at, flat)
    dated = at > 0 and fold(tokens[at - 1].core) in MONTHS
    if dated and len(run) == 1 and fold(tokens[min(at + 1, len(tokens) - 1)].core) not in MONTHS:
        return None
    numbers = [_number(tokens[i]) for i, _ in run]
    start = _stub_start(tokens, at, flat)
    heads = [fold(t.core).strip("():") for t in tokens[start:at]]
    category = next((i for i, h in enumerate(heads) if h in CATEGORY_HEADS), -1)
    has_category = category >= 0 and any(h in INDICATOR_HEADS for h in heads[category + 1 :])
    if has_category and flat:
        start, heads = start + category, heads[category:]
    unit_before = any(h in UNIT_HEADS for h in heads)
    size = _cycle(numbers)
    headed = _heads_values(tokens, at - 1)
    known = unit_before or headed or any(h in INDICATOR_HEADS for h in heads)
    aimed = headed and at > 1 and fold(tokens[at - 2].core) in TARGET_HEADS  # "Target Results 2023": two columns
    if len(numbers) == 1 and not aimed:
        if not _single_year(tokens, start, at, end, heads, flat):
            return None
    elif not aimed and (size < 2 or not _monotone(numbers[:size], known)):
        return None
    if not flat and any(t.kind is Kind.FIGURE and "." in t.core for t in tokens[start:at]):
        return None
    groups = len(numbers) // size
    labels = group_labels(tokens, start if flat else at, groups, flat) if groups > 1 else [""]
    columns = [Column(Role.TARGET, tokens[at].year)] if aimed and len(numbers) == 1 else []
    for i, (index, percent) in enumerate(run):
        token = tokens[index]
        label = labels[i // size] if groups > 1 else ""
        aimed = headed and fold(tokens[index - 1].core) in TARGET_HEADS
        columns.append(Column(Role.TARGET if aimed else Role.YEAR, token.year, label, token.mark))
        if percent:
            columns.append(Column(Role.PERCENT, token.year, label))
    extra, unit_after, after = _trailing(tokens, end, columns[-1].period, flat)
    if not flat and after < len(tokens) and tokens[after].line == tokens[at].line:
        return None
    return Header(start, at, after, (*columns, *extra), unit_before, unit_after, has_category)


def _told_apart(header: Header) -> Header:
    """The header, its columns without periods where two say the same: their cells are then nobody's, and not read."""
    years = [(c.period, c.label) for c in header.columns if c.role is Role.YEAR]
    if len(set(years)) == len(years):
        return header
    return replace(header, columns=tuple(replace(c, period="") for c in header.columns))


def find_headers(tokens: list[Token], flat: bool, period: str) -> list[Header]:
    """The headers of a page in order; O(n). ``period`` is that of tables without years."""
    headers: list[Header] = []
    at = 0
    while at < len(tokens):
        header = None
        if tokens[at].kind is Kind.YEAR:
            header = _read(tokens, at, flat)
            header = _told_apart(with_parts(tokens, header)) if header else read_dated_header(tokens, at, flat)
        elif tokens[at].core == "in":
            header = read_unit_header(tokens, at, flat, period)
        elif tokens[at].text[0] == "(":
            header = read_measure_header(tokens, at, period)
        elif opens_band(tokens[at]):
            header = read_band_header(tokens, at, flat, period)
        elif fold(tokens[at].core) in MEMBER_HEADS:
            header = read_member_header(tokens, at, flat, period)
        if header is not None:
            headers.append(header)
            at = header.end
            continue
        at += 1
    return headers
