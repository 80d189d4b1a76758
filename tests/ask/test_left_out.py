"""Whether a clause is left out: the verdict follows the way it is asked."""

from __future__ import annotations

import pytest

from tieout.ask.wording.question import Question


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Is GRI 303-3 reported?", "yes, disclosed"),
        ("Was GRI 303-3 waived?", "no, disclosed"),
        ("Was GRI 403-9 left out?", "yes, omitted"),
        ("Is GRI 403-9 reported?", "no, omitted"),
        ("Is GRI 303-5 listed?", "no, not listed"),
        ("Is GRI 303-5 missing from the index?", "yes, not listed"),
        ("In which index table is GRI 303-3?", "2.1 Resources"),
    ],
)
def test_the_verdict_follows_the_way_it_is_asked(asker, question, short):
    assert asker.ask(Question(question, reports=("mm-2024",))).short == short
