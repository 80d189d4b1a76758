"""Splits written out line by line: "Europe: female 12; male 15" below "Number of employees by gender: / Staff: 40".

Nothing but the sum tells that such lines split a figure and do not list others: they are read where all that they give
adds up to one that stands above them, under the heading that names it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from tieout.extract.kpi.dimensions import own_dimensions
from tieout.extract.kpi.page_tokens import PageTokens
from tieout.extract.kpi.places import is_place
from tieout.model import Dimension, Observation, Origin
from tieout.quantities import parse_figure
from tieout.text import collapse

_NUMBER = r"\d{1,3}(?:[.,]\d{3})+|\d+"
_MEMBER = rf"[a-zA-Z][^\d:;\n]{{1,30}}?:? (?:{_NUMBER})"
_LINE = re.compile(rf"(?m)^(?P<head>[A-Z][^\d:;\n]{{1,40}}): ?(?P<cells>{_MEMBER}(?:[;,] ?{_MEMBER})+)[ \t]*$")
_CELL = re.compile(rf"(?P<member>[a-zA-Z][^\d:;]*?):? (?P<number>{_NUMBER})(?=[;,]|$)")
_TOTAL = re.compile(rf"(?m)^(?P<label>[A-Z][^:\n]{{3,60}}): ?(?P<number>{_NUMBER})[ \t]*$")
_HEADING = re.compile(r"(?m)^(?P<what>[A-Z][^:\n]{4,60}?)(?: by [^:\n]{3,40})?:[ \t]*$")
_ABOVE, _LEAST = 240, 2

Span = tuple[int, int]


def read_listed_members(source: PageTokens) -> tuple[Observation, ...]:
    """The figures of such lines on a page, each of two splits: the line's and the word's before it."""
    text = source.page.body.text
    found: list[Observation] = []
    for run in _runs(list(_LINE.finditer(text))):
        cells = [(line, list(_CELL.finditer(line["cells"]))) for line in run]
        words = {tuple(c["member"] for c in row) for _, row in cells}
        above = text[max(0, run[0].start() - _ABOVE) : run[0].start()]
        total = next(reversed(list(_TOTAL.finditer(above))), None)
        heading = next(reversed(list(_HEADING.finditer(above))), None)
        if len(run) < _LEAST or len(words) != 1 or total is None or heading is None:
            continue
        values = [_value(source, c["number"]) for _, row in cells for c in row]
        whole = _value(source, total["number"])
        if (
            whole is None
            or any(v is None for v in values)
            or sum((v for v in values if v is not None), Decimal(0)) != whole
        ):
            continue
        for index, (line, row) in enumerate(cells, start=1):
            what, table = collapse(heading["what"]), f"p{source.page.number}-m{run[0].start()}"
            found += [_observe(source, what, line, cell, (table, index, at)) for at, cell in enumerate(row, start=1)]
    return tuple(found)


def _runs(lines: Sequence[re.Match[str]]) -> list[list[re.Match[str]]]:
    """Lines that follow each other at once."""
    runs: list[list[re.Match[str]]] = []
    for line in lines:
        if runs and line.start() - runs[-1][-1].end() == 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _value(source: PageTokens, number: str) -> Decimal | None:
    return parse_figure(number, decimal_comma=source.decimal_comma)


def _observe(
    source: PageTokens, what: str, line: re.Match[str], cell: re.Match[str], place: tuple[str, int, int]
) -> Observation:
    page, report = source.page, source.report
    passage = report.passage(page, line.start(), line.end())
    low = line.start("cells") + cell.start("number")
    head, member = collapse(line["head"]), collapse(cell["member"])
    kind = "region" if is_place(head) else "breakdown"
    own = own_dimensions(member) or [Dimension("breakdown", member)]
    return Observation(
        report=report.id,
        organization=report.organization,
        period=report.period,
        indicator=what,
        passage=passage,
        raw_value=cell["number"],
        value=_value(source, cell["number"]),
        dimensions=(Dimension(kind, head), *own),
        section=source.section(passage.start),
        table=place[0],
        row=place[1],
        column=place[2],
        cell=page.body.source_span(low, low + len(cell["number"])),
        origin=Origin.TABLE,
        method="listed-members",
        confidence=0.8,
    )
