"""One cell found by row, column, year, unit and opposites; a question about something else finds none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tieout.ask.tables.grid import Grid, grids
from tieout.ask.tables.inner import inner_figure
from tieout.ask.tables.lookup import FLOOR, best_cell, fit, formulas, speaks_of, unit_asked
from tieout.ask.tables.solve import solve
from tieout.ask.tables.stance import conflicts, stances
from tieout.ask.tables.wording import read_task
from tieout.ask.wording.emission_scopes import scopes_in
from tieout.model import Dimension, Observation, Passage


def observe(
    row: int, column: int, label: str, raw: str, *, unit: str = "", year: str = "2024", group: str = "", head: str = ""
) -> Observation:
    return Observation(
        report="t", organization="Mill & Moor", period=year, indicator=label, passage=Passage("t", 1, 0, 1, "x"), raw_value=raw,
        value=Decimal(raw.split()[0].rstrip("%")), unit=unit, group=group, table="t1", row=row, column=column,
        dimensions=(Dimension("category", head),) if head else (), iri=f"urn:{row}:{column}",
    )  # fmt: skip


@pytest.fixture
def waste() -> Grid:
    (found,) = grids(
        [
            observe(1, 1, "Sludge from the mill", "120", unit="t", head="North site"),
            observe(1, 2, "Sludge from the mill", "80", unit="t", head="South site"),
            observe(1, 3, "Sludge from the mill", "200", unit="t"),
            observe(2, 1, "Hazardous sludge", "12", unit="t", head="North site"),
            observe(2, 3, "Hazardous sludge", "30", unit="t"),
            observe(3, 1, "Non-hazardous sludge", "108", unit="t", head="North site"),
            observe(3, 3, "Non-hazardous sludge", "170", unit="t"),
            observe(4, 3, "Share of sludge burned", "40", unit="%"),
            observe(5, 3, "Absolute SOx, emissions", "7", unit="t"),
            observe(6, 3, "Absolute dust emissions", "3", unit="t"),
        ]
    )
    return found


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("How much sludge came from the mill at the North site in 2024?", "120"),
        ("How much sludge came from the mill at both the North site and the South site?", "200"),
        ("How much non-hazardous sludge was there in 2024?", "170"),
        ("How much hazardous sludge was there in 2024?", "30"),
        ("What percentage of sludge was burned?", "40"),
        ("What were the absolute SO emissions in tonnes?", "7"),
        ("How much hazardous sludge was there in 2024 in kg?", "30000"),
    ],
)
def test_cells(waste: Grid, question: str, short: str) -> None:
    solved = solve(read_task(question), waste, {})
    assert solved is not None
    assert solved.short == short


@pytest.mark.parametrize(
    "question", ["How much hazardous sludge was there in 2011?", "How much hazardous sludge was there in MWh?"]
)
def test_a_year_or_a_kind_of_unit_that_the_table_has_not_finds_nothing(waste: Grid, question: str) -> None:
    other = observe(7, 4, "Hazardous sludge", "31", unit="t", year="2023")
    (grid,) = grids([*waste.cells.values(), other])
    assert solve(read_task(question), grid, {}) is None


def test_a_question_about_something_else_lies_below_the_floor(waste: Grid) -> None:
    asked, other = "how much hazardous sludge was there in 2024?", "who chairs the board of directors?"
    for text, near in ((asked, 0.6), (other, 0.1)):
        cell = best_cell(waste, text, (), {r.number: near for r in waste.rows})
        assert cell is not None
        assert (fit(waste, cell, text, {r.number: near for r in waste.rows}) >= FLOOR) is (text is asked)


def test_units_asked_keep_their_case_and_are_whole() -> None:
    assert unit_asked("What were emissions in 2020 in Mt CO2e?") == "Mt CO2e"
    assert unit_asked("How much was used in tonnes of CO2 equivalent for 2021?") == "tonnes of CO2 equivalent"
    assert unit_asked("How much was burned in g joules in 2021?") == ""


def test_opposites_and_scopes() -> None:
    assert conflicts(stances("hazardous waste"), stances("Non-hazardous waste")) >= 1
    assert conflicts(stances("direct emissions"), stances("Indirect emissions")) == 1
    assert conflicts(stances("direct and indirect emissions"), stances("Indirect emissions")) == 0
    assert scopes_in("Scope 1+2 emissions in 2023") == {"1", "2"}
    assert scopes_in("Scopes 1, 2 and 3") == {"1", "2", "3"}


@pytest.mark.parametrize(
    ("raw", "unit", "question", "figure"),
    [
        ("3.10 (-20.5%)", "t", "what was the change against the base year?", "-20.5"),
        ("3.10 (-20.5%)", "t", "how much sludge was there?", ""),
        ("117 (bought grain) 1,460 (sold flour)", "t", "how much sold flour was moved?", "1460"),
        ("117 (bought grain) 1,460 (sold flour)", "t", "how much bought grain was moved?", ""),
    ],
)
def test_a_second_figure_in_a_cell(raw: str, unit: str, question: str, figure: str) -> None:
    assert inner_figure(observe(1, 1, "Freight", raw, unit=unit), question) == figure


def test_formulas_and_years(waste: Grid) -> None:
    assert formulas(waste, "What were the SO emissions?") == {"sox"}
    assert formulas(waste, "so what") == frozenset()
    assert speaks_of(waste, ("2024",))
