"""Titles of rule books as a page prints them: capitals joined by small words, with the noun of a rule book among them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tieout.patterns import lazy
from tieout.text import fold

NOUNS = (
    r"polic(?:y|ies)|codes?|manuals?|handbooks?|regulations?|guidelines?|directives?|charters?|rulebooks?|rule books?|documents?|systems?|procedures?|"
    r"notices?|circulars?|announcements?|ordinances?|decrees?|laws?|acts?|standards?|norms?|measures|rules|statutes?|instructions?|by-?laws|frameworks?"
)
_TITLE = lazy(
    r"\b(?P<title>[A-Z][\w&’'/-]*(?: (?:(?:and|of|on|for|the|to|in|from|&|by|with) )*(?:[A-Z][\w&’'/-]*|(?:19|20)\d\d)){0,18})(?: \((?:[^()]{0,20}\b(?:19|20)\d\d\b[^()]{0,20}|[Ee]dition[^()]{0,20})\))?"
)
_GENERAL = frozenset({"document", "documents", "rulebook", "rulebooks", "rule", "rules"})
"""Nouns that ask for a rule book of any kind."""
_NOUN = lazy(rf"\b(?:{NOUNS})\b", re.IGNORECASE)


def titles(text: str) -> Iterator[re.Match[str]]:
    """The titles of rule books in a sentence, in order."""
    return (m for m in _TITLE.finditer(text) if len(m["title"].split()) > 1 and _NOUN.search(m["title"]))


def is_called(title: str, noun: str) -> bool:
    """Whether a rule book is of the kind asked for: a notice is called one, a document may be called anything."""
    one = noun.removesuffix("s").removesuffix("ie")
    return noun in _GENERAL or one in fold(title)


def is_general(noun: str) -> bool:
    """Whether the noun asks for a rule book of any kind."""
    return noun in _GENERAL
