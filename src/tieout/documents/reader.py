"""Station 1: bytes to a Report. The type is told by the bytes; each format has its own file."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import PurePath

from tieout.documents.assemble import assemble
from tieout.documents.kinds import Kind, kind_of
from tieout.documents.limits import MAX_CHARACTERS, MAX_FILE_BYTES, MAX_PAGES
from tieout.documents.plain import read_text
from tieout.documents.raw import RawDocument
from tieout.errors import SourceError, UsageError
from tieout.model import Report, Source

_NOT_IN_ID = re.compile(r"[^\w./+-]+")


def report_id(name: str) -> str:
    """A report's default id: the file's stem, white space and marks written as one hyphen."""
    stem = unicodedata.normalize("NFKC", PurePath(name.replace("\\", "/")).stem)
    return _NOT_IN_ID.sub("-", stem).strip("-.") or "report"


def read_report(
    data: bytes,
    name: str,
    *,
    report: str = "",
    organization: str = "",
    period: str = "",
    first_page: int = 1,
    password: str = "",
    max_pages: int = MAX_PAGES,
) -> Report:
    """Read one file as a report, in this process.

    Args:
        data: the file's bytes.
        name: the file's name, for errors and for the report's default id.
        report: the report's id; empty takes the cleaned stem of the name.
        organization: whose report it is; empty looks for it in the text.
        period: the reporting year; empty looks for it in the text.
        first_page: the number of the first page (a table file cut from page 47 of a report starts at 47).
        password: password of an encrypted PDF.
        max_pages: most pages that are read.

    Raises:
        SourceError: the file cannot be read: empty, damaged, scanned, of another type, over a limit.
        UsageError: a password is missing or ``first_page`` is below 1.
    """
    if first_page < 1:
        raise UsageError(f"the first page cannot be {first_page}", subject=name, remedy="Pages count from 1")
    if len(data) > MAX_FILE_BYTES:
        raise SourceError(f"{len(data)} bytes, the limit is {MAX_FILE_BYTES}", subject=name)
    kind = kind_of(data, name)
    raw = _read(kind, data, name, first_page=first_page, password=password, max_pages=max_pages)
    _check(raw, name, max_pages)
    source = Source(name, kind.value, hashlib.sha256(data).hexdigest(), len(data))
    return assemble(raw, source, report=report or report_id(name), organization=organization, period=period)


def _read(kind: Kind, data: bytes, name: str, *, first_page: int, password: str, max_pages: int) -> RawDocument:
    """The content by format; a format's library is imported only when a file needs it."""
    match kind:
        case Kind.TXT:
            return read_text(data, name, first_page=first_page)
        case Kind.PDF:
            from tieout.documents.pdf import read_pdf

            return read_pdf(data, name, password=password, max_pages=max_pages, first_page=first_page)
        case Kind.CSV:
            from tieout.documents.csv_tables import read_csv

            return read_csv(data, name, first_page=first_page)
        case Kind.XLSX:
            from tieout.documents.xlsx import read_xlsx

            return read_xlsx(data, name, first_page=first_page)
        case Kind.HTML:
            from tieout.documents.html import read_html

            return read_html(data, name, first_page=first_page)
        case Kind.DOCX:
            from tieout.documents.docx import read_docx

            return read_docx(data, name, first_page=first_page)


def _check(raw: RawDocument, name: str, max_pages: int) -> None:
    if len(raw.pages) > max_pages:
        raise SourceError(
            f"{len(raw.pages)} pages, the limit is {max_pages}",
            subject=name,
            remedy="Raise max_pages or split the file",
        )
    size = sum(len(page.text) for page in raw.pages)
    if size > MAX_CHARACTERS:
        raise SourceError(f"{size} characters, the limit is {MAX_CHARACTERS}", subject=name)
    if not any(page.text.strip() for page in raw.pages):
        raise SourceError("the file holds no text", subject=name)
