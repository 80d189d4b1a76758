"""Why something moved is told by a cause, and things counted stand right behind their number."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.ask.mill import CATALOGUE, REPORT, Mill

from tieout.ask.asker import Asker
from tieout.ask.facts.causes import tells_of_it
from tieout.ask.ports import Found, Ports
from tieout.ask.wording.question import Question, read_question
from tieout.model import AnswerStatus, Passage

TEXT = (
    "The mood score of the weavers had risen for years since the start of the survey in 2019. In 2031, the mood score of the "
    "weavers stagnated. The main cause was the long frost, which shut the canteen. Dust in the carding hall is mostly caused "
    "by old looms. In 2031 a total of 1,204,350 bale miles were covered by canal boat. Over the summer seven cloth finishing "
    "partners were reviewed, ten years after the weaving guild wrote its charter on careful buying. New vats stand in Wet "
    "Dye Halls and were put up at the Quillhaven works."
)


class Told(Mill):
    """The mill with another first page, which is all that is found."""

    def page_text(self, report: str, page: int) -> str:
        return TEXT if page == 1 else f"{super().page_text(report, page)} All wet dye halls are swept."

    def search(self, text: str, k: int, reports: Sequence[str]) -> list[Found]:
        return [Found(Passage(REPORT, 1, 0, len(TEXT), TEXT), (), TEXT, 1.0)]


@pytest.fixture
def told() -> Asker:
    """The asker over it."""
    at = Told()
    return Asker(Ports(at, at, at, at, at, at), CATALOGUE)


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("Why did the mood score of the weavers not improve any further in 2031?", "The main cause was the long frost"),
        ("How many bale miles did the workers cover by canal boat in 2031?", "1204350"),
        ("How many cloth finishing partners did the mill put through its careful review in 2031?", "7"),
        ("Where were the new vats put up?", "Quillhaven"),
    ],
)
def test_a_cause_a_count_and_a_place_are_told(told: Asker, question: str, start: str) -> None:
    found = told.ask(Question(question, reports=(REPORT,)))
    assert found.status is AnswerStatus.ANSWERED
    assert found.short.startswith(start)


@pytest.mark.parametrize(
    "question",
    [
        "Why did dust in the carding hall rise in 2031?",
        "How many bale miles did suppliers cover by canal boat in 2031?",
        "How many dye finishing partners were reviewed in 2031?",
    ],
)
def test_no_cause_and_others_are_not_told(told: Asker, question: str) -> None:
    assert told.ask(Question(question, reports=(REPORT,))).status is AnswerStatus.NOT_FOUND


@pytest.mark.parametrize(
    ("said", "asked", "tells"),
    [
        ("The rise was due to new looms.", "Why did dust rise?", True),
        ("The rise was due to new looms.", "Why did dust fall?", False),
        ("Because of an improved method the figures were corrected.", "Why did dust rise?", False),
        ("It stayed at the same level because of the frost.", "Why did dust not fall?", True),
    ],
)
def test_a_cause_tells_of_the_movement_asked_about(said: str, asked: str, *, tells: bool) -> None:
    assert tells_of_it(said, read_question(Question(asked))) is tells
