"""Of whom a body is made up: "an office, consisting of members from the A, the B and the C", "all members are …".

The body is asked for by its name, or by its noun and what is said of it. What makes it up is taken from a sentence that
says so in one of the forms of doing it, right behind that body; a sentence that speaks of another body says nothing.
"""

from __future__ import annotations

import re

from tieout.ask.answer import Nearest
from tieout.ask.draft import Draft
from tieout.ask.facts.asked import said, telling, without_company
from tieout.ask.facts.nearby import sentences_near
from tieout.ask.facts.quoting import quoted
from tieout.ask.passages.sentences import Sentence, part, shortened
from tieout.ask.passages.stretches import stretch
from tieout.ask.plan import Intent
from tieout.ask.view import View
from tieout.ask.wording.focus import content_terms
from tieout.ask.wording.question import Reading
from tieout.ask.wording.words import terms
from tieout.model import AnswerStatus, Passage
from tieout.patterns import lazy
from tieout.text import collapse, fold

_BODY = r"(?:[\w&’'-]+ ){0,6}?(?:committee|council|board|panel|team|office|group|commission|unit|forum|working group|task force|body|department|organi[sz]ation)"
_WHO = r"(?:who|whom|(?:which|what)(?: kinds?| types?| sorts?)?(?: of)? ?(?P<kind>(?:[\w-]+ ){0,3}?[\w-]+?))"
_ASKED = tuple(
    lazy(rf"^{form}(?P<more> (?:that|which|convened|set up|in which|responsible)\b.+)?$")
    for form in (
        rf"who (?:are|were) the members of (?:the |its )?(?P<body>{_BODY})",
        rf"(?:from|of|out of) {_WHO}(?: and \w+| or \w+)? (?:do|does|are|is) the members of (?:the |its )?(?P<body>{_BODY}) (?:come|drawn|recruited|taken)",
        rf"(?:of|from|out of) {_WHO} (?:is|are|does|do) (?:the |its )?(?P<body>{_BODY}) (?:consist|composed|made up|formed|comprised)",
        rf"{_WHO}(?: and \w+| or \w+)? (?:sits?|serves?|are|is|make up|makes up|forms?|belongs?|represented) (?:represented )?(?:on |in |to )?(?:the |its )?(?P<body>{_BODY})",
        rf"(?:who(?:m)?|what|how) (?:does|do|is|are) (?:the |its )?(?P<body>{_BODY}) (?:comprise|consist of|made up of|made up|composed of|composed|include)",
    )
)
"""The forms of asking; what follows the body tells which of several is meant."""
_DEGREE = r"(?P<degree>predominantly|mainly|mostly|primarily|solely|exclusively|entirely|only|purely)?"
_MAKES_UP = (
    lazy(
        rf"(?P<body>[\w&’'-]+(?: [\w&’'-]+){{0,7}}?)(?: (?:has been|is|was) (?:established|set up|formed|created|appointed|convened)[^,.;:]{{0,60}})?,? (?:(?:which|that|it) )?(?:(?:is|are|was) )?(?:currently )?{_DEGREE} ?"
        r"(?:consist(?:s|ed|ing)? (?P<degreed>exclusively |solely |entirely |mainly |only )?of|compris(?:es|ed|ing)(?: of)?|composed (?:(?:exclusively|solely|entirely|mainly|only) )?of|made up of|brings together|formed by) (?P<list>(?:[^.;:]|\.(?=\d))+)"
    ),
    lazy(
        rf"\b[Mm]embers of (?:the |our |its )?(?P<body>[\w&’'-]+(?: [\w&’'-]+){{0,7}}?) (?:are|were|come from) {_DEGREE} ?(?P<list>(?:[^.;:]|\.(?=\d))+)"
    ),
)
_LIST_ENDS = lazy(
    r",? (?:(?:will|shall|is|are|was|were|has|have|had|can|must|to|who|which|that|under|ensuring|ensures?|responsible|reports?|meets?|convenes?|oversees?|in order|and (?:is|are|meets|reports|has|was))\b)"
)
_OPENS = lazy(r"^(?:its |the |all |several )?(?:members|representatives|delegates|experts|colleagues) (?:from|of) ")
_AND = lazy(r",? and (?:the |an? )?|, (?:the |an? )?(?:as well as )?|,? as well as (?:the |an? )?")
_ARTICLE = lazy(r"^(?:the|an?|its|our|both) ")
_ANYBODY = frozenset(
    "function functions body bodies people person persons member members department departments role roles party parties area areas unit units".split()
)
_COUNTS = lazy(r"\d")
_LONGEST_ITEM, _MOST = 9, 8
_UNNAMED = Draft(
    status=AnswerStatus.NOT_FOUND, intent=Intent.NARRATIVE, text="Not found: the reports name no such body."
)


def composition(reading: Reading, view: View) -> Draft | None:
    """What the body asked for is made up of; None where the question asks for no such thing or no sentence says it."""
    text = without_company(reading.folded.rstrip("?. "), view)
    asked = next((m for form in _ASKED if (m := form.match(text)) is not None), None)
    if asked is None:
        return None
    kind = (asked.groupdict().get("kind") or "").strip()
    nouns = [t for t in content_terms(kind) if t.text not in _ANYBODY]
    other: list[Sentence] = []
    more = telling(asked["more"] or "", view)
    for sentence, before in sentences_near(reading.text, view):
        context = f"{before.text if before is not None else ''} {sentence.text}"
        if len(said(more, context)) < len(more):
            continue
        for form in _MAKES_UP:
            for found in form.finditer(sentence.text):
                told = _told(found, asked["body"], described=bool(more), reading=reading)
                if told and all(any(q.matches(t) for t in terms(told)) for q in nouns):
                    return _draft(sentence, found, told, view)
                if told:
                    other.append(sentence)
    if other:
        return _of_others(other[0])
    return None if _printed(asked["body"], reading, view) else _UNNAMED


def _printed(body: str, reading: Reading, view: View) -> bool:
    """Whether a body that the question calls by its title is named anywhere; one without a title may be."""
    if not _titled(body, reading):
        return True
    name = fold(body)
    return any(name in fold(text) for _, _, text in view.pages())


def _titled(body: str, reading: Reading) -> bool:
    found = re.search(rf"\b{re.escape(body)}\b", reading.text, re.IGNORECASE)
    return found is not None and any(w[:1].isupper() for w in found.group().split())


def _of_others(sentence: Sentence) -> Draft:
    """The abstention where the body is made up of others than those asked for: no other sentence is to be tried."""
    text = shortened(sentence.text, 40)
    near = (Nearest(text, sentence.passage.page, sentence.passage.quote),)
    return Draft(
        status=AnswerStatus.NOT_FOUND,
        intent=Intent.NARRATIVE,
        text=f"Not found: what is said, on page {sentence.passage.page}, is: {text}",
        nearest=near,
    )


def _told(found: re.Match[str], body: str, *, described: bool, reading: Reading) -> str:
    """The list of a statement about the body, its items apart; empty where it is about another body."""
    name = found["body"]
    titled = _titled(body, reading)
    if titled and not re.search(rf"\b{re.escape(body)}$", fold(name)):
        return ""
    asked, own = content_terms(body), terms(name)
    if (
        not asked
        or not all(any(q.matches(t) for t in own) for q in asked)
        or not (titled or described or len(asked) > 1)
    ):
        return ""
    behind = fold(name).split()[-1]
    if behind.rstrip("s") != body.split()[-1].rstrip("s"):
        return ""  # "the members of the committee's office" are another body's
    listed = _LIST_ENDS.split(found["list"])[0].strip(" ,")
    listed = _OPENS.sub("", listed)
    degree = found["degree"] or found.groupdict().get("degreed") or ""
    if _COUNTS.search(listed):
        return collapse(f"{degree} {listed}")
    items = [_ARTICLE.sub("", i.strip()) for i in _AND.split(listed) if i.strip()]
    if not items or len(items) > _MOST or any(len(i.split()) > _LONGEST_ITEM for i in items):
        return ""
    return collapse(f"{degree} {'; '.join(items)}")


def _draft(sentence: Sentence, found: re.Match[str], told: str, view: View) -> Draft:
    quote = sentence.passage.quote
    span = stretch(collapse(found.group()), quote)
    place: Passage = part(sentence, *span) if span is not None else sentence.passage
    return quoted(
        view,
        (place,),
        intent=Intent.LIST if ";" in told else Intent.THING,
        text=f"{told} (page {place.page}).",
        short=told,
    )
