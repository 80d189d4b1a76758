"""Which figure stands for a report."""

from __future__ import annotations

from decimal import Decimal

from tieout.compare.choosing import headline
from tieout.model import Observation, Origin, Passage


def figure(value: str, origin: Origin) -> Observation:
    """A figure of 2024."""
    return Observation(
        report="a", organization="A Ltd", period="2024", indicator="emissions", passage=Passage("a", 1, 0, 1, "x"),
        raw_value=value, value=Decimal(value), metric="m", metric_score=1.0, origin=origin,
    )  # fmt: skip


def test_a_table_goes_before_text() -> None:
    table = figure("18", Origin.TABLE)
    assert headline([figure("17", Origin.TEXT), table]) == [table]
