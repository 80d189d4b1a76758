"""A page's body as a list of compared words, so that a title can be found however it is spaced, hyphenated or cased."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tieout.model import Page
from tieout.text import fold

_TOKEN = re.compile(r"\S+")
_KEPT = re.compile(r"[^\w.&%]+")
_NUMBER = re.compile(r"(?:\d{1,2}|[A-Z])(?:\.\d{1,2}){1,3}\.?")


_MOST_PLACES = 100


@lru_cache(maxsize=65536)
def word_form(token: str) -> str:
    """A token for comparison: folded, without punctuation; empty where nothing is left."""
    return _KEPT.sub("", fold(token)).strip(".")


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of one page's body.

    ``forms`` are compared forms (never empty), ``prints`` the same as printed, ``spans`` their half-open places in the
    body.
    """

    page: Page
    forms: tuple[str, ...]
    prints: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    places: Mapping[str, Sequence[int]]
    """Where each form stands, the first ``_MOST_PLACES`` times."""

    @staticmethod
    def of(page: Page) -> PageWords:
        """The words of a page."""
        found = [
            (form, token, m.span()) for m in _TOKEN.finditer(page.body.text) if (form := word_form(token := m.group()))
        ]
        places: dict[str, list[int]] = {}
        for at, (form, _, _) in enumerate(found):
            held = places.setdefault(form, [])
            if len(held) < _MOST_PLACES:
                held.append(at)
        forms, prints, spans = zip(*found, strict=True) if found else ((), (), ())
        return PageWords(page, forms, prints, spans, places)

    def printed(self, at: int) -> str:
        """Word ``at`` as it stands in the body."""
        return self.prints[at]

    def text(self, first: int, last: int) -> str:
        """The body from word ``first`` up to and without word ``last``, in one line."""
        return " ".join(self.page.body.text[self.spans[first][0] : self.spans[last - 1][1]].split())

    def is_number(self, at: int) -> bool:
        """Whether word ``at`` is a section number such as "2.3.1"."""
        return bool(_NUMBER.fullmatch(self.printed(at)))

    def find(self, title: Sequence[str]) -> list[int]:
        """All places where these forms stand one after the other."""
        size, first = len(title), title[0]
        wanted = tuple(title)
        return [i for i in self.places.get(first, ()) if self.forms[i : i + size] == wanted]

    def has_words(self, first: int, last: int) -> bool:
        """Whether words ``first`` to ``last`` (exclusive) hold one of three letters and more."""
        return any(len(form) > 2 and form.isalpha() for form in self.forms[first:last])

    def alone(self, first: int, last: int) -> bool:
        """Whether words ``first`` to ``last`` (exclusive) fill their lines."""
        body = self.page.body.text
        start, end = self.spans[first][0], self.spans[last - 1][1]
        before = body.rfind("\n", 0, start) + 1
        after = body.find("\n", end)
        return not body[before:start].strip() and not body[end : after if after >= 0 else len(body)].strip()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that was found: number and title as printed, level from 1, and its place as half-open body offsets.

    ``trust`` orders what found it: where two overlap, the higher one stays.
    """

    page: int
    start: int
    end: int
    number: str
    title: str
    level: int
    trust: int
