"""Figures in running text: numbers that report something, told from years, dates, references, clauses and ordinals."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from decimal import Decimal

from tieout.extract.kpi.lexicon import MONTHS, QUALIFIERS, REFERENCE_WORDS, STANDARD_NUMBERS
from tieout.quantities import find_unit, parse_figure, parse_unit
from tieout.text import collapse, fold

_CURRENCY = r"(?:RMB|CNY|HKD|USD|EUR|GBP|CHF|SGD|JPY|AUD|CAD|HK\$|US\$|NT\$|S\$|A\$|C\$|[€$£¥])"
_FIGURE = re.compile(
    rf"(?<![\w.,'’/:§#&+-])(?P<currency>{_CURRENCY} ?)?"
    r"(?P<number>(?:[-−–]|\+(?=\d{1,2}(?:[.,;]?\s[a-z(]|\.$)))?(?:\d{1,3}(?:[,.’']\d{3}){1,6}(?:[.,]\d+)?|\d{1,15}(?:[.,]\d{1,8})?))(?P<plus>\+)?(?![\d])"
)
COUNTED_KINDS = frozenset({"count", "headcount", "participations"})
"""Kinds of units that only name what is counted."""

_YEAR = re.compile(r"(?:19[5-9]|20[0-6])\d")
_SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2})+")
_BEFORE = re.compile(r"(\S+)\s*$")
_AFTER = re.compile(r"\s*(\S+)")
_AGE = re.compile(r"\s+years?(?:\s+old|\s+of\s+age)\b|\s*[-–‒]\s*\d+\s+years?\b")
_BESIDE = re.compile(r"%?\s*(\S+)")
_BAD_NEXT = re.compile(r"(?:st|nd|rd|th)\b|[A-Za-z]\d|:\d|/\d|\.\d|[-–‒]\s?\d|[GKDx]\b|-[a-z]+|&")
_NUMERIC = re.compile(r"\(?[-–−+]?[€$£¥]?\d[\d.,]*%?\)?|n/a|n\.a\.?|k\.a\.?|[-–—]", re.IGNORECASE)
_PLAIN_YEAR = re.compile(r"(?:19|20)\d\d,?")
_DOT_GROUPS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_YEAR_OPENS = re.compile(r"\s+(?:19|20)\d\d\s+(?P<next>\S+)")
_LISTED = re.compile(
    r"(?P<head>[^\s(]+)\s+\d[\d.]*(?:\s?(?:,|and|&|or|to|[-–+/])\s?\d[\d.]*){0,6}\s?(?:,|,? and|&|or|to|[-–+/])\s?$"
)
_LETTER_UNITS = frozenset("tghlLWJ")
_RUNNING_REACH = 96
_UNIT_REACH = 64
"""How far after a figure its unit is read, in characters."""
_RUNNING = re.compile(
    r"\s+(?:[^\s.,;:]{1,30}\s+){1,5}?(?:report|statement|review)\s+(?:19|20)\d\d(?!\d)", re.IGNORECASE
)
"""What follows a page number in a running line ("18 Alder sustainability report 2024")."""
_STREET = re.compile(r"(?:stra(?:ss|ß)e|(?<=\w)str\.|street|road|avenue|boulevard|platz|gasse|allee)$")
_TIME = re.compile(r"\s?(?:am|pm|a\.m\.|p\.m\.|o['’]clock)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure in a text: spans of the whole (with currency and unit) and of the number alone, and what it says."""

    start: int
    end: int
    number: tuple[int, int]
    value: Decimal
    unit: str
    qualifier: str
    measured: bool

    @property
    def whole(self) -> bool:
        """Whether it is a whole number without a unit of measurement."""
        return not self.measured and self.value == self.value.to_integral_value()


def qualifier_before(text: str, at: int) -> tuple[str, int]:
    """The qualifier that the words right before ``at`` say, and where they begin (``at`` where there are none)."""
    before = text[max(0, at - 40) : at]
    folded = before.casefold().rstrip()
    for qualifier, phrases in QUALIFIERS:
        for phrase in phrases:
            if folded.endswith(phrase) and not folded[: -len(phrase)][-1:].isalpha():
                return qualifier, at - len(before) + len(folded) - len(phrase)
    return "", at


def _is_reference(text: str, found: re.Match[str], low: int) -> bool:
    """Whether the words around make the number a year, a date, an ordinal, a clause or part of a name."""
    digits, plain = found["number"], found["currency"] is None
    before = _BEFORE.search(text, max(low, found.start() - 40), found.start())
    word = before[1] if before else ""
    if _NUMERIC.fullmatch(word) and not _PLAIN_YEAR.fullmatch(word) and word not in {"-", "–", "—"}:
        return True
    beside = _BESIDE.match(text[found.end() : found.end() + 24])
    if beside and _NUMERIC.fullmatch(beside[1]) and beside[1] not in {"-", "–", "—"} and not beside[1].startswith("("):
        return not _opens_with_year(text, found.end())
    if not plain:
        return False
    folded = fold(word).strip('(“"‘')
    if folded.rstrip(",") in MONTHS and len(digits) <= 2:
        return True
    if _STREET.search(folded) and digits.isdigit() and len(digits) <= 4:
        return True
    if folded.rstrip(":") in REFERENCE_WORDS and not (
        folded in {"number", "target", "targets", "goal", "level"} and "." in digits
    ):
        return True
    if digits.isdigit() and len(digits) < 4 and _RUNNING.match(text, found.end(), found.end() + _RUNNING_REACH):
        return True
    tail = text[found.end() : found.end() + 24]
    if _BAD_NEXT.match(tail) or _TIME.match(tail):
        return True
    after = _AFTER.match(tail)
    following = fold(after[1]).strip(",.;") if after else ""
    if text[found.start() - 1 : found.start()] == "(" and tail[:1] == ")":
        return True  # a footnote mark
    if _AGE.match(tail):
        return True
    if following in MONTHS and len(digits) <= 2:
        return True
    if _YEAR.fullmatch(digits) or digits in STANDARD_NUMBERS:
        return True
    listed = _LISTED.search(text, max(low, found.start() - 40), found.start())
    if listed and fold(listed["head"]) in REFERENCE_WORDS:
        return True
    if digits.startswith("0") and len(digits) > 1 and digits[1].isdigit():
        return True
    if len(digits) > 9 and digits.isdigit():
        return True
    return (
        bool(word)
        and word.isupper()
        and len(word) > 1
        and word.isalpha()
        and word not in {"CO"}
        and found["plus"] is None
    )


def _opens_with_year(text: str, at: int) -> bool:
    """Whether a year and then words stand at ``at``: a phrase that it opens ("5 2024 targets"), no row of cells."""
    year = _YEAR_OPENS.match(text, at, at + 40)
    return year is not None and not _NUMERIC.fullmatch(year["next"])


def scan(text: str, low: int, high: int, *, decimal_comma: bool) -> list[Printed]:
    """The reported figures of ``text[low:high]`` in order; O(n)."""
    found: list[Printed] = []
    for match in _FIGURE.finditer(text, low, high):
        if (found and match.start() < found[-1].end) or _is_reference(text, match, low):
            continue  # "0.8 per 200,000 hours" is one figure
        number = match.span("number")
        if text[number[0]] in "-−–" and text[number[0] - 1 : number[0]].strip():
            continue
        value = parse_figure(match["number"], decimal_comma=decimal_comma)
        if value is None:
            continue
        near = find_unit(text[match.end() : min(high, match.end() + _UNIT_REACH)], 0)
        span = (near[0] + match.end(), near[1] + match.end()) if near is not None else None
        unit, end = "", match.end()
        counted = False
        if span is not None and span[1] <= high:
            unit, end = collapse(text[span[0] : span[1]]), span[1]
            if _NUMERIC.match(unit) or (
                span[0] == match.end() and len(unit) == 1 and unit.isalpha() and unit not in _LETTER_UNITS
            ):
                unit, end, span = "", match.end(), None
            parsed = parse_unit(unit) if unit else None
            counted = parsed is not None and parsed.kind in COUNTED_KINDS
            titled = len(unit) > 4 and unit[0].isupper() and unit[1].islower()
            if (counted and unit and unit[0].isupper()) or titled:
                unit, end = "", match.end()
        currency = (match["currency"] or "").strip()
        if currency:
            unit = f"{currency} {unit}".strip()
        measured = bool(currency) or (bool(unit) and not counted)
        qualifier = "over" if match["plus"] else qualifier_before(text, match.start())[0]
        found.append(Printed(match.start(), end, number, value, unit, qualifier, measured))
    return found


def as_count(raw: str, value: Decimal) -> Decimal:
    """The value of a number that counts things: its dots group, for nobody counts thousandths ("2.569 employees")."""
    return Decimal(raw.replace(".", "")) if _DOT_GROUPS.fullmatch(raw) else value


def is_section_number(raw: str) -> bool:
    """Whether a bare number is shaped like a section's ("2.2.1", "4.1")."""
    return _SECTION.fullmatch(raw) is not None


def within(figures: list[Printed], low: int, high: int) -> list[Printed]:
    """Those of a text's figures, in order, that lie in ``[low, high)``."""
    first = bisect.bisect_left(figures, low, key=lambda f: f.start)
    last = bisect.bisect_left(figures, high, key=lambda f: f.start)
    return [f for f in figures[first:last] if f.end <= high]
