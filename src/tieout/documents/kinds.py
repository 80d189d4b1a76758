"""What a file is, told by its first bytes: a name proves nothing. Only among plain texts does the name decide."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath

from tieout.errors import SourceError


class Kind(StrEnum):
    """The formats that are read; the value is the media type."""

    TXT = "text/plain"
    PDF = "application/pdf"
    HTML = "text/html"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    CSV = "text/csv"


_KNOWN = "TXT, PDF, HTML, DOCX, CSV and XLSX files are read"
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (or an encrypted one)"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"{\\rtf", "an RTF file"),
    (b"%!PS", "a PostScript file"),
    (b"\x7fELF", "a program"),
)
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,2000}-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.I,
)
_TABLE_SUFFIXES = frozenset({".csv", ".tsv"})


def kind_of(data: bytes, name: str) -> Kind:
    """The format of a file.

    Args:
        data: the whole file.
        name: its name, used in errors and to tell a table from a text.

    Raises:
        SourceError: the file is empty or of a kind that is not read.
    """
    if not data.strip(b"\x00\t\n\f\r \xef\xbb\xbf"):
        raise SourceError("the file is empty", subject=name)
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    if data.startswith(b"PK\x03\x04"):
        return _office(data, name)
    for magic, what in _FOREIGN:
        if data.startswith(magic):
            raise SourceError(f"not a known type: {what}", subject=name, remedy=_KNOWN)
    if _HTML.match(data[:4096]):
        return Kind.HTML
    return Kind.CSV if PurePath(name).suffix.lower() in _TABLE_SUFFIXES else Kind.TXT


def _office(data: bytes, name: str) -> Kind:
    """DOCX or XLSX, by the part names that stand in the archive's directory."""
    if b"word/document.xml" in data:
        return Kind.DOCX
    if b"xl/workbook.xml" in data or b"xl/worksheets/" in data:
        return Kind.XLSX
    if b"PK\x05\x06" not in data[-66_000:]:
        raise SourceError("the file is truncated: its archive directory is missing", subject=name)
    raise SourceError("not a known type: a ZIP archive", subject=name, remedy=_KNOWN)
