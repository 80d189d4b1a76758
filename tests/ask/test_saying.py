"""What is said of a thing: stances, denials near to what they deny, and figures in the unit asked for."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.ask.moor import CATALOGUE
from tests.ask.tabled import Printed, Row, Tabled

from tieout.ask.asker import Asker
from tieout.ask.facts.figure_places import _DIALLED
from tieout.ask.facts.kinds import asked_kinds
from tieout.ask.facts.sentence_ranking import _says_nothing_new
from tieout.ask.figures.absence import _denied
from tieout.ask.figures.calculate import asked_unit, settled
from tieout.ask.figures.linking import Candidate
from tieout.ask.figures.standing_in import _narrower
from tieout.ask.figures.units import in_ratio
from tieout.ask.ports import Ports
from tieout.ask.wording.focus import STANCE, content_terms, focus_text
from tieout.ask.wording.question import Measure, Question, read_question
from tieout.ask.wording.words import terms
from tieout.model import AnswerStatus


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("What is the company's stance on night work?", "night work"),
        ("What does the report say about mangroves?", "mangroves"),
        ("What is its attitude towards animal testing?", "animal testing"),
    ],
)
def test_a_stance_is_asked_of_a_thing(question: str, left: str) -> None:
    folded = read_question(Question(question)).folded
    assert STANCE.search(folded)
    assert {t.text for t in content_terms(focus_text(folded, ()))} >= set(left.split())
    assert not {"stance", "attitude", "say"} & {t.text for t in content_terms(focus_text(folded, ()))}


def test_a_denial_of_one_sort_or_of_a_cause_denies_nothing_else() -> None:
    assert _denied("the mill does not generate flour", terms("flour"))
    assert not _denied("the mill does not generate any taxonomy-eligible flour", terms("flour"))
    assert not _denied("falls are looked into where the cause cannot be determined", terms("falls"))
    assert _denied("falls cannot be reported before next year", terms("falls"))


def test_a_denial_must_stand_near_what_it_denies() -> None:
    key = terms("effluent")
    assert _denied("there is no effluent at our sites, which are offices.", key)
    assert _denied("data on effluent are not available for the mills.", key)
    far = "there are no loans that the group has given to partners for any of the six aims of the plan, the fifth of them effluent."
    assert not _denied(far, key)
    assert not _denied("effluent fell by a third.", key)


@pytest.mark.parametrize(
    ("question", "unit", "measure"),
    [
        ("How many kilowatt-hours of heat were bought?", "kilowatt-hours", Measure.ENERGY),
        ("What was the heat bought in gigajoules?", "gigajoules", Measure.ENERGY),
        ("How many hours of instruction were there?", "hours", Measure.HOURS),
    ],
)
def test_units_written_out_are_units(question: str, unit: str, measure: Measure) -> None:
    reading = read_question(Question(question))
    assert (reading.unit, reading.measure) == (unit, measure)
    if measure is Measure.ENERGY:
        assert {t.text for t in content_terms(focus_text(reading.folded, ()))} & {"kilowatt", "gigajoules"} == set()


def test_converted_figures_end_and_units_are_written_as_usual() -> None:
    assert settled(Decimal("12.50") * Decimal("3.6")) == Decimal("45")
    assert str(settled(Decimal(10) / Decimal(3))) == "3.3333333"
    assert asked_unit("kwh", "MWh") == "kWh"
    assert asked_unit("kilograms", "tCO2 e") == "kilograms CO2e"
    assert asked_unit("kilograms", "t") == "kilograms"


def test_a_heading_says_nothing_new() -> None:
    content = terms("soil protection")
    assert _says_nothing_new(terms("Soil protection"), content)
    assert _says_nothing_new(terms("(7) in % Soil protection 3"), content)
    assert not _says_nothing_new(terms("Soil protection guides how we plough and sow."), content)


_LEAVERS, _SITES = "Staff turnover rate by contract", "Staff by contract"
HERON = Printed(
    "heron-2024",
    "Heron & Tide Plc",
    ("2023", "2024"),
    (
        Row("Staff", "persons", ("60", "80"), "emp-total"),
        Row("Permanent staff", "persons", ("45", "60"), group=_SITES, dimension=("contract", "permanent")),
        Row("Seasonal staff", "persons", ("15", "20"), group=_SITES, dimension=("contract", "seasonal")),
        Row("Permanent staff", "%", ("9", "7"), group=_LEAVERS, dimension=("contract", "permanent")),
        Row("Seasonal staff", "%", ("31", "33"), group=_LEAVERS, dimension=("contract", "seasonal")),
        Row("Lamp oil per lantern", "MWh / lantern", ("0.5", "0.25")),
        Row("Lanterns lost", "", ("4", "0")),
        Row("Satisfaction of customers with lanterns", "%", ("81", "84")),
        Row("Contentment of divers", "", ("4.5", "4.7")),
    ),
    "",
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("What share of the staff was seasonal in 2024?", "25"),
        ("What was the turnover rate of seasonal staff in 2024?", "33"),
        ("What was the ratio of permanent to seasonal staff in 2023?", "3.00"),
        ("How many staff were there at the end of 2023?", "60"),
        ("What is the average number of lanterns lost over 2023-2024?", "2"),
        ("What is the difference between permanent and seasonal staff in 2024?", "40"),
        ("Does the company disclose the number of lanterns lost?", "yes, 0"),
    ],
)
def test_wordings_of_figures_are_understood(question: str, short: str) -> None:
    world = Tabled(HERON)
    answer = Asker(Ports(world, world, world, world, world, world), CATALOGUE).ask(Question(question))
    assert answer.short == short


def test_those_whom_a_figure_is_about_are_not_exchanged() -> None:
    world = Tabled(HERON)
    asker = Asker(Ports(world, world, world, world, world, world), CATALOGUE)
    assert asker.ask(Question("How high was the satisfaction of customers with lanterns in 2024?")).short == "84"
    other = asker.ask(Question("How high was the satisfaction of employees with lanterns in 2024?"))
    assert other.status is AnswerStatus.NOT_FOUND


def test_a_score_counts_nobody() -> None:
    world = Tabled(HERON)
    asker = Asker(Ports(world, world, world, world, world, world), CATALOGUE)
    assert asker.ask(Question("What was the contentment of divers in 2024?")).short == "4.7"
    assert asker.ask(Question("How many divers were there in 2024?")).status is AnswerStatus.NOT_FOUND


def test_a_row_under_the_group_asked_for_is_narrower() -> None:
    world = Tabled(HERON)
    asker = Asker(Ports(world, world, world, world, world, world), CATALOGUE)
    series = next(s for s in asker.view(tuple(world.reports())).series if s.indicator == "Lamp oil per lantern")
    absent = Candidate(None, None, "Fuel use", 0.8, 1.0, 0.6, (), 1.0)
    assert _narrower(series, absent, terms("fuel use"))
    assert not _narrower(series, absent, terms("lamp oil"))
    assert not _narrower(series, replace(absent, name="Lamp oil use for each lantern"), terms("oil use"))


def test_a_telephone_number_is_no_count() -> None:
    assert _DIALLED.search("4006065511")
    assert not _DIALLED.search("4,006,065")


def test_a_quantity_for_each_is_converted_in_its_upper_part() -> None:
    assert in_ratio("MWh / lantern", "kwh") == "kwh/lantern"
    assert in_ratio("MWh", "kwh") == "kwh"
    assert in_ratio("MWh / lantern", "persons") == "persons/lantern"
    assert in_ratio("", "kwh") == "kwh"


@pytest.mark.parametrize("owner", ["the company's", "Heron & Tide's", "1&1's"])
def test_a_possessive_stands_before_what_is_asked_for(owner: str) -> None:
    assert asked_kinds(read_question(Question(f"What are {owner} material topics?"))) == ("topic",)
