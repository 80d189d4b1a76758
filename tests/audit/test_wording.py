"""Sentences and headings that speak against themselves."""

from __future__ import annotations

import pytest
from tests.audit.made import report, row, section

from tieout.audit.rules import Rule
from tieout.audit.wording import (
    boundary_is_one,
    horizons_are_disjoint,
    language_is_one,
    participants_are_counted,
    section_numbers_are_unique,
    surveys_tell_their_rate,
)

RULE = Rule("CHK-W", "w", "consistency", "", "low", "Rule")
HEADS = " Employees 820"


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("short-term (1-3 years), medium-term (3-6 years) and long-term (over 6 years)", 1),
        ("short-term (0-3 years), medium-term (4-6 years) and long-term (over 6 years)", 0),
        ("short term 1 to 2 years and medium term 2 to 5 years", 1),
        ("in the short term we plan 3 sites", 0),
    ],
)
def test_horizons_that_share_a_year_are_found(text: str, findings: int) -> None:
    assert len(list(horizons_are_disjoint(report(text), RULE))) == findings


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("The survey went to all employees. A total of 96 responses were received.", 1),
        ("The survey went to all employees. A total of 96 responses were received, a response rate of 12%.", 0),
        ("The survey went to all employees. A total of 790 responses were received.", 0),
        ("The survey went to our customers. A total of 96 responses were received.", 0),
    ],
)
def test_a_survey_of_all_tells_its_rate(text: str, findings: int) -> None:
    made = report(text + HEADS)
    assert len(list(surveys_tell_their_rate(row(made, 1, HEADS.strip(), "emp-total", "820"), made, RULE))) == findings


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("We held 12 training sessions for all employees, with 3,100 participants.", 1),
        ("We held 12 training sessions for all employees, with 3,100 participants (person-times).", 0),
        ("We held 12 training sessions for all employees, with 640 participants.", 0),
        ("We held an open day with 3,100 participants.", 0),
    ],
)
def test_participants_above_the_heads_need_person_times(text: str, findings: int) -> None:
    made = report(text + HEADS)
    assert len(list(participants_are_counted(row(made, 1, HEADS.strip(), "emp-total", "820"), made, RULE))) == findings


def test_a_number_of_two_sections_is_found_unless_chapters_count_anew() -> None:
    text = " ".join(f"1.{i} Title {i}" for i in range(1, 13))
    made = report(text)
    single = [
        section(f"1.{i}", f"Title {i}", 1, text.index(f"1.{i} "), text.index(f"Title {i}") + 7) for i in range(1, 13)
    ]
    again = section("1.4", "Another", 1, 0, 11)
    assert list(section_numbers_are_unique(report(text, sections=tuple(single)), RULE)) == []
    (found,) = section_numbers_are_unique(report(text, sections=(*single, again)), RULE)
    assert "“Title 4” on page 1 and “Another” on page 1" in found.explanation
    anew = [section(s.number, f"{s.title} again", 1, s.start, s.end) for s in single]
    assert list(section_numbers_are_unique(report(text, sections=(*single, *anew)), RULE)) == []
    assert made.sections == ()


def test_stray_characters_are_found_and_a_text_of_its_own_is_not() -> None:
    (found,) = language_is_one(report("Our figures 關鍵 of the year", "Plain", "Plain"), RULE)
    assert found.quotes[0].quote == "關鍵"
    assert list(language_is_one(report("關鍵 a " * 9, "Plain"), RULE)) == []
    assert list(language_is_one(report("Plain"), RULE)) == []


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("The environmental data hold for the year. The scope includes all workshops located in Ulm, Graz, etc.", 1),
        ("The environmental data hold for the year. The scope includes all workshops located in Ulm and Graz.", 0),
        ("The scope of the festival includes halls located in Ulm, Graz, etc.", 0),
    ],
)
def test_an_open_list_of_places_is_no_boundary(text: str, findings: int) -> None:
    made = report("This report covers all activities of the group.", text)
    assert len(list(boundary_is_one(made, RULE))) == findings
    assert list(boundary_is_one(report("This report covers the mill.", text), RULE)) == []
