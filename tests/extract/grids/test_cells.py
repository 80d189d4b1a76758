"""One cell: the figure, its bound and unit, or why there is none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.effort import ending

from tieout.extract.grids.cells import figure_in_label, is_period, period_in, read_cell


@pytest.mark.parametrize(
    ("text", "value", "qualifier", "unit"),
    [
        ("1,234.5", "1234.5", "", ""),
        ("99%", "99", "", "%"),
        ("<38", "38", "at_most", ""),
        ("34 (33)", "34", "", ""),
        ("389*(381)", "389", "", ""),
        ("35(1)", "35", "", ""),
        ("(10.2)", "-10.2", "", ""),
        ("EUR 3,022 million", "3022", "", "EUR million"),
        ("38.2 kt of CO2 eq", "38.2", "", "kt of CO2 eq"),
        ("2021: 1.4 t CO2e", "1.4", "", "t CO2e"),
        ("100 million", "100", "", "million"),
        ("42% decrease", "42", "", "%"),
        ("117,932 (outgoing) 146,750 (incoming)", "117932", "", ""),
        ("(c) 60%", "60", "", "%"),
    ],
)
def test_a_cell_with_a_figure(text: str, value: str, qualifier: str, unit: str) -> None:
    reading = read_cell(text)
    assert reading is not None
    assert (reading.value, reading.qualifier, reading.unit) == (Decimal(value), qualifier, unit)
    assert text[reading.start : reading.end].strip() == text[reading.start : reading.end]


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("-", "nil"),
        ("–", "nil"),
        ("/", "not_disclosed"),
        ("n/a", "not_disclosed"),
        ("k. A.", "not_disclosed"),
        ("25-30", "text"),
    ],
)
def test_a_cell_that_prints_no_single_figure(text: str, qualifier: str) -> None:
    reading = read_cell(text)
    assert reading is not None
    assert (reading.value, reading.qualifier) == (None, qualifier)


@pytest.mark.parametrize(
    "text", ["", "  ", "Data collection in progress", "MWh", "(10^3 m^3)", "Vans by 30 percent", "x" * 500]
)
def test_prose_and_units_are_no_figures(text: str) -> None:
    assert read_cell(text) is None


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2023", "2023"),
        ("31 Dec 2023", "2023"),
        ("FY 2022/23", "2022/23"),
        ("FY24", "2024"),
        ("Target for 2030", "2030"),
        ("2023 (tCO2e)", "2023"),
        ("12,023", ""),
        ("2023%", ""),
        ("Change", ""),
    ],
)
def test_the_period_in_a_header(text: str, period: str) -> None:
    assert period_in(text) == period


def test_a_period_alone() -> None:
    assert all(is_period(text) for text in ("2023", "FY 2022/23", "2023 (**)", "31.12.2023"))
    assert not any(is_period(text) for text in ("2023 Group", "Base year: 2019", "12", "20233"))


def test_a_figure_at_the_end_of_a_label() -> None:
    found = figure_in_label("- Cars: 70%")
    assert found is not None
    head, reading = found
    assert (head, reading.value, "- Cars: 70%"[reading.start : reading.end]) == ("- Cars", 70, "70%")
    assert figure_in_label("Scope 1: Direct emissions") is None


@pytest.mark.parametrize("piece", ["(", "1,", "2023 ", "- ", "a:", "1 (2) ", "<"])
def test_hostile_cells_come_to_an_end(piece: str) -> None:
    with ending():
        for text in (piece * 50, piece * 500_000):
            read_cell(text)
            period_in(text)
            is_period(text)
            figure_in_label(text)
