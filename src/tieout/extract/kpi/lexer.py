"""Page text to tokens: what can stand in a table cell, told apart before any table is looked for.

A token keeps its half-open span in the page's body and the line it stands on. Footnote marks are split off here, so
that ``35(1)``, ``2,5173`` and ``Fatalities1)`` never pass a wrong digit on. One pass, linear in the text.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a token can be in a table."""

    WORD = "word"
    FIGURE = "figure"
    YEAR = "year"
    NIL = "nil"
    SLASH = "slash"
    ABSENT = "absent"
    RATIO = "ratio"
    MARK = "mark"


#: Kinds that can fill a cell.
CELL_KINDS = frozenset({Kind.FIGURE, Kind.YEAR, Kind.NIL, Kind.SLASH, Kind.ABSENT, Kind.RATIO})


class Token(NamedTuple):
    """A piece of text without white space (but "k. A."): kind, core without its footnote mark, the mark's digits."""

    text: str
    start: int
    end: int
    line: int
    kind: Kind
    core: str
    mark: str = ""

    @property
    def is_date(self) -> bool:
        """Whether a YEAR token is a full date ("12/31/2023")."""
        return self.kind is Kind.YEAR and self.core[:1].isdigit() and not self.core[:4].isdigit()

    @property
    def year(self) -> str:
        """The year of a YEAR token as printed ("2024", "2022/23")."""
        found = _YEAR_IN.search(self.core)
        if found is None:
            return ""
        return "20" + found["short"] if found["short"] else found["long"]


_YEAR_IN = re.compile(r"(?P<long>(?:19|20)\d\d(?:/\d\d)?)$|(?:FY|CY)['’]?(?P<short>\d\d)$")
_MARK = r"(?P<mark>\(\d{1,2}\)|（\d{1,2}）|\d\)|[*†‡]{1,3}|[¹²³⁴⁵⁶⁷⁸⁹]{1,2})?"
_CHUNK = re.compile(
    r"(?P<absent>(?:[nN]\s?/\s?[aA]\.?|[nN]\.\s?[aA]\.?|k\.\s?A\.?|N/D|n\.d\."
    r"|[Nn]ot (?:available|disclosed|applicable|reported))"
    r"(?:\(\d{1,2}\)|\*{1,2})?(?=\s|$))|\S+"
)
_FIGURE = re.compile(r"(?:[<>≥≤≈~]=?)?[-+–−]?(?:[€$£¥])?\d+(?:[.,'’]\d+)*\s?%?" + _MARK)
_NEGATIVE = re.compile(r"\(\d+(?:[.,'’]\d+)+\)%?|\(\d{3,}\)%?")
_YEAR = re.compile(r"(?:(?:FY|CY)['’]?\s?)?(?:19[5-9]\d|20[0-6]\d)(?:/\d\d)?" + _MARK)
_FISCAL = re.compile(r"(?:FY|CY)['’]?\d\d" + _MARK)
_DATE = re.compile(r"\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d" + _MARK)
_RATIO = re.compile(r"\d+(?:\.\d+)?:\d+(?:\.\d+)?" + _MARK)
_LONE_MARK = re.compile(r"\(\d{1,2}\)|（\d{1,2}）|\d{1,2}\)")
_WORD_MARK = re.compile(r"(?P<core>.*[^\W\d_%].*?|.*%)(?P<mark>\(\d{1,2}\)|（\d{1,2}）|(?<!\d)\d{1,2}\))$")
_LONGEST_BRACKET = 200
_DIGITS = re.compile(r"\d+")
_GLUED = re.compile(r"(?P<core>\d{1,3}(?:,\d{3})*,\d{3})(?P<mark>\d)$")
_NILS = frozenset({"-", "–", "—", "−", "‒"})


def _digits(mark: str | None) -> str:
    found = _DIGITS.search(mark or "")
    return found.group() if found else (mark or "")


def _classify(chunk: str) -> tuple[Kind, str, str]:
    """The kind, core and mark of one chunk."""
    if chunk in _NILS:
        return Kind.NIL, chunk, ""
    if chunk == "/":
        return Kind.SLASH, chunk, ""
    first = chunk[0]
    if _LONE_MARK.fullmatch(chunk):
        return Kind.MARK, chunk, _digits(chunk)
    if first.isdigit() or first in "FC<>≥≤≈~-+–−€$£¥(":
        for pattern, kind in ((_YEAR, Kind.YEAR), (_FISCAL, Kind.YEAR), (_DATE, Kind.YEAR), (_RATIO, Kind.RATIO)):
            found = pattern.fullmatch(chunk)
            if found:
                mark = found["mark"] or ""
                return kind, chunk[: len(chunk) - len(mark)], _digits(mark)
        found = _GLUED.fullmatch(chunk)
        if found:
            return Kind.FIGURE, found["core"], found["mark"]
        if _NEGATIVE.fullmatch(chunk):
            return Kind.FIGURE, chunk, ""
        found = _FIGURE.fullmatch(chunk)
        if found:
            mark = found["mark"] or ""
            return Kind.FIGURE, chunk[: len(chunk) - len(mark)], _digits(mark)
    if chunk[-1] in ")）" and len(chunk) < 80:
        found = _WORD_MARK.fullmatch(chunk)
        if found:
            return Kind.WORD, found["core"], _digits(found["mark"])
    return Kind.WORD, chunk, ""


def tokenize(text: str) -> list[Token]:
    """The tokens of a body text of n characters, in order; O(n)."""
    tokens: list[Token] = []
    line = at = depth = 0
    for found in _CHUNK.finditer(text):
        line += text.count("\n", at, found.start())
        at = found.start()
        chunk = found.group()
        if chunk.isalpha() and len(chunk) < _LONGEST_BRACKET:  # most are plain words
            tokens.append(Token(chunk, at, found.end(), line, Kind.WORD, chunk))
            continue
        if found["absent"]:
            core = chunk.rstrip("*")
            mark = _LONE_MARK.search(core)
            core = core[: mark.start()] if mark else core
            tokens.append(Token(chunk, at, found.end(), line, Kind.ABSENT, core, _digits(mark.group() if mark else "")))
            continue
        kind, core, mark_digits = _classify(chunk)
        before, glued = ("", chunk) if kind is Kind.MARK else (core, chunk[len(core) :])
        if mark_digits and glued[:1] not in "(（" and depth + before.count("(") > before.count(")"):
            # "(Scope 1)" and "(m3)" close a bracket: no footnote.
            kind, core, mark_digits = Kind.WORD, chunk, ""
        depth = max(0, depth + chunk.count("(") - chunk.count(")")) if len(chunk) < _LONGEST_BRACKET else 0
        tokens.append(Token(chunk, at, found.end(), line, kind, core, mark_digits))
    return tokens
