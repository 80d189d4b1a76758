"""Figures in sentences: value, unit, qualifier, period and the noun phrase that says what is counted or measured.

A figure counts as reported where a unit, a percent sign, a currency or a counted noun stands with it, or where the
sentence states it as a value ("increased to 11.55"). Years in brackets give one observation each ("(2022: 99.8 MWh)").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tieout.extract.kpi.figures import Printed, as_count, is_section_number, qualifier_before, within
from tieout.extract.kpi.lexicon import (
    AUXILIARIES,
    FUNCTION_WORDS,
    GENERIC_COUNTS,
    LEADING_VERBS,
    VALUE_LEADS,
)
from tieout.extract.kpi.movements import announces_targets, due_year, is_difference, is_origin, is_target, year_before
from tieout.extract.kpi.noughts import read_noughts
from tieout.extract.kpi.phrases import (
    after_of,
    counted_unit,
    names,
    noun_after,
    share_after,
    subject_before,
    subject_behind,
)
from tieout.extract.kpi.printed_units import unit_in
from tieout.extract.kpi.sentences import stretches
from tieout.extract.kpi.stated import item_title, stated_of
from tieout.extract.kpi.years import IN_YEAR, OF_YEAR, SINCE, period_of, years_in
from tieout.quantities import scale_of
from tieout.text import collapse, fold

_BRACKET_YEAR = re.compile(r"(?P<year>20\d\d)\s?:\s*(?:[^\d\s:;,()]{1,12}\s)?$")
_PREVIOUS = re.compile(
    r"\(?\s*(?:previous|prior|last)\s+year(?:['’]s\s+(?:figure|value|level))?(?:\s+of)?:?\s*(?:[^\d\s:;,()]{1,12}\s)?$",
    re.IGNORECASE,
)
_AVERAGE = re.compile(r"\baverage(?: of)?\s*$", re.IGNORECASE)
_COMPARED = re.compile(r"(?:as )?compared (?:to|with)\b", re.IGNORECASE)
_CALLED = frozenset({"hotline", "helpline"})
"""What a number before them only names ("the 400 service hotline")."""
_LONGEST_INDICATOR = 12
_QUOTE_BEFORE = 220
_QUOTE_AFTER = 140
_MOST_FIGURES = 40
"""Figures read from one stretch; more are a table that could not be read."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure stated in prose: spans are offsets in the body text; ``series`` is "change", "target" or ""."""

    figure: Printed
    indicator: str
    unit: str
    period: str
    quote: tuple[int, int]
    base: str
    confidence: float
    series: str = ""


_ITEM_END = re.compile(r"\n\s*(?=[A-Z])")


def _is_counted(noun: str, before: str) -> bool:
    """Whether a noun phrase behind a bare number is what it counts, and not the title that a number opens."""
    words = noun.split()
    if not any(len(w) > 3 and w.replace("-", "").replace("/", "").isalpha() for w in words) or "www." in noun:
        return False
    if words[0][0].islower():
        return True
    lead = before.split()
    plural = len(words) > 1 and words[-1][0].islower() and words[-1].endswith("s")
    led = bool(lead) and (lead[-1].endswith("ed") or lead[-1] in FUNCTION_WORDS | AUXILIARIES | {"held"})
    return plural and led


def _scaled(figure: Printed) -> str:
    """The scale word that a bare number's unit begins with ("million" of "million contracts"), or ""."""
    word = figure.unit.partition(" ")[0]
    return word if word and scale_of(word) is not None else ""


def _noun_at(text: str, figure: Printed, high: int) -> int:
    """Where what a bare number counts is named: behind its plus sign or its scale word ("500 million transfers")."""
    at = figure.number[1]
    at += at < high and text[at] == "+"
    scale = _scaled(figure)
    return text.find(scale, at) + len(scale) if scale else at


def _is_stated(text: str, low: int, figure: Printed) -> bool:
    """Whether a bare number is stated as a value: after "to", "at", "was" and with decimals."""
    raw = text[figure.number[0] : figure.number[1]]
    words = text[max(low, figure.start - 40) : figure.start].split()
    lead = fold(words[-1]) if words else ""
    return ("." in raw or "," in raw) and lead in VALUE_LEADS and (not is_section_number(raw) or lead != "of")


def read_statements(
    text: str, spans: list[tuple[int, int]], figures: list[Printed], period: str, *, flat: bool
) -> list[Statement]:
    """The figures stated in the stretches of ``text`` that lie in ``spans`` (what tables and boxes left over)."""
    found: list[Statement] = []
    for low, high in spans:
        aims, title, before, due = False, "", "", ""
        for a, b in stretches(text[low:high], flat):
            found.extend(_noughts(text, low + a, low + b, period))
            aims = announces_targets(text, low + a, low + b, aims)
            due = (due_year(text[low + a : low + b]) or due) if aims else ""
            inside = within(figures, low + a, low + b)
            if 0 < len(inside) <= _MOST_FIGURES:
                read = _read_stretch(text, low + a, low + b, inside, period, (title, before))
                # An item without a stop runs on into what is printed below it.
                item = _ITEM_END.search(text, low + a, low + b)
                end = item.start() if item is not None else low + b
                found.extend(
                    _aimed(s, due, period) if aims and not s.series and s.figure.start < end else s for s in read
                )
            before = text[low + a : low + b]
            title = item_title(before)
    return found


def _aimed(statement: Statement, due: str, period: str) -> Statement:
    """The statement as a target, for the year by which all that are announced are due, unless it names its own."""
    late = due > period[:4] and statement.period == period
    return replace(statement, series="target", period=due if late else statement.period)


def _noughts(text: str, low: int, high: int, default: str) -> list[Statement]:
    """The noughts that a stretch says in words."""
    found: list[Statement] = []
    for figure, indicator in read_noughts(text, low, high):
        end = (
            high
            if high - figure.end <= _QUOTE_AFTER
            else max(figure.end, text.rfind(" ", low, figure.end + _QUOTE_AFTER))
        )
        start = low if figure.start - low <= _QUOTE_BEFORE else text.find(" ", figure.start - _QUOTE_BEFORE) + 1
        period = period_of(text, figure, years_in(text, low, high), default)
        found.append(Statement(figure, indicator, "", period, (start, end), indicator, 0.6))
    return found


def _read_stretch(
    text: str, low: int, high: int, figures: list[Printed], default: str, above: tuple[str, str]
) -> list[Statement]:
    """The statements of one stretch; ``above`` are the title of the list item it belongs to and the stretch before."""
    years = years_in(text, low, high)
    found: list[Statement] = []
    origin = ""
    for i, figure in enumerate(figures):
        start = figures[i - 1].end if i else low
        following = figures[i + 1].start if i + 1 < len(figures) else high
        lead = text[max(low, figure.start - 40) : figure.start]
        earlier = found[-1] if found else None
        bracket = _BRACKET_YEAR.search(lead)
        previous = _PREVIOUS.search(lead)
        if (bracket or previous) and earlier is not None:
            year = bracket["year"] if bracket else str(int(default[:4]) - 1) if default[:4].isdigit() else default
            unit = figure.unit or (earlier.unit if not figure.measured else "")
            quote = (earlier.quote[0], max(figure.end, earlier.quote[1]))
            found.append(Statement(figure, earlier.indicator, unit, year, quote, earlier.base, 0.85))
            continue
        name = stated_of(text, low, qualifier_before(text, figure.start)[1], *above)
        statement = _statement(text, (low, start, following, high), figure, found, years, default, name)
        if statement is not None:
            moved = _moved(text, statement, figures[i + 1] if i + 1 < len(figures) else None, years, default)
            if origin and moved.period == origin:
                moved = replace(moved, period=default)
            origin = statement.period if moved is not statement and not moved.series else ""
            found.append(moved)
    return found


def _moved(
    text: str, statement: Statement, following: Printed | None, years: list[tuple[int, str]], default: str
) -> Statement:
    """The statement with what the words around say of a movement: a difference, or the value of the year before.

    Another year than the report's is that of the value before, as in "Compared with 2022, sales rose from 5 to 6".
    """
    figure = statement.figure
    if is_difference(text, figure):
        return replace(statement, series="change")
    if is_target(text, figure) or statement.period[:4] > default[:4]:
        return replace(statement, series="target")
    if following is None or not is_origin(text, figure, following.start):
        return statement
    shared = following.unit.startswith(figure.unit) and figure.unit
    unit = following.unit if shared and statement.unit == figure.unit else statement.unit
    dated = IN_YEAR.match(text, figure.end, following.start) is not None or any(
        SINCE.search(text[max(0, at - 60) : at]) for at, _ in years
    )
    earlier = dated or statement.period != default
    return replace(statement, unit=unit, period=statement.period if earlier else year_before(default))


def _statement(
    text: str,
    bounds: tuple[int, int, int, int],
    figure: Printed,
    found: list[Statement],
    years: list[tuple[int, str]],
    default: str,
    name: str,
) -> Statement | None:
    """The statement of one figure, or None where nothing says what it counts.

    ``name`` is what it is stated of, where other words stand in between, else "". ``bounds`` are offsets in rising
    order: the stretch's start, the end of the figure before, the start of the figure after, the stretch's end.
    """
    low, start, following, high = bounds
    earlier = found[-1] if found else None
    lead = qualifier_before(text, figure.start)[1]
    unit, confidence, base = figure.unit, 0.8, ""
    if name:
        indicator = base = name
    elif figure.measured:
        base = subject_before(text, max(low, start), lead)
        opened = text[max(low, figure.start - 20) : figure.start].rstrip()
        bracketed = opened.endswith("(") or opened.endswith(("(accounting for", "(about", "(or"))
        if bracketed and _COMPARED.match(base):
            base = subject_behind(text, figure.end, high) or base
        if earlier is not None and (not names(text[max(low, start) : lead]) or (bracketed and len(base.split()) < 4)):
            dated = OF_YEAR.search(text, max(0, figure.start - 12), figure.start)
            alike = next((s for s in reversed(found) if s.unit == figure.unit), None) if dated else earlier
            base = alike.base if alike and (dated or figure.unit == alike.unit or not bracketed) else earlier.indicator
        share = share_after(text, figure.end, high) if figure.unit and figure.unit[0] in "%p" else ""
        base = "" if share else base
        rest = share or after_of(text, figure.end, following, high)
        near = "" if rest or not figure.unit or figure.unit[0] not in "%p" else noun_after(text, figure.end, following)
        if near and near[0].islower() and len(near.split()) < 4:
            rest = near
        indicator = collapse(f"{base} {rest}" if rest and len(base.split()) < _LONGEST_INDICATOR else base)
        if len(indicator) < 3:
            indicator = noun_after(text, figure.number[1], following) or subject_before(text, low, lead)
        if scale_of(indicator) is not None or not any(len(w) > 3 and w.isalpha() for w in indicator.split()):
            return None
    else:
        noun = noun_after(text, _noun_at(text, figure, high), high)
        words = text[max(low, figure.start - 40) : figure.start].split()
        bare = not words or fold(words[-1]) not in VALUE_LEADS | FUNCTION_WORDS
        numbered = bare and not figure.qualifier and not figure.unit
        if numbered and is_section_number(text[figure.number[0] : figure.number[1]]):
            return None
        if noun and fold(noun.split()[-1]) in _CALLED:
            return None
        if noun and _is_counted(noun, text[max(low, figure.start - 40) : figure.start]):
            indicator = noun
            if not _scaled(figure):
                figure = replace(figure, value=as_count(text[figure.number[0] : figure.number[1]], figure.value))
            if _AVERAGE.search(text[max(low, figure.start - 40) : lead]) and "average" not in fold(noun):
                indicator = f"average {noun}"
            verbs = [fold(w) for w in text[max(low, start) : lead].split()[-3:]]
            if len(noun.split()) < 3 and any(w in LEADING_VERBS for w in verbs):
                base = subject_before(text, max(low, start), lead)
                indicator = f"{base} {noun}" if base and len(base.split()) < 5 else noun
            unit = f"{_scaled(figure)} {counted_unit(noun)}".strip() or figure.unit
            of = after_of(text, text.find(noun, figure.number[1]) + len(noun), following, high)
            if len(noun.split()) == 1 and fold(noun) in GENERIC_COUNTS and of:
                indicator = base = f"{noun} of {of}"
            elif len(noun.split()) == 1 and fold(noun) in GENERIC_COUNTS:
                base = subject_before(text, max(low, start), lead)
                indicator = f"{base} {noun}" if base else noun
        elif _is_stated(text, low, figure):
            base = subject_before(text, max(low, start), lead)
            if earlier is not None and not names(text[max(low, start) : lead]):
                base = earlier.base or earlier.indicator
            indicator = base or subject_before(text, low, lead)
            unit, indicator = unit_in(indicator) if not unit else (unit, indicator)
            confidence = 0.7
            if not indicator:
                return None
        else:
            return None
    quote_start = (
        low if figure.start - low <= _QUOTE_BEFORE else text.rfind(" ", low, figure.start - _QUOTE_BEFORE + 20) + 1
    )
    limit = figure.end + _QUOTE_AFTER
    quote_end = high if high <= limit else max(figure.end, text.rfind(" ", figure.end, limit))
    shown = " ".join(indicator.split()[:20])
    return Statement(
        figure,
        shown,
        unit,
        period_of(text, figure, years, default),
        (max(low, quote_start), quote_end),
        base or shown,
        confidence,
    )
