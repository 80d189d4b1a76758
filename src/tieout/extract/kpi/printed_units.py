"""Where a table prints its units: a unit column, brackets or "in …" at a label's end, a heading, the header."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tieout.extract.kpi.lexer import Kind, Token, tokenize
from tieout.quantities import parse_unit, scale_of
from tieout.text import fold

_LONGEST = 7
"""Most tokens of a printed unit."""
_RATIO_REACH = 3
"""Most tokens of a ratio whose lower part is no known unit."""
_CLOSED = re.compile(r"\)\d?$")
"""The end of a unit in brackets, perhaps with the mark of a footnote."""
_COUNTED = frozenset({"count", "headcount", "participations"})
_PLAIN_NOUNS = frozenset({"hours", "days", "hour", "day", "kilometers", "kilometres", "litres"})


@dataclass(frozen=True, slots=True)
class UnitAt:
    """A printed unit at the end of tokens: the label ends at ``label_end``, ``text`` is the unit as printed."""

    label_end: int
    text: str


def words_of(tokens: list[Token], first: int, end: int) -> str:
    """Tokens ``[first, end)`` as text without footnote marks."""
    return " ".join(t.core for t in tokens[first:end] if t.kind is not Kind.MARK)


def _extends(left: Token, right: str) -> bool:
    """Whether ``left`` can be the part of a unit before ``right`` ("tCO2" before "e /person")."""
    word = left.core
    if (
        right[0] == "/"
        or word[-1] == "/"
        or fold(right).startswith(("per ", "in ", "of co2", "co2", "e ", "e/", "of "))
        or right == "e"
    ):
        return True
    if fold(word) in {"per", "/"} or scale_of(word) is not None or "/" in word:
        return True
    if fold(word) == "in":
        return scale_of(right) is not None
    unit = parse_unit(word)
    return unit is not None and unit.kind not in _COUNTED


def column_unit(tokens: list[Token], first: int, end: int) -> UnitAt | None:
    """The unit that a unit column prints right before token ``end``: the longest tail that reads as one."""
    while end > first and tokens[end - 1].kind is Kind.MARK:
        end -= 1
    best: UnitAt | None = None
    text = ""
    for at in range(end - 1, max(first, end - _LONGEST) - 1, -1):
        if text and not _extends(tokens[at], text):
            break
        text = f"{tokens[at].core} {text}".strip()
        if parse_unit(text) is not None:
            best = UnitAt(at, text)
    for at in range(max(first + 1, end - _RATIO_REACH), end if best is None else 0):
        top, slash, _ = tokens[at].core.partition("/")
        if top and slash and parse_unit(top) is not None:
            return UnitAt(at, words_of(tokens, at, end))  # "m³/thousand meals": what it is divided by is no unit
    if best is None and end - first > 1:
        last, before = tokens[end - 1].core, tokens[end - 2].core
        if last[0].isupper() and before[0].islower():
            best = UnitAt(end - 1, last)
    return best


def unit_behind(tokens: list[Token], first: int, limit: int) -> UnitAt | None:
    """The unit that a unit column prints behind the values, from token ``first`` on: the longest that reads as one.

    Its ``label_end`` is the index after the unit.
    """
    for end in range(min(limit, first + _LONGEST), first, -1):
        text = words_of(tokens, first, end)
        if text and parse_unit(text) is not None:
            return UnitAt(end, text)
    return None


def label_unit(tokens: list[Token], first: int, end: int) -> UnitAt | None:
    """The unit at the end of a label, in brackets ("(in €m)") or after "in" ("in tonnes"), or None."""
    while end > first and tokens[end - 1].kind is Kind.MARK:
        end -= 1
    if end <= first:
        return None
    low = max(first, end - _LONGEST)
    if _CLOSED.search(tokens[end - 1].core):
        for at in range(end - 1, low - 1, -1):
            if tokens[at].core.startswith("("):
                inner = _CLOSED.sub("", words_of(tokens, at, end))[1:].strip()
                shown = inner[3:] if inner.startswith("in ") else inner
                if shown and parse_unit(shown) is not None:
                    return UnitAt(at, shown)
                return None
        return None
    for at in range(end - 2, low - 1, -1):
        if fold(tokens[at].core) == "in":
            shown = words_of(tokens, at + 1, end)
            if parse_unit(shown) is not None:
                return UnitAt(at, shown)
            return None
    return None


def unit_in(label: str) -> tuple[str, str]:
    """The unit at the end of a label ("Power use in kWh") and the label without it; "" and the label for none."""
    tokens = tokenize(label)
    found = label_unit(tokens, 0, len(tokens))
    if found is None or not found.label_end:
        return "", label
    return found.text, words_of(tokens, 0, found.label_end)


def header_units(tokens: list[Token], first: int, end: int) -> tuple[str, str]:
    """The units that the words before the years print for year columns and for percent columns."""
    found = label_unit(tokens, first, end)
    if found is not None:
        return found.text, "%"
    text = words_of(tokens, first, end)
    whole = parse_unit(text) if text else None
    if whole is not None and (whole.kind not in _COUNTED or " " not in text):
        return text, "%"
    for at in range(first, end):
        left, joined, right = words_of(tokens, at, end).partition(" and ")
        if joined and parse_unit(left) is not None and parse_unit(right) is not None:
            return left, right
    return "", "%"


_TIMES = re.compile(r"(?:total )?number of (?:[\w-]+ ){0,2}?(?P<unit>hours|days)\b(?! of )", re.IGNORECASE)


def noun_unit(label: str) -> str:
    """The unit that a label names as what it counts ("Hours worked", "training hours per employee"), or ""."""
    for word in label.split():
        if word.casefold() in _PLAIN_NOUNS:
            return word
    return ""


def time_counted(label: str) -> str:
    """The unit of a number of times ("Number of days lost" is in days, "number of training hours" in hours), or ""."""
    found = _TIMES.match(label)
    return found["unit"].casefold() if found is not None else ""
