"""The summary that banks give of their green asset ratio: the main KPI's row, by turnover and by CapEx.

Its columns are set by law (template 0 of Annex VI of Delegated Regulation (EU) 2021/2178): an amount, the ratio by
turnover and by CapEx of those who owe the money, and what share of all assets is covered or left out. Their heads wrap
over many lines in any order of the text, so the columns are known by their place, where the head names them all.
"""

from __future__ import annotations

import re

from tieout.extract.kpi.page_tokens import PageTokens
from tieout.model import Dimension, Observation, Origin
from tieout.quantities import parse_figure
from tieout.text import collapse, fold

_HEAD = ("sustainable", "turnover", "capex", "coverage", "numerator", "denominator")
"""What the heads of the columns say, from left to right."""
_TITLE = re.compile(r"KPIs to be disclosed by credit institutions", re.IGNORECASE)
_FIGURE = r"\d[\d.,]*"
_ROW = re.compile(
    rf"(?P<label>(?:Green asset ratio )?\(?GAR\)?,? \(?(?P<kind>stock|flow)\)?)\s+(?P<amount>{_FIGURE})"
    rf"(?P<shares>(?:\s+{_FIGURE}\s?%){{2,5}})(?=\s|$)",
    re.IGNORECASE,
)
_SHARE = re.compile(rf"(?P<figure>{_FIGURE})\s?%")
_NAMES = (
    ("Green asset ratio (GAR) {0}", "basis", "turnover"),
    ("Green asset ratio (GAR) {0}", "basis", "CapEx"),
    ("Coverage over total assets", "ratio", "GAR {0}"),
    ("Assets excluded from the numerator", "ratio", "GAR {0}"),
    ("Assets excluded from the denominator", "ratio", "GAR {0}"),
)
"""Of each column behind the amount, what it measures, and the dimension that tells it apart."""
_ALL = 100


def read_green_asset_ratio(source: PageTokens) -> tuple[Observation, ...]:
    """The ratios of the page's summary; none where its head does not name all columns in the order of the law."""
    text = source.page.body.text
    title = _TITLE.search(text)
    if title is None:
        return ()
    found: list[Observation] = []
    start = title.end()
    for number, row in enumerate(_ROW.finditer(text, start), start=1):
        head = fold(text[start : row.start()])
        places = [head.find(word) for word in _HEAD]
        start = row.end()
        if -1 in places or places != sorted(places):
            continue
        for at, cell in enumerate(_SHARE.finditer(text, *row.span("shares"))):
            one = _observed(source, row, cell, at, number)
            if one is not None:
                found.append(one)
    return tuple(found)


def _observed(source: PageTokens, row: re.Match[str], cell: re.Match[str], at: int, number: int) -> Observation | None:
    raw = cell["figure"]
    value = parse_figure(raw, decimal_comma=source.decimal_comma or raw.startswith("0,"))
    if value is None or value > _ALL:
        return None
    report = source.report
    name, kind, member = (part.format(row["kind"].lower()) for part in _NAMES[at])
    flow = row["kind"].lower() == "flow"  # what came in this year; the ratio without more is of the stock
    passage = report.passage(source.page, row.start(), row.end())
    section = report.section_at(source.page.number, passage.start)
    return Observation(
        report=report.id,
        organization=report.organization,
        period=report.period,
        indicator=name,
        passage=passage,
        raw_value=collapse(cell.group()),
        value=value,
        dimensions=(Dimension(kind, member), *((Dimension("ratio", "flow"),) if flow and kind == "basis" else ())),
        unit="%",
        section=section.id if section else "",
        table=f"p{source.page.number}-gar",
        row=number,
        column=at + 2,
        cell=source.page.body.source_span(*cell.span()),
        origin=Origin.TABLE,
        method="asset-ratio-form",
        confidence=0.9,
    )
