"""A question that names several parts of one split is answered with each of them."""

from __future__ import annotations

import pytest

from tieout.ask.asker import Asker
from tieout.ask.draft import Draft
from tieout.ask.joined import asks_count_of_that, asks_share_of_that, with_that
from tieout.ask.plan import Intent
from tieout.ask.wording.question import Question
from tieout.model import AnswerStatus


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("How many hours did men and women train in 2024?", "11, 15"),
        ("How many hours did women train in 2024?", "15"),
    ],
)
def test_each_part_that_is_named_is_told(asker: Asker, question: str, short: str) -> None:
    answer = asker.ask(Question(question, reports=("mm-2024",)))
    assert answer.status is AnswerStatus.ANSWERED
    assert answer.short == short


@pytest.mark.parametrize(
    ("second", "asks"),
    [
        ("what percentage of the workforce is that?", True),
        ("which share do they make up?", True),
        ("what percentage of the workforce is female?", False),
        ("how many is that?", False),
    ],
)
def test_a_share_of_what_was_told_is_told_from_any_other(second: str, asks: bool) -> None:
    assert asks_share_of_that(second) is asks


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("The mill employs 39 weavers, 1.4% of its staff.", "39, 1.4%"),
        ("The mill employs 39 weavers.", None),
        ("The mill employs 39 weavers, 1.4% of its staff and 3% of those at night.", None),
    ],
    ids=["one share", "none", "two"],
)
def test_only_the_one_share_beside_a_figure_is_its_own(text: str, short: str | None) -> None:
    draft = Draft(status=AnswerStatus.ANSWERED, intent=Intent.NARRATIVE, text=text, short="39")
    found = with_that(draft, "what percentage of the staff is that?")
    assert found is not None
    assert (found.short, bool(found.notes)) == (short or "39", short is None)


@pytest.mark.parametrize(
    ("second", "asks"),
    [
        ("how many people is that?", True),
        ("how many employees does that represent?", True),
        ("how many people took part in that?", False),
        ("what percentage is that?", False),
    ],
)
def test_a_count_of_what_was_told_is_told_from_any_other(second: str, asks: bool) -> None:
    assert asks_count_of_that(second) is asks


@pytest.mark.parametrize(
    ("calculation", "short"), [("39 / 2,786 x 100 = 1.4 %", "1.4, 39"), (None, "1.4")], ids=["calculated", "printed"]
)
def test_of_a_share_the_part_is_how_many_that_is(calculation: str | None, short: str) -> None:
    draft = Draft(
        status=AnswerStatus.ANSWERED, intent=Intent.SHARE, text="1.4% in 2024.", short="1.4", calculation=calculation
    )
    found = with_that(draft, "how many weavers is that?")
    assert found is not None
    assert (found.short, bool(found.notes)) == (short, calculation is None)
