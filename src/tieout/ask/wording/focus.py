"""The focus of a question: what remains when company, years, units and the phrases of asking are set aside."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tieout.ask.wording.words import Term, terms
from tieout.patterns import lazy
from tieout.text import collapse, fold

# Phrases of asking and computing: they say what to do, not what is meant.
_ASKING = lazy(
    r"\b(?:from (?:which|what) (?:[\w-]+ ){0,2}?to (?:which|what)|how (?:many|much|often|frequently|regularly|large|big|high|low|far|long|heavy|strong|wide|expensive|costly)|what (?:is|was|were|are)|in percentage terms|by what percent(?:age)?|"
    r"by how (?:much|many)|by what factor|in (?:the )?(?:latest|last|most recent|current|same|previous|prior|reporting) (?:reporting |financial )?(?:years?|period)|"
    r"(?:the )?(?:year|period) (?:before|earlier)|(?:in |during |for |since )?(?:which|what) (?:reporting |financial )?(?:years?|periods?)|"
    r"(?:the )?differences? (?:between|in)|(?:the )?(?:course|history|path) of|how (?:has|have|did|does|do)\b|year[- ]on[- ]year|heading up or down|up or down|more or less|higher or lower|"
    r"(?:rise|rose|risen|rising|fall|fell|fallen|falling|grow|grew|grown|growing|increas(?:e[ds]?|ing)|decreas(?:e[ds]?|ing)|declin(?:e[ds]?|ing)|(?<!were )(?<!was )(?<!been )drop(?:ped|ping)?|shrink|shrank|shrunk|shrinking|"
    r"chang(?:e|ed|es)|develop(?:ed)?(?= (?:from|between|over|since)\b|\W*$)|evolv(?:e|ed)|(?:get|got|gone|become|became|getting) (?:worse|better)(?: or (?:worse|better))?|trend|evolution|jump(?:ed)?|climb(?:ed)?|improve[ds]?(?= (?:between|from|since|over|in (?:19|20)|on|against|compared)\b|\W*$)|worsen(?:ed)?|deteriorated?)\b|"
    r"(?:over|across|in|during) (?:(?:all|the) ){0,2}(?:two|three|four|five|\d) (?:reporting |financial )?years(?: combined| together| in total)?|"
    r"(?:in )?percentage points?|points(?=\W*$)|(?:judging|going|to judge) by (?:the )?(?:percentages?|ratios?|shares?|tables?|figures?)|across the (?:two|three|four|five|\d) years(?: on record)?|"
    r"(?:two|three|four|five)[- ]year|year[- ]end|(?<=per )\d[\d,]*(?= )|at the end of(?: the year)?|at (?:the )?(?:end|close)(?=\W*$| of\W*$)|(?:kilo|mega|giga|tera)watt[- ]hours?|(?:in|as) (?:an? )?(?:per ?cent(?:age)?|share|proportion|fraction)(?=\W*$)|moved?(?= (?:over|across|through|between|from|since)\b|\W*$)|as of|during|back in|so much|(?:at |in )?(?:what|which) (?:intervals?|frequency|rhythm)|"
    r"(?:add(?:ed)?|gain(?:ed)?)(?= (?:across|between|from|over|in|to) |\W*$)|(?:smaller|larger|bigger|lower|higher|fewer|greater|fewest|greatest|longest|shortest|highest|lowest|largest|smallest|biggest|fastest|quickest|slowest|steepest|heaviest|lightest|most|least|best|worst|(?:worse|better)(?= (?:on|in|for|among|at|with|off|outside|inside)\b)|(?<=had the )(?:worse|better)|(?<=has the )(?:worse|better)|top(?!-| (?:manage|leader|execut|tier|level|rank|grade|rung|job|post|position))|maximum|minimum)\b|"
    r"compar(?:e|ed|ing)(?: (?:to|with|against))?|versus|vs\.?|respectively|in total(?= (?:were|was|have|has))|"
    r"according to (?:the|its|their) [\w-]+(?: [\w-]+)?|in response to|with (?:respect|regard) to|in connection with|as part of|(?:in|within) (?:the |its |this |their )?(?:(?:esg|sustainability|annual|csr|non-?financial|integrated|responsibility|corporate|social|group) ){1,4}reports?|table|figures?\b|exceed(?:ed)?|altogether|taken together|combined|carried out|(?:went|gone|go|put) through|took place|taken place|(?:acts?|acted|acting|serves?|served|serving|functions?) as|(?:would|does|do) (?:the )?(?:\w+ )?(?:ratio|share|percentage|proportion)s? imply)"
)
STANCE = lazy(
    r"\b(?:the |its |their )?(?:stance|position|attitude|view|opinion|approach) (?:on|to|towards?|regarding|about|concerning)\b|"
    r"\b(?:have to )?say(?:s|ing)? (?:about|on|regarding|concerning)\b"
)
"""Words that ask for what is said of a thing: a figure of it is no answer."""
_SPAN = lazy(r"\b(?:(?:in|for|of|from|over|during) )?(?:19|20)\d\d ?[-–—] ?(?:19|20)\d\d(?![\d.-])")
_AGES = lazy(r"\b(?:older|younger) than(?= (?:the age of )?\w)")
_CONTRAST = lazy(
    r",? \b(?:but )?(?:not|rather than|instead of|as opposed to) (?:the |in |on a )?[\w-]+(?: (?:basis|one|figure|data))?(?=[),?]|$)"
)
"""What is set aside by the asker: "in total, not like-for-like"."""
_KINDS = frozenset("bank reit insurer trust fund holding airline brewery university hospital utility".split())
"""What a company may be, as its name says it."""
_PUNCTUATION = lazy(r"[?!,;:.]+(?=\s|$)|[\"“”]")


def focus_text(folded: str, organizations: Sequence[str]) -> str:
    """The folded wording without organizations, years, phrases of asking and punctuation."""
    for name in sorted(organizations, key=len, reverse=True):
        owner = rf"{re.escape(fold(name))}(?!\w)"
        folded = re.sub(rf"\b(in|of|at|for|from|to|by|on) {owner}['’]s?(?!\w)", r"\1 its", folded)
        folded = re.sub(rf"\b{owner}(?:['’]s)?(?!\w)", " ", folded)
    kinds = {w for name in organizations for w in re.findall(r"\w+", fold(name)) if w in _KINDS}
    if kinds:  # "the bank" is the company where it is called one
        folded = re.sub(rf"\b(?:the|this|our|your) (?:{'|'.join(sorted(kinds))})(?:['’]s)?(?![\w-])", " ", folded)
    folded = re.sub(r"\bon average\b", "average", folded)  # "take on average" takes nobody on
    folded = _AGES.sub(lambda m: "over" if m[0].startswith("o") else "under", _SPAN.sub(" ", folded))
    folded = re.sub(
        r"(?<![\d.,-])(?:\b(?:in|for|of|from|to|between|and|by|at|until|during|since|the year|the base year|the (?:end|close|beginning|start) of) )*(?:fy ?)?(?:19|20)\d\d(?!\d|[.,-]\d)",
        " ",
        folded,
    )
    folded = _ASKING.sub(" ", STANCE.sub(" ", _CONTRAST.sub(" ", collapse(folded))))
    return collapse(_PUNCTUATION.sub(" ", folded))


def content_terms(focus: str) -> tuple[Term, ...]:
    """The terms that name the thing asked for."""
    return tuple(t for t in terms(focus) if "company" not in t.concepts and t.text not in _FILLERS)


_UNIT_WORDS = """
    kwh mwh gwh twh gj tj mj pj kilojoules megajoules gigajoule gigajoules terajoule terajoules petajoules kilowatt megawatt
    gigawatt terawatt kilotonnes grams kilos tonne tonnes ton tons kg kilogram kilograms rmb eur euro euros usd yuan dollars litre litres liter
    liters cubic metre metres
"""
_FILLERS = frozenset(
    (
        _UNIT_WORDS
        + "kind kinds sort sorts type types extent base pool roster size large big high low way overall total whole thousand million billion together money numerous tonnage"
    ).split()
)
"""Words that name no thing: units are read as such, and how large a thing is says nothing of what it is."""
