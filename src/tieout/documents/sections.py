"""The section tree of a report, from every kind of evidence its format and text offer.

Headings come from the format's own marks, a PDF's bookmarks, tables of contents, section numbers and divider pages;
where a report has none of these, from the chapter names at its pages' edges.
Where two claim the same place the more trusted one stays. A Section's ``start`` and ``end`` span its heading in the
stored page text; what it holds runs from there to the next section's heading.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from tieout.documents.contents import Contents, place_title, read_contents
from tieout.documents.fonts import sized_headings
from tieout.documents.furniture import printed_offset
from tieout.documents.numbering import numbered_headings
from tieout.documents.places import Heading, PageWords, word_form
from tieout.documents.raw import Bookmark, Layout, RawDocument
from tieout.documents.running import running_headings
from tieout.model import Page, Section

_DIVIDER_WORDS = 15
_CHAPTER = re.compile(r"0?([1-9]\d?)\.?")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_MOST_SECTIONS = 5000


def find_sections(raw: RawDocument, pages: Sequence[Page]) -> tuple[Section, ...]:
    """The sections of a report in reading order; none for table files."""
    if raw.layout is Layout.GRID:
        return ()
    if raw.layout is Layout.MARKED:
        return _tree(_marked(raw, pages)[:_MOST_SECTIONS], pages)
    words = [PageWords.of(page) for page in pages]
    contents = read_contents(words, printed_offset([(p.number, p.text) for p in raw.pages]))
    headings = [
        *_levelled(contents),
        *numbered_headings(words, contents.pages, contents.titles),
        *_bookmarked(raw.outline, words),
    ]
    sizes = {page.number: page.sizes for page in raw.pages if page.number not in contents.pages}
    headings += sized_headings(pages, sizes, headings)
    headings = _with_dividers(headings, words) or running_headings(words)
    return _tree(_settled(headings), pages)


def _marked(raw: RawDocument, pages: Sequence[Page]) -> list[Heading]:
    texts = {page.number: page.text for page in pages}
    return [
        Heading(m.page, m.start, m.end, "", " ".join(texts[m.page][m.start : m.end].split()), m.level, 5)
        for m in raw.marks
    ]


def _levelled(contents: Contents) -> list[Heading]:
    """Headings of a table of contents; if only some unnumbered entries are in capitals, these stand above the rest."""
    capitals = any(h.level == 1 and not h.number and len(h.title) > 8 for h in contents.headings)
    below = 2 if capitals and any(h.level == 0 for h in contents.headings) else 1
    return [replace(h, level=below) if h.level == 0 else h for h in contents.headings]


def _bookmarked(outline: Sequence[Bookmark], pages: Sequence[PageWords]) -> list[Heading]:
    """Bookmarks whose title stands on the page they lead to."""
    by_number = {words.page.number: words for words in pages}
    found = []
    for mark in outline:
        words = by_number.get(mark.page)
        forms = [form for token in mark.title.split() if (form := word_form(token))]
        place = place_title(words, forms) if words is not None and forms else None
        if words is not None and place is not None:
            first, last = place
            span = words.spans[first][0], words.spans[last - 1][1]
            found.append(Heading(mark.page, *span, "", words.text(first, last), mark.level, 2))
    return found


def _with_dividers(headings: list[Heading], pages: Sequence[PageWords]) -> list[Heading]:
    """Headings with chapter numbers from divider pages: a few words and a number such as "02"."""
    result = list(headings)
    for words in pages:
        if not 1 < len(words.forms) <= _DIVIDER_WORDS:
            continue
        numbers = [i for i in range(len(words.forms)) if _CHAPTER.fullmatch(words.printed(i))]
        if len(numbers) != 1 or numbers[0] not in (0, len(words.forms) - 1):
            continue
        number = words.printed(numbers[0]).strip(".").lstrip("0")
        if words.printed(numbers[0]) == str(words.page.number):
            continue
        here = [i for i, h in enumerate(result) if h.page == words.page.number]
        if here:
            for i in here:
                if not result[i].number:
                    result[i] = replace(result[i], number=number, level=1)
        elif any(h.number.startswith(f"{number}.") for h in headings):
            first, last = (1, len(words.forms)) if numbers[0] == 0 else (0, len(words.forms) - 1)
            span = words.spans[first][0], words.spans[last - 1][1]
            result.append(Heading(words.page.number, *span, number, words.text(first, last), 1, 3))
    return result


def _settled(headings: Sequence[Heading]) -> list[Heading]:
    """Without overlaps and repeats: the more trusted heading stays, then the longer one."""
    kept: list[Heading] = []
    by_page: dict[int, list[Heading]] = {}
    ordered = sorted(headings, key=lambda h: (-h.trust, h.start - h.end, h.page, h.start, h.title))
    for heading in ordered[: 2 * _MOST_SECTIONS]:
        clash = any(
            ((heading.start < other.end and other.start < heading.end) or _same(heading, other))
            for other in by_page.get(heading.page, ())
        )
        if not clash:
            kept.append(heading)
            by_page.setdefault(heading.page, []).append(heading)
    return sorted(kept, key=lambda h: (h.page, h.start))[:_MOST_SECTIONS]


def _same(one: Heading, other: Heading) -> bool:
    if one.number and one.number == other.number:
        return True
    return not (one.number and other.number) and one.title.casefold() == other.title.casefold()


def _tree(headings: Sequence[Heading], pages: Sequence[Page]) -> tuple[Section, ...]:
    """Sections with ids, parents and trails; body offsets become offsets in the stored text."""
    by_number = {page.number: page for page in pages}
    sections: list[Section] = []
    used: dict[str, int] = {}
    stack: list[Section] = []
    numbered: dict[str, list[Section]] = {}
    depth: dict[str, int] = {}
    for heading in headings:
        start, end = by_number[heading.page].body.source_span(heading.start, heading.end)
        if not heading.number and heading.level == 1:
            numbered.clear()  # a new chapter without a number: the numbers before it are closed
        stack = _ancestors(stack, heading, numbered, depth)
        stem = f"s{heading.number}" if heading.number else f"s-{_slug(heading.title)}"
        used[stem] = used.get(stem, 0) + 1
        parent = stack[-1] if stack else None
        section = Section(
            id=stem if used[stem] == 1 else f"{stem}~{used[stem]}",
            number=heading.number,
            title=heading.title,
            level=heading.level if heading.number else (parent.level if parent else 0) + 1,
            parent=parent.id if parent else "",
            page=heading.page,
            start=start,
            end=end,
            trail=(*(parent.trail if parent else ()), heading.title),
        )
        depth[section.id] = heading.level
        sections.append(section)
        stack = [*stack, section]
        if section.number:
            numbered[section.number] = stack
    return tuple(sections)


def _ancestors(
    stack: list[Section], heading: Heading, numbered: dict[str, list[Section]], depth: dict[str, int]
) -> list[Section]:
    """The sections that hold this heading: by its number where its beginning was seen, else by level.

    Args:
        stack: the sections open before this heading, outermost first.
        heading: the heading.
        numbered: for each number seen, the sections open at its latest heading, that one included.
        depth: the level that each section's heading was found with, which may leave levels out.
    """
    number = heading.number
    while "." in number:
        number = number.rpartition(".")[0]
        if number in numbered:
            return numbered[number]
    chapter = heading.number.partition(".")[0]
    kept = list(stack)
    while kept and (depth[kept[-1].id] >= heading.level or _other_chapter(kept[-1].number, chapter)):
        kept.pop()
    return kept


def _other_chapter(number: str, chapter: str) -> bool:
    return bool(number and chapter) and number.partition(".")[0] != chapter


def _slug(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii").casefold()
    return "-".join(_NOT_SLUG.sub(" ", plain).split()[:8]) or "untitled"
