"""The caption above a header, and the units that header and caption print for the whole table."""

from __future__ import annotations

import re

from tieout.extract.kpi.columns import Header
from tieout.extract.kpi.lexer import Kind, Token
from tieout.extract.kpi.lexicon import FUNCTION_WORDS, STUB_WORDS
from tieout.extract.kpi.printed_units import header_units, label_unit, noun_unit, words_of
from tieout.quantities import parse_unit
from tieout.text import fold

_LONGEST = 15
"""Most tokens of a caption."""
_MOST_LINES = 3
_LONGEST_SENTENCE, _LONGEST_SUBJECT = 40, 24
_ARTICLES = frozenset({"the", "our", "its", "a", "an"})
_PARAGRAPH, _SHORTEST_HEADING, _PAGE_NUMBER = 6, 3, 4
"""Most lines between a table and the heading of its paragraph, and fewest words of a heading."""
_ANNOUNCES = re.compile(r"\b(?:as follows|following|below|follows)$")
_SUBJECT_ENDS = frozenset("is are was were shown can developed".split())
"""Words at which the subject of a sentence that announces a table ends."""
_UNIT_REACH = 8
"""How far before the years of a flattened header its unit can stand, in tokens."""

Span = tuple[int, int]


def _is_data(token: Token) -> bool:
    return token.kind not in {Kind.WORD, Kind.MARK, Kind.YEAR} and not (
        token.kind is Kind.FIGURE and len(token.core) < 3
    )


def _flat_caption(tokens: list[Token], end: int) -> Span:
    """The words right before a flattened header, where they are few and something else has ended before them."""
    first = end
    while first > 0 and not _is_data(tokens[first - 1]) and tokens[first - 1].text[-1] not in ".;:”":
        first -= 1
        if end - first > _LONGEST:
            return end, end
    while first < end and not tokens[first].text[0].isupper():
        first += 1
    return first, end


def _line_caption(tokens: list[Token], end: int) -> Span:
    """The line above a header, with the lines it is wrapped from."""
    first, lines = end, 0
    while first > 0 and lines < _MOST_LINES:
        line = tokens[first - 1].line
        above = first
        while above > 0 and first - above <= _LONGEST and tokens[above - 1].line == line:
            above -= 1
        gap = (tokens[end].line if first == end and end < len(tokens) else tokens[first].line) - line
        wrapped = first < end and (tokens[first].core[0].islower() or tokens[first].core[0] == "(")
        if gap > 2 or (first < end and not wrapped):
            break
        if first == end and all(fold(t.core) in STUB_WORDS for t in tokens[above:first]):
            first = end = above  # heads of label columns on a line of their own
            continue
        row = first - above > 2 and all(t.kind is Kind.FIGURE for t in tokens[first - 2 : first])
        if row or any(_is_data(t) for t in tokens[above:first]) or end - above > _LONGEST:
            return end, end
        first, lines = above, lines + 1
    if first < end and tokens[end - 1].text[-1] in ".:;,":
        return end, end
    return first, end


def _announced(tokens: list[Token], end: int) -> Span:
    """What the sentence above a header announces: "The average number of hours spent on … was as follows:"."""
    if not end or tokens[end - 1].text[-1] != ":":
        return end, end
    first = end - 1
    while first > 0 and end - first < _LONGEST_SENTENCE and tokens[first - 1].text[-1] not in ".:;!?":
        first -= 1
    words = [fold(t.core).rstrip(":") for t in tokens[first:end]]
    said = " ".join(words)
    if _ANNOUNCES.search(said) is None or not tokens[first].text[0].isupper():
        return end, end
    stop = next((i for i, w in enumerate(words) if i > 1 and w in _SUBJECT_ENDS), len(words))
    subject = tokens[first : first + stop]
    aside = words[0] in FUNCTION_WORDS - _ARTICLES or any(t.text[-1] == "," for t in subject)
    if aside or stop > _LONGEST_SUBJECT or any(_is_data(t) for t in tokens[first:end]):
        return end, end
    return first, first + stop


def heading_above(tokens: list[Token], end: int) -> Span:
    """The heading of the paragraph between it and token ``end``; empty where no line near looks like one."""
    below, at = end, end
    for _ in range(_PARAGRAPH):
        if at == 0:
            break
        first = at - 1
        while first > 0 and at - first <= _LONGEST_SUBJECT and tokens[first - 1].line == tokens[at - 1].line:
            first -= 1
        opens = first == 0 or tokens[first - 1].text[-1] in ".:!?" or len(tokens[first - 1].core) < _PAGE_NUMBER
        led = below < end and tokens[below].text[0].isupper()
        words = tokens[first].text[0].isupper() and at - first >= _SHORTEST_HEADING
        if (
            opens
            and led
            and words
            and tokens[at - 1].text[-1] not in ".:;,!?"
            and not any(map(_is_data, tokens[first:at]))
        ):
            return first, at
        below = at = first
    return end, end


def caption_of(tokens: list[Token], header: Header, flat: bool) -> Span:
    """The tokens of the caption above a header; empty where there is none or the header took it for its names."""
    if header.exact and header.start < header.first_year:
        return header.start, header.start
    if flat:
        return _flat_caption(tokens, header.start)
    first, end = _line_caption(tokens, header.start)
    return (first, end) if first < end else _announced(tokens, header.start)


def headed_by(tokens: list[Token], header: Header, flat: bool) -> Span:
    """The words on the header's own line that say what the rows are of ("Employees by region 2023 2022")."""
    end = header.first_year
    if flat or header.exact or header.unit_before or header.has_category:
        return end, end
    words = [fold(t.core).strip("():*&,") for t in tokens[header.start : end]]
    said = [w for w in words if w not in STUB_WORDS and w not in FUNCTION_WORDS and w.isalpha() and len(w) > 3]
    return (header.start, end) if said and not _is_unit(" ".join(words)) else (end, end)


def _is_unit(text: str) -> bool:
    """Whether words are a unit or two, or name an amount's ("number and percent", "EUR million Jan-Dec")."""
    parts = text.removeprefix("in ").split(" and ")
    units = [parse_unit(word) for word in text.split()]
    amount = any(unit is not None and unit.kind.startswith("currency") for unit in units)
    return amount or all(parse_unit(part.removeprefix("in ")) is not None for part in parts)


def table_units(tokens: list[Token], header: Header, caption: Span, flat: bool) -> tuple[str, str]:
    """The units of year columns and of percent columns that the header's words or the caption print ("" for none)."""
    if header.unit_before or header.unit_after:
        return "", "%"
    low = max(0, header.first_year - _UNIT_REACH) if flat else header.start
    plain, percent = header_units(tokens, low, header.first_year)
    if not plain:
        above = label_unit(tokens, *caption) if caption[0] < caption[1] else None
        plain = above.text if above else noun_unit(words_of(tokens, *caption))
    return ("%" if fold(plain).startswith("percentage") else plain), percent
