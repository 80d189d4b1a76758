"""Which kind of answer a wording wants."""

from __future__ import annotations

import pytest

from tieout.ask.plan import Intent
from tieout.ask.wording.goals import asks_for_goal
from tieout.ask.wording.intents import figure_intent, parts
from tieout.ask.wording.question import Measure, Question, read_question


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("How did the exit rate of the over-fifties move across the three years?", Intent.TREND),
        ("Describe how milling losses developed over the three years.", Intent.TREND),
        ("What was mean flour use across the three years?", Intent.AVERAGE),
        ("How many carts in all were sold between 2022 and 2024?", Intent.SUM),
        ("Between women and men, who got more hours?", Intent.COMPARE),
        ("Did the share of women rise after 2022?", Intent.CHANGE),
        ("What share of the top management tier is female?", Intent.LOOKUP),
    ],
)
def test_intents(question, intent):
    assert figure_intent(read_question(Question(question))) is intent


@pytest.mark.parametrize(
    ("question", "measure"),
    [
        ("What part of the workforce is part-time?", Measure.SHARE),
        ("What part of the report names the mill?", Measure.ANY),
        ("What is the budget for the school?", Measure.MONEY),
    ],
)
def test_measures(question, measure):
    assert read_question(Question(question)).measure is measure


def test_after_a_year_begins_with_that_year():
    reading = read_question(Question("Did the share of women rise after 2022?"))
    assert reading.since
    assert reading.years == ("2022",)


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("What is the target for grain loss?", True),
        ("By how much shall grain loss fall?", True),
        ("What will grain loss be in 2030?", True),
        ("What was grain loss in 2030?", True),
        ("What was grain loss in 2024?", False),
    ],
)
def test_goals_are_asked_for_in_words_or_by_a_year_to_come(question, asked):
    assert asks_for_goal(read_question(Question(question)), "2024") is asked


def test_both_sides_of_a_ratio_have_the_noun():
    assert parts(read_question(Question("What is the ratio of old to new mills?"))) == ("old mills?", "new mills?")
