"""Which part of something is the largest, where the question names the whole and none of its parts."""

from __future__ import annotations

import dataclasses

import pytest
from tests.ask.moor import CATALOGUE, _metric
from tests.ask.tabled import Printed, Row, Tabled

from tieout.ask.asker import Asker
from tieout.ask.ports import Ports
from tieout.ask.wording.question import Question
from tieout.model import AnswerStatus

PEAT = Printed(
    "peat-2024",
    "Peat & Bog Plc",
    ("2023", "2024"),
    (
        Row("3.1 Bought seed", "t CO2e", ("70", "50")),
        Row("3.2 Barrows", "t CO2e", ("20", "30")),
        Row("3.6 Coach trips", "t CO2e", ("10", "5")),
        Row("Total Scope 3 emissions", "t CO2e", ("100", "85"), "ghg3"),
        Row("Turf", "MWh", ("8", "9"), group="Warmth"),
        Row("Straw", "MWh", ("4", "3"), group="Warmth"),
        Row("Warmth", "MWh", ("12", "12"), group="Warmth"),
        Row("Moss beds", "t", ("1", "2"), group="Litter laid", dimension=("breakdown", "Mulching rate")),
        Row("Fern beds", "t", ("5", "4"), group="Litter laid", dimension=("breakdown", "Mulching rate")),
        Row("Total", "t", ("3", "3"), group="Litter laid", dimension=("breakdown", "Mulching rate")),
        Row("Cutters at the Fen yard", "persons", ("30", "28"), dimension=("contract", "permanent")),
        Row("Cutters at the Fen yard", "persons", ("10", "7"), dimension=("contract", "temporary")),
    ),
)
METRICS = dataclasses.replace(
    CATALOGUE,
    metrics=(
        *CATALOGUE.metrics,
        _metric("ghg3", "Scope 3 GHG emissions", ("Value chain emissions",), "mass_co2e", "tCO2e"),
    ),
)


def ask(question: str):
    at = Tabled(PEAT)
    return Asker(Ports(at, at, at, at, at, at), METRICS).ask(Question(question))


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Which Scope 3 category caused the most emissions in 2024?", "Bought seed"),
        ("What was the second largest Scope 3 category in 2024?", "Barrows"),
        ("Which Scope 3 source was the smallest in 2023?", "Coach trips"),
        (
            "Which two Scope 3 categories were the largest in 2024, and how much did they emit?",
            "Bought seed, 50; Barrows, 30",
        ),
        ("What is the largest source of warmth?", "Turf"),
        ("Which type of bed had the highest mulching rate in 2024?", "Fern beds"),
    ],
)
def test_the_largest_part_of_what_is_named_is_told(question: str, short: str) -> None:
    assert ask(question).short == short


def test_all_figures_that_are_told_are_cited() -> None:
    found = ask("Which Scope 3 category caused the most emissions in 2024?")
    quotes = " ".join(c.passage.quote for c in found.citations)
    assert all(figure in quotes for figure in ("50", "30", "5", "85"))


@pytest.mark.parametrize(
    "question",
    [
        "Which Scope 1 source was the largest in 2024?",
        "Which seed supplier caused the most emissions in 2024?",
        "What was the largest source of noise?",
        "What is the third largest source of warmth?",
        "What is the average age of the cutters at the Fen yard?",
    ],
)
def test_parts_of_something_else_are_not_ranked(question: str) -> None:
    assert ask(question).status is AnswerStatus.NOT_FOUND


def test_a_part_is_a_share_of_all_parts_that_its_row_prints() -> None:
    found = ask("What share of the cutters at the Fen yard had a temporary contract in 2024?")
    assert found.short == "20"
    assert found.calculation == "7 / (28 + 7) x 100 = 20 %"
