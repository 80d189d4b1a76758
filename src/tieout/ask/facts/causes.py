"""Why something moved: the sentence that answers must itself tell of a movement, and not of the other way only."""

from __future__ import annotations

from tieout.ask.answer import Nearest
from tieout.ask.draft import Draft
from tieout.ask.wording.intents import MOVES
from tieout.ask.wording.question import Reading
from tieout.model import AnswerStatus
from tieout.patterns import lazy
from tieout.text import fold

_UP = lazy(
    r"\b(?:ris(?:es?|en|ing)|rose|rais\w+|gr[eo]w(?:n|s|ing|th)?|increas\w+|climb\w*|jump\w*|higher|greater|larger|surg\w+|more(?! \w+ed\b)|expan\w+|additional|improv(?:es?|ing|ements?)|(?:has|have|was|were|be|been) (?:\w+ )?improved)\b"
)
_DOWN = lazy(
    r"\b(?:fall(?:s|en|ing)?|fell|declin\w*|decreas\w*|reduc\w*|shr[aiu]nk\w*|drop(?:s|ped|ping)?|lower(?:ed|ing)?|less|fewer|smaller|cuts?|down|sav(?:es?|ed|ings?)|worse\w*|deteriorat\w*)\b"
)
_STAYED = lazy(r"\b(?:stagnat\w*|unchanged|stable|remain\w*|flat|plateau\w*|same level|constant)\b")
_MOVED = lazy(rf"\b{MOVES}\b")
_BECAUSE = lazy(
    r"\b(?:because|due to|owing to|thanks to|as a (?:result|consequence)|(?:primary|main|chief|key)? ?(?:causes?|reasons?|drivers?|factors?)|result(?:s|ed|ing)? (?:of|from|in)|"
    r"(?:caused|driven|explained|(?<!not )influenced|triggered|offset|affected) by|attribut(?:able|ed) to|led to|leads to|contributed to|stem(?:s|med)? from|reflect(?:s|ed|ing)?|since|following|in view of|given)\b"
)
"""A cause is told, not an aim."""
_NOT = lazy(r"\bnot\b|n['’]t\b")


def asks_why_it_moved(reading: Reading) -> bool:
    """Whether a reason is asked for why something rose, fell, or did not."""
    return _MOVED.search(reading.folded) is not None


def tells_of_it(told: str, reading: Reading) -> bool:
    """Whether a text tells of a movement that can be the one asked about.

    Args:
        told: the sentence, with the one that it goes on from.
        reading: a question for which ``asks_why_it_moved``.
    """
    text = fold(told)
    if _BECAUSE.search(text) is None:
        return False
    up, down = _UP.search(text) is not None, _DOWN.search(text) is not None
    if not up and not down:
        return _STAYED.search(text) is not None and _NOT.search(reading.folded) is not None
    if _NOT.search(reading.folded) is not None:
        return True
    asked = reading.folded
    rose, fell = _UP.search(asked) is not None, _DOWN.search(asked) is not None
    return rose == fell or (up if rose else down)


def unexplained(moved: Draft | None) -> Draft | None:
    """The abstention where something moved as the question says, and no reason is given; None where nothing did."""
    if moved is None or moved.status is not AnswerStatus.ANSWERED or not moved.passages:
        return moved
    place = moved.passages[0]
    return Draft(
        status=AnswerStatus.NOT_FOUND,
        intent=moved.intent,
        text=f"Not found: no reason is given. The nearest, on page {place.page}: {moved.text}",
        nearest=(Nearest(moved.text, place.page, place.quote),),
        entities=moved.entities,
        periods=moved.periods,
        confidence=moved.confidence,
    )
