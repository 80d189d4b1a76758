"""The activities that the form of the EU taxonomy lists by their codes: "Carriage by ferries CCM 6.5 188,000 38 %".

Each has a line of its own under aligned (A.1) or merely eligible (A.2) activities, with an amount and its share of all
in the company, not of its section; the amount alone is read, for of what a share is the line does not say. Activities
without an amount are listed because the law knows them, and give nothing.
"""

from __future__ import annotations

import re

from tieout.extract.kpi.page_tokens import PageTokens
from tieout.model import Observation, Origin
from tieout.quantities import parse_figure
from tieout.text import collapse

_FIGURE = r"\d[\d.,’']*\d|\d"
_ACTIVITY = re.compile(
    r"(?<![^\n])(?P<label>[A-Z][^\d%\n]{3,90}?(?:\n[a-z(][^\d%\n]{0,90}?){0,4}?)\s+(?:(?:CCM|CCA|WTR|CE|PPC|BIO)\s?)?"
    rf"(?P<code>\d{{1,2}}\.\d{{1,2}})\s+(?P<amount>{_FIGURE})(?!\s?%)\s+(?:{_FIGURE})\s?%"
)
_MERELY = re.compile(r"\bA\.?2\.?\s+Taxonomy[-\s]eligible", re.IGNORECASE)


def read_activities(source: PageTokens, start: int, measure: str, unit: str) -> list[Observation]:
    """The activities of the form that opens at ``start`` of the page's body, each with its ``measure`` in ``unit``."""
    text = source.page.body.text
    merely = _MERELY.search(text, start)
    if merely is None:
        return []
    found: list[Observation] = []
    for row, line in enumerate(_ACTIVITY.finditer(text, start), start=1):
        kind = "aligned" if line.start() < merely.start() else "eligible"
        value = parse_figure(line["amount"], decimal_comma=source.decimal_comma)
        if value is None or not unit:
            continue
        passage = source.report.passage(source.page, line.start(), line.end())
        section = source.report.section_at(source.page.number, passage.start)
        found.append(
            Observation(
                report=source.report.id,
                organization=source.report.organization,
                period=source.report.period,
                indicator=" ".join(f"{collapse(line['label'])} ({line['code']})".split()[-20:]),
                passage=passage,
                raw_value=collapse(line["amount"]),
                value=value,
                group=f"{measure} of taxonomy-{kind} activities",
                unit=unit,
                section=section.id if section else "",
                table=f"p{source.page.number}-activities",
                row=row,
                column=1,
                cell=source.page.body.source_span(*line.span("amount")),
                origin=Origin.TABLE,
                method="taxonomy-form",
                confidence=0.85,
            )
        )
    return found
