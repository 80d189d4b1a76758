"""Figures that tell how things stood, and those that tell of goals and changes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tieout.extract.levels import levels
from tieout.model import Observation, Origin, Passage


def told(sentence: str, value: str, origin: Origin = Origin.TEXT, indicator: str = "emissions") -> Observation:
    """A figure in a sentence, with the place of its digits."""
    at = sentence.index(value)
    return Observation(
        report="a", organization="A Ltd", period="2024", indicator=indicator,
        passage=Passage("a", 1, 10, 10 + len(sentence), sentence), raw_value=value, value=Decimal(value),
        metric="m", metric_score=1.0, cell=(10 + at, 10 + at + len(value)), origin=origin,
    )  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "Emissions of the kilns were reduced by 17 t",
        "In transport a saving of about 17 t",
        "Emissions increased again by 17 t",
        "The council should have at least 17 members",
        "Our target is 17 t",
    ],
)
def test_goals_and_changes_are_no_levels(sentence: str) -> None:
    assert levels([told(sentence, "17")]) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Emissions were 17 t",
        "Our target was met last year. Emissions were 17 t",
        "Emissions amounted to 17 t, a fall of 3 t",
        "After a fall of 3 t the emissions of 2024 came to 17 t",
    ],
)
def test_what_is_said_after_the_figure_or_of_another_one_does_not_count(sentence: str) -> None:
    assert len(levels([told(sentence, "17")])) == 1


def test_a_row_of_a_table_is_what_its_label_says() -> None:
    assert levels([told("Emissions 17", "17", Origin.TABLE, "Target emissions")]) == []
    assert len(levels([told("Targets 2030 Emissions 17", "17", Origin.TABLE)])) == 1
