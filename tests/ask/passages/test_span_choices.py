"""All spans of a sentence that could answer, whatever the question calls what they belong to."""

from __future__ import annotations

import pytest

from tieout.ask.passages.span_choices import choices
from tieout.ask.passages.spans import wanted_kind
from tieout.ask.wording.question import Question, read_question
from tieout.ask.wording.words import terms


def told(question: str, sentence: str) -> list[str]:
    reading = read_question(Question(question))
    return [c.told for c in choices(sentence, wanted_kind(reading), reading, terms(reading.folded))]


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("In how many shops was it sold?", "The rope is sold in 258 stores and 3 barges.", ["258", "3"]),
        ("How many hours did the weavers rest?", "The 40 weavers rested for 12 hours.", ["12"]),
        ("How old are the oldest looms?", "The 40 looms are up to 90 years old.", ["90"]),
        ("How much was spent on dye?", "In 2031 the mill spent EUR 40 on dye for 7 looms.", ["40"]),
        ("What share of the ropes is new?", "Of 80 ropes 35% are new.", ["35%"]),
        ("How long has the guild been a partner?", "Since 2014, the guild has been our partner.", ["Since 2014"]),
        ("How much working time may be spent on reading?", "Weavers may read for two hours a month.", ["two hours"]),
        ("By when is the lake to be clean?", "The lake is to be clean by the end of 2034.", ["2034"]),
        ("Where do the weavers find the rules?", "The rules hang on the wall of the mill.", ["on the wall"]),
        ("What is the plan for ropes called?", "The plan “Long Line” is for ropes.", ["Long Line"]),
        ("Who gave the mill the Certificate of Calm?", "A Certificate of Calm came from the Lake Guild.", ["the Lake Guild"]),
    ],
)  # fmt: skip
def test_spans_of_the_kind_asked_for(question: str, sentence: str, expected: list[str]) -> None:
    found = told(question, sentence)
    assert [c.removeprefix("the ") for c in expected if c.removeprefix("the ") in " | ".join(found)] == [
        c.removeprefix("the ") for c in expected
    ]


@pytest.mark.parametrize(
    ("question", "sentence", "never"),
    [
        ("How many looms were moved?", "The moves are of the kinds \"5.2 Sale of Looms\" and - 4. Less dust.", {"5.2", "4"}),
        ("How many tonnes of dye were used?", "The dye was used by 40 weavers.", {"40"}),
        ("When was the last fair?", "Weavers by age 2033 2032 2031 were under 30.", {"2033", "2032", "2031"}),
        ("When did the guild meet?", "As of June 2031 the guild had 9 members.", {"June 2031", "2031"}),
        ("To whom does the lake officer report?", "The town's lake officer has been named.", {"lake officer"}),
    ],
)  # fmt: skip
def test_what_is_of_another_kind_is_no_choice(question: str, sentence: str, never: set[str]) -> None:
    assert never.isdisjoint(told(question, sentence))
