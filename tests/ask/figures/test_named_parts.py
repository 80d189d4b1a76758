"""A question that names several parts of one split is answered with each of them."""

from __future__ import annotations

import pytest

from tieout.ask.asker import Asker
from tieout.ask.draft import Draft
from tieout.ask.joined import asks_share_of_that, with_its_share
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
    found = with_its_share(draft)
    assert (found.short if found is not None else None) == short
