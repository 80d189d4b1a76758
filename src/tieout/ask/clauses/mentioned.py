"""Clauses that a report without an index of their framework names in its text: "published on the basis of GRI 405-1"."""

from __future__ import annotations

import re

from tieout.ask.clauses.linking import ClauseMention, clause_entity
from tieout.ask.draft import Draft
from tieout.ask.facts.polarity import NEGATIVE
from tieout.ask.passages.sentences import Sentence, shortened, split
from tieout.ask.plan import Intent
from tieout.ask.view import View
from tieout.ask.wording.question import Reading
from tieout.model import AnswerStatus, Passage

_PREFIX = {"gri": "GRI", "esrs": "ESRS", "sasb": "SASB"}


def named_in_sentence(mention: ClauseMention, reading: Reading, view: View) -> Draft | None:
    """The sentence that names the clause with its framework; None where none does.

    A sentence with a negation tells that the clause is not followed only to who reads it whole, so it answers nothing.
    """
    prefix = _PREFIX.get(mention.clause.framework)
    if prefix is None:
        return None
    code = re.escape(mention.clause.code.removeprefix(f"{prefix} "))
    printed = re.compile(rf"\b{prefix}(?:\s+(?:standards?|disclosures?))?\s+{code}(?![\w-]|\.\d)")
    found = _first(printed, view)
    if found is None or NEGATIVE.search(found.text) is not None:
        return None
    place = found.passage
    said = f"{mention.clause.code} is referred to on page {place.page}: {shortened(found.text, 60)}"
    names = view.ports.names
    return Draft(
        status=AnswerStatus.ANSWERED,
        intent=Intent.CLAUSE_STATUS,
        text=f"{'Yes: ' if reading.yes_no else ''}{said}",
        short="yes, reported" if reading.yes_no else "reported",
        passages=(place,),
        starts=(names.clause(mention.clause.id), *(names.organization(o) for o in view.organizations)),
        entities=(clause_entity(mention, view),),
        confidence=mention.score,
    )  # fmt: skip


def _first(printed: re.Pattern[str], view: View) -> Sentence | None:
    """The first sentence of the reports in which a pattern stands."""
    for report, page, text in view.pages():
        if printed.search(text) is None:
            continue
        for sentence in split(Passage(report, page, 0, len(text), text), text):
            if printed.search(sentence.passage.quote) is not None:
                return sentence
    return None
