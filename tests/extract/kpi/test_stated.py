"""What a stated figure is stated of, where other words stand between the two."""

from __future__ import annotations

import pytest

TEXT = (
    "• Lamp Index: The Lamp Index, which measures what the keepers think of their lamps, stood at 79 percent.\n"
    "The Ferry Return Rate (FRR) first told in 2022 to see who comes back came in at 123 percent as of December 31, "
    "2023 (previous year: 130 percent).\n"
    "The wind was measured by the Gale Satisfaction Score (GSS). With regard to the year, this indicator stands at +2, "
    "below the target of 35.\n"
    "The readiness target for rescue boats in 2023 of > 97.5 percent was achieved with an overall score of 99.2 "
    "percent.\n"
)


@pytest.mark.parametrize(
    ("raw", "period", "indicator"),
    [
        ("79 percent", "2023", "Lamp Index"),
        ("123 percent", "2023", "Ferry Return Rate (FRR)"),
        ("130 percent", "2022", "Ferry Return Rate (FRR)"),
        ("+2", "2023", "Gale Satisfaction Score (GSS)"),
        ("99.2 percent", "2023", "rescue boats readiness"),
    ],
)
def test_the_name_is_read_over_what_stands_between(read, raw: str, period: str, indicator: str) -> None:
    found = [(o.indicator, o.period) for o in read(TEXT, period="2023") if o.raw_value == raw]
    assert found == [(indicator, period)]


def test_signs_of_change_and_dialling_codes_are_no_scores(read) -> None:
    text = (
        "Sales moved +5% in the year; call +44 7700 900 for more. The Keeper Mood Score (KMS) of all who answered the "
        "long survey of the year stands at +3 for now."
    )
    assert [o.raw_value for o in read(text, period="2023") if o.raw_value.startswith("+")] == ["+3"]


def test_items_behind_targets_without_a_colon_are_targets(read) -> None:
    text = (
        "The harbour keeps to these targets in 2024 with respect to\n"
        "• mending the quay wall and its lamps\n"
        "• achieving a readiness rate for boats of > 97.5 percent.\n"
    )
    (found,) = [o for o in read(text, period="2023") if o.raw_value.startswith("97.5")]
    assert ("series", "target") in [(d.type, d.value) for d in found.dimensions]


def test_items_of_targets_are_for_the_year_by_which_all_are_due(read) -> None:
    text = (
        "The harbour set itself the following targets, to be met by 2027:\n"
        "• Gender of the pilots: 40 percent women / 60 percent men\n"
    )
    found = [(o.period, o.raw_value) for o in read(text, period="2023")]
    assert found == [("2027", "40 percent"), ("2027", "60 percent")]


def test_the_figure_of_the_year_before_may_stand_over_a_line_break(read) -> None:
    text = "Women made up 43.7 percent of all employees, slightly above the previous\nyear’s figure of 43.2 percent."
    assert ("43.2 percent", "2022") in [(o.raw_value, o.period) for o in read(text, period="2023")]
