"""What a loss came of, and that it is of the own staff, narrows nothing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tieout.extract.kpi.printed_units import time_counted
from tieout.extract.linking.subject import subject_of
from tieout.model import Observation, Passage

ROW = Observation(
    report="r", organization="Kiln & Clay Plc", period="2030", indicator="", passage=Passage("r", 1, 0, 1, "x"),
    raw_value="7", value=Decimal(7), unit="days",
)  # fmt: skip


@pytest.mark.parametrize(
    ("label", "concepts"),
    [
        ("Number of days lost to work-related injuries and to illness of dust", {"lostday", "injury", "work"}),
        ("Fatalities in own workforce as result of work-related injuries", {"death", "injury", "work"}),
        ("Deaths of visitors", {"death", "visitor"}),
        ("Days lost", {"lostday"}),
    ],
)
def test_what_a_loss_came_of_is_no_other_metric(label: str, concepts: set[str]) -> None:
    assert subject_of(replace(ROW, indicator=label)).label == concepts


def test_a_number_of_times_is_in_their_unit() -> None:
    assert time_counted("Number of days lost to injuries") == "days"
    assert time_counted("Total number of training hours") == "hours"
    assert time_counted("Number of injuries") == ""
    assert time_counted("Number of hours of each course") == ""
