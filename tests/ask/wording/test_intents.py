"""Which kind of answer a wording wants."""

from __future__ import annotations

import pytest

from tieout.ask.plan import Intent
from tieout.ask.wording.goals import asks_for_goal
from tieout.ask.wording.intents import addends, figure_intent, parts
from tieout.ask.wording.question import Measure, Question, read_question


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("How did the exit rate of the over-fifties move across the three years?", Intent.TREND),
        ("Describe how milling losses developed over the three years.", Intent.TREND),
        ("What was mean flour use across the three years?", Intent.AVERAGE),
        ("How many carts in all were sold between 2022 and 2024?", Intent.SUM),
        ("Over the three years on record, how much flour was milled in all?", Intent.SUM),
        ("Trace the number of carts across the three years.", Intent.TREND),
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


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("Was the share of oak larger or smaller in 2031 than in 2030?", Intent.CHANGE),
        ("Which age group left at the fastest rate?", Intent.RANK),
        ("Does the yarn total divided by the headcount give the printed figure per head?", Intent.CONSISTENCY),
        ("Old and new sacks taken together, how many were there?", Intent.SUM),
    ],
)
def test_what_is_to_be_done_is_told_by_the_wording(question: str, intent: Intent) -> None:
    assert figure_intent(read_question(Question(question))) is intent


def test_the_number_of_a_scope_is_nothing_to_add() -> None:
    assert addends(read_question(Question("What were the total emissions (Scope 1, 2 and 3)?"))) is None
    assert addends(read_question(Question("Old and new sacks taken together, how many were there?"))) == (
        "old",
        "new sacks",
    )


@pytest.mark.parametrize(
    ("question", "sides"),
    [
        ("What percentage of the 90 spills affected the quay?", ("the quay?", "90 spills")),
        ("What share of the jobs went to old hands?", ("old hands?", "jobs")),
    ],
)
def test_what_is_affected_is_the_part(question: str, sides: tuple[str, str]) -> None:
    assert parts(read_question(Question(question))) == sides
