"""What the app's tabs put on the page, without a browser."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from tieout import Library, Settings
from tieout.graph.sparql import Answer
from tieout.shells.web import build
from tieout.shells.web_ask import LABELS, choices, citation_rows, reply, turn
from tieout.shells.web_audit import COLUMNS as FINDING_COLUMNS
from tieout.shells.web_audit import COVERAGE, coverage_rows, finding_rows
from tieout.shells.web_compare import COLUMNS, SHOWN, WIDTHS, as_grid, cell_rows, download
from tieout.shells.web_desk import answer_grid
from tieout.shells.web_page import NO_CITATION, NO_PICTURE, marked_page, page_picture
from tieout.shells.web_reports import report_grid
from tieout.workflow.inspecting import quote_boxes

REPORT = "kestrel-bay-2024"


def built(library: Library) -> Any:
    """The app's blocks, built inside an event loop: gradio opens one of its own and leaves it open where none runs."""

    async def inside() -> Any:
        return build(library)

    return asyncio.run(inside())


@pytest.fixture
def answer(library: Library) -> dict[str, Any]:
    """An answer with a citation."""
    return library.ask("Scope 2 emissions in 2024?", reports=[REPORT])


def test_reply_says_status_figure_and_nothing_invisible(answer: dict[str, Any]) -> None:
    text = reply(answer)
    assert text.startswith("Answered.\n")
    assert "214.24" in text
    hostile = answer | {"answer": "a\x1b[31m\u202eb", "notes": ["n\x00"], "calculation": "c", "nearest": [
        {"what": "w", "page": 3, "quote": "q"}]}  # fmt: skip
    place = f"[1] page {answer['citations'][0]['page']} of {REPORT}"
    assert reply(hostile) == f"Answered.\na[31mb\n{place}\nCalculation: c\nNearest, page 3: w\nNote: n"


def test_chat_messages_are_escaped() -> None:
    assert turn("<b>?", "a < b & <img src=x>\x07") == [
        {"role": "user", "content": "&lt;b&gt;?"},
        {"role": "assistant", "content": "a &lt; b &amp; &lt;img src=x&gt;"},
    ]


def test_every_status_has_its_words() -> None:
    assert set(LABELS) == {"answered", "stated_absent", "not_found", "needs_scope"}


def test_the_marked_quote_is_the_pages_own_text(library: Library, answer: dict[str, Any]) -> None:
    cited = answer["citations"][0]
    page = library.pages(cited["report"], cited["page"])[0][1]
    whole = marked_page(library, answer, 0, whole=True)
    assert "".join(part for part, _ in whole) == page
    assert [part for part, mark in whole if mark] == [cited["quote"]]
    around = marked_page(library, answer, 0)
    assert "".join(part for part, _ in around).strip("… ") in page
    assert [part for part, mark in around if mark] == [cited["quote"]]


def test_nothing_is_marked_without_a_citation(library: Library, answer: dict[str, Any]) -> None:
    assert marked_page(library, None, 0) == []
    assert marked_page(library, answer, 99) == []


def test_the_printed_page_is_drawn_for_a_pdf_only(library: Library, answer: dict[str, Any]) -> None:
    assert page_picture(library, None, 0) == (None, NO_CITATION)
    assert page_picture(library, answer, 0) == (None, NO_PICTURE)
    printed = library.ask("Scope 2 emissions in 2024?", reports=["lantau-ridge-2024"])
    picture, about = page_picture(library, printed, 0)
    assert picture is not None
    assert (picture.format, picture.width < picture.height) == ("PNG", True)
    assert about == f"Page {printed['citations'][0]['page']} of 8"


def test_the_boxes_of_a_quote_hold_its_words(library: Library) -> None:
    cited = library.ask("Scope 2 emissions in 2024?", reports=["lantau-ridge-2024"])["citations"][0]
    view = library.inspect("lantau-ridge-2024", cited["page"])
    boxes = quote_boxes(view, cited["start"], cited["end"])
    assert view.image is not None
    inside = [
        word
        for word in view.image.words
        if any(b.x0 <= word.x0 and word.x1 <= b.x1 and b.top <= word.top and word.bottom <= b.bottom for b in boxes)
    ]
    assert [view.text[w.start : w.end] for w in inside] == cited["quote"].split()


def test_evidence_rows_quote_what_is_cited(answer: dict[str, Any]) -> None:
    rows = citation_rows(answer)
    assert len(rows) == len(answer["citations"])
    assert rows[0][:3] == ["1", REPORT, str(answer["citations"][0]["page"])]
    assert rows[0][4] == answer["citations"][0]["quote"]


def test_an_abstention_shows_the_nearest_things() -> None:
    silent = {"citations": [], "nearest": [{"what": "Scope 1", "page": 7, "quote": "10.92"}]}
    assert citation_rows(silent) == [["near", "", "7", "Scope 1", "10.92"]]


def test_choices_name_organization_period_and_report(library: Library) -> None:
    labels = dict(choices(library))
    assert "Kestrel Bay Payments Limited (fictional) 2024 (kestrel-bay-2024)" in labels
    assert sorted(labels.values()) == [record.report for record in sorted(library.reports(), key=lambda r: r.report)]


def test_compared_cells_fill_the_grid_and_the_csv(library: Library) -> None:
    rows = cell_rows(library.compare(framework="gri", clauses=["305-1"]))
    grid = as_grid(rows)
    assert len(grid) == len(rows) >= 3
    assert all(len(line) == len(SHOWN) == len(WIDTHS) and all(isinstance(cell, str) for cell in line) for line in grid)
    assert {"1,184,300 kg CO2e", "1184.3 tCO2e"} <= {cell for line in grid for cell in line}
    assert set(rows[0]) == set(COLUMNS)
    assert Path(download("a\n", "x.csv")).read_text(encoding="utf-8") == "a\n"


def test_findings_and_coverage(library: Library) -> None:
    result = library.audit(REPORT)[0]
    findings = finding_rows(result)
    assert len(findings) == len(result["findings"]) >= 1
    assert all(len(row) == len(FINDING_COLUMNS) for row in findings)
    covered = coverage_rows(result)
    assert all(len(row) == len(COVERAGE) for row in covered)
    assert "hkex-c2" in {row[0] for row in covered}


def test_rows_of_a_query(library: Library) -> None:
    headers, rows = answer_grid(library.sparql("SELECT ?o ?l { ?o a qb:Observation ; rdfs:label ?l } LIMIT 2"))
    assert headers == ["o", "l"]
    assert len(rows) == 2
    assert answer_grid(library.sparql("ASK { ?s ?p ?o }")) == (["answer"], [["true"]])
    unbound: Answer = library.sparql("SELECT ?x ?y { BIND(1 AS ?x) }")
    assert answer_grid(unbound)[1] == [["1", ""]]


def test_reports_are_listed(library: Library) -> None:
    assert [row[0] for row in report_grid(library)] == [record.report for record in library.reports()]


def test_the_app_builds_over_an_empty_index(tmp_path: Path) -> None:
    blocks = built(Library(Settings(index=tmp_path / "none")))
    labels = {block.label for block in blocks.blocks.values() if getattr(block, "label", None)}
    assert {"Ask", "Compare", "Audit", "SPARQL", "Reports"} <= labels


def test_only_reading_tools_are_public(library: Library) -> None:
    public = {fn.api_name for fn in built(library).fns.values() if fn.api_visibility == "public"}
    assert public == {"ask_reports", "search_passages", "list_observations", "compare_reports", "query_graph"}


def test_report_text_meets_no_component_that_renders_markup(library: Library) -> None:
    blocks = list(built(library).blocks.values())
    kinds = [type(block).__name__ for block in blocks]
    assert "HTML" not in kinds
    assert [block.value for block in blocks if type(block).__name__ == "Markdown"] == [
        "# Tieout\nAsk ESG reports; every figure in an answer stands on a page that you can open."
    ]
    assert all(block.render_markdown is False for block in blocks if type(block).__name__ == "Chatbot")
    frames = [block for block in blocks if type(block).__name__ == "Dataframe"]
    assert frames
    assert {frame.datatype for frame in frames} == {"str"}
