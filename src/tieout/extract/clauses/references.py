"""Reference atoms inside an index row: page lists, sections by number or title, sources outside the report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from tieout.extract.clauses.wording import MENTION_WORDS, OUTSIDE_SOURCES
from tieout.model import Section
from tieout.text import fold

_LONGEST_TITLE = 16
_TOKEN = re.compile(r"[^\W_]+")
_ITEM = r"\d{1,3}(?:\s?[-–‒]\s{0,2}\d{1,3})?(?:\s?ff?\b\.?)?"
_LIST = _ITEM + r"(?:\s{0,2}(?:[,;&+]|and)\s{0,2}(?:pp?\.\s?)?" + _ITEM + r"){0,60}"
_PAGES = re.compile(
    r"(?<!\w)(?P<prefix>(?:pp?\.|pages?|S\.|Seiten?|pg\.?)\s{0,2})(?P<list>" + _LIST + r")", re.IGNORECASE
)
_BARE = re.compile(r"(?<![\w.,/§(-])(?P<list>" + _LIST + r")(?![\w%/)]|[.,]\d)")
_NUMBERED = re.compile(r"(?<![\w.,-])(?P<number>\d{1,2}(?:\.\d{1,2}){1,3})\.?\s{1,3}(?=[^\W\d_a-z]|[“\"])")
_CHAPTER = re.compile(r"(?<![\w.,-])(?P<number>\d{1,2})\.?[ \t]{1,3}(?=[A-Z][a-z])")
_THOUSANDS = re.compile(r"\d,\d{3}(?!\d)")
_MARKER = re.compile(r"(?<!\S)(?:[-–—/]|N/?A|n/?a)(?=\s|$)")
_URL = re.compile(r"(?<!\w)(?:https?:|www\.)\S{1,300}")
_WORD = re.compile(r"\S+")
_LAST_WORD = re.compile(r"(\S+)\s*$")
_OUTSIDE = re.compile(
    r"(?<!\w)(?:" + "|".join(re.escape(source) for source in OUTSIDE_SOURCES) + r")(?!\w)", re.IGNORECASE
)


class AtomKind(Enum):
    """What a piece of a reference cell is."""

    PAGES = "pages"
    SECTION = "section"
    OUTSIDE = "outside"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Atom:
    """A half-open span of a row's tail. ``sections`` are the ids it names."""

    start: int
    end: int
    kind: AtomKind
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionFinder:
    """Finds the report's own section titles in a text, whatever their case, dashes and spacing.

    ``lengths`` are the word counts of titles by first word, longest first; ``titles`` the section id by title words and
    printed number, with an empty number for the first section of that title; ``by_number`` the id by number.
    """

    lengths: dict[str, tuple[int, ...]] = field(default_factory=dict)
    titles: dict[tuple[tuple[str, ...], str], str] = field(default_factory=dict)
    by_number: dict[str, str] = field(default_factory=dict)

    @staticmethod
    def of(sections: Sequence[Section]) -> SectionFinder:
        """A finder over titles of one to sixteen words."""
        lengths: dict[str, set[int]] = {}
        titles: dict[tuple[tuple[str, ...], str], str] = {}
        numbers: dict[str, str] = {}
        for section in sections:
            if section.number:
                numbers.setdefault(section.number, section.id)
            words = tuple(_TOKEN.findall(fold(section.title)))
            if 0 < len(words) <= _LONGEST_TITLE and not all(word.isdigit() for word in words):
                lengths.setdefault(words[0], set()).add(len(words))
                titles.setdefault((words, ""), section.id)
                titles.setdefault((words, section.number), section.id)
        by_first = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}
        return SectionFinder(by_first, titles, numbers)

    def find(self, text: str) -> list[Atom]:
        """Every title in the text, longest first at each place, with the printed section number before it."""
        tokens = [(fold(m.group()), m.start(), m.end()) for m in _TOKEN.finditer(text)]
        atoms: list[Atom] = []
        at = 0
        while at < len(tokens):
            match = None if text[tokens[at][1]].islower() else self._match(tokens, at, text)
            if match is None:
                at += 1
                continue
            length, section = match
            start = _number_start(text, tokens[at][1])
            atoms.append(Atom(start, tokens[at + length - 1][2], AtomKind.SECTION, (section,)))
            at += length
        return atoms

    def _match(self, tokens: Sequence[tuple[str, int, int]], at: int, text: str) -> tuple[int, str] | None:
        for length in self.lengths.get(tokens[at][0], ()):
            words = tuple(token for token, _, _ in tokens[at : at + length])
            if (words, "") in self.titles:
                number = _number_before(text, tokens[at][1])
                return len(words), self.titles.get((words, number)) or self.titles[words, ""]
        return None


def _number_before(text: str, start: int) -> str:
    found = re.search(r"(?<![\w.])(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s{0,3}$", text[max(0, start - 20) : start])
    return found.group(1) if found else ""


def _number_start(text: str, start: int) -> int:
    low = max(0, start - 20)
    found = re.search(r"(?<![\w.])(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s{0,3}$", text[low:start])
    return low + found.start(1) if found else start


@dataclass(frozen=True, slots=True)
class Style:
    """How an index prints its references: ``numbered`` chapters ("4.1 Water") and bare page numbers ("12, 40-41")."""

    numbered: bool = False
    bare_pages: bool = True


def find_atoms(text: str, finder: SectionFinder, style: Style) -> list[Atom]:
    """The reference atoms of a row's tail in order, without overlaps; at one place the longest wins."""
    found = finder.find(text)
    numbered = [*_NUMBERED.finditer(text), *(_CHAPTER.finditer(text) if style.numbered else ())]
    for m in numbered:
        section = finder.by_number.get(m.group("number"))
        found.append(Atom(m.start(), m.end(), AtomKind.SECTION, (section,) if section else ()))
    found += [Atom(m.start(), m.end(), AtomKind.PAGES) for m in _PAGES.finditer(text)]
    if style.bare_pages:
        found += [Atom(m.start(), m.end(), AtomKind.PAGES) for m in _BARE.finditer(text) if _is_page_list(text, m)]
    found += [Atom(m.start(), m.end(), AtomKind.OUTSIDE) for m in _URL.finditer(text)]
    found += [Atom(m.start(), m.end(), AtomKind.OUTSIDE) for m in _OUTSIDE.finditer(text) if text[m.start()].isupper()]
    found += [Atom(m.start(), m.end(), AtomKind.NOTHING) for m in _MARKER.finditer(text) if _stands_alone(text, m)]
    atoms: list[Atom] = []
    end = 0
    for atom in sorted(found, key=lambda a: (a.start, -(a.end - a.start), a.kind is AtomKind.PAGES)):
        if atom.start >= end:
            atoms.append(atom)
            end = atom.end
    return atoms


def numbers_chapters(text: str) -> bool:
    """Whether a row refers to numbered chapters ("4.1 Water")."""
    return _NUMBERED.search(text) is not None


def _is_page_list(text: str, m: re.Match[str]) -> bool:
    """Whether bare numbers are a page list: not counted things, not a scope, not a figure in a sentence."""
    if _THOUSANDS.search(m.group()):
        return False
    before = _LAST_WORD.search(text[max(0, m.start() - 40) : m.start()])
    if before:
        word = before.group(1)
        if word.strip("(") in MENTION_WORDS or word.endswith(("(", "§")):
            return False
    rest = text[m.end() : m.end() + 3].lstrip(" \t")
    if _URL.match(text, m.end() + 2):
        return True
    return not rest or rest[0] in '\n\r-–—/“"' or not (rest[0].islower() or not rest[0].isalnum())


def _stands_alone(text: str, m: re.Match[str]) -> bool:
    """Whether a dash is a cell of its own: nothing or a sentence follows, or it has a line's end to itself."""
    before, after = text[: m.start()].rstrip(" \t"), text[m.end() :].lstrip(" \t")
    if not after.strip() or before.endswith("\n") or after.startswith("\n"):
        return True
    words = _WORD.findall(after[:80])[:6]
    return len(words) >= 5 and sum(word[0].islower() for word in words) >= 3 and words[0][0].isupper()
