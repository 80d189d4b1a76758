"""What the wording of a question says by itself: pronouns, countries, denied verbs, measures."""

from __future__ import annotations

import pytest

from tieout.ask.wording.pronouns import named_again
from tieout.ask.wording.question import Measure, Question, read_question


@pytest.mark.parametrize(
    ("first", "second", "named"),
    [
        ("Who chairs Mill's Harbour Council", "how often does it meet?", "how often does the Harbour Council meet?"),
        ("Is GRI 303-3 in the index", "where does it point?", "where does GRI 303-3 point?"),
        ("How much flour was ground", "how often does it meet?", "how often does it meet?"),
        ("Who chairs Mill", "how often does it meet?", "how often does it meet?"),
        ("Who chairs the Harbour Council", "who chairs the Weir Panel?", "who chairs the Weir Panel?"),
    ],
)
def test_a_pronoun_is_replaced_by_the_name_before_it(first: str, second: str, named: str) -> None:
    assert named_again(second, first, ["Mill"]) == named


def test_the_country_is_told_from_the_pronoun() -> None:
    assert "united states" in read_question(Question("Which US law applies?")).folded
    assert "united states" not in read_question(Question("Which law applies to us?")).folded


def test_a_denied_verb_stands_before_its_participle() -> None:
    assert read_question(Question("Why isn't packaging reported?")).folded == "why is packaging not reported?"


@pytest.mark.parametrize(
    ("question", "measure"),
    [
        ("What was the average remuneration?", Measure.ANY),
        ("What is the corporate policy on separate collection?", Measure.ANY),
        ("What is the pay ratio?", Measure.SHARE),
        ("Which entrepreneur runs the mill?", Measure.ANY),
        ("What were the expenditures on looms?", Measure.MONEY),
        ("Who had the higher training hours?", Measure.HOURS),
        ("How many weavers are left-handed, as a percentage?", Measure.SHARE),
    ],
)
def test_a_measure_is_a_word_not_a_part_of_one(question: str, measure: Measure) -> None:
    assert read_question(Question(question)).measure is measure


def test_the_day_on_which_a_period_ends_is_its_year():
    for text in (
        "as of 31 December 2030",
        "at December 31, 2030",
        "on 31.12.2030",
        "as of 30 June 2030",
        "as of 12/31/2030",
    ):
        reading = read_question(Question(f"How many looms stood in the hall {text}?"))
        assert reading.years == ("2030",), text
        assert "31" not in reading.folded, text
        assert "june" not in reading.folded, text
    assert "7 august" in read_question(Question("What happened on 7 August 2030?")).folded


def test_the_size_of_a_crew_is_a_number():
    assert read_question(Question("What was the size of the mill's wagon fleet?")).measure is Measure.COUNT
