"""So many things named in one sentence without being counted there: "evaluated in the categories of A, B and C".

The noun of the question leads the list, the list has exactly as many items as are asked for, the sentence says of what they
are, and the rest of the question is said around it.
"""

from __future__ import annotations

import re

from tieout.ask.answer import Nearest
from tieout.ask.draft import Draft
from tieout.ask.facts.asked import said, telling, without_company
from tieout.ask.facts.nearby import sentences_near
from tieout.ask.facts.quoting import quoted
from tieout.ask.plan import Intent
from tieout.ask.view import View
from tieout.ask.wording.focus import content_terms
from tieout.ask.wording.question import COUNT_WORDS, Reading
from tieout.ask.wording.words import Term, stem, terms
from tieout.model import AnswerStatus
from tieout.patterns import lazy
from tieout.text import collapse

_ASKED = lazy(
    rf"^(?:(?:in|into|by|for|to|of|from|with|on|under|according to) )?(?:which|what)(?: are| were)?(?: the| its)? (?P<number>{'|'.join(COUNT_WORDS)}) "
    r"(?P<noun>(?:[\w’'-]+ ){0,2}?[\w’'-]*[^\Wuis]s) (?P<clause>.+?)(?P<rest> (?:for|once|when|if|after|before|that|which|where|in order)\b.*)?$"
)
_JOINS = lazy(r"\b(?:once|when|if|after|before|that|which|where|in order)\b")
_AND = lazy(r",? and (?:the |an? )?|, (?:the |an? )?(?:as well as )?|,? as well as (?:the |an? )?")
_COMMA = lazy(r",? as well as (?:the |an? )?|, (?:and )?(?:the |an? )?")
_ENDS = lazy(r",? (?:ensuring|which|thereby|so that|to ensure|in order|with the aim|with which)\b")
_BEFORE_ARTICLE = lazy(r",? (?:and|as well as) (?:the|an?) |, (?:and )?(?:the |an? )?")
_LAST_OF_TWO = lazy(r", and [^,]+ and ")
_AND_THE = lazy(r"\band (?:the|an?) ")
_MADE_OF = lazy(
    r"^.{0,60}?\b(?:(?:is|are|were) (?:composed|made up|formed) (?:of|by)|consists? of|compris(?:e|es|ing)|includes?|namely|are)\s+"
)
"""What leads from "lines of defence" to what these are."""
_ARTICLE = lazy(r"^(?:the|an?) ", re.IGNORECASE)
_LONGEST_ITEM, _AROUND, _LEAST_SAID = 9, 900, 0.6
_JUDGING = frozenset(
    stem(w)
    for w in ("evaluated", "assessed", "scored", "rated", "graded", "judged", "appraised", "reviewed", "examined")
)


def listed_in_sentence(reading: Reading, view: View) -> Draft | None:
    """The things named in one sentence behind their noun; an abstention where it names more or fewer, None where none does."""
    asked = _ASKED.match(without_company(reading.folded.rstrip("?. "), view))
    if asked is None:
        return None
    number = COUNT_WORDS[asked["number"]]
    clause, rest = content_terms(asked["clause"]), telling(_JOINS.sub(" ", asked["rest"] or ""), view)
    other: Nearest | None = None
    last = re.escape(asked["noun"].split()[-1])
    behind = re.compile(rf"\b{last}(?: of|:| –|,? namely)\s+(?P<list>[^.;:()]{{6,300}})", re.IGNORECASE)
    before = re.compile(
        rf"^(?P<list>[^.;:]{{6,300}}?) (?:are|were|form|constitute) (?:the |our |its |their )?(?:[\w-]+ ){{0,5}}?{last}\b",
        re.IGNORECASE,
    )
    for sentence, _ in sentences_near(reading.text, view):
        found = behind.search(sentence.text) or before.match(sentence.text)
        if found is None:
            continue
        items = _items(_ENDS.split(_MADE_OF.sub("", found["list"]))[0], number)
        place = sentence.passage
        page = view.page_text(place.report, place.page)
        around = page[max(0, place.start - _AROUND) : place.end + _AROUND]
        whole = all(len(i.split()) <= _LONGEST_ITEM for i in items) and len(items) > 1
        if not whole or not _is_of(clause, sentence.text) or len(said(rest, around)) < _LEAST_SAID * len(rest):
            continue
        told = "; ".join(items)
        if len(items) == number:
            return quoted(view, (place,), intent=Intent.LIST, text=f"{told} (page {place.page}).", short=told)
        other = Nearest(told, place.page, place.quote)
    if other is None:
        return None
    text = f"Not found: page {other.page} names not {asked['number']} {asked['noun']} but: {other.what}"
    return Draft(status=AnswerStatus.NOT_FOUND, intent=Intent.LIST, text=text, nearest=(other,))


def _items(listed: str, number: int) -> list[str]:
    """The things listed, taken apart at each comma and "and", or in so many as are asked for where the wording allows it.

    "Sales, finance, and audit and control" may be three, and "the Act on Salt and Tea and the Act on Fish" two.
    """
    ways = [_AND]
    ways += [_COMMA] if _LAST_OF_TWO.search(listed) is not None else []
    ways += [_BEFORE_ARTICLE] if _AND_THE.search(listed) is not None else []
    apart = [[_ARTICLE.sub("", collapse(i)) for i in way.split(listed) if i.strip()] for way in ways]
    return next((items for items in apart if len(items) == number), apart[0])


def _is_of(clause: tuple[Term, ...], text: str) -> bool:
    """Whether a sentence says what is listed of what; one word for judging stands for another."""
    own = terms(text)
    judges = any(not t.concepts.isdisjoint(_JUDGING) for t in own)
    return bool(clause) and all(said((q,), text) or (judges and not q.concepts.isdisjoint(_JUDGING)) for q in clause)
