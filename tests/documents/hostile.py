"""Small files made to harm a reader, built in memory."""

from __future__ import annotations

import io
import zipfile
import zlib

from reportlab.pdfgen.canvas import Canvas


def pdf(*pages: str, outline: tuple[tuple[str, int], ...] = (), password: str = "") -> bytes:
    """A PDF with one line of text for each line of each page; outline entries are (title, page from 0)."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, encrypt=password or None)
    for number, text in enumerate(pages):
        for title, page in outline:
            if page == number:
                canvas.bookmarkPage(title)
                canvas.addOutlineEntry(title, title, 0)
        y = 780
        for line in text.split("\n"):
            canvas.drawString(72, y, line)
            y -= 16
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def sized_pdf(*pages: tuple[tuple[float, str], ...]) -> bytes:
    """A PDF whose lines are (font size, text)."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for lines in pages:
        y = 780.0
        for size, text in lines:
            canvas.setFont("Helvetica", size)
            canvas.drawString(72, y, text)
            y -= 1.6 * size
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def scanned_pdf() -> bytes:
    """A page with a drawing and no text layer."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    canvas.rect(72, 72, 300, 300, fill=1)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def double_flate_pdf(size: int = 512 * 1024 * 1024) -> bytes:
    """A content stream deflated twice that unpacks to ``size`` bytes."""
    inner = zlib.compressobj(9)
    block = b" " * 1024 * 1024
    once = b"".join(inner.compress(block) for _ in range(size // len(block))) + inner.flush()
    twice = zlib.compress(once, 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<>>>>",
        b"<</Filter[/FlateDecode/FlateDecode]/Length %d>>stream\n%s\nendstream" % (len(twice), twice),
    ]
    body, offsets = b"%PDF-1.5\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj" % number + content + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(body)
    return (
        body
        + b"xref\n0 5\n0000000000 65535 f \n"
        + table
        + b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % start
    )


def archive(members: dict[str, bytes]) -> bytes:
    """A ZIP file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return out.getvalue()


def docx_bomb() -> bytes:
    """A document whose main part unpacks to 50 MB from a few kilobytes."""
    return archive({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w>" + b" " * 50_000_000 + b"</w>"})


def xlsx_bomb() -> bytes:
    """The same as a workbook."""
    return archive({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<w>" + b" " * 50_000_000 + b"</w>"})


_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PKG = "http://schemas.openxmlformats.org/package/2006"


def far_cell_xlsx(reference: str = "XFD1048576") -> bytes:
    """A workbook with one cell in its last column and row, as its own size says."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return archive(
        {
            "[Content_Types].xml": (
                f'<Types xmlns="{_PKG}/content-types"><Default Extension="rels" '
                f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
                f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>'
            ).encode(),
            "_rels/.rels": (
                f'<Relationships xmlns="{_PKG}/relationships"><Relationship Id="r1" Type="{_REL}/officeDocument" '
                'Target="xl/workbook.xml"/></Relationships>'
            ).encode(),
            "xl/workbook.xml": (
                f'<workbook xmlns="{_SHEET}" xmlns:r="{_REL}"><sheets>'
                '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>'
            ).encode(),
            "xl/_rels/workbook.xml.rels": (
                f'<Relationships xmlns="{_PKG}/relationships"><Relationship Id="r1" Type="{_REL}/worksheet" '
                'Target="worksheets/sheet1.xml"/></Relationships>'
            ).encode(),
            "xl/worksheets/sheet1.xml": (
                f'<worksheet xmlns="{_SHEET}"><dimension ref="A1:{reference}"/><sheetData><row r="1048576">'
                f'<c r="{reference}"><v>1</v></c></row></sheetData></worksheet>'
            ).encode(),
        }
    )


def deep_html(depth: int = 200_000) -> bytes:
    """Elements nested ``depth`` deep."""
    return b"<!doctype html><body>" + b"<div>" * depth + b"x" + b"</div>" * depth
