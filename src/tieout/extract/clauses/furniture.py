"""What repeats on an index's pages and belongs to no row: running titles, page numbers, the table's header row.

The reader sets most of it aside; this is for what it could not know to be furniture, such as the header row of a table.
Blanks take its place, so that every offset stays where it was.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tieout.extract.clauses.marks import Mark, MarkKind
from tieout.extract.clauses.regions import Region
from tieout.extract.clauses.stream import Stream
from tieout.extract.clauses.wording import HEADER_WORDS

_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 60
_EDGE = 1500
_HEADER_REACH = 360
_HEADER_WITHIN = 12


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
            at = header_end(stream.text, cuts[0][1], head_limit)
            cuts.append((cuts[0][1], at))
        for cut_start, cut_end in cuts:
            low, high = max(cut_start, region.start), min(cut_end, region.end)
            for at in range(low - region.start, high - region.start):
                text[at] = " " if text[at] != "\n" else "\n"
    return "".join(text)


def header_words(stream: Stream, region: Region, marks: Sequence[Mark]) -> tuple[str, ...]:
    """The words above the rows of each page, each once and in order, among them the names of the table's columns."""
    words: dict[str, None] = {}
    for index in range(region.first, region.last + 1):
        start, end = stream.page_span(index)
        rows = (mark.start for mark in marks if mark.kind is MarkKind.ROW and mark.start >= max(start, region.start))
        first = next(rows, end)
        span = stream.text[max(start, first - _HEADER_REACH) : min(first, end)]
        words.update(dict.fromkeys(word.casefold() for word in _LETTERS.findall(span)))
    return tuple(words)


def _words(stream: Stream, index: int, *, tail: bool) -> list[tuple[str, int, int]]:
    """The words at one edge of a page with their stream spans, from the edge inwards."""
    if not 0 <= index < len(stream.pages):
        return []
    start, end = stream.page_span(index)
    low, high = (max(start, end - _EDGE), end) if tail else (start, min(end, start + _EDGE))
    found = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(stream.text, low, high)]
    return found[-_MOST_WORDS:][::-1] if tail else found[:_MOST_WORDS]


def _shared(stream: Stream, index: int, *, tail: bool) -> list[tuple[str, int, int]]:
    """The longest run of words at the page's edge that a neighbour page has too, its page number counted up or down."""
    own = _words(stream, index, tail=tail)
    best = 0
    for other in (index - 1, index + 1):
        count = 0
        for (mine, _, _), (theirs, _, _) in zip(own, _words(stream, other, tail=tail), strict=False):
            if mine != theirs and not _counts(mine, theirs, index - other):
                break
            count += 1
        best = max(best, count)
    return own[:best]


def _counts(mine: str, theirs: str, distance: int) -> bool:
    """Whether two words are the page numbers of pages ``distance`` apart."""
    numeric = mine.isascii() and theirs.isascii() and mine.isdigit() and theirs.isdigit()
    return numeric and len(mine) < 5 and len(theirs) < 5 and int(mine) - int(theirs) == distance


def _head_end(stream: Stream, index: int, start: int, limit: int) -> int:
    shared = [word for word in _shared(stream, index, tail=False) if word[2] <= limit]
    return shared[-1][2] if shared else start


def _tail_start(stream: Stream, index: int, limit: int, end: int) -> int:
    """The page's own number opens or closes its footer; a footer without one has to be long to be told from a cell."""
    shared = [word for word in _shared(stream, index, tail=True) if word[1] >= limit]
    number = next((at for at, word in enumerate(shared) if word[0].isdigit()), None)
    if number is None:
        return shared[-1][1] if len(shared) >= 6 else end
    return shared[-1][1] if number == 0 and len(shared) >= 4 else shared[number][1]


def header_end(text: str, start: int, limit: int) -> int:
    """The end of the first run of three header words (two at the very start) within a few lines of ``start``."""
    run, best = 0, start
    for position, m in enumerate(_WORD.finditer(text, start, min(limit, start + _EDGE))):
        word = m.group().casefold().strip(".,:;()/&-").replace("(s", "s")
        if not word or word in HEADER_WORDS or set(word.split("-")) <= HEADER_WORDS:
            run += 1
            if run >= 3 or (run == 2 and position == 1):
                best = m.end()
        elif best > start or position > _HEADER_WITHIN:
            break
        else:
            run = 0
    return best
