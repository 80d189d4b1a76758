"""Lists with bullets as a page prints them: the sentence that announces them, their items, and heads among the items.

The text of a page shows no indents. A head among the items is known by its colon or by its number ("Scope 1", "Scope 2"), and
holds until the next of its kind. The last item ends where a line begins anew without a bullet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tieout.patterns import lazy
from tieout.text import collapse

_MARK = r"[•·▪●›◦■]"
_COLON = lazy(rf":[ \t]*\n\s*(?={_MARK}[ \t]*\S)")
_STOP = lazy(rf"[.!?]|{_MARK}")
_LONGEST_LEAD, _SHORTEST_LEAD = 400, 3
_ITEM = lazy(rf"\s*{_MARK}[ \t]*(?P<text>\S[^\n]*(?:\n(?![ \t]*{_MARK})(?=[a-zß-ÿ(&\d])[^\n]+)*)(?:\n|$)")
_NUMBERED = lazy(r"^(?P<word>[A-Z][\w ]{1,24}?) (?P<number>\d|[IVX]{1,3})\b:?")
_PAGE_NUMBER = lazy(r"^\s*(?:\d{1,3}\s*\n\s*)?")
_MOST = 30


@dataclass(frozen=True, slots=True)
class Item:
    """An item with its half-open span on the page."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list: the half-open span of the sentence before it, that sentence, and its items."""

    start: int
    end: int
    lead: str
    items: tuple[Item, ...]

    def under(self, head: str) -> tuple[Item, ...]:
        """The items that follow the head named so, up to the next head of its kind; none where there is no such head."""
        heads = [i for i, item in enumerate(self.items) if _is_head(item.text)]
        at = next((i for i in heads if collapse(self.items[i].text.rstrip(": ")).casefold() == head.casefold()), None)
        if at is None:
            return ()
        until = next((i for i in heads if i > at), len(self.items))
        return self.items[at + 1 : until]

    def heads(self) -> tuple[str, ...]:
        """The heads among the items."""
        return tuple(collapse(i.text.rstrip(": ")) for i in self.items if _is_head(i.text))


def lists_of(text: str) -> Iterator[Bullets]:
    """The lists of a page that a sentence with a colon announces."""
    for colon in _COLON.finditer(text):
        lead = before_colon(text, colon.start())
        if len(lead) < _SHORTEST_LEAD:
            continue
        items: list[Item] = []
        at = colon.end()
        while len(items) < _MOST and (found := _ITEM.match(text, at)) is not None:
            kept = found["text"].rstrip()
            items.append(Item(collapse(kept), found.start("text"), found.start("text") + len(kept)))
            at = found.end("text")
        if len(items) > 1:
            said = _PAGE_NUMBER.sub("", lead)
            if not _is_head(collapse(said)):
                yield Bullets(colon.start() - len(said), colon.start() + 1, collapse(said), tuple(items))


def before_colon(text: str, colon: int) -> str:
    """What stands before a colon, from the stop or the mark before it on."""
    low = max(0, colon - _LONGEST_LEAD)
    start = max((m.end() for m in _STOP.finditer(text, low, colon)), default=low)
    return text[start:colon]


def _is_head(text: str) -> bool:
    found = _NUMBERED.match(text)
    return text.endswith(":") or (found is not None and found.end() == len(text))
