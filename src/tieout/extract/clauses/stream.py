"""The report as one text, so that an index row may run on over a page break, with the way back to its pages."""

from __future__ import annotations

import bisect
from dataclasses import dataclass

from tieout.model import Page, Passage, Report


@dataclass(frozen=True, slots=True)
class Stream:
    """The page bodies joined by line breaks. ``starts[i]`` is where the body of ``pages[i]`` begins in ``text``."""

    text: str
    pages: tuple[Page, ...]
    starts: tuple[int, ...]

    @staticmethod
    def of(report: Report) -> Stream:
        """The stream of all pages, in order."""
        starts: list[int] = []
        at = 0
        for page in report.pages:
            starts.append(at)
            at += len(page.body.text) + 1
        return Stream("\n".join(page.body.text for page in report.pages), report.pages, tuple(starts))

    def page_at(self, offset: int) -> int:
        """The position in ``pages`` of the page that holds stream offset ``offset``."""
        return max(0, bisect.bisect_right(self.starts, offset) - 1)

    def page_span(self, index: int) -> tuple[int, int]:
        """The half-open stream span of the body of ``pages[index]``."""
        start = self.starts[index]
        return start, start + len(self.pages[index].body.text)

    def passage(self, report: Report, start: int, end: int) -> Passage | None:
        """The Passage of stream span ``[start, end)``, cut at the end of its first page and trimmed of white space."""
        index = self.page_at(start)
        first, last = self.page_span(index)
        end = min(end, last)
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start >= end:
            return None
        return report.passage(self.pages[index], start - first, end - first)

    def source_offset(self, offset: int) -> tuple[int, int]:
        """The (page number, offset in the stored page text) of a stream offset inside a body."""
        index = self.page_at(offset)
        page = self.pages[index]
        local = min(offset - self.starts[index], len(page.body.text) - 1)
        return page.number, page.body.source_index(local) if local >= 0 else 0
