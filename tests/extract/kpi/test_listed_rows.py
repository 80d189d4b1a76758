"""Short lists of figures under a heading with their year and unit."""

from __future__ import annotations

LIST = (
    "The loads were weighed.\nCO2 emissions in 2023 in t \nScope 1: 600\nScope 2: 410\nTotal 1,010\n"
    "The next sentence goes on."
)


def test_each_line_is_a_figure_of_the_heading(read):
    found = [o for o in read(LIST) if o.unit == "t"]
    assert [(o.indicator, o.raw_value, o.period) for o in found] == [
        ("CO2 emissions Scope 1", "600", "2023"),
        ("CO2 emissions Scope 2", "410", "2023"),
        ("CO2 emissions Total", "1,010", "2023"),
    ]


def test_one_line_is_no_list(read):
    assert not [
        o for o in read("CO2 emissions in 2023 in t\nScope 1: 600\nThe next sentence goes on.") if o.unit == "t"
    ]


def test_a_heading_without_a_unit_heads_no_list(read):
    assert not [o for o in read("Places visited in 2023 in spring\nOslo: 6\nBergen: 4\n") if o.period == "2023"]
