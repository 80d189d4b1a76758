"""What keeps a near sentence from answering: another's people, a day on which something merely is so, an exclusion."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.ask.mill import CATALOGUE, REPORT, Mill

from tieout.ask.asker import Asker
from tieout.ask.ports import Found, Ports
from tieout.ask.wording.question import Question
from tieout.model import AnswerStatus, Passage

TEXT = (
    "Copperleaf listens to its employees in canteen talks every week. The bobbin bond of the mills (as of March 2031) is "
    "traded freely. The wages of the night shift cover all bonuses, excluding the harvest gift. The Spool Council consists "
    "of the Head of Carding and two weavers. The new lamps in the carding hall, which dim when nobody walks by, have cut "
    "the use of electricity by 35%. Tips without a name are not followed up by the mill. "
    "Two new female judges were appointed to the Yarn Jury in 2031. The reasons of those who leave are asked for. Idle hours "
    "were mainly influenced by late parts. The mill strictly forbids tolerating idle gossip and bans dyes with lead in its halls."
)


class Talks(Mill):
    """The mill with another first page, which is all that is found."""

    def page_text(self, report: str, page: int) -> str:
        return TEXT if page == 1 else super().page_text(report, page)

    def search(self, text: str, k: int, reports: Sequence[str]) -> list[Found]:
        return [Found(Passage(REPORT, 1, 0, len(TEXT), TEXT), (), TEXT, 1.0)]


@pytest.fixture
def talks() -> Asker:
    """The asker over it."""
    at = Talks()
    return Asker(Ports(at, at, at, at, at, at), CATALOGUE)


@pytest.mark.parametrize(
    "question",
    [
        "How does the mill listen to its suppliers?",
        "When was the bobbin bond traded freely for the first time?",
        "Can tips be given without a name?",
        "Does the mill report its bobbin bonds?",
        "How many judges does the Yarn Jury have?",
        "Which hall had the most bobbins?",
        "What was the average pay of the Spool Council?",
        "What was the total weight of the two weavers?",
        "Did the harvest gift of the night shift fall?",
        "Is Copperleaf a fair company?",
    ],
)
def test_a_near_sentence_is_no_answer(talks: Asker, question: str) -> None:
    assert talks.ask(Question(question, reports=(REPORT,))).status is AnswerStatus.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("How does the mill listen to its employees?", "Copperleaf listens to its employees"),
        ("Do the bonuses of the night shift include the harvest gift?", "no"),
        ("Is idle gossip tolerated?", "no"),
        ("Are dyes with lead allowed in the halls of the mill?", "no"),
        ("Does the mill ban dyes with lead?", "yes"),
        ("Why did idle hours change?", "Idle hours were mainly influenced"),
        ("Who sits on the Spool Council?", "Head of Carding"),
        ("How much electricity do the new lamps in the carding hall save?", "35%"),
    ],
)
def test_what_is_said_is_answered(talks: Asker, question: str, start: str) -> None:
    found = talks.ask(Question(question, reports=(REPORT,)))
    assert found.status is AnswerStatus.ANSWERED
    assert found.short.startswith(start)
