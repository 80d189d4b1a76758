"""A row's gap taken apart: group headings, label, unit.

Text lines keep headings on lines of their own. Flattened text has only the change from a lower-case word to a capital
("… by age Employees under 30"), the name of a dimension after "by" or a colon, and the words that begin indicators.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from tieout.extract.kpi.columns import Header
from tieout.extract.kpi.lexer import Kind, Token
from tieout.extract.kpi.lexicon import (
    ATTRIBUTES,
    DIMENSION_NAMES,
    FUNCTION_WORDS,
    LABEL_HEADS,
    PILLARS,
    WEAK_DIMENSION_NAMES,
)
from tieout.extract.kpi.printed_units import UnitAt, column_unit, label_unit
from tieout.extract.kpi.rows import Row
from tieout.text import fold

Span = tuple[int, int]
"""A half-open span of tokens."""


@dataclass(frozen=True, slots=True)
class Label:
    """The parts of a gap as token spans: headings in order, the label (empty for an unlabelled total) and its unit."""

    headings: tuple[Span, ...]
    label: Span
    unit: str


def dimension_end(tokens: list[Token], at: int, end: int) -> int:
    """The index after the dimension name that begins at ``at``, or ``at`` where none does."""
    for size in range(min(4, end - at), 0, -1):
        name = fold(" ".join(t.core for t in tokens[at : at + size])).strip("():")
        if name in DIMENSION_NAMES:
            return at + size
    return at


def _is_acronym(word: str) -> bool:
    letters = [c for c in word if c.isalpha()]
    return len(letters) > 1 and all(c.isupper() for c in letters)


def _capital(token: Token) -> bool:
    return token.kind is Kind.WORD and token.core[0].isupper()


def _boundaries(tokens: list[Token], first: int, end: int) -> list[int]:
    """Where phrases begin in a flattened gap, its first token excluded."""
    cuts: list[int] = []
    depth = tokens[first].core.count("(") - tokens[first].core.count(")") if first < end else 0
    at = first + 1
    while at < end:
        token, before = tokens[at], tokens[at - 1]
        inside = depth > 0
        depth = max(0, depth + token.core.count("(") - token.core.count(")"))
        if not inside and (fold(before.core) == "by" or before.core.endswith(":")):
            named = dimension_end(tokens, at, end)
            if at < named < end and (_capital(tokens[named]) or tokens[named].kind is Kind.FIGURE):
                cuts.append(named)
                at = named + 1
                continue
        word = before.core
        if (
            not inside
            and _capital(token)
            and not _is_acronym(token.core)
            and (word[0].islower() or before.mark or before.kind is Kind.MARK or word[-1] in ")%")
            and fold(word) not in FUNCTION_WORDS | {"not", "non"}
            and word[-1] not in ",/-–(&"
            and "." not in word[:-1]  # "d.d.", "e.g."
        ):
            cuts.append(at)
        at += 1
    return cuts


def _title_cut(tokens: list[Token], first: int, end: int, categories: bool) -> int:
    """Where the label begins behind a category in title case ("Solid Waste Total hazardous waste"), or ``first``."""
    run = first
    while run < end and (
        _capital(tokens[run])
        or tokens[run].kind is Kind.FIGURE
        or fold(tokens[run].core) in {"and", "&", "of", "the", "for", "in", "/"}
    ):
        run += 1
    capitals = [i for i in range(first, run) if _capital(tokens[i])]
    if len(capitals) < 2:
        return first
    chosen = first
    for i in capitals[1:]:
        before = tokens[i - 1].core
        if (
            before[-1] not in ",("
            and i + 1 < end  # as the last word it is what the words before qualify ("Water Intensity")
            and fold(tokens[i].core) in LABEL_HEADS
            and fold(before) not in FUNCTION_WORDS | LABEL_HEADS | ATTRIBUTES
            and not before.endswith("-based")
        ):
            chosen = i
    if chosen > first or not categories or fold(tokens[first].core) in LABEL_HEADS:
        return chosen
    last = capitals[-1]
    opening = last
    while opening > first and _capital(tokens[opening - 1]):
        opening -= 1
    if opening > first and fold(tokens[opening - 1].core) in FUNCTION_WORDS - {"and", "&"}:
        return first
    follower = tokens[last + 1] if last + 1 < end else None
    free = (
        tokens[last - 1].core[-1] != ","
        and fold(tokens[last - 1].core) not in FUNCTION_WORDS
        and tokens[last - 1].kind is Kind.WORD
    )
    if follower is not None and follower.core[0].islower() and free and not _is_acronym(tokens[last].core):
        return last
    return first


def _opening_dimension(tokens: list[Token], first: int, end: int) -> int:
    """The index after a dimension's name that opens a phrase before its first member ("Regions EMEA"), or ``first``."""
    named = dimension_end(tokens, first, end)
    name = fold(" ".join(t.core for t in tokens[first:named])).strip("():")
    if named in (first, end) or name in WEAK_DIMENSION_NAMES or not _capital(tokens[first]):
        return first
    member = tokens[named].core
    return named if member[0].isupper() or member[0].isdigit() or member[0] in "<>≤≥" else first


def _flat_parts(tokens: list[Token], first: int, end: int, header: Header) -> tuple[list[Span], Span]:
    """Headings and label of a flattened gap."""
    cuts = [first, *_boundaries(tokens, first, end), end]
    spans = [(a, b) for a, b in itertools.pairwise(cuts) if a < b]
    parts: list[Span] = []
    for start, b in spans:
        a = _opening_dimension(tokens, start, b)
        if a > start:
            parts.append((start, a))
        middle = _title_cut(tokens, a, b, header.has_category)
        parts.extend([(a, middle), (middle, b)] if a < middle < b else [(a, b)])
    return parts[:-1], parts[-1]


def _continues(tokens: list[Token], above: Span, below: Span) -> bool:
    """Whether the line ``below`` goes on with the label that the line ``above`` begins."""
    last, nxt = tokens[above[1] - 1], tokens[below[0]]
    if nxt.core[0].islower() or (nxt.core[0] == "(" and len(nxt.core) > 1):
        return True
    opened = sum(t.core.count("(") - t.core.count(")") for t in tokens[above[0] : above[1]])
    return opened > 0 or last.core[-1] in ",/-–&(" or fold(last.core) in FUNCTION_WORDS


def _line_parts(tokens: list[Token], first: int, end: int, value_line: int) -> tuple[list[Span], Span]:
    """Headings and label of a gap with lines: wrapped lines join, other lines are headings."""
    lines: list[Span] = []
    at = first
    for i in range(first, end):
        # Lines of cells alone are what a block of cells left over: what stands before them names other rows.
        alone = i + 1 == end or tokens[i + 1].line > tokens[i].line
        starts = i == first or tokens[i - 1].line < tokens[i].line
        if alone and starts and tokens[i].kind in {Kind.FIGURE, Kind.NIL, Kind.ABSENT}:
            at = i + 1
    while at < end:
        stop = at
        while stop < end and tokens[stop].line == tokens[at].line:
            stop += 1
        lines.append((at, stop))
        at = stop
    if not lines:
        return [], (end, end)
    own_line = tokens[lines[-1][0]].line == value_line
    joined: list[Span] = []
    for line in lines:
        if joined and _continues(tokens, joined[-1], line):
            joined[-1] = (joined[-1][0], line[1])
        else:
            joined.append(line)
    if not own_line and not (len(joined) == 1 and joined[0][1] - joined[0][0] > 2):
        # Values alone on their line: a total of the rows above, unless a wrapped label stands right before them.
        wrapped = lines[-1] != joined[-1]
        if not wrapped:
            return joined, (end, end)
    return joined[:-1], joined[-1]


def split_gap(tokens: list[Token], row: Row, header: Header, flat: bool) -> Label:
    """The headings, label and unit that stand before a row's values."""
    first, end = row.gap, row.first
    while first < end and tokens[first].kind is Kind.MARK:
        first += 1
    unit: UnitAt | None = None
    text = row.unit
    if header.unit_before and not row.slash_unit:
        unit = column_unit(tokens, first, end)
    if unit is not None:
        text, end = unit.text, unit.label_end
    if first >= end:
        return Label((), (end, end), text)
    headings, label = (
        _flat_parts(tokens, first, end, header) if flat else _line_parts(tokens, first, end, tokens[row.first].line)
    )
    if not flat and header.has_category and label[0] < label[1]:
        middle = _title_cut(tokens, *label, categories=True)
        if middle > label[0]:
            headings, label = [*headings, (label[0], middle)], (middle, label[1])
    if not text and not row.slash_unit and label[0] < label[1]:
        inner = label_unit(tokens, *label)
        if inner is not None and inner.label_end > label[0]:
            return Label(tuple(headings), (label[0], inner.label_end), inner.text)
    return Label(tuple(headings), label, text)


def phrase_starts(tokens: list[Token], first: int, end: int) -> list[int]:
    """Where the phrases of tokens ``[first, end)`` begin: at the first, and at capitals after lower-case words."""
    return [first, *_boundaries(tokens, first, end)]


def flat_label_start(tokens: list[Token]) -> int:
    """The offset of the last phrase of a flattened text: its tokens are those of the text alone."""
    cuts = [0, *_boundaries(tokens, 0, len(tokens))]
    first = _title_cut(tokens, cuts[-1], len(tokens), categories=False)
    while first + 2 < len(tokens) and fold(tokens[first].core) in PILLARS and _capital(tokens[first + 1]):
        first += 1
    return tokens[first].start
