"""DOCX files: paragraphs and tables in document order, a page at each page break; the only user of python-docx."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table as DocxTable
from docx.text.paragraph import Paragraph

from tieout.documents.archives import checked_archive
from tieout.documents.grid import table
from tieout.documents.limits import MAX_CHARACTERS, MAX_COLUMNS, MAX_ROWS
from tieout.documents.raw import Layout, Mark, RawDocument, RawPage
from tieout.errors import SourceError
from tieout.model import Cell, Table

_HEADING = re.compile(r"Heading ([1-9])")
_SPACE = re.compile(r"\s+")
_DAMAGE = (
    PackageNotFoundError,
    zipfile.BadZipFile,
    SyntaxError,
    KeyError,
    ValueError,
    AttributeError,
    TypeError,
    IndexError,
)
"""What python-docx raises on damaged files; XML faults are SyntaxErrors."""


def read_docx(data: bytes, name: str, *, first_page: int = 1) -> RawDocument:
    """The pages of a document, its headings by style and its tables.

    Raises:
        SourceError: damaged, or over a limit.
    """
    checked_archive(data, name).close()
    try:
        document = docx.Document(io.BytesIO(data))
        builder = _Builder(first_page, name)
        for block in document.iter_inner_content():
            builder.add(block)
    except _DAMAGE as error:
        raise SourceError("the document is damaged", subject=name) from error
    builder.end_page()
    return RawDocument(
        Layout.MARKED, tuple(builder.pages), tuple(builder.tables), tuple(builder.marks), title=_title(document)
    )


def _title(document: Document) -> str:
    return _SPACE.sub(" ", document.core_properties.title or "").strip()


class _Builder:
    """Collects pages; ``size`` is how many characters stand on the open page."""

    def __init__(self, first_page: int, name: str) -> None:
        self.name = name
        self.page = first_page
        self.pages: list[RawPage] = []
        self.tables: list[Table] = []
        self.marks: list[Mark] = []
        self.parts: list[str] = []
        self.size = 0
        self.total = 0

    def add(self, block: Any) -> None:
        """Add a paragraph or a table."""
        if isinstance(block, Paragraph):
            self.paragraph(block)
        elif isinstance(block, DocxTable):
            self.table(block)

    def paragraph(self, paragraph: Paragraph) -> None:
        """Add a paragraph; a page break in it ends the page there."""
        style = paragraph.style.name if paragraph.style is not None else ""
        heading = _HEADING.fullmatch(style or "") or (re.fullmatch("(Title)", style or ""))
        for at, piece in enumerate(_pieces(paragraph)):
            if at:
                self.end_page()
            text = _SPACE.sub(" ", piece).strip()
            if not text:
                continue
            start = self.size
            self.line(text)
            if heading and len(text) <= 200:
                level = int(heading.group(1)) if heading.group(1).isdigit() else 1
                self.marks.append(Mark(self.page, start, start + len(text), level))

    def table(self, grid: DocxTable) -> None:
        """Add a table row by row; a merged cell's text stands once, its other places are empty."""
        rows: list[list[Cell]] = []
        for row in grid.rows:
            cells: list[Cell] = []
            seen: set[int] = set()
            texts = []
            for cell in row.cells:
                key = id(cell._tc)  # the only handle that tells merged cells apart
                texts.append("" if key in seen else _SPACE.sub(" ", cell.text).strip())
                seen.add(key)
            if len(texts) > MAX_COLUMNS or len(rows) > MAX_ROWS:
                raise SourceError(f"a table of more than {MAX_COLUMNS} columns or {MAX_ROWS} rows", subject=self.name)
            at = self.size
            for text in texts:
                cells.append(Cell(text, at, at + len(text)))
                at += len(text) + 1
            self.line("\t".join(texts))
            rows.append(cells)
        if rows:
            self.tables.append(table(len(self.tables) + 1, self.page, rows))

    def line(self, text: str) -> None:
        """Add one line to the open page."""
        self.parts.append(text)
        self.size += len(text) + 1
        self.total += len(text) + 1
        if self.total > MAX_CHARACTERS:
            raise SourceError(f"more than {MAX_CHARACTERS} characters", subject=self.name)

    def end_page(self) -> None:
        """Close the open page; a break before any text makes no page."""
        if self.parts:
            self.pages.append(RawPage(self.page, "\n".join(self.parts)))
            self.page += 1
            self.parts, self.size = [], 0


def _pieces(paragraph: Paragraph) -> Iterator[str]:
    """A paragraph's text, cut at page breaks: those set by hand and those the last layout recorded."""
    parts: list[str] = []
    namespace = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    for element in paragraph._p.iter(
        f"{namespace}t", f"{namespace}tab", f"{namespace}br", f"{namespace}lastRenderedPageBreak"
    ):
        kind = element.tag.removeprefix(namespace)
        if kind == "t":
            parts.append(element.text or "")
        elif kind == "lastRenderedPageBreak" or element.get(f"{namespace}type") == "page":
            yield "".join(parts)
            parts = []
        elif kind in ("tab", "br"):
            parts.append(" ")
    yield "".join(parts)
