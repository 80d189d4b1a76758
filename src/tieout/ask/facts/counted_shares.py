"""A share that a sentence tells as two numbers: "24 of these 61 locations are certified" are 39.34 per cent."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tieout.ask.draft import Draft
from tieout.ask.facts.asked import without_company
from tieout.ask.facts.demands import meets
from tieout.ask.facts.quoting import quoted
from tieout.ask.facts.sentence_ranking import rank_sentences
from tieout.ask.figures import calculate as calc
from tieout.ask.passages.sentences import is_prose, shortened
from tieout.ask.passages.spans import wanted_kind
from tieout.ask.passages.wanted import Wanted
from tieout.ask.plan import Intent
from tieout.ask.view import View
from tieout.ask.wording.focus import content_terms
from tieout.ask.wording.intents import parts
from tieout.ask.wording.question import COUNT_WORDS, Reading
from tieout.ask.wording.words import terms
from tieout.patterns import lazy
from tieout.text import fold

_NUMBER = rf"\d[\d,]*|{'|'.join(COUNT_WORDS)}"
_OF = lazy(
    rf"(?<![\w.,])(?P<some>{_NUMBER})(?P<between>(?: [\w-]+){{0,3}}?) \(?(?:out )?of (?:the |these |those |our |its |their |all |total |in total |around |about |some |nearly |approximately |over )*(?P<all>{_NUMBER})(?! ?%| ?per ?cent|[\d.])\b"
)
_OF_ALL = lazy(rf"\bof (?:the |these |those |our |its |their )?(?P<all>{_NUMBER}) (?P<things>[^.;:,\d]{{3,80}}),")
_EACH = lazy(rf"(?<![\w.,])(?P<some>{_NUMBER}) (?P<told>[^.;:,\d]{{3,80}}?)(?= and (?:{_NUMBER})\b|[.,;]|$)")
"""Parts told one after the other behind their whole: "of 90 carts, 61 were mended and 22 sold"."""
_WHOLE = lazy(
    r"\b(?:percentage|per ?cent|share|proportion|portion|fraction|part|percent) of (?P<whole>.{3,120}?)(?= (?:in|at|on|of|for|from|with|under|that|which|who|has|have|had|is|are|was|were|did|do|does|hold|held)\b|\W*$)"
)
_NEAR = 4
_PERCENT = lazy(r"%|\bper ?cent\b")
_SAID, _OWN, _LOOKED_AT = 0.78, 0.5, 6


def counted_share(reading: Reading, view: View) -> Draft | None:
    """The share, reckoned, where a percentage is asked for and a near sentence tells so many of so many; else None."""
    if wanted_kind(reading) is not Wanted.SHARE:
        return None
    for best in rank_sentences(view, reading, ())[:_LOOKED_AT]:
        text = fold(best.sentence.text)
        found = _told(text, reading)
        if found is None or best.said < _SAID or best.own < _OWN or _PERCENT.search(text) or not is_prose(text):
            continue
        some, every = _read(found[0]), _read(found[1])
        if not _of_those(found[2], reading, view):
            continue
        share = calc.percent_of(some, every) if 0 <= some <= every else None
        if share is None or not meets(best, reading, Wanted.SHARE, view):
            continue
        told = calc.derived(share)
        passages = [best.sentence.passage, *((best.before.passage,) if best.before is not None else ())]
        draft = quoted(
            view, passages, intent=Intent.SHARE, text=f"{told}%: {shortened(best.sentence.text, 70)}", short=told,
            unresolved=best.unsaid, confidence=best.score,
        )  # fmt: skip
        return replace(draft, calculation=f"{some:,f} / {every:,f} x 100 = {told} %")
    return None


def _told(text: str, reading: Reading) -> tuple[str, str, str] | None:
    """How many of how many a sentence tells, and what it says of what; of several parts the one that is asked about."""
    found = _OF.search(text)
    if found is not None:
        return found["some"], found["all"], f"{found['between']} {text[found.end() :]}"
    whole, sides = _OF_ALL.search(text), parts(reading)
    if whole is None or sides is None:
        return None
    asked = content_terms(sides[0])
    each = list(_EACH.finditer(text, whole.end()))
    said = [sum(any(q.matches(t) for t in terms(m["told"])) for q in asked) for m in each]
    best = max(said, default=0)
    if not best or said.count(best) > 1:
        return None
    return each[said.index(best)]["some"], whole["all"], whole["things"]


def _of_those(behind: str, reading: Reading, view: View) -> bool:
    """Whether the very things of which a share is asked for are counted: rooms are no carts."""
    asked = _WHOLE.search(without_company(reading.folded, view))
    things = content_terms(asked["whole"])[-1:] if asked is not None else ()
    near = terms(" ".join(behind.split()[:_NEAR]))
    return any(q.matches(t) for q in things for t in near)


def _read(number: str) -> Decimal:
    return Decimal(COUNT_WORDS.get(number, 0) or number.replace(",", ""))
