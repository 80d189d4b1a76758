"""Lists that stand line by line without marks: between a colon and the running text that follows, each line an item."""

from __future__ import annotations

from collections.abc import Iterator

from tieout.ask.facts.bullets import Bullets, Item, before_colon
from tieout.patterns import lazy
from tieout.text import collapse

_COLON = lazy(r":[ \t]*\n(?=[ \t]*[^\W\d_])")
_LINE = lazy(r"[^\S\n]*(?P<text>[^\n]*\S)[^\S\n]*(?:\n|$)")
_JOIN = lazy(r"(?:[,;]|,? and| or)$")
_FIGURES = lazy(r"\d[\d.,]*\D+\d")
_SHORT, _FEWEST, _MOST, _LONGEST_ITEM = 0.8, 2, 12, 12
"""How long an item's line may be, in parts of a line of running text; how many items a list has, and an item words."""


def unmarked_lists(text: str) -> Iterator[Bullets]:
    """The lists of a page with lines that a sentence with a colon announces; they end at the first line as long as text."""
    lengths = sorted(map(len, text.split("\n")))
    width = lengths[len(lengths) * 3 // 4]  # most lines of a page with a list are running text
    for colon in _COLON.finditer(text):
        items: list[Item] = []
        at = colon.end()
        ended = False
        while not ended and len(items) <= _MOST and (line := _LINE.match(text, at)) is not None:
            own = line["text"]
            ended = len(own) > _SHORT * width
            if ended or len(own.split()) > _LONGEST_ITEM or _FIGURES.search(own) is not None or own[-1] == ":":
                break
            items.append(Item(_JOIN.sub("", collapse(own)), line.start("text"), line.end("text")))
            at = line.end()
        lead = before_colon(text, colon.start())
        if ended and _FEWEST <= len(items) <= _MOST and lead.strip():
            yield Bullets(colon.start() - len(lead), colon.start() + 1, collapse(lead), tuple(items))
