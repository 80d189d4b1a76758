"""A draft that tells what one place of a report says, with the company it is of."""

from __future__ import annotations

from collections.abc import Sequence

from tieout.ask.draft import Draft
from tieout.ask.plan import Intent, PlanEntity
from tieout.ask.view import View
from tieout.model import AnswerStatus, Passage


def quoted(
    view: View,
    passages: Sequence[Passage],
    *,
    intent: Intent,
    text: str,
    short: str,
    named: Sequence[PlanEntity] = (),
    unresolved: Sequence[str] = (),
    confidence: float = 1.0,
) -> Draft:
    """The draft of an answer that these passages prove, the first of them before all.

    Args:
        view: where they stand.
        passages: at least one.
        intent: what was asked for.
        text: the answer.
        short: the bare answer.
        named: what the question names besides the company.
        unresolved: words of the question that nothing answers to.
        confidence: 0..1.
    """
    names = view.ports.names
    owners = [c.organization for c in view.cards if c.id == passages[0].report]
    return Draft(
        status=AnswerStatus.ANSWERED,
        intent=intent,
        text=text,
        short=short,
        passages=tuple(passages),
        starts=tuple(names.organization(o) for o in owners),
        entities=(*named, *(PlanEntity("organization", o, names.organization(o)) for o in owners)),
        unresolved=tuple(unresolved),
        confidence=confidence,
    )
