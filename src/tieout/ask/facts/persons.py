"""Whether somebody is asked for by name, and whether a stretch of text can be a person's name or an office."""

from __future__ import annotations

import re

from tieout.ask.wording.question import Reading
from tieout.patterns import lazy

_TITLE = r"(?:[\w-]+ ){0,2}chief|chair(?:man|woman|person)?|president|ceo|cfo|cto|coo|chief [\w ]{3,40}|head of .+|.{0,40}director|.{0,40}officer|.{0,40}secretary|.{0,30}manager"
_WHO_IS = lazy(
    rf"^(?:who (?:is|was|are|were)|what (?:is|was) the name of) (?:the |its |their |your |our )?(?P<title>{_TITLE})\b"
)
_ROLE = lazy(
    r"\b(?:Chief|Officer|Committee|Board|Council|Director|Manager|President|Chair\w*|Head|Group|Company|Secretary|Department|Member)\b"
)
_SMALL_ROLE = lazy(r"\b(?:team|department|committee|board|council|officer|auditor|manager|director|management)s?\b")
_CHAIRS_IT = lazy(
    r"^who (?:chairs|heads|leads|runs|presides over) (?:the |its |their )?(?P<what>(?:supervisory |executive )?board(?: of directors)?|company|group|firm)\W*$"
)
_LONG_NAME = 4


def is_person(name: str, common: frozenset[str]) -> bool:
    """Whether a capitalised stretch can be a person's name: two or three words, no office, none a common word.

    Args:
        name: the stretch.
        common: words that the report writes in small letters elsewhere.
    """
    parts = name.split()
    return 1 < len(parts) < _LONG_NAME and _ROLE.search(name) is None and not any(w.lower() in common for w in parts)


def is_office(name: str) -> bool:
    """Whether a stretch names an office or a body rather than somebody: "Chief Technology Officer", "the audit team"."""
    return _ROLE.search(name) is not None or _SMALL_ROLE.search(name) is not None


def asks_for_person(reading: Reading) -> str | None:
    """The title whose holder is asked for by name ("who is the chairman"), or None; not who chairs a body."""
    chairs = _CHAIRS_IT.match(reading.folded)
    if chairs is not None:
        return "ceo" if reading.has("runs|leads|heads") and "board" not in chairs["what"] else "chairman"
    found = _WHO_IS.match(reading.folded)
    if found is None or re.search(r"\b(?:[Cc]ommittee|[Cc]ouncil|[Pp]anel|group|team)\b", reading.text):
        return None
    return (
        re.sub(r" (?:of|at|in) .*$", "", found["title"]) if not found["title"].startswith("head of") else found["title"]
    )
