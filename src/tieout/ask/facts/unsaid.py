"""What a sentence leaves unsaid and must not: whom, and which part, the question is about."""

from __future__ import annotations

from tieout.ask.facts.sentence_ranking import Scored
from tieout.ask.wording.distinctions import ACTORS, COUNTRIES, PARTS
from tieout.ask.wording.question import Reading
from tieout.ask.wording.words import concepts, terms

_MAY_BE_UNSAID = frozenset({"target", "board", "independent", "mainland", "base_year"})
_OWN_PEOPLE = frozenset({"employee"})


def is_of_others(best: Scored) -> bool:
    """Whether somebody asked about is not named: what is done for the employees is not done for the suppliers.

    Where a sentence names nobody, the company's own people are meant.
    """
    unsaid = {c for word in best.unsaid for t in terms(word) for c in t.concepts & ACTORS}
    told = f"{best.before.text if best.before is not None else ''} {best.sentence.text}"
    named = {c for t in terms(told) for c in t.concepts & ACTORS}
    return bool(unsaid - _OWN_PEOPLE) or (bool(unsaid) and bool(named))


def is_of_another_part(best: Scored) -> bool:
    """Whether a part is asked about that is not named: what holds for all is not told of those with disabilities."""
    return any(t.concepts & PARTS - _MAY_BE_UNSAID for word in best.unsaid for t in terms(word))


def is_of_one_country(best: Scored, reading: Reading) -> bool:
    """Whether a sentence opens with a country that the question does not name: its figure is not the company's."""
    first = terms(best.sentence.text)[:1]
    here = first[0].concepts & COUNTRIES if first else frozenset[str]()
    return bool(here) and here.isdisjoint(concepts(reading.folded))


def leaves_phrase(best: Scored) -> bool:
    """Whether a set phrase of the question is not said: a share that "took part in" something is another than an index of it."""
    return any(" " in word for word in best.unsaid)
