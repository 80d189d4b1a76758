"""The contradictions planted in the samples are found."""

from __future__ import annotations

from tieout import Library


def test_planted_contradictions_are_found(library: Library) -> None:
    titles = {r["report"]: [f["title"] for f in r["findings"]] for r in library.audit()}
    assert any("172 in the text, 182 in the table" in t for t in titles["kestrel-bay-2024"])
    assert any("207-1 points to 2.4" in t for t in titles["lantau-ridge-2024"])
    assert any("ntensity" in t and "2024" in t for t in titles["lantau-ridge-2024"])
    quiet = [t for t in titles["kestrel-bay-2024"] if "points to" in t]
    assert quiet == []


def test_findings_quote_the_page(library: Library) -> None:
    for result in library.audit():
        texts = dict(library.pages(result["report"]))
        for finding in result["findings"]:
            assert 1 <= len(finding["quotes"]) <= 4
            assert all(texts[q["page"]][q["start"] : q["end"]] == q["quote"] for q in finding["quotes"])
