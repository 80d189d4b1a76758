"""Shares along a chart, tables without years, and tables under the sentence that announces them."""

from __future__ import annotations

from decimal import Decimal

PIE = "Fuel of the fleet in 2023\n40%\nWind\n35%\nWood and\npeat\n25%\nCoal\nThe next paragraph tells of other things."
PLAIN = (
    "Harbours at a glance\nBerths Use Quay length (m)\nNorth 12 98.5% 1,300\nSouth 4 71.0% 450\nIsland 2 64.2% 210\n"
    "The year was calm."
)


def test_shares_that_make_up_a_whole_are_read_under_their_caption(read) -> None:
    found = {o.indicator: o.value for o in read(PIE, period="2023") if o.unit == "%"}
    assert found == {
        "Fuel of the fleet in 2023: Wind": Decimal(40),
        "Fuel of the fleet in 2023: Wood and peat": Decimal(35),
        "Fuel of the fleet in 2023: Coal": Decimal(25),
    }


def test_shares_that_make_up_no_whole_are_no_chart(read) -> None:
    assert not [
        o for o in read(PIE.replace("40%", "60%"), period="2023") if o.indicator.startswith("Fuel of the fleet")
    ]


def test_a_name_above_the_first_share_leaves_the_chart_unread(read) -> None:
    text = PIE.replace("Fuel of the fleet in 2023", "Sun")
    assert not [o for o in read(text, period="2023") if o.indicator.startswith("Sun:")]


def test_columns_named_on_one_line_are_read_for_each_row(read) -> None:
    found = {
        (o.indicator, o.dimensions[0].value): (o.value, o.unit)
        for o in read(PLAIN, period="2023")
        if o.table.startswith("p1-m")
    }
    assert found[("Berths", "North")] == (Decimal(12), "")
    assert found[("Use", "South")] == (Decimal("71.0"), "%")
    assert found[("Quay length", "Island")] == (Decimal(210), "m")


def test_columns_of_mixed_kinds_are_no_plain_table(read) -> None:
    assert not [o for o in read(PLAIN.replace("71.0%", "71"), period="2023") if o.table.startswith("p1-m")]


def test_the_sentence_above_a_table_says_what_its_rows_split(read) -> None:
    text = (
        "The average number of hours spent on training broken down by employee category and department was as \n"
        "follows:\nCategory 2023 2022\nPilots 53 47\nKeepers 33 36\nCooks 20 15\n"
    )
    found = {o.dimensions[0].value: (o.raw_value, o.unit) for o in read(text, period="2023") if o.period == "2023"}
    assert found == {"Pilots": ("53", "hours"), "Keepers": ("33", "hours"), "Cooks": ("20", "hours")}


def test_a_column_that_is_a_unit_alone_is_of_the_heading_above(read) -> None:
    text = (
        "CO2 emissions of the leased boats\nThe boats were counted for the first time. The following was found: \n"
        "Year Kilometers sailed (km) t CO2/year\n2023 3,762,000 520\n"
    )
    found = {o.raw_value: o.indicator for o in read(text, period="2023")}
    assert found["520"] == "CO2 emissions of the leased boats"


def test_a_row_of_totals_that_leaves_columns_out_is_read_where_its_cells_are_the_sums(read) -> None:
    summed = PLAIN.replace("The year", "Total 18 1,960\nLent 3\nThe year")
    total = {
        o.indicator: o.value for o in read(summed, period="2023") if o.table.startswith("p1-m") and not o.dimensions
    }
    assert total == {"Berths": Decimal(18), "Quay length": Decimal(1960)}
    wrong = summed.replace("Total 18", "Total 19")
    assert all(o.dimensions for o in read(wrong, period="2023") if o.table.startswith("p1-m"))
