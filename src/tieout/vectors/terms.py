"""Terms: what the lexical index counts. Folded words without function words, reduced to English Snowball stems."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from tieout.text import words

# The function words of English: articles, pronouns, prepositions, auxiliaries, question words.
_FUNCTION_WORDS = (
    "a about above after again all also am an and any are as at be because been before being below between both "
    "but by can could did do does doing down during each few for from further had has have having he her here "
    "hers him his how i if in into is it its itself just may me might more most must my no nor not now of off on "
    "once only or other our ours out over own same shall she should so some such than that the their theirs them "
    "themselves then there these they this those through to too under until up upon us very was we were what when "
    "where which while who whom whose why will with within would you your yours % "
)
_LONGEST = 40
STOPWORDS = frozenset(_FUNCTION_WORDS.split())


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The Snowball (Porter2) stem of a folded word."""
    return str(_stemmer().stemWord(word))


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    import Stemmer

    # Its own cache is off: ours is shared and its answers do not depend on what was asked before.
    return Stemmer.Stemmer("english", 0)


def terms(text: str) -> list[str]:
    """The terms of ``text`` in order, repeats kept; the first 40 characters of a word count."""
    found = (word.replace("’", "'").removesuffix("'s")[:_LONGEST] for word in words(text) if word not in STOPWORDS)
    return [stem(word) for word in found]
