"""What is left of a question once the words that lead over an index row are set aside."""

from __future__ import annotations

import pytest

from tieout.ask.wording.leading import lead_over, without_codes
from tieout.ask.wording.question import Question, read_question


@pytest.mark.parametrize(
    ("question", "code", "left"),
    [
        ("Look up the table HKEX B6.2 refers to: how many looms broke?", "b6.2", "how many looms broke?"),
        (
            "Which guild got the most yarn in the table that answers HKEX B3.2, and how much?",
            "b3.2",
            "Which guild got the most yarn and how much?",
        ),
        (
            "Follow HKEX B7.2 to its dye subsection: what stands there?",
            "b7.2",
            "what stands there in dye?",
        ),
        (
            "In the chapter indexed for dye baths (B4.1), which rule governs the vats?",
            "b4.1",
            "which rule governs the vats?",
        ),
        ("Which rule governs the vats in the passage cited for HKEX B5.3?", "b5.3", "Which rule governs the vats?"),
        ("What thread is spared, per the table GRI 301-2 points to?", "301-2", "What thread is spared?"),
        ("Which looms broke, according to the note at 2-18?", "2-18", "Which looms broke?"),
        ("What does GRI 303-1 ask of B3.1?", "303-1", "What does ask of B3.1?"),
    ],
)
def test_the_way_over_the_index_is_no_part_of_what_is_asked(question: str, code: str, left: str) -> None:
    assert without_codes(read_question(Question(question)), [code]).text == left


def test_a_question_of_nothing_but_a_code_stays() -> None:
    assert without_codes(read_question(Question("GRI 303-1?")), ["gri 303-1"]).text == "GRI 303-1?"


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("In the section indexed for dye (B2.3), what rule was set", "In the section indexed for dye (B2.3), "),
        ("Using the data cited for B5.1, which mill lost", "Using the data cited for B5.1, "),
        ("In 2031, which mill lost", ""),
        ("Which rule stands in the section cited for B2.3", ""),
    ],
)
def test_what_leads_to_a_place_is_told_from_the_question(text: str, lead: str) -> None:
    assert lead_over(text) == lead
