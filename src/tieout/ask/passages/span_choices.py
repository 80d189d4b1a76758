"""All spans of a sentence that could answer by their kind; which of them does, something else must choose.

``find_span`` knows words and gives the one span that stands beside those of the question. Here no word need be known: a
count may be of things that the question calls by another name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tieout.ask.passages.figure_spans import asks_goal, figure_matches, told_as
from tieout.ask.passages.named_spans import body_matches, name_matches, place_matches, quoted_matches
from tieout.ask.passages.spans import CAUSE, DURATION, FIGURES, FREQUENCY, date_matches
from tieout.ask.passages.units_beside import has_unit_beside
from tieout.ask.passages.wanted import Wanted
from tieout.ask.wording.question import Reading
from tieout.ask.wording.words import Term, terms
from tieout.patterns import lazy

_BY_WHEN = lazy(r"\b(?:by|until|till) (?:when|(?:which|what) (?:year|date))\b")
_HOW_LONG = lazy(r"\bhow (?:long|much (?:[\w-]+ ){0,2}time)\b")
_SINCE = lazy(r"\b[Ss]ince (?:[A-Z][a-z]+ )?(?:19|20)\d\d\b")
_AS = lazy(r"\b(?:serves?|acts?|functions?|works?) as (?:(?:the|an?) )?$")
_MOST = 12


@dataclass(frozen=True, slots=True)
class Choice:
    """A span that could answer: as it is told, and its half-open place in the sentence."""

    told: str
    start: int
    end: int


def choices(text: str, kind: Wanted, reading: Reading, content: Sequence[Term]) -> list[Choice]:
    """The spans of a kind in a sentence, in order, at most ``_MOST``.

    Args:
        text: the sentence.
        kind: what is asked for.
        reading: the question.
        content: its terms; a name that they say is no answer.
    """
    if kind in FIGURES and _HOW_LONG.search(reading.folded) is None:
        found = [
            Choice(told_as(m), m.start(), m.end())
            for m in figure_matches(text, kind, reading.years, goals=asks_goal(content))
            if told_as(m) and has_unit_beside(text[m.end() :], told_as(m), reading)
        ]
    else:
        found = [Choice(m.group().strip(' “”"‘’'), m.start(), m.end()) for m in _matches(text, kind, reading, content)]
    return found[:_MOST]


def _is_asked(name: re.Match[str], content: Sequence[Term]) -> bool:
    """Whether a name says again what the question names: to whom an officer reports is not "the group's officer"."""
    head = terms(name.group().partition(" of ")[0])[-1:]
    return bool(head) and any(q.matches(head[0]) for q in content)


def _matches(text: str, kind: Wanted, reading: Reading, content: Sequence[Term]) -> list[re.Match[str]]:
    if kind is Wanted.DATE:
        return date_matches(text, as_of=_BY_WHEN.search(reading.folded) is not None)
    if kind is Wanted.PERSON:
        found = [m for m in (*name_matches(text, content), *body_matches(text, content)) if not _is_asked(m, content)]
        # "The audit team serves as the coordinating unit": what somebody is comes behind who it is.
        return [m for m in found if _AS.search(text[: m.start()]) is None] or found
    if kind is Wanted.NAME:
        return [*quoted_matches(text, content), *name_matches(text, content)]
    if kind is Wanted.PLACE:
        return place_matches(text, content)
    if kind is Wanted.FREQUENCY:
        return list(FREQUENCY.finditer(text))
    if kind is Wanted.DURATION or kind in FIGURES:
        return [*DURATION.finditer(text), *_SINCE.finditer(text)]
    if kind is Wanted.REASON and CAUSE.search(text) is not None:
        return [m for m in [re.match(r".+", text, re.DOTALL)] if m is not None]
    return []
