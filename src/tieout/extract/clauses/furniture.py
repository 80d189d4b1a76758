"""What repeats on an index's pages and belongs to no row: running titles, page numbers, the table's header row.

The reader sets most of it aside; this is for what it could not know to be furniture, such as the header row of a table.
Blanks take its place, so that every offset stays where it was.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tieout.extract.clauses.marks import Mark
from tieout.extract.clauses.regions import Region
from tieout.extract.clauses.stream import Stream
from tieout.extract.clauses.wording import HEADER_WORDS, NOTE_COLUMNS, OMISSION_COLUMNS

_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 60
_DIGITS = re.compile(r"\d+")


def blanked(stream: Stream, region: Region, marks: Sequence[Mark]) -> str:
    """The region's text with its furniture blanked; character i is stream character ``region.start + i``."""
    text = list(stream.text[region.start : region.end])
    for index in range(region.first, region.last + 1):
        start, end = stream.page_span(index)
        inside = [mark for mark in marks if start <= mark.start < end]
        head_limit = inside[0].start if inside else end
        tail_limit = inside[-1].end if inside else start
        cuts = [
            (start, _head_end(stream, index, start, head_limit)),
            (_tail_start(stream, index, tail_limit, end), end),
        ]
        if index > region.first:
            at = _header_end(stream.text, cuts[0][1], head_limit)
            cuts.append((cuts[0][1], at))
        for cut_start, cut_end in cuts:
            low, high = max(cut_start, region.start), min(cut_end, region.end)
            for at in range(low - region.start, high - region.start):
                text[at] = " " if text[at] != "\n" else "\n"
    return "".join(text)


def header_columns(stream: Stream, region: Region, marks: Sequence[Mark]) -> tuple[bool, bool]:
    """Whether the header of the table names a column for reasons of omission, and one for notes."""
    words: set[str] = set()
    for index in range(region.first, region.last + 1):
        start, end = stream.page_span(index)
        first = next((mark.start for mark in marks if mark.start >= max(start, region.start)), end)
        span = stream.text[max(start, first - 240) : min(first, end)]
        words.update(word.casefold() for word in _LETTERS.findall(span))
    return bool(words & set(OMISSION_COLUMNS)), bool(words & set(NOTE_COLUMNS))


def _words(stream: Stream, index: int, *, tail: bool) -> list[tuple[str, int, int]]:
    if not 0 <= index < len(stream.pages):
        return []
    start, end = stream.page_span(index)
    low, high = (max(start, end - 1500), end) if tail else (start, min(end, start + 1500))
    found = [(_DIGITS.sub("#", m.group()), m.start(), m.end()) for m in _WORD.finditer(stream.text, low, high)]
    return found[-_MOST_WORDS:][::-1] if tail else found[:_MOST_WORDS]


def _shared(stream: Stream, index: int, *, tail: bool) -> list[tuple[str, int, int]]:
    """The longest run of words at the page's edge that a neighbour page has at the same edge."""
    own = _words(stream, index, tail=tail)
    best = 0
    for other in (index - 1, index + 1):
        count = 0
        for mine, theirs in zip(own, _words(stream, other, tail=tail), strict=False):
            if mine[0] != theirs[0]:
                break
            count += 1
        best = max(best, count)
    return own[:best]


def _head_end(stream: Stream, index: int, start: int, limit: int) -> int:
    shared = [word for word in _shared(stream, index, tail=False) if word[2] <= limit]
    return shared[-1][2] if shared else start


def _tail_start(stream: Stream, index: int, limit: int, end: int) -> int:
    """From the page's own number on where the repeated tail holds it, else the repeated tail if it is long."""
    shared = [word for word in _shared(stream, index, tail=True) if word[1] >= limit]
    numbers = [word for word in shared if word[0] == "#"]
    if numbers:
        number = numbers[-1]
        after = [word for word in shared if word[1] >= number[1]]
        before = [word for word in shared if word[1] < number[1]]
        return min(word[1] for word in (shared if len(after) < len(before) else after))
    return shared[-1][1] if len(shared) >= 6 else end


def _header_end(text: str, start: int, limit: int) -> int:
    """The end of a run of at least two header words at ``start``."""
    at, count = start, 0
    for m in _WORD.finditer(text, start, limit):
        word = m.group().casefold().strip(".,:;()/&-")
        if word and word not in HEADER_WORDS and not set(word.split("-")) <= HEADER_WORDS:
            break
        at, count = m.end(), count + 1
    return at if count >= 2 else start
