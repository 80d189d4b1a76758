"""Whether a figure in a sentence is the one asked for: beside the question's words, of all that is asked for, no goal."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tieout.ask.facts.held_against import told_with
from tieout.ask.facts.polarity import denies_thing
from tieout.ask.facts.sentence_ranking import Scored
from tieout.ask.facts.unsaid import is_of_one_country, leaves_phrase
from tieout.ask.passages.sentences import Sentence
from tieout.ask.passages.spans import find_span
from tieout.ask.passages.units_beside import has_unit_beside
from tieout.ask.passages.wanted import Wanted
from tieout.ask.plan import Intent
from tieout.ask.view import View
from tieout.ask.wording.distinctions import PARTS, QUALIFIERS, SUBJECTS
from tieout.ask.wording.focus import content_terms, focus_text
from tieout.ask.wording.intents import MOVES
from tieout.ask.wording.question import COUNT_WORDS, Measure, Reading
from tieout.ask.wording.words import Term, concepts, terms
from tieout.patterns import lazy
from tieout.text import fold, words

_NEARLY_ALL, _BESIDE, _HEAD, _ALL, _SUBJECT = 0.80, 12, 6, 0.95, 9
_RANKS = frozenset({"management"})
"""Those who lead are a part of all who work there."""
_GENDERS = frozenset({"female", "male", "woman", "man"})
_DIALLED = lazy(r"\d{7,}")
"""A number without separators that is too long to be read as one: a telephone, an account."""
_SOME = frozenset({"new", "newly", "additional", "further", "other", "former", "external"})
_THINGS = lazy(
    r"\bhow many (?P<things>(?:[\w-]+ ){1,5}?[\w-]+) (?:did|does|do|were|was|are|is|have|has|had|in|at|per)\b"
)
"""What is counted, in more than one word."""
_STATED = lazy(
    r"\b(?:was|were|is|are|stood at|stands at|amounted to|amounts to|came to|comes to|came in at|reached|totall?ed) (?:(?:about|around|roughly|nearly|approximately|only) )?$"
)
"""A figure follows that is said of what went before."""
_SET_OFF = lazy(r"(?<![^\s(€$£≥≤<>~+-])\d[\d.,]*")
"""A figure, not the mark of a note that stands at a word."""
_COMPARED = lazy(
    r"\b(?:more|less|fewer|higher|lower|greater|larger|smaller) than\b|\bexceed\w*|\bdifference\b|\bgap\b|\b(?:above|below)\b|\boutnumber\w*"
)
_MOVED = lazy(
    rf"\b(?:{MOVES}|changed?|remain\w*|stable|unchanged|higher|lower|more than doubled|doubled|tripled|halved)\b"
)
_ANY_FIGURE = lazy(r"(?<![\w.])\d[\d.]*")
_CHANGED = lazy(rf"\b(?:{MOVES}|chang\w*|more|less|fewer|higher|lower|sav\w*|growth|reductions?|improvements?)\b")
_CHANGE_BEHIND = lazy(
    r"\s?(?:%|per ?cent)?[ -](?:year[- ]on[- ]year )?(?:decrease|increase|reduction|rise|growth|decline|drop|fall|improvement|less|more|lower|higher|fewer)\b",
    re.IGNORECASE,
)


def is_of_it(best: Scored, kind: Wanted, reading: Reading, view: View) -> bool:
    """Whether the figure of a sentence is of what is asked: of all that is named, of no one country, not denied, and beside it.

    A sentence that goes on from the one before need say no more than that nothing is left out that has a name.
    """
    text = best.sentence.text
    if kind is Wanted.SHARE and leaves_phrase(best):
        return False
    if best.before is not None:
        return True
    if is_of_one_country(best, reading) or denies_thing(text, content_terms(focus_text(reading.folded, ()))):
        return False
    return _qualified(f"{text} {best.spelled}", reading) and stands_beside(best, kind, reading, view)


def speaks_of_part(best: Scored, reading: Reading, behind: str) -> bool:
    """Whether a sentence is of one country, leaves out which of several is meant, counts a part, or denies that there is any.

    Args:
        best: the sentence.
        reading: the question.
        behind: what follows on its figure.
    """
    focus = focus_text(reading.folded, ())
    content = content_terms(focus)
    left = (concepts(focus) & (QUALIFIERS | PARTS | _RANKS)) - concepts(told_with(best))
    return (
        bool(left)
        or (reading.measure is Measure.COUNT and narrower(behind, content))
        or is_of_one_country(best, reading)
        or denies_thing(best.sentence.text, content)
    )


def _qualified(text: str, reading: Reading) -> bool:
    """Whether a sentence that gives a figure itself says what is meant and which of several: new hires who are women."""
    asked = {c for t in terms(focus_text(reading.folded, ())) for c in t.concepts}
    said = {c for t in terms(text) for c in t.concepts}
    return asked & (QUALIFIERS | PARTS | SUBJECTS | _RANKS) <= said and (
        asked <= QUALIFIERS or not said.isdisjoint(asked - _GENDERS)
    )


def stands_beside(best: Scored, kind: Wanted, reading: Reading, view: View) -> bool:
    """Whether the figure found stands within a few words of the most telling word of the question.

    The only figure of a sentence that says nearly all of the question may stand further away.
    """
    text = best.sentence.text
    content = terms(focus_text(reading.folded, ()))
    span = find_span(text, kind, content, reading.years)
    said = [q for q in content if any(q.matches(t) for t in terms(text))]
    if span is None or not said or (re.sub(r"[^\d.].*", "", span) in set(_DIALLED.findall(text))):
        return False
    telling = max(said, key=view.linker.weight)
    digits = re.sub(r"[^\d.].*", "", span)
    plain = re.sub(r"(?<=\d),(?=\d)", "", fold(text))
    word = next((w for w, n in COUNT_WORDS.items() if str(n) == digits), digits)
    at = re.search(rf"(?<![\d.]){re.escape(digits)}(?!\d)", plain) or re.search(rf"\b{re.escape(word)}\b", plain)
    if at is None or not has_unit_beside(plain[at.end() :], span, reading):
        return False
    if kind is Wanted.COUNT and narrower(plain[at.end() :], content):
        return False
    if best.own >= _NEARLY_ALL and len(_ANY_FIGURE.findall(plain)) == 1:
        return True
    if kind is Wanted.COUNT and _counts_just_that(plain[at.end() :], reading):
        return True
    known = [t for t in terms(plain) if any(q.matches(t) for q in said)]
    if best.own >= _ALL and _STATED.search(plain[: at.start()]) is not None:
        near = [t for t in known if t.end <= at.start() and plain[t.end : at.start()].count(" ") <= _SUBJECT]
        if near:
            return True  # "the loss rate was 2 %": the figure is stated of what is asked, wherever else in the sentence the rest stands
    spots = [t.start for t in known if telling.matches(t)]
    gaps = (plain[min(at.start(), s) : max(at.start(), s)].count(" ") for s in spots)
    return min(gaps, default=_BESIDE + 1) <= _BESIDE


def tells_course(text: str, intent: Intent, *, moved: bool = False) -> bool:
    """Whether a sentence compares, where a difference is asked for, and gives a figure or a movement, where a course is.

    Args:
        text: the sentence.
        intent: what is asked for.
        moved: whether nothing but a movement will do: of "did it rise" and "by how much did it rise".
    """
    if intent is Intent.DIFFERENCE:
        return _COMPARED.search(fold(text)) is not None
    if intent in {Intent.TREND, Intent.CHANGE}:
        figures = [m for m in _SET_OFF.finditer(text) if re.fullmatch(r"(?:19|20)\d\d[.,]*", m.group()) is None]
        return (bool(figures) and not moved) or _MOVED.search(fold(text)) is not None
    return True


def _counts_just_that(behind: str, reading: Reading) -> bool:
    """Whether the very things asked for follow on a figure: "six outsourcing service providers"."""
    asked = _THINGS.search(reading.folded)
    things = content_terms(asked["things"]) if asked is not None else ()
    near = terms(" ".join(behind.split()[: len(things)]))
    return len(things) > 1 and len(near) == len(things) and all(q.matches(t) for q, t in zip(things, near, strict=True))


def narrower(behind: str, content: Sequence[Term]) -> bool:
    """Whether what is counted is a part of what is asked for: "two new female members" are not all members."""
    asked = {c for q in content for c in q.concepts}
    for word in terms(" ".join(behind.split()[:_HEAD])):
        if any(q.matches(word) for q in content) and not word.concepts & QUALIFIERS:
            return False
        if (word.concepts & QUALIFIERS or word.text in _SOME) and word.concepts.isdisjoint(asked):
            return True
    return False


def only_goals(sentence: Sentence, view: View) -> bool:
    """Whether every figure of a sentence is a goal: what was reached is told elsewhere."""
    place = sentence.passage
    goals = view.goals.get((place.report, place.page), ())
    inside = sum(place.start <= start < place.end for start, _ in goals)
    figures = [m for m in _ANY_FIGURE.finditer(place.quote) if re.fullmatch(r"(?:19|20)\d\d[.,]*", m.group()) is None]
    return 0 < len(figures) <= inside and COUNT_WORDS.keys().isdisjoint(words(sentence.text))


def is_change(text: str, span: str, reading: Reading) -> bool:
    """Whether a percentage is by how much something changed, which is not asked for."""
    behind = text[text.find(span.rstrip("%")) + len(span.rstrip("%")) :]
    return _CHANGE_BEHIND.match(behind) is not None and _CHANGED.search(reading.folded) is None
