"""Figures of sentences: what counts nothing that is asked, and the years that stand behind one in brackets."""

from __future__ import annotations

import pytest

from tieout.ask.passages.figure_spans import figure_matches, find_figure, told_as, years_beside
from tieout.ask.passages.units_beside import has_unit_beside
from tieout.ask.passages.wanted import Wanted
from tieout.ask.wording.question import Question, read_question
from tieout.ask.wording.words import terms


@pytest.mark.parametrize("text", ["As at December 31, looms ran.", "As at 31 December, looms ran."])
def test_the_day_of_a_month_counts_nothing(text: str) -> None:
    assert figure_matches(text, Wanted.COUNT, (), goals=False) == []


def test_days_are_no_count_of_anything_else() -> None:
    text = "Complaints about yarn are answered within 5 working days."
    assert find_figure(text, terms("complaints yarn"), Wanted.COUNT, ()) is None
    asked = read_question(Question("How many complaints about yarn came in?"))
    five = next(m for m in figure_matches(text, Wanted.COUNT, (), goals=False) if told_as(m) == "5")
    assert not has_unit_beside(text[five.end() :], "5", asked)


@pytest.mark.parametrize(
    ("years", "more"),
    [
        (("2031", "2030", "2029"), ["1100", "9"]),
        (("2031", "2030"), ["1100"]),
        (("2031",), []),
        (("2031", "2028"), []),
    ],
)
def test_other_years_in_brackets_are_told_where_they_are_asked_for(years: tuple[str, ...], more: list[str]) -> None:
    text = "In 2031, 1,200 bales (2030: 1,100; 2029: 9) were spun."
    assert years_beside(text, "1200", years) == more
