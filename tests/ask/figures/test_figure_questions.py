"""What can be asked about figures: sums, limits, quantities per something, shares of a total, spans, both ways."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.ask.moor import CATALOGUE, _metric
from tests.ask.tabled import Printed, Row, Tabled

from tieout.ask.asker import Asker
from tieout.ask.ports import Ports
from tieout.ask.wording.focus import focus_text
from tieout.ask.wording.question import Question
from tieout.model import AnswerStatus, Catalogue, Origin

_STAFF = "Staff by contract"
OTTER = Printed(
    "otter-2024",
    "Otter & Quill Plc",
    ("2022", "2023", "2024"),
    (
        Row("Coal gas burnt", "MWh", ("40", "35", "30")),
        Row("Peat burnt", "MWh", ("8", "9", "11")),
        Row("Water withdrawal", "m3", ("900", "640", "720"), "water-withdrawal"),
        Row("Staff", "persons", ("50", "60", "80"), "emp-total"),
        Row("Staff by contract: permanent", "persons", ("45", "50", "60"), group=_STAFF, dimension=("contract", "permanent")),
        Row("Staff by contract: seasonal", "persons", ("5", "10", "20"), group=_STAFF, dimension=("contract", "seasonal")),
        Row("Barrels sold", "", ("200", "250", "360")),
        Row("Wages and benefits, corporate", "EUR", ("100", "110", "120")),
    ),
    "(3) All ferry tickets are bought by the travel desk. Of 14 apprentices, 6 are women.",
)  # fmt: skip


@pytest.fixture
def otter() -> Asker:
    """The asker over Otter & Quill."""
    world = Tabled(OTTER)
    return Asker(Ports(world, world, world, world, world, world), CATALOGUE)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("What was the total of coal gas burnt and peat burnt in 2023?", "44"),
        ("How much coal gas and peat were burnt altogether in 2022?", "48"),
        ("How much bigger was coal gas burnt than peat burnt in 2024?", "19"),
        ("How much less water withdrawal was there in 2024 than in 2022?", "180"),
        ("Did the water withdrawal rise or fall between 2022 and 2023?", "down, -28.89"),
        ("How has the headcount changed since 2023?", "60, 80"),
        ("How many barrels were sold over the three years in total?", "810"),
        ("Describe the course of barrels sold over the three years.", "200, 250, 360"),
        ("Was the water withdrawal above 700 m3 in 2023?", "no, 640"),
        ("Were there more than 55 staff in 2023?", "yes, 60"),
        ("What share of staff was seasonal in 2024?", "25"),
        ("How much water withdrawal was there per barrel in 2024?", "2"),
        ("Which contract had more staff in 2022?", "permanent"),
        ("In which year was most peat burnt?", "2024, 11"),
    ],
)
def test_figures_are_reckoned_with(otter: Asker, question: str, short: str) -> None:
    answer = otter.ask(Question(question))
    assert (answer.status, answer.short) == (AnswerStatus.ANSWERED, short)
    assert answer.citations


def test_a_share_of_a_total_is_told_with_its_parts(otter: Asker) -> None:
    answer = otter.ask(Question("What share of staff was seasonal in 2024?"))
    assert answer.calculation == "20 / 80 x 100 = 25 %"
    assert len(answer.citations) == 2


@pytest.mark.parametrize(
    "question",
    [
        "How much water withdrawal was there per ferry in 2024?",
        "What share of staff was dismissed in 2024?",
        "How many ferry tickets were bought?",
        "How many kWh of peat did the distillery in Oban burn in 2030?",
        "How many barrels sold were women?",
    ],
)
def test_a_figure_for_something_else_is_no_answer(otter: Asker, question: str) -> None:
    answer = otter.ask(Question(question))
    assert answer.status is AnswerStatus.NOT_FOUND
    assert not answer.short


HERON = Printed(
    "heron-2024",
    "Heron Quarries SA",
    ("2023", "2024"),
    (
        Row("LTIR", "", ("4.1", "3.8"), "ltir"),
        Row("LTIR goal", "", ("3.5", "3.0")),
        Row("Number of quarries whose licence was returned early because of flooding", "", ("2", "3")),
        Row("Lessons given", "h", ("900", "880")),
        Row("Lessons given per trainee", "h/person", ("9", "11")),
        Row("Trustee meetings", "", ("4", "6")),
        Row("Trustees", "", ("7", "8")),
        Row("Audit panel meetings", "", ("2", "3")),
    ),
)  # fmt: skip
QUARRIES = Catalogue(
    metrics=(
        _metric("ltir", "Lost time incident rate", ("LTIR",), "rate", "per million hours"),
        _metric("returned", "Licences returned", ("Quarries with a licence returned",), "count", "quarries"),
        *CATALOGUE.metrics,
    ),
    clauses=(),
)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("What was the lost time incident rate in 2023?", "4.1"),
        ("What is the goal for the lost time incident rate in 2024?", "3.0"),
        ("How many quarries had their licence returned in 2024?", "3"),
        ("What was the total of lessons given in 2023?", "900"),
        ("What was the combined number of trustee and audit panel meetings in 2024?", "9"),
    ],
)
def test_rows_are_told_apart(question: str, short: str) -> None:
    world = Tabled(HERON)
    answer = Asker(Ports(world, world, world, world, world, world), QUARRIES).ask(Question(question))
    assert (answer.status, answer.short) == (AnswerStatus.ANSWERED, short)


def test_sentences_of_different_years_make_a_course_and_two_figures_for_one_year_do_not() -> None:
    world = Tabled(OTTER)
    sentences = [
        replace(o, origin=Origin.TEXT, indicator=f"hours {o.period}", metric="train-hours") for o in world.observed[:2]
    ]
    world.observed = sentences
    asker = Asker(Ports(world, world, world, world, world, world), CATALOGUE)
    question = Question("Did hours of instruction rise from 2022 to 2023?")
    assert asker.ask(question).short == "no, -12.50"
    world.observed = [*sentences, replace(sentences[0], value=Decimal(41), raw_value="41", indicator="hours again")]
    asker = Asker(Ports(world, world, world, world, world, world), CATALOGUE)
    assert asker.ask(question).status is AnswerStatus.NOT_FOUND


def test_a_word_that_ends_like_a_preposition_stays_whole() -> None:
    assert focus_text("sales in poland in 2023 and demand by 2024", ()) == "sales in poland and demand"


@pytest.mark.parametrize(
    "question",
    [
        "What was the water use of seasonal staff in 2024?",
        "How many patents do permanent staff hold?",
        "How much waste came of the barrels sold?",
    ],
)
def test_a_figure_that_measures_another_thing_is_no_answer(otter: Asker, question: str) -> None:
    answer = otter.ask(Question(question))
    assert (answer.status, answer.short) == (AnswerStatus.NOT_FOUND, "")


def test_by_what_factor_divides(asker):
    answer = asker.ask(Question("By what factor did staff rise from 2022 to 2024?", reports=("mm-2024",)))
    assert answer.short == "1.05"
    assert answer.calculation == "420 / 400 = 1.05"
    assert str(answer.values[0].value) == "1.05"


def test_the_lower_of_two_is_the_lower(asker):
    answer = asker.ask(Question("Which gender had the lower training hours in 2022?", reports=("mm-2024",)))
    assert answer.short == "female"


def test_more_in_an_earlier_year_counts_from_the_later_one(asker):
    answer = asker.ask(Question("How much more water withdrawal was there in 2022 than in 2024?", reports=("mm-2024",)))
    assert answer.short == "200"
    assert answer.calculation == "900 - 700 = 200"
    assert answer.answer.startswith("200 m3 more in 2022 than in 2024")
