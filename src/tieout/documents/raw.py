"""What each format's reader hands on: page texts as stored, and what the format itself tells about structure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tieout.model import Table, Word


class Layout(StrEnum):
    """How a page's text is written: decides how running headers, hyphens and headings are looked for."""

    FLAT = "flat"
    """All of a page on one line: line ends are lost."""
    LINES = "lines"
    """The printed lines are kept."""
    MARKED = "marked"
    """The format marks its headings; nothing is guessed."""
    GRID = "grid"
    """A table file: the text is cells."""


@dataclass(frozen=True, slots=True)
class LineSize:
    """Where a printed line begins in its page's text and how high its letters are, in points."""

    start: int
    height: float


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page as stored. ``breaks`` are offsets of hyphens known to stand at the end of a printed line."""

    number: int
    text: str
    words: tuple[Word, ...] = ()
    breaks: tuple[int, ...] = ()
    sizes: tuple[LineSize, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A heading that the format marks: half-open span in its page's text and level from 1."""

    page: int
    start: int
    end: int
    level: int


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of a document's outline: printed title, the page number it leads to, level from 1."""

    title: str
    page: int
    level: int


@dataclass(frozen=True, slots=True)
class RawDocument:
    """One file's content before running headers, hyphens and sections are looked at."""

    layout: Layout
    pages: tuple[RawPage, ...]
    tables: tuple[Table, ...] = ()
    marks: tuple[Mark, ...] = ()
    outline: tuple[Bookmark, ...] = ()
    title: str = ""
    author: str = ""
