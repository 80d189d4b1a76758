"""A scope as a share of scopes together; those who came against those who went; totals of emissions are no one scope's."""

from __future__ import annotations

import dataclasses

import pytest
from tests.ask.moor import CATALOGUE, _metric
from tests.ask.tabled import Printed, Row, Tabled

from tieout.ask.asker import Asker
from tieout.ask.ports import Ports
from tieout.ask.wording.intents import operands
from tieout.ask.wording.question import Question, read_question
from tieout.ask.wording.restated import restated
from tieout.model import AnswerStatus

SMOKE = (
    Row("Scope 1 emissions", "t CO2e", ("30", "25"), "ghg-scope1"),
    Row("Scope 2 emissions", "t CO2e", ("70", "75"), "ghg-scope2"),
    Row("Total Scope 3 emissions", "t CO2e", ("900", "800"), "ghg-scope3"),
    Row("Song hours", "h", ("8", "9"), dimension=("category", "Sales")),
    Row("Song hours", "h", ("2", "4"), dimension=("category", "Marketing")),
    Row("Song hours", "h", ("6", "7"), dimension=("category", "Staff")),
)
METRICS = dataclasses.replace(
    CATALOGUE,
    metrics=(
        *CATALOGUE.metrics,
        *(_metric(f"ghg-scope{n}", f"Scope {n} GHG emissions", (), "mass_co2e", "tCO2e") for n in (1, 2, 3)),
        _metric("ghg-total", "Total GHG emissions", ("Overall emissions",), "mass_co2e", "tCO2e"),
    ),
)


def ask(question: str, *rows: Row):
    at = Tabled(Printed("smoke-2024", "Smoke & Soot Plc", ("2023", "2024"), (*SMOKE, *rows)))
    return Asker(Ports(at, at, at, at, at, at), METRICS).ask(Question(question))


def test_a_scope_is_a_share_of_the_scopes_together() -> None:
    found = ask("What share of the combined Scope 1 and 2 emissions in 2024 was Scope 1?")
    assert found.short == "25"
    assert found.calculation == "25 / (25 + 75) x 100 = 25 %"


def test_of_two_figures_for_a_scope_neither_is_taken() -> None:
    other = Row("Scope 2 emissions of the sheds", "t CO2e", ("1", "2"), "ghg-scope2")
    found = ask("What share of the combined Scope 1 and 2 emissions in 2024 was Scope 1?", other)
    assert found.status is AnswerStatus.NOT_FOUND


def test_the_total_of_one_scope_is_not_all_emissions() -> None:
    question = "By how many tonnes did total greenhouse gas emissions fall in 2024 compared with 2023?"
    assert ask(question).status is AnswerStatus.NOT_FOUND
    assert ask(question, Row("Total GHG emissions", "t CO2e", ("1,000", "900"), "ghg-total")).short == "100"


def test_sales_employees_are_no_staff_beside_sales() -> None:
    assert ask("How many more song hours did sales employees get than marketing employees in 2024?").short == "5"


@pytest.mark.parametrize(
    ("question", "sides"),
    [
        (
            "How many more people joined it than left it in 2024?",
            ("number of new hires", "number of employees who left"),
        ),
        ("How many more employees left than joined in 2024?", ("number of employees who left", "number of new hires")),
    ],
)
def test_those_who_came_are_set_against_those_who_went(question: str, sides: tuple[str, str]) -> None:
    assert operands(read_question(Question(question))) == sides


def test_a_unit_may_stand_before_more() -> None:
    assert (
        restated("How many hours more training did A get than B?")
        == "How many more hours of training did A get than B?"
    )
