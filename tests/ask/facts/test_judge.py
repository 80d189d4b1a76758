"""The judge: what it weighs, how sure it is, and what it may never decide."""

from __future__ import annotations

import pytest
from tests.ask.facts.paged import Paged
from tests.ask.said import Said

from tieout.ask.facts.judge import likelihood, margin, surest
from tieout.ask.facts.judge_weights import WEIGHTS
from tieout.model import AnswerStatus

PAGES = {
    1: "The harbour shop has handed out 25 leaflets on knots. Ropes are soaked in the great vat. "
    "The night watch looks after the gangway and rings the bell. Two new female pilots joined the Pilot Choir in 2031. "
    "We received assurance from a third party for certain figures on tar. A bell crew was formed in spring."
}
MEANS = {"papers": "leaflets", "given": "handed", "bathed": "soaked", "guards": "looks"}
"""What the stand-in encoder takes for the same, and no vocabulary knows."""


class Apt(Said):
    """An alignment that knows some words which mean the same."""

    def __init__(self, text: str, other: str) -> None:
        super().__init__(text, other)
        self._text, self._there = text, other

    def nearness(
        self, span: tuple[int, int], around: tuple[int, int] | None = None, reach: tuple[int, int] = (0, 0)
    ) -> float:
        word = self._text[span[0] : span[1]].lower()
        return 0.8 if MEANS.get(word, "\0") in self._there.lower() else super().nearness(span, around, reach)


@pytest.fixture
def harbour(monkeypatch: pytest.MonkeyPatch) -> Paged:
    monkeypatch.setattr("tests.ask.tiny.Said", Apt)
    return Paged(PAGES)


def test_a_sentence_answers_that_says_it_in_other_words(harbour: Paged) -> None:
    answer = harbour.ask("How many papers on knots were given away by the harbour shop?")
    assert (answer.status, answer.short) == (AnswerStatus.ANSWERED, "25")
    assert answer.citations[0].passage.quote in PAGES[1]


@pytest.mark.parametrize(
    "question",
    [
        "How many papers on tides were given away by the harbour shop?",
        "How many pilots does the Pilot Choir have?",
        "Who formed the bell crew?",
        "Which handbook on knots was given away by the harbour shop?",
        "How many papers on knots did Copperleaf give to the Lake Guild?",
        "How many hours on knots were given by the harbour shop?",
    ],
)
def test_what_speaks_against_it_is_stronger_than_nearness(harbour: Paged, question: str) -> None:
    assert harbour.ask(question).status is AnswerStatus.NOT_FOUND


def test_nearness_speaks_for_a_sentence_and_falling_behind_against_it() -> None:
    near = likelihood({"near": 0.8, "words": 0.8, "span": 1.0})
    assert 0.0 < likelihood({}) < near < 1.0
    assert likelihood({"near": 0.8, "words": 0.8, "span": 1.0, "words_behind": 0.3}) < near
    assert WEIGHTS["span"] > 0 > WEIGHTS["words_behind"]


def test_a_lead_counts_up_to_a_point() -> None:
    assert margin(1.0, [0.5, -2.0]) == pytest.approx(0.5)
    assert margin(9.0, [0.0]) == margin(99.0, [0.0])
    assert margin(-1.0, []) > 0.0


def test_of_nothing_nothing_is_sure() -> None:
    assert surest([], 0.0, spanless=True) is None
