"""What was read where on a page: its text with marks, what was extracted from it, and the page as it looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from tieout.documents.page_image import PageImage, page_image
from tieout.errors import UsageError
from tieout.model import Disclosure, Entity, Findings, Observation, Page, Report, Word
from tieout.storage.records import read_findings, read_report
from tieout.workflow.snapshot import Snapshot


class MarkKind(StrEnum):
    """What a marked stretch of text was read as; in this order from the outermost to the innermost."""

    FURNITURE = "furniture"
    HEADING = "heading"
    CLAUSE = "clause"
    ROW = "row"
    ENTITY = "entity"
    CELL = "cell"
    FIGURE = "figure"
    HYPHEN = "hyphen"


@dataclass(frozen=True, slots=True)
class Mark:
    """A half-open span of the page's text, what it was read as, and a line about it."""

    start: int
    end: int
    kind: MarkKind
    title: str


@dataclass(frozen=True, slots=True)
class Box:
    """Where a part of a figure stands on the drawn page, in points from the top left."""

    x0: float
    top: float
    x1: float
    bottom: float
    title: str


@dataclass(frozen=True, slots=True)
class PageView:
    """One page with everything that was read from it."""

    report: str
    organization: str
    page: int
    pages: int
    text: str
    marks: tuple[Mark, ...]
    findings: Findings
    image: PageImage | None = None
    boxes: tuple[Box, ...] = ()


def inspect(snapshot: Snapshot, report: str, number: int, source: Callable[[str], bytes]) -> PageView:
    """One page of a report.

    Args:
        snapshot: the generation to look at.
        report: the report's id.
        number: the page.
        source: a stored source's bytes by its digest.

    Raises:
        UsageError: no such report or page.
        SourceError: the page of a PDF cannot be drawn.
    """
    record = snapshot.record(report)
    read = read_report(snapshot.folder(report))
    try:
        page = read.page(number)
    except KeyError as error:
        raise UsageError(
            f"there is no page {number}", subject=report, remedy=f"It has {len(read.pages)} pages"
        ) from error
    findings = on_page(read_findings(snapshot.folder(report)), number)
    image = None
    if read.source.media_type == "application/pdf":
        password = snapshot.settings.pdf_password
        image = page_image(source(record.sha256), record.name, number - record.first_page, password=password)
    marks = tuple(sorted(marks_of(read, page, findings), key=lambda m: (m.start, -m.end, m.kind, m.title)))
    # A page whose text was stored by another version of the PDF library has other offsets: no boxes then.
    words = page.words or (image.words if image is not None and image.text == page.text else ())
    return PageView(
        report=report,
        organization=read.organization,
        page=number,
        pages=len(read.pages),
        text=page.text,
        marks=marks,
        findings=findings,
        image=image,
        boxes=tuple(boxes_of(findings.observations, words)) if image is not None else (),
    )


def on_page(findings: Findings, number: int) -> Findings:
    """The findings that quote this page."""
    return Findings(
        tuple(o for o in findings.observations if o.passage.page == number),
        tuple(d for d in findings.disclosures if d.passage is not None and d.passage.page == number),
        tuple(e for e in findings.entities if any(p.page == number for p in e.passages)),
    )


def marks_of(report: Report, page: Page, findings: Findings) -> Iterator[Mark]:
    """Every stretch of the page that was read as something, in no order."""
    for start, end in page.furniture:
        yield Mark(start, end, MarkKind.FURNITURE, "set aside as running header, footer or page number")
    for section in report.sections:
        if section.page == page.number and section.start < section.end:
            yield Mark(
                section.start, section.end, MarkKind.HEADING, f"section {section.id}: {' › '.join(section.trail)}"
            )
    for table in report.tables:
        if table.page == page.number:
            for r, row in enumerate(table.rows):
                for c, cell in enumerate(row):
                    if cell.start < cell.end:
                        yield Mark(
                            cell.start, cell.end, MarkKind.CELL, f"table {table.id}, row {r + 1}, column {c + 1}"
                        )
    rows = dict.fromkeys((o.passage.start, o.passage.end, o.origin.value) for o in findings.observations)
    for start, end, origin in rows:
        yield Mark(start, end, MarkKind.ROW, f"quoted row ({origin})")
    for o in findings.observations:
        start, end = figure_span(o)
        yield Mark(start, end, MarkKind.FIGURE, figure_title(o))
    for d in findings.disclosures:
        if d.passage is not None:
            yield Mark(d.passage.start, d.passage.end, MarkKind.CLAUSE, clause_title(d))
    for e in findings.entities:
        for p in e.passages if e.kind != "section" else ():  # a section's heading is marked as one
            if p.page == page.number:
                yield Mark(p.start, p.end, MarkKind.ENTITY, f"{e.kind}: {e.label} ({e.basis.value})")
    for start, end in healed(page):
        yield Mark(start, end, MarkKind.HYPHEN, "line-end hyphen, healed")


def figure_span(o: Observation) -> tuple[int, int]:
    """Where the figure itself stands: its cell, else its first place in the quote, else the whole quote."""
    if o.cell[0] < o.cell[1]:
        return o.cell
    at = o.passage.quote.find(o.raw_value) if o.raw_value else -1
    return (
        (o.passage.start + at, o.passage.start + at + len(o.raw_value)) if at >= 0 else (o.passage.start, o.passage.end)
    )


def clause_title(d: Disclosure) -> str:
    """A statement to a clause in one line."""
    return f"{d.framework}:{d.code}, {d.status.value}{'' if d.indexed else ', found outside the index'}"


def figure_title(o: Observation) -> str:
    """A figure in one line: metric, value, unit, period, dimensions."""
    value = format(o.value, "f") if o.value is not None else o.qualifier or o.raw_value
    parts = [o.metric or f"(no metric) {o.indicator}", f"{value} {o.unit}".strip(), o.period]
    parts += [f"{d.type}: {d.value}" for d in o.dimensions]
    if o.qualifier and o.value is not None:
        parts.append(o.qualifier)
    return " · ".join(part for part in parts if part)


def healed(page: Page) -> Iterator[tuple[int, int]]:
    """Spans that the body leaves out although they are no running header: hyphens at line ends."""
    at = 0
    for _, start, length in (*page.body.runs, (0, len(page.text), 0)):
        if at and at < start < len(page.text) and not any(a < start and at < b for a, b in page.furniture):
            yield at, start
        at = start + length


def boxes_of(observations: tuple[Observation, ...], words: tuple[Word, ...]) -> Iterator[Box]:
    """A box over each word of each figure, widened over words of one line that touch."""
    for o in observations:
        start, end = figure_span(o)
        yield from line_boxes(words, start, end, figure_title(o))


def quote_boxes(view: PageView, start: int, end: int) -> tuple[Box, ...]:
    """A box for each line of a quote on the drawn page; none without a picture of this very text."""
    if view.image is None or view.image.text != view.text:
        return ()
    return tuple(line_boxes(view.image.words, start, end, view.text[start:end]))


def line_boxes(words: tuple[Word, ...], start: int, end: int, title: str) -> Iterator[Box]:
    """Boxes over the words of a span of the page's text, one for the words of a line that follow each other."""
    line: Box | None = None
    for word in words:
        if word.start >= end or word.end <= start:
            continue
        if line is not None and abs(word.top - line.top) < (word.bottom - word.top) / 2 and word.x0 >= line.x0:
            line = Box(line.x0, min(line.top, word.top), max(line.x1, word.x1), max(line.bottom, word.bottom), title)
            continue
        if line is not None:
            yield line
        line = Box(word.x0, word.top, word.x1, word.bottom, title)
    if line is not None:
        yield line


def things(findings: Findings, number: int) -> Iterator[tuple[Observation | Disclosure | Entity, str]]:
    """Each finding with its quote on this page, in page order."""
    rows: list[tuple[int, Observation | Disclosure | Entity, str]] = [
        (o.passage.start, o, o.passage.quote) for o in findings.observations
    ]
    rows += [(d.passage.start, d, d.passage.quote) for d in findings.disclosures if d.passage is not None]
    rows += [
        (p.start, e, p.quote) for e in findings.entities for p in [next(p for p in e.passages if p.page == number)]
    ]
    for _, thing, quote in sorted(rows, key=lambda row: row[0]):
        yield thing, quote
