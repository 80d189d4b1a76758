"""Whether a question asks for what is aimed at, rather than for what is."""

from __future__ import annotations

from tieout.ask.wording.intents import MOVES
from tieout.ask.wording.question import Reading
from tieout.patterns import lazy
from tieout.text import fold

_GOAL = lazy(
    r"\b(?:targets?|targeted|goals?|aim(?:s|ed|ing)?|objectives?|ambitions?|plans?|planned|wants?|intends?|commit\w*|pledge\w*|will|shall|should|"
    r"expect\w*|striv(?:e|es|ing)|seek(?:s|ing)?|wish\w*|minimum|at least|must|be (?:reduced|cut|saved))\b"
)

_WANTS = lazy(
    rf"\b(?:wants?|wish(?:es)?|aims?|aiming|plans?|planning|intends?|seeks?|hopes?|pledge[sd]?|commit(?:s|ted)?|striv(?:es?|ing)|aspires?|"
    rf"targets?|going|will|should|supposed|expects?)\b (?:itself )?(?:to )?(?:\w+ ){{0,3}}?{MOVES}\b"
)
_BY_HOW_MUCH = lazy(r"\b(?:by (?:what|how (?:much|many))|how (?:much|many)|what (?:percentage|percent|share|amount))\b")
_TO_GOAL = lazy(
    r"\b(?:how (?:far|much|many)|by (?:what|how)|what (?:gap|distance)|difference)\b.{0,160}\b(?:still|more|further|away|short|miss(?:ed)?|lack(?:s|ing)?|gap|remain\w*|left|exceed\w*|beat|surpass\w*|off)\b"
    r".{0,160}\b(?:goals?|targets?|objectives?)\b"
)


def asks_for_goal(reading: Reading, newest: str) -> bool:
    """Whether a question asks for a goal; what is asked of a year behind the newest reporting period can be nothing else."""
    return _GOAL.search(reading.folded) is not None or any(year > newest for year in reading.years)


def speaks_of_goal(text: str) -> bool:
    """Whether a sentence of the report speaks of what is aimed at."""
    return _GOAL.search(fold(text)) is not None


def wants_change(reading: Reading) -> bool:
    """Whether it is asked by how much something is to change, as the company wants it."""
    return _WANTS.search(reading.folded) is not None and _BY_HOW_MUCH.search(reading.folded) is not None


def asks_distance(reading: Reading) -> bool:
    """Whether it is asked how far a figure is from its goal."""
    return _TO_GOAL.search(reading.folded) is not None
