"""How ESRS disclosure requirements and SASB metrics are printed: "ESRS E1-6", "ESRS 2 SBM-3 S1", "TC-SI-230a.1"."""

from __future__ import annotations

import re

from tieout.extract.clauses.book import ClauseBook
from tieout.extract.clauses.marks import Mark, MarkKind, is_mention, listed, title_follows
from tieout.text import fold

_CROSS = r"(?:BP|GOV|SBM|IRO|MDR)"
_TOPIC = r"(?:E[1-5]|S[1-4]|G1)"
_CODE = re.compile(
    r"(?<![\w./-])(?P<word>ESRS\s{0,2})?(?:2\s{0,2}[-–]?\s{0,2}|(?P<before>" + _TOPIC + r")[\s.-]{1,2})?"
    r"(?:(?P<cross>"
    + _CROSS
    + r")[-–\s]?(?P<number>\d|[PAMT])(?!\d)(?:\s{0,2}[-–]?\s{0,2}(?P<after>"
    + _TOPIC
    + r")(?![-–]?\d))?"
    r"|(?P<topic>" + _TOPIC + r")[-–‑](?P<item>\d{1,2}))(?![\d%])"
)
_HEAD = re.compile(r"(?<![\w(-])ESRS\s{0,2}(?P<standard>" + _TOPIC + r"|[12])(?!\s?[-–.]?\s?\w?\d)(?=\s{0,2}[:–—\s])")
_TOPIC_LINE = re.compile(r"(?<![\w(.-])(?P<standard>" + _TOPIC + r")\s{1,2}[:–—-]?\s{0,2}(?=[A-Z])")


_ANNEX = r"(?:,?\s(?:of\s)?Annex\s(?:[IVX]{1,4}|\d)\b\.?)?"
_ARTICLE = r"Articles?\s\d{1,3}(?:\s?\(\w{1,2}\))*(?:(?:,|\sand)\s?\d{1,3}(?:\s?\(\w{1,2}\))*){0,4}"
_LAW = re.compile(
    r"Indicators?\s(?:number|nr\.?|no\.?)\s#?\d{1,2}|(?:of\s)?Table\s?#?\s?\d(?!\d)"
    + _ANNEX
    + r"|(?:Commission\s)?(?:(?:Delegated|Implementing)\s)?Regulation\s\(E[UC]\)\s(?:No\.?\s)?\d{3,4}/\d{2,4}"
    + _ANNEX
    + r"|,?\s?"
    + _ARTICLE
    + r"|Material(?=\s{1,3}\d|\s*$)"
)


def without_law(tail: str) -> str:
    """A row's tail with blanks for the other laws that its data point serves, whose numbers are no pages."""
    return _LAW.sub(lambda m: " " * len(m.group()), tail)


def find_marks(text: str, book: ClauseBook) -> list[Mark]:
    """All marks of ESRS in the text, in order; rows are still candidates that the region has to confirm."""
    marks = [
        Mark(m.start(), m.end(), MarkKind.HEAD, (), m.group("standard"))
        for m in _HEAD.finditer(text)
        if f"ESRS {m.group('standard')}" in book and not _CODE.match(text, m.start())
    ]
    for m in _TOPIC_LINE.finditer(text):
        standard = book.find(f"ESRS {m.group('standard')}")
        if standard is not None and fold(text[m.end() : m.end() + 40]).startswith(fold(standard.label)[:8]):
            marks.append(Mark(m.start(), m.end(), MarkKind.HEAD, (), m.group("standard")))
    for m in _CODE.finditer(text):
        code = _code(m, book)
        word = bool(m.group("word"))
        if not code:
            continue
        if is_mention(text, m.start(), m.end()) or listed_next(text, m.end()):
            marks.append(Mark(m.start(), m.end(), MarkKind.MENTION, (code,)))
            continue
        if word or title_follows(text, m.end()):
            marks.append(Mark(m.start(), m.end(), MarkKind.ROW, (code,), code.split("-")[0], sure=word))
    return sorted(marks, key=lambda mark: (mark.start, mark.end))


def listed_next(text: str, end: int) -> bool:
    """Whether another code follows at once, as in a list of codes within a sentence."""
    found = _CODE.search(text, end, end + 10)
    return found is not None and listed(text, end, found.start())


def _code(m: re.Match[str], book: ClauseBook) -> str:
    if m.group("topic"):
        code = f"{m.group('topic')}-{int(m.group('item'))}"
        return code if code in book else ""
    code = f"{m.group('cross')}-{m.group('number')}"
    topic = m.group("before") or m.group("after")
    if topic and f"{topic}.{code}" in book:
        return f"{topic}.{code}"
    return code if code in book else ""
