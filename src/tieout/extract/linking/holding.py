"""Bare counts in sentences: "417 employees completed the course" counts some of them, "we have 417 employees" all."""

from __future__ import annotations

import re

from tieout.extract.linking.subject import Subject
from tieout.model import Observation, Origin

_HELD = frozenset({"employee", "supplier", "customer", "manage"})
"""Concepts of what a company has many of, so that a count of them may be of any part."""
_GENDERS = frozenset({"female", "male"})
"""Concepts that only say whose figure it is, not what is counted."""
_MOST_WORDS = 2
_REACH = 60
"""How far before and behind a figure words are looked for, in characters."""
_ABOUT = r"(?:(?:nearly|almost|about|around|approximately|some|over|more than|at least)\s+)?"
_OWNED = re.compile(
    r"\b(?:total(?:l?ed|s|ing)?|employ(?:s|ed|ing)?|headcount|workforce|comprises?d?|consists?|stood|amount(?:s|ed))\b[^.,;]*$"
    rf"|\b(?:have|has|had|our|all)\s+{_ABOUT}$",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"[\s\d.,+]*(?:[a-z-]+\s+){0,2}?[a-z-]+\s+(?:who|that|whose|from|with|to|completed|participated|took)\b"
)
_EMPLOYED = re.compile(r"[^.;]*?\b(?:are|were|is|was)\s+(?:employed|on the payroll)\b")


def counts_some(observation: Observation, subject: Subject) -> bool:
    """Whether a figure of a sentence counts a noun alone ("8 suppliers") and nothing says that these are all."""
    if observation.origin is Origin.TEXT and not subject.group and subject.label and subject.label <= _GENDERS:
        return True
    bare = len(observation.indicator.split()) <= _MOST_WORDS and bool(subject.label) and subject.label <= _HELD
    if observation.origin is not Origin.TEXT or not bare:
        return False
    quote, at = observation.passage.quote, observation.cell[0] - observation.passage.start
    after = quote[max(0, at) : at + _REACH]
    if _EMPLOYED.match(after):
        return False
    return _OWNED.search(quote[max(0, at - _REACH) : max(0, at)]) is None or _SOME.match(after) is not None
