"""Questions to the tiny world, end to end: what is answered, what is not, and with which proof."""

from __future__ import annotations

import json

import pytest

from tieout.ask.asker import Asker
from tieout.ask.wording.question import Question
from tieout.errors import UsageError
from tieout.model import AnswerStatus


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("What was Mill & Moor's water withdrawal in 2023?", "800"),
        ("How much water did it take in from rivers in 2022?", "900"),
        ("How many people did Mill & Moor employ in the latest year?", "420"),
        ("What share of the power is green in 2024?", "60"),
        ("How did water withdrawal develop from 2022 to 2024?", "900, 800, 700"),
        ("By what percentage did water withdrawal fall from 2022 to 2024?", "22.22"),
        ("Did the workforce grow in 2024?", "yes, 2.44"),
        ("Did men or women get more hours of instruction in 2023?", "female"),
        ("How many more hours of training did women get than men in 2024?", "4"),
        ("In which year was the water intake lowest?", "2024, 700"),
        ("Across the three years, how many training hours did women get?", "37"),
    ],
)
def test_figures_are_found_and_computed(asker: Asker, question: str, short: str) -> None:
    answer = asker.ask(Question(question))
    assert (answer.status, answer.short) == (AnswerStatus.ANSWERED, short)
    assert answer.citations
    assert answer.paths
    assert answer.query


def test_a_calculation_tells_its_inputs(asker: Asker) -> None:
    answer = asker.ask(Question("By what percentage did water withdrawal fall from 2022 to 2024?"))
    assert answer.calculation == "(700 - 900) / 900 x 100 = -22.22 %"
    assert answer.values[0].value == "-22.22"


def test_another_figure_for_the_same_is_told(asker: Asker) -> None:
    answer = asker.ask(Question("What was the water withdrawal in 2024?"))
    assert answer.short == "700"
    assert any("page 3" in note and "790" in note for note in answer.notes)


def test_consistency_names_both_places(asker: Asker) -> None:
    answer = asker.ask(Question("Is the water withdrawal of 2024 quoted consistently?"))
    assert answer.short == "no: 700 vs 790"
    assert [c.passage.page for c in answer.citations] == [2, 3]


def test_places_that_should_give_the_same_figure_are_compared(asker: Asker) -> None:
    answer = asker.ask(Question("Is the water withdrawal of 2024 in the summary the same as in the table?"))
    assert answer.short == "no: 700 vs 790"


def test_a_wrong_premise_is_said(asker: Asker) -> None:
    answer = asker.ask(Question("Why did water withdrawal rise in 2024?"))
    assert answer.notes[0].startswith("The question's premise does not hold")


@pytest.mark.parametrize(
    "question",
    [
        "What was the water withdrawal in 2021?",
        "How many accidents at work were there in 2023?",
        "What were the Scope 1 emissions in 2024?",
        "What is the credit rating of Mill & Moor?",
        "How many employees does Corn & Co have?",
        "Were there accidents at the quarry?",
    ],
)
def test_what_is_not_there_is_not_answered(asker: Asker, question: str) -> None:
    answer = asker.ask(Question(question))
    assert answer.status is AnswerStatus.NOT_FOUND
    assert not answer.short


def test_a_missing_period_names_the_nearest(asker: Asker) -> None:
    answer = asker.ask(Question("What was the water withdrawal in 2021?"))
    assert answer.nearest[0].page == 2
    assert "700 m3 (2024)" in answer.nearest[0].what


def test_the_companys_own_reason_is_another_thing(asker: Asker) -> None:
    answer = asker.ask(Question("How much effluent was there in 2022?"))
    assert answer.status is AnswerStatus.STATED_ABSENT
    assert answer.citations[0].passage.quote.startswith("No data can be provided on effluent")


@pytest.mark.parametrize(
    ("question", "status", "short"),
    [
        ("Does Mill & Moor report GRI 303-3?", AnswerStatus.ANSWERED, "yes, disclosed"),
        ("Where does the GRI index locate 303-3?", AnswerStatus.ANSWERED, "2.1 Resources"),
        ("Is GRI 403-9 reported?", AnswerStatus.STATED_ABSENT, "no, omitted"),
        ("Why is GRI 403-9 left out?", AnswerStatus.STATED_ABSENT, "records are kept by the insurer."),
        ("Is GRI 303-5 in the index?", AnswerStatus.ANSWERED, "no, not listed"),
    ],
)
def test_clauses(asker: Asker, question: str, status: AnswerStatus, short: str) -> None:
    answer = asker.ask(Question(question))
    assert (answer.status, answer.short) == (status, short)


def test_a_clause_that_is_not_listed_cites_its_neighbours(asker: Asker) -> None:
    answer = asker.ask(Question("Is GRI 303-5 in the index?"))
    assert [c.passage.quote.split()[0] for c in answer.citations] == ["303-3", "403-8"]


def test_running_text_answers_with_the_kind_asked_for(asker: Asker) -> None:
    assert asker.ask(Question("When was Mill & Moor listed?")).short == "May 2011"
    assert "Chief Operating Officer" in asker.ask(Question("Who heads the Climate Council?")).short


def test_named_things(asker: Asker) -> None:
    assert asker.ask(Question("Which policy governs grain buying?")).short == "Fair Grain Charter"


def test_two_questions_in_one_sentence(asker: Asker) -> None:
    answer = asker.ask(Question("What was the water withdrawal in 2022 and how many staff were there in 2023?"))
    assert answer.short == "900, 410"


def test_every_quote_stands_on_its_page(asker: Asker, world: object) -> None:
    for text in ("What was the water withdrawal in 2023?", "When was Mill & Moor listed?", "Is GRI 403-9 reported?"):
        for citation in asker.ask(Question(text)).citations:
            p = citation.passage
            assert world.page_text(p.report, p.page)[p.start : p.end] == p.quote  # type: ignore[attr-defined]


def test_a_path_that_does_not_hold_withholds_the_answer(asker: Asker, world: object) -> None:
    world.broken_paths = True  # type: ignore[attr-defined]
    answer = asker.ask(Question("What was the water withdrawal in 2023?"))
    assert answer.status is AnswerStatus.NOT_FOUND
    assert answer.notes[0].startswith("Withheld")
    assert not answer.citations


def test_the_same_question_gives_the_same_bytes(asker: Asker) -> None:
    first, second = (json.dumps(asker.ask(Question("How much water intake in 2023?")).to_json()) for _ in range(2))
    assert first == second


def test_an_empty_question_and_an_unknown_report_are_wrong_calls(asker: Asker) -> None:
    with pytest.raises(UsageError):
        asker.ask(Question("  "))
    with pytest.raises(UsageError):
        asker.ask(Question("How much water?", reports=("nobody-2020",)))
