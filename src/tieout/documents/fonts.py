"""Headings of a PDF by the size of their letters: lines set larger than the report's running text.

Heights are measured once a line, at its first character, so that this costs little. Lines of one size that follow each
other are one heading. Large figures and sentences (key numbers, pull quotes) are none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tieout.documents.places import Heading
from tieout.documents.raw import LineSize
from tieout.model import Page

_LARGER = 1.18
"""A heading's letters are at least this much larger than the running text's."""
_MOST_WORDS = 16
_MOST_LINES = 3
_MOST_LEVELS = 4
_SAME = 0.05
"""Heights that differ by less than this share are one."""
_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+(?=[^\W\d_])")


def sized_headings(
    pages: Sequence[Page], sizes: Mapping[int, Sequence[LineSize]], known: Sequence[Heading]
) -> list[Heading]:
    """The headings of a report by letter height.

    Args:
        pages: the report's pages.
        sizes: for each page number its lines' starts in the stored text and letter heights in points.
        known: headings by better evidence; a height that they use has their level, a smaller one stands below.
    """
    running = _running_height(pages, sizes)
    if not running:
        return []
    found = [c for page in pages for c in _candidates(page, sizes.get(page.number, ()), _LARGER * running)]
    levels = _levels(found, _known_heights(pages, sizes, known))
    headings: list[Heading] = []
    seen: dict[str, int] = {}
    for height, heading in found:
        title = heading.title.casefold()
        goes_on = title in seen and heading.page - seen[title] <= 1
        seen[title] = heading.page
        if not goes_on:  # a title repeated from page to page is one section going on
            headings.append(replace(heading, level=heading.level or levels[height]))
    return headings


def _known_heights(
    pages: Sequence[Page], sizes: Mapping[int, Sequence[LineSize]], known: Sequence[Heading]
) -> dict[float, Counter[int]]:
    """How often headings of each level have each letter height."""
    by_number = {page.number: page for page in pages}
    heights: dict[float, Counter[int]] = {}
    for heading in known:
        start = by_number[heading.page].body.source_index(heading.start)
        line = next((line for line in reversed(sizes.get(heading.page, ())) if line.start <= start), None)
        if line is not None:
            heights.setdefault(round(line.height, 1), Counter())[heading.level] += 1
    return heights


def _levels(found: Sequence[tuple[float, Heading]], known: dict[float, Counter[int]]) -> dict[float, int]:
    """The level of each height, from the largest down."""
    for height, heading in found:
        if heading.level:
            known.setdefault(height, Counter())[heading.level] += 1
    levels: dict[float, int] = {}
    for height in sorted({height for height, _ in found}, reverse=True):
        votes = sum((c for h, c in known.items() if abs(h - height) <= _SAME * height), Counter[int]())
        near = next((h for h in levels if h - height <= _SAME * h), None)
        if votes:
            levels[height] = min(votes, key=lambda level: (-votes[level], level))
        elif near is not None:
            levels[height] = levels[near]
        else:
            above = max((max(c) for h, c in known.items() if h > height), default=0)
            larger = max((level for h, level in levels.items() if h > height), default=0)
            levels[height] = min(max(above, larger) + 1, max(above, _MOST_LEVELS))
    return levels


def _running_height(pages: Sequence[Page], sizes: Mapping[int, Sequence[LineSize]]) -> float:
    """The letter height that most of the report's characters have, to a tenth of a point."""
    letters: Counter[float] = Counter()
    for page in pages:
        for line in sizes.get(page.number, ()):
            end = page.text.find("\n", line.start)
            letters[round(line.height, 1)] += (end if end >= 0 else len(page.text)) - line.start
    return min(letters, key=lambda height: (-letters[height], height)) if letters else 0.0


def _candidates(page: Page, lines: Sequence[LineSize], least: float) -> list[tuple[float, Heading]]:
    """Groups of up to three large lines that follow each other, as headings without a level yet."""
    groups: list[tuple[float, int, int, int]] = []
    for line in lines:
        end = page.text.find("\n", line.start)
        end = end if end >= 0 else len(page.text)
        height = round(line.height, 1)
        if (
            height < least
            or any(a <= line.start < b for a, b in page.furniture)
            or not page.text[line.start : end].strip()
        ):
            continue
        last = groups[-1] if groups else None
        if (
            last
            and abs(last[0] - height) < 0.3
            and not page.text[last[2] : line.start].strip()
            and last[3] < _MOST_LINES
        ):
            groups[-1] = (last[0], last[1], end, last[3] + 1)
        else:
            groups.append((height, line.start, end, 1))
    found = []
    for height, start, end, _ in groups:
        first, last_index = page.body.derived_index(start), page.body.derived_index(end)
        title = " ".join(page.body.text[first:last_index].split())
        if first < last_index and _is_title(title):
            stripped = page.body.text[first:last_index]
            first += len(stripped) - len(stripped.lstrip())
            end_at = first + len(stripped.strip())
            numbered = _NUMBERED.match(title)
            number = numbered.group(1) if numbered else ""
            title = title[numbered.end() :] if numbered else title
            level = number.count(".") + 1 if numbered else 0
            found.append((height, Heading(page.number, first, end_at, number, title, level, 0)))
    return found


def _is_title(title: str) -> bool:
    tokens = title.split()
    worded = sum(1 for t in tokens if sum(c.isalpha() for c in t) > 2)
    figures = sum(1 for t in tokens if any(c.isdigit() for c in t))
    if not tokens or len(tokens) > _MOST_WORDS or not worded or figures > worded:
        return False
    return title[0].isalnum() and not title[0].islower() and title[-1] not in ".,;:%" and len(title) < 140
