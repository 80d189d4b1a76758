"""Several companies in one unit: sums, rankings, shares, ratios and parts of a printed whole."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from tests.ask.said import Said

from tieout.ask.ports import Alignment, Found
from tieout.ask.tables.companies import solve_companies
from tieout.ask.tables.grid import Grid, grids
from tieout.ask.tables.wording import read_task
from tieout.model import Observation, Passage

TABLES = {
    "Mill & Moor": [
        ("Energy consumption", "", "MWh", "1000", "1500"),
        ("Renewable energy consumption", "", "MWh", "250", "300"),
        ("Total sludge", "", "t", "40", "60"),
        ("Thereof hazardous sludge", "Total sludge", "%", "10", "20"),
    ],
    "Fen Paper": [
        ("Total energy consumption", "", "GWh", "3", "2"),
        ("Percentage renewable energy", "", "%", "12", "14"),
        ("Total sludge", "", "kt", "0.1", "0.1"),
        ("Hazardous sludge", "", "t", "5", "7"),
    ],
}
AMONG = " among the following companies"


class Still:
    """Retrieval that finds nothing near."""

    def search(self, text: str, k: int, reports: Sequence[str]) -> Sequence[Found]:
        return []

    def similarity(self, text: str, labels: Sequence[str]) -> Sequence[float]:
        return [0.0] * len(labels)

    def alignments(self, text: str, others: Sequence[str]) -> Sequence[tuple[float, Alignment]]:
        return [(0.0, Said(text, other)) for other in others]


def tables() -> list[Grid]:
    found: list[Grid] = []
    for name, rows in TABLES.items():
        found += grids(
            [
                Observation(
                    report=name, organization=name, period=year, indicator=label, passage=Passage(name, 1, 0, 1, "x"), group=group,
                    raw_value=raw, value=Decimal(raw), unit=unit, table="t", row=row, column=column, iri=f"urn:{name}:{row}:{column}",
                )
                for row, (label, group, unit, *values) in enumerate(rows)
                for column, (year, raw) in enumerate(zip(("2023", "2024"), values, strict=True), start=1)
            ]
        )  # fmt: skip
    return found


@pytest.mark.parametrize(
    ("question", "short"),
    [
        (f"Which company has the highest energy consumption in 2024{AMONG} in MWh?", "Fen Paper"),
        (f"What is the highest energy consumption in 2024{AMONG} in MWh?", "2000"),
        ("What is the total energy consumption by the following companies in the last 2 years in GWh?", "7.50"),
        (
            f"What are the 2 lowest values of energy consumption in 2023 (sorted in ascending order){AMONG} in GWh?",
            "1, 3",
        ),
        (f"What is the highest average energy consumption in the last 2 years{AMONG} in MWh?", "2500"),
        (f"What is the largest percentage variation in energy consumption from 2023 to 2024{AMONG}?", "50"),
        (f"What is the highest percentage of energy consumption from renewable sources in 2023{AMONG}?", "25"),
        (f"What is the sum of hazardous sludge in 2024{AMONG} in t?", "19"),
    ],
)
def test_companies(question: str, short: str) -> None:
    solved = solve_companies(read_task(question), tables(), Still())
    assert solved is not None
    assert solved.short == short


def test_a_part_printed_in_per_cent_is_told_with_its_whole() -> None:
    solved = solve_companies(read_task(f"What is the sum of hazardous sludge in 2024{AMONG} in t?"), tables(), Still())
    assert solved is not None
    assert "20% of 60 t = 12" in (solved.told or "")


def test_a_company_without_the_figure_leaves_the_question_open() -> None:
    assert solve_companies(read_task(f"What is the sum of water use in 2024{AMONG} in m3?"), tables(), Still()) is None
