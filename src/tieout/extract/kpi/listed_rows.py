"""Short lists of figures under a heading that gives their year and unit.

"CO2 emissions in 2023 in t / Scope 1: 600 / Scope 2: 410 / Total 1,010": the heading says what is measured, each line
of what. At least two lines make a list; text without lines has none. A longer list of lines that all end in a
percentage ("Officers 87.4% / Managers 92.3% / …") needs no year above: what it measures is its caption's words.
"""

from __future__ import annotations

import re

from tieout.extract.kpi.figures import Printed
from tieout.extract.kpi.highlights import Box
from tieout.quantities import parse_figure, parse_unit
from tieout.text import collapse

_HEADING = re.compile(
    r"(?m)^(?P<what>[A-Z][^\n:;]{3,80}?)\s+(?:in|for)\s+(?P<year>20\d\d)\s+(?:in\s+|\(\s?(?:in\s)?)(?P<unit>[^\s()][^\n()]{0,18}?)\)?\s*$"
)
_LINE = re.compile(r"\n(?P<label>[A-Z][^\n:;.]{0,50}?)(?::\s*|\s+)(?=\(?\d[\d.,]*\)?[^\S\n]*(?:\n|$))")
_LEAST, _LEAST_SHARES = 2, 4
_SHARE_LINE = re.compile(
    r"(?m)^(?P<label>[A-Z][^\n%:;]{2,70}?) (?P<share>(?P<number>\d{1,3}(?:[.,]\d{1,2})?)\s?%)[ \t]*$"
)
_CAPTION_LINE = re.compile(r"[^\d%.;:!?]{3,60}")
_CAPTION_LINES = 4
_NUMBERED = re.compile(r"^(?:figure|chart|graph|diagram) \d{1,3}:? ", re.IGNORECASE)
_OTHER_CELLS = re.compile(r"\d[\d.,]*\s+\d|\d{2,}$")
"""A label with these is a row of several figures, of which a percentage is the last."""


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


def read_listed_shares(text: str, spans: list[tuple[int, int]], *, decimal_comma: bool) -> list[Box]:
    """The percentages at the ends of lines that follow each other in ``spans``, under the lines above the first."""
    found: list[Box] = []
    for low, high in spans:
        runs: list[list[re.Match[str]]] = []
        for line in _SHARE_LINE.finditer(text, low, high):
            if runs and text[runs[-1][-1].end() : line.start()].strip() == "":
                runs[-1].append(line)
            else:
                runs.append([line])
        for run in runs:
            caption = _caption(text, low, run[0].start())
            cells = any(_OTHER_CELLS.search(line["label"]) for line in run)
            if len(run) < _LEAST_SHARES or not caption or cells:
                continue
            for line in run:
                value = parse_figure(line["number"], decimal_comma=decimal_comma)
                if value is not None:
                    figure = Printed(*line.span("share"), line.span("number"), value, "%", "", measured=True)
                    label = f"{caption}: {collapse(line['label'])}"
                    found.append(Box(line.span("label"), label, figure, line.span(), 0.7, unit="%"))
    return found


def _caption(text: str, low: int, at: int) -> str:
    """The lines right above a list that have neither figures nor stops, at most four; "" where there are none."""
    lines: list[str] = []
    for line in reversed(text[low:at].rstrip("\n").split("\n")[-_CAPTION_LINES:]):
        words = _NUMBERED.sub("", line.strip())
        if _CAPTION_LINE.fullmatch(words) is None:
            break
        lines.insert(0, words)
    return collapse(" ".join(lines))
