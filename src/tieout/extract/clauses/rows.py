"""From marks to rows: which candidates are rows, to which standard they belong, and how far each one runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tieout.extract.clauses import hkex
from tieout.extract.clauses.book import ClauseBook, natural_key
from tieout.extract.clauses.marks import Mark, MarkKind
from tieout.extract.clauses.regions import Region
from tieout.extract.clauses.tails import find_status
from tieout.text import words

_MOST_CHARACTERS = 8000
_MOST_MARKS = 5000
_LONGEST_WHOLE = 300


@dataclass(frozen=True, slots=True)
class Row:
    """One row of an index: codes, and the half-open stream spans of the code and of what follows it.

    ``untitled`` rows have their title in the code's span; a row that ``opens`` a group is the first under a head,
    one that ``closes`` it stands before the next head.
    """

    framework: str
    codes: tuple[str, ...]
    start: int
    code_end: int
    end: int
    edition: str = ""
    topic_standard: str = ""
    untitled: bool = False
    opens: bool = False
    closes: bool = False


def confirm(region: Region, marks: Sequence[Mark], text: str, book: ClauseBook) -> list[Mark]:
    """The marks inside the region, with doubtful rows dropped and rows that have no code of their own put in."""
    inside = [mark for mark in marks if region.start <= mark.start < region.end][:_MOST_MARKS]
    if region.framework == "hkex-c2":
        inside = _hkex(region, inside, text, book)
    elif region.framework == "gri":
        inside = _gri(inside, headed=all(code.startswith("GRI ") for code in region.codes))
    elif region.framework == "esrs":
        inside = _esrs(inside, text)
    return inside


def _esrs(marks: Sequence[Mark], text: str) -> list[Mark]:
    """The head of a standard is a row where the company says of the whole standard that it is left out."""
    kept: list[Mark] = []
    for at, mark in enumerate(marks):
        if mark.kind is MarkKind.HEAD and len(mark.standard) == 2:
            end = marks[at + 1].start if at + 1 < len(marks) else mark.end + _LONGEST_WHOLE
            status = find_status(text[mark.end : min(end, mark.end + _LONGEST_WHOLE)])
            if status is not None and status[2] == "absent":
                mark = replace(mark, kind=MarkKind.ROW, codes=(f"ESRS {mark.standard}",), sure=True)
        kept.append(mark)
    return kept


def _gri(marks: Sequence[Mark], *, headed: bool) -> list[Mark]:
    """Bare codes have to fit the standard they stand under, or carry on from the row before.

    A ``headed`` index lists standards instead of disclosures: its heads are its rows.
    """
    kept: list[Mark] = []
    head, last = "", ""
    standards = {mark.standard for mark in marks if mark.kind is MarkKind.ROW}
    for mark in marks:
        if mark.kind is MarkKind.HEAD:
            head = mark.standard
            if mark.codes and mark.standard not in standards and (headed or not mark.edition):
                mark = replace(mark, kind=MarkKind.ROW)
        elif mark.kind is MarkKind.ROW and not mark.sure:
            fits = mark.standard == head or len(mark.standard) == 3 or not last
            carries = bool(last) and natural_key(mark.codes[0]) >= natural_key(last)
            after_topic = mark.codes[0] == "3-3" or last.startswith("3-")
            if not (fits or carries or after_topic):
                continue
        if mark.kind is MarkKind.ROW:
            last = mark.codes[-1]
        kept.append(mark)
    return kept


def _hkex(region: Region, marks: Sequence[Mark], text: str, book: ClauseBook) -> list[Mark]:
    """KPI rows rise; general disclosures, titled items and climate paragraphs are added."""
    kept: list[Mark] = []
    seen: set[str] = set()
    last = ""
    for mark in marks:
        if mark.kind is MarkKind.ROW:
            if mark.codes[0] in seen or (last and not mark.sure and natural_key(mark.codes[0]) < natural_key(last)):
                continue
            seen.update(mark.codes)
            last = mark.codes[-1]
        kept.append(mark)
    kept = _single_heads(kept)
    first = min((m.start for m in kept if m.standard), default=region.end)
    general = hkex.general_disclosures(text, region.start, region.end, kept)
    inner = [(row.start, row.end) for row in general]
    kept = [mark for mark in kept if not any(start < mark.start < end for start, end in inner)]
    titled = hkex.titled_items(text, region.start, first, book)
    covered = {m.codes[0] for m in general}
    ends = [m.start for m in kept[1:]] + [region.end]
    kept = [
        replace(m, kind=MarkKind.ROW) if _is_row(m, covered) and _says_more(text[m.end : end], m, book) else m
        for m, end in zip(kept, ends, strict=True)
    ]
    part_d = [m for m in kept if m.codes == ("Part D",)]
    paragraphs = hkex.climate_paragraphs(text, part_d[-1].end, region.end, book) if part_d else []
    if part_d and not paragraphs:
        kept = [replace(m, kind=MarkKind.ROW) if m is part_d[-1] else m for m in kept]
    return sorted([*kept, *general, *titled, *paragraphs], key=lambda m: (m.start, m.end))


def _single_heads(marks: Sequence[Mark]) -> list[Mark]:
    """Each aspect is opened once: a later head of the same aspect is a mention inside a cell."""
    kept: list[Mark] = []
    opened: set[str] = set()
    passed = ""
    for mark in marks:
        if mark.kind is MarkKind.HEAD and mark.standard:
            if mark.standard in opened or (passed and natural_key(mark.standard) < natural_key(passed)):
                continue
            opened.add(mark.standard)
            passed = mark.standard
        kept.append(mark)
    return kept


def _is_row(mark: Mark, covered: set[str]) -> bool:
    return mark.kind is MarkKind.HEAD and bool(mark.standard) and mark.sure and mark.codes[0] not in covered


def _says_more(text: str, mark: Mark, book: ClauseBook) -> bool:
    """Whether more than the aspect's name stands behind its code."""
    clause = book.find(mark.codes[0])
    return clause is None or not set(words(text)) <= set(words(clause.label))


def _topic(head: Mark, before: Sequence[Mark]) -> str:
    """The topic standard of a row of GRI 3-3 that stands first under that standard's own head.

    Behind other rows of a standard it may as well open the next topic, and is left without one.
    """
    opens = not before or before[0].kind is not MarkKind.ROW
    return head.standard if len(head.standard) == 3 and opens else ""


def build_rows(region: Region, marks: Sequence[Mark]) -> list[Row]:
    """The region's rows in order; each one ends where the next mark begins."""
    built: list[Row] = []
    head = Mark(region.start, region.start, MarkKind.HEAD)
    opens = True
    for at, mark in enumerate(marks):
        if mark.kind is MarkKind.HEAD:
            head = mark
        if mark.kind is not MarkKind.ROW:
            opens = True
            continue
        end = marks[at + 1].start if at + 1 < len(marks) else region.end
        end = min(max(end, mark.end), mark.end + _MOST_CHARACTERS)
        same = head.standard == mark.standard
        topic = _topic(head, marks[max(0, at - 1) : at]) if mark.codes == ("3-3",) else ""
        untitled = region.framework == "hkex-c2" and not any("." in code or code[0] == "D" for code in mark.codes)
        edition = head.edition if same else ""
        closes = at + 1 < len(marks) and marks[at + 1].kind is not MarkKind.ROW
        edition = mark.edition or edition
        built.append(
            Row(region.framework, mark.codes, mark.start, mark.end, end, edition, topic, untitled, opens, closes)
        )
        opens = False
    return built
