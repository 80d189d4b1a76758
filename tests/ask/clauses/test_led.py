"""A question that leads over a clause to its place, or to what its index row itself says."""

from __future__ import annotations

import pytest

from tieout.ask.answer import Answer
from tieout.ask.asker import Asker
from tieout.ask.clauses.led import goes_on, reads_row
from tieout.ask.clauses.linking import ClauseMention
from tieout.ask.wording.question import Question, read_question
from tieout.model import AnswerStatus, Clause


def _mention(code: str) -> ClauseMention:
    clause = Clause(f"gri:{code}", "gri", code, "", "", "", "disclosure", "", "", "", False, "", True, "")
    return ClauseMention(clause, 1.0, True, code)


def _ask(mill: Asker, text: str) -> Answer:
    return mill.ask(Question(text, reports=("copperleaf-2031",)))


@pytest.mark.parametrize(
    ("question", "code", "on"),
    [
        ("In the chapter that 205-2 cites, which rules govern dyeing?", "205-2", True),
        ("Follow 205-2 to its section: who chairs the panel there?", "205-2", True),
        ("The table cited for 205-2 shows five looms; what reason does it give?", "205-2", True),
        ("Which rules govern dyeing, in the section cited for 205-2?", "205-2", True),
        ("What is left out of the figures 205-2 points to?", "205-2", True),
        ("Is 205-2 reported?", "205-2", False),
        ("What does 205-2 ask for?", "205-2", False),
        ("Which clauses lie near 205-2?", "205-2", False),
    ],
)
def test_a_code_that_leads_to_a_place_is_told_from_one_that_is_asked_about(question: str, code: str, on: bool) -> None:
    assert goes_on(read_question(Question(question)).folded, _mention(code)) is on


@pytest.mark.parametrize(
    ("question", "reads"),
    [
        ("When may the night shift join, according to the note at 407-1?", True),
        ("What does the 407-1 entry offer to weavers?", True),
        ("Which rules stand in the subsection the index names for 407-1?", False),
        ("Which rules govern dyeing, in the section cited for 407-1?", False),
        ("Is there an entry for 407-1?", False),
    ],
)
def test_what_an_index_row_says_is_told_from_where_it_points(question: str, reads: bool) -> None:
    assert reads_row(read_question(Question(question)), [_mention("407-1")]) is reads


def test_the_row_answers_what_its_note_is_asked(mill: Asker) -> None:
    answer = _ask(mill, "What may weavers of the night shift do, according to the note at GRI 407-1?")
    assert answer.status is AnswerStatus.ANSWERED
    assert "any other day of the year" in answer.answer
    assert answer.citations[0].passage.page == 4


def test_where_the_index_sends_one_is_its_place_however_late_it_is_asked(mill: Asker) -> None:
    answer = _ask(mill, "Somebody reads up on conflicts of interest (GRI 205-2): where does the index send them?")
    assert answer.status is AnswerStatus.ANSWERED
    assert "2.2" in answer.answer


def test_all_rules_of_the_place_are_told_where_nothing_restricts_them(mill: Asker) -> None:
    answer = _ask(mill, "In the chapter that GRI 205-2 cites, which rules are named?")
    assert answer.status is AnswerStatus.ANSWERED
    assert answer.short == "Dye House Policy; Effluent Rules; Spill Guidelines"
