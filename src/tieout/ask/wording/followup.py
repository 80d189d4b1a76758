"""Follow-ups: a short question read with the one before it, as the whole question it stands for.

"And in 2022?" after "How much water did it use in 2023?" stands for "How much water did it use in 2022?". A year, a
unit, a part (women, under 30), a company, what is reckoned, or the thing itself may change; everything else is taken
over. Only words are worked on: the same questions give the same reading. One that stands by itself is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tieout.ask.wording.focus import content_terms, focus_text
from tieout.ask.wording.question import LONGEST_QUESTION
from tieout.ask.wording.scope import short_names
from tieout.ask.wording.words import Term, terms
from tieout.patterns import lazy
from tieout.text import collapse, fold

MOST_PREVIOUS = 20
"""How many questions back are looked at."""

_OPENING = lazy(
    r"^(?:(?:and|but|or|so|ok|okay|then|now|also)\b[ ,]*)*(?:(?:what|how) about|same (?:question )?(?:for|in)|what of|and)?\b[ ,]*", re.IGNORECASE
)  # fmt: skip
_PRONOUN = lazy(
    r"\b(?:it|its|they|their|them|that|this|those|these|the same)\b(?! (?:year|company|report))", re.IGNORECASE
)
_YEARS = lazy(
    r"(?:\b(?:in|for|from|between|during|of|since|by)\s+)?\b(?:FY\s?)?(?:19|20)\d\d\b(?:\s*(?:to|and|until|through|-|–|,)\s*(?:19|20)\d\d\b)*",
    re.IGNORECASE,
)
_YEAR = lazy(r"(?:19|20)\d\d")
_BEFORE = lazy(r"\b(?:the )?(?:year before|previous year|prior year|year earlier|last year)\b", re.IGNORECASE)
_AFTER = lazy(r"\b(?:the )?(?:year after|next year|following year)\b", re.IGNORECASE)
_UNIT = lazy(
    r"\b(?:in|as)\s+((?:[kmgt]?wh|[kmgtp]j|k?g|t|kt|tonnes?|tons?|kilograms?|kilos?|grams?|litres?|liters?|m3|m³|cubic met(?:re|er)s|hours?|days?|minutes?|"
    r"tco2e|kilowatt[- ]hours?|megawatt[- ]hours?|gigajoules?|thousands?|millions?|per ?cent|percent))\b",
    re.IGNORECASE,
)
_CHANGE = lazy(
    r"\b(?:chang\w*|difference|increase[ds]?|decrease[ds]?|gr[eo]wn?|growth|rise|rose|risen|fall|fell|fallen|drop(?:ped)?)\b"
)
_TREND = lazy(r"\b(?:trend|develop\w*|evol\w+|course|over (?:time|the years)|each year|every year|history)\b")
_AVERAGE, _TOTAL = lazy(r"\b(?:average|mean)\b"), lazy(r"\b(?:in total|altogether|sum|in all|added up)\b")
_COMPUTED = frozenset(
    "change difference increase decrease growth rise fall drop trend development course average mean total sum percent percentage percentages "
    "history evolution on in much many higher lower more less up down time absolute terms".split()
)
_CLASSES: tuple[frozenset[str], ...] = (
    frozenset({"male", "female"}),
    frozenset({"senior", "intermediate", "junior"}),
    frozenset({"full_time", "part_time"}),
    frozenset({"permanent", "temporary"}),
    frozenset({"mainland", "overseas"}),
    frozenset({"hazardous", "non_hazardous"}),
    frozenset({"scope_1", "scope_2", "scope_3"}),
    frozenset({"location_based", "market_based"}),
)
"""Parts that stand in for each other: naming one replaces another."""
_AGE = lazy(
    r"\b(?:under|over|below|above|aged|between)[ -](?:\d\d(?: (?:to|and) \d\d)?)s?\b|\b\d\d ?(?:-|–|to) ?\d\d\b",
    re.IGNORECASE,
)


def resolve(question: str, previous: Sequence[str], organizations: Sequence[str] = ()) -> str:
    """The question that a follow-up stands for; the question itself where it stands alone.

    Args:
        question: what is asked now.
        previous: the questions before it, oldest first; they may be follow-ups themselves.
        organizations: the companies of the index, so that naming one is understood.
    """
    base = ""
    for earlier in list(previous)[-MOST_PREVIOUS:]:
        base = _one(earlier, base, organizations) if base else collapse(earlier)
    return _one(question, base, organizations) if base else question


def _one(question: str, base: str, organizations: Sequence[str]) -> str:
    text = collapse(question)
    rest = _OPENING.sub("", text, count=1).strip()
    opened = len(rest) < len(text)
    body = rest.rstrip("?!. ")
    if not body:
        return question
    named = _named(body, organizations)
    own = _own_terms(body, organizations)
    pronoun = _PRONOUN.search(body)
    if pronoun is not None and len(own) <= _LITTLE and _asks(body):
        return _limited(_with_subject(text, base, organizations))
    if not own and (opened or named or len(body.split()) <= _SHORT):
        return _limited(_changed(body, base, organizations))
    which = _WHICH.match(base)
    if which is not None and re.fullmatch(r"which (?:[\w-]+ ?){1,4}", body, re.IGNORECASE):
        return _limited(f"{body[:1].upper()}{body[1:]} {base[which.end() :]}")
    if opened and _asks(body):
        return _limited(_in_its_frame(rest, base, organizations))
    return _limited(_other_thing(body, base, organizations)) if opened and len(own) <= _FEW else question


_WHICH = lazy(
    r"which (?:[\w-]+ ){1,4}?(?=(?:had|has|have|is|was|were|are|did|does|do|got|gets|saw|shows?|makes?|made)\b)",
    re.IGNORECASE,
)
_OF_SOMEONE = lazy(r"(?:who|whom|when|where|to whom)\b", re.IGNORECASE)
_LAST_THING = lazy(r"\b(?:the|its|their) [^?]*$|\S+\s*\??$", re.IGNORECASE)
_ARTICLE = lazy(r"^(?:the|its|their|an?) ", re.IGNORECASE)
_SHORT, _LITTLE, _FEW = 6, 2, 6


def _asks(body: str) -> bool:
    """Whether it is a whole question: it has its own question word and verb."""
    return (
        re.match(
            r"(?:what|which|who|when|where|why|how|is|are|was|were|do|does|did|has|have)\b.{6,}", body, re.IGNORECASE
        )
        is not None
    )


def _own_terms(body: str, organizations: Sequence[str]) -> list[Term]:
    """The terms that name a thing: not a year, unit, part, company or what is reckoned."""
    bare = _AFTER.sub(" ", _BEFORE.sub(" ", _AGE.sub(" ", _UNIT.sub(" ", _YEARS.sub(" ", body)))))
    names = [n for o in organizations for n in short_names(o)]
    found = content_terms(focus_text(fold(bare), names))
    parts = frozenset().union(*_CLASSES)
    return [
        t for t in found if not set(t.text.split()) <= _COMPUTED and not t.concepts & parts and not t.text.isdigit()
    ]


def _changed(body: str, base: str, organizations: Sequence[str]) -> str:
    """The question before with the year, unit, part, company or reckoning that is named now."""
    folded = fold(body)
    text = _reckoned(folded, base, organizations)
    named = _named(body, organizations)
    if named:
        text = _at(named, text, organizations)
    years = _new_years(body, base)
    if years:
        text = _in_years(years, text)
    unit = _UNIT.search(body)
    if unit is not None:
        text = f"{_ended(_UNIT.sub(' ', text))} in {unit.group(1)}?"
    for concepts in _CLASSES:
        for term in terms(folded):
            if term.concepts & concepts:
                text = _in_part(body, term, concepts, text)
    age = _AGE.search(body)
    if age is not None:
        text = _AGE.sub(age.group(), text, count=1) if _AGE.search(text) else f"{_ended(text)} for {age.group()}?"
    return text


def _reckoned(folded: str, base: str, organizations: Sequence[str]) -> str:
    """The question before with another reckoning, or as it was."""
    subject = _subject(base, organizations)
    at = _place(base, organizations)
    years = _YEAR.findall(base)
    if _TREND.search(folded):
        return f"How did {subject}{at} develop over the years?"
    if _CHANGE.search(folded):
        how = "By what percentage" if re.search(r"per ?cent|%", folded) else "By how much"
        return f"{how} did {subject}{at} change{_span(years)}?"
    if _AVERAGE.search(folded):
        return f"What was the average {subject}{at} over the three years?"
    return f"How much {subject}{at} was there over the three years in total?" if _TOTAL.search(folded) else base


def _span(years: Sequence[str]) -> str:
    if not years:
        return ""
    first = min(years) if len(years) > 1 else str(int(years[0]) - 1)
    return f" from {first} to {max(years)}"


def _new_years(body: str, base: str) -> str:
    """The years named now, as a phrase, or nothing."""
    found = _YEARS.search(body)
    if found is not None:
        phrase = found.group()
        return phrase if re.match(r"(?:in|for|from|between|during|since)\b", phrase, re.IGNORECASE) else f"in {phrase}"
    old = _YEAR.findall(base)
    for pattern, step in ((_BEFORE, -1), (_AFTER, 1)):
        if pattern.search(body):
            return f"in {int(old[0]) + step}" if old else ("in the year before" if step < 0 else "")
    return ""


def _in_years(years: str, text: str) -> str:
    """The text with these years in place of its own, or at its end."""
    spans = list(_YEARS.finditer(text))
    if not spans:
        return f"{_ended(text)} {years}?"
    first = spans[0]
    lead = " " if first.group()[:1].isspace() else ""
    kept = years
    if not re.match(r"\s*(?:in|for|from|between|during|of|since|by)\b", first.group(), re.IGNORECASE):
        kept = re.sub(r"^(?:in|for|during) ", "", years)
    out = text[: first.start()] + lead + kept + text[first.end() :]
    return collapse(out)


def _in_part(body: str, term: Term, concepts: frozenset[str], text: str) -> str:
    """The text with this part in place of another of its kind, or added to it."""
    for old in terms(fold(text)):
        if old.concepts & concepts:
            start = fold(text).find(old.text)
            return text[:start] + term.text + text[start + len(old.text) :]
    return f"{_ended(text)} for {term.text}?"


def _other_thing(body: str, base: str, organizations: Sequence[str]) -> str:
    """The question before, asked of another thing."""
    years = "".join(f" {m.group().strip()}" for m in _YEARS.finditer(base)) if not _YEAR.search(body) else ""
    at = "" if _named(body, organizations) else _place(base, organizations)
    folded = fold(base)
    if _OF_SOMEONE.match(base) and (last := _LAST_THING.search(_ended(base))) is not None:
        return f"{base[: last.start()]}the {_ARTICLE.sub('', body)}?"
    if _TREND.search(folded):
        return f"How did {body}{at} develop{years}?"
    if _CHANGE.search(folded) and years:
        return f"By what percentage did {body}{at} change{years}?"
    return f"What was {body}{at}{years}?"


def _in_its_frame(question: str, base: str, organizations: Sequence[str]) -> str:
    """A whole question that goes on from the one before: of the same company and years, where it names none."""
    at = "" if _named(question, organizations) else _place(base, organizations)
    years = _YEARS.search(base) if not _YEAR.search(question) else None
    text = f"{_ended(question)}{at}{' ' + years.group().strip() if years is not None else ''}?"
    return text[:1].upper() + text[1:]


def _with_subject(text: str, base: str, organizations: Sequence[str]) -> str:
    """The question with what the one before was about in place of a pronoun, in the same years where it names none."""
    subject = f"{_subject(base, organizations)}{_place(base, organizations)}"
    out = _PRONOUN.sub(subject, _OPENING.sub("", text, count=1) or text, count=1)
    years = _YEARS.search(base)
    if years is not None and not _YEAR.search(out) and not _BEFORE.search(out) and not _TREND.search(fold(out)):
        span = _span(_YEAR.findall(base)) if _CHANGE.search(fold(out)) else f" {years.group().strip()}"
        out = f"{_ended(out)}{span}?"
    elif (
        years is not None
        and re.search(r"\bthan\b", out)
        and _BEFORE.search(out) is None
        and len(_YEAR.findall(out)) == 1
    ):
        out = f"{_ended(out)} {years.group().strip()}?"
    return out[:1].upper() + out[1:]


def _subject(base: str, organizations: Sequence[str]) -> str:
    """What a question is about, in its own words."""
    names = [n for o in organizations for n in short_names(o)]
    bare = _UNIT.sub(" ", _YEARS.sub(" ", base))
    words = re.sub(
        r"\b(?:was|were|did|is|are|do|does|has|have|had|there|which|who|what|why|how)\b",
        " ",
        focus_text(fold(bare), names),
    )
    return re.sub(r"^the |(?: (?:at|of|in|for|by|from))+$", "", collapse(words)) or focus_text(fold(base), names)


def _place(base: str, organizations: Sequence[str]) -> str:
    named = _named(base, organizations)
    return f" at {named}" if named else ""


def _named(text: str, organizations: Sequence[str]) -> str:
    """The company a text names, as written, or nothing."""
    found = _mention(text, organizations)
    return found.group() if found is not None else ""


def _mention(text: str, organizations: Sequence[str]) -> re.Match[str] | None:
    names = sorted({n for o in organizations for n in short_names(o) if len(n) > 1}, key=lambda n: (-len(n), n))
    for name in names:
        found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE)
        if found is not None:
            return found
    return None


def _at(named: str, text: str, organizations: Sequence[str]) -> str:
    """The text about this company in place of the one it names."""
    old = _mention(text, organizations)
    if old is not None:
        return text[: old.start()] + named + text[old.end() :]
    return f"{_ended(text)} at {named}?"


def _ended(text: str) -> str:
    return collapse(text).rstrip("?!. ")


def _limited(text: str) -> str:
    return collapse(text)[:LONGEST_QUESTION]
