"""A table, template or chart that a question names besides what it asks for: the answer must stand where these words do.

"How large was total OpEx in the EU taxonomy template?" is asked of a row that says nothing of a template; the page that it
stands on does.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from tieout.ask.draft import Draft
from tieout.ask.view import View
from tieout.ask.wording.focus import content_terms
from tieout.ask.wording.question import Question, Reading, read_question
from tieout.ask.wording.words import terms
from tieout.model import AnswerStatus
from tieout.patterns import lazy
from tieout.text import collapse

_PLACE = lazy(
    r",? ?\b(?:in|from|per|by|going by|according to|as shown in|on) (?:the |its |their |[\w.&’'-]+(?: [\w.&’'-]+)?['’]s? )?(?:(?:19|20)\d\d )?"
    r"(?P<what>(?:[\w&-]+ ){0,5}?(?:template|table|chart|diagram|graph|graphic|map|figure|overview|survey results|baselining))\b",
    re.IGNORECASE,
)
_YEAR = lazy(r"\b(?:19|20)\d\d\b")
_KINDS = frozenset("template table chart diagram graph graphic map figure overview eu".split())


def answered_there(reading: Reading, view: View, answer: Callable[[Reading], Draft]) -> Draft | None:
    """The answer to the question without the place that it names, where its page says the place's words; else None.

    Args:
        reading: the question.
        view: the reports in reach.
        answer: answers a question.
    """
    found = _PLACE.search(reading.text)
    if found is None:
        return None
    year = "" if _YEAR.search(_PLACE.sub(" ", reading.text)) else next((f" in {y}" for y in reading.years), "")
    start, end = found.span()
    bare = collapse(f"{reading.text[:start]}{reading.text[end:]}").rstrip("?. ") + f"{year}?"
    draft = answer(read_question(Question(bare)))
    if draft.status is not AnswerStatus.ANSWERED or not draft.passages:
        return None
    place = draft.passages[0]
    said = terms(view.page_text(place.report, place.page))
    named = [q for q in content_terms(found["what"]) if q.text not in _KINDS]
    return draft if all(any(q.matches(t) for t in said) for q in named) else None
