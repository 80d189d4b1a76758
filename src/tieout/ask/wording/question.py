"""A question as it was put, and what can be read from it before anything is looked up: years, wording, measure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from tieout.ask.wording.words import Term, terms
from tieout.errors import UsageError
from tieout.patterns import lazy
from tieout.text import collapse, fold

LONGEST_QUESTION = 2000
"""Characters; a longer text is no question."""

_YEAR = lazy(r"(?<![\d.,-])(?:FY\s?)?((?:19|20)\d\d)(?:/\d\d)?(?!\d|[.,-]\d)", re.IGNORECASE)
_RANGE = lazy(
    r"(?:from|between)\s+(?:the\s+(?:year|end\s+of)\s+)?((?:19|20)\d\d)\s*(?:to|and|until|through|–|-)\s*(?:the\s+end\s+of\s+)?((?:19|20)\d\d)"
    r"|((?:19|20)\d\d)\s*(?:to|through|until|–|—|-)\s*((?:19|20)\d\d)",
    re.IGNORECASE,
)
_SPAN = lazy(r"(?<![\d.,-])((?:19|20)\d\d)\s*[-–—]\s*((?:19|20)\d\d)(?![\d-])")
_LAST_YEARS = lazy(r"\b(?:last|past|over|across|all|each of|in|recent)\s+(?:the\s+)?(?:last\s+|past\s+)?"
                         r"(two|three|four|five|2|3|4|5)\s+(?:reporting\s+|financial\s+|recorded\s+)?years?\b")  # fmt: skip
COUNT_WORDS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked: the text, the caller's id, and the reports and organizations it is limited to.

    ``previous`` are the questions asked before it, oldest first, to which a follow-up refers.
    """

    text: str
    id: str = ""
    reports: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    previous: tuple[str, ...] = ()


class Measure(StrEnum):
    """The kind of quantity that the wording asks for."""

    ANY = ""
    COUNT = "count"
    SHARE = "share"
    MONEY = "money"
    HOURS = "hours"
    DAYS = "days"
    YEARS = "years"
    MASS = "mass"
    ENERGY = "energy"
    VOLUME = "volume"


@dataclass(frozen=True, slots=True)
class Reading:
    """A question read.

    ``years`` in the order named; ``ranged`` where two of them are the ends of a span; ``last_years`` how many recent
    years are meant together (0: not said); ``latest`` and ``previous`` mark words such as "most recent" and "the year
    before"; ``since`` where one year is the first of all up to the latest. ``measure`` is the kind of quantity the wording asks for, ``unit`` the unit it names.
    """

    text: str
    folded: str
    terms: tuple[Term, ...]
    years: tuple[str, ...]
    ranged: bool
    last_years: int
    latest: bool
    previous: bool
    measure: Measure
    unit: str
    yes_no: bool
    per_head: bool
    since: bool = False

    def has(self, pattern: str) -> bool:
        """Whether the folded text matches a (linear) pattern at a word boundary."""
        return re.search(rf"\b(?:{pattern})", self.folded) is not None


_MEASURES: tuple[tuple[str, Measure], ...] = (
    (r"\b(?:as|in) (?:a |an )?(?:percentage|per ?cent|proportion|share|fraction)\W*$", Measure.SHARE),
    (r"how many (?:more |fewer )?(?:(?!\w*watt\b)\w+ ){0,3}hours|(?<!watt[- ])hours of|(?:train|learn)ing (?:time|hours)", Measure.HOURS),
    (r"how many (?:\w+ ){0,3}days|days (?:were )?lost|lost days", Measure.DAYS),
    (r"how many years", Measure.YEARS),
    (r"how many (?:metric )?(?:kilo)?(?:tonnes|tons|kg|kilograms|grams)|tonnage|in (?:metric )?(?:kilo)?(?:tonnes|tons)\b", Measure.MASS),
    (r"how much (?:[\w-]+ ){0,2}time\b", Measure.ANY),
    (r"how (?:expensive|costly)|what sum\b|how much (?:money|did .{1,60} cost|was (?:spent|paid|invested))|how many (?:more |fewer |less )?(?:(?:billion|million|thousand)s? (?:of )?)?(?:rmb|eur|euros?|dollars?|yuan|usd|hk\$)", Measure.MONEY),
    (r"how much (?:\w+ ){0,2}?(?:energy|electricity|power|heat|heating)\b(?! (?:cost|spend))|\b[kmgt]wh\b|\b(?:kilo|mega|giga|tera)(?:watt|joule)|\bin [gtmp]j\b", Measure.ENERGY),
    (r"cubic met|\bm3\b|\bm³|lit(?:re|er)s", Measure.VOLUME),
    (r"how many(?! percent)|how often", Measure.COUNT),
    (r"percent|per cent|\b(?:proportion|portion|share|rate|ratio|fraction)s?\b|%", Measure.SHARE),
    (r"\bcost|\b(?:expenses?|opex|capex|fees?|outlays?|expenditures?|spent|spend|spending|budgets?|prices?|paid|rmb|eur)\b|€|\$", Measure.MONEY),
    (r"\b(?:what|how (?:large|big|great) a) part of (?!the (?:report|index|table)|this)", Measure.SHARE),
    (r"\bweights?\b|\bhow heavy\b", Measure.MASS),
    (r"number of|headcount|\bsize of (?:(?:the|its|their|[\w’'.&-]+) ){0,4}?(?:fleet|workforce|staff|team|board|committee|carpool)\b", Measure.COUNT),
)  # fmt: skip

_UNIT = lazy(
    r"\b(?:in|as|how many)\s+(?:units of\s+)?(?:metric\s+)?"
    r"((?:million |thousand |billion )?(?:kwh|mwh|gwh|twh|gj|tj|mj|pj|kilowatt[- ]hours?|megawatt[- ]hours?|gigawatt[- ]hours?|"
    r"gigajoules?|terajoules?|kilotonnes?|kilograms?|kilos?|grams?|kg|tonnes?|tons?|t|kt|mt|tco2e?|tco2-?eq|ktco2e?|mtco2e?|kgco2e?|"
    r"m3|m³|cubic met(?:re|er)s?|lit(?:re|er)s?|megalit(?:re|er)s?|hours?|minutes?|days?|rmb|usd|eur|euros?|yuan))\b"
)

_MONTHS = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_DAY = lazy(
    rf"(?<=\bas of )(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTHS},? |{_MONTHS} \d{{1,2}}(?:st|nd|rd|th)?,? |\d{{1,2}}[./]\d{{1,2}}[./])(?=(?:19|20)\d\d)|"
    r"\b(?:31(?:st)? (?:of )?december,? |december 31(?:st)?,? |31\.12\.|12/31/)(?=(?:19|20)\d\d)"
)
"""The day on which a period ends says no more than its year: "as of 31 December 2024"."""
_US = lazy(r"\bUSA?\b(?!\$)")
_NOT = lazy(r"\b(is|are|was|were|do|does|did|has|have|had|could|would|should)n['’]t\b")
_NOT_FIRST = lazy(
    r"\b(why (?:is|are|was|were|does|do|did|has|have)) not (.{2,120}?) (?=(?:reported|disclosed|given|published|provided|covered|included|listed|report|disclose|publish|give)\b)"
)
"""“Why isn't packaging reported?” is asked as “why is packaging not reported?”."""
_AUXILIARY = ["is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "can", "could", "will", "would", "should", "may", "might", "am"]  # fmt: skip

_LEAD = lazy(
    rf"^(?:according to|in|for|on|of|among|under|from|by|at|as of|with|within|looking at|taking|using|after|before|during|regarding|concerning)\b[^?]{{2,120}}?, "
    rf"(?=(?:in |by |at |from |to |with |under |on |for )?(?:what|which|who|whom|whose|how|when|where|why|{'|'.join(_AUXILIARY)})\b)"
)


def read_question(question: Question) -> Reading:
    """What the wording of a question says by itself.

    Raises:
        UsageError: the text is empty or longer than a question can be.
    """
    text = collapse(question.text)
    if not text:
        raise UsageError(
            "the question is empty", remedy='Ask something, e.g. tieout ask "What were Scope 2 emissions?"'
        )
    if len(text) > LONGEST_QUESTION:
        raise UsageError("the question is too long", remedy=f"Use at most {LONGEST_QUESTION} characters")
    # "US" in capitals is a country; "us" is not.
    folded = _NOT_FIRST.sub(
        r"\1 \2 not ", _NOT.sub(r"\1 not", _SPAN.sub(r"\1 to \2", fold(_US.sub("United States", text))))
    )
    folded = _DAY.sub("the end of ", folded)
    years, ranged = _years(folded)
    last = _LAST_YEARS.search(folded)
    count = last.group(1) if last else ""
    unit = _UNIT.search(folded)
    first = re.split(r"\W+", without_lead(folded), maxsplit=1)[0]
    return Reading(
        text=text,
        folded=folded,
        terms=terms(text),
        years=years,
        ranged=ranged,
        last_years=COUNT_WORDS.get(count, int(count) if count.isdigit() else 0),
        latest=re.search(r"\b(?:latest|most recent|last|this|current|reporting) (?:reporting |financial |recorded )?(?:year|period)\b", folded)
        is not None,
        previous=re.search(r"\b(?:year before|previous year|prior year|preceding year|year earlier)\b", folded) is not None,
        measure=next((m for pattern, m in _MEASURES if re.search(pattern, folded)), Measure.ANY),
        unit=unit.group(1) if unit else "",
        since=len(years) == 1 and re.search(rf"\b(?:since|ever since|after|starting (?:in|from)) (?:the year )?{years[0]}\b", folded) is not None,
        yes_no=first in _AUXILIARY or re.search(r": (?:is|are|was|were|does|do|did|has|have|can) (?!.*: )", folded) is not None or re.match(r"can i\b", folded) is not None,
        per_head=re.search(r"\bper[ -](?:head|capita|person|employee|worker|fte|staff member)|\beach (?:\w+[ -]){0,3}"
                           r"(?:employee|worker|person|member|staff|hire|recruit)", folded) is not None,
    )  # fmt: skip


def without_lead(folded: str) -> str:
    """A folded question without what stands before its question word: "according to the chart, which share …"."""
    return _LEAD.sub("", folded, count=1)


def _years(folded: str) -> tuple[tuple[str, ...], bool]:
    """The years named, in order, and whether two of them are the ends of a span."""
    found = tuple(dict.fromkeys(m.group(1) for m in _YEAR.finditer(folded)))
    span = _RANGE.search(folded)
    # "2022-2024" is two years, where either alone might be half of a number of a rule.
    ends = span.group(3, 4) if span is not None and not found else ()
    return (found or tuple(e for e in ends if e)), span is not None
