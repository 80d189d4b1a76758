"""People counted in something they did: the question must speak of the deed, and then the figure answers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.ask.moor import CATALOGUE, World

from tieout.ask.asker import Asker
from tieout.ask.ports import Ports
from tieout.ask.wording.question import Question
from tieout.model import AnswerStatus, Dimension, Observation, Origin, Passage

TOLD = "In 2024, 49 women of all sites took part in the baking course. Of the 15 relevant recipes, eight are called material."


class Bakery(World):
    """A report with this one sentence on its page."""

    def __init__(self) -> None:
        super().__init__()
        self.observed = [
            Observation(
                report="mm-2024", organization="Mill & Moor Plc", period="2024", indicator="women", raw_value="49",
                passage=Passage("mm-2024", 1, 0, len(TOLD), TOLD), value=Decimal(49), unit="women", origin=Origin.TEXT,
                dimensions=(Dimension("gender", "female"),), iri="urn:obs:women",
            ),
            Observation(
                report="mm-2024", organization="Mill & Moor Plc", period="2024", indicator="relevant recipes", raw_value="15",
                passage=Passage("mm-2024", 1, 0, len(TOLD), TOLD), value=Decimal(15), origin=Origin.TEXT, iri="urn:obs:recipes",
            ),
        ]  # fmt: skip

    def page_text(self, report: str, page: int) -> str:
        return TOLD if page == 1 else super().page_text(report, page)


def asked(question: str) -> tuple[AnswerStatus, str]:
    """Status and short answer."""
    at = Bakery()
    answer = Asker(Ports(at, at, at, at, at, at), CATALOGUE).ask(Question(question))
    return answer.status, answer.short


@pytest.mark.parametrize("question", ["How many women work at Mill & Moor?", "How many women are there?"])
def test_people_counted_in_a_deed_are_not_all_there_are(question: str) -> None:
    assert asked(question)[0] is AnswerStatus.NOT_FOUND


def test_the_deed_is_answered_where_the_question_speaks_of_it() -> None:
    assert asked("How many women took part in the baking course?") == (AnswerStatus.ANSWERED, "49")


def test_a_sentence_that_leaves_a_telling_word_unsaid_gives_no_figure() -> None:
    assert asked("How many relevant recipes are there?") == (AnswerStatus.ANSWERED, "15")
    assert asked("How many recipes are printed in Breton?")[0] is AnswerStatus.NOT_FOUND
