"""Shares and sums over parts of the staff, which the headcount proves."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.ask.moor import CATALOGUE
from tests.ask.tabled import Printed, Row, Tabled

from tieout.ask.asker import Asker
from tieout.ask.ports import Ports
from tieout.ask.wording.question import Question
from tieout.model import AnswerStatus, Dimension

CELLS = {("North", "female"): 30, ("North", "male"): 20, ("South", "female"): 10, ("South", "male"): 60}


def _world(total: str = "120") -> Tabled:
    rows = [Row("Staff", "", (total,), "emp-total")]
    rows += [Row(f"Rowers {place} {who}", "", (str(n),)) for (place, who), n in CELLS.items()]
    world = Tabled(Printed("mole-2031", "Mole Harbours", ("2031",), tuple(rows)))
    parts = [
        replace(o, indicator="Rowers", table="p1-t1", dimensions=(Dimension("region", place), Dimension("gender", who)))
        for o, (place, who) in zip(world.observed[1:], CELLS, strict=True)
    ]
    world.observed = [world.observed[0], *parts]
    return world


def _ask(world: Tabled, question: str):
    return Asker(Ports(world, world, world, world, world, world), CATALOGUE).ask(Question(question))


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("What share of the employees in the North were women in 2031?", "60"),
        ("What was the share of women among the employees in the South in 2031?", "14.29"),
        ("What percentage of the female employees worked in the South in 2031?", "25"),
        ("What share of the employees worked in the North in 2031?", "41.67"),
        ("How many employees worked in the North in 2031?", "50"),
        ("How many women work for Mole Harbours?", "40"),
    ],
)
def test_parts_that_add_up_to_the_headcount_are_reckoned_with(question: str, short: str) -> None:
    found = _ask(_world(), question)
    assert (found.status, found.short) == (AnswerStatus.ANSWERED, short)
    assert found.calculation is not None
    assert sum(v.value is not None for v in found.values) >= 2


@pytest.mark.parametrize(
    ("total", "question"),
    [
        ("121", "What share of the employees in the North were women in 2031?"),
        ("120", "What share of the employees in the East were women in 2031?"),
        ("120", "What share of the managers in the North were women in 2031?"),
        ("120", "How many women in management did Mole Harbours have in the North in 2031?"),
    ],
    ids=["another sum", "another place", "other people", "another level"],
)
def test_what_the_sum_does_not_prove_is_not_told(total: str, question: str) -> None:
    found = _ask(_world(total), question)
    assert found.status is AnswerStatus.NOT_FOUND


def test_a_printed_share_stands_before_a_reckoned_one() -> None:
    world = _world()
    printed = replace(
        world.observed[1], raw_value="60.1%", value=Decimal("60.1"), unit="%", iri="urn:obs:printed",
        indicator="Rowers in percent",
    )  # fmt: skip
    world.observed.append(printed)
    found = _ask(world, "What share of the employees in the North were women in 2031?")
    assert found.short == "60.1"
