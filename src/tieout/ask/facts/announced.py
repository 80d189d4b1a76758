"""Lists that a sentence announces, asked for by what that sentence says: "we raised nearly 9,000 for:" and bullets.

All that tells in the question must stand in that sentence, numbers included; the noun of what is asked for may be general
("which organisations"), for the items are what it means. A head among the items that the question names ("Scope 3") narrows it.
"""

from __future__ import annotations

import re

from tieout.ask.draft import Draft
from tieout.ask.facts.asked import said, telling, without_company
from tieout.ask.facts.bullets import Bullets, Item, lists_of
from tieout.ask.facts.quoting import quoted
from tieout.ask.facts.unmarked import unmarked_lists
from tieout.ask.plan import Intent
from tieout.ask.view import View
from tieout.ask.wording.focus import content_terms
from tieout.ask.wording.question import COUNT_WORDS, Reading
from tieout.ask.wording.words import Term, terms
from tieout.model import Passage
from tieout.patterns import lazy
from tieout.text import collapse, fold

_ASKED = lazy(
    r"^(?:(?P<to>to|for|in|into|from|with|by|under|on|of) )?(?:which|what|list|name)(?: are| were)?(?: the| all| its| their)*(?: (?P<number>two|three|four|five|six|seven|eight|nine|ten))? "
    r"(?P<noun>(?:(?!is\b|are\b|was\b|were\b|do\b|does\b|did\b|has\b|have\b|of\b|that\b|which\b|to\b|in\b|for\b)[\w’'-]+ ){0,3}?(?!(?:was|has|does)\b)[\w’'-]*[^\Wuis]s)\b(?P<rest>.*)$"
)
_AMOUNT = lazy(
    r"^what (?:are|is|was|were) .{0,60}?\b(?:emissions|costs|expenses|expenditures|sales|revenues|losses|profits|hours|accidents|injuries|fatalities|withdrawals|savings|fines|donations)\b"
)
"""An amount is asked for, not what it is made of."""
_CHAIN = lazy(r"\b(?:along|across|in|within|from) (?:its|the|their) (?:value|supply) chain\b")
_GAINED = lazy(r"\b(?:benefit\w*|receiv\w*|got|gain\w*|profit\w*|help\w*|support\w*|were given|goes?|go|went)\b")
_GIVEN = lazy(r"\b(?:for|to|of|with|towards|benefit\w*|support\w*)$")
_NUMBER = lazy(r"(?<![\w.,])\d[\d.,]*(?!\w)")
_ANYBODY = frozenset(
    "organisations organizations charities institutions causes recipients beneficiaries groups bodies projects associations initiatives companies things points items areas fields steps".split()
)
_LONGEST_ITEM = 14
_FEWEST, _LONGEST_QUOTE, _NEAR = 2, 30, 500


def announced(reading: Reading, view: View) -> Draft | None:
    """The list whose announcing sentence says what is asked; None where none does, or several do."""
    text = re.sub(r"[()]", " ", without_company(reading.folded.rstrip("?. "), view))
    asked = _ASKED.match(collapse(text))
    if asked is None or _AMOUNT.match(text) is not None:
        return None
    found: list[tuple[tuple[Passage, ...], tuple[str, ...]]] = []
    for report, page, body in view.pages():
        for bullets in (*lists_of(body), *unmarked_lists(body)):
            around = body[max(0, bullets.start - _NEAR) : bullets.end + _NEAR]
            items = _meant(bullets, asked, view) or _counted(bullets, asked, around, view)
            number = COUNT_WORDS.get(asked["number"] or "", len(items))
            if items and len(items) == number:
                spans = _spans(bullets, items)
                places = tuple(Passage(report, page, start, end, body[start:end]) for start, end in spans)
                found.append((places, tuple(_short(i.text) for i in items)))
    if len({names for _, names in found}) != 1:
        return None
    places, names = found[0]
    told = "; ".join(names)
    return quoted(view, places, intent=Intent.LIST, text=f"{told} (page {places[0].page}).", short=told)


def _spans(bullets: Bullets, items: tuple[Item, ...]) -> list[tuple[int, int]]:
    """What to quote: the sentence with all items where they are short and follow it at once, else it and each of them."""
    whole = items[0] == bullets.items[0] and sum(len(i.text.split()) for i in items) <= _LONGEST_QUOTE
    if whole:
        return [(bullets.start, items[-1].end)]
    return [(bullets.start, bullets.end), *((i.start, i.end) for i in items)]


def _meant(bullets: Bullets, asked: re.Match[str], view: View) -> tuple[Item, ...]:
    """The items that are asked for: those under a head that the question names, or all where the sentence says it all."""
    whole = f"{asked['noun']} {asked['rest']}"
    head = next((h for h in bullets.heads() if re.search(rf"\b{re.escape(fold(h))}\b", whole)), "")
    if head:
        whole = _CHAIN.sub(" ", whole.replace(fold(head), " "))
    elif bullets.heads():
        return ()  # a list of lists is not one answer
    items = bullets.under(head) if head else bullets.items
    noun = content_terms(asked["noun"])
    lead = f"{bullets.lead} {head}"
    gained = (
        _GAINED.search(asked["rest"]) is not None
        and (asked["to"] in {None, "to", "for"})
        and _GIVEN.search(fold(bullets.lead)) is not None
    )
    rest = _GAINED.sub(" ", asked["rest"]) if gained else asked["rest"]
    rest = _CHAIN.sub(" ", rest.replace(fold(head), " ")) if head else rest
    insisted = telling(rest, view)
    general = gained and asked["noun"].split()[-1] in _ANYBODY
    if not general and said(noun, lead) != noun:
        return ()
    numbers = {n.strip(".,") for n in _NUMBER.findall(rest)} - {fold(head)}
    if said(insisted, lead) != insisted or not numbers <= {n.strip(".,") for n in _NUMBER.findall(fold(lead))}:
        return ()
    enough = head or numbers or len(_distinct(insisted, noun, lead)) >= _FEWEST
    return items if enough and all(len(i.text.split()) <= _LONGEST_ITEM for i in items) else ()


def _counted(bullets: Bullets, asked: re.Match[str], around: str, view: View) -> tuple[Item, ...]:
    """All items, where the sentence says their noun and their number fits, and the rest of the question stands around it.

    Without a number the sentence must say two telling words of the rest itself.
    """
    noun, insisted = content_terms(asked["noun"]), telling(asked["rest"], view)
    number = COUNT_WORDS.get(asked["number"] or "")
    here = said(insisted, bullets.lead)
    if not noun or said(noun, bullets.lead) != noun or said(insisted, around) != insisted or bullets.heads():
        return ()
    fits = len(bullets.items) == number if number is not None else len(here) >= _FEWEST
    short = all(len(i.text.split()) <= _LONGEST_ITEM for i in bullets.items)
    return bullets.items if fits and short and here else ()


def _distinct(insisted: tuple[Term, ...], noun: tuple[Term, ...], lead: str) -> set[str]:
    """The different words of the announcing sentence that the question says."""
    return {t.text for t in terms(lead) if any(q.matches(t) for q in (*insisted, *noun))}


def _short(text: str) -> str:
    """An item without what explains it behind a colon, and without its comma."""
    return text.partition(":")[0].strip(" ,;.")
