"""The second of two questions in one sentence, made whole: with the subject, and the year, of the first."""

from __future__ import annotations

import re

from tieout.ask.facts.asked import without_company
from tieout.ask.figures.route import Figures
from tieout.ask.view import View
from tieout.ask.wording.goals import asks_for_goal
from tieout.ask.wording.lexicon import LIGHT
from tieout.ask.wording.pronouns import named_again
from tieout.ask.wording.question import Question, Reading, read_question
from tieout.ask.wording.restated import restated
from tieout.ask.wording.scope import short_names
from tieout.patterns import lazy

_LEANS = lazy(
    r"(?:at|in|by|with|from|for|on|to|under|through|below|above|within|until|against) (?:how many|wh\w+)\b(?! (?:year|percent))",
    re.IGNORECASE,
)
"""A second question that goes on with the sentence of the first: "…, and at how many sites?"."""
_THEREBY = lazy(
    r"\b(?:as a (?:result|consequence)|thereby|because of (?:it|this|them|these)|due to (?:it|this|them|these))\b"
)
"""What the second asks for came of what the first asks for."""
_THEY = lazy(r"\bthey\b", re.IGNORECASE)
_DID = lazy(
    r"\b(?:did|do|does) (?P<who>(?:[\w&.’'-]+ ){1,6}?)(?:drive|cover|travel|use|consume|emit|produce|generate|cause|attend|take|receive|work|complete|spend|save|need|get|have)\b",
    re.IGNORECASE,
)
_BARE = lazy(r"how many [\w’'-]+", re.IGNORECASE)
_WITH_DEED = lazy(r"how many [\w’'-]+ (?P<deed>.{5,200})", re.IGNORECASE)
_INCOMPLETE = frozenset({"target", "rate", "share", "number", "reason", "unit", "trend", "reduction", "score"})
_REACH = frozenset("group wide company interim mid term long next overall corporate official".split())
"""Words that tell how far a goal reaches, not what it is for."""
_REALLY = frozenset({"actual", "actually", "result", "really"})
_NOW = lazy(r"\b(?:now|today|currently|at present|this year)\b")
_SO_FAR = lazy(r"\b(?:actual(?:ly)?|reached|achieved|attained|did|had|stood|was it|were they|now|today|currently)\b")
"""What is, not what is aimed at: the second question leaves the goal of the first behind."""
_A_FIGURE = lazy(
    r"^(?:and )?(?:how (?:many|much|high|large|low)|(?:what|which) (?:\w+ )?(?:share|percentage|proportion|portion|percent|rate|score|number|amount|value|figure|level|mark))\b"
)


def whole_first(first: str, second: str) -> str:
    """The first question with what the second says of both: "how many men, and how many women took part?"."""
    bare, whole = _BARE.fullmatch(first.strip(" ,")), _WITH_DEED.match(second)
    return f"{first.strip(' ,')} {whole['deed']}" if bare is not None and whole is not None else first


def whole_second(second: str, first: str, view: View) -> str:
    """The second question with the subject of the first, where it names too little by itself."""
    second = named_again(restated(second), first, [n for o in view.organizations for n in short_names(o)])
    second = _THEY.sub(_doers(first, view) or r"\g<0>", second, count=1)
    before, after = read_question(Question(first)), read_question(Question(second))
    own = Figures(view).wording(after.folded).content
    dated = f"{second.rstrip('?. ')}{_year(before, after, view)}?" if _A_FIGURE.match(after.folded) else second
    complete = any(t.text not in LIGHT | _REALLY | _REACH and t.concepts.isdisjoint(_INCOMPLETE) for t in own)
    if _THEREBY.search(after.folded) is None and complete and _LEANS.match(second) is None:
        return dated
    subject = Figures(view).wording(before.folded).content
    if _SO_FAR.search(after.folded) and not asks_for_goal(after, view.period):
        subject = tuple(t for t in subject if "target" not in t.concepts)
    said = frozenset().union(*(t.concepts for t in own))
    words = " ".join(dict.fromkeys(t.text for t in subject if not t.concepts & said))
    return f"{second.rstrip('?. ')} of {words}{_year(before, after, view)}?"


def _doers(first: str, view: View) -> str:
    """Those whom the first question says did something, other than the company: "the leased vehicles" of "did they"."""
    found = _DID.search(first.rstrip("?. "))
    doers = without_company(found["who"], view).strip(" '’") if found is not None else ""
    return f"the {re.sub(r'^(?:the|its|their|s) ', '', doers)}" if re.search(r"[a-z]{3}", doers) else ""


def _year(before: Reading, after: Reading, view: View) -> str:
    """The one year that the first question names, for a second that names none; the year of a goal is not the second's."""
    of_its_own = after.years or after.previous or after.latest or after.last_years or after.since
    if of_its_own or _NOW.search(after.folded) or len(before.years) != 1 or before.since:
        return ""
    return f" in {before.years[0]}" if before.years[0] <= view.period else ""
