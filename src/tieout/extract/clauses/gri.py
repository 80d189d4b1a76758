"""How GRI disclosures and standards are printed: "GRI 2-1", "305–1-a", "GRI 305: Emissions 2016"."""

from __future__ import annotations

import re

from tieout.extract.clauses.book import ClauseBook, natural_key
from tieout.extract.clauses.marks import (
    Mark,
    MarkKind,
    is_mention,
    listed,
    opens_line,
    pages_follow,
    spans_range,
    title_follows,
)

_CODE = re.compile(
    r"(?<![\w.,/])(?P<gri>(?:GRI\s{0,2}(?:Standards?\s)?:?\s{0,2})?(?:Disclosures?\s{1,2})?)"
    r"(?P<standard>[1-9]\d{0,2})\s?[-–‑−]\s?(?P<number>\d{1,2})(?![\d%])"
    r"(?:[-–.]?\(?[a-z]\)?(?:[-–.][ivx]{1,4})?(?![a-z]))?"
)
_HEAD = re.compile(
    r"(?<![\w-])GRI\s{0,2}(?P<standard>[1-9]\d{0,2})(?!\s?[-–‑−.]?\d)\s{0,2}[:–—-]?\s{0,2}"
    r"(?P<title>[^\W\d_][^\d:]{2,70}?)\s{0,3}[(,]?\s{0,2}(?P<edition>20[0-4]\d)\)?(?!\d)"
)
_BARE_HEAD = re.compile(r"(?<![\w(-])GRI\s{0,2}(?P<standard>[1-4]\d\d)(?!\s?[-–‑−./]?\s?\d)(?=\s{0,2}[:\s–—])")
_STOP = re.compile(
    r"Statement of use|GRI 1 used|Activities and workers|Strategy, policies and practices"
    r"|(?<!\w)Material (?:aspect|topic|issue)s?\s?:|(?<=\n)Topic\s?:|Applicable GRI Sector",
    re.IGNORECASE,
)


def find_marks(text: str, book: ClauseBook) -> list[Mark]:
    """All marks of GRI in the text, in order; rows are still candidates that the region has to confirm."""
    marks = [
        Mark(
            m.start(), m.end(), MarkKind.HEAD, (f"GRI {m.group('standard')}",), m.group("standard"), m.group("edition")
        )
        for m in _HEAD.finditer(text)
        if f"GRI {m.group('standard')}" in book
    ]
    taken = {mark.start for mark in marks}
    for m in _BARE_HEAD.finditer(text):
        code = f"GRI {m.group('standard')}"
        if m.start() not in taken and code in book and not is_mention(text, m.start(), m.end()):
            marks.append(Mark(m.start(), m.end(), MarkKind.HEAD, (code,), m.group("standard")))
    marks += [Mark(m.start(), m.end(), MarkKind.STOP) for m in _STOP.finditer(text)]
    marks += _rows(text, book)
    return sorted(marks, key=lambda mark: (mark.start, mark.end))


def _codes(text: str, book: ClauseBook) -> list[re.Match[str]]:
    """The codes of the book; "1 – 2-6" holds one although "1 – 2" looks like one too and is none."""
    found: list[re.Match[str]] = []
    m = _CODE.search(text)
    while m is not None:
        known = _code(m) in book
        if known:
            found.append(m)
        m = _CODE.search(text, m.end() if known else m.start() + 1)
    return found


def _rows(text: str, book: ClauseBook) -> list[Mark]:
    found = _codes(text, book)
    rows: list[Mark] = []
    at = 0
    while at < len(found):
        last = at
        while last + 1 < len(found) and listed(text, found[last].end(), found[last + 1].start()):
            last += 1
        first_match, last_match = found[at], found[last]
        codes = _expand(text, found[at : last + 1], book)
        start, end = first_match.start(), last_match.end()
        sure = "gri" in first_match.group("gri").casefold() or opens_line(text, start)
        if is_mention(text, start, end):
            rows.append(Mark(start, end, MarkKind.MENTION, codes))
        elif sure or title_follows(text, end) or pages_follow(text, start, end):
            rows.append(Mark(start, end, MarkKind.ROW, codes, first_match.group("standard"), sure=sure))
        at = last + 1
    return rows


def _code(match: re.Match[str]) -> str:
    return f"{match.group('standard')}-{int(match.group('number'))}"


def _expand(text: str, found: list[re.Match[str]], book: ClauseBook) -> tuple[str, ...]:
    """The codes of a list, with the ones inside a range ("305-1 to 305-3") filled in."""
    codes: list[str] = []
    for before, match in zip([None, *found], found, strict=False):
        if before is not None and spans_range(text, before.end(), match.start()):
            low, high = natural_key(_code(before)), natural_key(_code(match))
            codes += sorted(
                (
                    c
                    for c in book.editions
                    if low < natural_key(c) < high and c.split("-")[0] == match.group("standard")
                ),
                key=natural_key,
            )
        codes.append(_code(match))
    return tuple(dict.fromkeys(codes))
