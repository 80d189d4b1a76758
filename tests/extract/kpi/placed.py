"""Pages whose words have boxes, drawn from plain text: each character is six points wide, each line 26 points high."""

from __future__ import annotations

import re

from tieout.extract.kpi import extract_observations
from tieout.model import Catalogue, Observation, Page, Report, Source, Word
from tieout.text import MappedText


def placed_page(text: str) -> Page:
    """The page whose words stand where the text shows them."""
    words = []
    for n, line in enumerate(re.finditer(r"[^\n]*\n", text)):
        for m in re.finditer(r"\S+", line.group()):
            start = line.start() + m.start()
            words.append(Word(start, start + len(m.group()), 6.0 * m.start(), 26.0 * n, 6.0 * m.end(), 26.0 * n + 24))
    return Page(1, text, (), MappedText.identity(text), tuple(words))


def read_placed(page: Page, method: str = "") -> list[Observation]:
    """The observations of a page of the invented Alder Harbours for 2031, by one method where it is named."""
    source = Source("a.pdf", "application/pdf", "0" * 64, 1)
    found = extract_observations(Report("alder-2031", "Alder Harbours", "2031", source, (page,)), Catalogue())
    for o in found:
        assert page.text[o.passage.start : o.passage.end] == o.passage.quote
        assert " ".join(page.text[o.cell[0] : o.cell[1]].split())
    return [o for o in found if method in {"", o.method}]


def stacked(text: str, block: str, columns: int) -> Page:
    """A page whose rows between two marks come column by column in the text, as a cell of several lines does in a PDF.

    ``block`` holds, line by line, a label and its cells parted by "|"; each label and cell becomes a line of the text.
    """
    rows = [line.split("|") for line in block.strip().split("\n")]
    head, tail = text.split("@\n")
    drawn = placed_page(
        head + "".join(label.ljust(40) + "".join(c.ljust(12) for c in cells) + "\n" for label, *cells in rows) + tail
    )
    lines = [label for label, *_ in rows] + [row[1 + c].strip() for c in range(columns) for row in rows]
    flat = head + "".join(f"{line}\n" for line in lines) + tail
    words = []
    at = 0
    order = sorted(drawn.words, key=lambda w: _rank(drawn.text, w, head, rows))
    for word in order:
        spoken = drawn.text[word.start : word.end]
        at = flat.index(spoken, at)
        words.append(Word(at, at + len(spoken), word.x0, word.top, word.x1, word.bottom))
        at += len(spoken)
    return Page(1, flat, (), MappedText.identity(flat), tuple(words))


def _rank(text: str, word: Word, head: str, rows: list[list[str]]) -> tuple[int, int, int]:
    """Where a word comes in the text: labels of the block first, then its cells column by column."""
    first = head.count("\n")
    line = text.count("\n", 0, word.start)
    if not first <= line < first + len(rows):
        return (0 if line < first else 9, word.start, 0)
    column = 0 if word.x0 < 40 * 6 else 1 + int((word.x0 - 40 * 6) // (12 * 6))
    return (1 + column, line, word.start)
