from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents.invented import FILLER, flat_report

from tieout.documents.chunks import chunk_report
from tieout.documents.reader import read_report


def test_chunks_are_exact_bounded_and_in_one_section():
    text = flat_report().replace(FILLER, FILLER * 16)
    report = read_report(text.encode(), "quarry.txt")
    chunks = chunk_report(report)
    assert len(chunks) > 20
    assert len({c.id for c in chunks}) == len(chunks)
    for chunk in chunks:
        place = chunk.passage
        assert report.page(place.page).text[place.start : place.end] == place.quote
        assert len(chunk.text.split()) <= 150
        inside = [s for s in report.sections if s.page == place.page and place.start < s.start < place.end]
        assert inside == []
        section = report.section_at(place.page, place.start)
        assert chunk.section == (section.id if section else "")
        assert "Quarry Lane Report" not in chunk.text


def test_chunks_hold_every_word_of_the_bodies_once():
    report = read_report(flat_report().encode(), "quarry.txt")
    chunks = chunk_report(report)
    for page in report.pages:
        joined = " ".join(c.text for c in chunks if c.passage.page == page.number).split()
        assert joined == page.body.text.split()


def test_a_line_that_is_a_passage_is_one_chunk():
    lines = [
        f"{word} says something else. " + " ".join(f"w{n}x{i}" for i in range(40 * n))
        for n, word in enumerate(["Anna", "Berta", "Carla", "Dora", "Emma"], start=1)
    ]
    report = read_report("\n".join(lines).encode(), "lines.txt")
    assert [len(c.text.split()) for c in chunk_report(report)] == [44, 84, 124, 164, 204]


def test_chunks_end_at_sentences():
    sentence = "The firm e.g. in Dr. Brick's yard saved 3.5 tons of clay in 2024. "
    report = read_report((sentence * 40).encode(), "long.txt")
    chunks = chunk_report(report)
    assert len(chunks) > 2
    assert all(c.text.endswith("2024.") for c in chunks)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=400), min_size=1, max_size=6))
def test_any_text_reads_twice_the_same_with_exact_quotes(lines):
    data = "\n".join(["Some words to start with", *lines]).encode("utf-8", "ignore")
    report = read_report(data, "any.txt")
    assert report == read_report(data, "any.txt")
    for chunk in chunk_report(report):
        place = chunk.passage
        assert place.quote == report.page(place.page).text[place.start : place.end]
        assert chunk.text.strip() == chunk.text != ""
    for section in report.sections:
        assert 0 <= section.start < section.end <= len(report.page(section.page).text)
