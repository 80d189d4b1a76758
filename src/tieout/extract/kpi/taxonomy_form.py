"""The disclosure form of the EU taxonomy: turnover, CapEx or OpEx of eligible and aligned activities, with shares.

The form's rows and their codes, "(A.1)", "(A.2)", "(A.1 + A.2)" and "(B)", are set by law (Annex II of Delegated
Regulation (EU) 2021/2178, as amended by 2023/2486), so they are known without the form's header, whose twenty columns
no text keeps in order. A row gives an amount and its share of the whole; behind the objectives stands last year's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tieout.extract.kpi.page_tokens import PageTokens
from tieout.extract.kpi.taxonomy_activities import read_activities
from tieout.model import Observation, Origin
from tieout.quantities import parse_figure, parse_unit
from tieout.text import collapse

_MEASURE = r"(?P<measure>Turnover|Revenues?|Sales|CapEx|OpEx|Capital expenditures?|Operating expenditures?)"
_FORM = re.compile(r"\bA\.\s*TAX-?\s?ON-?\s?OMY[-\s]ELIGIBLE", re.IGNORECASE)
_OF = re.compile(rf"\b{_MEASURE}\s+of\s+(?:environ|taxon)", re.IGNORECASE)
_FIGURE = r"\d[\d.,’']*\d|\d"
_CELLS = rf"\s+(?:(?P<amount>{_FIGURE}|[-–])(?![\d.,]*\s?%)\s+)?(?P<share>{_FIGURE})\s?(?:%|(?=\s|$))(?P<rest>[^\n]*)"
_ROWS = (
    (
        "{0} of taxonomy-aligned activities",
        re.compile(rf"\b{_MEASURE}\s+of\s+environ[^\d]{{10,90}}\(A\.?1\.?\){_CELLS}", re.IGNORECASE),
    ),
    (
        "{0} of taxonomy-eligible but not taxonomy-aligned activities",
        re.compile(rf"\b{_MEASURE}\s+of\s+tax[^\d]{{20,130}}\(A\.?2\.?\){_CELLS}", re.IGNORECASE),
    ),
    (
        "{0} of taxonomy-eligible activities",
        re.compile(
            rf"\b(?:{_MEASURE}\s+of\s+tax[^\d]{{10,40}}|Total\s+)\(A\.?1\.?\s?\+\s?A\.?2\.?\){_CELLS}", re.IGNORECASE
        ),
    ),
    (
        "{0} of not taxonomy-eligible activities",
        re.compile(rf"\b{_MEASURE}\s+of\s+tax\S*?[-\s]non[-\s][^\d(]{{8,40}}(?:\(B\))?{_CELLS}", re.IGNORECASE),
    ),
    ("Total {0}", re.compile(rf"\bTOTAL(?:\s+\(A\s?\+\s?B\))?{_CELLS}", re.IGNORECASE)),
)
_LAST_YEAR = re.compile(r"\byear,?\s+(?:N\s?-\s?1|(?P<year>20\d\d))\s*\(18\)", re.IGNORECASE)
_UNIT = re.compile(
    r"(?<![\w.])(?:in\s+)?(?P<unit>(?:€|EUR|USD|CHF|GBP|SEK|NOK|DKK|PLN|TEUR)(?:\s?(?:thousand|million|billion|k|m|bn)\b)?)(?=\s|$)"
)
_OBJECTIVES = 6
"""Columns of the environmental objectives, between a row's share and last year's."""
_ALL = 100
_SHARE_CELL = re.compile(rf"(?<!\S)(?:{_FIGURE})\s?%?(?!\S)")
_BRANCH = {"revenue": "turnover", "revenues": "turnover", "sales": "turnover"}


@dataclass(frozen=True, slots=True)
class FormRead:
    """What a page's form gives: its observations, and the half-open span of the body text that they were read from."""

    observations: tuple[Observation, ...]
    taken: tuple[tuple[int, int], ...]


def read_taxonomy_form(source: PageTokens) -> FormRead:
    """The rows of the taxonomy form of a page; nothing where there is none or it does not say of what."""
    text = source.page.body.text
    opened = _FORM.search(text)
    of = _OF.search(text, opened.end()) if opened is not None else None
    if opened is None or of is None:
        return FormRead((), ())
    said = of["measure"]
    measure = _BRANCH.get(said.lower(), said)
    units = [m["unit"] for m in _UNIT.finditer(text, 0, opened.start())]
    unit = next((u for u in reversed(units) if parse_unit(u) is not None), "")
    found = [o for row, (label, pattern) in enumerate(_ROWS, start=1)
             for o in _row(source, pattern, label.format(measure), unit, row, opened.end())]  # fmt: skip
    if not found:
        return FormRead((), ())
    found += read_activities(source, opened.end(), measure, unit)
    low = min(o.cell[0] for o in found)
    high = max(o.cell[1] for o in found)
    body = source.page.body
    return FormRead(tuple(found), ((min(opened.start(), body.derived_index(low)), body.derived_index(high)),))


def _row(
    source: PageTokens, pattern: re.Pattern[str], label: str, unit: str, row: int, start: int
) -> Iterator[Observation]:
    text = source.page.body.text
    found = pattern.search(text, start)
    if found is None:
        return
    share = _observed(source, found, "share", label, "%", row)
    amount = _observed(source, found, "amount", label, unit, row)
    if amount is not None and unit:
        yield amount
    if share is None or share.value is None or share.value > _ALL or row == len(_ROWS):
        return  # the whole is no share of itself
    yield share
    heading = _LAST_YEAR.search(text)
    cells = list(_SHARE_CELL.finditer(found["rest"]))
    if heading is None or len(cells) not in {1, _OBJECTIVES + 1}:
        return
    at = found.start("rest") + cells[-1].start()
    last = re.compile(_FIGURE).match(text, at)
    value = parse_figure(last.group(), decimal_comma=source.decimal_comma) if last is not None else None
    if last is not None and value is not None and source.report.period.isdigit():
        year = heading["year"] or str(int(source.report.period) - 1)
        yield replace(
            share, period=year, value=value, raw_value=collapse(cells[-1].group()),
            passage=source.report.passage(source.page, found.start(), last.end()),
            cell=source.page.body.source_span(*last.span()), column=3,
        )  # fmt: skip


def _observed(
    source: PageTokens, found: re.Match[str], cell: str, label: str, unit: str, row: int
) -> Observation | None:
    """One cell of a row, or None where it is empty."""
    raw = found[cell]
    value = parse_figure(raw, decimal_comma=source.decimal_comma) if raw else None
    if value is None:
        return None
    report, text = source.report, source.page.body.text
    end = found.end(cell) + (unit == "%" and text[found.end(cell) : found.end(cell) + 1] == "%")
    passage = report.passage(source.page, found.start(), end)
    section = report.section_at(source.page.number, passage.start)
    return Observation(
        report=report.id,
        organization=report.organization,
        period=report.period,
        indicator=label,
        passage=passage,
        raw_value=collapse(text[found.start(cell) : end]),
        value=value,
        unit=unit,
        section=section.id if section else "",
        table=f"p{source.page.number}-taxonomy",
        row=row,
        column=1 + (cell == "share"),
        cell=source.page.body.source_span(*found.span(cell)),
        origin=Origin.TABLE,
        method="taxonomy-form",
        confidence=0.9,
    )
