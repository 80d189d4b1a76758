"""Short lists of figures under a heading that gives their year and unit.

"CO2 emissions in 2023 in t / Scope 1: 600 / Scope 2: 410 / Total 1,010": the heading says what is measured, each line
of what. At least two lines make a list; text without lines has none.
"""

from __future__ import annotations

import re

from tieout.extract.kpi.figures import Printed
from tieout.extract.kpi.highlights import Box
from tieout.quantities import parse_unit
from tieout.text import collapse

_HEADING = re.compile(
    r"(?m)^(?P<what>[A-Z][^\n:;]{3,80}?)\s+(?:in|for)\s+(?P<year>20\d\d)\s+(?:in\s+|\(\s?(?:in\s)?)(?P<unit>[^\s()][^\n()]{0,18}?)\)?\s*$"
)
_LINE = re.compile(r"\n(?P<label>[A-Z][^\n:;.]{0,50}?)(?::\s*|\s+)(?=\(?\d[\d.,]*\)?[^\S\n]*(?:\n|$))")
_LEAST = 2


def read_listed_rows(text: str, spans: list[tuple[int, int]], figures: list[Printed]) -> list[Box]:
    """The figures of such lists in ``spans`` of a body text with lines, in order."""
    starts = {f.number[0]: f for f in figures}
    found: list[Box] = []
    for low, high in spans:
        for heading in _HEADING.finditer(text, low, high):
            unit = collapse(heading["unit"])
            rows = _rows(text, heading.end(), high, starts) if parse_unit(unit) is not None else []
            if len(rows) < _LEAST:
                continue
            what = collapse(heading["what"])
            for (start, stop), figure in rows:
                label = f"{what} {collapse(text[start:stop])}"
                quote = (heading.start(), figure.end)
                found.append(Box((start, stop), label, figure, quote, 0.75, period=heading["year"], unit=unit))
    return found


def _rows(text: str, at: int, high: int, starts: dict[int, Printed]) -> list[tuple[tuple[int, int], Printed]]:
    """The lines behind a heading: the span of each label and its figure, which ends the line."""
    rows: list[tuple[tuple[int, int], Printed]] = []
    while (line := _LINE.match(text, text.find("\n", at, high), high)) is not None:
        figure = starts.get(line.end())
        if figure is None or figure.measured or text[figure.end : high].split("\n", 1)[0].strip():
            break
        rows.append((line.span("label"), figure))
        at = figure.end
    return rows
