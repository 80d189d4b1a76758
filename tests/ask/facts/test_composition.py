"""Of whom a body is made up, told in one of the forms of saying so."""

from __future__ import annotations

import pytest
from tests.ask.facts.paged import Paged

from tieout.model import AnswerStatus

PAGES = {
    1: "All members of the Rope Committee are independent harbour masters. The Quay and Barge Committee is mainly composed of retired weavers and is led by one of them. "
    "When an apprentice tells of a theft, a Listening Office, consisting of members from the weavers guild, the dye house and an elected porter will be called together within a week. "
    "A Colour Council has been set up in the dye house, consisting of the Head of Dyeing, two painters and other friends of blue. "
    "The Lamp Board comprises 4 members, including 1.5 posts for apprentices. The looms stand in the north hall.",
}


@pytest.fixture
def mill() -> Paged:
    return Paged(PAGES)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("What kind of masters sit on the Rope Committee?", "independent harbour masters"),
        ("Who are the members of the Rope Committee?", "independent harbour masters"),
        ("Who sits on the Quay and Barge Committee of Copperleaf?", "mainly retired weavers"),
        (
            "From which bodies or functions do the members of the office come that is called when an apprentice reports a theft?",
            "weavers guild; dye house; elected porter",
        ),
        ("Of whom is the Listening Office composed?", "weavers guild; dye house; elected porter"),
        ("What does the Colour Council consist of?", "Head of Dyeing; two painters; other friends of blue"),
        ("What does the Lamp Board comprise?", "4 members, including 1.5 posts for apprentices"),
    ],
)
def test_the_members_of_the_body_asked_for(mill: Paged, question: str, short: str) -> None:
    assert mill.ask(question).short == short


@pytest.mark.parametrize(
    "question",
    [
        "What kind of painters sit on the Rope Committee?",
        "Who sits on the Shuttle Committee?",
        "From which functions do the members of the office come that is called when a lamp breaks?",
        "Who are the members of the Dye Board?",
        "Of whom is the Barge Office composed?",
    ],
)
def test_another_body_is_not_taken_for_it(mill: Paged, question: str) -> None:
    found = mill.ask(question)
    assert found.status is AnswerStatus.NOT_FOUND
