"""A question made ready for search: its core without the frame, and weighted terms.

"Does the company report a strategy on waste?" asks for passages about a strategy on waste; the frame ("Does the company
report") is in every question and in no evidence, and would draw the query's vector to passages about reporting.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from tieout.patterns import lazy
from tieout.text import collapse
from tieout.vectors.encoder import clean
from tieout.vectors.terms import stem, terms
from tieout.vectors.thesaurus import WORDINGS

MAX_QUERY = 1000
_EXPANSION_TERM = 0.5

_COMPANY = (
    r"(?:(?:the|this|your|its)\s)?(?:company|organi[sz]ation|group|firm|business|corporation|issuer|enterprise|report)"
)
_ASK = lazy(
    r"(?:(?:how|where|when|why|in what way|to what extent|what|which)\s)?"
    rf"(?:does|do|did|has|have|is|are|was|were|will|can|could)\s{_COMPANY}(?:['’]s)?\s",
    re.IGNORECASE,
)
_WHAT = lazy(rf"(?:what|which|who)\s(?:is|are|was|were)\s(?:{_COMPANY}['’]s\s)?", re.IGNORECASE)
_REPORTS = lazy(
    r"(?:report|disclose|describe|explain|identif(?:y|ied)|provide|state|mention|present|publish|refer\sto|have|had|seek\sto"
    r"|aim\sto|encourage|address|discuss|outline|specify|give)(?:d|ed)?\s",
    re.IGNORECASE,
)
_FILLER = lazy(
    r"(?:(?:information|details|data)\s(?:on|about|of)|on|about|any|a|an|the|specific|whether|how\smuch|how\smany)\s",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What is searched for.

    Args:
        core: the question without its frame; this is embedded.
        terms: stems with their weights for the lexical index: 1 for the question's own, and half of it for each wording
            by which reports speak of a concept it names. (Embedding the wordings too was measured and gave nothing.)
    """

    core: str
    terms: dict[str, float]


def prepare(question: str) -> SearchQuery:
    """The search query of a question or of plain words; at most the first 1000 characters count."""
    text = collapse(clean(question)[:MAX_QUERY])
    asked, core = _unframe(text)
    weights = dict.fromkeys(terms(asked), 1.0)
    named = terms(core)
    for calls, wording in _wordings():
        for term in wording if not calls.isdisjoint(named) else ():
            weights[term] = weights.get(term, 0.0) + _EXPANSION_TERM
    return SearchQuery(core, weights)


def _unframe(text: str) -> tuple[str, str]:
    """The text without "does the company", then also without the verb of reporting; as it was where none is left."""
    bare = text.rstrip(" ?.!")
    start = 0
    if (found := _ASK.match(bare)) or (found := _WHAT.match(bare)):
        start = found.end()
    asked = bare[start:]
    if start:
        verb = _REPORTS.match(bare, start)
        start = verb.end() if verb else start
        while filler := _FILLER.match(bare, start):
            start = filler.end()
    core = bare[start:]
    return (asked or text), (core or asked or text)


@lru_cache(maxsize=1)
def _wordings() -> tuple[tuple[frozenset[str], tuple[str, ...]], ...]:
    """The thesaurus as stems: (what calls a wording, its distinct terms without numbers)."""
    return tuple(
        (
            frozenset(stem(word) for word in wording.calls.split()),
            # "2030" and "scope 1" stand for any year and scope in a wording
            tuple(term for term in dict.fromkeys(terms(wording.text)) if term.isalpha()),
        )
        for wording in WORDINGS
    )
