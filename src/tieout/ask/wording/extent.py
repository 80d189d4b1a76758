"""Of what a figure is counted: of assets held all along or of all, of areas the company controls, its tenants', or both.

Owners of buildings print each figure several times: "like-for-like" and in total, for what they control themselves and
for the whole portfolio. A question says which one it means in many ways; these words tell figures apart and name none.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from tieout.patterns import lazy
from tieout.text import collapse, fold


class Control(StrEnum):
    """Who controls what a figure is of."""

    UNSAID = ""
    OWN = "own"
    OTHERS = "others"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Extent:
    """What a question or a row says of it; ``alike`` (like-for-like) is None where nothing is said."""

    alike: bool | None = None
    control: Control = Control.UNSAID

    @property
    def told(self) -> bool:
        """Whether a row so counted shows that its report tells figures apart by it."""
        return bool(self.alike) or self.control in {Control.OWN, Control.OTHERS}


_LIKE = r"(?:like[- ]for[- ]like|same[- ]store)"
_BASIS = r"(?: (?:basis|adjust(?:ments?|ed)|comparisons?|data|figures?|terms|ones?))?"
_AREAS = r"(?:areas?|spaces?|properties|premises|buildings|sites|assets|houses|stores)"
_TENANT = r"(?:tenants?|non-landlord)[’']?(?:[- ](?:run|controlled|operated|managed|occupied))?"
_SPAN = r"(?: (?:throughout|over|through|in|during|from|for|all|the|both|whole|full|period|years?|and|to|two|three|four|five|(?:19|20)\d\d)){0,8}"
_UNLIKE = lazy(rf"[,(]? ?\b(?:not|non|without|excluding|before)(?: (?:any|the|on|a)){{0,2}}[- ]{_LIKE}{_BASIS}\)?")
_ALIKE = lazy(rf"(?:\b(?:on|in) (?:an? )?)?\b{_LIKE}\b{_BASIS}")
_SAME = lazy(
    rf"\b(?:for|on|of|in|at|over) (?:(?:the |a )?same (?:(?:set|group|pool) of )?{_AREAS}(?: (?:held|owned|managed){_SPAN})?|"
    rf"(?:the |all )?{_AREAS} (?:held|owned|managed) throughout{_SPAN})"
)
_WHOLE = lazy(r"\b(?:entire|whole|full|complete) (?=(?:property )?portfolio\b)")
_BOTH = lazy(
    rf"\(?\b(?:landlord|its own)(?:[- ]controlled)? (?:and|plus|as well as) {_TENANT} (?:{_AREAS}(?: (?:together|combined))?|together|combined)\b\)?|"
    rf"[,(]? ?\b(?:including|with)(?: the| its| those of)? {_TENANT} {_AREAS}\b\)?|[,(]? ?\b{_TENANT} {_AREAS} included\b\)?"
)
_HELD = lazy(
    rf"\b(?:in|at|of|by|for|from) (?:the |those |all ){{0,2}}{_AREAS} (?:that |which )?(?P<who>(?:[\w’'.&-]+ ){{1,4}}?)(?:itself )?(?:controls?|operates?)\b(?: itself| directly)?"
)
_UNDER = lazy(
    r"\b(?:that (?:are|is) )?under (?P<who>(?:(?:its|their|[\w’'.&-]+ ?[\w’'.&-]*[’']s?) )?)(?P<how>(?:own |direct |operational )*)control\b"
)
_OTHERS = lazy(
    rf"\bnon-landlord\b|(?<!single[- ])(?<!multi[- ])\btenants?(?:[’']s?)? {_AREAS}\b|\btenant(?:s[’']?|[’']s)?[- ](?:run|controlled|operated|managed|occupied)\b|\b{_AREAS} (?:run|controlled) by (?:the |its )?tenants\b"
)
_NOT_OWN = lazy(
    rf"\b{_AREAS} (?:that |which )?(?:the |its )?(?:landlord|company|owner|reit|group|it) (?:does not|do not|doesn['’]t) (?:itself )?(?:control|operate)\b|\b(?:not|outside) (?:controlled by|the control of|under the control of) (?:the )?(?:landlord|company|owner|reit)\b"
)
_OWN = lazy(r"(?<!non-)\blandlord[- ]controlled\b|\bcontrolled by (?:the landlord|it(?:self)?)\b")
_HEADED = lazy(r"(?:^|> |\blandlord[- ]|\boperationally )controlled\b")


@lru_cache(maxsize=512)
def extent_of(question: str) -> Extent:
    """What a question says of it."""
    text = fold(question)
    alike = False if _UNLIKE.search(text) else True if _ALIKE.search(text) or _SAME.search(text) else None
    if _WHOLE.search(text) or _BOTH.search(text):
        return Extent(alike, Control.ALL)
    if _NOT_OWN.search(text):
        return Extent(alike, Control.OTHERS)
    named = [m["who"] for m in _HELD.finditer(text)]
    named += [m["who"] for m in _UNDER.finditer(text) if m["who"] or m["how"]]
    if any("tenant" in who for who in named) or (not named and _OTHERS.search(text)):
        return Extent(alike, Control.OTHERS)
    return Extent(alike, Control.OWN if named or _OWN.search(text) else Control.UNSAID)


def extent_of_row(headings: str, parts: str) -> Extent:
    """What a row's headings, and the parts of a split that it is of, say of it."""
    above, own = fold(headings), fold(parts)
    alike = True if _ALIKE.search(above) else None
    if _OTHERS.search(own) or _OTHERS.search(above):
        return Extent(alike, Control.OTHERS)
    if _OWN.search(own) or _HEADED.search(above):
        return Extent(alike, Control.OWN)
    return Extent(alike, Control.ALL if "portfolio" in above.split() else Control.UNSAID)


def without_extent(folded: str) -> str:
    """A folded wording without what it says of it; words that name a part of a printed split stay."""
    for pattern in (_UNLIKE, _ALIKE, _SAME, _WHOLE, _BOTH):
        folded = pattern.sub(" ", folded)
    folded = _UNDER.sub(lambda m: " " if (m["who"] or m["how"]) and "tenant" not in m["who"] else m[0], folded)
    return collapse(_HELD.sub(lambda m: m[0] if "tenant" in m["who"] else " ", folded))


_OTHER, _UNTOLD, _UNASKED = 1.0, 0.2, 0.1


def misfit(asked: Extent, row: Extent) -> float:
    """What a row loses that is counted of something else than is asked for, or of the same assets only unasked."""
    lost = 0.0
    if asked.alike is None:
        lost += _UNASKED if row.alike else 0.0
    elif asked.alike is not bool(row.alike):
        lost += _OTHER
    if asked.control and row.control is not asked.control:
        lost += _OTHER if row.control else _UNTOLD
    return lost
