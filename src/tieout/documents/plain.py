"""Plain text: bytes to code points, and a text file's pages.

A page of a text file is one line, unchanged and without its newline, so that page n is line n; where the file has form
feeds, a page is the block between two of them. Offsets of every quote count in these pages.
"""

from __future__ import annotations

import codecs
import re

from tieout.documents.raw import Layout, RawDocument, RawPage
from tieout.errors import SourceError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_REPLACED_CONTROLS_LIMIT = 0.001


def decode_text(data: bytes, name: str) -> str:
    """The characters of a text file: by its byte order mark, else UTF-8, UTF-16 by its zero bytes, Windows-1252.

    A NUL becomes U+FFFD, one for one, because no store takes it; everything else stays as it is.

    Raises:
        SourceError: the bytes are no text.
    """
    text = _decode(data, name)
    controls = len(_CONTROLS.findall(text))
    if controls > max(4, _REPLACED_CONTROLS_LIMIT * len(text)):
        raise SourceError(
            "not a known type: binary data", subject=name, remedy="Give a TXT, PDF, HTML, DOCX, CSV or XLSX file"
        )
    return text.replace("\x00", "\ufffd")


def _decode(data: bytes, name: str) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise SourceError(f"damaged {encoding.upper()} text at byte {error.start}", subject=name) from error
    head = data[:4096]
    if head.count(0) > len(head) // 4:
        encoding = "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            raise SourceError("not a known type: binary data", subject=name) from None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def read_text(data: bytes, name: str, *, first_page: int = 1) -> RawDocument:
    """The pages of a text file, numbered from ``first_page``; empty lines are pages too, so that numbers hold."""
    text = decode_text(data, name)
    if "\f" in text:
        blocks = text.split("\f")
        layout = Layout.LINES
    else:
        blocks = [line.removesuffix("\r") for line in text.split("\n")]
        layout = Layout.FLAT
    if len(blocks) > 1 and not blocks[-1].strip():
        blocks.pop()
    return RawDocument(layout, tuple(RawPage(first_page + n, block) for n, block in enumerate(blocks)))
