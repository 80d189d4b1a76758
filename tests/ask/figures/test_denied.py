"""Figures that cannot be there by the company's own words: not had, not reckoned that way, not worked out, printed "n/a"."""

from __future__ import annotations

import dataclasses

import pytest
from tests.ask.moor import CATALOGUE, _metric
from tests.ask.tabled import Printed, Row, Tabled

from tieout.ask.asker import Asker
from tieout.ask.ports import Ports
from tieout.ask.wording.question import Question

GULL = Printed(
    "gull-2024",
    "Gull & Groyne Plc",
    ("2023", "2024"),
    (
        Row("Water withdrawal", "m3", ("/", "70"), "water-withdrawal"),
        Row("Staff", "persons", ("60", "80"), "emp-total"),
        Row("Lamp oil", "t", ("4", "n/a"), group="Lamp oil by site", dimension=("site", "Lighthouses")),
        Row("Lamp oil", "t", ("9", "8"), group="Lamp oil by site", dimension=("site", "Workshops")),
        Row("Scope 2 emissions", "tCO2e", ("11", "12"), "scope2"),
    ),
    "Gull & Groyne keeps the piers. The company does not have its own boatyards, so all paint is used in the workshops. "
    "Only the northern piers were metered before, so figures for the previous year 2023 have not been shown for water withdrawal. "
    "Gull & Groyne reports emissions exclusively according to the location-based approach. "
    "The average time needed from the order of a rope until its delivery to the piers could not be analysed for lack of records. "
    "It does not have a canteen, where meals for staff and guests of the piers would be cooked.",
)
METRICS = dataclasses.replace(
    CATALOGUE,
    metrics=(
        *CATALOGUE.metrics,
        _metric("scope2", "Scope 2 GHG emissions", (), "mass_co2e", "tCO2e"),
        _metric(
            "scope2-market",
            "Scope 2 GHG emissions, market-based",
            ("Market-based Scope 2 emissions",),
            "mass_co2e",
            "tCO2e",
        ),
        _metric("scope2-location", "Scope 2 GHG emissions, location-based", (), "mass_co2e", "tCO2e"),
        _metric("rope-days", "Average delivery time of rope", ("Days to deliver rope",), "duration", "days"),
    ),
)


def ask(question: str):
    at = Tabled(GULL)
    return Asker(Ports(at, at, at, at, at, at), METRICS).ask(Question(question))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How much paint did the company's own boatyards use?", "does not have its own boatyards"),
        ("How much paint was used in the boatyards in 2024?", "does not have its own boatyards"),
        ("How large was the water withdrawal in 2023?", "have not been shown"),
        ("How many tonnes were the Scope 2 emissions in 2024 under the market-based method?", "exclusively"),
        ("How many days did it take on average from the order of a rope until its delivery?", "could not be analysed"),
        ("How much lamp oil was used in 2024 at the lighthouses under its own charge?", "n/a"),
    ],
)
def test_the_company_says_why_there_is_no_figure(question: str, told: str) -> None:
    answer = ask(question)
    assert answer.status == "stated_absent"
    assert told in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "How much paint was used in the workshops in 2024?",
        "How much paint did the canteen use in 2024?",
        "How much lamp oil did the canteen use in 2024?",
        "How large was the water withdrawal in 2021?",
    ],
)
def test_what_is_denied_of_something_else_states_nothing(question: str) -> None:
    assert ask(question).status == "not_found"


def test_a_row_with_a_figure_is_still_told() -> None:
    assert ask("How much lamp oil was used in 2023 at the lighthouses?").short == "4"
    assert ask("How large was the water withdrawal in 2024?").short == "70"
