"""Rounds of rows under a row that they add up to are told apart by it."""

from __future__ import annotations

TABLE = """Emissions (t CO2e)
Site 2022 2023 2024
Mills 30.1 28.0 26.4
Scope 1 10.0 9.0 8.2
Scope 2 20.1 19.0 18.2
Farms 7.0 8.0 9.0
Scope 1 3.0 3.5 4.0
Scope 2 4.0 4.5 5.0
Total 37.1 36.0 35.4
"""


def parts(found):
    """(label, dimension values, year, value) of the latest year."""
    return [(o.indicator, *(d.value for d in o.dimensions), str(o.value)) for o in found if o.period == "2024"]


def test_a_label_that_comes_again_is_told_apart_by_the_row_above(read):
    assert parts(read(TABLE)) == [
        ("Mills", "26.4"),
        ("Scope 1", "Mills", "8.2"),
        ("Scope 2", "Mills", "18.2"),
        ("Farms", "9.0"),
        ("Scope 1", "Farms", "4.0"),
        ("Scope 2", "Farms", "5.0"),
        ("Total", "35.4"),
    ]


def test_rows_that_do_not_add_up_are_left_alone(read):
    found = parts(read(TABLE.replace("18.2", "17.2")))
    assert ("Scope 1", "8.2") in found
    assert ("Scope 1", "4.0") in found
