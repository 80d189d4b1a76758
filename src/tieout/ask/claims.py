"""What a report claims in one place, held against what it tells in another: a target, a corrected figure, a list.

"Is its statement that it met its target consistent with the target it had set?" is answered by both places, or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from tieout.ask.draft import Draft
from tieout.ask.facts.asked import said, telling, without_company
from tieout.ask.facts.nearby import sentences_near
from tieout.ask.facts.outcomes import tells_met
from tieout.ask.facts.polarity import NEGATIVE
from tieout.ask.facts.quoting import quoted
from tieout.ask.passages.sentences import Sentence
from tieout.ask.plan import Intent
from tieout.ask.view import View
from tieout.ask.wording.focus import content_terms
from tieout.ask.wording.question import Reading
from tieout.ask.wording.words import Term, terms
from tieout.model import AnswerStatus, Passage
from tieout.patterns import lazy
from tieout.text import collapse, fold

_CLAIM = (
    lazy(
        r"^is (?:the |its |this |['’]s )*(?:statement|claim|assertion) that (?P<claim>.+?) (?:consistent|compatible|in line|in agreement) with (?P<against>.+)$"
    ),
    lazy(
        r"^(?:\w+ )?(?:says|states|claims|reports) (?:that )?(?P<claim>[^.?]+)\. (?:does|do|is|are) .*?(?:agree|consistent|hold up|square|match|fit)\w*(?: up)? (?:with|against|to) (?P<against>.+)$"
    ),
    lazy(
        r"^is (?:the )?(?P<claim>appearance of .+?) (?:consistent|compatible|in line|in agreement) with (?P<against>.+)$"
    ),
)
_MET = lazy(r"\b(?:met|reached|achieved|hit|attained|kept|fulfilled|exceeded)\b")
_GOAL = lazy(r"\b(?:targets?|goals?|objectives?)\b")
_BESIDES = lazy(
    r"\b(?:it|its|the|their|this|own|for|in|of|had|has|set|year|(?:19|20)\d\d|targets?|goals?|objectives?|met|reached|achieved|hit|attained|kept|fulfilled|exceeded)\b"
)
_FLOOR = r"over|more than|at least|above|exceeding|minimum of|not less than|≥|>"
_CEILING = r"under|below|less than|at most|no more than|not more than|up to|maximum of|≤|<"
_BOUND = lazy(rf"(?P<bound>{_FLOOR}|{_CEILING}) ?(?P<figure>\d[\d.,]*\d|\d) ?(?:%|per ?cent)")
_IS_FLOOR = lazy(_FLOOR)
_PERCENT = lazy(r"(?<![\w.,])(?P<figure>\d[\d.,]*\d|\d) ?(?:%|per ?cent)")
_BRACKETS = lazy(r"\([^()]*\)")
_MOVED = lazy(
    r"^(?P<what>.+?) (?:has |have )?(?P<way>increased|rose|grew|improved|went up|fell|decreased|declined|dropped|went down)(?: again)?(?: in (?P<year>(?:19|20)\d\d))?$"
)
_UP = frozenset({"increased", "rose", "grew", "improved", "went up"})
_CORRECTION = lazy(r"\b(?:correct\w*|restate\w*|recalculat\w*|adjust\w*|2-4)\b")
_CORRECTED = lazy(
    r"\b(?:corrected|restated|adjusted|revised|recalculated)\b[^.;]{0,40}?\bto (?P<figure>\d[\d.,]*\d|\d) ?(?:%|per ?cent)[^.;]{0,20}?\b(?:for|in) (?P<year>(?:19|20)\d\d)\b"
)
_MATERIAL = lazy(
    r"^(?:(?P<what>.+?) (?:is|was) not (?:an? )?material\b.*|appearance of (?P<listed>.+?) (?:in|on|among) .*\bmaterial (?:topics|themes|issues|aspects)\b.*)$"
)
_NOT_MATERIAL = lazy(r"\bnot (?:\w+ ){0,2}material\b|\bnon-material\b|\bimmaterial\b")
_SAID, _AROUND = 0.5, 500


def held_against(reading: Reading, view: View, tell: Callable[[str], Draft]) -> Draft | None:
    """Yes or no with both places; None where the question holds no claim against anything, or one place is missing.

    Args:
        reading: the question.
        view: the reports in reach.
        tell: answers a plain question.
    """
    text = without_company(reading.folded.rstrip("?. "), view)
    asked = next((m for form in _CLAIM if (m := form.match(text)) is not None), None)
    if asked is None:
        return None
    claim, against = asked["claim"].strip(), asked["against"]
    if _MET.search(claim) is not None and _GOAL.search(f"{claim} {against}") is not None:
        return _against_target(claim, reading, view, tell)
    moved, material = _MOVED.match(claim), _MATERIAL.match(claim)
    if moved is not None and _CORRECTION.search(against) is not None:
        return _against_correction(moved, view, tell)
    return _against_list(material["what"] or material["listed"], view) if material is not None else None


def _against_target(claim: str, reading: Reading, view: View, tell: Callable[[str], Draft]) -> Draft | None:
    """The figure of the sentence that says that a target was met, against the target."""
    topic = collapse(_BESIDES.sub(" ", claim))
    when = f" in {reading.years[0]}" if reading.years else ""
    goal = tell(f"What was the target for {topic}{when}?")
    bound = _BOUND.search(fold(goal.text))
    if goal.status is not AnswerStatus.ANSWERED or bound is None:
        return None
    sentence = _met(topic, reading, view)
    figure = _percent(sentence) if sentence is not None else None
    if sentence is None or figure is None:
        return None
    reached, aim = _number(figure), _number(bound)
    kept = reached >= aim if _IS_FLOOR.fullmatch(bound["bound"]) else reached <= aim
    told = f"page {sentence.passage.page} says {figure.group()}, the target on page {goal.passages[0].page} is {bound.group()}"
    return _verdict(kept, told, f"{figure.group()} vs {bound.group()}", (sentence.passage, *goal.passages[:1]), view)


def _met(topic: str, reading: Reading, view: View) -> Sentence | None:
    """The sentence that says that the target was met, with a percentage: itself, or else the text before it, names the topic."""
    asked = content_terms(topic)
    ranked: list[tuple[int, int, Sentence]] = []
    for sentence, _ in sentences_near(f"{topic} target met {' '.join(reading.years[:1])}", view):
        text, place = sentence.text, sentence.passage
        if not tells_met(text) or _percent(sentence) is None or (reading.years and reading.years[0] not in text):
            continue
        before = view.page_text(place.report, place.page)[max(0, place.start - _AROUND) : place.start]
        ranked.append((len(said(asked, text)), len(said(asked, before)), sentence))
    own, around, best = max(ranked, key=lambda r: r[:2], default=(0, 0, None))
    return best if own or around else None


def _percent(sentence: Sentence) -> re.Match[str] | None:
    """The first percentage of a sentence that is no earlier year's in brackets."""
    return _PERCENT.search(_BRACKETS.sub(" ", fold(sentence.text)))


def _against_correction(moved: re.Match[str], view: View, tell: Callable[[str], Draft]) -> Draft | None:
    """The figure that is said to have moved, against the corrected one of the year before."""
    year = moved["year"] or view.period
    now = tell(f"What was {moved['what']} in {year}?")
    figure = _PERCENT.search(fold(now.text))
    if now.status is not AnswerStatus.ANSWERED or figure is None or not now.passages:
        return None
    content = content_terms(moved["what"])
    for sentence, _ in sentences_near(f"{moved['what']} was corrected for {int(year) - 1}", view):
        found = _CORRECTED.search(fold(sentence.text))
        if found is None or int(found["year"]) != int(year) - 1:
            continue
        if sum(any(q.matches(t) for t in terms(sentence.text)) for q in content) < _SAID * len(content):
            continue
        new, old = _number(figure), _number(found)
        kept = new > old if moved["way"] in _UP else new < old
        told = (
            f"page {now.passages[0].page} says {figure['figure']}% for {year}, page {sentence.passage.page} corrects "
            f"{found['year']} to {found['figure']}%"
        )
        short = f"{figure['figure']}% vs {found['figure']}%"
        return _verdict(kept, told, short, (sentence.passage, now.passages[0]), view)
    return None


def _against_list(what: str, view: View) -> Draft | None:
    """The sentence that calls a topic not material, against the list of material topics."""
    asked = telling(what, view)
    listed = next(
        (e for e in view.entities if e.kind == "topic" and e.passages and said(asked, e.label) == asked), None
    )
    if listed is None or not asked:
        return None
    place = next((s for s, _ in sentences_near(f"{what} not material topic", view) if _denies(s, asked)), None)
    if place is None:
        return None
    told = f"page {place.passage.page} says that it is not material, page {listed.passages[0].page} lists “{listed.label}” among the material topics"
    return _verdict(False, told, "", (place.passage, listed.passages[0]), view)


def _denies(sentence: Sentence, asked: tuple[Term, ...]) -> bool:
    text = fold(sentence.text)
    whole = said(asked, sentence.text) == asked
    return whole and NEGATIVE.search(text) is not None and _NOT_MATERIAL.search(text) is not None


def _number(found: re.Match[str]) -> Decimal:
    return Decimal(found["figure"].replace(",", ""))


def _verdict(kept: bool, told: str, short: str, places: tuple[Passage, ...], view: View) -> Draft:
    word = "yes" if kept else "no"
    short = f"{word}: {short}" if short else word
    return quoted(view, places, intent=Intent.CONSISTENCY, text=f"{word.capitalize()}: {told}.", short=short)
