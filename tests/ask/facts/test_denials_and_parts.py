"""What a report denies, counts among others, or names behind a number: told where it is meant, and nowhere else."""

from __future__ import annotations

import pytest
from tests.ask.facts.paged import Paged
from tests.ask.mill import CATALOGUE, REPORT

from tieout.ask.asker import Asker
from tieout.ask.clauses.datapoints import lettered
from tieout.ask.facts.judge import Judged
from tieout.ask.facts.listed_in_sentence import _items
from tieout.ask.facts.own_denials import own_denial
from tieout.ask.facts.persons import asks_for_person
from tieout.ask.facts.sentence_ranking import Scored
from tieout.ask.passages.sentences import Sentence
from tieout.ask.passages.spans import find_span, wanted_kind
from tieout.ask.passages.wanted import Wanted
from tieout.ask.ports import Found, Ports
from tieout.ask.wording.question import Question, read_question
from tieout.ask.wording.words import terms
from tieout.model import Disclosure, DisclosureStatus, Passage

PAGES = {
    1: "Of 90 spills of dye, 61 were stopped in the vats and 29 affected the quay.\nIn the last quarter the mill ordered 5 steam carts, although they have not yet been delivered. The cart park consists of 40 carts.\n",
    2: "The mill has set up the Yarn Panel and the Dye Panel under the Upper Loom Council. The Rope Panel sits by itself.\n",
    3: "The Salt Act, the Act on Hemp and Flax and the Act on Tides are the laws that govern the quay.\nFour lines of care are composed of spinners, weavers, dyers, and cooks and bakers, ensuring that all is well.\n",
}


@pytest.fixture
def mill() -> Paged:
    return Paged(PAGES)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("What percentage of the 90 spills of dye affected the quay?", "32.22"),
        ("Under which council were the Yarn Panel and the Dye Panel set up?", "Upper Loom Council"),
        ("Which three laws govern the quay?", "Salt Act; Act on Hemp and Flax; Act on Tides"),
        ("What are the four lines of care?", "spinners; weavers; dyers; cooks and bakers"),
    ],
)
def test_what_stands_among_others_is_told_apart(mill: Paged, question: str, short: str) -> None:
    assert mill.ask(question).short == short


@pytest.mark.parametrize(
    "question",
    [
        "Under which council was the Rope Panel set up?",
        "How many steam carts did the mill have in its cart park?",
    ],
)
def test_what_is_not_said_of_it_is_not_told(mill: Paged, question: str) -> None:
    assert mill.ask(question).short not in {"Upper Loom Council", "5"}


@pytest.mark.parametrize(
    ("listed", "number", "items"),
    [
        ("sales, finance, and audit and control", 3, ["sales", "finance", "audit and control"]),
        ("sales, finance, and audit and control", 4, ["sales", "finance", "audit", "control"]),
        ("the Act on Salt and Tea and the Act on Fish", 2, ["Act on Salt and Tea", "Act on Fish"]),
        ("colour, weight, feel, scent and shine", 4, ["colour", "weight", "feel", "scent", "shine"]),
    ],
)
def test_a_list_is_taken_apart_as_its_wording_allows(listed: str, number: int, items: list[str]) -> None:
    assert _items(listed, number) == items


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("Who chairs the company?", "chairman"),
        ("Who runs the group?", "ceo"),
        ("Who chairs the audit committee?", None),
        ("What is the name of the finance chief?", "finance chief"),
        ("Who leads the diving team?", None),
    ],
)
def test_the_company_s_own_heads_are_asked_for_by_name(question: str, title: str | None) -> None:
    assert asks_for_person(read_question(Question(question))) == title


@pytest.mark.parametrize(
    ("question", "often"),
    [
        ("How often do the guards report to the council?", "quarterly"),
        ("How often do the guards submit lists to the cooks?", "every month"),
    ],
)
def test_how_often_is_told_of_those_who_are_told(question: str, often: str) -> None:
    text = (
        "The guards report on the tides to the council on a quarterly basis and submit lists to the cooks every month."
    )
    assert find_span(text, Wanted.FREQUENCY, terms(question)) == often


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("What was the target for the year?", Wanted.ANY),
        ("What was the founding year?", Wanted.DATE),
        ("What was the volume of the trades?", Wanted.FIGURE),
    ],
)
def test_what_is_asked_for_is_told_by_its_noun(question: str, kind: Wanted) -> None:
    assert wanted_kind(read_question(Question(question))) is kind


@pytest.mark.parametrize(
    ("question", "left_out"),
    [
        ("Is GRI 2-16b reported?", True),
        ("Is GRI 2-16 (b) reported?", True),
        ("Is GRI 2-16a reported?", False),
        ("Is GRI 2-16 reported?", False),
    ],
)
def test_only_the_lettered_part_that_a_note_leaves_out_is_absent(question: str, left_out: bool) -> None:
    quote = "2-16 Concerns 18 Regarding 2-16b, no survey was made in the year."
    row = Disclosure(
        report=REPORT, framework="gri", code="2-16", status=DisclosureStatus.PARTIAL,
        explanation="Regarding 2-16b, no survey was made in the year.", passage=Passage(REPORT, 1, 0, len(quote), quote),
    )  # fmt: skip
    found = lettered(row, read_question(Question(question)))
    assert (found is not None and found.status is DisclosureStatus.STATED_ABSENT and found.code == "2-16b") is left_out


def judged(text: str, likely: float, heard: float = 0.7) -> Judged:
    place = Passage(REPORT, 1, 0, len(text), text)
    scored = Scored(Sentence(place, text), Found(place, (), text, 1.0), 0.8, 1.0, (), ())
    return Judged(scored, None, None, likely, heard, 0.5, 0.5)


@pytest.mark.parametrize(
    ("question", "text", "likely", "denied"),
    [
        ("Was the harvest audited?", "The harvest was not audited by anybody this year.", 0.5, True),
        ("Was the harvest audited?", "The harvest was not audited by anybody this year.", 0.1, False),
        ("Was the harvest audited?", "The harvest was audited, not only by the guild.", 0.5, False),
        ("Did the harvest fall?", "The harvest does not include the fallen fruit.", 0.5, False),
        ("How many days did a delivery take?", "The days that a delivery takes could not be analysed.", 0.3, True),
        ("How many days did a delivery take?", "The mill does not have its own carts for a delivery.", 0.3, False),
        ("Is weaving listed under No. 2?", "(2) No. 2 Weaving of cloth and rope", 0.9, False),
    ],
    ids=["denied", "unlikely", "not only", "a course", "untold", "something else", "a number"],
)
def test_a_denial_answers_where_it_denies_just_that(question: str, text: str, likely: float, denied: bool) -> None:
    mill = Paged({1: text})
    view = Asker(Ports(mill, mill, mill, mill, mill, mill), CATALOGUE).view(tuple(mill.reports()))
    reading = read_question(Question(question))
    weighed = [judged(text, likely), judged("Ropes are soaked in the vat.", 0.05, 0.2)]
    found = own_denial(weighed, terms(reading.folded), reading, wanted_kind(reading), view)
    assert (found is not None) is denied
