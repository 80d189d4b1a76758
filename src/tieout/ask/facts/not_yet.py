"""What is asked to be so already, and is only under way: "has it published its targets yet?", "they are being finalised"."""

from __future__ import annotations

from collections.abc import Sequence

from tieout.ask.facts.judge import Judged
from tieout.ask.view import View
from tieout.ask.wording.question import Reading
from tieout.ask.wording.words import Term, terms
from tieout.patterns import lazy
from tieout.text import collapse, fold

_ALREADY = lazy(r"\b(?:already|yet|fully|completely|entirely|to date|so far)\b")
_UNDER_WAY = lazy(
    r"\bnot (?:yet|fully)\b|\b(?:is|are) (?:currently |still |presently )?working (?:on|to|towards?)\b|"
    r"\b(?:is|are) (?:currently|still|presently) (?:being|in|under|\w+ing)\b|\bbeing (?:finali[sz]ed|developed|prepared|reviewed)\b|"
    r"\bwill be (?:published|completed|finali[sz]ed|introduced|implemented|developed)\b|\bonce (?:\w+ ){0,3}(?:completed?|finished|built)\b.{0,80}\bwill\b|"
    r"\bin (?:progress|preparation|development)\b"
)
_BEFORE, _ITSELF = 400, 0.4
"""How far before a sentence what it speaks of may be named, in characters; the least share that it says itself, 0..1."""


def not_yet(weighed: Sequence[Judged], asked: Sequence[Term], reading: Reading, view: View) -> Judged | None:
    """The sentence that says how far it has come, where a question asks whether something is so already; else None.

    Args:
        weighed: the sentences nearest to the question.
        asked: what it asks about, without the company.
        reading: the question, of yes or no.
        view: the reports in reach.
    """
    telling = [q for q in asked if view.linker.tells(q) and _ALREADY.search(q.text) is None]
    if not reading.yes_no or _ALREADY.search(reading.folded) is None or not telling:
        return None
    for judged in sorted(weighed, key=lambda j: -j.scored.score):
        passage = judged.scored.sentence.passage
        text = fold(collapse(judged.scored.sentence.text))
        if _UNDER_WAY.search(text) is None:
            continue
        own = terms(text)
        page = view.page_text(passage.report, passage.page)
        around = terms(f"{page[max(0, passage.start - _BEFORE) : passage.start]} {text}")
        itself = sum(any(q.matches(t) for t in own) for q in telling)
        if itself >= _ITSELF * len(telling) and all(any(q.matches(t) for t in around) for q in telling):
            return judged
    return None
