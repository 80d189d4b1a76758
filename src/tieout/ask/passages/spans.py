"""What a question word asks for, and the short span of a sentence that gives it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from tieout.ask.passages.named_spans import FAR, MONTH, find_name, find_person, find_place, spots_of
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
_AS_OF = lazy(rf"\b(?:[Aa]s (?:of|at)|year ended|(?:[Aa]t|by) the end of) {_DATE.pattern}")
"""A day on which something is so, not one on which it happened."""
_NUMBER = lazy(
    r"(?<![\w.,:)&-])(?:RMB|EUR|USD|€|\$)?\s?\d[\d,]*(?:\.\d+)?\+?\s?(?:%|percent|per cent|million|billion|thousand)?(?![\w:-]*\d|&\d|\s?[ap]\.?m\b)"
)
_ACCOUNTED = r"profits?|loss(?:es)?|income|revenues?|sales|dividends?|earnings|ebitd?a?|cash flow"
BEARERS = r"third part(?:y|ies)|(?:audit(?:ing)?|accounting|law|assurance) (?:company|firm|provider)|(?:consultanc(?:y|ies)|consulting firm|firm|outside company|external company)(?= \w+(?:ed|s)\b)|certifier|auditor|assurer|agenc(?:y|ies)|wom[ae]n|m[ae]n|lady|ladies|officer|director|executive|manager|person|people|body|department|team|unit|function|division"
_FREQUENCY = lazy(
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
_DURATION = lazy(
    rf"\b(?:\d+(?:[.,]\d+)?|one|an?|{'|'.join(COUNT_WORDS)}|twelve|thirty|sixty|ninety)(?:\s+to\s+\d+|\s?[-–]\s?\d+)?[\s-]*(?:\((?:\d+)\)\s*)?"
    r"(?:(?:working|business|calendar|consecutive|trading)\s+)?(?:minutes?|hours?|days?|weeks?|months?|years?)\b(?!\s+of\s+age|\s+old)",
    re.IGNORECASE,
)
"""So much time: "within 1 working day", "for seven years"."""
_CAUSE = lazy(
    r"\b(?:because|due to|since(?! (?:then|(?:the |its |their )?(?:start|beginning|introduction|launch|end|foundation|founding|first|last|year|early|late|mid|inception)\b|[A-Z][a-z]+ (?:19|20)|(?:19|20)\d\d))|as a result|owing to|thanks to|in order to|so as to|so that|therefore|caused by|attribut(?:able|ed) to|influenced by|driven by|result(?:s|ed|ing)? (?:of|from)|"
    r"(?:reasons?|causes?|drivers?|explanation) (?:for|is|are|was|were|why|lies|lay)|for (?:this|that|these|those|the following|[\w-]+ing|[a-z]+) reasons?|explained by|"
    r"given that|with the aim|to ensure|aims? (?:to|at)|not possible|as (?:the|there|it|this|no|most|a))\b",
    re.IGNORECASE,
)
_NAMED_BY = lazy(
    r"\b(?:scope|tier|level|category|phase|step|chapter|section|table|page|article|figure|fig\.?|chart|note|annex|appendix)s?\s+(?:\d\s?(?:,|and|&|or|to|/|\+)\s*(?:scope\s)?){0,3}\d?$",
    re.IGNORECASE,
)
_CODED = lazy(r"\b(?!RMB|EUR|USD|HKD|CNY|CHF|GBP)[A-Z]{2,}[ /]?$")
"""A number behind capitals is the code of a standard, such as ISO 9001."""
_LEAD = 50
_LEADS_TO = lazy(
    r"\W*(?:\([^()]{0,20}\)\W*)?(?:[^\W\d]+ ){0,4}?(?:of|was|is|were|are|at|to|by|:|=)\s*(?:(?:at least|at most|around|about|nearly|over|under) )?"
)
"""What leads from a thing to its figure: "the rate (NRR) came in at 123"."""
_OF = lazy(r"\s*of (?:the |all |our |its |their )*(?P<what>[^,;.]{2,60}?)(?= and |[,;.(]|$| at | in | were | are )")
_NUMBER_OF = lazy(
    r"\bnumber of (?P<what>[^.;:]{2,90}?) (?:is|was|are|were|amounts? to|amounted to|totall?ed|stands? at|stood at|came to)(?: about| around| nearly)? ?$"
)
_NOTES = lazy(r"\W*1\)?\s[A-Z]")
"""Notes one after the other: "1 Without the brand 2 Net of returns"."""
_RUN = lazy(r"(?<!\S)(?:\d[\d.,]*%? ){5,}\d[\d.,]*%?")
"""Numbers in a row, as along the axes of a chart: none of them is said of anything."""
_OF_SO_MANY = lazy(
    rf"\b(?:{'|'.join(COUNT_WORDS)}|one|\d+) of (?:the |its |our )?(?:{'|'.join(COUNT_WORDS)}|\d+)\b", re.IGNORECASE
)
_NUMBER_WORD = lazy(rf"\b(?:{'|'.join(COUNT_WORDS)})\b", re.IGNORECASE)
_MONEY = lazy(r"\b(?:RMB|EUR|USD|HKD|HK\$|CNY|CHF|GBP|euros?|dollars?|yuan|pounds?)(?![a-z])|[€$£¥]", re.IGNORECASE)
_HEAD_WORDS = 6
_DATED = lazy(r"[^.;,\d]{0,25}?\b(?:by|in|until|for)\s+(?:the\s+(?:end\s+of\s+)?(?:year\s+)?)?((?:19|20)\d\d)\b")
"""The year that stands right behind a figure."""


class Wanted(StrEnum):
    """The kind of span that answers."""

    ANY = "any"
    PERSON = "person or body"
    DATE = "date"
    PLACE = "place"
    FREQUENCY = "frequency"
    DURATION = "length of time"
    REASON = "reason"
    FIGURE = "figure"
    COUNT = "count"
    SHARE = "share"
    MONEY = "amount of money"
    NAME = "name"
    YES_NO = "yes or no"


FIGURES = frozenset({Wanted.FIGURE, Wanted.COUNT, Wanted.SHARE, Wanted.MONEY})


_MEASURED = lazy(
    r"(?:what|which) (?:[\w-]+ ){0,4}(?:index|rate|ratio|effectiveness|intensity|factor|number|amount|volume|capacity) (?:do|does|did|has|have|had|are|were|was|is)\b"
)
"""A measure is asked for that is called by its name: "what power usage effectiveness do the newest halls have"."""
_THOSE_WHO = lazy(
    r"\b(?:how (?:many|much)|(?:what|which) (?:percentage|percent|share|proportion|portion|fraction|number|part)) [^?,;:]{2,100} who(?:m|se)?\b"
)
"""People are counted, and told by what they do: nobody's name is asked for."""
ANYBODY = lazy(
    r"(?:to |for )?who(?:m|se)? (?:can|may|could|qualif\w+|applies|(?:is|are|was|were) (?:eligible|entitled|allowed|invited|covered|included)|"
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
    if re.match(r"why\b|for (?:what|which) reasons?\b|what (?:is|was|are|were) the reasons?\b", text):
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
        r"\bwhat (?:is|was) (?:the |its |their )?(?:[\w-]+ ){1,5}(?:year|date)\b|(?:^|\b(?:and|or) |, )(?:since |until |by |from )?when\b|\b(?:what|which) (?:day|date)\b|\b(?:in|since|by) (?:which|what) (?:year|month|quarter)|\bwhat (?:year|date)\b|\bwhich year\b",
        text,
    ):
        return Wanted.DATE
    if re.search(
        r"\bwhere\b|\b(?:which|what) (?:\w+ ){0,2}(?:cit(?:y|ies)|countr(?:y|ies)|regions?|area|places?|provinces?|towns?|mountains?|villages?|locations?|sites?|plants?|facilit(?:y|ies)|factor(?:y|ies))\b",
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
    if reading.measure is Measure.ANY and _MEASURED.match(text) is not None:
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
        return _nearest(_AS_OF.sub(lambda m: " " * len(m.group()), text), _DATE, content)
    if kind in FIGURES:
        return _figure(text, content, kind, years)
    if kind is Wanted.PERSON:
        return find_person(text, content)
    if kind is Wanted.PLACE:
        return find_place(text, content)
    if kind is Wanted.FREQUENCY:
        return _nearest(text, _FREQUENCY, content)
    if kind is Wanted.DURATION:
        return _nearest(text, _DURATION, content)
    if kind is Wanted.REASON:
        return text if _CAUSE.search(text) else None
    if kind is Wanted.NAME:
        return find_name(text, content)
    return None


def _nearest(text: str, pattern: re.Pattern[str], content: Sequence[Term]) -> str | None:
    spots = spots_of(text, content)
    found = [m for m in pattern.finditer(text) if m.group().strip()]
    if not found:
        return None
    if pattern is _DATE:
        found = [m for m in found if not _heads_next(text, m)]
    distance = {m.start(): min((abs(m.start() - s) for s in spots), default=0) for m in found}
    best = min(found, key=lambda m: (distance[m.start()], m.start()), default=None)
    return best.group().strip() if best is not None and distance[best.start()] <= FAR else None


def _heads_next(text: str, date: re.Match[str]) -> bool:
    """Whether a bare year opens the next entry of a list of years: "… was formed 2021 First report"."""
    before = re.search(r"([A-Za-z]+)\s$", text[: date.start()])
    opens = re.match(r"\s[A-Z][a-z]", text[date.end() :]) is not None
    bare = date.group().strip().isdigit()
    return bare and opens and before is not None and before[1].casefold() not in _BEFORE_YEARS


def _figure(text: str, content: Sequence[Term], kind: Wanted, years: Sequence[str]) -> str | None:
    found = [m for m in _NUMBER.finditer(text) if not _names(text, m)]
    runs = [m.span() for m in _RUN.finditer(text)]
    found = [m for m in found if not any(start <= m.start() < end for start, end in runs)]
    if kind is Wanted.COUNT:
        found += _NUMBER_WORD.finditer(text)
    if kind is Wanted.MONEY:
        found = [m for m in found if _MONEY.search(text[max(0, m.start() - 8) : m.end() + 12])]
    elif kind is not Wanted.FIGURE:
        found = [
            m for m in found if (re.search(r"%|percent|per cent", m.group()) is not None) == (kind is Wanted.SHARE)
        ]
    if years:
        dated = {m.start(): when[1] for m in found if (when := _DATED.match(text[m.end() :])) is not None}
        of_them = [m for m in found if dated.get(m.start()) in years]
        found = of_them or [m for m in found if m.start() not in dated]
    if kind is Wanted.COUNT:
        # A count stands before what it counts: the thing, or what it is asked to have done, follows within a few words.
        found = [m for m in found if _counts(text[m.end() :], content[:2]) or _is_number_of(text[: m.start()], content)]
        if len(content) > 1:  # "four of the eight trustees are women": those asked for are the four
            wholes = [m.end() for m in _OF_SO_MANY.finditer(text)]
            found = [m for m in found if not any(m.start() < end <= m.end() for end in wholes)]
    if not found:
        return None
    spots = spots_of(text, content)
    ends = [t.end for t in terms(text) if any(t.matches(q) for q in content)]
    told = [
        m
        for m in found
        if any(_LEADS_TO.fullmatch(text[e : m.start()]) for e in ends if m.start() - _LEAD < e < m.start())
    ]
    best = min(told or found, key=lambda m: (min((abs(m.end() - s) for s in spots), default=0), m.start()))
    if kind is Wanted.SHARE and len(found) > 1:
        best = _share_of(text, found, content) or best
    if best.group().lower() in COUNT_WORDS:
        return str(COUNT_WORDS[best.group().lower()])
    digits = re.search(r"\d[\d,]*(?:\.\d+)?", best.group())
    if digits is None:
        return None
    tail = "%" if re.search(r"%|percent|per cent", best.group()) else ""
    scale = re.search(r"million|billion|thousand", best.group())
    return digits.group().replace(",", "") + tail + (f" {scale.group()}" if scale else "")


def _share_of(text: str, found: Sequence[re.Match[str]], content: Sequence[Term]) -> re.Match[str] | None:
    """The share whose "of …" says more of the question than that of any other: "52% of all employees and 75% of managers"."""
    said = [(_said_behind(text[m.end() :], content), m) for m in found]
    most = max(n for n, _ in said)
    return next((m for n, m in said if n == most), None) if most and sum(n == most for n, _ in said) == 1 else None


def _said_behind(following: str, content: Sequence[Term]) -> int:
    of = _OF.match(following)
    near = terms(of["what"]) if of is not None else ()
    return sum(any(q.matches(t) for t in near) for q in content)


def _names(text: str, number: re.Match[str]) -> bool:
    """Whether a number says when or which, not how much: a year, or the mark of a note or list item, "(4)" or "3 All …"."""
    digits = number.group().strip(" ,.")
    if re.fullmatch(r"(?:19|20)\d\d", digits):
        return True
    before = text[max(0, number.start() - 12) : number.start() + (number.group()[:1] == " ")]
    if _NAMED_BY.search(text[max(0, number.start() - _LEAD) : number.start() + 1]) is not None or _CODED.search(before):
        return True
    marked = text[: number.start()].endswith("(") and text[number.end() :].startswith(")")
    listed = number.start() == 0 or _NOTES.match(text) is not None
    opening = listed and re.match(r"\.?\)? ?[A-Z]", text[number.end() :]) is not None
    return len(digits) < 3 and (marked or opening)


def _is_number_of(before: str, content: Sequence[Term]) -> bool:
    """Whether what stands before a figure is "the number of … is", of what is asked for."""
    found = _NUMBER_OF.search(before)
    near = terms(found["what"]) if found is not None else ()
    return bool(near) and any(content[-1].matches(t) for t in near) and any(content[0].matches(t) for t in near)


def _counts(following: str, heads: Sequence[Term]) -> bool:
    near = terms(" ".join(following.split()[:_HEAD_WORDS]))
    return any(h.matches(t) for h in heads for t in near)
