"""The scopes of the GHG Protocol that a wording names: "Scope 1 and 2" names two, and is another figure than "Scope 1"."""

from __future__ import annotations

import re
from functools import lru_cache

from tieout.patterns import lazy

_NAMED = lazy(
    r"\bscopes?\s*([1-3](?!\d)(?:\s*(?:\+|,|&|/|-|–|and|or|to|plus|\s)\s*(?:scopes?\s*)?[1-3](?![\d.,]\d|\d))*)",
    re.IGNORECASE,
)

_DIRECT = lazy(r"\bdirect (?:(?:ghg|greenhouse gas|co2|co2e|carbon|own) )?emissions?\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def scopes_in(text: str) -> frozenset[str]:
    """The digits of the scopes named in a text; a span ("1-3", "1 to 3") names those between as well."""
    found: set[str] = set()
    for match in _NAMED.finditer(text):
        digits = re.findall(r"[1-3]", match[1])
        if len(digits) == 2 and re.search(r"to|-|–", match[1]):
            digits = [str(n) for n in range(int(digits[0]), int(digits[1]) + 1)]
        found.update(digits)
    return frozenset(found)


def scopes_meant(question: str) -> frozenset[str]:
    """The scopes that a question names; direct emissions are those of Scope 1, where it speaks of no indirect ones."""
    named = scopes_in(question)
    if named or "indirect" in question or _DIRECT.search(question) is None:
        return named
    return frozenset("1")


def other_scopes(asked: frozenset[str], named: frozenset[str]) -> bool:
    """Whether both name scopes, and not the same ones."""
    return bool(asked) and bool(named) and asked != named
