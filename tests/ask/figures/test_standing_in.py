"""Rows that no metric was linked to, and that say a metric's name by label, heading, column and definition together."""

from __future__ import annotations

import dataclasses

import pytest
from tests.ask.moor import CATALOGUE, _metric
from tests.ask.tabled import Printed, Row, Tabled

from tieout.ask.asker import Asker
from tieout.ask.figures.standing_in import definition
from tieout.ask.ports import Ports
from tieout.ask.wording.question import Question

_SHARES = "Gender distribution in percentages"
KILN = Printed(
    "kiln-2024",
    "Kiln & Quay Plc",
    ("2023", "2024"),
    (
        Row("Potters", "persons", ("40", "50"), "emp-total"),
        Row("Female", "%", ("21", "24"), group=_SHARES, dimension=("breakdown", "Management")),
        Row("Female", "%", ("10", "10"), group=_SHARES, dimension=("breakdown", "Supervisory Board")),
        Row("Staying rate*:", "%", ("90", "80")),
    ),
    "* Staying rate: share of those still employed a year after their return from parental leave",
)
METRICS = dataclasses.replace(
    CATALOGUE,
    metrics=(
        *CATALOGUE.metrics,
        _metric("women-lead", "Female share of management", ("Women in management",), "percent", "%"),
        _metric("women-high", "Female share of senior management", ("Women in leadership",), "percent", "%"),
        _metric("stay", "Staying after parental leave", ("Parental leave staying rate",), "percent", "%"),
    ),
)


def ask(question: str):
    at = Tabled(KILN)
    return Asker(Ports(at, at, at, at, at, at), METRICS).ask(Question(question))


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("What is the female share of management?", "24"),
        ("What percentage of women were there in management in 2023?", "21"),
        ("What was the staying rate after parental leave in 2023?", "90"),
        ("How did the staying rate after parental leave develop from 2023 to 2024?", "90, 80"),
    ],
)
def test_a_row_that_says_the_whole_name_is_of_the_metric(question: str, short: str) -> None:
    assert ask(question).short == short


@pytest.mark.parametrize(
    "question",
    [
        "What is the female share of senior management?",
        "What was the staying rate of men after parental leave in 2023?",
        "What was the staying rate of customers after parental leave in 2023?",
    ],
)
def test_another_rank_another_part_and_other_people_are_refused(question: str) -> None:
    assert ask(question).status == "not_found"


def test_a_label_is_defined_below_its_table() -> None:
    at = Tabled(KILN)
    view = Asker(Ports(at, at, at, at, at, at), METRICS).view(tuple(at.reports()))
    told = {s.indicator: definition(s, view) for s in view.series}
    assert told["Staying rate*:"].startswith("share of those still employed")
    assert told["Potters"] == told["Female"] == ""
