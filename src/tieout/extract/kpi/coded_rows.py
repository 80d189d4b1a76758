"""Figures that an index gives in its own rows: a clause's code, its title, and the figure that answers it.

"GRI 305-1-a / Direct (Scope 1) GHG emissions / 3,460 t CO2e" tells the figure without a sentence. So does a row with a
line of its own for each figure: "Employees as of 12/31/2023 (headcount): 2,569".
"""

from __future__ import annotations

import re

from tieout.extract.kpi.figures import Printed, within
from tieout.extract.kpi.highlights import Box
from tieout.extract.kpi.lexicon import AUXILIARIES
from tieout.text import collapse, fold

_CODE = re.compile(
    r"(?<![\w-])(?:GRI|ESRS|SASB|HKEX)\s?[A-Z]?\d{1,3}\s?[-–]\s?\d{1,2}(?:\s?[-–.]\s?[a-z](?![a-z])(?:[-–.]?[ivx]+\b)?)?(?![\w-])"
)
_STOP = re.compile(r"[.!?;]\s")
_LINE_LABEL = re.compile(r"(?P<label>[A-Z][^:\n]{4,80}):\s*$")
_REACH, _LONGEST, _BEFORE = 400, 14, 100


def read_coded_rows(text: str, spans: list[tuple[int, int]], figures: list[Printed]) -> list[Box]:
    """The figures of coded rows in ``spans`` of a body text, in order.

    A bare whole number behind a title is where the index points to, a page, and is not read.
    """
    found: list[Box] = []
    for low, high in spans:
        codes = list(_CODE.finditer(text, low, high))
        for i, code in enumerate(codes):
            end = codes[i + 1].start() if i + 1 < len(codes) else min(high, code.end() + _REACH)
            found += _row(text, code.end(), end, within(figures, code.end(), end), closed=i + 1 < len(codes))
    return found


def _row(text: str, start: int, end: int, figures: list[Printed], *, closed: bool) -> list[Box]:
    if not figures:
        return []
    first = figures[0]
    title = collapse(text[start : first.start])
    alone = not text[first.end : end].strip() or (not closed and text[first.end :].lstrip(" ").startswith("\n"))
    if first.measured and alone and len(figures) == 1 and _is_title(title):
        at = start + len(text[start:end]) - len(text[start:end].lstrip())
        return [Box((at, first.start), title, first, (at, first.end), 0.75)]
    found = []
    for figure in figures:
        label = _LINE_LABEL.search(text, max(start, figure.start - _BEFORE), figure.start)
        own_line = text[figure.end : end].split("\n", 1)[0].strip() == ""
        if label is not None and own_line and _is_title(label["label"]):
            span = (label.start("label"), figure.end)
            found.append(Box((span[0], figure.start), collapse(label["label"]), figure, span, 0.7))
    return found


def _is_title(text: str) -> bool:
    """Whether words can be the title of a row: a few, the first in capitals, without a verb or a stop."""
    words = text.split()
    folded = {fold(w).strip("(),") for w in words}
    named = 0 < len(words) <= _LONGEST and text[0].isupper() and _STOP.search(text) is None
    return named and folded.isdisjoint(AUXILIARIES)
