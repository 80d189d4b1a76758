"""What a sentence must say to answer: the word that tells the most, the role, the firm; and what is only under way."""

from __future__ import annotations

import pytest
from tests.ask.facts.paged import Paged

from tieout.ask.facts.none_of_them import names_none
from tieout.ask.wording.question import Question, read_question
from tieout.model import AnswerStatus

PAGES = {
    1: "The looms team serves as the coordinating office for the mill’s complaint work, watching over each complaint. The dye "
    "masters look after the vats. Moss & Partners LLP gave limited assurance on the yarn figures. The Mill Council is the "
    "governing body for dyeing.",
    2: "Sheep care matters to us. We are working on plans to follow these Moorland Grazing Recommendations and to tell of it. "
    "The targets for the salt vats are currently being finalised and will be published in spring. In the year 2031, the mill "
    "did not identify any flood risks under the Dyke Act. The guild met in a hall with a score of lamps. "
    "Letters of the weavers go to the Audit Committee, which heard 3 of them.",
    3: "An engagement of limited assurance was performed on the yarn statement for the year 2031. The fibre study included "
    "drought analyses which now inform the buying of wool.",
}  # fmt: skip


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Which team coordinates the handling of complaints?", "looms team"),
        ("Has Copperleaf already published its targets for the salt vats?", "no, not yet"),
        ("Has Copperleaf fully followed the Moorland Grazing Recommendations?", "no, not yet"),
    ],
)
def test_what_is_so_and_what_is_under_way(question: str, short: str) -> None:
    found = Paged(PAGES).ask(question)
    assert (found.status, found.short) == (AnswerStatus.ANSWERED, short)


def test_that_there_are_none_is_the_companys_word() -> None:
    found = Paged(PAGES).ask("Which flood risks under the Dyke Act did Copperleaf identify in 2031?")
    assert (found.status, found.short) == (AnswerStatus.STATED_ABSENT, "none")
    assert "did not identify any flood risks" in found.citations[0].passage.quote


@pytest.mark.parametrize(
    "question",
    [
        "Which storm risks under the Dyke Act did Copperleaf identify in 2031?",
        "Who acts as the secretary to the Mill Council?",
        "Which brewing firm gave assurance on the ale figures?",
        "Which audit firm heard the letters of the weavers?",
        "Did the limited assurance engagement on the yarn statement cover the previous-year figures?",
        "The fibre study included drought analyses: which drought scenarios are printed?",
        "Has Copperleaf already sold its salt vats?",
    ],
    ids=[
        "other risks",
        "another role",
        "another firm",
        "no firm",
        "an earlier year",
        "no names printed",
        "another deed",
    ],
)
def test_what_is_not_said_is_not_answered(question: str) -> None:
    assert Paged(PAGES).ask(question).status is AnswerStatus.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "none"),
    [
        ("Which minors did the mill hire?", True),
        ("What is said of minors?", False),
        ("What does the mill say of minors?", False),
    ],
)
def test_a_denial_names_none_only_where_it_is_asked_which(question: str, none: bool) -> None:
    assert names_none("The mill did not hire any minors.", read_question(Question(question))) is none
