"""A name in quotation marks beside the noun of what bears it: "the working time model “Loom to Loom”".

Asked for is the name of a policy, a programme or a prize by what it does. The nouns of a kind stand for each other, as a
model for working time is a policy to some; the sentence must say most of what the question tells, and no other named thing as much.
"""

from __future__ import annotations

import re

from tieout.ask.draft import Draft
from tieout.ask.facts.asked import said, without_company
from tieout.ask.facts.nearby import sentences_near
from tieout.ask.facts.quoting import quoted
from tieout.ask.passages.sentences import Sentence
from tieout.ask.plan import Intent
from tieout.ask.view import View
from tieout.ask.wording.focus import content_terms
from tieout.ask.wording.lexicon import LIGHT
from tieout.ask.wording.question import Reading
from tieout.ask.wording.words import Term
from tieout.patterns import lazy
from tieout.text import collapse

_KINDS = (
    r"polic(?:y|ies)|models?|programmes?|programs?|initiatives?|schemes?|concepts?|projects?|campaigns?|arrangements?|plans?|strateg(?:y|ies)|guidelines?|systems?",
    r"awards?|prizes?|distinctions?|seals?|labels?|titles?|medals?",
    r"platforms?|tools?|apps?|software|portals?|solutions?|products?|systems?",
    r"courses?|trainings?|workshops?|seminars?|programmes?|programs?|academ(?:y|ies)",
    r"surveys?|index|indices|indicators?|ratings?|scores?",
    r"events?|days?|weeks?|conferences?|festivals?|runs?|races?",
)
_NOUN = "|".join(_KINDS)
_ASKED = (
    lazy(
        rf"^(?:what is|what was|give|state) the name of (?:the |its |their |an? )?(?P<kind>(?:[\w-]+ ){{0,3}}?(?P<noun>{_NOUN}))\b (?P<what>.+)$"
    ),
    lazy(
        rf"^(?:what is|what was|how is|what are) (?:the |its |their )?(?P<kind>(?:[\w-]+ ){{0,3}}?(?P<noun>{_NOUN}))\b (?P<what>.+?) (?:called|named|titled)$"
    ),
    lazy(
        rf"^under (?:which|what) name (?:does|did|do|has|is|was) (?:the |its |their |an? )?(?P<kind>(?:[\w-]+ ){{0,3}}?(?P<noun>{_NOUN}))\b (?P<what>.+)$"
    ),
)
_NAMED = lazy(
    rf"\b(?P<noun>{_NOUN})\b(?: (?:called|named|titled|known as|entitled))? [“\"„](?P<name>[^”\"“„]{{2,60}})[”\"“]|[“\"„](?P<first>[A-Z][^”\"“„]{{1,59}})[”\"“] (?:[\w-]+ ){{0,3}}?(?P<behind>{_NOUN})\b"
)
_HALVES = lazy(r"\b(?:half and half|fifty[- ]fifty|half)\b")
_LEAST_SAID, _FEWEST = 0.6, 3


def quoted_name(reading: Reading, view: View) -> Draft | None:
    """The name asked for; None where no sentence with a name in quotation marks says enough, or two say as much."""
    text = _HALVES.sub("50 percent", without_company(reading.folded.rstrip("?. "), view))
    asked = next((m for form in _ASKED if (m := form.match(text)) is not None), None)
    if asked is None:
        return None
    content = tuple(_once(content_terms(f"{asked['kind'][: -len(asked['noun'])]} {asked['what']}")))
    content = tuple(t for t in content if t.text not in LIGHT)
    total = sum(view.linker.weight(t) for t in content)
    best: dict[str, tuple[float, Sentence]] = {}
    for sentence, _ in sentences_near(reading.text, view):
        for found in _NAMED.finditer(sentence.text):
            bears = (found["noun"] or found["behind"]).lower()
            if not any(re.fullmatch(k, bears) and re.fullmatch(k, asked["noun"]) for k in _KINDS):
                continue
            own = said(content, sentence.text)
            share = sum(view.linker.weight(t) for t in own) / total if total else 0.0
            name = collapse(found["name"] or found["first"])
            if (
                share >= _LEAST_SAID
                and len(own) >= min(_FEWEST, len(content))
                and (name not in best or share > best[name][0])
            ):
                best[name] = (share, sentence)
    ranked = sorted(best, key=lambda n: (-best[n][0], n))
    if not ranked or (len(ranked) > 1 and best[ranked[0]][0] == best[ranked[1]][0]):
        return None
    place = best[ranked[0]][1].passage
    return quoted(view, (place,), intent=Intent.THING, text=f"{ranked[0]} (page {place.page}).", short=ranked[0])


def _once(content: tuple[Term, ...]) -> list[Term]:
    """Each concept once, however often a question says it."""
    found: list[Term] = []
    for term in content:
        if not any(term.concepts == f.concepts for f in found):
            found.append(term)
    return found
