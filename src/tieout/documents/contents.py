"""Tables of contents as evidence: an entry counts when its title stands on the page it points to.

Entries are read from any page that has several, with page numbers after or before their titles, whichever of the two
readings is confirmed more often. Nothing depends on lines, so that flattened text works too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tieout.documents.places import Heading, PageWords

_LEAST_ENTRIES = 3
_MOST_TITLE_WORDS = 22
_MOST_BODY_WORDS = 1200
_MOST_LAST = 8
_OPENING = 25
_STEM = 5
_TRIALS = 25
_MOST_ENTRIES = 200
_MOST_TABLES = 400
"""Pages looked at as tables of contents, and entries of each: bounds on the work a hostile text can ask for."""
_FIRST_TABLES = 12
_SHIFTS = range(-6, 7)
_MANY = 5
_PAGE_NUMBER = re.compile(r"[1-9]\d{0,3}")
_SECTION_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?|[A-Z](?:\.\d{1,2}){1,3}\.?|[A-Z]\.")
_CONTENTS = ("contents", "content", "table of contents", "inhalt", "inhaltsverzeichnis")
_LEADERS = re.compile(r"[.…·_\s]*")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: section number or empty, title words as (form, printed), printed page number."""

    number: str
    title: tuple[tuple[str, str], ...]
    page: int


@dataclass(frozen=True, slots=True)
class Contents:
    """What the tables of contents give: confirmed headings, the pages that are tables, and titles by number."""

    headings: tuple[Heading, ...]
    pages: frozenset[int]
    titles: dict[str, tuple[str, ...]]


Printed = dict[int, PageWords]
"""The page that a printed page number stands for."""


def read_contents(pages: Sequence[PageWords], offset: int | None = None) -> Contents:
    """The headings that tables of contents point to.

    Where the pages' numbers lead to none, other ways of numbering are tried on the first pages: another offset, and two
    printed pages on one, as spreads have. The one that confirms most titles counts if they are many.

    Args:
        pages: the report's pages.
        offset: printed page number minus page number; None where the pages do not tell, then as if they were equal.
    """
    found = _read(pages[:_MOST_TABLES], {words.page.number + (offset or 0): words for words in pages})
    if found.headings:
        return found
    tries: list[Printed] = [{words.page.number + shift: words for words in pages} for shift in _SHIFTS]
    for shift in _SHIFTS:
        left = {2 * words.page.number + shift: words for words in pages}
        tries.append(left | {number + 1: words for number, words in left.items()})
    others = [_read(pages[:_FIRST_TABLES], printed) for printed in tries]
    best = max(others, key=lambda contents: len(contents.headings))
    return best if len(best.headings) >= _MANY else found


def _read(pages: Sequence[PageWords], printed: Printed) -> Contents:
    headings: list[Heading] = []
    tables: set[int] = set()
    titles: dict[str, tuple[str, ...]] = {}
    for words in pages:
        if len(words.forms) > _MOST_BODY_WORDS:
            continue
        found, entries = _best_reading(words, printed)
        sure = [h for h in found if h is not None]
        if len(sure) < _LEAST_ENTRIES or (len(sure) < 0.5 * len(entries) and not _dense(found)):
            continue
        tables.add(words.page.number)
        headings += sure
        last = max(at for at, heading in enumerate(found) if heading is not None)
        for at, (entry, heading) in enumerate(zip(entries, found, strict=False)):
            target = printed.get(entry.page)
            if heading is None and target is not None and target is not words:
                other = _cut_short(entry, target, 0) if at == last + 1 else None
                other = other or _reworded(entry, target)
                headings += [other] if other else []
        titles.update({e.number: tuple(form for form, _ in e.title) for e in entries if e.number})
        if own := _own_heading(words):
            headings.append(own)
    return Contents(tuple(headings), frozenset(tables), titles)


def _dense(found: Sequence[Heading | None]) -> bool:
    """Whether a table stands beside other text on its page: many confirmed entries close together."""
    sure = [at for at, heading in enumerate(found) if heading is not None]
    return len(sure) >= _MANY and len(sure) >= 0.7 * (sure[-1] - sure[0] + 1)


def _best_reading(words: PageWords, pages: Printed) -> tuple[list[Heading | None], list[Entry]]:
    """The entries of the better reading, and the heading that confirms each, as far as they were tried."""
    readings: list[tuple[int, list[Heading | None], list[Entry]]] = []
    for after in (True, False):
        entries = _entries(words, after=after)
        if len(entries) < _LEAST_ENTRIES:
            continue
        found: list[Heading | None] = []
        sure = 0
        before: Heading | None = None
        for tried, entry in enumerate(entries[:_MOST_ENTRIES]):
            if tried == _TRIALS and sure < _LEAST_ENTRIES:
                break  # a page of figures, no table of contents
            target = pages.get(entry.page)
            own = target is words
            past = before.end if before is not None and target and before.page == target.page.number else 0
            heading = _confirmed(entry, target, past) if target is not None and not own else None
            if heading is None and target is not None and not own and not after and entry is entries[-1]:
                heading = _cut_short(entry, target, past)
            found.append(heading)
            sure += heading is not None
            before = heading or before
        readings.append((sure, found, entries))
    if not readings:
        return [], []
    _, found, entries = max(readings, key=lambda r: r[0])
    return found, entries


def _entries(words: PageWords, *, after: bool) -> list[Entry]:
    """Titles between page numbers; ``after`` tells whether a title's page number follows it."""
    entries: list[Entry] = []
    title: list[tuple[str, str]] = []
    number, page = "", 0
    for at, form in enumerate(words.forms):
        printed = words.printed(at)
        if printed.isalpha():
            title.append((form, printed))
            continue
        bare = _LEADERS.sub("", printed, count=1).rstrip(".")
        is_section = "." in printed and bool(_SECTION_NUMBER.fullmatch(printed))
        if _PAGE_NUMBER.fullmatch(bare) and not printed.endswith(".") and not _is_year(bare):
            if after:
                _keep(entries, number, title, int(bare))
            else:
                _keep(entries, number, title, page)
                page = int(bare)
            number, title = "", []
        elif is_section:
            if title and not after:
                _keep(entries, number, title, page)
            number, title = printed.rstrip("."), []
        else:
            title.append((form, printed))
    if not after:
        _keep(entries, number, title, page)
    return entries


def _keep(entries: list[Entry], number: str, title: list[tuple[str, str]], page: int) -> None:
    if page and title and any(c.isalpha() for form, _ in title for c in form):
        entries.append(Entry(number, tuple(title[-_MOST_TITLE_WORDS:]), page))


def _is_year(digits: str) -> bool:
    return len(digits) == 4


def _cut_short(entry: Entry, target: PageWords, past: int) -> Heading | None:
    """The heading of a table's last entry, whose title runs on into what stands behind the table."""
    for size in range(min(_MOST_LAST, len(entry.title) - 1), 0, -1):
        if not entry.title[size][1][0].isupper():
            continue
        if heading := _confirmed(replace(entry, title=entry.title[:size]), target, past):
            return heading
    return None


def _reworded(entry: Entry, target: PageWords) -> Heading | None:
    """The opening words of a page that say at least half of what the table calls it: "Our Climate" for "Climate, Air".

    The heading keeps the table's title, its place is where those words stand.
    """
    wanted = {form[:_STEM] for form, _ in entry.title if len(form) > 3 and form.isalpha()}
    said = [
        at
        for at, form in enumerate(target.forms[:_OPENING])
        if len(form) > 3 and form[:_STEM] in wanted and target.printed(at)[:1].isupper()
    ]
    said = [at for at in said if at - said[0] <= len(entry.title) + 2]
    title = " ".join(printed for _, printed in entry.title)
    if not said or 2 * len({target.forms[at][:_STEM] for at in said}) < len(wanted) or not title[0].isupper():
        return None
    span = target.spans[said[0]][0], target.spans[said[-1]][1]
    level = entry.number.count(".") + 1 if entry.number else _shape_level(entry.title)
    return Heading(target.page.number, *span, entry.number, title, level, -1)


def _confirmed(entry: Entry, target: PageWords, past: int = 0) -> Heading | None:
    """The heading on the page an entry points to; words that do not belong to the title are dropped from its front.

    ``past`` is where the heading before it on the same page ends: a title rather stands behind it.
    """
    for skip in range(min(6, len(entry.title))):
        title = entry.title[skip:]
        dropped = {form for form, _ in entry.title[:skip]}
        if skip and not (dropped & set(_CONTENTS) or (len(title) > 2 and len(title) > skip)):
            continue
        found = place_title(target, [form for form, _ in title], entry.number, past)
        if found is not None:
            first, last = found
            printed = target.text(first, last)
            span = target.spans[first][0], target.spans[last - 1][1]
            if entry.number and last < len(target.forms) and target.forms[last] == entry.number:
                span = span[0], target.spans[last][1]
            elif entry.number and first and target.forms[first - 1] == entry.number:
                span = target.spans[first - 1][0], span[1]
            number = entry.number
            if not number and first and target.is_number(first - 1):
                number = target.printed(first - 1).rstrip(".")  # the table lists its numbers elsewhere, or none
                span = target.spans[first - 1][0], span[1]
            level = number.count(".") + 1 if number else _shape_level(title)
            return Heading(target.page.number, *span, number, printed, level, 1 if skip else 3)
    return None


def _shape_level(title: Sequence[tuple[str, str]]) -> int:
    """1 for an entry printed in capitals, else 0: to be settled when the whole table is known."""
    return 1 if " ".join(printed for _, printed in title).isupper() else 0


def place_title(words: PageWords, title: Sequence[str], number: str = "", past: int = 0) -> tuple[int, int] | None:
    """The likeliest place of a title on a page as word indexes, rather behind the offset ``past``; or None."""
    best: tuple[float, int] | None = None
    size = len(title)
    forms = words.forms
    for at in words.find(title):
        before = forms[at - 1] if at else ""
        after = forms[at + size] if at + size < len(forms) else ""
        score = 0.0 if words.spans[at][0] >= past else -2.0
        if at <= 12:
            score += 2
        if number and number in (before, after):
            score += 6
        elif number and before and words.is_number(at - 1):
            score -= 3  # another section's number
        elif after and words.is_number(at + size) and not number:
            score -= 1
        printed = words.printed(at)
        score += 1 if printed[:1].isupper() or not printed[:1].isalpha() else -4
        if words.alone(at, at + size):
            score += 3
        if not before or words.printed(at - 1)[-1] in ".!?:":
            score += 1
        if not after or words.printed(at + size).lstrip("[(“")[:1].isupper():
            score += 1
        score += 0.5 * min(4, size - 1)
        if best is None or score > best[0]:
            best = (score, at)
    if best is None or best[0] < 2.5:
        return None
    return best[1], best[1] + size


def _own_heading(words: PageWords) -> Heading | None:
    """The word "contents" on the table's page, printed as a title."""
    for name in _CONTENTS:
        for at in words.find(name.split()):
            size = len(name.split())
            if words.printed(at)[:1].isupper():
                start, end = words.spans[at][0], words.spans[at + size - 1][1]
                return Heading(words.page.number, start, end, "", words.text(at, at + size), 1, 3)
    return None
