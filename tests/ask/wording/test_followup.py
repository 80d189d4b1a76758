"""Follow-ups: the whole question that a short one stands for, from words alone."""

from __future__ import annotations

import pytest
from tests.ask.moor import CATALOGUE
from tests.ask.tabled import Printed, Row, Tabled

from tieout.ask.asker import Asker
from tieout.ask.ports import Ports
from tieout.ask.wording.followup import resolve
from tieout.ask.wording.question import Question

COMPANIES = ["Otter & Quill Plc", "Brine Holding AG"]
WATER = "How much water did Otter & Quill draw in 2024?"


@pytest.mark.parametrize(
    ("before", "now", "meant"),
    [
        (WATER, "and in 2022?", "How much water did Otter & Quill draw in 2022?"),
        (WATER, "The year before?", "How much water did Otter & Quill draw in 2023?"),
        (WATER, "What about Brine?", "How much water did Brine draw in 2024?"),
        (WATER, "in litres?", "How much water did Otter & Quill draw in 2024 in litres?"),
        (WATER, "and the change?", "By how much did water draw at Otter & Quill change from 2023 to 2024?"),
        (WATER, "How did it develop?", "How did water draw at Otter & Quill develop?"),
        (WATER, "and peat?", "What was peat at Otter & Quill in 2024?"),
        (WATER, "And how many staff were there?", "How many staff were there at Otter & Quill in 2024?"),
        ("What was the quota of men in 2023?", "for women?", "What was the quota of women in 2023?"),
        ("What was the quota of men in 2023?", "and women in 2021?", "What was the quota of women in 2021?"),
        ("How many staff under 30 are there?", "over 50?", "How many staff over 50 are there?"),
        ("How many staff are there?", "part-time?", "How many staff are there for part time?"),
        ("How many staff are there?", "Brine Holding AG?", "How many staff are there at Brine Holding AG?"),
        ("Which region had the most staff in 2023?", "and in 2024?", "Which region had the most staff in 2024?"),
        ("Which region had the most staff in 2023?", "and which grade?", "Which grade had the most staff in 2023?"),
        ("Who heads the board?", "and the audit committee?", "Who heads the audit committee?"),
        ("Why did peat use rise in 2024?", "Did it fall in 2023?", "Did peat use fall in 2023?"),
    ],
)
def test_a_follow_up_is_read_whole(before: str, now: str, meant: str) -> None:
    assert resolve(now, [before], COMPANIES) == meant


@pytest.mark.parametrize(
    "question",
    [
        "What was the paper use in 2021?",
        "Who chairs the works council?",
        "Which policy governs travel?",
        "??",
        "Is GRI 305-1 reported?",
    ],
)
def test_a_whole_question_stays_as_it_is(question: str) -> None:
    assert resolve(question, [WATER], COMPANIES) == question
    assert resolve(question, []) == question


def test_follow_ups_follow_each_other() -> None:
    asked = [WATER, "and in 2022?", "What about Brine?"]
    assert resolve("the year after?", asked, COMPANIES) == "How much water did Brine draw in 2023?"


def test_the_reading_is_bounded() -> None:
    assert len(resolve("and in 2022?", ["why " * 900] * 50)) <= 2000


@pytest.fixture
def asker() -> Asker:
    """Two companies with a row each."""
    world = Tabled(
        Printed(
            "otter-2024",
            COMPANIES[0],
            ("2023", "2024"),
            (Row("Water withdrawal", "m3", ("640", "720"), "water-withdrawal"),),
        ),
        Printed(
            "brine-2024",
            COMPANIES[1],
            ("2023", "2024"),
            (Row("Water withdrawal", "m3", ("55", "44"), "water-withdrawal"),),
        ),
    )
    return Asker(Ports(world, world, world, world, world, world), CATALOGUE)


def test_the_answer_says_as_what_it_was_read(asker: Asker) -> None:
    before = "What was Otter & Quill's water withdrawal in 2024?"
    answer = asker.ask(Question("and Brine?", previous=(before,)))
    assert answer.short == "44"
    assert answer.question == "and Brine?"
    assert answer.notes[0] == "Read as: What was Brine's water withdrawal in 2024?"
    assert answer.plan.to_json()["read_as"] == "What was Brine's water withdrawal in 2024?"


def test_a_question_by_itself_has_no_reading(asker: Asker) -> None:
    answer = asker.ask(
        Question("What was Brine's water withdrawal in 2023?", previous=("How many staff has Otter & Quill?",))
    )
    assert answer.short == "55"
    assert "read_as" not in answer.plan.to_json()
