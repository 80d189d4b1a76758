"""What an index row itself tells under a clause that a question names by its code, where nothing else answers."""

from __future__ import annotations

from collections.abc import Sequence

from tieout.ask.clauses.linking import ClauseMention, clause_entity
from tieout.ask.draft import Draft
from tieout.ask.facts.polarity import affirms
from tieout.ask.facts.quoting import quoted
from tieout.ask.passages.row_text import told_in_row
from tieout.ask.passages.sentences import LONGEST, shortened, split
from tieout.ask.passages.spans import FIGURES, find_span, wanted_kind
from tieout.ask.passages.wanted import Wanted
from tieout.ask.plan import Intent
from tieout.ask.view import View
from tieout.ask.wording.focus import content_terms
from tieout.ask.wording.question import Reading
from tieout.ask.wording.words import terms
from tieout.model import Disclosure, Passage
from tieout.patterns import lazy
from tieout.text import collapse, fold

_WHAT_IS_SAID = lazy(
    r"what (?:does|do|did|is|was) .{1,80}?\b(?:reports?|reported|say|said|disclosed?|state[ds]?|told)\b"
)
_FIGURE_PRINTED = lazy(
    r"\b(?:which|what) (?:[\w-]+ ){0,2}(?:percentage|figure|value|number|quantity|amount|share|rate|ratio|score|intensity|volume|total)s? (?:is|are|was|were|does|do|has) "
)
"""Asks for a figure that is printed there."""
_ALL = lazy(r"\b(?:all|every|each of|in full|fully|completely|the whole)\b")
_IN_PART = lazy(
    r"\b(?:individual|selected|certain|only|partial(?:ly)?|partly|not (?:yet )?all|so far|first step|exclu(?:des?|ding))\b"
)
_BRIEF = 40
"""Words up to which a row is told whole."""
_EITHER = frozenset({Wanted.ANY, Wanted.REASON, *FIGURES})


def told_by_row(
    mention: ClauseMention, rows: Sequence[Disclosure], reading: Reading, view: View, *, pointing: bool = False
) -> Draft | None:
    """The words of the clause's own row; None where it tells nothing, or no figure where one is asked for.

    Args:
        mention: the clause.
        rows: its rows.
        reading: the question without the code.
        view: the reports in reach.
        pointing: whether a row counts that points to a place as well.
    """
    kind = Wanted.ANY if _WHAT_IS_SAID.match(reading.folded) is not None else wanted_kind(reading)
    if _FIGURE_PRINTED.search(reading.folded) is not None:
        kind = Wanted.FIGURE
    told = next((t for t in (told_in_row(row, view, pointing=pointing) for row in rows) if t is not None), None)
    if told is None or kind not in _EITHER:
        return None
    told = _nearest(told, reading, view)
    text = shortened(collapse(told.quote), LONGEST)
    span = find_span(text, kind, terms(reading.folded)) if kind in FIGURES else None
    if kind in FIGURES and span is None:
        return None
    return quoted(
        view,
        (told,),
        intent=Intent.CLAUSE_EVIDENCE,
        text=text,
        short=span or text,
        named=(clause_entity(mention, view),),
    )


def told_of_row(mention: ClauseMention, row: Disclosure, reading: Reading, view: View) -> Draft | None:
    """Yes or no by the words of a clause's own row; None where it says nothing of what is asked."""
    told = told_in_row(row, view, pointing=True)
    content = tuple(t for t in content_terms(reading.folded) if view.linker.tells(t))
    text = collapse(told.quote) if told is not None else ""
    if told is None or not any(q.matches(t) for q in content for t in terms(text)):
        return None
    affirmed = affirms(text, content)
    if affirmed is None:
        return None
    verdict = "yes" if affirmed else "no"
    return quoted(
        view,
        (told,),
        intent=Intent.CLAUSE_EVIDENCE,
        text=f"{verdict.capitalize()}: {shortened(text, LONGEST)}",
        short=verdict,
        named=(clause_entity(mention, view),),
    )


def told_in_part(mention: ClauseMention, row: Disclosure, reading: Reading, view: View) -> Draft | None:
    """No, by the row's own words that only a part is told, where it is asked whether all of it is; else None."""
    told = told_in_row(row, view, pointing=True) if _ALL.search(reading.folded) is not None else None
    if told is None or _IN_PART.search(fold(told.quote)) is None:
        return None
    text = f"No: {shortened(collapse(told.quote), LONGEST)}"
    return quoted(
        view,
        (told,),
        intent=Intent.CLAUSE_STATUS,
        text=text,
        short="no, in part",
        named=(clause_entity(mention, view),),
    )


def _nearest(told: Passage, reading: Reading, view: View) -> Passage:
    """Of a row that runs on, the sentence that says the most of the question and is the nearest to it."""
    if len(told.quote.split()) <= _BRIEF:
        return told
    asked = content_terms(reading.folded)
    pieces = split(told, collapse(told.quote))
    near = view.ports.retrieval.similarity(reading.text, [s.text for s in pieces])
    said = [sum(any(q.matches(t) for t in terms(s.text)) for q in asked) for s in pieces]
    return (
        max(zip(said, near, pieces, strict=True), key=lambda p: p[0] / max(1, len(asked)) + p[1])[2].passage
        if pieces
        else told
    )
