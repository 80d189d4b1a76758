"""Legal acts under their numbers: "Delegated Regulation (EU) 2021/2139", "Directive 2014/95/EU".

Most have a name too, before the number or in brackets behind it; with it, all three wordings are one act.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tieout.extract.entities.wording import ACT_TYPES, STARTERS
from tieout.text import collapse

_MARK = r"(?P<mark>\((?:EU|EC|EEC)\)\s)?"
_NUMBER = rf"{_MARK}(?:[Nn]o\.?\s)?(?P<number>(?:19|20)?\d\d/\d{{1,4}})(?!\d)(?P<tail>/(?:EU|EC|EEC|JHA))?"
_ACT = re.compile(
    rf"(?P<front>(?:\b[A-Z][\w’'&-]*\s+){{0,8}})\b(?P<head>Regulation|Directive|Decision|Act)[”\"]?\s+"
    rf"(?P<open>\((?:(?:EU )?(?:Regulation|Directive)\s)?)?{_NUMBER}"
)
_CALLED = re.compile(
    r"\)?\s*\((?:hereinafter\s)?(?:referred to as\s)?(?:the\s)?[“”„\"]\s?"
    r"(?P<called>(?:[\w’'&-]+ ){0,8}(?:Regulation|Directive|Act|Decision)(?: on [A-Z]\w+)?)\s?[“”\"]\)"
)
_AMENDED = re.compile(r"\b(?:amend\w*|repeal\w*|replac\w*)\s+(?:the\s+)?$")
_WORD = re.compile(r"\S+")
_BEFORE = 24
_CITED = re.compile(r"(?:^|\s|\()(?:(?:19|20)?\d\d/\d{1,4})(?=/[A-Z]+$|$)")


@dataclass(frozen=True, slots=True)
class Act:
    """An act's half-open span in a page's body, the wording with its number, and the names given beside it."""

    start: int
    end: int
    printed: str
    names: tuple[str, ...]


def act_number(label: str) -> str:
    """The number by which a label cites an act, or ""."""
    cited = _CITED.search(label)
    return cited.group().strip(" (") if cited else ""


def numbered_acts(text: str) -> Iterator[Act]:
    """The acts that a page cites by number, in order."""
    for match in _ACT.finditer(text):
        year, _, serial = match["number"].partition("/")
        if not any(len(part) == 4 and part[:2] in {"19", "20"} for part in (year, serial)):
            continue
        words = _WORD.findall(match["front"])
        while any(word.casefold() in STARTERS for word in words):
            words.pop(0)  # what stands before "The" is the heading above
        front = match["front"].rfind(words[0]) if words else len(match["front"])
        start = match.start("front") + front
        name = " ".join([*words, match["head"]])
        proper = any(word.casefold() not in ACT_TYPES for word in words)
        if proper and not (match["mark"] or match["tail"] or match["open"]):
            continue  # a law's name, and a number of something else in the next cell
        called = _CALLED.match(text, match.end())
        if called and _AMENDED.search(text[max(0, start - _BEFORE) : start]):
            called = None  # the name in brackets is the amending act's
        inner = match.start("open") + 1 if proper and match["open"] else start
        names = (name if proper else "", collapse(called["called"]) if called else "")
        printed = collapse(text[inner : match.end()])
        yield Act(start, match.end(), printed, tuple(dict.fromkeys(filter(None, names))))
