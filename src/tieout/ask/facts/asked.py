"""What is left of a question when the company that it is about is set aside, and the words of it that tell."""

from __future__ import annotations

import re

from tieout.ask.view import View
from tieout.ask.wording.focus import content_terms
from tieout.ask.wording.scope import short_names
from tieout.ask.wording.words import Term, stem, terms
from tieout.patterns import lazy
from tieout.text import collapse, words

_ASIDE = lazy(
    r"^(?:apart from|besides|except for|aside from|leaving aside|in addition to|other than|beyond)\b[^?]{2,100}?, (?=(?:in |by |of |to |from |into )?(?:what|which|who|how)\b)",
    re.IGNORECASE,
)
"""What is set aside before the question begins."""


def without_company(text: str, view: View) -> str:
    """A text without the company's names, nor the "at" or "of" that only leads to one."""
    names = sorted({n for o in view.organizations for n in short_names(o)}, key=len, reverse=True)
    for name in names:
        whole = rf"(?<!\w){re.escape(name)}"
        text = re.sub(rf"(?:\b(?:at|of|in|by|within|for) )?{whole}(?!\w|['’]s)", " ", text, flags=re.IGNORECASE)
        text = re.sub(rf"{whole}(?:['’]s?)?(?!\w)", " ", text, flags=re.IGNORECASE)
    return re.sub(r"\s+(?=[?.,;])", "", collapse(_ASIDE.sub("", collapse(text))))


def telling(text: str, view: View) -> tuple[Term, ...]:
    """The terms of a stretch of the question that say what is meant."""
    return tuple(t for t in content_terms(text) if view.linker.tells(t))


def said(asked: tuple[Term, ...], text: str) -> tuple[Term, ...]:
    """Those of the terms asked for that a text says, be it within a set phrase ("emissions" in "carbon emissions")."""
    own = terms(text)
    stems = {stem(w) for w in words(text)}
    return tuple(q for q in asked if any(q.matches(t) for t in own) or stem(q.text) in stems)
