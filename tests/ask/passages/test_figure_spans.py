"""Figures of sentences: what counts nothing that is asked, and the years that stand behind one in brackets."""

from __future__ import annotations

import pytest

from tieout.ask.passages.figure_spans import course_told, figure_matches, find_figure, told_as, years_beside
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


@pytest.mark.parametrize(
    ("asked", "told"),
    [("share of old hands", "26.4%"), ("target for the share of old hands", "20%")],
)
def test_what_was_reached_is_told_unless_the_goal_is_asked_for(asked: str, told: str) -> None:
    text = "The target of a high share of old hands in the mill of 20 percent was exceeded again at 26.4 percent."
    assert find_figure(text, terms(asked), Wanted.SHARE, ()) == told


@pytest.mark.parametrize(
    ("text", "years", "short"),
    [
        ("In 2031, 1,200 bales (2030: 1,100; 2029: 9) were spun.", ("2029", "2031"), "9, 1,100, 1,200"),
        ("1,200 bales were spun in 2031 (2030: 1,100; 2029: 9).", ("2029", "2031"), "9, 1,100, 1,200"),
        ("In 2031, 1,200 bales (2030: 1,100) were spun.", ("2029", "2031"), None),
        ("In 2031, 1,200 bales (2030: 1,100) and 7 vats (2030: 6) were made.", ("2030", "2031"), None),
        ("In 2030, 1,200 bales (2029: 9) were spun.", ("2029", "2031"), None),
        ("The mills spun 1,200 bales (2030: 1,100; 2029: 9).", ("2029", "2031"), "9, 1,100, 1,200"),
    ],
    ids=["all years", "its own year between", "no first year", "two figures", "another year", "of the period"],
)
def test_a_course_is_told_by_the_years_in_brackets(text: str, years: tuple[str, ...], short: str | None) -> None:
    found = course_told(text, years, "2031")
    assert (found.short if found is not None else None) == short
    assert found is None or found.verdict == "It rose from 9 (2029) to 1,200 (2031)"
