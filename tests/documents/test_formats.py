from __future__ import annotations

import io

import docx
import openpyxl
import pytest
from tests.documents import hostile

from tieout.documents.reader import read_report, report_id
from tieout.errors import SourceError, UsageError


def exact(report) -> bool:
    return all(
        report.page(table.page).text[cell.start : cell.end] == cell.text
        for table in report.tables
        for row in table.rows
        for cell in row
    )


def test_html_visible_text_headings_and_tables():
    data = (
        b"<!doctype html><html><head><title>T</title><style>x{}</style></head><body><h1>Our  <b>planet</b></h1>"
        b"<p>We plant\n trees.</p><script>no()</script><p hidden>secret</p><h2>Water</h2>"
        b"<table><tr><th>Item</th><th>2024</th></tr><tr><td colspan=2>Tons</td></tr><tr><td>Waste<td>12.5</table>"
    )
    report = read_report(data, "a.html")
    assert report.pages[0].text == "Our planet\nWe plant trees.\nWater\nItem\t2024\nTons\nWaste\t12.5"
    assert [[c.text for c in row] for row in report.tables[0].rows] == [
        ["Item", "2024"],
        ["Tons", ""],
        ["Waste", "12.5"],
    ]
    assert exact(report)
    assert [(s.level, s.title, s.trail) for s in report.sections] == [
        (1, "Our planet", ("Our planet",)),
        (2, "Water", ("Our planet", "Water")),
    ]


def test_html_may_nest_as_deep_as_allowed():
    assert read_report(hostile.deep_html(480), "a.html").pages[0].text == "x"
    with pytest.raises(SourceError, match="nested more than 500"):
        read_report(hostile.deep_html(600), "a.html")


def test_docx_pages_headings_and_tables():
    document = docx.Document()
    document.add_heading("Energy", 1)
    document.add_paragraph("We save power.")
    grid = document.add_table(2, 2)
    grid.cell(0, 0).text, grid.cell(0, 1).text = "Item", "2024"
    grid.cell(1, 0).merge(grid.cell(1, 1)).text = "none"
    document.add_page_break()
    document.add_heading("Water", 2)
    out = io.BytesIO()
    document.save(out)
    report = read_report(out.getvalue(), "a.docx")
    assert [(p.number, p.text) for p in report.pages] == [
        (1, "Energy\nWe save power.\nItem\t2024\nnone\t"),
        (2, "Water"),
    ]
    assert [[c.text for c in row] for row in report.tables[0].rows] == [["Item", "2024"], ["none", ""]]
    assert exact(report)
    assert [(s.page, s.title, s.level) for s in report.sections] == [(1, "Energy", 1), (2, "Water", 2)]


def test_xlsx_a_page_for_each_sheet_values_as_shown():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Item", "Share", "Total"])
    sheet.append(["Waste", 0.123, 1234567.5])
    sheet["B2"].number_format, sheet["C2"].number_format = "0.0%", "#,##0.00"
    book.create_sheet("Empty")
    book.create_sheet("More").append([1, None, True])
    out = io.BytesIO()
    book.save(out)
    report = read_report(out.getvalue(), "a.xlsx")
    assert [(p.number, p.text) for p in report.pages] == [
        (1, "Item\tShare\tTotal\nWaste\t12.3%\t1,234,567.50"),
        (2, "1\t\tTRUE"),
    ]
    assert [t.caption for t in report.tables] == ["Sheet", "More"]
    assert exact(report)


def test_pdf_text_pages_and_words():
    rows = "\n".join(f"Waste {n} tons {n}.5 2024" for n in range(12))
    report = read_report(hostile.pdf("Hello brick world", rows), "a.pdf")
    assert [p.number for p in report.pages] == [1, 2]
    assert report.pages[0].text.strip() == "Hello brick world"
    assert report.pages[0].words == ()
    page = report.pages[1]
    assert [page.text[w.start : w.end] for w in page.words] == page.text.split()
    tops = [w.top for w in page.words if page.text[w.start : w.end] == "Waste"]
    assert tops == sorted(tops)
    assert all(w.x0 < w.x1 and w.top < w.bottom for w in page.words)


def test_pdf_passwords():
    data = hostile.pdf("secret text", password="brick")
    with pytest.raises(UsageError, match=r"encrypted.*password"):
        read_report(data, "a.pdf")
    with pytest.raises(SourceError, match="does not open"):
        read_report(data, "a.pdf", password="stone")
    assert read_report(data, "a.pdf", password="brick").pages[0].text.strip() == "secret text"


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (hostile.scanned_pdf(), "scan.pdf", "a scanned PDF.*OCR"),
        (hostile.pdf("some text")[:400], "cut.pdf", "damaged or truncated"),
        (b"%PDF-1.7 garbage", "bad.pdf", "damaged or truncated"),
        (hostile.docx_bomb(), "bomb.docx", "100:1"),
        (hostile.xlsx_bomb(), "bomb.xlsx", "100:1"),
        (hostile.far_cell_xlsx(), "far.xlsx", "200 columns"),
        (hostile.archive({"word/document.xml": b"<oops"}), "odd.docx", "damaged"),
        (hostile.archive({"xl/workbook.xml": b"<oops"}), "odd.xlsx", "damaged"),
        (b"\n".join([b"line"] * 20), "long.txt", "20 pages, the limit is 10"),
        (hostile.pdf(*["x"] * 11), "long.pdf", "11 pages, the limit is 10"),
        (b"%PDF-", "x.pdf", "damaged"),
    ],
)
def test_refusals_are_one_sentence_with_the_file(data, name, words):
    with pytest.raises(SourceError, match=words) as caught:
        read_report(data, name, max_pages=10)
    assert str(caught.value).startswith(f"{name}: ")
    assert "\n" not in str(caught.value)


def test_ids_and_first_page():
    assert report_id("folder/Quarry Lane (2024).pdf") == "Quarry-Lane-2024"
    assert report_id("??.txt") == "report"
    with pytest.raises(UsageError, match="first page"):
        read_report(b"x", "a.txt", first_page=0)
    report = read_report(b"some words", "a.txt", report="x/1", organization="Brick AG", period="2023")
    assert (report.id, report.organization, report.period, report.source.size) == ("x/1", "Brick AG", "2023", 10)


@pytest.mark.shared
def test_all_real_reports_read(shared):
    files = sorted((shared / "reports").glob("*-20*.*"))
    assert len(files) == 7
    for file in files:
        report = read_report(file.read_bytes(), file.name)
        assert len(report.pages) > 30
        assert report.organization
        assert file.stem.endswith(report.period)
        assert all(p.text[w.start : w.end].strip() for p in report.pages for w in p.words)


def test_cells_of_a_page_span_columns_and_rows() -> None:
    page = (
        "<!doctype html><table><tr><th rowspan=2>Item<th colspan=2>2023<th>2024</tr><tr><th>East<th>West<th>East</tr>"
        "<tr><td>Staff<td rowspan=2>1<td>2<td>3</tr><tr><td>Sites<td>4<td>5</tr>"
        "<tr><td>Cars<td>6<td>7<td>8</tr></table>"
    )
    (table,) = read_report(page.encode(), "a.html", report="a", organization="Alder", period="2024").tables
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Item", "2023", "", "2024"],
        ["", "East", "West", "East"],
        ["Staff", "1", "2", "3"],
        ["Sites", "", "4", "5"],
        ["Cars", "6", "7", "8"],
    ]
