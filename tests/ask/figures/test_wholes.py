"""Wholes and parts: both parts named, totals of scopes, cells that print "n/a", shares told side by side."""

from __future__ import annotations

import pytest
from tests.ask.moor import CATALOGUE
from tests.ask.tabled import Printed, Row, Tabled

from tieout.ask.asker import Asker
from tieout.ask.passages.spans import find_span
from tieout.ask.passages.wanted import Wanted
from tieout.ask.ports import Ports
from tieout.ask.wording.intents import figure_intent, two_questions
from tieout.ask.wording.question import Question, read_question
from tieout.ask.wording.words import terms
from tieout.model import AnswerStatus

QUAY = Printed(
    "quay-2030",
    "Quay Estates",
    ("2029", "2030"),
    (
        Row("Total", "t", ("10", "14"), group="Refuse of the sheds", dimension=("breakdown", "Rented")),
        Row("Total", "t", ("40", "46"), group="Refuse of the sheds", dimension=("breakdown", "Non-Rented")),
        Row("Total", "t", ("50", "60"), group="Refuse of the sheds"),
        Row("Number of lanterns", "number", ("12", "30")),
        Row("Scope 1", "t CO2e", ("30", "n/a"), group="Carbon of the cranes"),
    ),
)


@pytest.fixture
def quay() -> Asker:
    """The asker over it."""
    at = Tabled(QUAY)
    return Asker(Ports(at, at, at, at, at, at), CATALOGUE)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("How much refuse did the rented and non-rented sheds make in 2030?", "60"),
        ("How much refuse did the non-rented sheds make in 2030?", "46"),
        ("What share of the refuse of the sheds in 2030 was rented?", "23.33"),
        ("How many lanterns did Quay Estates add between 2029 and 2030?", "18"),
    ],
)
def test_both_parts_mean_the_whole(quay: Asker, question: str, short: str) -> None:
    assert quay.ask(Question(question)).short == short


def test_a_cell_that_says_so_is_the_companys_own_word(quay: Asker) -> None:
    found = quay.ask(Question("How high were the Scope 1 emissions of the cranes in 2030?"))
    assert found.status is AnswerStatus.STATED_ABSENT
    assert found.citations[0].passage.quote == "Scope 1 t CO2e 30 n/a"


def test_of_two_shares_the_one_of_those_asked_for_is_taken() -> None:
    text = "Women hold 52% of all posts on the quay and 75% of senior posts."
    assert find_span(text, Wanted.SHARE, terms("women in senior posts")) == "75%"
    assert find_span("Scope 1 and 2 emissions fell by 7 t.", Wanted.FIGURE, terms("emissions fell")) == "7"


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("What percentage of the lanterns stood in 2030?", ""),
        ("How many lanterns were there in 2030?", "30"),
        ("Were any fires reported in 2030?", "no, 0"),
    ],
)
def test_a_count_is_no_share_and_a_nought_of_harms_is_a_no(question: str, short: str) -> None:
    rows = (Row("Number of lanterns", "number", ("12", "30")), Row("Reported fires and injuries", "number", ("1", "0")))
    at = Tabled(Printed("quay-2030", "Quay Estates", ("2029", "2030"), rows))
    question = question.replace("fires", "injuries")
    assert Asker(Ports(at, at, at, at, at, at), CATALOGUE).ask(Question(question)).short == short


def test_a_second_question_may_lean_on_the_first() -> None:
    assert two_questions("How many lanterns were set up, and at how many sheds?") == (
        "How many lanterns were set up",
        "at how many sheds?",
    )


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("How many lanterns were added between 2029 and 2030?", "change"),
        ("How many lanterns were added in 2030?", "lookup"),
        ("How did the staff develop between the end of 2029 and the end of 2030?", "trend"),
    ],
)
def test_what_a_stock_gained_is_its_change(question: str, intent: str) -> None:
    assert figure_intent(read_question(Question(question))) == intent
