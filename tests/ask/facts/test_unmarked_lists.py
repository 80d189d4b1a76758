"""Lists without marks, lists behind a counted noun, and running text that stands where a list should."""

from __future__ import annotations

import pytest
from tests.ask.facts.paged import Paged
from tests.ask.mill import CATALOGUE

from tieout.ask.asker import Asker
from tieout.ask.facts.announced import announced
from tieout.ask.facts.unmarked import unmarked_lists
from tieout.ask.ports import Ports
from tieout.ask.wording.question import Question, read_question
from tieout.model import AnswerStatus

LONG = "All letters between the writer and the clerks are kept under lock and key in the tower of the mill, and read by two.\n"
FACTORS = (
    "Whoever writes to the ombudsman is heard, and the factors that will be taken into account to weigh a letter include:\n"
    "the weight of the matter\nthe credit of the writer and\nthe chance to learn more elsewhere\n" + 3 * LONG
)
VALUES = "Words to Weave By\nOur core values are what we hold\nto be true.\n• Cloth is our craft.\n• Wool comes first.\n• We weave as one.\nThe end.\n"
MODELS = (
    "The pillars are mirrored in the mill's three trade models. These models meet the wishes of those who buy: \n"
    "• Bespoke cloth is cut for one buyer and defines how we weave.\n• Stock cloth is kept in bales.\n• Lent cloth comes back to us.\n"
    "The bales are counted.\n"
)
MEASURES = (
    "To ward off moths, the mill has taken the following five storehouse measures. In the year 2031, no moths, rats, mice, lice or "
    "fleas were seen in any storehouse of the mill, nor in the yards, sheds and stables that lie beside them.\n"
)


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        (
            FACTORS, "Which three factors does Copperleaf take into account to weigh a letter?",
            "the weight of the matter; the credit of the writer; the chance to learn more elsewhere",
        ),
        (VALUES, "What are Copperleaf's three core values?", "Cloth is our craft.; Wool comes first.; We weave as one."),
    ],
)  # fmt: skip
def test_lines_and_bullets_behind_their_noun_are_the_list(text: str, question: str, short: str) -> None:
    found = Paged({1: text}).ask(question)
    assert (found.status, found.short.strip(".")) == (AnswerStatus.ANSWERED, short.strip("."))


def test_bullets_may_follow_a_second_sentence() -> None:
    found = Paged({1: MODELS}).ask("Which three trade models does Copperleaf distinguish?")
    assert found.status is AnswerStatus.ANSWERED
    assert [part.split()[0] for part in found.short.split("; ")] == ["Bespoke", "Stock", "Lent"]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Which three factors does Copperleaf take into account to weigh a letter?", True),
        ("Which four factors does Copperleaf take into account to weigh a letter?", False),
        ("Which three factors does Copperleaf take into account to buy a loom?", False),
    ],
    ids=["the list", "another number", "another matter"],
)
def test_lines_are_told_where_their_number_and_their_matter_fit(question: str, told: bool) -> None:
    paged = Paged({1: FACTORS})
    view = Asker(Ports(paged, paged, paged, paged, paged, paged), CATALOGUE).view(tuple(paged.reports()))
    assert (announced(read_question(Question(question)), view) is not None) is told


def test_running_text_is_not_the_list_that_a_sentence_announces() -> None:
    found = Paged({1: MEASURES}).ask("Which five storehouse measures has Copperleaf taken to ward off moths?")
    assert "fleas" not in found.short


def test_a_list_ends_at_the_first_line_as_long_as_text() -> None:
    (found,) = unmarked_lists(FACTORS)
    assert [i.text for i in found.items][-1] == "the chance to learn more elsewhere"
    assert not list(unmarked_lists(FACTORS.replace(LONG, "")))  # lines that never end are no list
