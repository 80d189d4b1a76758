"""All things of a kind that are called so and belong where the question says: "which Hong Kong ordinances".

Nothing is ranked: a question that says nothing more than a noun and what restricts it means every one of them.
"""

from __future__ import annotations

import re

from tieout.ask.draft import Draft
from tieout.ask.facts.asked import said, telling, without_company
from tieout.ask.plan import Intent, PlanEntity
from tieout.ask.view import View
from tieout.ask.wording.focus import content_terms
from tieout.ask.wording.question import Reading
from tieout.model import AnswerStatus, Entity
from tieout.patterns import lazy

_NOUNS = r"ordinances|acts|laws|conventions|directives|statutes|decrees|regulations|policies|codes|certificates|certifications|standards|notices"
_KINDS = frozenset({"law", "policy", "certification", "standard"})
_ASKED = lazy(
    rf"^(?:which|what|list|name)(?: are| were)?(?: the| all| its)* (?P<limit>(?:(?!is\b|are\b|does\b|do\b)[\w’'-]+ ){{1,3}}?)(?P<noun>{_NOUNS})\b(?P<rest>.*)$"
)
_KEPT = lazy(
    r"\b(?:compl(?:y|ies|ied|iance)|adher\w*|respect\w*|observ\w*|abid\w*|follow\w*|obey\w*|keep\w*|subject|named?|mention\w*|list\w*|refer\w*|cit\w*|claim\w*|commit\w*|strictly)\b"
)
_AROUND, _MOST = 30, 12


def all_called(reading: Reading, view: View) -> Draft | None:
    """Every thing whose name holds the noun and, in it or right beside it, what restricts the noun; None where there is none."""
    asked = _ASKED.match(without_company(reading.folded.rstrip("?. "), view))
    if asked is None:
        return None
    limit = content_terms(asked["limit"])
    if not telling(asked["limit"], view) or telling(_KEPT.sub(" ", asked["rest"]), view):
        return None
    found = []
    for entity in view.entities:
        if entity.kind in _KINDS and entity.passages and _is_called(entity, asked["noun"]):
            place = entity.passages[0]
            text = view.page_text(place.report, place.page)
            around = text[max(0, place.start - _AROUND) : place.end + _AROUND]
            if said(limit, f"{entity.label} {_beside(around, place.quote)}") == limit:
                found.append(entity)
    if not found or len(found) > _MOST:
        return None
    found.sort(key=lambda e: (e.passages[0].page, e.passages[0].start))
    told = "; ".join(dict.fromkeys(e.label for e in found))
    names = view.ports.names
    own = [e.iri for e in found if e.iri]
    pages = ", ".join(dict.fromkeys(str(e.passages[0].page) for e in found))
    return Draft(
        status=AnswerStatus.ANSWERED,
        intent=Intent.LIST if len(found) > 1 else Intent.THING,
        text=f"{told} (page {pages}).",
        short=told,
        passages=tuple(e.passages[0] for e in found),
        starts=(*own, *(names.organization(o) for o in view.organizations)),
        query=("entity", (("entity", " ".join(own)),)) if own else None,
        entities=tuple(PlanEntity(e.kind, e.label, e.iri) for e in found),
    )


def _is_called(entity: Entity, noun: str) -> bool:
    """Whether a thing's name holds the noun; every rule of the state is a law."""
    if noun == "laws":
        return entity.kind == "law"
    one = noun.removesuffix("ies").removesuffix("s")
    return re.search(rf"\b{one}", entity.label.casefold()) is not None


def _beside(around: str, quote: str) -> str:
    """The owner right before a name ("Northport's Harbour Act") and the place right behind it ("of Northport")."""
    before, _, behind = around.partition(quote)
    owner = re.search(r"((?:[A-Z][\w-]*\s+){0,3}[A-Z][\w-]*)['’]s\s+$", before)
    place = re.match(r"\s+(?:of|in)\s+((?:the\s+)?(?:[A-Z][\w-]*\s*){1,4})", behind)
    return f"{owner[1] if owner is not None else ''} {place[1] if place is not None else ''}"
