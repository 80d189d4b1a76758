"""Whether something holds of all there is: "Was all data assured?" is denied by "certain data were assured"."""

from __future__ import annotations

import re
from dataclasses import replace

from tieout.ask.draft import Draft
from tieout.ask.facts.polarity import NEGATIVE
from tieout.ask.facts.sentence_ranking import Scored, rank_sentences
from tieout.ask.passages.sentences import is_prose, shortened
from tieout.ask.plan import Intent, PlanEntity
from tieout.ask.view import View
from tieout.ask.wording.question import Reading
from tieout.model import AnswerStatus
from tieout.patterns import lazy
from tieout.text import collapse, fold

_ALL = lazy(
    r"^(?:was|were|is|are|did|do|does|has|have)\b(?P<subject>.{0,80}?)\b(?P<all>all(?: of)?|every|each|the entire|the whole|everything|everyone)\b"
)
_PARTLY = lazy(
    r"\b(?:certain|some|selected|partly|partially|in part|part of|parts of|a portion of|a number of|several|most|majority of|not all|except(?:ing)?|excluding|"
    r"limited to|only|other than|apart from)\b"
)
_WHOLLY = lazy(
    r"\b(?:all|every|each|entire|whole|entirely|wholly|fully|complete(?:ly)?|throughout|without exception|100\s?(?:%|percent|per cent))\b"
)
_SAID, _LOOKED_AT = 0.62, 8


def universal(reading: Reading, view: View) -> Draft | None:
    """Yes or no where a sentence says of how much it holds; None where the question is no such one, or none does."""
    asked = _ALL.match(reading.folded) if reading.yes_no else None
    if asked is None:
        return None
    at, end = asked.span("all")
    without = re.compile(rf"\b{re.escape(asked['all'])}\b", re.IGNORECASE)
    plain = replace(
        reading,
        folded=collapse(f"{reading.folded[:at]} {reading.folded[end:]}"),
        text=without.sub("", reading.text, count=1),
    )
    for best in rank_sentences(view, plain, ())[:_LOOKED_AT]:
        verdict = _verdict(best)
        if verdict:
            return _draft(best, verdict, view)
    return None


def _verdict(best: Scored) -> str:
    """Return "no" where a sentence restricts what it says, "yes" where it says it of all, else ""."""
    text = fold(best.sentence.text)
    if best.said < _SAID or best.own < _SAID or not is_prose(best.sentence.text):
        return ""
    if _PARTLY.search(text) is not None or NEGATIVE.search(text) is not None:
        return "no"
    return "yes" if _WHOLLY.search(text) is not None else ""


def _draft(best: Scored, verdict: str, view: View) -> Draft:
    names, place = view.ports.names, best.sentence.passage
    owners = [c.organization for c in view.cards if c.id == place.report]
    return Draft(
        status=AnswerStatus.ANSWERED,
        intent=Intent.NARRATIVE,
        text=f"{verdict.capitalize()}: {shortened(best.sentence.text, 70)}",
        short=verdict,
        passages=(place,),
        starts=tuple(names.organization(o) for o in owners),
        entities=tuple(PlanEntity("organization", o, names.organization(o)) for o in owners),
        unresolved=best.unsaid,
        confidence=best.score,
    )
