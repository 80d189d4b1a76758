"""How the HKEX ESG code is printed: KPI codes, "Aspect A1: … General Disclosure", titled mandatory items, Part D."""

from __future__ import annotations

import bisect
import re

from tieout.extract.clauses.book import ClauseBook
from tieout.extract.clauses.marks import Mark, MarkKind, is_mention, listed, title_follows
from tieout.text import fold

_KPI = re.compile(r"(?<![\w.])(?:KPIs?\s{0,2})?(?P<code>[A-Z]\d\.\d{1,2})(?![\d])(?!\.\d)")
_ASPECT = re.compile(r"(?<![\w.(])(?P<word>Aspect\s{0,2})?(?P<code>[A-Z]\d)(?![\w.]\d|\w)\s{0,2}[:：.–—-]?\s{0,3}")
_GENERAL = re.compile(r"General\s{1,3}Disclosures?(?!\w)(?!\s{1,3}(?:and|&|/))", re.IGNORECASE)
_PART = re.compile(r"(?<!\w)Part\s{0,2}(?P<part>[A-D])\s{0,2}[:：.–—-]?\s{0,2}(?=[A-Z(“])")
_STOP = re.compile(
    r"[\"“]?Comply or explain[\"”]? provisions?|Mandatory Disclosure Requirements?|Subject Areas,"
    r"|(?<=[\s.])(?:Subject Area )?[AB]\s?[.:]\s(?:Environmental|Social)(?=\s)",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"(?<![\w.,(])(?P<number>[1-4]\d)\.?\s?(?P<letter>\([a-z]\))?(?=[\s.:])")


def find_marks(text: str, book: ClauseBook) -> list[Mark]:
    """All marks of the HKEX code in the text, in order; rows are still candidates that the region has to confirm."""
    marks = [Mark(m.start(), m.end(), MarkKind.STOP) for m in _STOP.finditer(text)]
    marks += _kpis(text, book)
    marks += _aspects(text, book)
    marks += [Mark(m.start(), m.end(), MarkKind.HEAD, (f"Part {m.group('part')}",)) for m in _PART.finditer(text)]
    return sorted(marks, key=lambda mark: (mark.start, mark.end))


def _kpis(text: str, book: ClauseBook) -> list[Mark]:
    found = [m for m in _KPI.finditer(text) if m.group("code") in book]
    rows: list[Mark] = []
    at = 0
    while at < len(found):
        last = at
        while last + 1 < len(found) and listed(text, found[last].end(), found[last + 1].start()):
            last += 1
        start, end = found[at].start(), found[last].end()
        codes = tuple(dict.fromkeys(m.group("code") for m in found[at : last + 1]))
        if is_mention(text, start, end):
            rows.append(Mark(start, end, MarkKind.MENTION, codes))
        else:
            rows.append(Mark(start, end, MarkKind.ROW, codes, codes[0].split(".")[0], sure=title_follows(text, end)))
        at = last + 1
    return rows


def _aspects(text: str, book: ClauseBook) -> list[Mark]:
    """Aspect heads. Without the word "Aspect" the title has to share its first word with the catalogue's label."""
    heads: list[Mark] = []
    for m in _ASPECT.finditer(text):
        clause = book.find(m.group("code"))
        if clause is None or clause.level != "aspect":
            continue
        rest = fold(text[m.end() : m.end() + 60])
        titled = rest[:4] == fold(clause.label)[:4] or rest.startswith(
            ("general disclosure", "policies", "information")
        )
        if (m.group("word") and text[m.end() : m.end() + 1].isupper()) or titled:
            heads.append(Mark(m.start(), m.end(), MarkKind.HEAD, (clause.code,), clause.code, sure=titled))
    return heads


def general_disclosures(text: str, start: int, end: int, marks: list[Mark]) -> list[Mark]:
    """Rows for "General Disclosure" in ``[start, end)``: of the aspect they stand under, or before the first KPI of.

    ``marks`` are the heads and KPI rows of the index, in order.
    """
    named = [m for m in marks if m.standard and m.kind is not MarkKind.STOP]
    starts = [m.start for m in named]
    rows: dict[str, Mark] = {}
    for m in _GENERAL.finditer(text, start, end):
        after = bisect.bisect_right(starts, m.start())
        last = named[after - 1] if after else None
        following = named[after] if after < len(named) else None
        if last is not None and (last.kind is MarkKind.HEAD or following is None):
            aspect = last.standard
        elif following is not None:
            aspect = following.standard
        else:
            continue
        code = _ASPECT.match(text, min(m.end() + 1, end))
        stop = code.end("code") if code and code.group("code") == aspect else m.end()
        rows.setdefault(aspect, Mark(m.start(), stop, MarkKind.ROW, (aspect,), aspect, sure=True))
    return list(rows.values())


def titled_items(text: str, start: int, end: int, book: ClauseBook) -> list[Mark]:
    """Rows of the mandatory items, which an index lists by title: one each, in order, in ``[start, end)``."""
    rows: list[Mark] = []
    at = start
    for clause in book.children("hkex-c2:Part B"):
        found = re.compile(re.escape(clause.label), re.IGNORECASE).search(text, at, end)
        if found is None:
            continue
        at = found.end()
        rows.append(Mark(found.start(), found.end(), MarkKind.ROW, (clause.code,), "MDR", sure=True))
    return rows


def climate_paragraphs(text: str, start: int, end: int, book: ClauseBook) -> list[Mark]:
    """Rows of Part D that are numbered by paragraph; empty unless at least four of them rise in order."""
    rows: list[Mark] = []
    last = ""
    for m in _PARAGRAPH.finditer(text, start, end):
        code = f"D{m.group('number')}{m.group('letter') or ''}"
        if (
            code in book
            and code[:3] >= last
            and not is_mention(text, m.start(), m.end())
            and title_follows(text, m.end())
        ):
            rows.append(Mark(m.start(), m.end(), MarkKind.ROW, (code,), "Part D"))
            last = code[:3]
    return rows if len({r.codes for r in rows}) >= 4 else []
