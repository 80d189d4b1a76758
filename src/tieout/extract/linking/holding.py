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
_PART_REACH = 200
"""How far before a figure the part that has what it counts is looked for, in characters."""
_ABOUT = r"(?:(?:nearly|almost|about|around|approximately|some|over|more than|at least)\s+)?"
_OWNED = re.compile(
    r"\b(?:total(?:l?ed|s|ing)?|employ(?:s|ed|ing)?|headcount|workforce|comprises?d?|consists?|stood|amount(?:s|ed))\b[^.,;]*$"
    rf"|\b(?:have|has|had|our|all)\s+{_ABOUT}$",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"[\s\d.,+]*(?:[a-z-]+\s+){0,2}?[a-z-]+\s+(?:who|that|whose|from|with|to|completed|participated|took)\b"
)
_DID = re.compile(
    r"[^.;]*?\b(?:have|has|had|were|was)\s+(?:(?:now|already|since|also)\s+)?"
    r"(?:taken|completed|participated|received|attended|joined|trained|reached|invited|surveyed)\b",
    re.IGNORECASE,
)
"""What those counted did or got: they are the ones who did, not all there are."""
_PART = re.compile(
    r"\b(?:function|department|division|team|(?:business )?unit|segment|subsidiary|plant|site|branch|facility|factory|"
    r"cent(?:er|re))\b[^.;]*$",
    re.IGNORECASE,
)
"""Names a part of the company before the figure of what it has."""
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
    before = quote[max(0, at - _PART_REACH) : max(0, at)]
    if _PART.search(before) or _SOME.match(after) or _DID.match(after):
        return True
    return _OWNED.search(before[-_REACH:]) is None
