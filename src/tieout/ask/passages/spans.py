"""What a question word asks for, and the short span of a sentence that gives it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tieout.ask.passages.figure_spans import find_figure
from tieout.ask.passages.named_spans import FAR, MONTH, find_name, find_person, find_place, spots_of
from tieout.ask.passages.wanted import Wanted
from tieout.ask.wording.question import COUNT_WORDS, Measure, Reading, without_lead
from tieout.ask.wording.words import Term, terms
from tieout.patterns import lazy

_DATE = lazy(
    rf"(?:\b{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d\b|\b\d{{1,2}}\.? {MONTH} (?:19|20)\d\d\b|\b{MONTH},? (?:19|20)\d\d\b|\b(?:19|20)\d\d\b|\b{MONTH}\b)"
)
_BEFORE_YEARS = frozenset(
    "in since by of from until till to for during and year years end before after between on at as ended fiscal financial early late mid "
    "spring summer autumn winter q the january february march april may june july august september october november december".split()
)
"""Words that a year of the sentence stands behind."""
_YEARS_IN_A_ROW = lazy(r"(?:\b(?:19|20)\d\d\b[ ,/|]+){2,}(?:19|20)\d\d\b|\b(?:19|20)\d\d (?:19|20)\d\d\b")
"""Years that head the columns of a table."""
_AS_OF = lazy(rf"\b(?:[Aa]s (?:of|at)|year ended|(?:[Aa]t|by) the end of) {_DATE.pattern}")
"""A day on which something is so, not one on which it happened."""
_ACCOUNTED = r"profits?|loss(?:es)?|income|revenues?|sales|dividends?|earnings|ebitd?a?|cash flow"
BEARERS = r"third part(?:y|ies)|(?:audit(?:ing)?|accounting|law|assurance) (?:company|firm|provider)|(?:consultanc(?:y|ies)|consulting firm|firm|outside company|external company)(?= \w+(?:ed|s)\b)|certifier|auditor|assurer|agenc(?:y|ies)|wom[ae]n|m[ae]n|lady|ladies|officer|director|executive|manager|person|people|body|department|team|unit|function|division"
FREQUENCY = lazy(
    r"\b(?:at least )?(?:(?:once|twice|(?:\w+|\d+) times) (?:a|an|per|each|every) (?:\w+ )?(?:day|week|month|quarter|year)|"
    r"(?:every|each) (?:(?:other|two|three|four|five|six|\d+) )?(?:day|week|month|quarter|year)s?|"
    r"(?:semi-?|bi-?)?(?:annual|year|month|week|quarter)ly|daily(?! (?:operations?|business|work|routines?|lives|life|practice|activit|management|use|tasks?))|bienni(?:al|ally)|trienni(?:al|ally)|fortnightly|annually|semi-?annual(?:ly)?|annual(?! (?:reports?|general|accounts|financial|meeting|statements?|revenue|salary|turnover|energy|emissions|consumption|total))|"
    r"on an? (?:regular|annual|ad hoc|ongoing|rolling) basis|regularly|irregularly|continuously|periodically)\b|\b\d+ ?times/year\b",
    re.IGNORECASE,
)
_HOW_LONG = lazy(
    r"\bwithin (?:what|which|how (?:many|short|long))\b|\bhow (?:quickly|fast|soon|promptly|rapidly)\b|"
    r"^what (?:is|was) (?:the |its )?(?:[\w-]+ ){0,3}?(?:deadlines?|time limits?|time ?frames?|response times?|notice periods?|retention periods?|grace periods?)\b"
)
DURATION = lazy(
    rf"\b(?:\d+(?:[.,]\d+)?|one|an?|{'|'.join(COUNT_WORDS)}|twelve|thirty|sixty|ninety)(?:\s+to\s+\d+|\s?[-–]\s?\d+)?[\s-]*(?:\((?:\d+)\)\s*)?"
    r"(?:(?:working|business|calendar|consecutive|trading)\s+)?(?:minutes?|hours?|days?|weeks?|months?|years?)\b(?!\s+of\s+age|\s+old)",
    re.IGNORECASE,
)
"""So much time: "within 1 working day", "for seven years"."""
CAUSE = lazy(
    r"\b(?:because|due to|since(?! (?:then|(?:the |its |their )?(?:start|beginning|introduction|launch|end|foundation|founding|first|last|year|early|late|mid|inception)\b|[A-Z][a-z]+ (?:19|20)|(?:19|20)\d\d))|as a result|owing to|thanks to|in order to|so as to|so that|therefore|caused by|attribut(?:able|ed) to|influenced by|driven by|result(?:s|ed|ing)? (?:of|from)|"
    r"(?:reasons?|causes?|drivers?|explanation) (?:for|is|are|was|were|why|lies|lay)|for (?:this|that|these|those|the following|[\w-]+ing|[a-z]+) reasons?|explained by|"
    r"given that|with the aim|to ensure|aims? (?:to|at)|not possible|as (?:the|there|it|this|no|most|a))\b|, so (?:the|that|it|this|we|all|no|they)\b",
    re.IGNORECASE,
)
FIGURES = frozenset({Wanted.FIGURE, Wanted.COUNT, Wanted.SHARE, Wanted.MONEY})


_AMOUNT_OF = lazy(
    r"what (?:is|was|were|are) (?:the |its |their )?(?:[\w-]+ ){0,2}?(?:volume|amount|number|size|capacity|quantity|weight|length|area|balance|sum) of\b"
)
"""So much of something is asked for: "what was the volume of the trades"."""
_MEASURED = lazy(
    r"(?:what|which) (?:[\w-]+ ){0,4}(?:index|rate|ratio|effectiveness|intensity|factor|number|amount|volume|capacity|uptime|availability|stake|score|margin|yield|temperature|speed|height|threshold) (?:do|does|did|has|have|had|are|were|was|is)\b"
)
"""A measure is asked for that is called by its name: "what power usage effectiveness do the newest halls have"."""
_THOSE_WHO = lazy(
    r"\b(?:how (?:many|much)|(?:what|which) (?:percentage|percent|share|proportion|portion|fraction|number|part)) [^?,;:]{2,100} who(?:m|se)?\b"
)
"""People are counted, and told by what they do: nobody's name is asked for."""
ANYBODY = lazy(
    r"(?:to |for )?who(?:m|se)? (?!.{0,60}\b(?:contact|reach|turn to|ask|call|write to|be contacted|be reached)\b)(?:can|may|could|qualif\w+|applies|(?:is|are|was|were) (?:eligible|entitled|allowed|invited|covered|included)|"
    r"(?:does|do|did) .{2,80} (?:apply|cover|include|extend|address|open) ?(?:to)?\W*$)|^(?:which|what) (?:groups? of )?people (?:can|may)\b"
)
"""Asks for whoever something is open to, not for a name."""
PEOPLE = lazy(
    r"\b(?:employees|staff|workers|workforce|students|customers|clients|suppliers|partners|people|persons|individuals|everyone|everybody|anyone|anybody|all|members|managers|executives|directors|"
    r"women|men|applicants|candidates|trainees|apprentices|graduates|citizens|shareholders|stakeholders|tenants|residents|users|third parties|communities|contractors|parents|families|children|companies|entities|subsidiaries)\b"
)
"""Whoever may be meant by it."""


def wanted_kind(reading: Reading) -> Wanted:
    """What the question word asks for."""
    text = without_lead(reading.folded)
    if reading.yes_no:
        return Wanted.YES_NO
    if re.match(
        r"why\b|for (?:what|which) reasons?\b|what (?:is|was|are|were) the reasons?\b|(?:what|which) reasons? (?:is|are|was|were|does|do|did|has|have)\b",
        text,
    ):
        return Wanted.REASON
    if re.search(r"\bhow (?:often|frequently|regularly)\b|\b(?:what|which) (?:frequency|intervals?)\b", text):
        return Wanted.FREQUENCY
    if _HOW_LONG.search(text) is not None:
        return Wanted.DURATION
    if ANYBODY.match(text) is not None:
        return Wanted.ANY
    if _THOSE_WHO.search(text) is None and re.search(
        rf"\b(?:to |by |with )?who(?:m|se)?\b(?! (?:is|are) the (?:stakeholder|material))|\bwhich (?:\w+ ){{0,2}}(?:{BEARERS})\b",
        text,
    ):
        return Wanted.PERSON
    if re.search(r"\bname of\b|^what (?:is|was|are|were) .{3,120}\b(?:called|named|titled|entitled)\b", text):
        return Wanted.NAME
    if re.search(
        r"\bwhat (?:is|was) (?:the |its |their )?(?:(?!for\b|in\b|during\b)[\w&.’'-]+ ){1,5}(?:year|date)\b|(?:^|\b(?:and|or) |, )(?:since |until |by |from )?when\b|\b(?:what|which) (?:day|date)\b|\b(?:in|since|by) (?:which|what) (?:year|month|quarter)|\bwhat (?:year|date)\b|\bwhich year\b",
        text,
    ):
        return Wanted.DATE
    if re.search(
        r"(?:^|, |\b(?:and|from|to|or) )where\b|\b(?:which|what) (?!share|percent|proportion|part|portion|number|amount|fraction)(?:\w+ ){0,2}(?:cit(?:y|ies)|countr(?:y|ies)|regions?|area|places?|provinces?|towns?|mountains?|villages?|locations?|sites?|plants?|facilit(?:y|ies)|factor(?:y|ies))\b",
        text,
    ):
        return Wanted.PLACE
    if re.search(r"\bhow far\b|\bby how much\b", text) and reading.measure is Measure.MONEY:
        return Wanted.FIGURE  # costs fall by a part as often as by an amount
    if re.search(
        r"\bhow (?:many|much|large|high|big|often|long|old|far|low)\b|\bwhat (?:percentage|percent|share|proportion|number|amount)\b",
        text,
    ):
        if reading.measure in {Measure.SHARE, Measure.MONEY}:
            return Wanted.SHARE if reading.measure is Measure.SHARE else Wanted.MONEY
        return Wanted.COUNT if reading.measure is Measure.COUNT else Wanted.FIGURE
    if re.match(r"what (?:is|was|were|are) (?:[\w’'&.-]+ ){0,4}?(?:total|average|mean|median) ", text):
        return {Measure.MONEY: Wanted.MONEY, Measure.SHARE: Wanted.SHARE}.get(reading.measure, Wanted.FIGURE)
    if reading.measure is Measure.ANY and (_MEASURED.match(text) or _AMOUNT_OF.match(text)):
        return Wanted.FIGURE
    if re.match(rf"what (?:is|was|were|are) (?:the |its |their )?(?:[\w-]+ ){{0,3}}(?:{_ACCOUNTED})\b", text):
        return Wanted.MONEY if reading.measure is not Measure.SHARE else Wanted.SHARE
    if reading.measure in {Measure.MONEY, Measure.SHARE} and re.match(r"(?:what|which)\b", text):
        return Wanted.MONEY if reading.measure is Measure.MONEY else Wanted.FIGURE
    return Wanted.ANY


def find_span(text: str, kind: Wanted, content: Sequence[Term], years: Sequence[str] = ()) -> str | None:
    """The span of a sentence that answers, nearest to the question's words; None where there is none of the kind.

    Args:
        text: the sentence.
        kind: what is asked for.
        content: the question's terms.
        years: the years asked for; of "40 percent by 2025 and 50 percent by 2028" the figure of one of them is meant.
    """
    if kind is Wanted.DATE:
        return _nearest(text, date_matches(text, as_of=False), content)
    if kind in FIGURES:
        return find_figure(text, content, kind, years)
    if kind is Wanted.PERSON:
        return find_person(text, content)
    if kind is Wanted.PLACE:
        return find_place(text, content)
    if kind is Wanted.FREQUENCY:
        return _among_most(text, list(FREQUENCY.finditer(text)), content)
    if kind is Wanted.DURATION:
        return _nearest(text, list(DURATION.finditer(text)), content)
    if kind is Wanted.REASON:
        return text if CAUSE.search(text) else None
    if kind is Wanted.NAME:
        return find_name(text, content)
    return None


def date_matches(text: str, *, as_of: bool) -> list[re.Match[str]]:
    """The dates of a sentence.

    Args:
        text: the sentence.
        as_of: whether those count on which something is so, or by which it shall be; not only those on which it happened.
    """
    spoken = text if as_of else _AS_OF.sub(lambda m: " " * len(m.group()), text)
    runs = [m.span() for m in _YEARS_IN_A_ROW.finditer(text)]
    return [
        m
        for m in _DATE.finditer(spoken)
        if not _heads_next(spoken, m) and not any(start <= m.start() < end for start, end in runs)
    ]


def _nearest(text: str, found: Sequence[re.Match[str]], content: Sequence[Term]) -> str | None:
    spots = spots_of(text, content)
    distance = {m.start(): min((abs(m.start() - s) for s in spots), default=0) for m in found}
    best = min(found, key=lambda m: (distance[m.start()], m.start()), default=None)
    return best.group().strip() if best is not None and distance[best.start()] <= FAR else None


_FAR_OFF = 80
"""Characters from which a word is as far as any: who does it stands before all that is done."""


def _among_most(text: str, found: Sequence[re.Match[str]], content: Sequence[Term]) -> str | None:
    """The match that is the nearest to all of the question's words together: who is told how often, not only that they are."""
    said = [[t.start for t in terms(text) if t.matches(q)] for q in content]
    spots = [places for places in said if places]
    if not spots or len(found) < 2:
        return _nearest(text, found, content)
    best = min(
        found, key=lambda m: (sum(min(_FAR_OFF, *(abs(m.start() - s) for s in places)) for places in spots), m.start())
    )
    return best.group().strip()


def _heads_next(text: str, date: re.Match[str]) -> bool:
    """Whether a bare year opens the next entry of a list of years: "… was formed 2021 First report"."""
    before = re.search(r"([A-Za-z]+)\s$", text[: date.start()])
    opens = re.match(r"\s[A-Z][a-z]", text[date.end() :]) is not None
    bare = date.group().strip().isdigit()
    return bare and opens and before is not None and before[1].casefold() not in _BEFORE_YEARS
