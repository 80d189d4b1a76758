"""The figure of a sentence that answers: of the kind asked for, of what is asked, of the year asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tieout.ask.passages.named_spans import MONTH, spots_of
from tieout.ask.passages.units_beside import OF_TIME
from tieout.ask.passages.wanted import Wanted
from tieout.ask.wording.question import COUNT_WORDS
from tieout.ask.wording.words import Term, terms
from tieout.patterns import lazy

_NUMBER = lazy(
    r"(?<![\w.,:)&-])(?:RMB|EUR|USD|€|\$)?\s?\d[\d,]*(?:\.\d+)?\+?\s?(?:%|percent|per cent|million|billion|thousand)?(?![\w:-]*\d|&\d|\s?[ap]\.?m\b)"
)
_NAMED_BY = lazy(
    r"\b(?:scope|tier|level|category|phase|step|chapter|section|table|page|article|figure|fig\.?|chart|note|annex|appendix)s?\s+(?:\d\s?(?:,|and|&|or|to|/|\+)\s*(?:scope\s)?){0,3}\d?$",
    re.IGNORECASE,
)
_CODED = lazy(r"\b(?!RMB|EUR|USD|HKD|CNY|CHF|GBP)[A-Z]{2,}[ /]?$")
"""A number behind capitals is the code of a standard, such as ISO 9001."""
_LEAD = 50
_LEADS_TO = lazy(
    r"\W*(?:\([^()]{0,20}\)\W*)?(?:[^\W\d]+ ){0,4}?(?:of|was|is|were|are|at|to|by|:|=)\s*(?:(?:at least|at most|around|about|nearly|over|under) )?"
)
"""What leads from a thing to its figure: "the rate (NRR) came in at 123"."""
_OF = lazy(r"\s*of (?:the |all |our |its |their )*(?P<what>[^,;.]{2,60}?)(?= and |[,;.(]|$| at | in | were | are )")
_NUMBER_OF = lazy(
    r"\bnumber of (?P<what>[^.;:]{2,90}?) (?:is|was|are|were|amounts? to|amounted to|totall?ed|stands? at|stood at|came to)(?: about| around| nearly)? ?$"
)
_NOTES = lazy(r"\W*1\)?\s[A-Z]")
"""Notes one after the other: "1 Without the brand 2 Net of returns"."""
_DAY = lazy(rf"\b{MONTH}\s$")
_OF_MONTH = lazy(rf"(?:st|nd|rd|th)? ?(?:of )?{MONTH}\b")
_QUOTED = lazy(r"[“\"]$")
_BULLETED = lazy(r"[-–•·]\s?$")
_CODE = lazy(r"\d{1,2}(?:\.\d{1,2})?")
_RUN = lazy(r"(?<!\S)(?:\d[\d.,]*%? ){5,}\d[\d.,]*%?")
"""Numbers in a row, as along the axes of a chart: none of them is said of anything."""
_OF_SO_MANY = lazy(
    rf"\b(?:{'|'.join(COUNT_WORDS)}|one|\d+) of (?:the |its |our )?(?:{'|'.join(COUNT_WORDS)}|\d+)\b", re.IGNORECASE
)
_NUMBER_WORD = lazy(rf"\b(?:{'|'.join(COUNT_WORDS)})\b", re.IGNORECASE)
_MONEY = lazy(r"\b(?:RMB|EUR|USD|HKD|HK\$|CNY|CHF|GBP|euros?|dollars?|yuan|pounds?)(?![a-z])|[€$£¥]", re.IGNORECASE)
_OF_YEAR = lazy(r"[(;,]\s?(?P<year>(?:19|20)\d\d): (?P<figure>\d[\d,]*(?:\.\d+)?(?:\s?%)?)")
_GOAL_REACHED = lazy(
    r"\b(?:target|goal|objective)\b[^.;\d]{0,120}?\bof (?P<goal>(?:at least |over |more than |under |less than )?\d[\d.,]*(?: ?%| ?per ?cent)?)(?: \w+)? (?:was|is|were|has been|had been|could be) "
    r"(?:\w+ ){0,2}?(?:exceeded|reached|met|missed|achieved|surpassed|attained|outperformed)\b(?=.*\d)"
)
"""A goal with the word that it was reached, before the figure that was."""
_BEFORE_OTHERS = lazy(
    r"(?<![\w.,:])(?!(?:19|20)\d\d\b)(\d[\d,]*(?:\.\d+)?(?:\s?%)?)(?:\s(?:[^\W\d]+\s){0,4}?)?(?:(?:19|20)\d\d\s)?\((?:19|20)\d\d: \d"
)
"""A figure right before those of other years in brackets, with its unit and its own year between."""
_YEAR, _IN_BRACKETS = lazy(r"\b(?:19|20)\d\d\b"), lazy(r"\([^()]*\)")
_OF_DATE = lazy(r"\.(?:\d{1,2}\.)?(?:19|20)\d\d\b")
_DECIMAL_COMMA = lazy(r"0,\d")
"""No thousands: where a report writes so, its figures are read with its tables, not here."""
_HEAD_WORDS = 6
_DATED = lazy(r"[^.;,\d]{0,25}?\b(?:by|in|until|for)\s+(?:the\s+(?:end\s+of\s+)?(?:year\s+)?)?((?:19|20)\d\d)\b")
"""The year that stands right behind a figure."""


def find_figure(text: str, content: Sequence[Term], kind: Wanted, years: Sequence[str]) -> str | None:
    """The figure as digits with its "%" or scale, nearest to the question's words; None where there is none of the kind.

    Args:
        text: the sentence.
        content: the question's terms.
        kind: a kind of figure.
        years: the years asked for.
    """
    found = figure_matches(text, kind, years, goals=asks_goal(content))
    if kind is Wanted.COUNT:
        found = [m for m in found if not _of_time(text[m.end() :], content)]
        # A count stands before what it counts: the thing, or what it is asked to have done, follows within a few words.
        found = [m for m in found if _counts(text[m.end() :], content[:2]) or _is_number_of(text[: m.start()], content)]
        if len(content) > 1:  # "four of the eight trustees are women": those asked for are the four
            wholes = [m.end() for m in _OF_SO_MANY.finditer(text)]
            found = [m for m in found if not any(m.start() < end <= m.end() for end in wholes)]
    if not found:
        return None
    spots = spots_of(text, content)
    ends = [t.end for t in terms(text) if any(t.matches(q) for q in content)]
    told = [
        m
        for m in found
        if any(_LEADS_TO.fullmatch(text[e : m.start()]) for e in ends if m.start() - _LEAD < e < m.start())
    ]
    best = min(told or found, key=lambda m: (min((abs(m.end() - s) for s in spots), default=0), m.start()))
    if kind is Wanted.SHARE and len(found) > 1:
        best = _share_of(text, found, content) or best
    return told_as(best) or None


def asks_goal(content: Sequence[Term]) -> bool:
    """Whether a question speaks of a goal."""
    return any("target" in q.concepts for q in content)


def figure_matches(text: str, kind: Wanted, years: Sequence[str], *, goals: bool) -> list[re.Match[str]]:
    """The figures of a sentence that are of a kind and, where years are asked for, of none but those; not in order.

    Args:
        text: the sentence.
        kind: a kind of figure.
        years: the years asked for.
        goals: whether the goal counts that a sentence says was reached, or only what was reached.
    """
    found = [m for m in _NUMBER.finditer(text) if not _names(text, m)]
    aimed = () if goals else [m.span("goal") for m in _GOAL_REACHED.finditer(text)]
    found = [m for m in found if not any(start <= m.end() - 1 < end for start, end in aimed)]
    runs = [m.span() for m in _RUN.finditer(text)]
    found = [m for m in found if not any(start <= m.start() < end for start, end in runs)]
    if kind is Wanted.COUNT:
        found += _NUMBER_WORD.finditer(text)
    elif kind is Wanted.FIGURE:
        found += [m for m in _NUMBER_WORD.finditer(text) if OF_TIME.match(text[m.end() :]) is not None]
    if kind is Wanted.MONEY:
        found = [m for m in found if _MONEY.search(text[max(0, m.start() - 8) : m.end() + 12])]
    elif kind is not Wanted.FIGURE:
        found = [
            m for m in found if (re.search(r"%|percent|per cent", m.group()) is not None) == (kind is Wanted.SHARE)
        ]
    if years:
        dated = {m.start(): when[1] for m in found if (when := _DATED.match(text[m.end() :])) is not None}
        of_them = [m for m in found if dated.get(m.start()) in years]
        found = of_them or [m for m in found if m.start() not in dated]
    return found


def told_as(figure: re.Match[str]) -> str:
    """A figure as digits with its "%" or scale; empty where it has no digit."""
    word = figure.group().lower()
    if word in COUNT_WORDS:
        return str(COUNT_WORDS[word])
    digits = re.search(r"\d[\d,]*(?:\.\d+)?", figure.group())
    if digits is None:
        return ""
    tail = "%" if re.search(r"%|percent|per cent", figure.group()) else ""
    scale = re.search(r"million|billion|thousand", figure.group())
    return digits.group().replace(",", "") + tail + (f" {scale.group()}" if scale else "")


def years_beside(text: str, told: str, years: Sequence[str]) -> list[str]:
    """The figures of other years asked for that stand behind one in brackets: "12 (2022: 11; 2021: 9)".

    Args:
        text: the sentence.
        told: the figure told already.
        years: the years asked for; of one there is nothing to add.
    """
    if len(years) < 2:
        return []
    beside = {m["year"]: m["figure"].replace(",", "").rstrip(".") for m in _OF_YEAR.finditer(text)}
    return [beside[y] for y in years if y in beside and beside[y] != told]


@dataclass(frozen=True, slots=True)
class Course:
    """What a sentence tells of several years: the figures from the oldest to the newest, and which way they went."""

    short: str
    verdict: str


def course_told(text: str, years: Sequence[str], period: str) -> Course | None:
    """The course of a figure that stands before others in brackets: "12 tons (2022: 11; 2021: 9)"; None for another number of them.

    Args:
        text: the sentence.
        years: the years asked for, both ends of a span.
        period: the report's own, which a figure is of where its sentence names no year.
    """
    found = _BEFORE_OTHERS.findall(text)
    beside = {m["year"]: m["figure"].rstrip(".,") for m in _OF_YEAR.finditer(text)}
    if len(found) != 1 or len(years) < 2 or max(years) in beside or min(years) not in beside:
        return None
    named = set(_YEAR.findall(_IN_BRACKETS.sub(" ", text))) or {period}
    if named != {max(years)}:
        return None
    told = [beside[y] for y in sorted(beside) if y >= min(years)] + [found[0].rstrip(".,")]
    old, new = (Decimal(re.sub(r"[^\d.]", "", t.replace(",", ""))) for t in (told[0], told[-1]))
    way = "It rose" if new > old else "It fell" if new < old else "It stayed the same"
    return Course(", ".join(told), f"{way} from {told[0]} ({min(years)}) to {told[-1]} ({max(years)})")


def _share_of(text: str, found: Sequence[re.Match[str]], content: Sequence[Term]) -> re.Match[str] | None:
    """The share whose "of …" says more of the question than that of any other: "52% of all employees and 75% of managers"."""
    said = [(_said_behind(text[m.end() :], content), m) for m in found]
    most = max(n for n, _ in said)
    return next((m for n, m in said if n == most), None) if most and sum(n == most for n, _ in said) == 1 else None


def _said_behind(following: str, content: Sequence[Term]) -> int:
    of = _OF.match(following)
    near = terms(of["what"]) if of is not None else ()
    return sum(any(q.matches(t) for t in near) for q in content)


def _names(text: str, number: re.Match[str]) -> bool:
    """Whether a number says when or which, not how much: a year, or the mark of a note or list item, "(4)" or "3 All …"."""
    digits = number.group().strip(" ,.")
    if re.fullmatch(r"(?:19|20)\d\d", digits) or _OF_DATE.match(text[number.end() :]) or _DECIMAL_COMMA.match(digits):
        return True
    before = text[: number.start() + (number.group()[:1] == " ")]
    behind = text[number.end() :]
    if _DAY.search(before[-12:]) is not None or _OF_MONTH.match(behind) is not None:
        return True
    if _NAMED_BY.search(before[-_LEAD:]) is not None or _CODED.search(before[-12:]):
        return True
    if _QUOTED.search(before) is not None and re.match(r" ?[A-Z]", behind) is not None and _CODE.fullmatch(digits):
        return True  # "5.2 Sale of parts"
    marked = text[: number.start()].endswith("(") and behind.startswith(")")
    listed = number.start() == 0 or _NOTES.match(text) is not None
    opening = listed and re.match(r"\.?\)? ?[A-Z]", behind) is not None
    bulleted = _BULLETED.search(before) is not None and re.match(r"\. ?[A-Z]", behind) is not None
    return len(digits) < 3 and (marked or opening or bulleted)


def _of_time(following: str, content: Sequence[Term]) -> bool:
    """Whether a figure counts days or years, which are not asked for."""
    unit = OF_TIME.match(following)
    return unit is not None and not any(q.matches(t) for t in terms(unit.group()) for q in content)


def _is_number_of(before: str, content: Sequence[Term]) -> bool:
    """Whether what stands before a figure is "the number of … is", of what is asked for."""
    found = _NUMBER_OF.search(before)
    near = terms(found["what"]) if found is not None else ()
    return bool(near) and any(content[-1].matches(t) for t in near) and any(content[0].matches(t) for t in near)


def _counts(following: str, heads: Sequence[Term]) -> bool:
    near = terms(" ".join(following.split()[:_HEAD_WORDS]))
    return any(h.matches(t) for h in heads for t in near)
