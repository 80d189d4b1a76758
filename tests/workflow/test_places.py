"""Which places of a page a path can lead to."""

from __future__ import annotations

from tieout.documents.reader import read_report
from tieout.workflow.places import sentence_places


def test_every_piece_with_a_word_is_a_place_and_nothing_else_is() -> None:
    page = "Moor Mills. We grind oats by water. 1. • Our people: forty work here."
    report = read_report(page.encode(), "mills.txt", report="mills", organization="Moor Mills", period="2024")
    found = [place.quote for place in sentence_places(report)]
    assert "We grind oats by water." in found
    assert any(quote.startswith("Moor Mills.") for quote in found)
    assert all(any(c.isalpha() for c in quote) for quote in found)
