"""Wording reduced to concepts: "Staff turnover", "Employee attrition" and "Workforce churn" are one."""

from __future__ import annotations

import re
from functools import lru_cache

from tieout.extract.linking.vocabulary import CONCEPTS, FILLER
from tieout.text import fold

_PLURAL = re.compile(r"(?<=[^s])(?:ies|es|s)$")
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|%")
_AND = r"(?: ?(?:[+&/,]|and|und){0,2} ?(?:scope ?)?([1-3])(?![\d.]))?"
_SCOPES = re.compile(rf"\bscopes? ?([1-3])(?![\d.]){_AND}{_AND}")
_CATEGORY = re.compile(r"\bcategory 3\.\d{1,2}\b")
"""A category of scope 3 by its number; tables print its name with it."""
_ISO = re.compile(r"\biso(?:/iec)? ?(\d{4,5})\b")
_LONGEST_PHRASE = 4
_ALL_SCOPES = "scope123"
"""All three scopes together are all emissions."""


def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    concept = ""
    for word in CONCEPTS.split():
        if word.endswith(":"):
            concept = word[:-1]
        else:
            table.setdefault(word, concept)
    return table


_WORDS = _table()


@lru_cache(maxsize=8192)
def concepts(text: str) -> tuple[str, ...]:
    """The concepts of a text of at most a few hundred characters, in order, without filler words and plain numbers."""
    folded = _SCOPES.sub(_scope, _CATEGORY.sub(" s3category ", fold(text[:400])))
    folded = _ISO.sub(r" iso\1 ", folded)
    tokens = _TOKEN.findall(folded)
    found: list[str] = []
    at = 0
    while at < len(tokens):
        for size in range(min(_LONGEST_PHRASE, len(tokens) - at), 0, -1):
            phrase = "_".join(tokens[at : at + size])
            if phrase in _WORDS or (size == 1 and phrase.startswith("scope") and phrase[-1:].isdigit()):
                found.extend(("ghg", "emission") if phrase == _ALL_SCOPES else (_WORDS.get(phrase, phrase),))
                at += size
                break
        else:
            word = tokens[at]
            at += 1
            if word in {"non", "not"} and at < len(tokens):
                found.append(f"non{_word(tokens[at])}")
                at += 1
            elif word not in FILLER and not word.isdigit() and len(word) > 1:
                stem = _word(word)
                if stem not in FILLER:
                    found.append(stem)
    return tuple(found)


def _word(token: str) -> str:
    if token[-1:].isdigit() and token[:-1] in _WORDS:
        token = token[:-1]  # a footnote mark: "emissions1"
    return _WORDS.get(token) or _PLURAL.sub(
        lambda m: "y" if m.group() == "ies" else "", token.replace("’", "'").removesuffix("'s")
    )


def _scope(found: re.Match[str]) -> str:
    """The scopes that are named together as one token: "scope 1 and 2" -> "scope12"."""
    return f" scope{''.join(sorted({n for n in found.groups() if n}))} "
