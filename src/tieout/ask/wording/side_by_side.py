"""One question about two things named one after the other: "the rates, first in trade and then in services"."""

from __future__ import annotations

from tieout.patterns import lazy

_SIDES = r"(?P<one>(?:the )?[\w&’'-]+(?: (?!and\b|first\b|then\b)[\w&’'-]+){0,5}?)"
_TWO = (
    lazy(
        rf"^(?P<before>.{{8,240}}?),? first (?P<prep>in|for|of|at|by|among|on) {_SIDES},? (?:and )?(?:then|second|secondly|after that),? "
        r"(?:(?:in|for|of|at|by|among|on) )?(?P<two>(?:the )?[^,?]{2,80})(?P<after>)\??$"
    ),
    lazy(
        r"^(?P<before>(?:what|which|how (?:high|large|big)) (?:[\w&’'-]+ ){0,6}?(?:rates|shares|percentages|proportions|figures|numbers|values|scores|amounts|ratios|totals)\b.{0,120}?) "
        rf"(?P<prep>in|for|of|at|among|on) {_SIDES} and (?P=prep) (?P<two>(?:the )?[\w&’'-]+(?: (?!(?:in|for|at|by|during) (?:19|20))[\w&’'-]+){{0,5}}?)"
        r"(?P<after>(?: respectively)?(?: (?:in|for|at the end of|during) (?:19|20)\d\d)?)\??$"
    ),
)
_MEASURE = r"(?:turnover|rate|share|score|emissions|consumption|number|ratio|index|target|goal|costs?|expenses|expenditures?|revenues?|sales|profit|waste|intensity|headcount|hours|value|investments?)"
_TWO_MEASURES = lazy(
    rf"^(?P<before>what (?:was|were|is|are) (?:the |its |their |(?:[\w&.-]+ ){{0,3}}?[\w&.-]+['’]s? )?)(?P<one>(?:[\w&’'-]+ ){{0,5}}?{_MEASURE}) and (?:the |its |their )?"
    rf"(?P<two>(?:[\w&’'-]+ ){{0,5}}?{_MEASURE})(?P<after>(?: (?:in|for|at|of|from)\b[^?]*)?)\??$"
)
"""Two measures, each named in full."""
_TWO_COUNTS = lazy(
    r"^how many (?P<one>[\w’'-]+(?: [\w’'-]+){0,3}?) (?:from|in|at|across|of|on) how many (?P<two>[\w’'-]+(?: [\w’'-]+){0,3}?) "
    r"(?P<after>(?:did|do|does|were|was|are|is|have|has|took|take|went)\b[^?]{3,200})\??$"
)
"""How many of something, and of what else they are: "how many people from how many companies were asked?"."""


def side_by_side(text: str) -> tuple[str, str] | None:
    """The two questions that one about two things stands for, in the order named, or None."""
    for pattern in _TWO:
        found = pattern.match(text[:1].lower() + text[1:])
        if found is None:
            continue
        after = found["after"].replace(" respectively", "")
        asked = f"{found['before']} {found['prep']}"
        return f"{asked} {found['one']}{after}?", f"{asked} {found['two']}{after}?"
    counts = _TWO_COUNTS.match(text[:1].lower() + text[1:])
    if counts is not None:
        one, two, after = counts["one"], counts["two"], counts["after"]
        return f"How many {one} {after}?", f"How many {two} {after}?"
    found = _TWO_MEASURES.match(text[:1].lower() + text[1:])
    if found is not None:
        return f"{found['before']}{found['one']}{found['after']}?", f"{found['before']}{found['two']}{found['after']}?"
    return None
