"""PDF files through PDFium; the only file that knows the library.

A page's stored text is the text layer as pypdfium2 gives it, with U+FFFE (how PDFium writes a hyphen at the end of a
line) as "-" and CRLF as LF, and nothing else changed.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium_c

from tieout.documents.raw import Bookmark, Layout, RawDocument, RawPage
from tieout.documents.words import Ruler, line_sizes, looks_tabular, placed_words
from tieout.errors import SourceError, UsageError
from tieout.model import Word

_LINE_HYPHEN = "\ufffe"
_MAX_BOOKMARKS = 5000


def stored_text(raw: str) -> str:
    """The text layer as it is stored and quoted."""
    return raw.replace(_LINE_HYPHEN, "-").replace("\r\n", "\n")


def line_hyphens(raw: str) -> tuple[int, ...]:
    """Offsets in the stored text of hyphens that PDFium marks as standing at the end of a line."""
    return tuple(m.start() - raw.count("\r\n", 0, m.start()) for m in re.finditer(_LINE_HYPHEN, raw))


def read_pdf(data: bytes, name: str, *, password: str = "", max_pages: int = 1500, first_page: int = 1) -> RawDocument:
    """The pages and bookmarks of a PDF.

    Raises:
        SourceError: damaged, encrypted with another password, too many pages, or without a text layer.
        UsageError: a password is needed and none was given.
    """
    with _opened(data, name, password) as document:
        count = len(document)
        if count == 0:
            raise SourceError("the PDF has no pages: it is damaged or truncated", subject=name)
        if count > max_pages:
            raise SourceError(
                f"{count} pages, the limit is {max_pages}", subject=name, remedy="Raise max_pages or split the file"
            )
        pages = tuple(_page(document, index, name, first_page + index) for index in range(count))
        if not any(page.text.strip() for page in pages):
            raise SourceError(
                "no text layer: a scanned PDF", subject=name, remedy="Run OCR on it first (for example ocrmypdf)"
            )
        outline = tuple(_outline(document, first_page))
        metadata = document.get_metadata_dict()
    return RawDocument(
        Layout.LINES, pages, outline=outline, title=metadata.get("Title", ""), author=metadata.get("Author", "")
    )


@contextlib.contextmanager
def _opened(data: bytes, name: str, password: str) -> Iterator[Any]:
    try:
        document = pypdfium2.PdfDocument(data, password=password or None)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium_c.FPDF_ERR_PASSWORD:
            if password:
                raise SourceError("the password does not open this PDF", subject=name) from error
            raise UsageError(
                "the PDF is encrypted", subject=name, remedy="Give its password (setting pdf_password)"
            ) from error
        raise SourceError("the PDF is damaged or truncated", subject=name) from error
    try:
        yield document
    finally:
        document.close()


def _page(document: Any, index: int, name: str, number: int) -> RawPage:
    try:
        page = document[index]
    except pypdfium2.PdfiumError as error:
        raise SourceError(f"page {index + 1} of the PDF is damaged", subject=name) from error
    try:
        layer = page.get_textpage()
        try:
            raw = layer.get_text_range()
            text = stored_text(raw)
            words: tuple[Word, ...] = ()
            ruler = Ruler(pdfium_c, layer, page.get_cropbox(), page.get_rotation())
            sizes = line_sizes(raw, ruler.box) if raw.isascii() or max(raw) <= "\uffff" else ()
            if looks_tabular(text):
                words = placed_words(raw, text, ruler.box)
        finally:
            layer.close()
    except pypdfium2.PdfiumError as error:
        raise SourceError(f"page {index + 1} of the PDF is damaged", subject=name) from error
    finally:
        page.close()
    return RawPage(number, text, words, line_hyphens(raw), sizes)


def _outline(document: Any, first_page: int) -> Iterator[Bookmark]:
    """Bookmarks that lead to a page, in document order; a damaged outline ends the list."""
    for seen, entry in enumerate(document.get_toc(max_depth=8)):
        if seen >= _MAX_BOOKMARKS:
            return
        target = entry.get_dest()
        index = target.get_index() if target is not None else None
        title = " ".join(entry.get_title().split())
        if index is not None and title:
            yield Bookmark(title, first_page + index, entry.level + 1)
