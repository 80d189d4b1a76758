"""What a question really asks, where it tells something first or asks for yes or no: that a sentence must say."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tieout.ask.facts.held_against import told_with
from tieout.ask.facts.sentence_ranking import Scored
from tieout.ask.view import View
from tieout.ask.wording.focus import content_terms
from tieout.ask.wording.question import Reading
from tieout.ask.wording.scope import short_names
from tieout.ask.wording.words import Term, terms
from tieout.patterns import lazy
from tieout.text import fold, words

_BEHIND_COLON = lazy(r": (?P<asked>(?:in |on |at |by |for |to )?(?:which|what|who|how|when|where)\b[^:]{8,})$")
_PRINTED = lazy(
    r"\bwhich (?:[\w-]+ ){0,3}?(?:(?P<figures>figures|numbers|values|data|percentages)|[\w-]+s) (?:is|are|was|were) (?:printed|named|given|mentioned|stated)\b"
)
_PAGES = lazy(r"\b(?:pages?|pp?\.) ?\d[\d –,-]*")
_FIGURE, _NAME = lazy(r"\d"), lazy(r"(?<=[\w,;:] )[A-Z][a-z]+")
_EARLIER = lazy(r"\b(?:prior|previous|earlier)[- ]years?\b")
_EARLIER_SAID = lazy(r"\b(?:prior|previous|earlier|comparative|preceding)\b")
_ROLE = lazy(r"\b(?:acts?|acting|acted|serves?|served|functions?) as (?:the |an? |its )?(?P<role>[\w-]+)")
_FIRM_ASKED = lazy(r"^(?:which|what) (?:[\w-]+ ){0,2}(?:firm|auditor|provider|consultancy|accountants?|assurer)\b")
_FIRM = lazy(r"\b(?:ag|se|gmbh|plc|ltd|limited|inc|corp|llc|llp|kg|sa|spa|asa|ab|oyj)\b")
_BODY = lazy(r"\b(?:committees?|boards?|councils?|teams?|departments?|management|offices?|divisions?|panels?)\b")
_NUMBER = lazy(r"(?<![\w.,])\d+(?:[.,]\d+)*(?!\w)")


def says_what_is_asked(best: Scored, reading: Reading, view: View) -> bool:
    """Whether a sentence says all that tells behind a colon, and prints what is to be printed there.

    "It made analyses: which scenarios are printed?" asks for their names or figures, not that there were some.
    """
    printed = _PRINTED.search(reading.folded)
    if printed is not None and not _prints(best, view, figures=printed["figures"] is not None):
        return False
    found = _BEHIND_COLON.search(reading.folded)
    if found is None:
        return True
    said = terms(told_with(best))
    return all(any(q.matches(t) for t in said) for q in content_terms(found["asked"]) if view.linker.tells(q))


def _prints(best: Scored, view: View, *, figures: bool) -> bool:
    """Whether a sentence has a figure that is no page, or a name that is not the company's."""
    text = best.sentence.text
    for name in (n for o in view.organizations for n in short_names(o)):
        text = text.replace(name, " ")
    return _FIGURE.search(_PAGES.sub(" ", text)) is not None or (not figures and _NAME.search(text) is not None)


def says_the_most_telling(best: Scored, asked: Sequence[Term], reading: Reading, view: View) -> bool:
    """Whether a sentence says the word that tells the most of what is to be so or not: else it is of something else."""
    if _EARLIER.search(reading.folded) and not _EARLIER_SAID.search(fold(told_with(best))):
        return False
    told = [q for q in asked if view.linker.tells(q)]
    said = terms(told_with(best))
    heaviest = max((view.linker.weight(q) for q in told), default=0.0)
    return all(any(q.matches(t) for t in said) for q in told if view.linker.weight(q) == heaviest)


def says_role(best: Scored, reading: Reading) -> bool:
    """Whether a sentence names the role that somebody is asked for: who acts as secretariat is not who manages."""
    found = _ROLE.search(reading.folded)
    said = terms(told_with(best))
    return found is None or any(q.matches(t) for q in terms(found["role"]) for t in said)


def may_be_firm(span: str | None, reading: Reading, plain: Collection[str]) -> bool:
    """Whether a span can be the firm that is asked for: no body of a company, and a firm's form or no plain word in it.

    Args:
        span: what a sentence gives.
        reading: the question.
        plain: the words that the reports write in small letters.
    """
    if span is None or _FIRM_ASKED.search(reading.folded) is None:
        return True
    if _BODY.search(fold(span)) is not None:
        return False
    return _FIRM.search(fold(span)) is not None or set(words(span)).isdisjoint(plain)


def only_repeats(span: str, reading: Reading) -> bool:
    """Whether a figure is one that the question gives: those over 50 years old are not 50 percent."""
    given = {n for n in _NUMBER.findall(reading.folded) if n not in reading.years}
    return not given.isdisjoint(_NUMBER.findall(span.rstrip("% ")))
