"""What reading yields: sources, pages, sections, tables, passages, chunks."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field

from tieout.text import MappedText


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes a report was read from: file name, media type, SHA-256 (64 hex digits) and size in bytes."""

    name: str
    media_type: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a PDF page: half-open span in the page text, box in points, origin at the top left."""

    start: int
    end: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its number (from 1), its text exactly as stored, and the body that extractors read.

    ``furniture`` are half-open spans of ``text`` set aside as running headers, footers and page numbers; ``body`` is
    the text without them and with line-end hyphens healed. ``words`` are filled for PDF pages where geometry was read.
    """

    number: int
    text: str
    furniture: tuple[tuple[int, int], ...] = ()
    body: MappedText = field(default_factory=lambda: MappedText("", ()))
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A node of the section tree, in reading order. It begins at its heading and runs to the next section's heading.

    ``id`` is unique in the report ("s2.4.1", with "~2" for a repeated number); ``number`` is as printed or empty;
    ``trail`` are the titles from the top down to this one.
    """

    id: str
    number: str
    title: str
    level: int
    parent: str
    page: int
    start: int
    end: int
    trail: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: its text and half-open span in its page's text (start == end where the cell is empty)."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells on one page, rows of equal length. ``header_rows`` is how many top rows are headers, if known."""

    id: str
    page: int
    caption: str
    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in a report: half-open code-point offsets in the stored page text; ``quote == text[start:end]``."""

    report: str
    page: int
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Report:
    """One report as read: pages in order, section tree, tables. ``period`` is the reporting year ("2024")."""

    id: str
    organization: str
    period: str
    source: Source
    pages: tuple[Page, ...]
    sections: tuple[Section, ...] = ()
    tables: tuple[Table, ...] = ()

    def page(self, number: int) -> Page:
        """The page with this number; KeyError where there is none."""
        for page in self.pages:
            if page.number == number:
                return page
        raise KeyError(number)

    def section_at(self, page: int, offset: int) -> Section | None:
        """The section that holds this place, or None before the first heading."""
        at = bisect.bisect_right(self.sections, (page, offset), key=lambda s: (s.page, s.start))
        return self.sections[at - 1] if at else None

    def passage(self, page: Page, body_start: int, body_end: int) -> Passage:
        """The Passage that ``[body_start, body_end)`` of ``page.body.text`` covers, quoted from the stored text."""
        start, end = page.body.source_span(body_start, body_end)
        return Passage(self.id, page.number, start, end, page.text[start:end])


@dataclass(frozen=True, slots=True)
class Chunk:
    """A unit of retrieval of about 120 words inside one section. ``text`` is what is scored: the healed body text."""

    id: str
    passage: Passage
    section: str
    trail: tuple[str, ...]
    text: str
