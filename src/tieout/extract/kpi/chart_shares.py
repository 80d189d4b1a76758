"""Shares along a pie or bar chart: a caption, and pairs of "39 %" and what it is of, that make up a whole.

Text keeps a chart's marks as lines: each share stands on a line of its own, its name on the ones below. Only pairs
that add up to a hundred are read, and only where the line above the first is a caption rather than a name like the
others, so that no share is put to its neighbour's name.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from tieout.extract.kpi.figures import Printed, within
from tieout.extract.kpi.highlights import Box
from tieout.text import collapse

_SHARE = re.compile(r"(?m)^[ \t]*(?P<share>\d{1,3}(?:[.,]\d{1,2})?\s?%)[ \t]*(?=\n|$)")
_NAME = re.compile(r"[^\W\d_][^\d%.;:!?]{1,60}")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LEAST, _LONGEST_NAME, _LONGEST_CAPTION = 3, 6, 14
_WHOLE, _ROUNDING = Decimal(100), Decimal("1.5")


def read_chart_shares(text: str, spans: list[tuple[int, int]], figures: list[Printed]) -> list[Box]:
    """The shares of the charts in ``spans`` of a body text, each under the chart's caption, in order."""
    found: list[Box] = []
    for low, high in spans:
        marks = list(_SHARE.finditer(text, low, high))
        run: list[re.Match[str]] = []
        for mark in [*marks, None]:
            if mark is not None and (not run or _name(text, run[-1].end(), mark.start())):
                run.append(mark)
                continue
            found += _chart(text, run, low, high, figures)
            run = [mark] if mark is not None else []
    return found


def _name(text: str, start: int, end: int) -> str:
    """What stands between two shares, where it can be a name; else ""."""
    name = collapse(text[start:end])
    return name if _NAME.fullmatch(name) and len(name.split()) <= _LONGEST_NAME else ""


def _chart(text: str, run: list[re.Match[str]], low: int, high: int, figures: list[Printed]) -> list[Box]:
    if len(run) < _LEAST:
        return []
    printed = [within(figures, m.start("share"), m.end("share")) for m in run]
    if any(len(p) != 1 for p in printed) or abs(sum((p[0].value for p in printed), Decimal(0)) - _WHOLE) > _ROUNDING:
        return []
    caption = _caption(text, run[0].start(), low)
    below = text[run[-1].end() : high].lstrip("\n").split("\n", 1)[0]
    last = _name(below, 0, len(below))
    if not caption or not last:
        return []
    names = [_name(text, a.end(), b.start()) for a, b in pairwise(run)]
    ends = [b.start() for b in run[1:]]
    ends.append(text.index(below, run[-1].end()) + len(below))
    return [
        Box((mark.end(), end), f"{caption}: {name}", figure[0], (mark.start("share"), end), 0.75, unit="%")
        for mark, name, figure, end in zip(run, [*names, last], printed, ends, strict=True)
    ]


def _caption(text: str, at: int, low: int) -> str:
    """The line above a chart, where it is a caption: of a year, in per cent, in capitals, or longer than a name."""
    line = text[low:at].rstrip().rsplit("\n", 1)[-1].strip()
    words = line.split()
    telling = _YEAR.search(line) or "%" in line or line.isupper() or len(words) > _LONGEST_NAME
    return collapse(line) if words and telling and len(words) <= _LONGEST_CAPTION and line[-1] not in ".;!?" else ""
