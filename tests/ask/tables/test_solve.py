"""Cells chosen by row and column of an invented table, and computed with."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tieout.ask.figures.units import scale_to
from tieout.ask.tables.grid import Grid, grids
from tieout.ask.tables.solve import solve
from tieout.ask.tables.wording import Step, read_task
from tieout.model import Observation, Passage

ROWS = {
    1: ("Fuel burned", "MWh", ("10", "20", "40")),
    2: ("Breakdown by site - North mill", "MWh", ("4", "15", "25")),
    3: ("Breakdown by site - South mill", "MWh", ("6", "5", "15")),
    4: ("Share of waste recycled", "%", ("50", "60", "70")),
}


@pytest.fixture
def grid() -> Grid:
    cells = [
        Observation(
            report="t", organization="Mill & Moor", period=year, indicator=label, passage=Passage("t", 1, 0, 1, "x"), raw_value=raw,
            value=Decimal(raw), unit=unit, table="t1", row=row, column=column, iri=f"urn:{row}:{column}",
        )
        for row, (label, unit, values) in ROWS.items()
        for column, (year, raw) in enumerate(zip(("2022", "2023", "2024"), values, strict=True), start=1)
    ]  # fmt: skip
    (found,) = grids(cells)
    return found


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("How much fuel was burned in 2023 in MWh?", "20"),
        ("How much fuel was burned at the South mill in 2024?", "15"),
        ("What share of waste was recycled in 2022?", "50"),
        ("What is the average of fuel burned for the years 2022 and 2024?", "25"),
        ("What is the percentage increase in fuel burned from 2024 to 2022?", "300"),
        ("What is the reduction in fuel burned at the South mill from 2022 to 2023?", "1"),
        ("Is the fuel burned in 2022 lower than in 2024?", "yes"),
        ("What are the two highest values of fuel burned from the years 2022 to 2024 in ascending order?", "20, 40"),
        (
            "What is the sum between the North mill and the South mill of the averages between the years 2022, 2024?",
            "25",
        ),
    ],
)
def test_single_tables(grid: Grid, question: str, short: str) -> None:
    solved = solve(read_task(question), grid, {})
    assert solved is not None
    assert solved.short == short


def test_a_nested_task_has_two_steps() -> None:
    task = read_task("What is the value between A and B of the lowest average between the years 2022, 2023?")
    assert (task.outer, task.inner) == (Step.LOWEST, Step.AVERAGE)


@pytest.mark.parametrize(
    ("unit", "wanted", "factor"),
    [
        ("MWh", "GWh", "0.001"),
        ("kt", "tons", "1000"),
        ("Million metric tons", "tCO2-eq", "1000000"),
        ("TWh", "MWh", "1000000"),
    ],
)
def test_units_of_one_kind_convert(unit: str, wanted: str, factor: str) -> None:
    assert scale_to(unit, wanted) == Decimal(factor)


def test_units_of_two_kinds_do_not() -> None:
    assert scale_to("MWh", "tons") is None
