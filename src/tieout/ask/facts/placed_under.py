"""Under which committee or board others were set up: "the company has set up the A and the B under the C Committee"."""

from __future__ import annotations

from tieout.ask.draft import Draft
from tieout.ask.facts.asked import said, telling, without_company
from tieout.ask.facts.nearby import sentences_near
from tieout.ask.facts.quoting import quoted
from tieout.ask.plan import Intent
from tieout.ask.view import View
from tieout.ask.wording.question import Reading
from tieout.patterns import lazy
from tieout.text import collapse, fold

_BODY = r"(?:committee|council|board|panel)"
_ASKED = lazy(
    rf"^(?:under|to|within|in) (?:which|what) (?:(?:higher|parent|superior|main|overarching|upper) )?{_BODY} (?:do|does|did|is|are|was|were|has|have)(?: been)? "
    r"(?:the |its |their )?(?:two |three |both )?(?P<bodies>.+?) (?:sit|stand|fall|belong|operate|work|(?:been )?(?:set up|attached|placed|formed|established|created|assigned|subordinated?))\b"
)
_UNDER = lazy(
    r"\b(?:under|within|reporting to|subordinate to|attached to) (?:the )?(?P<name>(?:[A-Z][\w&’-]+ (?:(?:and|of|for) )?){1,6}(?:Committee|Council|Board|Panel))\b"
)
_ANY = frozenset({"bodies", "body", "committees", "committee", "councils", "boards", "panels", "units"})


def placed_under(reading: Reading, view: View) -> Draft | None:
    """The body under which those asked about stand; None where no sentence says it of all that is told of them."""
    asked = _ASKED.match(without_company(reading.folded.rstrip("?. "), view))
    if asked is None:
        return None
    insisted = tuple(t for t in telling(asked["bodies"], view) if t.text not in _ANY)
    for sentence, _ in sentences_near(reading.text, view):
        for found in _UNDER.finditer(sentence.text):
            name = collapse(found["name"])
            before = sentence.text[: found.start()]
            if insisted and said(insisted, before) == insisted and fold(name) not in reading.folded:
                return quoted(
                    view,
                    (sentence.passage,),
                    intent=Intent.THING,
                    text=f"{name} (page {sentence.passage.page}).",
                    short=name,
                )
    return None
