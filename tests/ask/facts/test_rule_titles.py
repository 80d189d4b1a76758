"""Rule books told by what they govern, by the time from which they apply, and by their names in quotation marks."""

from __future__ import annotations

import pytest
from tests.ask.facts.paged import Paged

from tieout.model import AnswerStatus

PAGES = {
    1: "Night shifts, overtime and holidays of all weavers are subject to the mill's Shift and Rest System (2030 Edition). "
    "Wages are determined according to the Loom Pay System, and bread is free. "
    "For lamp oil, we adopt the burning factor (0.31 t per barrel) specified in the Notice on Oils and Fats for Lamps from 2029 to 2031 issued by the town. "
    "Ropes are tested in accordance with the Rope Testing Rules of the harbour. Beside the Copperleaf Dyeing Code, there will be a Copperleaf Gossip Regulation from 2032, which sets out who may speak. "
    "The Copperleaf Lamp Regulation has been read aloud.",
}


@pytest.fixture
def mill() -> Paged:
    return Paged(PAGES)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        (
            "Which internal document lays down the rules on night shifts, overtime and time off?",
            "Shift and Rest System (2030 Edition)",
        ),
        ("According to which internal document are wages determined?", "Loom Pay System"),
        (
            "From which official notice was the factor for burning lamp oil taken?",
            "Notice on Oils and Fats for Lamps from 2029 to 2031",
        ),
        ("In accordance with which rules are ropes tested?", "Rope Testing Rules"),
        ("From when will Copperleaf have a separate regulation on gossip in addition to its Dyeing Code?", "2032"),
        ("Since when is there a rulebook for gossip?", "2032"),
    ],
)
def test_the_title_or_the_time_stands_in_the_form_of_saying_so(mill: Paged, question: str, short: str) -> None:
    assert mill.ask(question).short == short


@pytest.mark.parametrize(
    "question",
    [
        "Which internal document lays down the rules on barges?",
        "Which handbook lays down the rules on night shifts and overtime?",
        "From which official notice was the factor for coal taken?",
        "From when will Copperleaf have a separate regulation on gossip in addition to its Harbour Code?",
        "From when will there be a regulation on lamps?",
        "From when will there be a rulebook for barges?",
    ],
)
def test_another_rule_book_is_not_taken_for_it(mill: Paged, question: str) -> None:
    assert mill.ask(question).status is AnswerStatus.NOT_FOUND
