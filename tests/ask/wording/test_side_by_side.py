"""One question about two things, and the second of two questions made whole."""

from __future__ import annotations

import pytest
from tests.ask.moor import CATALOGUE
from tests.ask.tabled import Printed, Row, Tabled

from tieout.ask.asker import Asker
from tieout.ask.ports import Ports
from tieout.ask.wording.question import Question
from tieout.ask.wording.side_by_side import side_by_side

DOCK = Printed(
    "dock-2024",
    "Dock & Dune Plc",
    ("2023", "2024"),
    (
        Row("Staff", "persons", ("60", "80"), "emp-total"),
        Row("Women", "persons", ("20", "30"), group="Staff by gender", dimension=("gender", "female")),
        Row("Men", "persons", ("40", "50"), group="Staff by gender", dimension=("gender", "male")),
        Row("Loss rate in the ferry division", "%", ("3", "4")),
        Row("Loss rate in the harbour division", "%", ("5", "6")),
        Row("Rope reuse rate", "%", ("7", "8")),
        Row("Rope reuse rate (target)", "%", ("9", "9"), dimension=("series", "target")),
    ),
)


def ask(question: str):
    at = Tabled(DOCK)
    return Asker(Ports(at, at, at, at, at, at), CATALOGUE).ask(Question(question))


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Which loss rates were there in 2024, first in the ferry division and then in the harbour division?",
         ("which loss rates were there in 2024 in the ferry division?", "which loss rates were there in 2024 in the harbour division?")),
        ("What were the rates in ferries and in harbours in 2023?", ("what were the rates in ferries in 2023?", "what were the rates in harbours in 2023?")),
        ("What was the loss rate in the ferry division?", None),
        ("What were the rates of men and women in 2023?", None),
    ],
)  # fmt: skip
def test_things_named_one_after_the_other(text: str, sides: tuple[str, str] | None) -> None:
    assert side_by_side(text) == sides


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Which loss rates were there in 2024, first in the harbour division and then in the ferry division?", "6, 4"),
        ("What were the loss rates in the ferry division and in the harbour division in 2023?", "3, 5"),
        ("How many staff were there in 2023, and how many of them were women?", "60, 20"),
        ("What rope reuse rate does it want to reach in 2024, and what rate was actually reached?", "9, 8"),
    ],
)
def test_two_figures_are_told_in_the_order_asked(question: str, short: str) -> None:
    assert ask(question).short == short


def test_a_division_that_the_figure_does_not_name_is_not_answered() -> None:
    answer = ask("What were the loss rates in the ferry division and in the tunnel division in 2023?")
    assert answer.short == "3"
    assert any(n.startswith("Not answered") for n in answer.notes)
    assert ask("What was the rope reuse rate in the tunnel division in 2024?").status == "not_found"


@pytest.mark.parametrize(
    ("text", "two"),
    [
        (
            "What were Wren's loss rate and open loss rate in 2031?",
            ("what were Wren's loss rate in 2031?", "what were Wren's open loss rate in 2031?"),
        ),
        ("What were the Scope 1 and 2 emissions in 2031?", None),
        ("What were the old and new waste in 2031?", None),
    ],
)
def test_two_measures_are_two_where_each_is_named_in_full(text: str, two: tuple[str, str] | None) -> None:
    assert side_by_side(text) == two


def test_how_many_of_how_many_are_two_counts() -> None:
    assert side_by_side("How many sailors from how many harbours took part in the survey?") == (
        "How many sailors took part in the survey?",
        "How many harbours took part in the survey?",
    )
    assert side_by_side("How many sailors from the harbour took part?") is None
