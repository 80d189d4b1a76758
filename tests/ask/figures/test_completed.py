"""Years of one figure from several places, and courses that one sentence tells."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.ask.moor import CATALOGUE
from tests.ask.tabled import Printed, Row, Tabled

from tieout.ask.asker import Asker
from tieout.ask.ports import Ports
from tieout.ask.wording.question import Question
from tieout.model import AnswerStatus, Origin

SENTENCE = "In 2031, 1,200 boat miles (2030: 800) were rowed by German ferries."


def _asker(world: Tabled) -> Asker:
    return Asker(Ports(world, world, world, world, world, world), CATALOGUE)


@pytest.fixture
def fen() -> Tabled:
    """A row for 2031 and a sentence for the base year 2027, both of one metric."""
    world = Tabled(
        Printed(
            "fen-2031", "Fen Ferries", ("2031",),
            (Row("Direct (Scope 1) GHG emissions", "t CO2e", ("30",), "ghg-scope1"), Row("scope 1 emissions", "t CO2e", ("40",), "ghg-scope1")),
        )
    )  # fmt: skip
    row, told = world.observed
    world.observed = [row, replace(told, period="2027", origin=Origin.TEXT)]
    return world


def test_the_base_year_of_a_sentence_goes_with_the_row_of_this_year(fen: Tabled) -> None:
    found = _asker(fen).ask(Question("How did Scope 1 emissions change from the base year 2027 to 2031?"))
    assert (found.status, found.short) == (AnswerStatus.ANSWERED, "40, 30")
    assert len(found.citations) == 2


def test_two_figures_for_a_year_complete_nothing(fen: Tabled) -> None:
    other = replace(
        fen.observed[1], value=Decimal(44), raw_value="44", iri="urn:obs:other", indicator="own scope 1 emissions"
    )
    fen.observed.append(other)
    found = _asker(fen).ask(Question("How did Scope 1 emissions change from the base year 2027 to 2031?"))
    assert found.status is AnswerStatus.NOT_FOUND


def _rowed(text: str = SENTENCE) -> Tabled:
    rows = (Row("boat miles", "", ("800", "1,200")), Row("Share of boats with sails", "%", ("1", "2")))
    world = Tabled(Printed("fen-2031", "Fen Ferries", ("2030", "2031"), rows, text=text))
    start = world.page_text("fen-2031", 1).index(text)
    place = replace(world.observed[0].passage, start=start, end=start + len(SENTENCE), quote=text[: len(SENTENCE)])
    told = [replace(o, passage=place, origin=Origin.TEXT) for o in world.observed[:2]]
    world.observed = [*told, *world.observed[2:]]
    return world


def test_what_a_course_is_of_its_whole_sentence_says() -> None:
    found = _asker(_rowed()).ask(
        Question("By what percentage did the boat miles rowed by German ferries rise from 2030 to 2031?")
    )
    assert (found.status, found.short) == (AnswerStatus.ANSWERED, "50")


def test_what_the_sentence_does_not_say_is_not_its_course() -> None:
    found = _asker(_rowed()).ask(
        Question("By what percentage did the boat miles sailed by Danish ferries rise from 2030 to 2031?")
    )
    assert found.status is AnswerStatus.NOT_FOUND
