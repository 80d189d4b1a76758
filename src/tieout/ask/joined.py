"""Two answers as one."""

from __future__ import annotations

from dataclasses import replace

from tieout.ask.draft import Draft
from tieout.ask.passages.sentences import shortened

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
