"""Two answers as one."""

from __future__ import annotations

import re
from dataclasses import replace

from tieout.ask.draft import Draft
from tieout.ask.passages.sentences import shortened
from tieout.patterns import lazy

_OF_THAT = lazy(
    r"^(?:and )?(?:what|which) (?:percentage|share|proportion|part|fraction)\b.*\b(?:is|was|are|were|do|does|did) (?:that|this|it|they|those|these)\b"
    r"(?: (?:represent|make up|account for|correspond to|equal))?\W*$",
    re.IGNORECASE,
)
_PERCENT = lazy(r"(?<![\w.,])\d[\d.,]*\s?(?:%|per ?cent\b)")
_SHORT = 16
"""Most words of the first of two answers in the short form of both."""


def joined(first: Draft, second: Draft) -> Draft:
    """Two answers as one, in the order asked."""
    told = [c for c in (first.calculation, second.calculation) if c]
    short = first.short if second.short in first.short else f"{shortened(first.short, _SHORT)}, {second.short}"
    return replace(
        first,
        text=first.text if second.text in first.text else f"{first.text} {second.text}",
        short=short,
        values=(*first.values, *second.values),
        calculation="; ".join(told) or None,
        passages=tuple(dict.fromkeys((*first.passages, *second.passages))),
        starts=tuple(dict.fromkeys((*first.starts, *second.starts))),
        notes=tuple(dict.fromkeys((*first.notes, *second.notes))),
        entities=tuple(dict.fromkeys((*first.entities, *second.entities))),
        periods=tuple(dict.fromkeys((*first.periods, *second.periods))),
    )


def asks_share_of_that(second: str) -> bool:
    """Whether a second question asks which share the answer to the first is: "and what percentage of the staff is that?"."""
    return _OF_THAT.match(second) is not None


def with_its_share(first: Draft) -> Draft | None:
    """An answer with the one share that its own words tell beside its figure; None where they tell none, or several."""
    shares = list(dict.fromkeys(_PERCENT.findall(first.text)))
    if len(shares) != 1 or shares[0] in first.short:
        return None
    return replace(first, short=f"{shortened(first.short, _SHORT)}, {shares[0]}")
