"""Tables and charts that a question names besides what it asks for."""

from __future__ import annotations

import pytest
from tests.ask.moor import CATALOGUE
from tests.ask.tabled import Printed, Row, Tabled

from tieout.ask.asker import Asker
from tieout.ask.ports import Ports
from tieout.ask.wording.question import Question
from tieout.model import AnswerStatus

CAPE = Printed(
    "cape-2031",
    "Cape Lanterns",
    ("2030", "2031"),
    (Row("Total oil spending", "EUR", ("60", "80")), Row("Number of wicks", "", ("7", "9"))),
    text="Harbour classification template: proportion of spending on aligned lamps.",
)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("How large was the total oil spending in Cape Lanterns’ 2031 harbour classification template?", "80"),
        ("How large was the total oil spending in 2031 according to the harbour classification template?", "80"),
        ("How large was the total oil spending in the 2031 reef inspection template?", ""),
    ],
    ids=["in it", "according to it", "another template"],
)
def test_the_answer_stands_where_the_words_of_the_place_do(question: str, short: str) -> None:
    at = Tabled(CAPE)
    found = Asker(Ports(at, at, at, at, at, at), CATALOGUE).ask(Question(question))
    assert found.short == short
    assert (found.status is AnswerStatus.ANSWERED) is bool(short)
