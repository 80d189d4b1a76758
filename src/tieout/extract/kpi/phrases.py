"""Noun phrases around a figure: what follows it, what the clause before it speaks of."""

from __future__ import annotations

import itertools
import re

from tieout.extract.kpi.lexicon import (
    AUXILIARIES,
    FUNCTION_WORDS,
    LEADING_VERBS,
    PHRASE_ENDS,
    TIME_WORDS,
    VALUE_LEADS,
)
from tieout.quantities import parse_unit
from tieout.text import collapse, fold

_WORD = re.compile(r"[^\s]+")
_LONGEST_INDICATOR = 12
_CLAUSE_REACH = 300
"""How far before a figure its clause is read, in characters."""
_EMPTY = FUNCTION_WORDS | TIME_WORDS | LEADING_VERBS | PHRASE_ENDS | VALUE_LEADS
_LONGEST_NOUN = 7
_LONGEST_AFTER = 10
_DEBRIS = re.compile(r"[-–−(]?\d[\d.,]*[.,]\d+%?\)?|(?!(?:19|20)\d\d$)\d{3,}|\d+%|%|[A-Z]|[-–]")
_MOST_DEBRIS = 2
_BRACKET = re.compile(r"\s*\([^()]{1,60}\)\s*")
_OF = re.compile(r"\s*(?:of|for|in)\s+(?:(?:the|all|our|its|total)\s+){0,2}")
_SHARE = re.compile(r"\s+(?:share|proportion) of(?:\s+(?:the|all|our|its|total))?(?=\s)", re.IGNORECASE)
_WHEN = re.compile(
    r"(?:\s*(?:\([^()]{1,80}\)|in\s+(?:the\s+)?(?:financial year\s+|fiscal year\s+)?20\d\d"
    r"(?:\s+(?:financial|reporting|fiscal) year)?))+"
)
_QUALIFIES = re.compile(r"\((?:scopes?|categor(?:y|ies)|tiers?|levels?) [^()]{1,20}\)$", re.IGNORECASE)
"""A short bracket inside a noun phrase ("direct (Scope 1) emissions")."""
_SCOPE, _SCOPE_NUMBER = re.compile(r"\bscopes? \d\s*$", re.IGNORECASE), re.compile(r"(?:scope )?\d\b", re.IGNORECASE)
"""Two sides of a pair that is one thing: "Scope 1 and Scope 2 emissions", "Scope 1 and 2 emissions"."""
_BEHIND = re.compile(
    r"\s*\),\s+(?:(?:the|our|its|their)\s+)?(?P<what>[^.,;()]{3,60}?)\s+"
    r"(?:was|were|is|are|has|have|had|could|rose|fell|grew|(?:increas|decreas|declin|dropp)ed)\b"
)
_CLAUSE = re.compile(
    r"[,;:(]\s|\)\s|\s[–—]\s|"
    r"(?:\b(?:and|(?<!associated\s)(?<!connected\s)with|which|while|where|of which|whereas|resulting in|of whom)\s)"
)


def noun_after(text: str, at: int, high: int) -> str:
    """The noun phrase that begins at ``at``: words up to a verb, a preposition, a figure or a stop."""
    kept: list[str] = []
    skip = _BRACKET.match(text, at, high)
    for found in _WORD.finditer(text, skip.end() if skip else at, min(high, at + 160)):
        word = found.group()
        core = word.rstrip(',.;:)”’"')
        folded = fold(core)
        if not core or core[0].isdigit() or word[0] == "(" or (not kept and not word[0].isalpha()):
            break
        if folded == "and" and kept and (_is_list(kept) or _shares_head(kept, text, found.end(), high)):
            kept.append(core)
            continue
        if folded in PHRASE_ENDS or (len(kept) > 1 and folded.endswith("ed") and "-" not in folded):
            break
        kept.append(word if word.endswith(",") and _is_adjective(core, kept) else core)
        if kept[-1] != word or len(kept) >= _LONGEST_NOUN:
            break
    while kept and fold(kept[-1].rstrip(",")) in FUNCTION_WORDS:
        kept.pop()
    return " ".join(kept).rstrip(",")


def _is_list(kept: list[str]) -> bool:
    return any(word.endswith(",") for word in kept)


def _is_adjective(word: str, kept: list[str]) -> bool:
    """Whether a word before a comma opens a list of adjectives ("25 regulatory, legal, and … documents")."""
    return word[0].islower() and not word.endswith("s") and (not kept or _is_list(kept))


def _shares_head(kept: list[str], text: str, at: int, high: int) -> bool:
    """Whether the words behind "and" end in the plural that the words before lead to ("training and talk sessions")."""
    joined = not kept[-1].endswith("s")
    if not joined and len(kept) > 1:
        return False
    for found in itertools.islice(_WORD.finditer(text, at, min(high, at + 60)), 1 + joined):
        word = found.group().rstrip(",.;:)")
        if not word[:1].islower() or fold(word) in PHRASE_ENDS:
            return False
        if word.endswith("s"):
            return True
    return False


def counted_unit(noun: str) -> str:
    """What a counted noun phrase prints as its unit: its last word, or all of it ("countries and regions"), or ""."""
    words = noun.split()
    known = [parse_unit(word) is not None and word[0].islower() and word.endswith("s") for word in words]
    if len(words) == 3 and fold(words[1]) == "and" and known[0] and known[2]:
        return noun
    return words[-1] if words and known[-1] else ""


def share_after(text: str, at: int, limit: int) -> str:
    """The share that a percentage is printed before ("65% share of fossil sources"), or ""."""
    found = _SHARE.match(text, at, limit)
    if found is None:
        return ""
    noun = noun_after(text, found.end(), limit)
    return f"{collapse(found.group())} {noun}" if noun else ""


def after_of(text: str, at: int, high: int, limit: int) -> str:
    """What follows "of" (or "in", "for") after a share: "of the employees are …", without the article."""
    skip = _WHEN.match(text, at, limit)
    found = _OF.match(text, skip.end() if skip else at, limit)
    if found is None:
        return ""
    kept: list[str] = []
    for word in _WORD.finditer(text, found.end(), min(limit, found.end() + 160)):
        core = word.group().rstrip(",.;:)”")
        folded = fold(core)
        if not core or core[0].isdigit() or core[0] == "(" or folded in {"and", "or", "which", "while", "as"}:
            break
        if len(kept) >= _LONGEST_AFTER:
            break
        kept.append(core)
        if core != word.group():
            break
    while kept and (fold(kept[-1]) in FUNCTION_WORDS | AUXILIARIES):
        kept.pop()
    return " ".join(kept)


def subject_before(text: str, low: int, at: int) -> str:
    """The words of the clause before a figure, without the verb and preposition that lead to it."""
    clause = text[max(low, at - _CLAUSE_REACH) : at]
    cut = 0
    for found in _CLAUSE.finditer(clause):
        qualifies = clause[found.start()] == ")" and _QUALIFIES.search(clause, 0, found.start() + 1)
        joined = _SCOPE.search(clause, 0, found.start()) and _SCOPE_NUMBER.match(clause, found.end())
        if names(clause[found.end() :]) and not qualifies and not joined:
            cut = found.end()
    words = [w.strip(',;:()“”„"/') for w in clause[cut:].split()]
    words = [w for w in words if w]
    while words and fold(words[-1]) in PHRASE_ENDS | VALUE_LEADS | LEADING_VERBS | {"than", "more", "less", "rate:"}:
        words.pop()
    words = words[-_LONGEST_INDICATOR:]
    while words and (
        fold(words[0]) in FUNCTION_WORDS | AUXILIARIES or words[0][0].isdigit() or fold(words[0]) in TIME_WORDS
    ):
        words.pop(0)
    return " ".join(words)


def subject_behind(text: str, at: int, high: int) -> str:
    """What a clause behind a bracket speaks of: "(3,825 t), the emissions were reduced" says it after its figure."""
    found = _BEHIND.match(text, at, high)
    return collapse(found["what"]) if found is not None else ""


def is_debris(label: str) -> bool:
    """Whether a phrase is what a table that could not be read leaves: figures, signs and single letters in a row."""
    return sum(1 for word in label.split() if _DEBRIS.fullmatch(word)) > _MOST_DEBRIS


def names(clause: str) -> bool:
    """Whether a clause says more than when and how much."""
    said = [fold(w).strip(",;:().") for w in clause.split()]
    return any(len(w) > 3 and w[0].isalpha() and w not in _EMPTY for w in said)
