"""Whether a sentence gives what a number or a grade in the question asks for: three pillars, a score."""

from __future__ import annotations

import re

from tieout.ask.facts.sentence_ranking import Scored
from tieout.ask.wording.focus import content_terms
from tieout.ask.wording.question import COUNT_WORDS, Reading
from tieout.ask.wording.words import terms
from tieout.patterns import lazy
from tieout.text import fold

_SO_MANY = lazy(
    rf"(?P<within>(?:in|into|by|for|to|of|from|with|on|under) )?(?:which|what(?: are| were)?|name|list)(?: the| its| their| (?:[\w&.-]+ ){{0,2}}[\w&.-]+['’]s)? (?P<number>{'|'.join(COUNT_WORDS)})\b"
)
_GOES_ON = lazy(r":\s*$|\b(?:following|as follows|below|namely|these|those)\b")
"""A list stands in what follows."""
_LISTS = lazy(
    r"[^,;.]{0,60}?(?::|[–—(]|\b(?:are|were|is|includ(?:e|es|ed|ing)|compris\w+|consist\w*|cover\w*|such as|namely)\b)"
)
"""What stands between a noun and the things it counts."""
_PAIR = lazy(r"(?:[A-Z][\w’-]+|[“\"][^”\"]{2,40}[”\"]) and (?:the )?(?:[A-Z]|[“\"])")
_GRADE = lazy(
    r"^(?:what|which) (?:[\w-]+ ){0,4}?(?P<noun>score|rating|grade|rank|ranking|place|medal|seal|class) (?:did|does|has|have|had|was|is|do|came|comes|results?|resulted)\b"
)
_MARK = r"(?:[A-D]{1,3}[+-]?(?!\w)|[-+]?\d[\d.,]*(?<![.,])(?:\s?%)?(?![\w.]*\d))"
_LEADS = r"(?:\s+(?:in|for|of) (?:19|20)\d\d)?(?:\s+(?:of|at|was|is|stood at|stands at|reached|came to|rose to|fell to)|:|\s=)?\s+(?:an? |about |around |now )?[“\"]?"
_AIMED = lazy(r"\b(?:targets?|goals?|aims?|at least|minimum|planned)\b", re.IGNORECASE)
_MAY_FOLLOW = frozenset(
    "point points percent out in and after on for from with by compared which to or per among".split()
)
_GOAL = lazy(
    r"\b(?:targets?|goals?|aims?|objectives?)\b(?: (?:value|figure|score))?(?: (?:for|in|by) (?:19|20)\d\d)?(?: of| is| was| at| to reach|:)? (?:≥ ?|≤ ?|[<>] ?|(?:at least|at most|over|under|below|above|up to|more than|less than|no more than|around|about) )?(?P<goal>\d[\d.,]*(?<![.,])(?:\s?%)?)(?![\w.]*\d)(?! years?)"
)
_REACH = 20
"""Characters before a score within which a word makes it a goal."""
_COLON = lazy(r"[^.;,:]{0,60}: \w")
"""A list follows right behind what is counted."""
_APART = lazy(r"[,;•]|\b(?:and|or|as well as)\b")
_ENDED, _LONGEST_ITEM = lazy(r"\.\s*$"), 12
_LISTED = 3
"""From so many things on, commas tell a list."""


def says_so_many(best: Scored, told: str, reading: Reading) -> bool:
    """Whether a sentence tells of as many things as "which four pillars" asks for: by their number, or by listing them.

    Args:
        best: the sentence.
        told: its text, behind the one that it goes on from.
        reading: the question.
    """
    found = _SO_MANY.match(reading.folded)
    if found is None:
        return True
    number = COUNT_WORDS[found["number"]]
    noun = content_terms(reading.folded[found.end() :])[:1]
    if found["within"] and not any(q.matches(t) for q in noun for t in terms(told)):
        return False  # "in which five categories": a sentence without categories puts nothing in them
    runs_on = _ENDED.search(told) is not None and any(
        _ENDED.search(s.text) is not None and len(s.text.split()) > _LONGEST_ITEM for s in best.following[:number]
    )
    goes_on = _GOES_ON.search(told) is not None and not runs_on  # running text stands where the list should
    counted = re.search(
        rf"(?P<are>\b(?:are|were|form|constitute|as) (?:the |our |its |their )?)?\b(?:{found['number']}|{number})\b",
        fold(told),
    )
    if counted is not None:
        # That there are so many does not yet say which: they stand behind their number, or before "are the four".
        listed = told[: counted.start()] if counted["are"] else told[counted.end() :]
        return (
            goes_on
            or _COLON.match(fold(told)[counted.end() :]) is not None
            or len(_APART.findall(listed)) >= number - 1
        )
    if number < _LISTED and _PAIR.search(told) is not None:
        return True
    if number < _LISTED:
        return sum(q.matches(t) for q in noun for t in terms(told)) >= number
    if not goes_on and noun and not any(_LISTS.match(fold(told)[t.end :]) for t in terms(told) if noun[0].matches(t)):
        return False
    items = best.following[:number] if goes_on else ()
    following = " ".join(s.text for s in items)
    return len(_APART.findall(f"{told} {following}")) >= number - 1


def tells_grade(text: str, reading: Reading) -> bool:
    """Whether a sentence tells the score, grade or rank that is asked for: "a score of C", "second place"."""
    asked = _GRADE.match(reading.folded)
    return asked is None or grade(text, reading) is not None or _ranked(text, asked["noun"])


def grade(text: str, reading: Reading) -> str | None:
    """The score or grade that a sentence gives, where one is asked for: "18" of "a result of 18"; a goal is none."""
    asked = _GRADE.match(reading.folded)
    if asked is None:
        return None
    given = re.compile(
        rf"\b(?:{asked['noun']}|result|value)s?\b(?:\s*\([^()]{{1,20}}\))?{_LEADS}(?P<grade>{_MARK})(?P<behind>\s+[a-z]+)?"
        rf"|\b(?:stands|stood) at (?P<stood>{_MARK})(?P<then>\s+[a-z]+)?"
        rf"|(?<!\w)(?P<before>{_MARK})[”\"]?\s{asked['noun']}\b"
    )
    for found in given.finditer(text):
        if _AIMED.search(text[max(0, found.start() - _REACH) : found.end()]) is not None:
            continue
        behind = (found["behind"] or found["then"] or "").strip()
        if not behind or behind in _MAY_FOLLOW:
            return found["grade"] or found["stood"] or found["before"]
    return None


def goal_told(text: str) -> str | None:
    """The one figure that a sentence sets as a goal: "a new target of ≥ 10"; None where it sets none or several."""
    found = {m["goal"].strip() for m in _GOAL.finditer(text)}
    return found.pop() if len(found) == 1 else None


def _ranked(text: str, noun: str) -> bool:
    """Whether a place is told in words: "second place", "ranked first"."""
    return re.search(rf"\b(?:first|second|third|\d+(?:st|nd|rd|th))\b[^.;]{{0,30}}\b{noun}", fold(text)) is not None
