"""A draft answer: what a route found, before its proof is gathered and checked."""

from __future__ import annotations

from dataclasses import dataclass

from tieout.ask.answer import Nearest, Value
from tieout.ask.plan import Intent, PlanEntity
from tieout.model import AnswerStatus, Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a route says.

    ``passages`` prove it, best first. ``starts`` are IRIs of things the question names, best first, from which a path to
    a cited passage is sought. ``query`` names the shipped query that gives the values, with its bindings. ``derived``
    are figures of the text that were calculated and stand in no quote.
    """

    status: AnswerStatus
    intent: Intent
    text: str
    short: str = ""
    values: tuple[Value, ...] = ()
    calculation: str | None = None
    passages: tuple[Passage, ...] = ()
    starts: tuple[str, ...] = ()
    query: tuple[str, tuple[tuple[str, str], ...]] | None = None
    nearest: tuple[Nearest, ...] = ()
    notes: tuple[str, ...] = ()
    entities: tuple[PlanEntity, ...] = ()
    unresolved: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    confidence: float = 1.0
