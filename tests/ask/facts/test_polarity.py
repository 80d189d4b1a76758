"""Whether a sentence affirms or denies."""

from __future__ import annotations

import pytest

from tieout.ask.facts.polarity import affirms
from tieout.ask.wording.words import terms


@pytest.mark.parametrize(
    ("sentence", "asked", "verdict"),
    [
        ("No breach was reported through the anonymous tip line.", "tip line", None),
        ("The mill has no tip line.", "tip line", False),
        ("Tips are taken on an anonymous tip line.", "tip line", True),
        ("Waste is not burnt by means of the kiln.", "kiln", None),
        ("Noise at the looms was classed as non-material.", "noise material", False),
        ("Two non-weaving members sit on the panel.", "non-weaving members panel", True),
    ],
)
def test_what_serves_a_denied_thing_is_not_denied(sentence, asked, verdict):
    assert affirms(sentence, terms(asked)) is verdict
