"""The report's own content indexes as disclosures, row by row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tieout.extract.clauses import esrs, sasb
from tieout.extract.clauses.book import ClauseBook, books
from tieout.extract.clauses.columns import find_columns
from tieout.extract.clauses.furniture import blanked, header_end
from tieout.extract.clauses.indexes import Marked
from tieout.extract.clauses.inforce import year_of
from tieout.extract.clauses.merging import merged, once, without_heading
from tieout.extract.clauses.pages import leading_out, locate, page_offset, pages_before
from tieout.extract.clauses.references import SectionFinder
from tieout.extract.clauses.regions import Region
from tieout.extract.clauses.rows import Row, build_rows
from tieout.extract.clauses.stream import Stream
from tieout.extract.clauses.tails import Columns, Tail, split_tail
from tieout.extract.clauses.wording import PILLARS
from tieout.extract.clauses.wraps import end_of_reason, omitted_part, start_of_requirement, with_reason
from tieout.model import Catalogue, Disclosure, DisclosureStatus, Location, Report
from tieout.text import collapse

_LONGEST_TITLE = 400
_LONGEST_FIRST = 16
_HEADING = re.compile(r"(?<![,:;–-])[ \t]*\n[ \t]*[A-Z](?:[^\W\d_]|[ ,&/-]){2,50}\s*$")
_PILLAR = re.compile(r"(?<=\s)(?:\([IV]{1,3}\)\s?)?(?:" + "|".join(PILLARS) + r")\s*$")
_NEXT_TOPIC = re.compile(r"(?<=[a-z]\.)\s[A-Z][^.!?]{2,60}$")
_TAG = re.compile(r"\s(?:UNGC|SDGs?) \d[\d, –-]{0,40}$")
_CLIMATE = frozenset({"tcfd", "ifrs-s2"})


@dataclass(frozen=True, slots=True)
class _Context:
    """What every row of one index needs."""

    report: Report
    stream: Stream
    region: Region
    book: ClauseBook
    finder: SectionFinder
    offset: int
    columns: Columns
    year: int


@dataclass(frozen=True, slots=True)
class _Given:
    """The rows' tails, and what stands before each row's code instead: its title or its pages, else empty."""

    tails: Sequence[str]
    titles: Sequence[str] = ()
    pages: Sequence[str] = ()


def _given(region: Region, text: str, rows: Sequence[Row], tails: Sequence[str]) -> _Given:
    """The tails without the titles or pages of the rows that follow, and those with their own rows."""
    if len(rows) < 2:
        return _Given(tails)
    lead = text[: rows[0].start - region.start]
    titled = sasb.titles_before(lead, tails) if region.framework == "sasb" else None
    paged = pages_before(lead, tails)
    if titled is not None:
        return _Given(titled[1], titles=titled[0])
    return _Given(tails) if paged is None else _Given(paged[1], pages=paged[0])


def extract_disclosures(report: Report, catalogue: Catalogue, marked: Marked | None = None) -> tuple[Disclosure, ...]:
    """Every row of the report's content indexes, of any framework, in reading order; ``marked`` where it is known."""
    if not report.pages:
        return ()
    marked = marked or Marked.of(report, catalogue)
    stream = marked.stream
    known = books(catalogue)
    finder = SectionFinder.of(report.sections)
    offset = page_offset(report.pages)
    year = year_of(report)
    found: list[Disclosure] = []
    for region, marks in marked.indexes:
        text = blanked(stream, region, marks)
        rows = build_rows(region, marks)
        tails = [_tail(text, region, row) for row in rows]
        given = _given(region, text, rows, tails)
        if given.titles:
            rows = [replace(row, untitled=True) for row in rows]
        columns = find_columns(stream, region, marks, rows, given.tails if given.titles else tails, finder)
        context = _Context(report, stream, region, known[region.framework], finder, offset, columns, year)
        found += without_heading(_read(context, text, rows, given))
    return leading_out(once(found))


def _tail(text: str, region: Region, row: Row) -> str:
    """What follows the row's code, without a heading that already belongs to the next group of rows."""
    tail = text[row.code_end - region.start : row.end - region.start]
    if row.closes:
        heading = _HEADING.search(tail, max(0, len(tail.rstrip()) - 60))
        if heading and any(map(str.isalnum, tail[: heading.start()])):
            tail = tail[: heading.start()]
    if region.framework in _CLIMATE or row.codes[0].startswith("D"):
        pillar = _PILLAR.search(tail, max(0, len(tail) - 60))
        tail = tail[: pillar.start()] if pillar else tail
    return esrs.without_law(tail) if region.framework == "esrs" else tail


def _read(context: _Context, text: str, rows: Sequence[Row], given: _Given) -> list[Disclosure]:
    """The disclosures of one index; a cell that wrapped around a code is put back where it belongs."""
    found: list[Disclosure] = []
    opening: list[bool] = []
    title_before = _first_title(context, rows) if context.columns.title_last else ""
    for at, (row, tail) in enumerate(zip(rows, given.tails, strict=True)):
        before = found[-1] if found else None
        reason = end_of_reason(before, tail) if before is not None else None
        requirement = start_of_requirement(before, tail) if before is not None and reason is None else None
        skip = 0
        if before is not None and reason is not None:
            skip = reason[1]
            found[-1] = with_reason(before, reason[0], context.report, context.stream, row.code_end + skip)
        clause = context.book.find(row.codes[0], row.edition, context.year)
        omitted = omitted_part(tail[skip:], row.codes) if context.columns.omissions else None
        parts = split_tail(
            omitted[0] if omitted else tail[skip:],
            context.columns,
            context.finder,
            clause.label if clause else "",
            untitled=row.untitled,
        )
        if omitted:
            parts = replace(parts, state="absent", reason=collapse(omitted[1]), end=0)
        if reason is not None and parts.state == "absent" and not parts.reason:
            parts = replace(parts, reason=found[-1].explanation)
        if before is not None and requirement is not None:
            cited = requirement[0]
            found[-1] = replace(before, references=cited, locations=_locations(context, cited))
            parts = replace(parts, title=f"{requirement[1]} {parts.title}")
        if context.columns.title_last:
            parts, title_before = replace(parts, title=title_before or parts.title), parts.note
            parts = replace(parts, note="")
        if given.titles:
            parts = replace(parts, title=given.titles[at])
        if given.pages:
            parts = replace(parts, title=parts.title or parts.references, references=given.pages[at])
        if rows[at + 1 : at + 2] and rows[at + 1].codes == ("3-3",):
            parts = replace(parts, reason=_NEXT_TOPIC.sub("", parts.reason))
        parts = replace(parts, title=_title(text, context.region, row, parts.title))
        disclosures = _disclosures(context, row, tail, parts)
        found += disclosures
        opening += [row.opens] * len(disclosures)
    return merged(context.report, found, opening)


def _first_title(context: _Context, rows: Sequence[Row]) -> str:
    """The title that stands between the header of the table and its first code."""
    start, end = context.region.start, rows[0].start if rows else context.region.start
    title = collapse(context.stream.text[header_end(context.stream.text, start, end) : end])
    return title if len(title.split()) <= _LONGEST_FIRST else ""


def _title(text: str, region: Region, row: Row, title: str) -> str:
    """The printed title, which for rows without a code of their own is (or begins with) what marks them."""
    mark = collapse(text[row.start - region.start : row.code_end - region.start])
    if row.framework == "tcfd":
        title = f"{mark} {title}"
    return _TAG.sub("", title or (mark if row.untitled else ""))[:_LONGEST_TITLE].rstrip(" –—-")


def _disclosures(context: _Context, row: Row, tail: str, parts: Tail) -> list[Disclosure]:
    """One disclosure for each code of the row."""
    end = row.code_end + len((tail[: parts.end] if parts.end else tail).rstrip())
    passage = context.stream.passage(context.report, row.start, end)
    answered = bool(parts.note) or (context.columns.answers and len(tail.split()) > 1 and not parts.state)
    found: list[Disclosure] = []
    for code in row.codes:
        clause = context.book.find(code, row.edition, context.year)
        found.append(
            Disclosure(
                report=context.report.id,
                framework=row.framework,
                code=code,
                status=_status(parts),
                edition=row.edition or (clause.edition if clause else ""),
                topic_standard=row.topic_standard,
                title=parts.title,
                obligation=clause.obligation if clause else "",
                indexed=True,
                references=parts.references,
                locations=_locations(context, parts.references),
                explanation=parts.reason,
                passage=passage,
                evidence=(passage,) if passage is not None and answered else (),
            )
        )
    return found


def _locations(context: _Context, references: str) -> tuple[Location, ...]:
    return locate(references, context.report, context.finder, context.columns.style, context.offset)


def _status(parts: Tail) -> DisclosureStatus:
    if parts.state == "partial":
        return DisclosureStatus.PARTIAL
    if parts.state == "absent":
        cited = any(char.isalnum() for char in parts.references)
        return DisclosureStatus.PARTIAL if cited and parts.reason else DisclosureStatus.STATED_ABSENT
    return DisclosureStatus.REPORTED
