"""A verdict reaches no farther than the sentence it rests on."""

from __future__ import annotations

import pytest

from tieout.ask.facts.how_far import says_how_far
from tieout.ask.wording.question import Question, read_question


@pytest.mark.parametrize(
    ("question", "sentence", "far"),
    [
        ("Is the loom code in force in all entities?", "the loom code is in force.", False),
        ("Is the loom code in force in all entities?", "the loom code is in force in every hall.", True),
        ("Is the loom code in force in all entities?", "the loom code is not in force yet.", True),
        ("Do all mills spin wool?", "some mills spin wool.", False),
        ("Is yarn outside the appendix assured?", "yarn in the appendix is assured.", False),
        ("Is yarn outside the appendix assured?", "only yarn in the appendix is assured.", True),
        ("Is yarn assured?", "yarn is assured.", True),
    ],
)
def test_all_and_outside_are_said_or_not(question: str, sentence: str, far: bool) -> None:
    assert says_how_far(sentence, read_question(Question(question))) is far
