"""Whether a question asks for what is aimed at, rather than for what is."""

from __future__ import annotations

from tieout.ask.wording.question import Reading
from tieout.patterns import lazy

_GOAL = lazy(
    r"\b(?:targets?|targeted|goals?|aim(?:s|ed|ing)?|objectives?|ambitions?|plans?|planned|wants?|intends?|commit\w*|pledge\w*|will|shall|should|"
    r"expect\w*|striv(?:e|es|ing)|seek(?:s|ing)?|wish\w*|minimum|at least|must|be (?:reduced|cut|saved))\b"
)


def asks_for_goal(reading: Reading, newest: str) -> bool:
    """Whether a question asks for a goal; what is asked of a year behind the newest reporting period can be nothing else."""
    return _GOAL.search(reading.folded) is not None or any(year > newest for year in reading.years)
