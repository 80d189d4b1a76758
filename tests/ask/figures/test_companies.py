"""Questions over several companies: each from its own report, in one unit, with what compares and what does not."""

from __future__ import annotations

import pytest
from tests.ask.moor import CATALOGUE
from tests.ask.tabled import Printed, Row, Tabled

from tieout.ask.asker import Asker
from tieout.ask.ports import Ports
from tieout.ask.wording.question import Question
from tieout.model import AnswerStatus

YEARS = ("2023", "2024")


@pytest.fixture
def asker() -> Asker:
    """Three companies; the third reports other things, in other units and years."""
    world = Tabled(
        Printed(
            "otter-2024", "Otter Brewing Plc", YEARS,
            (Row("Scope 1 GHG emissions", "tCO2e", ("40", "30"), "ghg-scope1"), Row("Staff", "persons", ("60", "80"), "emp-total"),
             Row("Water withdrawal", "m3", ("640", "720"), "water-withdrawal")),
        ),
        Printed(
            "brine-2024", "Brine Holding AG", YEARS,
            (Row("Direct emissions", "kg CO2e", ("45,000", "20,000"), "ghg-scope1"), Row("Headcount", "", ("500", "400"), "emp-total"),
             Row("Water intake", "baths", ("7", "6"), "water-withdrawal")),
        ),
        Printed("cobalt-2023", "Cobalt Ferries SA", ("2022", "2023"), (Row("Staff", "persons", ("10", "12"), "emp-total"),)),
    )  # fmt: skip
    return Asker(Ports(world, world, world, world, world, world), CATALOGUE)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Which of Otter Brewing and Brine has the higher Scope 1 emissions in 2024?", "Otter Brewing Plc"),
        ("Which of Otter Brewing and Brine had lower direct emissions in 2023?", "Otter Brewing Plc"),
        ("Which company has the most staff?", "Brine Holding AG"),
        ("Which company employs the fewest people?", "Cobalt Ferries SA"),
        ("What is the total of Scope 1 emissions of Otter Brewing and Brine in 2024?", "50"),
        ("How many more staff does Brine have than Otter Brewing in 2024?", "320"),
        ("Compare the headcount of Brine and Otter Brewing in 2023.", "500, 60"),
        ("Does Otter Brewing have more staff than Brine in 2024?", "no"),
        ("Which companies report Scope 1 emissions?", "Brine Holding AG, Otter Brewing Plc"),
        ("Does Otter Brewing or Brine employ more people in 2023?", "Brine Holding AG"),
    ],
)
def test_companies_are_set_side_by_side(asker: Asker, question: str, short: str) -> None:
    answer = asker.ask(Question(question))
    assert (answer.status, answer.short) == (AnswerStatus.ANSWERED, short)
    assert len({c.passage.report for c in answer.citations}) >= 2


def test_units_are_converted_and_told(asker: Asker) -> None:
    answer = asker.ask(Question("Which of Otter Brewing and Brine has the higher Scope 1 emissions in 2024?"))
    assert "20,000 kg CO2e (2024) = 20 tCO2e" in answer.answer
    assert answer.notes[0] == "Comparable: yes."
    assert [v.value for v in answer.values] == ["30", "20000"]


def test_years_that_differ_compare_partly(asker: Asker) -> None:
    answer = asker.ask(Question("Which company has the most staff?"))
    assert answer.notes[0] == "Comparable: partly (the years differ)."


def test_units_that_do_not_convert_are_not_compared(asker: Asker) -> None:
    answer = asker.ask(Question("Which of Otter Brewing and Brine has the higher water withdrawal in 2024?"))
    assert answer.status is AnswerStatus.NOT_FOUND
    assert answer.notes[0].startswith("Comparable: no")
    assert len(answer.nearest) == 2


def test_a_company_that_reports_nothing_of_it_is_named(asker: Asker) -> None:
    answer = asker.ask(Question("Which of Otter Brewing and Cobalt Ferries has the higher Scope 1 emissions?"))
    assert answer.status is AnswerStatus.NOT_FOUND
    assert "Not reported by Cobalt Ferries SA." in answer.notes


def test_no_company_named_asks_which_and_a_name_is_enough(asker: Asker) -> None:
    asked = asker.ask(Question("What was the headcount in 2023?"))
    assert asked.status is AnswerStatus.NEEDS_SCOPE
    assert "Brine Holding AG 2024 (brine-2024)" in asked.answer
    assert asker.ask(Question("Brine?", previous=("What was the headcount in 2023?",))).short == "500"
