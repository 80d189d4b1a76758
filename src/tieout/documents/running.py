"""Chapters of a report without contents or numbers, from what its pages print at their edges.

A navigation bar names the chapters on every page; a chapter begins where a page's text opens with one of these names.
A running header names the chapter that its page belongs to; a chapter begins on the first page of those that share a
name. Used only where a report gives no better evidence, and only where several chapters are found in page order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby, takewhile

from tieout.documents.contents import place_title
from tieout.documents.places import Heading, PageWords, word_form

_LEAST = 3
_MOST_WORDS = 7
_OPENING = 12
"""How far from a page's beginning the name of its chapter may stand, in words."""
_SHARE = 0.4


def running_headings(pages: Sequence[PageWords]) -> list[Heading]:
    """The chapters that navigation bars or running headers name; none where fewer than three are sure."""
    edges = {words.page.number: _edge_words(words) for words in pages}
    for found in (_from_navigation(pages, edges), _from_headers(pages, edges)):
        if len(found) >= _LEAST:
            return found
    return []


def _edge_words(words: PageWords) -> tuple[str, ...]:
    text = words.page.text
    return tuple(token for start, end in words.page.furniture for token in text[start:end].split())


def _from_navigation(pages: Sequence[PageWords], edges: dict[int, tuple[str, ...]]) -> list[Heading]:
    """Names of the bar that most pages print, each at the first page that opens with it."""
    bars = Counter(_letters(edge) for edge in edges.values())
    if not bars:
        return []
    bar, count = min(bars.items(), key=lambda item: (-item[1], item[0]))
    if len(bar) < 2 * _LEAST or count < max(_LEAST, _SHARE * len(pages)):
        return []
    found: dict[int, Heading] = {}
    for words in pages:
        at, size = _opening_name(words, bar)
        if size and at not in found:
            span = words.spans[0][0], words.spans[size - 1][1]
            found[at] = Heading(words.page.number, *span, "", words.text(0, size), 1, 0)
    # A bar names its chapters in order; what comes out of order are words of a title that all pages repeat.
    return list(found.values()) if list(found) == sorted(found) else []


def _letters(edge: Sequence[str]) -> tuple[str, ...]:
    return tuple(form for token in edge if (form := word_form(token)) and not form.isdigit())


def _opening_name(words: PageWords, bar: tuple[str, ...]) -> tuple[int, int]:
    """Where in the bar, behind its beginning, the words that open a page stand, and how many; (0, 0) for none.

    A bar begins with the report's name, which opens pages that are no chapters.
    """
    for size in range(min(_MOST_WORDS, len(words.forms) - 1), 0, -1):
        name = words.forms[:size]
        if not (words.printed(0)[:1].isupper() and words.printed(size)[:1].isupper()) or bar[:size] == name:
            continue
        places = [i for i in range(1, len(bar) - size + 1) if bar[i : i + size] == name]
        if places:
            return places[-1], size
    return 0, 0


def _from_headers(pages: Sequence[PageWords], edges: dict[int, tuple[str, ...]]) -> list[Heading]:
    """The part of the running header that changes: a name that holds over pages that follow each other."""
    named = [(words, _letters(edges[words.page.number])) for words in pages if edges[words.page.number]]
    if len(named) < _SHARE * len(pages):
        return []
    front = _shared([name for _, name in named])
    back = _shared([name[len(front) :][::-1] for _, name in named])[::-1]
    middles = [(words, name[len(front) : len(name) - len(back)]) for words, name in named]
    blocks = [(name, [words for words, _ in group]) for name, group in groupby(middles, key=lambda item: item[1])]
    names = Counter(name for name, _ in blocks)
    if len(names) > len(middles) // 2:
        return []  # a header that changes on every page names no chapters
    found: list[Heading] = []
    for name, (first, *_) in blocks:
        if not 0 < len(name) <= _MOST_WORDS or names[name] > 1:
            continue
        place = place_title(first, name)
        if place and place[0] < _OPENING:
            span = first.spans[place[0]][0], first.spans[place[1] - 1][1]
            found.append(Heading(first.page.number, *span, "", first.text(*place), 1, 0))
    return found


def _shared(names: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The words that all names begin with."""
    columns = takewhile(lambda column: len(set(column)) == 1, zip(*names, strict=False))
    return tuple(column[0] for column in columns)
