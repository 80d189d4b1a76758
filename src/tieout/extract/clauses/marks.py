"""Marks: the places where an index names a clause, opens a group of clauses, or says that a row is over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from tieout.extract.clauses.wording import HEADER_WORDS, MENTION_WORDS


class MarkKind(Enum):
    """``ROW`` begins a clause's row, ``HEAD`` a standard, aspect or part, ``STOP`` something that is no row.

    A ``MENTION`` names a clause in running words; it is evidence for the clause and never part of an index.
    """

    MENTION = "mention"
    ROW = "row"
    HEAD = "head"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Mark:
    """A half-open span of the stream. ``codes`` are catalogue codes (several where one row stands for a list).

    ``standard`` and ``edition`` are set on heads; ``sure`` tells that the print leaves no doubt that a code is meant.
    """

    start: int
    end: int
    kind: MarkKind
    codes: tuple[str, ...] = ()
    standard: str = ""
    edition: str = ""
    sure: bool = False


_LAST_WORD = re.compile(r"(?<!\S)([^\W\d_]+\.?)$")
_ROW_FOLLOWS = re.compile(r"\s*(?:[:.–—-]\s*)?(?P<next>\S)")
_PAGES_FOLLOW = re.compile(
    r"\s{1,3}(?:(?:pp?\.\s?)?\d{1,3}(?:\s?[-–,]\s?\d{1,3}){0,8}|[Nn]/?[Aa]|[-–—])(?:\s+[A-Z]|\s*$)"
)
_LIST_GAP = re.compile(r"\s*(?:[,;/&+]|and|und|–|-|to|bis)?\s*", re.IGNORECASE)
_RANGE_GAP = re.compile(r"\s*(?:–|-|to|bis)\s*", re.IGNORECASE)


_HEADER_RUN = 3


def opens_line(text: str, start: int) -> bool:
    """Whether only blanks stand between ``start`` and the line break before it (or the text's beginning)."""
    before = text[max(0, start - 40) : start]
    stripped = before.rstrip(" \t\x0b\x0c")
    return stripped.endswith("\n") or (not stripped and start <= 40)


def is_mention(text: str, start: int, end: int) -> bool:
    """Whether a code stands in running words ("see 305-1", "(2-7)", "12, 2-5") and so cannot begin a row."""
    before = text[max(0, start - 40) : start].rstrip()
    if before.endswith(("(", ",", ";", "&", "+", "[")):
        return True
    if text[start - 1 : start] in ("/", "–", "-"):
        return True
    if not opens_line(text, start):
        word = _LAST_WORD.search(before)
        if word and word.group(1) in MENTION_WORDS and not _ends_header(before):
            return True
    return text[end : end + 1] in (")", ",", ";", "%", "]") or text[end : end + 2] == "’s"


def _ends_header(before: str) -> bool:
    """Whether a text ends with the header row of a table ("Standard Disclosure Page"), behind which its rows begin."""
    words = [word.strip(".,:;()/&").casefold() for word in before.split()[-_HEADER_RUN:]]
    return len(words) == _HEADER_RUN and all(word in HEADER_WORDS for word in words)


def title_follows(text: str, end: int) -> bool:
    """Whether what follows can be a title: an upper-case letter, an uncased one or an opening quote or bracket."""
    found = _ROW_FOLLOWS.match(text, end, min(len(text), end + 12))
    if not found:
        return False
    char = found.group("next")
    return (char.isalpha() and not char.islower()) or char in "“\"'‘([«"


def pages_follow(text: str, start: int, end: int) -> bool:
    """Whether a code stands between a title and a page number, as where titles come first."""
    before = text[max(0, start - 8) : start].rstrip()
    return before[-1:].isalpha() and _PAGES_FOLLOW.match(text, end, min(len(text), end + 60)) is not None


def listed(text: str, gap_start: int, gap_end: int) -> bool:
    """Whether two codes are neighbours in a list ("2-9, 2-10 and 2-11")."""
    return 0 < gap_end - gap_start <= 8 and _LIST_GAP.fullmatch(text, gap_start, gap_end) is not None


def spans_range(text: str, gap_start: int, gap_end: int) -> bool:
    """Whether two codes are the ends of a range ("305-1 to 305-3")."""
    return 0 < gap_end - gap_start <= 8 and _RANGE_GAP.fullmatch(text, gap_start, gap_end) is not None
