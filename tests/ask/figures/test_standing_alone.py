"""A row of a table that nothing else comes near to, though the question says more than it does."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tieout.ask.figures.linking import Candidate
from tieout.ask.figures.series import Series, gather_series
from tieout.ask.figures.standing_alone import stands_alone
from tieout.ask.wording.question import Question, read_question
from tieout.model import Catalogue, Observation, Origin, Passage

ASKED = read_question(Question("How did the pile of spoilt yarn go in 2031?"))


def _series(indicator: str, unit: str = "t", origin: Origin = Origin.TABLE) -> Series:
    place = Passage("mill-2031", 1, 0, 9, "Yarn t 12")
    seen = Observation(
        report="mill-2031", organization="Mill", period="2031", indicator=indicator, passage=place, raw_value="12",
        value=Decimal(12), unit=unit, origin=origin, cell=(7, 9),
    )  # fmt: skip
    return gather_series([seen], Catalogue())[0]


def _candidate(series: Series | None, score: float, explained: float = 0.5) -> Candidate:
    return Candidate(series, None, "yarn", score, explained, 0.6, ("pile",), 1.0)


BEST = _candidate(_series("Spoilt yarn"), 0.7)


def test_a_row_far_ahead_answers() -> None:
    assert stands_alone(BEST, [BEST, _candidate(_series("Wool"), 0.5)], ASKED)


@pytest.mark.parametrize("other", [_series("Wool"), None], ids=["another row", "what no report measures"])
def test_a_row_with_another_close_behind_does_not(other: Series | None) -> None:
    assert not stands_alone(BEST, [BEST, _candidate(other, 0.6)], ASKED)


def test_a_sentence_that_tells_of_the_row_does_not_stand_against_it() -> None:
    assert stands_alone(BEST, [BEST, _candidate(_series("yarn", origin=Origin.TEXT), 0.65)], ASKED)


@pytest.mark.parametrize(
    "weak",
    [
        _candidate(_series("Spoilt yarn"), 0.7, explained=0.3),
        _candidate(_series("Spoilt yarn"), 0.5),
        _candidate(_series("Spoilt yarn", origin=Origin.TEXT), 0.7),
        replace(BEST, said=0.5),
        replace(BEST, nearness=0.3),
    ],
    ids=["says too little", "is too far", "stands in a sentence", "its part is not said", "means something else"],
)
def test_what_says_too_little_never_does(weak: Candidate) -> None:
    assert not stands_alone(weak, [weak], ASKED)


def test_another_kind_of_quantity_never_does() -> None:
    money = read_question(Question("How much money did the spoilt yarn cost?"))
    assert not stands_alone(BEST, [BEST], money)
