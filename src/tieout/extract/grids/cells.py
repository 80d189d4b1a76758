"""One cell of a grid: the figure it prints, or why it prints none."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from tieout.quantities import NUMBER, parse_figure, parse_unit, split_bound, split_mark
from tieout.text import collapse, fold

_LONGEST = 160
"""Cells longer than this are prose."""

_ABSENT = frozenset(
    {
        "/", "n/a", "n.a.", "n.a", "na", "nd", "n.d.", "n/d", "k.a.", "k.a", "k. a.", "not available", "not disclosed",
        "not applicable", "not reported", "n.m.", "nm", "n/m", "tbd",
    }
)  # fmt: skip
_DASHES = frozenset({"-", "–", "—", "−", "--", "‒"})

_YEAR = r"(?:19[5-9]\d|20[0-9]\d)"
_PERIOD = re.compile(
    rf"(?<![\d.,/])(?:\d{{1,2}}[./]\d{{1,2}}[./])?(?P<year>{_YEAR}(?:\s?[/–-]\s?(?:20)?\d\d)?)(?![\d.,]?\d|\s?%)"
    r"|\b(?:FY|CY)\s?['’]?(?P<short>\d\d)\b"
)
_WHOLE_PERIOD = re.compile(
    rf"(?:(?:FY|CY|fiscal year|financial year|year|dec\w*\.?|31\.12\.|31 dec\w*|december 31,|as of|ye|at)\s*)*"
    rf"(?P<year>{_YEAR}(?:\s?[/–-]\s?(?:20)?\d\d)?)\s*(?:\*+|\(\*+\)|\([a-z0-9]\)|\d\)|data|results?|actual)?",
    re.IGNORECASE,
)
_RANGE = re.compile(r"[-+]?\d[\d.,]*\s?%?\s?(?:[-–—]|to)\s?\d[\d.,]*\s?%?")
_YEAR_LEAD = re.compile(rf"{_YEAR}\s?:\s?")
_LEADING_MARK = re.compile(r"\([a-z]\)\s+")
_RESTATED = re.compile(r"(?P<now>[^()]*\d[^()]*?)\s?\((?P<before>[-+<>]?\d[\d.,]*%?)\)")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell prints.

    ``start`` and ``end`` are the figure's half-open span inside the cell's text; ``value`` its number; ``qualifier`` as
    in ``Observation`` ("" for a plain figure); ``unit`` what the cell itself prints as unit; ``period`` a year in it.
    """

    start: int
    end: int
    value: Decimal | None
    qualifier: str = ""
    unit: str = ""
    period: str = ""


def period_in(text: str) -> str:
    """The year or fiscal year that a header cell names ("31 Dec 2023" -> "2023", "FY 2022/23" -> "2022/23"), or ""."""
    if len(text) > _LONGEST:
        return ""
    found = _PERIOD.search(text)
    if found is None:
        return ""
    return "20" + found["short"] if found["short"] else collapse(found["year"])


def is_period(text: str) -> bool:
    """Whether a cell is nothing but a period ("2023", "FY 2022/23", "2023 (**)", "31.12.2023")."""
    return len(text) <= 40 and _WHOLE_PERIOD.fullmatch(text.strip()) is not None


def is_blank(text: str) -> bool:
    """Whether a cell is empty or only a dash."""
    stripped = text.strip()
    return not stripped or stripped in _DASHES


def is_absent(text: str) -> bool:
    """Whether a cell says in words or by a slash that nothing is disclosed."""
    return fold(text) in _ABSENT


def read_cell(text: str, *, decimal_comma: bool = False) -> Reading | None:
    """What a value cell prints; None for an empty cell and for prose without a leading figure.

    A figure may have a bound ("<38"), a currency before, a unit or mark after, and an earlier figure in brackets behind
    ("34 (33)": the value is 34). A range has no single value and is kept as text.
    """
    stripped = text.strip()
    if not stripped or len(text) > _LONGEST:
        return None
    start = text.index(stripped[0])
    end = start + len(stripped)
    if stripped in _DASHES:
        return Reading(start, end, None, "nil")
    if is_absent(stripped):
        return Reading(start, end, None, "not_disclosed")
    whole = _figure(stripped, decimal_comma=decimal_comma)
    if whole is None and parse_unit(stripped) is not None:
        return None
    if whole is not None:
        bound, value, unit = whole
        return Reading(start, end, value, bound, unit)
    if _RANGE.fullmatch(stripped):
        return Reading(start, end, None, "text")
    return _leading_figure(text, start, decimal_comma=decimal_comma)


def _figure(stripped: str, *, decimal_comma: bool) -> tuple[str, Decimal, str] | None:
    """The bound, number and sign of a cell that is one figure with marks, or None."""
    bound, rest = split_bound(stripped)
    restated = _RESTATED.fullmatch(rest)
    if restated and parse_figure(rest, decimal_comma=decimal_comma) is None:
        rest = restated["now"]
    figure, _ = split_mark(rest)
    for candidate in (rest, figure):
        value = parse_figure(candidate, decimal_comma=decimal_comma)
        if value is not None:
            sign = candidate.rstrip(") ")[-1:]
            return bound, value, sign if sign in {"%", "‰"} else ""
    return None


def _leading_figure(text: str, start: int, *, decimal_comma: bool) -> Reading | None:
    """A figure at the cell's beginning, after a bound, a year with a colon or a currency, with its unit behind."""
    at, period = start, ""
    mark = _LEADING_MARK.match(text, at)
    at = mark.end() if mark else at
    lead = _YEAR_LEAD.match(text, at)
    if lead:
        period, at = lead.group()[:4], lead.end()
    bound, rest = split_bound(text[at:])
    at = len(text) - len(rest)
    found = NUMBER.search(text, at)
    if found is None:
        return None
    before = text[at : found.start()].strip(" (")
    if (
        before
        and parse_unit(before) is None
        and fold(before) not in {"approx.", "ca.", "c.", "about", "around", "circa"}
    ):
        return None
    value = parse_figure(found.group(), decimal_comma=decimal_comma)
    if value is None:
        return None
    after = text[found.end() :].strip()
    after = after.strip("()") if after.count("(") == 1 else after
    unit = after if after and parse_unit(after) is not None else _unit_head(after)
    if before and parse_unit(before) is not None:
        unit = f"{before} {unit}".strip() if parse_unit(f"{before} {unit}".strip()) else before
    if not unit and after and not period and after[0] != "(" and len(after.split()) > 6:
        return None
    return Reading(found.start(), found.end(), value, bound, unit, period)


def figure_in_label(text: str) -> tuple[str, Reading] | None:
    """A label that ends in its own figure ("Cars: 70%" -> "Cars"), and the figure's Reading; None for other labels."""
    head, colon, _ = text.rpartition(":")
    if not colon or not head.strip() or len(text) > _LONGEST:
        return None
    reading = read_cell(text[len(head) + 1 :])
    if reading is None or reading.value is None:
        return None
    shift = len(head) + 1
    return head, replace(reading, start=reading.start + shift, end=reading.end + shift)


def _unit_head(after: str) -> str:
    """The longest beginning of ``after`` that is a unit, at most five words, or ""."""
    words = after.split()
    for size in range(min(5, len(words)), 0, -1):
        head = " ".join(words[:size]).rstrip(",;")
        if parse_unit(head) is not None:
            return head
    return ""
