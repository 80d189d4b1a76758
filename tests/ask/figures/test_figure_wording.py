"""How figures are worded: ages with their side, spans of years, points and per cent, two things side by side, each for each."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.ask.moor import CATALOGUE, _metric
from tests.ask.tabled import Printed, Row, Tabled

from tieout.ask.asker import Asker
from tieout.ask.passages.spans import find_span
from tieout.ask.passages.wanted import Wanted
from tieout.ask.ports import Ports
from tieout.ask.wording.bounds import bounds, outside
from tieout.ask.wording.question import Question, read_question
from tieout.ask.wording.words import terms
from tieout.model import AnswerStatus

_AGE, _SEX, _LEFT = "Staff by age", "Staff by gender", "Staff leaving by gender"
WREN = Printed(
    "wren-2024",
    "Wren & Thistle Plc",
    ("2022", "2023", "2024"),
    (
        Row("Staff", "", ("50", "60", "80"), "emp-total"),
        Row("Staff over 50", "", ("9", "8", "6"), group=_AGE, dimension=("age", "over 50")),
        Row("Staff aged 30 to 50", "", ("30", "37", "54"), group=_AGE, dimension=("age", "30 to 50")),
        Row("Staff under 30", "", ("11", "15", "20"), group=_AGE, dimension=("age", "under 30")),
        Row("Male staff", "", ("20", "24", "30"), group=_SEX, dimension=("gender", "male")),
        Row("Female staff", "", ("30", "36", "50"), group=_SEX, dimension=("gender", "female")),
        Row("Men", "", ("2", "3", "4"), "leavers", group=_LEFT, dimension=("gender", "male")),
        Row("Women", "", ("1", "2", "5"), "leavers", group=_LEFT, dimension=("gender", "female")),
        Row("Complaint resolution rate", "%", ("80", "70", "85")),
        Row("Twine used", "t", ("2", "3", "4")),
        Row("Domestic suppliers", "", ("15", "20", "22")),
        Row("Overseas suppliers", "", ("4", "6", "5")),
        Row("Shares held by the largest shareholder", "%", ("31", "32", "33")),
        Row("Water withdrawal", "m3", ("9000", "6400", "7200"), "water-withdrawal"),
        Row("Equity ratio", "%", ("41", "42", "43")),
        Row("Pay of the chief weaver to that of all", "", ("1:9", "1:10", "1:11")),
        Row("Number of pay committee meetings", "", ("1", "1", "2")),
        Row("Kilns", "", ("4", "5", "6"), group="Kilns by country", dimension=("region", "Norway")),
        Row("Kilns", "", ("2", "2", "3"), group="Kilns by country", dimension=("region", "Peru")),
        Row("Women in the choir", "%", ("20", "21", "22"), group="Goals of the choir"),
        Row("Women in the choir", "%", ("k.A.", "k.A.", "50"), group="Goals of the choir", dimension=("series", "target")),
    ),
)  # fmt: skip
METRICS = (
    *CATALOGUE.metrics,
    _metric("leavers", "Leavers", ("Staff leaving",), "count", "persons"),
    _metric("leave-by-gender", "Parental leave by gender", (), "count", "persons", dimension="gender", members=("male", "female")),
    _metric("pay-gap", "Gender pay gap", ("Pay equity ratio",), "percent", "%"),
)  # fmt: skip


@pytest.fixture
def wren() -> Asker:
    """The asker over Wren & Thistle."""
    world = Tabled(WREN)
    return Asker(Ports(world, world, world, world, world, world), replace(CATALOGUE, metrics=METRICS))


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("How many staff older than fifty were there at the end of 2023?", "8"),
        ("How many staff younger than 30 were there in 2024?", "20"),
        ("What fraction of the staff was younger than 30 in 2024, in percent?", "25"),
        ("By how many percentage points did the complaint resolution rate climb in 2024?", "15"),
        ("Did the number of staff over 50 shrink from 2022 to 2024, and by how many?", "yes, -3"),
        ("How did the complaint resolution rate move over the three years?", "80, 70, 85"),
        ("How much twine was used in 2022, 2023 and 2024 together?", "9"),
        ("How much twine was used altogether over 2022-2024?", "9"),
        ("How much did twine used rise from 2022 to 2024 in percent?", "100"),
        ("How much twine was used per person in 2024, in kilograms?", "50"),
        ("For every woman, how many male staff were there in 2024?", "0.60"),
        ("Were there more domestic or overseas suppliers in 2023?", "Domestic suppliers"),
        ("Were there more domestic or overseas suppliers in 2023, and how many more?", "14"),
        ("How much twine was used per 10 staff in 2024?", "0.50"),
        ("In 2024, were there more male or female staff?", "female"),
        ("What shares are held by the largest shareholder?", "33"),
        ("How much water withdrawal was there in 2024, in thousand cubic metres?", "7.2"),
        ("By how much was the water withdrawal cut since 2022?", "1800"),
        ("How far has twine used gone up since 2022?", "100"),
        ("How much water withdrawal has there been since 2023?", "6400, 7200"),
        ("What was the pay of the chief weaver to that of all?", "1:11"),
        ("How many kilns are there in Peru?", "3"),
        ("How often did the pay committee meet in 2024?", "2"),
        ("What is the goal for women in the choir?", "50"),
        ("How many women are there in the choir, in percent?", "22"),
        ("How much did the twine used rise in 2024?", "1"),
        ("How many non-domestic suppliers were there in 2023?", "6"),
        ("How many staff were female in 2024, as a percentage?", "62.50"),
        ("How many domestic suppliers in total were there over the three years?", "57"),
        ("Did the complaint resolution rate worsen from 2022 to 2023?", "down, -12.50"),
        ("Did the number of female staff improve between 2022 and 2024?", "up, 66.67"),
    ],
)
def test_words_are_taken_as_a_reader_means_them(wren: Asker, question: str, short: str) -> None:
    found = wren.ask(Question(question))
    assert found.status is AnswerStatus.ANSWERED, found.answer
    assert found.short == short


@pytest.mark.parametrize(
    "question",
    [
        "How many staff under 50 were there in 2024?",
        "In how many countries are there kilns?",
        "What was the total pay of the committee?",
        "What is the complaint resolution rate of suppliers?",
        "What are the fines for water withdrawal?",
        "How many kWh of twine were used in 2024?",
        "In how many of the years 2022 to 2024 did twine used rise?",
        "What was the water withdrawal at Lisbon in 2024?",
        "How many staff over 30 were there in 2024?",
        "How many staff took parental leave in 2023?",
        "What is the pay ratio of women to men?",
        "What was the water withdrawal in the base year?",
        "How many staff under 30 left in 2024?",
        "How many complaints were resolved in 2024?",
    ],
)
def test_another_class_or_thing_is_no_answer(wren: Asker, question: str) -> None:
    assert wren.ask(Question(question)).status is AnswerStatus.NOT_FOUND


def test_a_class_has_a_side() -> None:
    assert bounds("Employees older than fifty") == {("over", "50")}
    assert bounds("staff aged 50+ and below the age of 30") == {("over", "50"), ("under", "30")}
    assert outside(bounds("under 50"), "Staff over 50")
    assert outside(bounds("under 50"), "30 to 50")
    assert not outside(bounds("under 50"), "Staff under 50")
    assert not outside(bounds("under 50"), "Staff")
    assert not outside(bounds("under 30"), "0–29")
    assert outside(bounds("over 40"), "50+")


def test_axes_and_names_hold_no_figure() -> None:
    content = terms("waste landfill")
    assert find_span("10 20 30 40 50 60 70 waste sent to landfill", Wanted.FIGURE, content) is None
    assert find_span("Scope 3 covers waste sent to landfill", Wanted.FIGURE, content) is None
    assert find_span("At 8:30pm waste of 12 tonnes went to landfill", Wanted.FIGURE, content) == "12"


def test_a_span_with_a_hyphen_is_two_years() -> None:
    reading = read_question(Question("How much twine was used over 2022-2024?"))
    assert reading.years == ("2022", "2024")
    assert reading.ranged
    assert read_question(Question("What does rule 2022-14 say?")).years == ()
