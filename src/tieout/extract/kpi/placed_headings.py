"""Headings that stand above a table on the page and behind it in the page's text.

A PDF often writes a page's tables first and its headings last. Read as text, such a heading belongs to nothing, and the
rows of two tables ("Total" of what is rented, "Total" of what is owned) look alike. Boxes tell where it stands: a
line in larger letters holds for the tables below it, down to the next line in letters as large.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tieout.extract.kpi.placed_tables import Line, is_name, is_sentence, lines_of, text_of, word_blocks
from tieout.model import Observation, Page, Word
from tieout.text import collapse, fold

_LARGER, _AS_LARGE = 1.3, 0.95
"""By how much a heading's letters are larger than a table's; from which part of its height on another line ends it."""
_LEAST_WORDS = 2
_SPACE, _SAME_LINE = 0.9, 0.5
"""The widest gap between two words of one heading and the most between words of one line, in heights."""
_LEVEL = 1.5
"""How far from each other, in heights, the tops of tables that stand side by side may be."""


@dataclass(frozen=True, slots=True)
class _Block:
    """Words that stand together on a line, and whether they can be a heading."""

    words: tuple[Word, ...]
    text: str
    heads: bool

    @property
    def height(self) -> float:
        return max(w.bottom - w.top for w in self.words)

    @property
    def middle(self) -> float:
        return Line(self.words).middle

    @property
    def start(self) -> int:
        return min(w.start for w in self.words)


@dataclass(frozen=True, slots=True)
class _Box:
    """Where a table's rows stand, how high its letters are, where it begins in the text and what heads it already."""

    x0: float
    x1: float
    top: float
    bottom: float
    height: float
    start: int
    groups: str

    def holds(self, block: _Block) -> bool:
        """Whether a block stands in it."""
        return self.top <= block.middle <= self.bottom and self.beside(block)

    def beside(self, block: _Block) -> bool:
        """Whether a block stands above, in or below it, not left or right."""
        return block.words[0].x0 < self.x1 and block.words[-1].x1 > self.x0


def head_by_place(page: Page, observations: Sequence[Observation], organization: str) -> tuple[Observation, ...]:
    """The observations of a page, those of tables under such a heading with it as their outermost group.

    A heading that one table of a page has behind it in the text heads all tables under it, so that they are told apart
    in the same way. The company's own name before it says nothing and is left out.
    """
    boxes = _boxes(page, observations)
    if not boxes:
        return tuple(observations)
    blocks = _blocks(page)
    found = {table: _heading(box, blocks, boxes.values()) for table, box in boxes.items()}
    behind = {block for table, block in found.items() if block is not None and block.start > boxes[table].start}
    headed = {t: _without(block.text, organization) for t, block in found.items() if block in behind and block}
    return tuple(_headed(o, headed.get(o.table, "")) for o in observations)


def _headed(one: Observation, heading: str) -> Observation:
    """An observation with a heading above its groups, where they do not say it already."""
    told = not heading or fold(heading) in fold(one.group)
    return one if told else replace(one, group=" > ".join(filter(None, (heading, one.group))))


def _boxes(page: Page, observations: Iterable[Observation]) -> dict[str, _Box]:
    """The boxes of the page's tables, by their ids."""
    spans: dict[str, list[Observation]] = {}
    for o in observations:
        if o.table:
            spans.setdefault(o.table, []).append(o)
    boxes = {}
    for table, own in spans.items():
        rows = {(o.passage.start, o.passage.end) for o in own}
        words = [w for w in page.words if any(start <= w.start < end for start, end in rows)]
        if words:
            boxes[table] = _Box(
                min(w.x0 for w in words),
                max(w.x1 for w in words),
                min(w.top for w in words),
                max(w.bottom for w in words),
                max(w.bottom - w.top for w in words),
                min(start for start, _ in rows),
                fold(" > ".join(dict.fromkeys(o.group for o in own))),
            )
    return boxes


def _blocks(page: Page) -> list[_Block]:
    """The blocks of words of a page from top to bottom, without running headers."""
    words = [w for w in page.words if not any(start <= w.start < end for start, end in page.furniture)]
    found = []
    for line in lines_of(words):
        for block in word_blocks(line.words, _SPACE):
            text = collapse(text_of(page, block))
            heads = len(block) >= _LEAST_WORDS and text[0].isupper() and is_name(text) and text[-1] not in ".:;,"
            found.append(_Block(tuple(block), text, heads))
    return found


def _heading(table: _Box, blocks: Sequence[_Block], boxes: Iterable[_Box]) -> _Block | None:
    """The nearest heading above a table that it does not have yet; none where running text stands between."""
    others = list(boxes)
    tallest = table.height
    for block in reversed([b for b in blocks if b.middle < table.top]):
        if any(box.holds(block) for box in others):
            continue
        if not table.beside(block) and not _beside_one_headed(table, block, blocks, others):
            continue
        if is_sentence(block.text):
            return None
        if block.height < _LARGER * table.height or block.height < _AS_LARGE * tallest:
            continue
        tallest = max(tallest, block.height)
        if fold(block.text) not in table.groups:
            return block if block.heads else None
    return None


def _beside_one_headed(table: _Box, block: _Block, blocks: Sequence[_Block], boxes: Sequence[_Box]) -> bool:
    """Whether a block stands left of a table, above another that begins level with it, with nothing on its right."""
    near = _LEVEL * table.height
    headed = any(abs(b.top - table.top) <= near and b.x1 < table.x0 and b.beside(block) for b in boxes)
    alike = [b for b in blocks if abs(b.middle - block.middle) < _SAME_LINE * block.height]
    return headed and not any(b.words[0].x0 > block.words[-1].x1 for b in alike)


def _without(heading: str, organization: str) -> str:
    """A heading without the company's name at its beginning ("Exo Homes – Offices" is "Offices")."""
    if organization and fold(heading).startswith(fold(organization)):
        return heading[len(organization) :].strip(" –—-:|") or heading
    return heading
