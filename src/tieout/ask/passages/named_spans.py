"""Spans of a sentence that name somebody, something or a place, nearest to the question's words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tieout.ask.wording.words import Term, terms
from tieout.patterns import lazy

MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
MONTHS = lazy(MONTH)
FAR = 160
"""Characters from the question's words beyond which a span belongs to something else."""
_NAME = lazy(
    r"\b[A-Z][\w’'&-]*(?:(?: (?:of|and|the|for|&|de|von|van|der)){0,2} [A-Z][\w’'&-]*){0,12}(?: (?:department|team|division|unit)\b)?(?: \([“\"]?[A-Z]{2,}[”\"]? ?\))?"
)
_ROLE = lazy(
    r"\b(?:[Cc]hief [A-Z]?\w+ (?:[A-Z]\w+ )?[Oo]fficer|[Cc]hair(?:man|woman|person)?|[Pp]resident|[Dd]irector|[Cc]ommittee|[Bb]oard|[Cc]ouncil|[Mm]anager|[Hh]ead of|"
    r"[Ss]ecretary|[Dd]epartment|[Tt]eam|[Oo]fficer|C[A-Z]{1,2}O|division|unit|gGmbH|GmbH|AG|Ltd|Inc)\b"
)
_PAPER = lazy(
    r"\b(?:Policy|Policies|Report|Code|System|Law|Act|Plan|Programme?|Measures|Handbook|Manual|Charter|Standards?)$"
)
"""What a name ends with that nobody bears."""
_BODY = lazy(
    r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Oo]ur) (?P<body>(?:[\w-]+ ){0,4}?[\w-]*(?:team|department|committee|board|council|unit|division|office|management|officer|manager|director)s?(?: (?:team|board|committee|department|council|unit|office)s?)?)\b"
)
_QUOTED = lazy(r"[“\"‘](?P<name>[^”\"’]{3,80})[”\"’]")
_BY = lazy(r"\b(?:chaired|led|headed|run|presided over|managed|overseen|supervised) by\b")
_WAS_DONE = lazy(r"\b(?:was|were|been|is|are|being) (?:\w+ly )?(?P<verb>\w+(?:ed|en|t))\b")
_AGENT = lazy(r"[^.;]{0,80}?\bby\b")
_DONE_BY = lazy(r"\b(?P<verb>\w+ed) by\b")
_AND_BODY = lazy(
    r" and (?:the |its |our |an? )?(?:[\w-]+ ){0,3}?[\w-]*(?:team|department|committee|board|council|unit|division|office|management|officer|manager|director)s?\b"
)
_THEM = r"partner|auditor|supplier|provider|consultant|advis[eo]r|expert|founder|owner|insurer|contractor|sponsor|specialist|tenant|customer|shareholder|unitholder|landlord|lender|investor|subsidiary|parent company"
_BESIDE = lazy(
    rf"\b(?P<what>{_THEM})s?(?: and (?:[\w-]+ ){{0,2}}[\w-]+)?,? (?P<name>[A-Z][\w’'&-]*(?: (?:(?:of|and|&) )?[A-Z][\w’'&-]*){{0,6}})"
    rf"|\b(?P<before>[A-Z][\w’'&-]*(?: (?:(?:of|and|&) )?[A-Z][\w’'&-]*){{0,6}}), (?:our|its|the|a|an) (?:[\w-]+ ){{0,3}}(?P<so>{_THEM})\b"
)
"""Whoever is named right beside what they are: "our partner, Hive & Sons"."""
_MOST_WORDS = 14


def spots_of(text: str, content: Sequence[Term]) -> list[int]:
    """Where a text says the question's words."""
    return [t.start for t in terms(text) if any(t.matches(q) for q in content)]


def find_person(text: str, content: Sequence[Term]) -> str | None:
    """Somebody or a body that the question does not name itself: who did it, else the nearest with an office."""
    passive = _BY.search(text) or next((m for m in _DONE_BY.finditer(text) if _does(m["verb"], content)), None)
    if passive is None and content and undone_by_anybody(text, content[0]):
        return None
    start = passive.end() if passive is not None else 0
    agent = _BODY.match(text, start + 1) if passive is not None else None
    if agent is not None:
        more = _AND_BODY.match(text, agent.end())
        return agent["body"] + (more.group() if more is not None else "")
    beside = next((m for m in _BESIDE.finditer(text) if _does(m["what"] or m["so"], content)), None)
    if beside is not None:
        return beside["name"] or beside["before"]
    names = name_matches(text, content, start)
    fresh = [m for m in names if _ROLE.search(m.group()) or len(m.group().split()) > 1]
    if not fresh:
        bodies = body_matches(text, content, start)
        return bodies[0]["body"] if bodies else None
    spots = spots_of(text, content)
    roles = [m for m in fresh if _ROLE.search(m.group())] or fresh
    best = min(roles, key=lambda m: (min((abs(m.start() - s) for s in spots), default=0), m.start()))
    return " ".join(best.group().split()[:_MOST_WORDS])


def undone_by_anybody(text: str, deed: Term) -> bool:
    """Whether a sentence says that it was done, and not by whom: "a task force was formed to work with the board"."""
    found = _WAS_DONE.finditer(text)
    return any(any(deed.matches(t) for t in terms(m["verb"])) and _AGENT.match(text, m.end()) is None for m in found)


def _does(verb: str, content: Sequence[Term]) -> bool:
    """Whether a verb, or what somebody is called, is one of the question's words."""
    return any(q.matches(t) for q in content for t in terms(verb))


def find_name(text: str, content: Sequence[Term]) -> str | None:
    """A quoted or capitalised name that the question does not say itself, quoted ones first."""
    asked = concepts_of(content)
    quoted = [m["name"].strip() for m in quoted_matches(text, content)]
    names = [m.group() for m in _NAME.finditer(text) if len(m.group().split()) > 1 and not _is_said(m.group(), asked)]
    return next(iter([*quoted, *names]), None)


_LIES_IN = lazy(
    r"\b(?:located|situated|based|found|held|stored|kept|concentrated)(?: \w+ly)? (?:in|at|on|near|within|around) (?P<place>(?:the )?[a-z][\w’'-]*(?: [\w’'-]+){1,8}?)(?= and (?:is|are|was|were|has|have)\b| which\b| that\b|[,.;(]|$)"
)
"""A place without a name: "situated in the suburbs of big towns"."""


_IN_PLACE = lazy(
    r"\b(?:in|on|at|from) (?P<place>(?:the|its|our|an?) (?:[\w’'&-]+ ){0,6}?[\w’'&-]+)(?= (?:of|and|which|that|where|to|for|with|by|in|is|are|was|were)\b|[,.;:(]|$)"
)


_NAMED_PLACE = lazy(
    r"\b(?:in|at|to|from|near|within|across|for) (?:the )?((?:[A-Z][\w’'-]*)(?:,? (?:and |in |of )?(?:the )?[A-Z][\w’'-]*)*)"
)


def concepts_of(content: Sequence[Term]) -> set[str]:
    """All that a question's terms can stand for."""
    return {c for q in content for c in q.concepts}


def name_matches(text: str, content: Sequence[Term], start: int = 0) -> list[re.Match[str]]:
    """The capitalised names from ``start`` on that the question does not say, and that are no paper's or month's."""
    asked = concepts_of(content)
    found = [m for m in _NAME.finditer(text, start) if _PAPER.search(m.group()) is None]
    return [
        m for m in found if not _is_said(re.sub(r"^The ", "", m.group()), asked) and MONTHS.match(m.group()) is None
    ]


def quoted_matches(text: str, content: Sequence[Term]) -> list[re.Match[str]]:
    """What stands in quotation marks, where the question does not say it."""
    asked = concepts_of(content)
    return [m for m in _QUOTED.finditer(text) if not _is_said(m["name"], asked)]


def body_matches(text: str, content: Sequence[Term], start: int = 0) -> list[re.Match[str]]:
    """The bodies and offices in small letters from ``start`` on that the question does not say."""
    asked = concepts_of(content)
    return [m for m in _BODY.finditer(text, start) if not _is_said(m["body"], asked)]


def named_place_matches(text: str, content: Sequence[Term]) -> list[re.Match[str]]:
    """The places with a name that the question does not say."""
    asked = concepts_of(content)
    return [m for m in _NAMED_PLACE.finditer(text) if not _is_said(m[1], asked) and MONTHS.match(m[1]) is None]


def place_matches(text: str, content: Sequence[Term]) -> list[re.Match[str]]:
    """Where something is, by name or not: "in Maintal", "on the intranet"."""
    return [*named_place_matches(text, content), *_LIES_IN.finditer(text), *_IN_PLACE.finditer(text)]


def find_place(text: str, content: Sequence[Term]) -> str | None:
    """A place that the question does not name itself, the nearest behind what happens there."""
    found = named_place_matches(text, content)
    if not found:
        plain = _LIES_IN.search(text)
        return plain["place"] if plain is not None else None
    spots = spots_of(text, content)
    # A place stands behind what happens there; of several the nearest one is meant.
    return min(
        found,
        key=lambda m: (
            min((abs(m.start() - s) + (FAR if s > m.start() else 0) for s in spots), default=0),
            -m.start(),
        ),
    ).group(1)


def _is_said(name: str, asked: set[str]) -> bool:
    """Whether all of a name is already in the question."""
    own = terms(name)
    return bool(own) and all(not t.concepts.isdisjoint(asked) for t in own)
