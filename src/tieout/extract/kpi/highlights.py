"""Highlight boxes: a label and one large figure, without a sentence around them.

Three shapes are read. Label first ("Proportion of independent directors 44.44%"): a capitalised phrase without a verb,
a figure, and a new phrase or the end behind it. Figure first ("80 Global awards 68 Certifications"): the same the other
way round, only where the text ends with a label. Detached: labels alone, with one stray figure on the page for all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from tieout.extract.kpi.figures import Printed, is_section_number, qualifier_before, within
from tieout.extract.kpi.labels import flat_label_start
from tieout.extract.kpi.lexer import tokenize
from tieout.extract.kpi.lexicon import AUXILIARIES, FUNCTION_WORDS, LABEL_HEADS
from tieout.extract.kpi.phrases import is_debris
from tieout.text import collapse, fold

_BREAK = re.compile(
    r"[.!?;](?=[\s”\"’)])[”\"’)]*\s|”\s|(?<!\d)\d{1,2}(?:\.\d{1,2}){1,3}\s|[（(]\d{1,2}[)）]\s|(?<!\S)(?:19|20)\d\d\s|[•▪●]"
)
_MARK = re.compile(r"\s?(?:\(\d{1,2}\)|（\d{1,2}）)")
_FIGURE_END = re.compile(r"(?<![\d.,])(?!(?:19|20)\d\d\s)(?P<figure>\d[\d.,]*(?:\s?%)?)\s+$")
_ALTERNATES = re.compile(r"\s+[^\d.;:!?]{1,80}\d[\d.,]*(?:\s?%)?(?=\s|$)")
_NEAR = 80
"""How far after a figure a new phrase is looked for, in characters."""
_MOST_MORE = 12
"""Most pairs of a row of figures and labels behind its last box."""
_LONGEST = 20
_FIRST_LABEL = 8
_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)\b")


@dataclass(frozen=True, slots=True)
class Box:
    """A label with its figure: spans of label and quote; ``period`` and ``unit`` where a heading above gives them."""

    label: tuple[int, int]
    indicator: str
    figure: Printed
    quote: tuple[int, int]
    confidence: float
    period: str = ""
    unit: str = ""


class Boxes(NamedTuple):
    """The boxes of a text, and the spans of contents lists and numbered lists that look like boxes."""

    found: list[Box]
    listed: list[tuple[int, int]]


def _is_label(text: str, figure: Printed) -> bool:
    """Whether ``text`` can be an indicator before this figure: a capitalised phrase without a verb."""
    words = text.split()
    if not 1 <= len(words) <= _LONGEST or not words[0][0].isupper():
        return False
    folded = [fold(w).strip("(),") for w in words]
    if folded[-1] in FUNCTION_WORDS or any(w in AUXILIARIES for w in folded) or any(w[-1] in ".;:?!" for w in words):
        return False
    if words[-1][-1] in ",-–(" or text.count("(") != text.count(")"):
        return False
    if is_debris(text):
        return False
    plain = [w for w in words if w[0].islower() and fold(w) not in FUNCTION_WORDS]
    return bool(plain) or (figure.measured and len(words) > 1)


def _opens_after(text: str, at: int, high: int) -> bool:
    """Whether a new phrase begins at ``at``, or nothing."""
    mark = _MARK.match(text, at, high)
    start = mark.end() if mark else at
    rest = text[start : min(high, start + _NEAR)].lstrip()
    return not rest or rest[0].isupper() or rest[0] in '“"（(•▪●' or rest[0].isdigit()


def _label_start(text: str, low: int, at: int, flat: bool) -> int:
    """Where the label that ends at ``at`` begins, not before ``low``."""
    start = max(low, at - 400)
    for found in _BREAK.finditer(text, start, at):
        start = found.end()
    if not flat:
        start = max(start, text.rfind("\n", start, at) + 1)
    while start < at and text[start].isspace():
        start += 1
    if flat and start < at:
        tokens = tokenize(text[start:at])
        start += flat_label_start(tokens) if tokens else 0
    return start


def _label_first(text: str, figures: list[Printed], low: int, high: int, flat: bool) -> list[Box | None]:
    """For each figure the box it closes, or None."""
    boxes: list[Box | None] = []
    floor = low
    for figure in figures:
        start = _label_start(text, floor, figure.start, flat)
        label = collapse(text[start : max(start, qualifier_before(text, figure.start)[1])])
        floor = figure.end
        raw = text[figure.number[0] : figure.number[1]]
        section = is_section_number(raw) and not figure.measured
        line_end = flat or not text[figure.end : min(high, figure.end + _NEAR)].split("\n", 1)[0].strip()
        if section or not line_end or not _is_label(label, figure) or not _opens_after(text, figure.end, high):
            boxes.append(None)
        else:
            boxes.append(Box((start, figure.start), label, figure, (start, figure.end), 0.75))
    return boxes


def _is_listing(boxes: list[Box]) -> bool:
    """Whether neighbouring boxes are a contents list or a numbered list: bare whole numbers that only rise."""
    values = [b.figure.value for b in boxes]
    return (
        len(values) > 2 and all(b.figure.whole for b in boxes) and values == sorted(values) and values[0] < values[-1]
    )


def _chains(boxes: list[Box | None]) -> list[list[Box]]:
    chains: list[list[Box]] = []
    open_chain = False
    for box in boxes:
        if box is None:
            open_chain = False
        elif open_chain and box.label[0] - chains[-1][-1].figure.end < 200:
            chains[-1].append(box)
        else:
            chains.append([box])
            open_chain = True
    return chains


def _two_ways(text: str, chain: list[Box], boxed: set[int], high: int) -> list[tuple[int, int]]:
    """The spans of a chain whose figures and labels alternate from a figure to a label, or none.

    Each label of such a row may belong to either neighbour. ``boxed`` are the ends of figures that close boxes.
    """
    start = chain[0].label[0]
    opened = _FIGURE_END.search(text, max(0, start - _NEAR), start)
    if opened is None or opened.end("figure") in boxed or is_section_number(opened["figure"]):
        return []
    last = chain[-1].figure.end
    closed = text[last : min(high, last + _NEAR)].split()[:2]
    if len(closed) < 2 or not closed[0][0].isupper() or closed[0][-1] in ".:":
        return []
    spans = [opened.span("figure"), *(box.quote for box in chain)]
    for _ in range(_MOST_MORE):
        more = _ALTERNATES.match(text, spans[-1][1], min(high, spans[-1][1] + 2 * _NEAR))
        if more is None:
            break
        spans.append(more.span())
    return spans


def _is_line_entry(box: Box) -> bool:
    """Whether a box of a page with lines is a contents entry: a bare whole number after words that name no quantity."""
    return box.figure.whole and fold(box.indicator.split()[0]) not in LABEL_HEADS


def _stands_alone(box: Box) -> bool:
    """Whether one box without neighbours is still sure: it begins as indicators do, or carries a unit."""
    first = fold(box.indicator.split()[0])
    return first in LABEL_HEADS or (box.figure.measured and len(box.indicator.split()) > 2)


def _figure_first(text: str, figures: list[Printed], high: int) -> list[Box]:
    """The boxes of a text that ends "figure label figure label": at least two, the last label at the end."""
    boxes: list[Box] = []
    limit = high
    for figure in reversed(figures):
        label = collapse(text[figure.end : limit])
        words = label.split()
        starts = bool(words) and (words[0][0].isupper() or _ORDINAL.match(words[0]) is not None)
        plain = any(w[0].islower() and fold(w) not in FUNCTION_WORDS for w in words)
        if (
            not starts
            or not plain
            or len(words) > _FIRST_LABEL
            or any(w[-1] in ".;:?!" for w in words)
            or figure.measured
        ):
            break
        boxes.append(Box((figure.end, limit), label, figure, (figure.start, limit), 0.7))
        limit = figure.start
    boxes.reverse()
    if len(boxes) < 2:
        return []
    return [b for b in boxes if text[b.quote[0] : b.quote[1]].strip()]


def _trimmed(text: str, box: Box) -> Box:
    start, end = box.quote
    while end > start and text[end - 1].isspace():
        end -= 1
    return Box(box.label, box.indicator, box.figure, (start, end), box.confidence)


def _detached(text: str, low: int, high: int, figures: list[Printed]) -> list[Box]:
    """Labels without figures at the end of the text, all for the single figure that opens it."""
    if (
        not figures
        or figures[0].start > low + 1
        or not _opens_after(text, figures[0].end, high)
        or not figures[0].whole
    ):
        return []
    tail = max(text.rfind(". ", low, high), text.rfind(".\n", low, high)) + 1
    starts = [
        m.start() for m in re.finditer(r"(?<!\S)(?:Number|Amount|Proportion|Percentage|Rate) of\s", text[tail:high])
    ]
    if len(starts) < 2 or any(f.start > tail for f in figures):
        return []
    boxes = []
    ends = [*starts[1:], high - tail]
    for a, b in zip(starts, ends, strict=True):
        words = text[tail + a : tail + b].split()
        while len(words) > 3 and words[-1][0].isupper():
            words.pop()
        indicator = " ".join(words)
        end = tail + a + len(text[tail + a : tail + b].rstrip())
        if not 3 <= len(words) <= _LONGEST:
            return []
        shown = text.find(words[-1], tail + a, end)
        boxes.append(
            Box((tail + a, end), indicator, figures[0], (tail + a, max(shown + len(words[-1]), tail + a + 1)), 0.5)
        )
    return boxes


def read_boxes(text: str, spans: list[tuple[int, int]], page_figures: list[Printed], *, flat: bool) -> Boxes:
    """The highlight boxes in ``spans`` of a body text, in order of their labels."""
    found: list[Box] = []
    listed: list[tuple[int, int]] = []
    for low, high in spans:
        figures = within(page_figures, low, high)
        first = _figure_first(text, figures, high) if flat else []
        rest = [f for f in figures if all(f is not b.figure for b in first)]
        boxes = _label_first(text, rest, low, first[0].quote[0] if first else high, flat)
        boxed = {b.figure.end for b in boxes if b is not None}
        for chain in _chains(boxes):
            both = _two_ways(text, chain, boxed, high) if flat else []
            if both or _is_listing(chain) or (not flat and all(_is_line_entry(b) for b in chain)):
                listed.extend(both or [b.quote for b in chain])
            elif len(chain) > 1 or _stands_alone(chain[0]):
                found.extend(chain)
        found.extend(_trimmed(text, b) for b in first)
        if flat and not first:
            found.extend(_detached(text, low, high, figures))
    return Boxes(found, listed)
