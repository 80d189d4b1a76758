"""So many of so many, goals in lists, abbreviations, and what a near sentence must not stand for."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.ask.mill import CATALOGUE, REPORT, Mill

from tieout.ask.asker import Asker
from tieout.ask.facts.figure_places import tells_course
from tieout.ask.facts.sentence_ranking import _in_terms_of_the_field
from tieout.ask.passages.abbreviations import spelled_in, written_out
from tieout.ask.passages.sentences import split
from tieout.ask.passages.spans import find_span, wanted_kind
from tieout.ask.passages.wanted import Wanted
from tieout.ask.plan import Intent
from tieout.ask.ports import Found, Ports
from tieout.ask.wording.question import Question, read_question
from tieout.ask.wording.words import terms
from tieout.model import AnswerStatus, Passage

TEXT = (
    "Of our spinning rooms, 40 stand in damp valleys. To date, 18 of these 40 rooms in damp valleys have a moss seal. The bale "
    "load index (BLI) says how full a cart is. Our newest carts have a BLI of 1.7 by design. Since 2019 a pattern guild has "
    "met. For 2033 the pattern guild has set itself a new song. A lint patrol was formed in spring to work closely with the "
    "Thread Council. The mill offers its weavers frost cover and flood cover."
)
GOALS = (
    "For the year 2032 the mill goes on with the following targets:\n• Loom Mood Score of over 60\n• Shuttle Pride Index of 4.2\n"
    "• Thread Praise Score with a target of ≥ 15\nThe mill will also keep its carts.\n"
    "The smoke in Scope 1 comes from these sources:\n• Straw stoves\n• Tar lamps\nAll of them are old.\n"
)


class Listed(Mill):
    """The mill with another first page, which is all that is found, and a list of goals on the second."""

    def page_text(self, report: str, page: int) -> str:
        return {1: TEXT, 2: GOALS}.get(page, super().page_text(report, page))

    def search(self, text: str, k: int, reports: Sequence[str]) -> list[Found]:
        return [Found(Passage(REPORT, 1, 0, len(TEXT), TEXT), (), TEXT, 1.0)]


@pytest.fixture
def listed() -> Asker:
    """The asker over it."""
    at = Listed()
    return Asker(Ports(at, at, at, at, at, at), CATALOGUE)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("What percentage of the rooms in damp valleys has a moss seal?", "45"),
        ("What bale load index do the newest carts have?", "1.7"),
        ("Since when has the pattern guild met?", "2019"),
        ("What is the target for the Shuttle Pride Index in 2032?", "4.2"),
        ("What is the thread praise score target?", "15"),
    ],
)
def test_what_is_told_in_other_forms_is_answered(listed: Asker, question: str, short: str) -> None:
    found = listed.ask(Question(question, reports=(REPORT,)))
    assert found.status is AnswerStatus.ANSWERED
    assert found.short == short


@pytest.mark.parametrize(
    "question",
    [
        "What percentage of the carts in damp valleys has a moss seal?",
        "What is the target for the Shuttle Pride Index in 2040?",
        "What is the target for the Spindle Pride Index in 2032?",
        "Who formed the lint patrol?",
        "What were the Scope 1 emissions?",
        "By how many rooms do the damp valleys outnumber the dry ones?",
    ],
)
def test_what_is_near_is_not_told(listed: Asker, question: str) -> None:
    assert listed.ask(Question(question, reports=(REPORT,))).status is AnswerStatus.NOT_FOUND


def test_a_share_tells_how_it_was_reckoned(listed: Asker) -> None:
    found = listed.ask(Question("What percentage of the rooms in damp valleys has a moss seal?", reports=(REPORT,)))
    assert found.calculation == "18 / 40 x 100 = 45 %"


def test_abbreviations_are_those_whose_letters_begin_the_words() -> None:
    known = written_out(["The rate of loom use (RLU) fell.", "Our peat board (GmbH) and the bog (XY) met."])
    assert known == {"RLU": "rate of loom use"}
    assert spelled_in("The RLU and the XY fell.", known) == "rate of loom use"


def test_a_course_needs_a_figure_or_a_movement() -> None:
    assert not tells_course("In 2030 they met and in July 2031, they met again.”7", Intent.TREND)
    assert tells_course("In 2030 they were 14.", Intent.TREND)
    assert tells_course("It has grown.", Intent.CHANGE)
    assert not tells_course("There were 14 carts.", Intent.DIFFERENCE)
    assert tells_course("There were 14 more carts than barges, higher than ever.", Intent.DIFFERENCE)


def test_a_stop_without_a_space_ends_a_sentence() -> None:
    text = "It let off 41 t CO2e.Under the other way it is 50. It rose.7Then it fell back. See www.site.com or p. 3.1 here."
    found = [s.text for s in split(Passage("r", 1, 0, len(text), text), text)]
    assert found[:2] == ["It let off 41 t CO2e.", "Under the other way it is 50."]
    assert "Then it fell back." in found


def test_everyday_speech_is_searched_as_the_field_says_it() -> None:
    question = "Was the report checked by an outside auditor?"
    assert "external assurance" in _in_terms_of_the_field(question, terms(question.lower()))
    assert _in_terms_of_the_field("How are suppliers chosen?", terms("suppliers")) == "How are suppliers chosen?"


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Who can receive the prize?", Wanted.ANY),
        ("To whom does the code apply?", Wanted.ANY),
        ("Who received the prize?", Wanted.PERSON),
        ("Which firm reviewed the figures?", Wanted.PERSON),
    ],
)
def test_whoever_something_is_open_to_has_no_name(question: str, kind: Wanted) -> None:
    assert wanted_kind(read_question(Question(question))) is kind


@pytest.mark.parametrize(
    ("question", "text", "span"),
    [
        ("Who is the partner of the hive scheme?", "It keeps hives with the help of its partner, Bramble.", "Bramble"),
        ("Who checks the ledger?", "The ledger is checked by the wardens of the mill and the chief auditor.", None),
        (
            "Who checks the ledger?",
            "The ledger is checked by the units and the ledger officer.",
            "units and the ledger officer",
        ),
        ("How often is the ledger read?", "The ledger is part of daily operations.", None),
        ("How often is the ledger read?", "The ledger is read daily.", "daily"),
    ],
)
def test_whoever_is_named_beside_what_they_are(question: str, text: str, span: str | None) -> None:
    reading = read_question(Question(question))
    assert find_span(text, wanted_kind(reading), terms(reading.folded)) == span


SPLIT = (
    "Slovenia 80% of weavers have a loom pension. In Croatia no bale insurance is held, 30% of weavers are in a choir. The song plan "
    "rests on the study of threads and the themes with regard to yarn, dye, wool, and felt. The gatherings were eight in all."
)


class Divided(Listed):
    """Another first page."""

    def page_text(self, report: str, page: int) -> str:
        return SPLIT if page == 1 else super().page_text(report, page)

    def search(self, text: str, k: int, reports: Sequence[str]) -> list[Found]:
        return [Found(Passage(REPORT, 1, 0, len(SPLIT), SPLIT), (), SPLIT, 1.0)]


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("What percentage of weavers has a loom pension?", AnswerStatus.NOT_FOUND),
        ("What percentage of weavers in Slovenia has a loom pension?", AnswerStatus.ANSWERED),
        ("What percentage of weavers in Croatia has bale insurance?", AnswerStatus.NOT_FOUND),
        ("Which five themes does the song plan rest on?", AnswerStatus.NOT_FOUND),
    ],
)
def test_a_country_is_not_the_company_and_a_denial_no_figure(question: str, status: AnswerStatus) -> None:
    at = Divided()
    found = Asker(Ports(at, at, at, at, at, at), CATALOGUE).ask(Question(question, reports=(REPORT,)))
    assert found.status is status
