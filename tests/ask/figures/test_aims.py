"""Changes that are wanted, distances to goals, quantities for each of something, and what is left out of those counted."""

from __future__ import annotations

import dataclasses

import pytest
from tests.ask.moor import CATALOGUE, _metric
from tests.ask.tabled import Printed, Row, Tabled

from tieout.ask.asker import Asker
from tieout.ask.figures.linking import Candidate
from tieout.ask.figures.told import Told
from tieout.ask.passages.spans import wanted_kind
from tieout.ask.passages.wanted import Wanted
from tieout.ask.ports import Ports
from tieout.ask.wording.excluded import leaves_out_those
from tieout.ask.wording.intents import figure_intent, parts
from tieout.ask.wording.question import Question, read_question
from tieout.ask.wording.restated import restated

_BARGES = "Emissions of barges across the fleet"
LOCK = Printed(
    "lock-2024",
    "Lock & Weir Plc",
    ("2023", "2024"),
    (
        Row("Total employees", "persons", ("60", "80"), "emp-total"),
        Row("Grain loss rate", "%", ("6", "4")),
        Row("Grain loss rate (goal)", "%", ("3", "3"), dimension=("series", "target")),
        Row("Lamp oil use", "t", ("50", "40")),
        Row("Lamp oil use", "t", ("30", "30"), dimension=("series", "target")),
        Row("Lantern cuts", "%", ("10", "20"), dimension=("series", "target")),
        Row("Kilometres sailed", "km", ("1,000", "2,000"), group=_BARGES),
        Row("CO2 emissions of barges", "t CO2/year", ("5", "8"), group=_BARGES),
        Row("Suppliers inspected for admission", "", ("40", "50")),
        Row("Suppliers whose contract was ended", "", ("2", "5")),
    ),
    "Rope was cut by 7 percent in 2024.",
)
METRICS = dataclasses.replace(
    CATALOGUE,
    metrics=(*CATALOGUE.metrics, _metric("others", "Workers who are not employees", (), "count", "persons")),
)


def ask(question: str):
    at = Tabled(LOCK)
    return Asker(Ports(at, at, at, at, at, at), METRICS).ask(Question(question))


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("How much more lamp oil use must still be cut after 2024 to reach the goal?", "10"),
        ("How far was the lamp oil use still from its target in 2024?", "10"),
        ("By what percentage does it want to cut lanterns?", "20"),
        ("On average, how many grams of CO2 did the barges emit per kilometre sailed in 2024?", "4000"),
        ("Of the suppliers inspected for admission in 2024, what percentage had their contract ended?", "10"),
        ("What was the change, in percentage points, of the grain loss rate between 2023 and 2024?", "-2"),
        ("From which to which percentage did the grain loss rate move between 2023 and 2024?", "6, 4"),
    ],
)
def test_changes_distances_and_quotients_are_reckoned(question: str, short: str) -> None:
    assert ask(question).short == short


@pytest.mark.parametrize(
    "question",
    [
        "By what percentage does it want to cut its lamp oil use?",
        "By how much does it plan to cut its rope?",
        "By how much does it intend to raise the grain loss rate?",
        "How far is the number of barges still from its target?",
        "What were the emissions of the barges per euro of revenue in 2024?",
        "How many grams of CO2 did the barges emit per passenger in 2024?",
        "How many workers who are not employees were there in 2024?",
    ],
)
def test_a_change_that_happened_a_total_and_other_people_are_refused(question: str) -> None:
    assert ask(question).status == "not_found"


def test_a_question_is_read_in_the_words_that_it_gives_for_itself() -> None:
    text = "Which crew was the most faithful in 2024, that is, showed the lowest rate of leavers?"
    assert restated(text) == "Which crew showed the lowest rate of leavers in 2024?"
    assert restated("Which crew was the largest in 2024?") == "Which crew was the largest in 2024?"


def test_those_counted_are_told_by_what_they_do() -> None:
    counted = read_question(Question("How many workers who are not employees were there in 2024?"))
    assert wanted_kind(counted) is Wanted.COUNT
    assert wanted_kind(read_question(Question("Who keeps the locks?"))) is Wanted.PERSON
    assert leaves_out_those(counted, "Total employees")
    assert not leaves_out_those(counted, "External workers")
    assert not leaves_out_those(read_question(Question("How many employees were there?")), "Total employees")


def test_of_these_what_share_names_the_whole_first() -> None:
    reading = read_question(Question("Of the barges sold in 2024, what percentage were made of oak?"))
    assert parts(reading) == ("made of oak?", "barges sold in 2024")
    assert figure_intent(reading) == "share"


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("How much peat was used in total in 2024?", "9"),
        ("How much peat was used on a like-for-like basis in 2024?", "7"),
    ],
)
def test_a_table_of_the_same_assets_answers_only_where_that_is_asked(question: str, short: str) -> None:
    rows = (
        Row("Peat", "t", ("6", "7"), group="Like-for-like use of peat"),
        Row("Peat", "t", ("8", "9"), group="Total use of peat"),
    )
    at = Tabled(dataclasses.replace(LOCK, rows=rows))
    assert Asker(Ports(at, at, at, at, at, at), METRICS).ask(Question(question)).short == short


def test_a_row_that_says_most_stands_before_one_that_says_next_to_nothing() -> None:
    at = Tabled(LOCK)
    view = Asker(Ports(at, at, at, at, at, at), METRICS).view(tuple(at.reports()))
    vague = Candidate(view.series[0], None, "vague", 0.61, 0.2, 0.6, (), 1.0)
    clear = Candidate(view.series[1], None, "clear", 0.60, 0.7, 0.6, (), 1.0)
    told = Told(view)
    reading = read_question(Question("How deep is the lock?"))
    assert told._clearer([vague, clear], reading) is clear
    assert told._clearer([vague, dataclasses.replace(clear, score=0.5)], reading) is vague
    assert told._clearer([dataclasses.replace(vague, explained=0.5), clear], reading).name == "vague"  # type: ignore[union-attr]
