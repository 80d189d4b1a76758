"""Questions that ask for no figure: what a sentence must say to answer, and where an index row or a thing leads."""

from __future__ import annotations

import pytest

from tieout.ask.asker import Asker
from tieout.ask.wording.question import Question
from tieout.model import AnswerStatus

ONLY = ("copperleaf-2031",)


def _ask(mill: Asker, question: str) -> tuple[AnswerStatus, str]:
    answer = mill.ask(Question(question, reports=ONLY))
    if answer.status in {AnswerStatus.ANSWERED, AnswerStatus.STATED_ABSENT}:
        assert answer.citations
        assert answer.paths
    return answer.status, answer.short


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Who is the chairwoman of Copperleaf?", "Odile Varga"),
        ("Who chairs the Water Panel?", "Head of Dyeing"),
        ("How often does the Water Panel meet?", "twice a year"),
        ("When was Copperleaf listed in London?", "June 2018"),
        ("What is the scheme for mobility between sites called?", "Loom to Loom"),
        ("How many looms stand still?", "3"),
        ("Whom does the looms team report its findings to?", "Mill Council"),
        ("Which certificate covers quality?", "ISO 9001"),
        ("What topics are the weavers concerned about?", "Steady work; Fair shifts"),
        ("Through which channels does the company communicate with the weavers?", "Canteen talks; Notice boards"),
        ("Which topic do the Spill Guidelines belong to?", "Dyeing and colours"),
        ("Which risks of conduct are described?", "Late parts; Idle looms"),
        ("Which policies govern dyeing?", "Dye House Policy; Effluent Rules; Spill Guidelines"),
        ("Does Copperleaf ban dyes with lead?", "yes"),
        ("When were the harbour bonds issued?", "March 2030"),
        ("GRI 205-2 on corruption: is it in the table?", "yes, disclosed"),
        ("Which GRI disclosures lead to the section that names the Effluent Rules?", "205-2"),
        ("Which disclosures cite section 2.1?", "401-1"),
        (
            "What does Copperleaf say on GRI 407-1?",
            "All weavers may join the lodge of their choice in May. Those of the night shift are free to do so on any other day of the year, and nobody asks them why.",
        ),
        ("When may weavers join a lodge?", "May"),
        (
            "Look up the chapter GRI 205-2 points to: which policies govern dyeing?",
            "Dye House Policy; Effluent Rules; Spill Guidelines",
        ),
    ],
)
def test_what_is_told_is_answered(mill: Asker, question: str, short: str) -> None:
    assert _ask(mill, question) == (AnswerStatus.ANSWERED, short)


def test_a_reason_is_told_with_its_cause(mill: Asker) -> None:
    status, short = _ask(mill, "Why do three looms stand still?")
    assert status is AnswerStatus.ANSWERED
    assert "because the spare parts came late" in short


@pytest.mark.parametrize(
    "question",
    [
        "Who is the chairman of Copperleaf's supervisory board?",
        "Who chairs the Audit Panel?",
        "When was Copperleaf founded?",
        "How often does the Audit Panel meet?",
        "Why was the Water Panel set up?",
        "Which biodiversity policy governs dyeing?",
        "When was the Weavers Guild chartered?",
        "What is the fish policy of Copperleaf?",
        "When did Copperleaf issue its first tin bonds?",
        "Which medal was given under the scheme for mobility between sites?",
        "Which manuals regulate yarn and cloth?",
        "Which committee sits above the Water Panel?",
        "Which ISO 14001 certificate covers quality?",
        "Who chairs the Water Panel of Tinwright Foundry?",
    ],
)
def test_what_is_told_of_something_else_is_no_answer(mill: Asker, question: str) -> None:
    assert _ask(mill, question) == (AnswerStatus.NOT_FOUND, "")


@pytest.mark.parametrize(
    ("question", "short", "page"),
    [
        ("Which GRI disclosure corresponds to HKEX B7.3?", "205-2", 4),
        ("What is the counterpart of GRI 205-2 in ESRS?", "G1-3", 4),
        ("Which GRI disclosure asks for anti-corruption training?", "205-2", 4),
    ],
)
def test_clauses_are_found_by_what_they_ask_and_across_frameworks(
    mill: Asker, question: str, short: str, page: int
) -> None:
    answer = mill.ask(Question(question, reports=ONLY))
    assert (answer.status, answer.short) == (AnswerStatus.ANSWERED, short)
    assert answer.citations[0].passage.page == page


def test_a_counterpart_that_nobody_mapped_is_not_made_up(mill: Asker) -> None:
    assert _ask(mill, "Which ESRS disclosure corresponds to GRI 401-1?")[0] is AnswerStatus.NOT_FOUND


def test_a_reason_of_the_index_is_found_by_what_is_left_out(mill: Asker) -> None:
    status, short = _ask(mill, "Why is the discharge of water not reported?")
    assert (status, short) == (AnswerStatus.STATED_ABSENT, "meters are being installed.")


def test_an_index_row_leads_to_the_things_of_its_section(mill: Asker) -> None:
    answer = mill.ask(
        Question("Which rules are named in the section that the index cites for GRI 205-2?", reports=ONLY)
    )
    assert answer.short == "Dye House Policy; Effluent Rules; Spill Guidelines"
    assert {c.passage.page for c in answer.citations} == {3, 4}


def test_an_index_row_leads_to_the_text_of_its_deepest_section(mill: Asker) -> None:
    answer = mill.ask(
        Question("In the chapter indexed for GRI 401-1, how often does the Water Panel meet?", reports=ONLY)
    )
    assert answer.short == "twice a year"


def test_the_place_is_told_where_the_place_is_asked(mill: Asker) -> None:
    assert _ask(mill, "Which section does the index cite for GRI 205-2?") == (AnswerStatus.ANSWERED, "2.2 Dyeing")


def test_a_place_that_treats_the_matter_elsewhere_is_told(mill: Asker) -> None:
    answer = mill.ask(
        Question(
            "Is the place that the index names for GRI 205-2 the place where it is really discussed?", reports=ONLY
        )
    )
    assert answer.short == "no: 1 Company"
    assert [c.passage.page for c in answer.citations] == [4, 1, 1]


def test_no_figure_is_said_to_agree_with_itself(mill: Asker) -> None:
    assert _ask(mill, "Is the number of looms that stand still the same throughout?")[0] is AnswerStatus.NOT_FOUND


def test_a_premise_that_the_index_contradicts_is_said(mill: Asker) -> None:
    answer = mill.ask(Question("Why was GRI 205-2 left out?", reports=ONLY))
    assert answer.answer.startswith("Not left out: 205-2 is disclosed")


def test_how_many_channels_is_no_question_for_their_names(mill: Asker) -> None:
    assert _ask(mill, "How many channels did the weavers' council visit?")[0] is AnswerStatus.NOT_FOUND
