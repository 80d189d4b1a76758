"""Tables read by where their words stand: names broken over lines, heads of several columns, labels around cells."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tests.extract.kpi.placed import placed_page, read_placed

from tieout.extract.kpi import extract_observations
from tieout.extract.kpi.placed_tables import find_placed_tables
from tieout.model import Catalogue, Observation, Report, Source

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


def _read(text: str) -> list[Observation]:
    return read_placed(placed_page(text), "placed-table")


def test_names_broken_over_lines_stand_above_their_columns() -> None:
    (table,) = find_placed_tables(placed_page(HARBOURS))
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
    (table,) = find_placed_tables(placed_page(TWICE))
    assert table.columns == (
        "staff who were asked total",
        "staff who were asked women",
        "hours of each total",
        "hours of each women",
    )


def test_a_column_without_a_name_leaves_the_table_unread() -> None:
    assert not find_placed_tables(placed_page(HARBOURS.replace("mean age", "        ")))


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
    page, moved = placed_page(BEGUN), []
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


DEFINED = """
            (97a) the gap of pay,          (97b) the yearly pay of
            defined as what women          the best paid to the
            earn less than men             median of all
Alder Quay
            62.9%                          1,087.1%
(North)
Alder Mole
            67.7%                          2,949.9%
(South)
Alder Pier
            72.1%                          1,080.9%
(East)
"""
FEW = """
The rowers were taught how to knot by the rope masters this year.
                     All rowers     Members of      Members of
                                    the board       the council
Rowers in all        115            4               5
Rowers taught        108            4               0
"""


def test_a_name_may_be_a_numbered_definition_and_labels_stand_around_their_cells() -> None:
    found = {(o.indicator, o.dimensions[-1].value): o.value for o in _read(DEFINED)}
    assert found[("gap of pay", "Alder Mole (South)")] == Decimal("67.7")
    assert found[("yearly pay of the best paid to the median of all", "Alder Pier (East)")] == Decimal("1080.9")


def test_two_rows_under_three_names_are_a_table_and_the_sentence_above_is_no_name() -> None:
    found = {(o.indicator, o.dimensions[-1].value if o.dimensions else ""): o.value for o in _read(FEW)}
    assert found[("Rowers taught", "All rowers")] == Decimal(108)
    assert found[("Rowers in all", "Members of the council")] == Decimal(5)
