"""What can be asked about figures: sums, limits, quantities per something, shares of a total, spans, both ways."""

from __future__ import annotations

import pytest
from tests.ask.conftest import CATALOGUE
from tests.ask.tabled import Printed, Row, Tabled

from tieout.ask.asker import Asker
from tieout.ask.focus import focus_text
from tieout.ask.ports import Ports
from tieout.ask.question import Question
from tieout.model import AnswerStatus

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


def test_a_word_that_ends_like_a_preposition_stays_whole() -> None:
    assert focus_text("sales in poland in 2023 and demand by 2024", ()) == "sales in poland and demand"
