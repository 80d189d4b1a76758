"""A question in plainer words: as it says itself that it is meant, or as the field asks for a goal.

"Which team was the keenest, that is, came in most often?" says what it means; "below which level does it want to keep waste?"
asks for the target for waste.
"""

from __future__ import annotations

import re

from tieout.ask.wording.question import COUNT_WORDS
from tieout.patterns import lazy
from tieout.text import fold

_MEANS = lazy(
    r"^(?P<head>(?:in |at |for )?(?:which|what|who) (?:[\w&’'-]+ ){0,6}?)(?:was|were|is|are|has|have|had|did|does|do) (?P<loose>[^,]{2,120}),? "
    r"(?:that is(?: to say)?|i\.e\.|in other words|meaning(?: that)?|which means),? (?:(?:it|they) )?(?P<tail>\w[^?]{5,200})\??$"
)
_LEVEL = r"(?:\w+ )?(?:level|value|mark|threshold|percentage|rate|share|figure|limit)"
_WANTED = lazy(
    rf"^(?:(?:below|above|under|over|at|to|within) (?:which|what) (?:{_LEVEL})?|how (?:high|low|large|small)) ?"
    r"(?:does|do|did) (?P<who>[^?]{1,60}?) (?:want|aim|plan|intend|seek|wish|hope|strive) (?:to (?:keep|hold|bring|have|maintain|get|push|limit|see) )?"
    r"(?P<what>[^?]{2,120}?)(?: (?:to be|at|to|down|stay|remain|become))?(?P<when>,? (?:by|in|until|for) (?:the end of )?(?:19|20)\d\d)?\??$",
    re.IGNORECASE,
)
_KEPT = lazy(
    rf"^(?:below|above|under|over|at|to|within) (?:which|what) {_LEVEL} "
    r"(?:is|are|should|shall|must) (?P<what>[^?]{2,100}?) (?:to )?(?:stay|remain|be kept|be held|be brought)\b(?P<rest>[^?]*)\??$",
    re.IGNORECASE,
)
_EXCEEDS = lazy(
    r"^(?P<head>by (?:how (?:much|many)|what percentage)\b[^?]{3,160}?),? in (?P<new>(?:19|20)\d\d) (?:(?P<up>exceed|surpass|top|outdo)|fall (?:short of|below)|lie below|undercut) "
    r"(?:that|those|the (?:figure|value|level|one)s?) (?:of|in|for) (?P<old>(?:19|20)\d\d)\??$",
    re.IGNORECASE,
)
_MORE_UNITS = lazy(
    r"^(how many) (hours|days|tonnes|tons|kilograms|litres|kilowatt[- ]hours|mwh|kwh|people|persons) (more|fewer|less) (?:of )?(?=[a-z]+ )",
    re.IGNORECASE,
)
"""The unit before "more": "how many hours more training"."""
_NOT_YET = lazy(
    r"\b(?:(?:had|have|has|were|was|are|is) )?(?:not yet|yet to) (?:turn(?:ed)?|reach(?:ed)?|hit) (?:the age of )?(?P<age>\d\d)\b|\bbelow (?:the age of )(?P<below>\d\d)\b",
    re.IGNORECASE,
)
_PAST = lazy(
    r"\b(?:had |have |has )?(?:already )?(?:turned|passed) (?:the age of |their )?(?P<age>\d\d)\b(?! %| per)",
    re.IGNORECASE,
)
_OWNER = lazy(
    r"\b(?:single )?(?P<rank>biggest|largest|main|principal|top|second[- ]largest)(?: single)? (?:owner\b|(?:share)?holder(?: of (?:the |its )?(?:shares|stock))?\b)",
    re.IGNORECASE,
)
_BOTH = lazy(r" ?\((?:all|both|total|overall|whole|entire)\b[^()]*\)| ?\([^()]{2,60} and [^()]{2,60}\)")
"""Tells in brackets that nothing is left out."""
_IN_SECTION = lazy(
    r",? (?:in|of|from|according to) (?:the |its |[A-Z][\w&.’' -]{0,30}['’]s )?(?:[A-Z][A-Za-z&-]{2,} ){1,6}(?:section|chapter)\b(?! (?:that|which|cited|indexed|of|on)\b)"
)
"""Says in which section of the report it stands."""
_LEFT_FASTER = lazy(
    r"\bdid (?:staff|people|employees|workers) (?:leave|quit|turn over) (?:faster|quicker|sooner|more(?: quickly| often)?)\b",
    re.IGNORECASE,
)
_QUICKER_TO_LEAVE = lazy(
    r"^were (?:staff|people|employees|workers) (?P<one>[^?]{2,80}?) or (?:those |the ones )?(?P<two>[^?]{2,80}?) (?:quicker|faster|likelier|more likely|more apt) to (?:leave|quit|go)\b",
    re.IGNORECASE,
)
_SAT = lazy(
    r"^(?P<who>how many [^?]{2,60}?\b(?:directors|trustees|board members)) (?:sat|served|sit|serve|held (?:a )?seats?)\b(?: on the board)?",
    re.IGNORECASE,
)
"""Directors sit, which is no meeting."""
_FROM_BOTH = lazy(
    r"^(?:(?:judging |going |working )?(?:by|from)) the (?:ratio|share|percentage|proportion|rate)s? and (?:the )?[\w ’'-]{3,30}, ",
    re.IGNORECASE,
)
"""Says from which two figures a third is to be worked out."""
_YEARS_BEFORE = lazy(
    r"\b(?P<n>one|two|three|four|five) years? (?:before|earlier|previously|prior)\b(?! the\b)", re.IGNORECASE
)
_NAMED_YEAR = lazy(r"\b(?:19|20)\d\d\b")
_COUNTS = {"one": 1, **COUNT_WORDS}
_OUTSIDE_IT = lazy(
    r"\b(?:on|in|within|inside) (?P<place>(?:the )?[\w’' -]{3,40}?) or (?:outside|beyond|off)(?: of)? (?:it|there|that)\b",
    re.IGNORECASE,
)
_BOOKED = lazy(
    r"\bturnover\b(?= (?:did|does|has|have|was) (?:[\w&’'.-]+ ){1,6}?(?:book|post|generate|earn|make|made|achieve|realise|realize)(?:d|ed)?\b)",
    re.IGNORECASE,
)
"""Turnover in money: people are not booked."""
_TAKEN_IN = lazy(r"\btake(?:n)? in as turnover\b|\bearn(?:ed)? as turnover\b", re.IGNORECASE)
_DECADES = lazy(r"\b(?P<way>under|over)[- ](?:the )?(?P<age>twen|thir|for|fif|six)ties\b", re.IGNORECASE)
_AGES = {"twen": 20, "thir": 30, "for": 40, "fif": 50, "six": 60}
_LEFT_OFTEN = lazy(
    r"\b(?:left|leaves?|quit) (?:the (?:company|firm) )?(?P<most>least|most) (?:often|frequently|readily)\b",
    re.IGNORECASE,
)
_LEFT_ELSEWHERE = lazy(
    r"^did (?:staff|people|employees|workers) (?P<one>[^?]{2,60}?) or (?:those|the ones) (?:elsewhere|outside(?: it)?) (?:leave|quit) (?:faster|quicker|sooner|more (?:readily|often|quickly|frequently))\b",
    re.IGNORECASE,
)
_YEAR = lazy(r"\b(?:in|for|during|at the end of) (?:19|20)\d\d\b")


def restated(text: str) -> str:
    """The question in the words that it gives for what it means, a level wanted as a target; as it is where it is plain."""
    text = _MORE_UNITS.sub(r"\1 \3 \2 of ", text, count=1)
    text = _SAT.sub(r"\g<who> were there", _IN_SECTION.sub("", _FROM_BOTH.sub("", text)))
    text = _BOOKED.sub("revenue", text)
    text = _TAKEN_IN.sub("have in revenue", text)
    text = _DECADES.sub(lambda m: f"{m['way']} {_AGES[m['age'].lower()]}", text)
    text = _LEFT_OFTEN.sub(
        lambda m: f"had the {'lowest' if m['most'].lower() == 'least' else 'highest'} turnover rate", text
    )
    text = _LEFT_ELSEWHERE.sub(r"Was staff turnover higher \g<one> or outside it", text)
    text = _LEFT_FASTER.sub("was staff turnover higher", text)
    text = _QUICKER_TO_LEAVE.sub(r"Was staff turnover higher \g<one> or \g<two>", text)
    text = _OUTSIDE_IT.sub(r"in \g<place> or outside \g<place>", text)
    named = _NAMED_YEAR.findall(text)
    if len(set(named)) == 1:
        text = _YEARS_BEFORE.sub(lambda m: f"in {int(named[0]) - _COUNTS[m['n'].lower()]}", text)
    text = _NOT_YET.sub(lambda m: f"under {m['age'] or m['below']}", text)
    text = _OWNER.sub(
        lambda m: f"{'largest' if m['rank'].lower() == 'top' else m['rank']} shareholder",
        _PAST.sub(r"over \g<age>", text),
    )
    wanted = _WANTED.match(text)
    if wanted is not None:
        whose = "its" if fold(wanted["who"]) in {"it", "they"} else f"the {wanted['who']}"
        return f"What is {whose} target for {wanted['what']}{wanted['when'] or ''}?"
    exceeds = _EXCEEDS.match(text)
    if exceeds is not None:
        went = "rise" if exceeds["up"] else "fall"
        return f"{exceeds['head']} {went} from {exceeds['old']} to {exceeds['new']}?"
    kept = _KEPT.match(text)
    if kept is not None:
        return f"What is the target for {kept['what']}{kept['rest']}?"
    found = _MEANS.match(text[:1].lower() + text[1:])
    if found is None:
        return text
    year = _YEAR.search(found["loose"])
    when = f" {year[0]}" if year is not None and _YEAR.search(found["tail"]) is None else ""
    return f"{found['head'].capitalize()}{found['tail']}{when}?"


def without_brackets(text: str) -> str:
    """The question without what stands in brackets to say that all of it is meant."""
    return _BOTH.sub("", text)
