"""Whether a sentence gives the title of a rule book or a body."""

from __future__ import annotations

import re

from tieout.ask.wording.question import Reading
from tieout.ask.wording.words import terms
from tieout.patterns import lazy

_TITLE = lazy(
    r"\b[A-Z][\w’'&-]* (?:(?:[A-Z][\w’'&-]*|of|and|on|for|the|&) ){0,6}?(?:Polic(?:y|ies)|Codes?|Manual|Charter|Handbook|Regulations?|Guidelines?|Rules?|Measures|Act|Laws?|"
    r"Committees?|Council|Board|Ordinance|System|Plan|Directive|Standards?|Framework|Procedures?)\b|\b(?:Code|Act|Law|Charter|Regulations?|Guidelines?|Rules) (?:of|on|for) (?:the )?[A-Z]\w*"
)
_OWN_RULE = lazy(r"\b(?:polic(?:y|ies)|manuals?|handbooks?|programmes?|programs?|initiatives?|campaigns?)\b")
_LAW = lazy(r"\b(?:Acts?|Laws?|Ordinances?|Directives?|Regulations?)\b")
_ROW, _CAPITALS = 12, 0.5


def asks_own_rule(reading: Reading) -> bool:
    """Whether a rule book or programme of the company is asked for, which no law is."""
    return _OWN_RULE.search(reading.folded) is not None


def gives_title(text: str, asked: set[str], *, own_rule: bool) -> bool:
    """Whether a sentence gives the title of a rule book or body that the question does not say itself.

    A row of a table, nearly all in capitals, is no sentence; a law is no policy of the company (``own_rule``).
    """
    parts = re.findall(r"[A-Za-zÀ-ÿ][\w’'-]*", text)
    capitals = sum(w[0].isupper() for w in parts)
    fresh = any(
        any(t.concepts.isdisjoint(asked) for t in terms(m.group()))
        for m in _TITLE.finditer(text)
        if not own_rule or _LAW.search(m.group()) is None
    )
    quoted = re.search(r"[“\"]", text) is not None
    return (fresh or quoted) and (len(parts) < _ROW or capitals < _CAPITALS * len(parts))
