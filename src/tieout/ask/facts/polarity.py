"""Whether a sentence affirms or denies what a question asks."""

from __future__ import annotations

from collections.abc import Sequence

from tieout.ask.wording.words import Term, terms
from tieout.patterns import lazy
from tieout.text import fold

NEGATIVE = lazy(r"\b(?:not|no(?!\. ?\d)|never|neither|nor|without|none|cannot|lacks?|lacking)\b|n['’]t\b")
_EXCLUDED = lazy(
    r"\bexclu(?:d(?:es?|ing|ed)|sive)\b|\bexcept(?:ing|ed)?\b|\bprohibit\w*|\bforbid\w*|\bbann?(?:s|ed|ing)?\b|\bzero[- ]tolerance\b|"
    r"\brefrain\w*|\brefus(?:e[sd]?|ing|al)\b|\babstain\w*"
)
"""Words that deny what stands behind them, unless the question asks for just that."""
_NO = lazy(r"\b(?:no(?!\. ?\d)|without(?: any| an?)?|lacks?(?: any| an?)?)\b(?= [a-z])")
_RIGHT_BEHIND = 2
_NON, _SHORT = lazy(r"\bnon-?(\w+)"), 3
_MEANS = lazy(r"\b(?:through|via|by means of|by way of|using)\b")
"""What stands behind is taken as given: "no breach was told through the tip line" does not deny the line."""
_PARTS = lazy(
    r"[;:]|,? (?:and|but|while|whereas) (?=(?:does|do|did|is|are|was|were|has|have|had|will|can|cannot|must|may|nor|never|no)\b)"
)
"""Where one predicate ends and the next begins."""


def _is_opposite(piece: str, content: Sequence[Term]) -> bool:
    """Whether a word of the question stands there with "non" before it, which the question does not say."""
    asked = {w for q in content for w in q.text.split() if len(w) > _SHORT}
    return "non" not in {w for q in content for w in q.text.split()} and any(
        m[1] in asked for m in _NON.finditer(piece)
    )


def affirms(text: str, content: Sequence[Term]) -> bool | None:
    """Whether a sentence affirms or denies what is asked; None where it denies something, but perhaps something else.

    A negation counts in the part that says most of the question, and it denies what stands behind it: "unnamed tips are
    not followed up" says nothing on whether tips may be unnamed.
    """
    pieces = [p for p in _PARTS.split(fold(text)) if p.strip()]
    said = [sum(any(q.matches(t) for t in terms(p)) for q in content) for p in pieces]
    best = max(said, default=0)
    excluding = any(_EXCLUDED.match(q.text) for q in content)
    found: bool | None = True
    for piece, much in zip(pieces, said, strict=True):
        if much == best and _is_opposite(piece, content):
            return False
        negation = NEGATIVE.search(piece) or (None if excluding else _EXCLUDED.search(piece))
        if much == best and negation is not None:
            denied = _MEANS.split(piece[negation.end() :])[0]
            if any(q.matches(t) for t in terms(denied) for q in content):
                return False
            found = None
    return found


def denies_thing(text: str, content: Sequence[Term]) -> bool:
    """Whether a thing asked about is said not to be there, right behind the negation: "no bargaining agreement"."""
    folded = fold(text)
    return any(
        any(q.matches(t) for q in content for t in terms(" ".join(folded[m.end() :].split()[:_RIGHT_BEHIND])))
        for m in _NO.finditer(folded)
    )
