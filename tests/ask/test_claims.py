"""Claims of a report held against what it tells elsewhere: a target, a corrected figure, a list of topics."""

from __future__ import annotations

import pytest
from tests.ask.facts.paged import Paged
from tests.ask.mill import REPORT

from tieout.model import AnswerStatus, Entity, Passage

PAGES = {
    1: "Copperleaf had set itself the following targets for 2031:\n• Dye research of over 12 percent of all sales\n• Thread loss of under 5 percent\n"
    "The topics are weighed by the board each year.\n",
    2: "Around 11 percent (2030: 12 percent) of sales was spent on dye research, thus meeting the target for 2031. "
    "Thread loss stood at 4 percent, thus meeting the target for 2031.\n",
    3: "The share of women among the masters was 33 percent in 2031. ",
    4: "By counting more strictly, the share of women among the masters was corrected to 35 percent for 2030. It had been 29 percent.\n",
    5: "The topic of honest scales was classified as relevant, but not as material.\n",
    6: "Honest scales\nWarm halls\n",
}


def topic(label: str) -> Entity:
    at = PAGES[6].index(label)
    return Entity(report=REPORT, kind="topic", label=label, passages=(Passage(REPORT, 6, at, at + len(label), label),))


@pytest.fixture
def mill() -> Paged:
    return Paged(PAGES, [topic("Honest scales"), topic("Warm halls")])


@pytest.mark.parametrize(
    ("question", "short", "pages"),
    [
        (
            "Is Copperleaf’s statement that it met its 2031 target for dye research consistent with the target it had set?",
            "no: 11 percent vs over 12 percent",
            {1, 2},
        ),
        (
            "Is Copperleaf's statement that it met its 2031 thread loss target consistent with the target it had set?",
            "yes: 4 percent vs under 5 percent",
            {1, 2},
        ),
        (
            "Is Copperleaf’s statement that the share of women among the masters rose in 2031 consistent with the correction of the year before?",
            "no: 33% vs 35%",
            {3, 4},
        ),
        (
            "Is Copperleaf’s statement that the share of women among the masters fell in 2031 consistent with the correction of the year before?",
            "yes: 33% vs 35%",
            {3, 4},
        ),
        (
            "Is Copperleaf’s statement that honest scales is not a material topic consistent with its list of material topics?",
            "no",
            {5, 6},
        ),
    ],
)
def test_both_places_of_a_claim_are_told(mill: Paged, question: str, short: str, pages: set[int]) -> None:
    answer = mill.ask(question)
    assert answer.short == short
    assert {c.passage.page for c in answer.citations} == pages


@pytest.mark.parametrize(
    "question",
    [
        "Is Copperleaf’s statement that it met its 2031 target for barge trips consistent with the target it had set?",
        "Is Copperleaf’s statement that warm halls is not a material topic consistent with its list of material topics?",
        "Is Copperleaf’s statement that the share of men among the cooks rose in 2031 consistent with the correction?",
    ],
)
def test_a_claim_of_which_one_place_is_missing_is_not_judged(mill: Paged, question: str) -> None:
    assert mill.ask(question).status is AnswerStatus.NOT_FOUND
