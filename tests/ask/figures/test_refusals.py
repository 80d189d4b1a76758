"""Figures near to a question that must not answer it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.ask.moor import CATALOGUE, World

from tieout.ask.asker import Asker
from tieout.ask.ports import Ports
from tieout.ask.wording.question import Question
from tieout.model import Dimension, Observation, Origin


def asker(*rows: tuple[str, str, str, str]) -> Asker:
    """The moor's asker with rows "label, unit, value, gender" of 2024 more."""
    at = World()
    place = at.place(1, "Mill & Moor Plc makes flour.")
    for label, unit, value, gender in rows:
        at.observed.append(
            Observation(
                report="mm-2024", organization="Mill & Moor Plc", period="2024", indicator=label, passage=place,
                raw_value=value, value=Decimal(value), unit=unit, group=f"{label} by gender" if gender else "",
                dimensions=(Dimension("gender", gender),) if gender else (), iri=f"urn:obs:{label}:{gender}".replace(" ", "-"),
            )
        )  # fmt: skip
    return Asker(Ports(at, at, at, at, at, at), CATALOGUE)


def ask(of: Asker, question: str):
    return of.ask(Question(question, reports=("mm-2024",)))


def test_one_source_is_not_all_emissions():
    of = asker(("Flights", "t CO2", "205", ""))
    assert ask(of, "What were the total emissions in 2024?").status != "answered"


def test_shipments_are_not_what_shipping_lets_off():
    of = asker(("Number of shipments", "", "64", ""))
    assert ask(of, "What were the emissions from shipping in 2024?").status != "answered"
    assert ask(of, "How many shipments were there in 2024?").short == "64"


def test_how_many_more_left_is_not_how_much_higher_the_rate_was():
    of = asker(("Turnover rate", "%", "35", "female"), ("Turnover rate", "%", "34", "male"))
    assert ask(of, "How many more women than men left in 2024?").status != "answered"


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("How did the share of green power move over the three years?", "40, 50, 60"),
        ("What was the share of green power in total over the three years?", "40, 50, 60"),
    ],
)
def test_rates_of_several_years_add_up_to_nothing(question, short):
    assert ask(asker(), question).short == short


def test_a_unit_that_is_a_number_scales_what_things_are_shared_among():
    of = asker(("Number of parcels", "millions", "2", ""))
    assert ask(of, "How much water withdrawal per parcel in 2024?").short == "0.00035"


def targeted(kind: str) -> Asker:
    """The moor's asker with a goal, or a difference, for grain loss."""
    at = World()
    place = at.place(1, "Mill & Moor Plc makes flour.")
    at.observed.append(
        Observation(
            report="mm-2024", organization="Mill & Moor Plc", period="2024", indicator="Grain loss rate", passage=place,
            raw_value="2", value=Decimal(2), unit="%", dimensions=(Dimension("series", kind),), iri="urn:obs:goal",
        )
    )  # fmt: skip
    return Asker(Ports(at, at, at, at, at, at), CATALOGUE)


@pytest.mark.parametrize(
    ("kind", "question", "short"),
    [
        ("target", "What was the grain loss rate in 2024?", ""),
        ("target", "What is the target for the grain loss rate in 2024?", "2"),
        ("change", "What was the grain loss rate in 2024?", ""),
    ],
)
def test_a_goal_or_a_difference_is_not_what_was_reached(kind, question, short):
    assert ask(targeted(kind), question).short == short


def test_a_total_of_something_else_answers_nothing():
    at = World()
    place = at.place(1, "Mill & Moor Plc makes flour.")
    at.observed.append(
        Observation(
            report="mm-2024", organization="Mill & Moor Plc", period="2024", indicator="Total", group="Charging stations",
            passage=place, raw_value="92", value=Decimal(92), unit="", origin=Origin.TABLE,
            dimensions=(Dimension("breakdown", "# of barns"),), iri="urn:obs:total",
        )
    )  # fmt: skip
    of = Asker(Ports(at, at, at, at, at, at), CATALOGUE)
    assert ask(of, "How many barns are there in total?").short != "92"


def test_sessions_are_no_share_of_the_staff():
    of = asker(("Number of honesty training sessions", "", "13", ""))
    assert ask(of, "What share of staff had honesty training in 2024?").short != "3.10"
