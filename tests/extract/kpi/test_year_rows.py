"""Tables whose rows are years: what is measured stands above, each row is a year with all of its cells."""

from __future__ import annotations

import pytest


def cells(found):
    """The table cells as (group, indicator, period, printed value, unit)."""
    return [(o.group, o.indicator, o.period, o.raw_value, o.unit) for o in found if o.origin == "table"]


def both(text: str) -> list[str]:
    return [text, text.replace("\n", " ")]


@pytest.mark.parametrize(
    "text", both("Power for rented halls */**\nYear kWh/year t CO2/year\n2023 40,752 17\nMore follows.")
)
def test_columns_may_be_mere_units_of_what_stands_above(read, text):
    assert cells(read(text)) == [
        ("", "Power for rented halls", "2023", "40,752", "kWh/year"),
        ("", "Power for rented halls", "2023", "17", "t CO2/year"),
    ]


@pytest.mark.parametrize(
    "text",
    both("Use of our fleet\nFinancial year Kilometres driven (km) Fuel litres\n2023 70,100 -\n2022 68,200 5,120\n"),
)
def test_columns_may_say_what_they_measure(read, text):
    assert cells(read(text)) == [
        ("Use of our fleet", "Kilometres driven", "2023", "70,100", "km"),
        ("Use of our fleet", "Fuel", "2023", "-", "litres"),
        ("Use of our fleet", "Kilometres driven", "2022", "68,200", "km"),
        ("Use of our fleet", "Fuel", "2022", "5,120", "litres"),
    ]


@pytest.mark.parametrize("text", both("Our staff at the end of December\nYear Women Men\n2024 31 42\n2023 30 45\n"))
def test_columns_may_be_members(read, text):
    found = read(text)
    assert [(o.period, o.raw_value, [(d.type, d.value) for d in o.dimensions]) for o in found] == [
        ("2024", "31", [("gender", "female")]),
        ("2024", "42", [("gender", "male")]),
        ("2023", "30", [("gender", "female")]),
        ("2023", "45", [("gender", "male")]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        *both("Water use\nYear m3/year t CO2/year\n2023 40,752\n2022 17,330\nText."),
        *both("Our staff\nYear Women Men\n2023 31 42\nText."),
        *both("Water use\nYear m3/year\n2021 3\n2023 4\n2022 5\nText."),
        "Every year we use water 2023 40 17",
    ],
    ids=lambda text: text[:40],
)
def test_rows_that_do_not_fill_the_columns_are_not_read(read, text):
    assert cells(read(text)) == []


def test_a_table_below_ends_the_table_above(read):
    text = "Waste\nUnit 2024 2023\nMetal t 7 8\nPaper t 9 6\nWater use\nYear m3/year\n2022 3,140\n2021 3,250\n"
    found = cells(read(text))
    assert len(found) == 6
    assert ("", "Water use", "2022", "3,140", "m3/year") in found
    assert ("Waste", "Metal", "2024", "7", "t") in found
