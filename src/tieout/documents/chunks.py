"""Station 2: a Report to its Chunks, the units of retrieval.

A chunk has about 120 words, ends at a sentence where it can, stays on its page and never crosses a section. A page that
is a short passage already (a line of up to 210 words in one section) is one chunk. Chunk texts are the healed body;
their passages are the exact places in the stored page. Ids come from the place: the same bytes give the same ids.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from tieout.documents.sentences import sentence_spans
from tieout.model import Chunk, Page, Report, Section

CHUNKER = "sentences-120/1"
"""Version of the cutting rules, for an index's manifest."""

_TARGET = 120
_MOST = 150
_WHOLE_PAGE = 210
_WORD = re.compile(r"\S+")


def chunk_report(report: Report) -> tuple[Chunk, ...]:
    """All chunks of a report, in reading order."""
    return tuple(chunk for page in report.pages for chunk in _page_chunks(report, page))


def _page_chunks(report: Report, page: Page) -> Iterator[Chunk]:
    body = page.body.text
    for section, start, end in _stretches(report, page):
        whole = (start, end) == (0, len(body))
        for left, right in _cut(body, start, end, _WHOLE_PAGE if whole else _MOST):
            passage = report.passage(page, left, right)
            yield Chunk(
                f"{report.id}#{page.number}:{passage.start}-{passage.end}",
                passage,
                section.id if section else "",
                section.trail if section else (),
                body[left:right],
            )


def _stretches(report: Report, page: Page) -> Iterator[tuple[Section | None, int, int]]:
    """Half-open spans of the page's body, each in one section."""
    starts = [s.start for s in report.sections if s.page == page.number]
    size = len(page.body.text)
    bounds = sorted({0, size, *(page.body.derived_index(s) for s in starts)})
    for left, right in itertools.pairwise(bounds):
        yield report.section_at(page.number, page.body.source_index(left)), left, right


def _cut(body: str, start: int, end: int, most: int) -> Iterator[tuple[int, int]]:
    """Spans of about equal word counts; one span where the stretch holds at most ``most`` words."""
    pieces = [piece for span in sentence_spans(body, start, end) for piece in _bounded(body, *span)]
    total = sum(size for _, _, size in pieces)
    if not pieces:
        return
    if total <= most:
        yield pieces[0][0], pieces[-1][1]
        return
    parts = max(2, round(total / _TARGET))
    target = total / parts
    first, held, done = 0, 0, 0
    for at, (_, _, size) in enumerate(pieces):
        over = held + size > _MOST
        past = done + held + size / 2 > target * (round(done / target) + 1)
        if held and (over or past):
            yield pieces[first][0], pieces[at - 1][1]
            done += held
            first, held = at, 0
        held += size
    yield pieces[first][0], pieces[-1][1]


def _bounded(body: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """A sentence as (start, end, words); one of more than 120 words (a table's cells) is cut between words."""
    words = [m.span() for m in _WORD.finditer(body, start, end)]
    size = sum(1 for low, high in words if any(c.isalnum() for c in body[low:high]))
    if size <= _TARGET and len(words) <= 2 * _TARGET:
        yield start, end, size
        return
    parts = -(-len(words) // _TARGET)
    for part in range(parts):
        group = words[len(words) * part // parts : len(words) * (part + 1) // parts]
        yield group[0][0], group[-1][1], len(group)
