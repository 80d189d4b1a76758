"""Write the sample reports: each TOML below samples/source becomes flattened text (one page a line) and a PDF.

The companies are fictional. The text looks like what a text extractor leaves of a designed page: tables run together,
the running header stands at the end of each page, long words are broken with the hyphen left in.

Usage: python -m scripts.make_samples
"""

from __future__ import annotations

import csv
import tomllib
from pathlib import Path
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Frame, PageBreak, PageTemplate, Paragraph, Spacer, Table, TableStyle

FOLDER = Path(__file__).resolve().parents[1] / "samples"
BROKEN = {"indicators": "indi-cators", "consumption": "con-sumption", "responsibility": "respon-sibility"}


def flat_block(block: dict[str, Any]) -> str:
    """One block as an extractor would run it together: title before number, cells without borders."""
    parts: list[str] = []
    if "heading" in block:
        parts.append(f"{block['heading']} {block['number']}" if "number" in block else block["heading"])
    if "text" in block:
        parts.append(block["text"])
    parts += block.get("lines", [])
    if "table" in block:
        table = block["table"]
        parts += [table["title"]] if "title" in table else []
        parts += [" ".join(cell for cell in row if cell) for row in [table["header"], *table["rows"]]]
    if "notes" in block:
        parts.append("Notes: " + " ".join(f"({n}) {note}" for n, note in enumerate(block["notes"], 1)))
    return " ".join(parts)


def with_contents(report: dict[str, Any]) -> dict[str, Any]:
    """The report with a page of contents after its first page."""
    first, *rest = report["page"]
    lines = []
    for number, page in enumerate([first, None, *rest], 1):
        for block in page["block"] if page else []:
            if "heading" in block:
                lines.append(f"{block.get('number', '')} {block['heading']} {number}".strip())
    contents = {"block": [{"heading": "Contents", "lines": lines}]}
    return {**report, "page": [first, contents, *rest]}


def flatten(report: dict[str, Any]) -> str:
    """The report as text: a page a line, the running header and page number at each page's end."""
    headed = [block for page in report["page"] for block in page["block"] if "heading" in block]
    chapters = [block["heading"] for block in headed if "." not in block.get("number", "")]
    running = " ".join([*dict.fromkeys(chapters), report["short"], report["title"]])
    lines = []
    for number, page in enumerate(report["page"], 1):
        body = " ".join(flat_block(block) for block in page["block"])
        if number % 3 == 0:
            for word, broken in BROKEN.items():
                body = body.replace(f" {word} ", f" {broken} ", 1)
        lines.append(f"{body} {number} {running}".replace("\n", " "))
    return "\n".join(lines) + "\n"


def pdf_story(report: dict[str, Any]) -> list[Any]:
    """The report's flowables, one page each."""
    styles = getSampleStyleSheet()
    small = ParagraphStyle("cell", parent=styles["BodyText"], fontSize=7.5, leading=9)
    story: list[Any] = []
    for page in report["page"]:
        for block in page["block"]:
            if "heading" in block:
                level = "Heading1" if "." not in block.get("number", "") else "Heading2"
                story.append(Paragraph(f"{block.get('number', '')} {block['heading']}".strip(), styles[level]))
            if "text" in block:
                story.append(Paragraph(block["text"].replace("\n", " "), styles["BodyText"]))
            story += [Paragraph(line, styles["BodyText"]) for line in block.get("lines", [])]
            if "table" in block:
                table = block["table"]
                if "title" in table:
                    story.append(Paragraph(table["title"], styles["Heading3"]))
                wide = len(table["header"]) == 6
                widths = [28 * mm, 66 * mm, 22 * mm, 18 * mm, 18 * mm, 18 * mm] if wide else [62 * mm, 38 * mm, 70 * mm]
                rows = [[Paragraph(cell, small) for cell in row] for row in [table["header"], *table["rows"]]]
                style = [("LINEBELOW", (0, 0), (-1, 0), 0.8, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP"),
                         ("LINEBELOW", (0, 1), (-1, -1), 0.2, colors.lightgrey)]  # fmt: skip
                story.append(Table(rows, colWidths=widths, style=TableStyle(style), repeatRows=1))
            for n, note in enumerate(block.get("notes", []), 1):
                story.append(Paragraph(f"({n}) {note}", small))
            story.append(Spacer(1, 3 * mm))
        story.append(PageBreak())
    return story


def write_pdf(report: dict[str, Any], path: Path) -> None:
    """The report as a PDF with a footer; the file's own dates are fixed so that it is the same bytes every time."""

    def footer(canvas: Any, document: Any) -> None:
        canvas.setFont("Helvetica", 7)
        canvas.drawString(20 * mm, 10 * mm, f"{report['short']} {report['title']}")
        canvas.drawRightString(190 * mm, 10 * mm, str(document.page))

    title = f"{report['organization']}: {report['title']}"
    document = BaseDocTemplate(str(path), pagesize=A4, title=title, invariant=1)
    frame = Frame(20 * mm, 15 * mm, 170 * mm, 267 * mm)
    document.addPageTemplates(PageTemplate(frames=[frame], onPage=footer))
    document.build(pdf_story(report))


def main() -> None:
    """Write every sample and the manifest that ``tieout ingest --manifest`` reads."""
    rows = []
    for source in sorted((FOLDER / "source").glob("*.toml")):
        report = with_contents(tomllib.loads(source.read_text(encoding="utf-8")))
        (FOLDER / f"{source.stem}.txt").write_text(flatten(report), encoding="utf-8")
        write_pdf(report, FOLDER / f"{source.stem}.pdf")
        suffix = report.get("sample", "txt")
        rows.append([f"{source.stem}.{suffix}", report["report"], report["organization"], report["period"]])
    with (FOLDER / "reports.csv").open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(["file", "report", "organization", "period"])
        writer.writerows(rows)


if __name__ == "__main__":
    main()
