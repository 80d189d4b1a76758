"""What is asked per something is answered by what is printed per it; levels that are wanted are targets."""

from __future__ import annotations

import dataclasses

import pytest
from tests.ask.moor import CATALOGUE, _metric
from tests.ask.tabled import Printed, Row, Tabled

from tieout.ask.asker import Asker
from tieout.ask.figures.naming import abbreviations_of
from tieout.ask.ports import Ports
from tieout.ask.second_question import whole_first, whole_second
from tieout.ask.view import open_view
from tieout.ask.wording.question import Question
from tieout.ask.wording.restated import restated
from tieout.model import AnswerStatus

KILN = Printed(
    "kiln-2024",
    "Kiln & Clay Plc",
    ("2022", "2023", "2024"),
    (
        Row("Total straw, rope and chaff (SRC) consumption", "t", ("40", "45", "50")),
        Row("Amount of SRC per crate", "g", ("60", "70", "80")),
        Row("Glaze used", "t", ("9", "8", "7")),
        Row("Customer cheer score", "", ("31", "32", "33"), "cheer"),
        Row("Employee cheer score", "", ("11", "12", "13"), "cheer"),
    ),
    "Breakage of pots was 5.2% in 2024. Breakage of pots has a target value of less than 8 percent.",
)
METRICS = dataclasses.replace(
    CATALOGUE, metrics=(*CATALOGUE.metrics, _metric("cheer", "Cheer score", (), "score", "")),
)  # fmt: skip


def ask(question: str):
    at = Tabled(KILN)
    return Asker(Ports(at, at, at, at, at, at), METRICS).ask(Question(question))


def test_the_course_of_what_is_printed_for_each_is_told() -> None:
    assert ask("How did the use of straw and rope per crate develop from 2022 to 2024?").short == "60, 70, 80"
    assert ask("How did the use of straw and rope develop from 2022 to 2024?").short == "40, 45, 50"


def test_the_course_of_a_total_is_not_that_of_its_part_for_each() -> None:
    found = ask("How did the glaze used per tile develop from 2022 to 2024?")
    assert found.status is AnswerStatus.NOT_FOUND
    assert "per tile" in found.answer


def test_scores_of_others_do_not_disagree() -> None:
    found = ask("What was the customer cheer score in 2024?")
    assert found.short == "33"
    assert not found.notes


def test_what_rows_write_out_and_shorten_is_learnt() -> None:
    at = Tabled(KILN)
    ports = Ports(at, at, at, at, at, at)
    view = open_view(ports, METRICS, ports.facts.reports())
    assert abbreviations_of(view.series) == {"kiln-2024": {"SRC": "straw, rope and chaff"}}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Below which level does Kiln & Clay want to keep breakage?", "What is the Kiln & Clay target for breakage?"),
        ("To what level does it plan to bring waste by 2030?", "What is its target for waste by 2030?"),
        ("At what temperature does it fire?", "At what temperature does it fire?"),
    ],
)
def test_a_level_that_is_wanted_is_a_target(text: str, meant: str) -> None:
    assert restated(text) == meant


def test_the_first_of_two_counts_has_the_deed_of_the_second() -> None:
    assert whole_first("How many men", "how many women went on leave?") == "How many men went on leave?"
    assert whole_first("How many men sang", "how many women went on leave?") == "How many men sang"


def test_they_are_those_who_did_the_first() -> None:
    at = Tabled(KILN)
    ports = Ports(at, at, at, at, at, at)
    view = open_view(ports, METRICS, ports.facts.reports())
    first = "How many miles did Kiln & Clay's carts drive in 2024"
    assert whole_second("how many tonnes did they cause?", first, view).startswith(
        "how many tonnes did the carts cause"
    )
