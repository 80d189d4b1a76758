"""Who serves as what: "the audit team serves as the coordinating department for complaint work" answers "who coordinates it?"."""

from __future__ import annotations

from collections.abc import Sequence

from tieout.ask.facts.judge import Judged
from tieout.ask.view import View
from tieout.ask.wording.focus import content_terms
from tieout.ask.wording.question import Reading
from tieout.ask.wording.words import terms
from tieout.patterns import lazy
from tieout.text import collapse

_ASKED = lazy(
    r"^(?:who|which (?:[\w-]+ ){0,2}(?:team|department|unit|body|office|function|committee|group)) (?P<deed>[a-z][\w-]+)(?= (?!as\b)\w)"
)
_SERVES = lazy(
    r"^(?:The |Our )?(?P<who>[^,.;:]{3,80}?) (?:serves?|acts?|functions?) as (?:the |an? )?(?P<role>(?:[\w’-]+ ){0,4}?[\w’-]+) (?:for|of|in) (?P<what>[^.;]{3,160})"
)
_PLAIN = frozenset("handling processing work treatment dealing management matters issues".split())
"""What is done with anything."""
_HALF = 0.5


def serving_as(weighed: Sequence[Judged], reading: Reading, view: View) -> tuple[Judged, str] | None:
    """The sentence whose role has the question's deed in it, and who serves so; None where none does.

    Args:
        weighed: the sentences nearest to the question.
        reading: the question, for who does something.
        view: the reports in reach.
    """
    asked = _ASKED.match(reading.folded)
    deed = content_terms(asked["deed"]) if asked is not None else ()
    if asked is None or not deed:
        return None
    things = [q for q in content_terms(reading.folded[asked.end() :]) if view.linker.tells(q) and q.text not in _PLAIN]
    for judged in sorted(weighed, key=lambda j: -j.scored.score):
        found = _SERVES.match(collapse(judged.scored.sentence.text))
        if found is None or not any(deed[0].matches(t) for t in terms(found["role"])):
            continue
        said = terms(found["what"])
        if things and sum(any(q.matches(t) for t in said) for q in things) >= _HALF * len(things):
            return judged, found["who"]
    return None
