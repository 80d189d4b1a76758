"""Two figures side by side: totals that hold the other, "ones", what is not so, and the unit that is asked for."""

from __future__ import annotations

import pytest
from tests.ask.moor import CATALOGUE
from tests.ask.tabled import Printed, Row, Tabled

from tieout.ask.asker import Asker
from tieout.ask.ports import Ports
from tieout.ask.wording.question import Question
from tieout.model import AnswerStatus

_KILNS = "Building of kilns"
SPIT = Printed(
    "spit-2031", "Spit Potteries", ("2030", "2031"),
    (
        Row("Smoke Scope 1", "t", ("500", "600")),
        Row("Smoke Scope 2", "t", ("400", "410")),
        Row("Smoke total of Scope 1 and 2", "t", ("900", "1010")),
        Row("Number of upland suppliers", "", ("400", "461")),
        Row("Number of overseas suppliers", "", ("19", "18")),
        Row("Number of overseas employees", "", ("140", "144")),
        Row("Building of taxonomy-eligible kilns", "EUR", ("70", "83")),
        Row("Building of not taxonomy-eligible kilns", "EUR", ("20", "17")),
        Row("Proportion of shares held by the largest shareholder", "%", ("32", "33")),
        Row("Furnace gas", "MWh", ("10", "20"), group="Energy by shed", dimension=("breakdown", "Long sheds that are let to one potter alone")),
        Row("Furnace gas", "MWh", ("7", "n/a"), group="Energy by shed", dimension=("breakdown", "Long sheds that are let to other potters")),
    ),
)  # fmt: skip


@pytest.fixture
def spit() -> Asker:
    """The asker over it."""
    at = Tabled(SPIT)
    return Asker(Ports(at, at, at, at, at, at), CATALOGUE)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("How large was the total smoke of Scope 1 and Scope 2 in 2031?", "1010"),
        ("How many more upland suppliers than overseas ones were there in 2031?", "443"),
        ("By how many euros did the building of taxonomy-eligible kilns exceed that of non-eligible kilns in 2031?", "66"),
        ("How much furnace gas did the long sheds that are let to one potter alone use in 2031?", "20"),
    ],
)  # fmt: skip
def test_both_sides_are_those_that_are_named(spit: Asker, question: str, short: str) -> None:
    assert spit.ask(Question(question)).short == short


def test_the_second_of_a_row_is_not_its_first(spit: Asker) -> None:
    assert spit.ask(Question("What share does the largest shareholder hold in 2031?")).short == "33"
    found = spit.ask(Question("What share does the second-largest shareholder hold in 2031?"))
    assert found.status is AnswerStatus.NOT_FOUND


def test_the_part_named_in_full_answers_though_it_prints_no_figure(spit: Asker) -> None:
    found = spit.ask(Question("How much furnace gas did the long sheds that are let to other potters use in 2031?"))
    assert found.status is AnswerStatus.STATED_ABSENT
