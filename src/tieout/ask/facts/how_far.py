"""How far a verdict reaches: what holds somewhere does not hold everywhere, and what holds inside does not hold outside."""

from __future__ import annotations

from tieout.ask.wording.question import Reading
from tieout.patterns import lazy

_EACH = lazy(r"\b(?:all|every|each|none|entire|whole|any)\b")
_EVERYWHERE = lazy(
    r"\b(?:in|across|at|for|of|by|to|on) (?:all|every|each) (?!\w+ to\b)|\b(?:all|every|each) (?:of )?(?:the |its |their )?(?:[\w-]+ )?"
    r"(?:entit(?:y|ies)|sites?|employees?|staff|workers?|suppliers?|countr(?:y|ies)|subsidiar(?:y|ies)|locations?|plants?|members?|managers?)\b"
)
_ALL_SAID = lazy(
    r"\b(?:all|every|each|entire|whole|any|everybody|everyone|100|throughout|worldwide|globally|group-?wide|company-?wide|fully|no|none|not|never)\b"
)
_SOME = lazy(r"\b(?:certain|some|selected|several|most|many|individual|part of|a few)\b")
_OUTSIDE = lazy(r"\b(?:outside|beyond|besides|other than|apart from|except(?: for)?|in addition to)\b")
_OUTSIDE_SAID = lazy(
    r"\b(?:outside|beyond|besides|other|apart|except|exclud\w*|addition\w*|only|no|not|neither|nor|further|also)\b"
)


def says_how_far(sentence: str, reading: Reading) -> bool:
    """Whether a sentence reaches as far as a yes-or-no question: to all that it asks about, and outside of what it names.

    Args:
        sentence: the folded sentence.
        reading: the question.
    """
    asked = reading.folded
    if _EACH.search(asked) and _SOME.search(sentence) and not _EACH.search(sentence):
        return False
    if _EVERYWHERE.search(asked) and not _ALL_SAID.search(sentence):
        return False
    return _OUTSIDE.search(asked) is None or _OUTSIDE_SAID.search(sentence) is not None
