"""Splits written out line by line, proved by their sum."""

from __future__ import annotations

import pytest

LINES = (
    "GRI 2-7-a\nTotal number of rowers by gender:\nRowers as of 12/31/2024 (heads): 60\n"
    "Asia: female 1; male 2\nEurope: female 30; male 27\nThe data was compiled on heads."
)


def test_each_word_and_each_line_is_a_part(read) -> None:
    found = {tuple(d.value for d in o.dimensions): o.value for o in read(LINES) if o.method == "listed-members"}
    assert found == {("Asia", "female"): 1, ("Asia", "male"): 2, ("Europe", "female"): 30, ("Europe", "male"): 27}
    assert {o.indicator for o in read(LINES) if o.method == "listed-members"} == {"Total number of rowers"}


@pytest.mark.parametrize(
    "text",
    [LINES.replace("30;", "31;"), LINES.replace("male 27", "others 27"), LINES.replace("(heads): 60", "(heads)")],
    ids=["another sum", "other words", "no total"],
)
def test_without_the_sum_the_total_or_like_words_nothing_is_read(read, text: str) -> None:
    assert not [o for o in read(text) if o.method == "listed-members"]
