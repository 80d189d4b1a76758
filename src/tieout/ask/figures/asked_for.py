"""Whether a figure can be what a question asks for: not who, when or where, and no thing that has a name."""

from __future__ import annotations

from tieout.ask.passages.spans import wanted_kind
from tieout.ask.passages.wanted import Wanted
from tieout.ask.plan import Intent
from tieout.ask.wording.focus import STANCE
from tieout.ask.wording.question import Measure, Reading
from tieout.patterns import lazy

_TOLD = lazy(
    r"^(?:how (?:is|are|was|were|does|do|did|can|will) |what (?:does|do|did|is|are|was|were|happens?) (?:.{2,120} )?(?:being )?(?:do|done|happens?|made) (?:with|to|about|of|against)\b|"
    r"what (?:does|do|did) .{2,60} do\b|(?:which|what) (?:kinds?|types?|sorts?|forms?) of |what happens|(?:what|which|name|list)(?: are| were)?(?: the| its| their)? (?:ways|means|reasons|grounds|steps|stages|methods|measures|manners?|circumstances)\b|(?:what|which|name|list)(?: are| were)?(?: the| its| their)? (?:two|three|four|five|six|seven|eight|nine|ten) )"
)
"""What is told in words: a manner, a deed, so many named things."""
_SEVERAL = lazy(
    r"(?:which|what) (?:are )?(?:the |its )?(?:[\w-]+ ){0,2}(?:sources|categories|kinds|types|risks|topics|measures|steps|reasons|areas|goals|groups) (?:of\b(?! what)|make up\b|comprise\b|form\b)|which (?:[\w-]+ ){0,3}(?!emissions\b)[a-z]{3,}s (?:does|do|did|are|were|has|have|can|will)\b"
)
"""Several things are asked for: no one figure is they."""
_WHICH_ONE = lazy(
    r"which (?:[\w-]+ )?(?:prize|award|distinction|seal|honou?r|certification|partner|tool|software|university|model|format) (?:did|does|has|have|was|is|were|are)\b"
)
"""A named thing is asked for, whatever of its kind is counted."""
_WHICH_THING = lazy(
    r"which (?!.{0,60}\b(?:rates?|shares?|percentages?|proportions?|portions?|numbers?|amounts?|figures?|values?|scores?|levels?|emissions|intensit(?:y|ies)|ratios?|volumes?|"
    r"quantit(?:y|ies)|targets?|goals?|index|indices|indicators?|reductions?|savings|sum|total|average|budget|price|costs?|consumption|hours|days|weight|capacity|length|time)\b)"
    r"(?:[\w-]+ ){1,4}(?:does|do|did|has|have|is|are|was|were|can|must)\b"
)
"""Something that has a name is asked for, not how much of it there is: "which insurance does it offer"."""
_BY_WHAT = lazy(
    r"(?:with|by|through|via|under|from|to|on) (?:which|what) (?!extent|degree|level|rate|percent|year|share)"
)
"""A means, a partner or a rule is asked for: "with which platform"."""
_WHOEVER = lazy(r"(?:to |for )?who(?:m|se)?\b")
_NAMED_KINDS = frozenset(
    {"policy", "law", "certification", "committee", "stakeholder", "standard", "topic", "goal", "risk", "opportunity"}
)


def may_be_figure(reading: Reading, intent: Intent, kinds: tuple[str, ...]) -> bool:
    """Whether a figure can answer: not who, when or where, and no named thing, unless members are ranked or compared."""
    if intent in {Intent.RANK, Intent.COMPARE}:
        return True
    if intent is Intent.CONSISTENCY:
        # A figure that stands at one place only agrees with nothing.
        return False
    kind = wanted_kind(reading)
    if kind in {Wanted.PERSON, Wanted.DATE, Wanted.PLACE, Wanted.NAME}:
        return False
    if kind is Wanted.REASON or _WHOEVER.match(reading.folded) is not None:
        return False
    if STANCE.search(reading.folded) is not None:
        return False
    if (
        intent in {Intent.LOOKUP, Intent.TREND}
        and reading.measure is Measure.ANY
        and _WHICH_THING.match(reading.folded) is not None
    ):
        return False
    if intent is Intent.LOOKUP and reading.measure is Measure.ANY and _BY_WHAT.match(reading.folded) is not None:
        return False
    if intent is Intent.LOOKUP and reading.measure is Measure.ANY and _WHICH_ONE.match(reading.folded) is not None:
        return False
    if intent is Intent.LOOKUP and reading.measure is Measure.ANY and _SEVERAL.match(reading.folded) is not None:
        return False
    if intent is Intent.LOOKUP and reading.measure is Measure.ANY and _TOLD.search(reading.folded) is not None:
        return False
    return not (intent is Intent.LOOKUP and reading.measure is Measure.ANY and _NAMED_KINDS.intersection(kinds[:1]))
