"""The report's own content indexes as disclosures, row by row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tieout.extract.clauses.book import ClauseBook, books
from tieout.extract.clauses.furniture import blanked, header_columns
from tieout.extract.clauses.indexes import read_indexes
from tieout.extract.clauses.marks import Mark
from tieout.extract.clauses.pages import locate, page_offset
from tieout.extract.clauses.references import AtomKind, SectionFinder, Style, find_atoms, numbers_chapters
from tieout.extract.clauses.regions import Region
from tieout.extract.clauses.rows import build_rows
from tieout.extract.clauses.stream import Stream
from tieout.extract.clauses.tails import Columns, Tail, find_status, split_tail
from tieout.model import Catalogue, Disclosure, DisclosureStatus, Report

_WRAPPED = re.compile(r"\s*(?P<rest>[a-z][^.]{0,200}\.)\s+(?=[A-Z])")


def extract_disclosures(report: Report, catalogue: Catalogue) -> tuple[Disclosure, ...]:
    """Every row of the report's content indexes, of any framework, in reading order."""
    if not report.pages:
        return ()
    stream = Stream.of(report)
    known = books(catalogue)
    finder = SectionFinder.of(report.sections)
    offset = page_offset(report.pages)
    indexes = read_indexes(stream, catalogue)
    found: list[Disclosure] = []
    for region, marks in indexes:
        found += _read(report, stream, region, marks, known[region.framework], finder, offset)
    return tuple(found)


def _read(
    report: Report,
    stream: Stream,
    region: Region,
    marks: list[Mark],
    book: ClauseBook,
    finder: SectionFinder,
    offset: int,
) -> list[Disclosure]:
    text = blanked(stream, region, marks)
    rows = build_rows(region, marks)
    tails = [text[row.code_end - region.start : row.end - region.start] for row in rows]
    columns = _columns(stream, region, marks, tails, [row.untitled for row in rows], finder)
    year = int(report.period[:4]) if report.period[:4].isdigit() else 0
    found: list[Disclosure] = []
    opening: list[bool] = []
    for row, tail in zip(rows, tails, strict=True):
        wrapped = _WRAPPED.match(tail) if found else None
        if wrapped and _is_open(found[-1]):
            found[-1] = _completed(found[-1], wrapped.group("rest"), report, stream, row.code_end + wrapped.end())
            tail = tail[wrapped.end() :]
        clause = book.find(row.codes[0], row.edition, year)
        parts = split_tail(tail, columns, finder, clause.label if clause else "", untitled=row.untitled)
        if wrapped and parts.state == "absent" and not parts.reason and found[-1].explanation:
            parts = replace(parts, reason=found[-1].explanation)
        if not parts.title and row.untitled:
            parts = replace(parts, title=stream.text[row.start : row.code_end].strip())
        whole = text[row.start - region.start : row.end - region.start]
        passage = stream.passage(report, row.start, row.start + len(whole.rstrip()))
        answered = columns.answers and len(tail.split()) > 1 and parts.state == ""
        for code in row.codes:
            clause = book.find(code, row.edition, year)
            opening.append(row.opens)
            found.append(
                Disclosure(
                    report=report.id,
                    framework=region.framework,
                    code=code,
                    status=_status(parts),
                    edition=row.edition or (clause.edition if clause else ""),
                    topic_standard=row.topic_standard,
                    title=parts.title[:400],
                    obligation=clause.obligation if clause else "",
                    indexed=True,
                    references=parts.references,
                    locations=locate(parts.references, report, finder, columns.style, offset),
                    explanation=parts.reason,
                    passage=passage,
                    evidence=(passage,) if passage is not None and (parts.note or answered) else (),
                )
            )
    return _merged(found, opening)


def _columns(
    stream: Stream,
    region: Region,
    marks: Sequence[Mark],
    tails: Sequence[str],
    untitled: Sequence[bool],
    finder: SectionFinder,
) -> Columns:
    """What the table's rows, taken together, say about its columns and the way it prints references."""
    count = len(tails)
    stated = [find_status(tail, untitled=bare) is not None for tail, bare in zip(tails, untitled, strict=True)]
    numbered = sum(numbers_chapters(tail) for tail in tails) * 5 >= count
    style = Style(numbered)
    atoms = [find_atoms(tail, finder, style) for tail in tails]
    cited = [any(atom.kind is not AtomKind.OUTSIDE for atom in found) for found in atoms]
    bare = [bool(found) and not any(map(str.isalnum, tail[: found[0].start])) for found, tail in zip(atoms, tails, strict=True)]
    answers = sum(a or b for a, b in zip(stated, cited, strict=True)) * 2 < count
    omissions, notes = header_columns(stream, region, marks)
    return Columns(count >= 2 and sum(stated) * 5 >= count * 2, omissions, notes, answers, sum(bare) * 2 > count, Style(numbered, not answers))


def _status(parts: Tail) -> DisclosureStatus:
    if parts.state == "partial":
        return DisclosureStatus.PARTIAL
    if parts.state == "absent":
        cited = any(char.isalnum() for char in parts.references)
        return DisclosureStatus.PARTIAL if cited and parts.reason else DisclosureStatus.STATED_ABSENT
    return DisclosureStatus.REPORTED


def _is_open(before: Disclosure) -> bool:
    """Whether the row before breaks off in mid-sentence, so that its cell may end beside the next row's code."""
    text = before.explanation or before.references
    return bool(text) and text[-1].isalpha()


def _completed(before: Disclosure, rest: str, report: Report, stream: Stream, end: int) -> Disclosure:
    """The row before with the end of its cell, which the extraction put behind the next row's code."""
    passage = before.passage
    if passage is not None:
        index = next(i for i, page in enumerate(stream.pages) if page.number == passage.page)
        start = stream.starts[index] + stream.pages[index].body.derived_index(passage.start)
        passage = stream.passage(report, start, end)
    if before.explanation:
        return replace(before, explanation=f"{before.explanation} {rest}", passage=passage)
    return replace(before, references=f"{before.references} {rest}", passage=passage)


def _merged(found: Sequence[Disclosure], opening: Sequence[bool]) -> list[Disclosure]:
    """Neighbouring rows of one clause (its letters a, b, c or its data points) as one disclosure."""
    merged: list[Disclosure] = []
    for row, opens in zip(found, opening, strict=True):
        last = merged[-1] if merged else None
        if (
            opens
            or last is None
            or (last.code, last.topic_standard, last.edition)
            != (
                row.code,
                row.topic_standard,
                row.edition,
            )
        ):
            merged.append(row)
            continue
        same = last.status is row.status
        merged[-1] = replace(
            last,
            status=last.status if same else DisclosureStatus.PARTIAL,
            references=_joined(last.references, row.references),
            locations=tuple(dict.fromkeys((*last.locations, *row.locations))),
            explanation=_joined(last.explanation, row.explanation),
            evidence=last.evidence + ((row.passage,) if row.passage else ()),
        )
    return merged


def _joined(first: str, second: str) -> str:
    return first if not second or second in first.split(" | ") else f"{first} | {second}" if first else second
