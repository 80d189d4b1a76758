"""Where the words of a PDF page stand: boxes in points, mapped to offsets of the stored page text.

Only pages with many figures get them, because geometry costs time and only tables need it. PDFium counts characters,
UTF-16 units and generated characters differently, so every word's place is found through PDFium's own index and kept
only if the stored text holds it there.
"""

from __future__ import annotations

import bisect
import ctypes
import re
from collections.abc import Callable
from typing import Any

from tieout.documents.raw import LineSize
from tieout.model import Word

Box = tuple[float, float, float, float]

_WORD = re.compile(r"[^\s\ufffe]+")
_LEAST_FIGURES, _LEAST_SHARE = 16, 0.07
_STRETCH, _LEAST_IN_STRETCH = 24, 6
"""Words of a stretch, and the figures that make a table of it on a page that otherwise is running text."""


def looks_tabular(text: str) -> bool:
    """Whether a page has enough words with digits to hold a table of figures or clause codes."""
    figures = [any(c.isdigit() for c in token) for token in text.split()]
    count = sum(figures)
    if count >= _LEAST_FIGURES and count >= _LEAST_SHARE * len(figures):
        return True
    near = sum(figures[:_STRETCH])
    most = near
    for gone, come in zip(figures, figures[_STRETCH:], strict=False):
        near += come - gone
        most = max(most, near)
    return most >= _LEAST_IN_STRETCH


def placed_words(raw: str, stored: str, box: Callable[[int], Box | None]) -> tuple[Word, ...]:
    """The words of a page with their boxes.

    Args:
        raw: the text layer as PDFium gives it.
        stored: the page's stored text.
        box: the (x0, top, x1, bottom) of the character at a UTF-16 offset of ``raw``, None where it has no place.
    """
    wide = [i for i, c in enumerate(raw) if ord(c) > 0xFFFF]
    breaks = [m.start() for m in re.finditer("\r\n", raw)]
    words = []
    for match in _WORD.finditer(raw):
        start, end = match.span()
        at = start - bisect.bisect_left(breaks, start)
        extra, inner = bisect.bisect_left(wide, start), bisect.bisect_left(wide, end - 1)
        if stored[at : at + end - start] != match.group():
            continue
        first, last = box(start + extra), box(end - 1 + inner)
        if first is None or last is None:
            continue
        words.append(
            Word(
                at,
                at + end - start,
                *(round(v, 2) for v in (min(first[0], last[0]), min(first[1], last[1]))),
                *(round(v, 2) for v in (max(first[2], last[2]), max(first[3], last[3]))),
            )
        )
    return tuple(words)


def line_sizes(raw: str, box: Callable[[int], Box | None]) -> tuple[LineSize, ...]:
    """The letter height of each line, by its first character; offsets count in the stored text.

    Args:
        raw: the text layer as PDFium gives it, without characters beyond the basic plane.
        box: the box of the character at an offset of ``raw``.
    """
    sizes = []
    at = 0
    for passed, line in enumerate(raw.split("\r\n")):
        lead = len(line) - len(line.lstrip())
        place = box(at + lead) if line.strip() else None
        if place is not None:
            sizes.append(LineSize(at - passed + lead, round(place[3] - place[1], 2)))
        at += len(line) + 2
    return tuple(sizes)


class Ruler:
    """Measures characters of one PDFium text page; owns no handle."""

    def __init__(self, library: Any, layer: Any, page_box: Box, rotation: int) -> None:
        """A ruler for one page.

        Args:
            library: PDFium's raw functions.
            layer: the handle of the text page.
            page_box: the visible box in PDF coordinates: left, bottom, right, top.
            rotation: by how many degrees clockwise the page is shown turned: 0, 90, 180, 270.
        """
        self._library = library
        self._layer = layer
        self._page = page_box
        self._rotation = rotation
        self._rect = library.FS_RECTF()

    def box(self, text_index: int) -> Box | None:
        """The box (x0, top, x1, bottom) of the character at a UTF-16 offset of the text, as the page is shown."""
        at = self._library.FPDFText_GetCharIndexFromTextIndex(self._layer, text_index)
        if at < 0 or not self._library.FPDFText_GetLooseCharBox(self._layer, at, ctypes.byref(self._rect)):
            return None
        x0, x1 = sorted((self._rect.left, self._rect.right))
        y0, y1 = sorted((self._rect.bottom, self._rect.top))
        left, bottom, right, top = self._page
        match self._rotation:
            case 90:
                return y0 - bottom, x0 - left, y1 - bottom, x1 - left
            case 180:
                return right - x1, y0 - bottom, right - x0, y1 - bottom
            case 270:
                return top - y1, right - x1, top - y0, right - x0
            case _:
                return x0 - left, top - y1, x1 - left, top - y0
