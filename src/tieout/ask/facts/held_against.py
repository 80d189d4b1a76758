"""What a sentence is held against: the body that a question names, the question without the company, a sentence with its lead."""

from __future__ import annotations

import re

from tieout.ask.facts.sentence_ranking import Scored
from tieout.ask.view import View
from tieout.ask.wording.question import Reading
from tieout.ask.wording.scope import short_names
from tieout.patterns import lazy
from tieout.text import collapse

TITLED_BODY = lazy(r"(?:\b[A-Z][\w&’'-]+ ){1,5}(?:Committee|Council|Board|Panel)\b")


def titled_body(reading: Reading, view: View) -> str | None:
    """The title of the board or committee that a question names, without the company."""
    title = TITLED_BODY.search(without_company(re.sub(r"^\w+ ", "", reading.text), view, " - "))
    return title.group() if title is not None else None


def without_company(text: str, view: View, instead: str = " ") -> str:
    """A text with the company's names set aside."""
    for name in (n for o in view.organizations for n in short_names(o)):
        text = re.sub(rf"\b{re.escape(name)}(?:['’]s)?(?!\w)", instead, text, flags=re.IGNORECASE)
    return collapse(text)


def told_with(best: Scored) -> str:
    """A sentence behind the one that it goes on from."""
    return f"{best.before.text if best.before is not None else ''} {best.sentence.text} {best.spelled}"
