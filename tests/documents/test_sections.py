from __future__ import annotations

import csv
import io

import pytest
from tests.documents import hostile
from tests.documents.invented import FILLER, flat_report

from tieout.documents.reader import read_report


def titles(report):
    return [(s.page, s.number, s.title) for s in report.sections]


def test_contents_dividers_and_numbers_after_titles():
    report = read_report(flat_report().encode(), "quarry.txt")
    assert titles(report) == [
        (1, "", "CONTENTS"),
        (2, "", "Chair's Letter"),
        (3, "1", "Our Planet"),
        (4, "1.1", "Clean energy"),
        (4, "1.1.1", "Buying renewable power"),
        (5, "1.1.2", "Saving energy at home"),
        (6, "1.2", "Water care"),
        (7, "", "Appendix"),
    ]
    by_id = {s.id: s for s in report.sections}
    assert by_id["s1.1.1"].trail == ("Our Planet", "Clean energy", "Buying renewable power")
    assert by_id["s1.1.1"].parent == "s1.1"
    heading = by_id["s1.1.1"]
    assert report.page(4).text[heading.start : heading.end] == "Buying renew-able power 1.1.1"


def test_contents_that_say_it_a_little_otherwise():
    pages = [
        "CONTENTS Storm Diary 2 Crane Care at night 3 Crane Care 3 Climate & Air 4 Ropes and nets 5 Legal notes 6",
        f"Storm Diary We saw storms. {FILLER}",
        f"Crane Care at night Cranes rest. Crane Care by day They work. {FILLER}",
        f"Our CLIMATE The sea warms. {FILLER}",
        f"3.2 Ropes and nets [R-1] Ropes hold. {FILLER}",
        f"Legal notes The port is a port. {FILLER}",
    ]
    report = read_report("\n".join(pages).encode(), "diary.txt")
    assert titles(report) == [
        (1, "", "CONTENTS"),
        (2, "", "Storm Diary"),
        (3, "", "Crane Care at night"),
        (3, "", "Crane Care"),  # not the first words of the longer title
        (4, "", "Climate & Air"),  # the table's words; the page prints half of them
        (5, "3.2", "Ropes and nets"),  # a number that the table leaves out
        (6, "", "Legal notes"),
    ]
    climate = report.sections[4]
    assert report.page(4).text[climate.start : climate.end] == "CLIMATE"


@pytest.mark.parametrize("printed", [lambda n: n + 4, lambda n: 2 * n - 1, lambda n: 2 * n - 2])
def test_contents_of_pages_that_print_no_numbers(printed):
    titles_ = ["Storm Diary", "Crane Care", "Climate Watch", "Ropes and Nets", "Legal Notes", "Tide Tables"]
    table = " ".join(f"{title} {printed(n)}" for n, title in enumerate(titles_, 2))
    pages = [f"CONTENTS {table}", *(f"{title} We tell of them. {FILLER}" for title in titles_)]
    report = read_report("\n".join(pages).encode(), "quay.txt")
    assert titles(report)[1:] == [(n, "", title) for n, title in enumerate(titles_, 2)]


def test_contents_beside_other_text_on_a_page():
    names = ["Crane Care", "Climate Watch", "Ropes and Nets", "Legal Notes", "Tide Tables", "Berth Lists"]
    table = " ".join(f"{n} {title}" for n, title in enumerate(names, 2))
    rows = " ".join(f"Berth {n} took ships {n * 3}" for n in range(20, 32))
    pages = [f"Contents {table} Storm Diary {rows} {FILLER}", *(f"{name} We tell of them. {FILLER}" for name in names)]
    report = read_report("\n".join(pages).encode(), "beside.txt")
    assert [title for _, _, title in titles(report)] == ["Contents", *names]


def test_a_table_that_no_page_confirms_is_none():
    pages = ["Storm Diary 2 Crane Care 3 Climate & Air 4", f"Ropes {FILLER}", f"Nets {FILLER}", f"Climate {FILLER}"]
    assert read_report("\n".join(pages).encode(), "none.txt").sections == ()


def test_the_last_entry_ends_where_its_title_ends():
    pages = [
        "Content 2 Storm Diary 3 Crane Care 4 Legal notes Key to signs Glossary entry",
        f"Storm Diary We saw storms. {FILLER}",
        f"Crane Care They work. {FILLER}",
        f"Legal notes The port is a port. {FILLER}",
    ]
    report = read_report("\n".join(pages).encode(), "last.txt")
    assert titles(report)[-1] == (4, "", "Legal notes")


def test_numbers_before_titles_without_contents():
    pages = [
        f"1. Our firm 1.1. About this text The firm makes bricks. {FILLER}",
        f"1.2. How we work The firm works. {FILLER} We rest.",
        f"2. Our planet 2.1. Climate and energy The firm saves power. {FILLER}",
        f"2.2. Water use The firm saves water by 3.50 litres. {FILLER}",
    ]
    report = read_report("\n".join(pages).encode(), "bricks.txt")
    assert titles(report) == [
        (1, "1", "Our firm"),
        (1, "1.1", "About this text"),
        (2, "1.2", "How we work"),
        (3, "2", "Our planet"),
        (3, "2.1", "Climate and energy"),
        (4, "2.2", "Water use"),
    ]


def test_a_repeated_number_gets_its_own_id_and_keeps_its_parent():
    text = flat_report().replace(
        "Water care 1.2 Water is scarce.", "Water care 1.2 Water is scarce. Saving rain 1.1.2 It rains."
    )
    report = read_report(text.encode(), "quarry.txt")
    doubled = [s for s in report.sections if s.number == "1.1.2"]
    assert [(s.id, s.page, s.title, s.parent) for s in doubled] == [
        ("s1.1.2", 5, "Saving energy at home", "s1.1"),
        ("s1.1.2~2", 6, "Saving rain", "s1.1"),
    ]


def test_rows_of_a_list_are_no_sections():
    rows = " ".join(f"3.{n} Category {n} tons {n}00" for n in range(1, 9))
    report = read_report(f"Emissions by category {rows}\n{FILLER}\n{FILLER}".encode(), "rows.txt")
    assert report.sections == ()


def test_bookmarks_of_a_pdf():
    data = hostile.pdf(
        "Our letter\nDear reader, hello.",
        "Climate work\nWe plant trees.",
        outline=(("Our letter", 0), ("Climate work", 1)),
    )
    assert titles(read_report(data, "small.pdf")) == [(1, "", "Our letter"), (2, "", "Climate work")]


def test_letter_heights_of_a_pdf():
    body = (10.0, "The firm makes bricks and saves clay wherever it can do so.")
    data = hostile.sized_pdf(
        ((22, "Our planet"), body, body, (15, "Saving water"), body, (15, "12.5 %"), body),
        ((22, "2. Our people"), body, (15, "A long title that goes on"), (15, "to the next line"), body, body),
        ((15, "To the next line goes a sentence that ends."), body, (22, "Our people"), body, body),
    )
    report = read_report(data, "small.pdf")
    assert [(s.page, s.level, s.number, s.title, s.trail[:-1]) for s in report.sections] == [
        (1, 1, "", "Our planet", ()),
        (1, 2, "", "Saving water", ("Our planet",)),
        (2, 1, "2", "Our people", ()),
        (2, 2, "", "A long title that goes on to the next line", ("Our people",)),
    ]


def test_contents_with_printed_numbers_apart_from_page_numbers():
    titles = ("Our letter", "Clean power", "Fair work", "Good rules")
    pages = ["Brick report", "Contents " + " ".join(f"{t} {n + 2}" for n, t in enumerate(titles, start=1)) + " 2"]
    pages += [f"{t} {FILLER} Word {t[:3]} of mouth. {n + 2}" for n, t in enumerate(titles, start=1)]
    shifted = ["A cover", "Inside the cover", *pages]
    report = read_report("\n".join(shifted).encode(), "brick.txt")
    assert [(s.page, s.title) for s in report.sections][1:] == [(n + 4, t) for n, t in enumerate(titles, start=1)]


def test_heading_at_finds_the_section_of_a_place():
    report = read_report(flat_report().encode(), "quarry.txt")
    at = report.page(5).text.index("4.72")
    section = report.section_at(5, at)
    assert section is not None
    assert section.number == "1.1.2"


@pytest.mark.shared
def test_sections_of_the_real_report(shared):
    report = read_report((shared / "reports/oneconnect-2024.txt").read_bytes(), "oneconnect-2024.txt")
    gold = list(csv.DictReader(io.StringIO((shared / "bench/seed_dev/sections.csv").read_text(encoding="utf-8"))))
    assert len(gold) == 36
    found = {(s.page, s.title.casefold().replace(":", "")) for s in report.sections}
    hit = [g for g in gold if (int(g["start_page"]), g["title"].casefold().replace(":", "")) in found]
    assert len(hit) >= 0.95 * len(gold)
    gold_pages = {int(g["start_page"]) for g in gold}
    extra = [f for f in found if f[0] in gold_pages]
    assert len(hit) >= 0.9 * len(extra)
