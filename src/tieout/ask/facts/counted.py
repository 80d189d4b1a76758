"""Whether a sentence gives what a number or a grade in the question asks for: three pillars, a score."""

from __future__ import annotations

import re

from tieout.ask.facts.sentence_ranking import Scored
from tieout.ask.wording.focus import content_terms
from tieout.ask.wording.question import COUNT_WORDS, Reading
from tieout.ask.wording.words import terms
from tieout.patterns import lazy
from tieout.text import fold

_SO_MANY = lazy(rf"(?:which|what(?: are| were)?|name|list)(?: the| its| their)? (?P<number>{'|'.join(COUNT_WORDS)})\b")
_PAIR = lazy(r"(?:[A-Z][\w’-]+|[“\"][^”\"]{2,40}[”\"]) and (?:the )?(?:[A-Z]|[“\"])")
_GRADE = lazy(
    r"^(?:what|which) (?:[\w-]+ ){0,4}?(?P<noun>score|rating|grade|rank|ranking|place|medal|seal|class) (?:did|does|has|have|had|was|is|do|came|comes|results?|resulted)\b"
)
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
    if re.search(rf"\b(?:{found['number']}|{number})\b", fold(told)) is not None:
        return True
    noun = content_terms(reading.folded[found.end() :])[:1]
    if number < _LISTED and _PAIR.search(told) is not None:
        return True
    if number < _LISTED:
        return sum(q.matches(t) for q in noun for t in terms(told)) >= number
    following = " ".join(s.text for s in best.following[:number])
    return len(re.findall(r"[,;•]|\band\b", f"{told} {following}")) >= number - 1


def tells_grade(text: str, reading: Reading) -> bool:
    """Whether a sentence tells the score, grade or rank that is asked for: "a score of C", "second place"."""
    asked = _GRADE.match(reading.folded)
    if asked is None:
        return True
    noun = asked["noun"]
    return re.search(
        rf"\b{noun}s? (?:of |was |is |at )?(?:an? )?[“\"]?[A-Z0-9+-]|[\w+-]+[”\"]? {noun}\b", text
    ) is not None and noun in fold(text)
