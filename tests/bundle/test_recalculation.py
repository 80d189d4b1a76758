"""Calculations that answers tell come out, or are found."""

from __future__ import annotations

import pytest

from tieout.bundle.recalculation import inputs, wrong_results


@pytest.mark.parametrize(
    "told",
    [
        "(1902.75 - 1985.50) / 1985.50 x 100 = -4.17 %",
        "12 + 13.5 = 25.5",
        "(1 + 2 + 4) / 3 = 2.33",
        "40 % x 250 = 100, a whole number: 100",
        "1,200 - 200 = 1,000",
        "-(2 - 5) = 3",
        "3 - 1 = 2; 4 / 8 x 100 = 50 %",
    ],
)
def test_right_results(told: str) -> None:
    assert list(wrong_results(told)) == []


@pytest.mark.parametrize("told", ["(1902.75 - 1985.50) / 1985.50 x 100 = -4.27 %", "1 + 1 = 3", "2 = 2; 2 x 2 = 5"])
def test_wrong_results(told: str) -> None:
    assert len(list(wrong_results(told))) == 1


@pytest.mark.parametrize(
    "told", ["", "12.3 MWh = 12300 kWh", "1 / 0 = 5", "(1 = 2", "1 + = 2", "-" * 1500 + "1 = 2", "(" * 1500 + "1 = 2",
             "1 2 = 3", "9" * 5000 + " = 1", "the total is larger than its parts"]
)  # fmt: skip
def test_what_is_no_arithmetic_is_left_alone(told: str) -> None:
    assert list(wrong_results(told)) == []


def test_inputs_are_the_figures_that_must_be_proven() -> None:
    assert inputs("(1,902.75 - 1985.50) / 1985.50 x 100 = -4.17 %") == {"1902.75", "1985.50"}
    assert inputs("(10 + 20 + 60) / 3 = 30") == {"10", "20", "60"}
    assert inputs("40 % x 250 = 100") == {"40", "250"}
    assert inputs("nothing") == set()
