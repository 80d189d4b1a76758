"""That there is none of what is asked for: "which risks did it identify?", "it did not identify any such risks"."""

from __future__ import annotations

from collections.abc import Sequence

from tieout.ask.facts.judge import Judged
from tieout.ask.passages.sentences import is_prose
from tieout.ask.view import View
from tieout.ask.wording.focus import content_terms
from tieout.ask.wording.question import Reading
from tieout.ask.wording.words import Term, terms
from tieout.patterns import lazy
from tieout.text import collapse, fold

_ASKED = lazy(
    r"^(?:which|what) (?!(?:is|was|has|does|are|were|do|did|have|had)\b)(?P<noun>(?:[\w’'-]+ ){0,3}?[\w’'-]+s)\b.{0,160}?\b(?:did|does|do|has|have|had|was|were|is|are)\b"
)
_NONE = (
    lazy(r"\b(?:did|does|do|has|have|had) not (?:\w+ly )?\w+ any (?P<noun>(?:[\w-]+ ){0,4}?[\w-]+s)\b"),
    lazy(r"\bno (?P<noun>(?:[\w-]+ ){0,3}?[\w-]+s) (?:was|were|are|is|has been|have been|had been) \w+"),
)
_SAID, _OTHER = 0.75, lazy(r"\bno (?:other|further|additional|more)\b")


def names_none(sentence: str, reading: Reading) -> bool:
    """Whether a sentence says that there are none, where it is asked which: it names none of them, be they the same or not."""
    asked = _ASKED.match(reading.folded) is not None
    return asked and any(form.search(fold(collapse(sentence))) for form in _NONE)


def none_of_them(weighed: Sequence[Judged], reading: Reading, asked: Sequence[Term], view: View) -> Judged | None:
    """The sentence that says that there are none, where it says nearly all that the question does; else None.

    Args:
        weighed: the sentences nearest to the question.
        reading: the question, for which of something.
        asked: its terms, without the company.
        view: the reports in reach.
    """
    found = _ASKED.match(reading.folded)
    noun = content_terms(found["noun"]) if found is not None else ()
    telling = [q for q in asked if view.linker.tells(q)]
    if not noun or len(telling) < 2:
        return None
    for judged in sorted(weighed, key=lambda j: -j.scored.score):
        text = fold(collapse(judged.scored.sentence.text))
        denied = next((m for form in _NONE if (m := form.search(text)) is not None), None)
        if denied is None or _OTHER.search(text) is not None or not is_prose(judged.scored.sentence.text):
            continue
        said = terms(text)
        named = all(any(q.matches(t) for t in said) for q in noun)
        if not named or not any(noun[-1].matches(t) for t in terms(denied["noun"])):
            continue
        if sum(any(q.matches(t) for t in said) for q in telling) >= _SAID * len(telling):
            return judged
    return None
