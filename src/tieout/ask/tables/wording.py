"""A question over tables taken apart: what to do, over which years, and the names of the things it is done to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from tieout.patterns import lazy
from tieout.text import fold

_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_YEAR = lazy(r"\b(?:19|20)\d\d\b")
_SPAN = lazy(
    r"\b(?:from|between)?\s*(?:the\s+)?(?:years?\s+)?((?:19|20)\d\d)\s*(?:to|until|through|–|-)\s*(?:the\s+)?(?:year\s+)?((?:19|20)\d\d)"
)
_HIGH = r"(?:highest|largest|maximum|greatest|biggest|max|most)"
_LOW = r"(?:lowest|smallest|minimum|least|fewest|min)"
_NUMBER = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten)"
_LAST = lazy(rf"\blast ({_NUMBER}) years")


class Step(StrEnum):
    """An operation on a list of figures."""

    VALUE = "value"
    SUM = "sum"
    AVERAGE = "average"
    DIFFERENCE = "difference"
    CHANGE = "change"
    RATIO = "ratio"
    HIGHEST = "highest"
    LOWEST = "lowest"
    RANKED = "ranked"
    LESS = "less"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Task:
    """What to do: ``inner`` with the figures of one thing, ``outer`` with the results of several things.

    ``take`` is how many of a ranking are wanted (0: all), ``descending`` their order. ``company`` asks for names. ``text`` is the
    wording folded, ``printed`` as it was written.
    """

    outer: Step
    inner: Step
    take: int
    descending: bool
    company: bool
    years: tuple[str, ...]
    ranged: bool
    last: int
    text: str
    printed: str


def read_task(text: str) -> Task:
    """The task of a question."""
    folded = fold(text)
    span = _SPAN.search(folded)
    years = tuple(dict.fromkeys(_YEAR.findall(folded)))
    if years and re.search(r"\band the previous year\b", folded):
        years = (*years, str(min(int(y) for y in years) - 1))
    last = _LAST.search(folded)
    descending = "increasing" not in folded and "ascending" not in folded
    if "decreasing" in folded or "descending" in folded:
        descending = True
    take = _take(folded)
    outer, inner = _steps(folded)
    return Task(
        outer=outer, inner=inner, take=take, descending=descending, company=re.search(r"\bwhich (?:company|companies)\b", folded) is not None,
        years=years, ranged=span is not None, last=_count(last.group(1)) if last else 0, text=folded, printed=text,
    )  # fmt: skip


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _COUNTS.get(word, 0)


def _take(folded: str) -> int:
    found = re.search(
        rf"\b(?:top |the )?({_NUMBER}) (?:top )?(?:{_HIGH}|{_LOW})|\btop ({_NUMBER})\b|\b(?:{_HIGH}|{_LOW}) ({_NUMBER})\b",
        folded,
    )
    return _count(found.group(1) or found.group(2) or found.group(3)) if found else 0


_INNER = (
    (Step.RATIO, r"percentage ratios?"),
    (Step.AVERAGE, r"(?:averages?|means?)\b"),
    (Step.SUM, r"sums?\b|summing|totals?\b"),
    (Step.CHANGE, r"percentage (?:variation|increase|decrease|reduction|change|growth)s?"),
    (Step.DIFFERENCE, r"differences?"),
)


def _steps(folded: str) -> tuple[Step, Step]:
    """The outer and the inner step."""
    nested = re.search(
        r"\bof the (?:(highest|lowest|largest|smallest) )?(percentage ratios?|averages?|sums?|differences?|percentage variations?)\b",
        folded,
    )
    if nested is not None and re.search(r"\bbetween\b|\btop\b", folded[: nested.start()]):
        inner = next(step for step, pattern in _INNER if re.match(pattern, nested.group(2)))
        if nested.group(1):
            return (Step.HIGHEST if nested.group(1) in {"highest", "largest"} else Step.LOWEST), inner
        head = folded[: nested.start()]
        if re.search(r"\btop\b|\b\d highest|\b\d lowest", head):
            return Step.RANKED, inner
        return (Step.SUM if re.search(r"\bsum\b", head) else Step.AVERAGE), inner
    outer = _outer(folded)
    if outer in {Step.RANKED, Step.HIGHEST, Step.LOWEST}:
        inner = Step.VALUE
        if re.search(r"\bpercentage (?:variation|change|increase|decrease)", folded):
            inner = Step.CHANGE
        elif re.search(r"\baverage\b", folded):
            inner = Step.AVERAGE
        elif re.search(r"\bsumming\b|\btotal (?:emissions|amount)\b.*\bboth\b", folded):
            inner = Step.SUM
        elif re.search(r"\bpercentage (?:ratio|of .+ compared to)", folded):
            inner = Step.RATIO
        return outer, inner
    return outer, outer


def _outer(folded: str) -> Step:
    if re.match(r"(?:is|are|was|were|did|does|do)\b", folded) and re.search(r"\bthan\b", folded):
        return Step.LESS if re.search(r"\b(?:lower|smaller|less|fewer)\b", folded) else Step.MORE
    if re.search(
        rf"\b(?:top|rank(?:ed)?|sorted|ordered)\b|\b(?:in|in an?) (?:increasing|decreasing|ascending|descending)\b|\b{_NUMBER} (?:{_HIGH}|{_LOW})|\b(?:{_HIGH}|{_LOW}) {_NUMBER}\b",
        folded,
    ):
        return Step.RANKED
    if re.search(rf"\b{_HIGH}\b", folded):
        return Step.HIGHEST
    if re.search(rf"\b{_LOW}\b", folded):
        return Step.LOWEST
    if re.search(
        r"\baverage percentage (?:increase|decrease|reduction|change|variation)\b.*\b(?:last|years)\b", folded
    ):
        return Step.AVERAGE
    if re.search(
        r"\bpercentage (?:increase|decrease|reduction|change|variation|growth|drop|difference)|\bby what percentage",
        folded,
    ):
        return Step.CHANGE
    if re.search(
        r"\baverage (?:of|between|value|amount|energy|group|intensity|full|cosumption|consumption|\w+ ){0,3}.*\b(?:years|and|from|including|between)\b|\bmean of\b",
        folded,
    ):
        return Step.AVERAGE
    if re.search(r"\b(?:increase|decrease|reduction) (?:in|between|of)\b.*\d{4}.*\d{4}", folded) and not re.search(
        r"\bsum\b|\bsumming\b", folded
    ):
        return Step.DIFFERENCE
    if re.search(r"\btotal of\b.*\byears\b", folded):
        return Step.SUM
    if re.search(
        r"\b(?:sum|summing) of\b|\btotal (?:estimate|amount) of\b.*(?:,|\band\b)|\bacross the years\b|\btotal\b.*\bfrom (?:the year )?\d{4} (?:to|and)",
        folded,
    ):
        return Step.SUM
    if re.search(r"\bdifference\b|\b(?:increase|decrease|reduction) (?:in|between)\b.*\d{4}.*\d{4}", folded):
        return Step.DIFFERENCE
    if re.search(r"\bratio (?:of|between)\b", folded):
        return Step.RATIO
    return Step.VALUE


def segments(folded: str) -> list[str]:
    """The names joined in a wording, cut at commas and joining words; what they share stays with each by the caller."""
    text = re.sub(r"\([^)]*\)", lambda m: m.group().replace(",", " "), folded)
    parts = re.split(
        r",|\band\b|\bor\b|\bcompared (?:to|with)\b|\bthan\b|\bversus\b|\bbetween\b|\bamong\b|\bincluding\b|\bfrom the\b|;",
        text,
    )
    return [p.strip() for p in parts if p.strip()]
