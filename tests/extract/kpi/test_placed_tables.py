"""Tables read by where their words stand: names broken over lines, heads of several columns, labels around cells."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from tieout.extract.kpi import extract_observations
from tieout.extract.kpi.placed_tables import find_placed_tables
from tieout.model import Catalogue, Page, Report, Source, Word
from tieout.text import MappedText

HARBOURS = """
Figures of the harbours for the year 2031
             mean age    total   under       30-50
                                 30 years    years
Alder Quay
(North)      41.5        120     20%         80%
Alder Mole
(South)      39.0         80     45%         55%
Alder Pier   44.2         61     10%         90%
"""
ENERGY = """
Source        North     South    All
(in kWh)
Wind          1,200     3,400    4,600
Share of wind 20%       60%      50%
Coal          4,800     2,300    7,100
"""
TWICE = """
              staff who were asked      hours of each
              total     women           total     women
Alder Quay    12        5               20        25
Alder Mole    14        9               21        24
Alder Pier    11        3               22        23
"""


def _page(text: str) -> Page:
    words = []
    for n, line in enumerate(re.finditer(r"[^\n]*\n", text)):
        for m in re.finditer(r"\S+", line.group()):
            start = line.start() + m.start()
            words.append(Word(start, start + len(m.group()), 6.0 * m.start(), 26.0 * n, 6.0 * m.end(), 26.0 * n + 24))
    return Page(1, text, (), MappedText.identity(text), tuple(words))


def _read(text: str):
    source = Source("a.pdf", "application/pdf", "0" * 64, 1)
    found = extract_observations(Report("alder-2031", "Alder Harbours", "2031", source, (_page(text),)), Catalogue())
    return [o for o in found if o.method == "placed-table"]


def test_names_broken_over_lines_stand_above_their_columns() -> None:
    (table,) = find_placed_tables(_page(HARBOURS))
    assert table.columns == ("mean age", "total", "under 30 years", "30-50 years")
    assert table.caption == "Figures of the harbours for the year 2031"


def test_parts_of_the_company_are_members_of_what_the_columns_measure() -> None:
    found = {(o.indicator, o.dimensions[-1].value): (o.value, o.unit) for o in _read(HARBOURS)}
    assert found[("mean age", "Alder Quay (North)")] == (Decimal("41.5"), "")
    assert found[("under 30 years", "Alder Mole (South)")] == (Decimal(45), "%")
    assert found[("total", "Alder Pier")] == (Decimal(61), "")


def test_rows_of_different_kinds_are_measured_for_the_columns() -> None:
    found = {(o.indicator, o.dimensions[-1].value if o.dimensions else ""): (o.value, o.unit) for o in _read(ENERGY)}
    assert found[("Wind", "South")] == (Decimal(3400), "kWh")
    assert found[("Share of wind", "North")] == (Decimal(20), "%")
    assert found[("Coal", "")] == (Decimal(7100), "kWh")  # all of them are the whole


def test_columns_of_one_name_are_told_apart_by_what_stands_above_them() -> None:
    (table,) = find_placed_tables(_page(TWICE))
    assert table.columns == (
        "staff who were asked total",
        "staff who were asked women",
        "hours of each total",
        "hours of each women",
    )


def test_a_column_without_a_name_leaves_the_table_unread() -> None:
    assert not find_placed_tables(_page(HARBOURS.replace("mean age", "        ")))


QUAYS = ("North", "South", "East", "West", "Upper", "Lower", "Outer", "Inner")
BEGUN = (
    "Split of the berths\n"
    + " " * 90 + "Rent (%)     Use (%)\n"
    + "Owned berths".ljust(90) + "65%          51%\n"
    + "Lent berths".ljust(90) + "35%          49%\n"
    + "".join(f"{quay} quay with the sheds, cranes, rails and stores beside it\n" for quay in QUAYS)
    + "".join(" " * 90 + f"{n}%          {n + 40}%\n" for n in range(11, 19))
)  # fmt: skip


def test_rows_whose_figures_the_text_gives_later_are_read_like_the_first_ones() -> None:
    page, moved = _page(BEGUN), []
    for word in page.words:
        line = BEGUN.count("\n", 0, word.start)
        up = 26.0 * len(QUAYS) if line >= 4 + len(QUAYS) else 0.0
        moved.append(replace(word, top=word.top - up, bottom=word.bottom - up))
    source = Source("a.pdf", "application/pdf", "0" * 64, 1)
    report = Report("alder-2031", "Alder Harbours", "2031", source, (replace(page, words=tuple(moved)),))
    found = {(o.indicator, o.dimensions[0].value): o.value for o in extract_observations(report, Catalogue())}
    assert found[("Use", "Lent berths")] == Decimal(49)
    assert found[("Rent", "South quay with the sheds, cranes, rails and stores beside it")] == Decimal(12)
    assert found[("Use", "Inner quay with the sheds, cranes, rails and stores beside it")] == Decimal(58)


def test_quotes_are_verbatim() -> None:
    for o in _read(HARBOURS):
        assert HARBOURS[o.passage.start : o.passage.end] == o.passage.quote
        assert HARBOURS[o.cell[0] : o.cell[1]] == o.raw_value
