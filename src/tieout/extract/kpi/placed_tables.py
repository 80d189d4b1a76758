"""Tables read by where their words stand: columns from the figures' places, their names from the words above them.

A PDF's text gives a table's head line by line, so a name that is broken over three lines above its column is scattered.
Boxes put it together: rows are lines with figures side by side, columns are where those figures stand below each other,
and a column's name is what stands above it and above no other. Tables under years are read elsewhere, from their text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tieout.model import Page, Word

_CELL = re.compile(r"(?:[€$£]\s?)?[-−–(]?\d[\d.,’']*\)?(?:%|h)?|[-–—]|n/?a\.?|k\.A\.", re.IGNORECASE)
_FIGURE = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TRAILING = frozenset({"%", "h", "km", "t", "kwh", "mwh"})
_LEAST_ROWS, _LEAST_COLUMNS, _MOST_COLUMNS = 3, 2, 14
_ROWS_OF_MANY, _MANY = 2, 3
"""Rows that are enough where so many columns are named."""
_SAME_LINE, _SPACE, _NARROW, _FAR_APART = 0.5, 0.9, 0.35, 3.1
"""In heights of a word: lines that are one, the gap between words of one name, the least gap between two, and the most
between lines of one head."""
_CAPTION_APART = 4.0
_STOP = re.compile(r"[a-z]{3}[.!?;](?:\s|$)")
_REACH = 0.4
"""How far beside a column its name may stand, in parts of the way from one column to the next."""
_HEAD_LINES, _LONGEST_NAME, _LONGEST_HEAD, _LABEL_REACH = 9, 18, 30, 1.8


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand on one line, from left to right."""

    words: tuple[Word, ...]

    @property
    def middle(self) -> float:
        """The height at which it stands, in points from the top."""
        return sum(w.top + w.bottom for w in self.words) / (2 * len(self.words))

    @property
    def height(self) -> float:
        """The height of its letters, in points."""
        return max(w.bottom - w.top for w in self.words)


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row: the words of its label in reading order and its cells, one for each column."""

    label: tuple[Word, ...]
    cells: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table: the name of each column, what stands above the labels, the line above it all, and the rows."""

    columns: tuple[str, ...]
    corner: str
    caption: str
    rows: tuple[PlacedRow, ...]


def find_placed_tables(page: Page) -> list[PlacedTable]:
    """The tables of a page whose words have boxes, in order; none where a column's name cannot be told."""
    lines = lines_of(page.words)
    found: list[PlacedTable] = []
    at = 0
    while at < len(lines):
        cells = _cells(page, lines[at])
        if len(cells) < _LEAST_COLUMNS:
            at += 1
            continue
        rows, end = _rows(page, lines, at, len(cells))
        least = _ROWS_OF_MANY if len(cells) >= _MANY else _LEAST_ROWS
        table = _table(page, lines, at, end, rows) if len(rows) >= least else None
        if table is not None:
            found.append(table)
        at = max(end, at + 1)
    return found


def text_of(page: Page, words: Sequence[Word]) -> str:
    """Words as the page prints them, in the order given."""
    return " ".join(page.text[w.start : w.end] for w in words)


def lines_of(words: Sequence[Word]) -> list[Line]:
    """The lines of a page from top to bottom."""
    found: list[list[Word]] = []
    for word in sorted(words, key=lambda w: ((w.top + w.bottom) / 2, w.x0)):
        last = found[-1] if found else []
        middle = (word.top + word.bottom) / 2
        if last and abs(middle - Line(tuple(last)).middle) <= _SAME_LINE * (word.bottom - word.top):
            last.append(word)
        else:
            found.append([word])
    return [Line(tuple(sorted(line, key=lambda w: w.x0))) for line in found]


def _cells(page: Page, line: Line) -> tuple[Word, ...]:
    """The figures at the end of a line, each with the percent sign or unit behind it, without words between them."""
    cells: list[Word] = []
    behind: Word | None = None
    for word in reversed(line.words):
        text = page.text[word.start : word.end]
        if text.casefold() in _TRAILING and behind is None:
            behind = word
            continue
        if _CELL.fullmatch(text) is None:
            break
        cells.append(
            replace(word, end=behind.end, x1=behind.x1) if behind is not None and behind.start >= word.end else word
        )
        behind = None
    texts = [page.text[c.start : c.end] for c in cells]
    figures = [t for t in texts if _FIGURE.search(t)]
    if behind is not None or 2 * len(figures) < len(cells) or all(_YEAR.fullmatch(t) for t in figures):
        return ()
    return tuple(reversed(cells))


def _rows(page: Page, lines: Sequence[Line], at: int, count: int) -> tuple[list[PlacedRow], int]:
    """The rows with so many cells below each other from line ``at`` on, and the line behind the last."""
    placed: list[tuple[float, tuple[Word, ...], list[Word]]] = []
    loose: list[Line] = []
    end = at
    for i in range(at, len(lines)):
        line = lines[i]
        cells = _cells(page, line)
        if placed and line.middle - placed[-1][0] > (len(loose) + 2) * _FAR_APART * line.height:
            break
        if len(cells) < _LEAST_COLUMNS:
            loose.append(line)
            if len(loose) > 4:
                break
            continue
        if len(cells) != count or (placed and not _below(placed[-1][1], cells)):
            break
        placed.append((line.middle, cells, [w for w in line.words if w.x1 <= cells[0].x0]))
        end, loose = i + 1, []
    left = min((cells[0].x0 for _, cells, _ in placed), default=0.0)
    own = [text_of(page, label) for _, _, label in placed]
    for line in lines[max(0, at - 2) : end + 2]:
        if len(_cells(page, line)) < _LEAST_COLUMNS and placed and line.words[-1].x1 <= left:
            row = _row_of(line, [height for height, _, _ in placed], own)
            if row is not None:
                placed[row][2].extend(line.words)
    ordered = [PlacedRow(tuple(sorted(label, key=lambda w: (round(w.top), w.x0))), cells) for _, cells, label in placed]
    return [r for r in ordered if r.label], end


def _row_of(line: Line, heights: Sequence[float], own: Sequence[str]) -> int | None:
    """The row whose label a line without figures goes on with, by the row that is near and what its own line says.

    A line above a row is of its label only where the row's own line goes on from it; else it is of the row before.
    """
    below = next((i for i, height in enumerate(heights) if height > line.middle), len(heights))
    reach = _LABEL_REACH * line.height
    above = below - 1 if below and line.middle - heights[below - 1] <= reach else None
    if below < len(heights) and heights[below] - line.middle <= reach:
        nearer = above is not None and heights[below] - line.middle < (line.middle - heights[above]) - 1
        if not own[below] or not own[below][0].isupper() or (nearer and above is not None):
            return below
    return above


def _below(above: Sequence[Word], cells: Sequence[Word]) -> bool:
    """Whether each cell stands below the one above it and below no other."""
    return all(c.x0 < a.x1 + (a.x1 - a.x0) and c.x1 > a.x0 - (a.x1 - a.x0) for a, c in zip(above, cells, strict=True))


def _table(page: Page, lines: Sequence[Line], at: int, end: int, rows: Sequence[PlacedRow]) -> PlacedTable | None:
    """The table of these rows with the names that stand above its columns, or None where one has none of its own."""
    count = len(rows[0].cells)
    if count > _MOST_COLUMNS:
        return None
    spans = _spans(rows)
    taken = {w for row in rows for w in row.label}
    names: list[list[Word]] = [[] for _ in range(count)]
    corner: list[Word] = []
    above: list[tuple[list[Word], list[int]]] = []
    caption = ""
    last = min(lines[at].middle, *((w.top + w.bottom) / 2 for w in rows[0].label))
    height = min(c.bottom - c.top for c in rows[0].cells)
    for i in range(at - 1, max(-1, at - 1 - _HEAD_LINES), -1):
        line = lines[i]
        words = [w for w in line.words if w not in taken]
        beside = [w for w in words if w.x1 > spans[0][0]]
        if beside and all(_is_cell(page.text[w.start : w.end]) for w in beside):
            words = [w for w in words if w not in beside]
        if not words:
            continue
        if last - line.middle > _FAR_APART * height or len(_cells(page, line)) >= _LEAST_COLUMNS:
            near = last - line.middle <= _CAPTION_APART * height and len(_cells(page, line)) < _LEAST_COLUMNS
            caption = text_of(page, line.words) if near else ""
            break
        if is_sentence(text_of(page, words)) or page.text[words[-1].end - 1] == ":":
            break
        placed = _placed(word_blocks(words, _SPACE), spans)
        if any(len(columns) > 1 for _, columns in placed):
            placed = _placed(word_blocks(words, _NARROW), spans)
        if any(len(columns) > 1 for _, columns in placed):
            placed = _placed(word_blocks(words, _SPACE), spans)  # heads that stand above several columns each
        if any(len(c) == count or (len(c) > 1 and b[0].x0 < spans[0][0] - _reach(spans)) for b, c in placed):
            caption = text_of(page, words)
            break
        for block, columns in placed:
            if len(columns) > 1:
                above.append((block, columns))
            else:
                (names[columns[0]] if columns else corner)[0:0] = block
        last = line.middle
    labels = tuple(text_of(page, n).strip(" :") for n in names)
    if len(set(labels)) < count:  # "total female male total female male": what stands above them tells them apart
        for block, columns in above:
            for c in columns:
                names[c][0:0] = block
        labels = tuple(text_of(page, n).strip(" :") for n in names)
    told = (
        all(is_name(n, longest=_LONGEST_HEAD) for n in labels)
        and len(set(labels)) == count
        and not any(map(_YEAR.search, labels))
    )
    texts = [text_of(page, row.label) for row in rows]
    axes = all(len({page.text[c.start : c.end] for c in row.cells}) == 1 for row in rows)
    if not told or axes or 2 * sum(map(is_name, texts)) < len(texts):
        return None
    return PlacedTable(labels, text_of(page, corner), caption, tuple(rows))


def _is_cell(text: str) -> bool:
    """Whether a word above a table's rows may be the cell of one with too few figures to be read, no part of a name."""
    return _CELL.fullmatch(text) is not None and _YEAR.fullmatch(text) is None


def is_sentence(text: str) -> bool:
    """Whether words hold the end of a sentence."""
    return _STOP.search(text) is not None


def _spans(rows: Sequence[PlacedRow]) -> list[tuple[float, float]]:
    """From where to where the figures of each column stand, in points from the left."""
    columns = list(zip(*(r.cells for r in rows), strict=True))
    return [(min(c.x0 for c in column), max(c.x1 for c in column)) for column in columns]


def is_name(text: str, *, longest: int = _LONGEST_NAME) -> bool:
    """Whether words can name a row or a column: some letters, no sentence, no item of a list, no half of a bracket."""
    whole = text.count("(") == text.count(")") and not set(text) & set("•▪●·")
    return whole and any(map(str.isalpha, text)) and len(text.split()) <= longest and _STOP.search(text) is None


def _reach(spans: Sequence[tuple[float, float]]) -> float:
    return _REACH * (spans[-1][0] - spans[0][0]) / (len(spans) - 1)


def _placed(blocks: Sequence[list[Word]], spans: Sequence[tuple[float, float]]) -> list[tuple[list[Word], list[int]]]:
    """Each block with the columns it stands above: those whose figures it covers, else the nearest one within reach.

    A block left of all columns stands above the labels, and has none.
    """
    reach = _reach(spans)
    placed = []
    for block in blocks:
        x0, x1 = block[0].x0, block[-1].x1
        over = [i for i, (low, high) in enumerate(spans) if min(x1, high) - max(x0, low) > 1]
        if not over:
            gaps = [max(low - x1, x0 - high) for low, high in spans]
            near = min(range(len(spans)), key=lambda i: gaps[i])
            over = [near] if gaps[near] <= reach and (near or x1 > spans[0][0] - reach) else []
        placed.append((block, over))
    return placed


def word_blocks(words: Sequence[Word], space: float) -> list[list[Word]]:
    """The words of a line cut where more than so many heights lie between them."""
    blocks: list[list[Word]] = []
    for word in words:
        if blocks and word.x0 - blocks[-1][-1].x1 <= space * (word.bottom - word.top):
            blocks[-1].append(word)
        else:
            blocks.append([word])
    return blocks
