"""Two answers as one."""

from __future__ import annotations

import re
from dataclasses import replace

from tieout.ask.draft import Draft
from tieout.ask.passages.sentences import shortened
from tieout.ask.plan import Intent
from tieout.patterns import lazy

_OF_THAT = lazy(
    r"^(?:and )?(?:what|which) (?:percentage|share|proportion|part|fraction)\b.*\b(?:is|was|are|were|do|does|did) (?:that|this|it|they|those|these)\b"
    r"(?: (?:represent|make up|account for|correspond to|equal))?\W*$",
    re.IGNORECASE,
)
_HOW_MANY_THAT = lazy(
    r"^(?:and )?how (?:many|much)(?: [\w’'-]+){0,3} (?:is|was|are|were|do|does|did) (?:that|this|it|they|those|these)\b"
    r"(?: (?:represent|make up|amount to|come to|correspond to|equal|mean|in (?:absolute )?(?:numbers?|figures|terms)|in all|altogether))?\W*$",
    re.IGNORECASE,
)
_PART_OF_SHARE = lazy(r"(?P<part>\d[\d.,]*) / \(?\d")
_PERCENT = lazy(r"(?<![\w.,])\d[\d.,]*\s?(?:%|per ?cent\b)")
_SHORT = 16
"""Most words of the first of two answers in the short form of both."""


def joined(first: Draft, second: Draft) -> Draft:
    """Two answers as one, in the order asked."""
    told = [c for c in (first.calculation, second.calculation) if c]
    whole = second.short.startswith(f"{first.short}, ")  # the second told what the first did, and more
    short = first.short if _tells(first.short, second.short) else f"{shortened(first.short, _SHORT)}, {second.short}"
    short = second.short if whole else short
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


def _tells(short: str, more: str) -> bool:
    """Whether a short form tells another already: "667" in "34.43, 667", but no "15" in "15.5"."""
    return re.search(rf"(?<![\w.,]){re.escape(more)}(?![\w]|[.,]\d)", short) is not None


def asks_share_of_that(second: str) -> bool:
    """Whether a second question asks which share the answer to the first is: "and what percentage of the staff is that?"."""
    return _OF_THAT.match(second) is not None


def asks_count_of_that(second: str) -> bool:
    """Whether a second question asks how many the share that answers the first is: "and how many people is that?"."""
    return _HOW_MANY_THAT.match(second) is not None


def with_that(first: Draft, second: str) -> Draft | None:
    """The answer to a first question with what the second asks of it, or a note that this is not told.

    None where the second asks for something of its own.
    """
    if asks_share_of_that(second):
        told = _with_its_share(first)
    elif asks_count_of_that(second) and first.intent is Intent.SHARE:
        told = _with_its_count(first)
    else:
        return None
    return told or replace(first, notes=(*first.notes, f"Not answered: {second}"))


def _with_its_share(first: Draft) -> Draft | None:
    """An answer with the one share that its own words tell beside its figure; None where they tell none, or several."""
    shares = list(dict.fromkeys(_PERCENT.findall(first.text)))
    if len(shares) != 1 or shares[0] in first.short:
        return None
    return replace(first, short=f"{shortened(first.short, _SHORT)}, {shares[0]}")


def _with_its_count(first: Draft) -> Draft | None:
    """An answer with the part of which it calculated the share; None where it calculated none."""
    part = _PART_OF_SHARE.match(first.calculation or "")
    return replace(first, short=f"{shortened(first.short, _SHORT)}, {part['part']}") if part is not None else None
