"""Parts within a restricted whole, totals of tables whose rows are not named, sums of one table, days that are no cases."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.ask.moor import CATALOGUE
from tests.ask.tabled import Printed, Row, Tabled

from tieout.ask.asker import Asker
from tieout.ask.facts.counted import goal_told, grade
from tieout.ask.ports import Ports
from tieout.ask.wording.question import Question, read_question

PIER = Printed(
    "pier-2030",
    "Pier Estates",
    ("2030",),
    (
        Row("Deckhands", "number", ("40",), group="Crew", dimension=("age", "under 30")),
        Row("Deckhands", "number", ("10",), group="Crew", dimension=("age", "over 30")),
        Row("Deckhands", "number", ("50",), group="Crew"),
        Row("Mixed-Use", "m3", ("7",), group="Water intake of the piers"),
        Row("Sheds", "m3", ("8",), group="Water intake of the piers"),
        Row("Total", "m3", ("15",), group="Water intake of the piers"),
        Row("Return rate", "%", ("88",)),
        Row("Number of accidents of the crew", "number", ("9",)),
        Row("Days lost to accidents of the crew", "days", ("440",)),
    ),
    text="Return rate: the share of deckhands who came back after parental leave.",
)


@pytest.fixture
def pier() -> Asker:
    """The asker over it."""
    at = Tabled(PIER)
    return Asker(Ports(at, at, at, at, at, at), CATALOGUE)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("How much water was used across the piers in 2030?", "15"),
        ("How many accidents did the crew have in 2030 and how many days were lost as a result?", "9, 440"),
        ("What share of deckhands in 2030 was under 30?", "80"),
    ],
)
def test_what_the_question_names_decides(pier: Asker, question: str, short: str) -> None:
    assert pier.ask(Question(question)).short == short


def test_days_that_were_lost_are_no_cases(pier: Asker) -> None:
    assert pier.ask(Question("How many drills with ropes did the crew lose in 2030?")).short != "440"
    assert pier.ask(Question("How many accidents did the crew have in 2030?")).short == "9"


def test_all_three_scopes_are_not_the_first_two() -> None:
    rows = (Row("Total GHG emissions (Scope 1, 2 and 3)", "t CO2e", ("900",)), Row("Scope 1", "t CO2e", ("30",)))
    at = Tabled(replace(PIER, rows=rows, text=""))
    answer = Asker(Ports(at, at, at, at, at, at), CATALOGUE).ask(Question("What were Scope 1 and 2 emissions in 2030?"))
    assert answer.short != "900"


def test_a_goal_is_told_by_its_figure_and_a_score_is_no_goal() -> None:
    asked = read_question(Question("What score did the rope survey reach?"))
    assert goal_told("The council set itself a new target of ≥ 10 for rope.") == "10"
    assert goal_told("The target of 10 became a target of 12.") is None
    assert grade("The target of at least 35 was missed, with a result of 18.", asked) == "18"
    assert grade("The survey names the score and 15 further factors.", asked) is None


def test_a_rate_that_the_page_defines_as_of_others_is_theirs(pier: Asker) -> None:
    question = Question("What was the return rate in 2030?")
    assert pier.ask(question).short != "88"
    plain = Tabled(replace(PIER, text=""))
    assert Asker(Ports(plain, plain, plain, plain, plain, plain), CATALOGUE).ask(question).short == "88"
