"""Lists that a report counts itself, goals reached or missed, what holds of all, frameworks followed, codes of subjects."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.ask.mill import CATALOGUE, REPORT, Mill

from tieout.ask.asker import Asker
from tieout.ask.ports import Found, Ports
from tieout.ask.wording.question import Question
from tieout.model import AnswerStatus, Disclosure, Passage

PAGES = {
    1: "In a hard year the five Copperleaf values – patience, candour, care, joy in craft and the love of colour – have helped. "
    "The core ideas “Warp” and “Weft” came in last spring. "
    "The house rests on the three pillars of Cloth, Colour and Care. "
    "The code is guided by four principles:\n› Respect for looms: Keep them oiled\n› Fair shifts: Nobody works two in a row\n"
    "› No idle gossip\n› Quiet halls: Speak low\nThe code is read aloud in spring. ",
    2: "The target for lamp hours was missed by far. The readiness of the looms stands at 98.2 percent, above the target of 97 "
    "percent. We received assurance from a third party for certain figures on dyes. All weavers are trained in first aid. "
    "We are monitoring the rules on reporting and reviewing whether SASB suits us. This report was prepared with reference to "
    "the GRI Standards. The carding audit was carried out in accordance with the norm LN 4711. "
    "Three of the seven elders sew at home, and they trust each other. The Weft Comfort Score, asked of all weavers, stands at 4.1 points. "
    "Tips to the lodge are handled within the following times:\n— Confirmation of receipt of a tip – within 3 working days\n— Answer to the weaver – within two weeks\n",
    5: "LOOM Learning in Order and Motion is a scheme that makes owners responsible for the management of soot in sheds.\n",
    4: "The council named the following three crafts as worth a prize:\nC 1 - Carding\nC 4 - Spinning by hand\nC 7 - Felting\n"
    "Consequently, a prize for each of them is given every spring in the old hall.\n"
    "Later it named two colours:\nMadder\nWeld\nWoad\n",
    3: "The house habits are read aloud in the hall.\n• Lamps out: by ten\n• Doors shut: at night\n• Voices low\nKey subjects GRI SASB\nClean dyes GRI 303, GRI 306\nFair shifts and rest GRI 401/402\nSafe halls GRI 403\nStaff training GRI "
    "404 SASB CG-AA-430a\n",
}


class Lists(Mill):
    """The mill with other pages and no index."""

    def page_text(self, report: str, page: int) -> str:
        return PAGES[page]

    def page_count(self, report: str) -> int:
        return len(PAGES)

    def disclosures(self, reports: Sequence[str]) -> list[Disclosure]:
        return []

    def search(self, text: str, k: int, reports: Sequence[str]) -> list[Found]:
        return [Found(Passage(REPORT, n, 0, len(t), t), (), t, 1.0) for n, t in PAGES.items()]


@pytest.fixture
def lists() -> Asker:
    """The asker over it."""
    at = Lists()
    return Asker(Ports(at, at, at, at, at, at), CATALOGUE)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("What are the five Copperleaf values?", "patience; candour; care; joy in craft; the love of colour"),
        ("What are the three pillars of Copperleaf?", "Cloth; Colour; Care"),
        ("Which three crafts were named as worth a prize?", "C 1 - Carding; C 4 - Spinning by hand; C 7 - Felting"),
        ("What are the two core ideas that came in last spring?", "Warp; Weft"),
        ("What are the four principles of the code?", "Respect for looms; Fair shifts; No idle gossip; Quiet halls"),
        ("Did Copperleaf reach its target for lamp hours?", "no"),
        ("Was the target for the readiness of the looms reached?", "yes"),
        ("Were all figures on dyes assured by a third party?", "no"),
        ("Are all weavers trained in first aid?", "yes"),
        ("Do all elders sew at home?", "no"),
        ("How many elders sew at home?", "3"),
        ("What are the house habits?", "Lamps out; Doors shut; Voices low"),
        ("Does Copperleaf report in accordance with the GRI Standards?", "yes"),
        ("Does Copperleaf report against SASB?", "no"),
        ("Which GRI standards are assigned to the subject of clean dyes?", "GRI 303, GRI 306"),
        ("What score did weft comfort reach among weavers?", "4.1"),
        ("Within what time is the receipt of a tip confirmed?", "3 working days"),
        ("Within what time is a weaver answered?", "two weeks"),
        ("Which GRI standards does the overview of key subjects assign to clean dyes?", "GRI 303, GRI 306"),
        ("Which GRI standards belong to the topic “Fair shifts and rest”?", "GRI 401/402"),
        ("Which SASB code does Copperleaf attach to its key subject of staff training?", "SASB CG-AA-430a"),
        ("Which GRI standard is assigned to the subject of staff training?", "GRI 404"),
        ("Which GRI standards does Copperleaf list for fair shifts and rest?", "GRI 401/402"),
    ],
)
def test_what_the_report_says_of_it(lists: Asker, question: str, short: str) -> None:
    found = lists.ask(Question(question, reports=(REPORT,)))
    assert found.status is AnswerStatus.ANSWERED
    assert found.short == short
    for citation in found.citations:
        place = citation.passage
        assert PAGES[place.page][place.start : place.end] == place.quote


@pytest.mark.parametrize(
    "question",
    [
        "What are the six Copperleaf values?",
        "What are the five principles of the code?",
        "Did Copperleaf reach its target for apprentices?",
        "Does Copperleaf report under the ESRS?",
        "Were all figures on lamps assured by a third party?",
        "What are the garden habits?",
        "Which department is responsible for the management of soot in sheds?",
        "What are the inner values?",
        "What score did the dye survey yield?",
        "Within what time are dyes delivered to the hall?",
        "Which accounting standards were reviewed by the carding auditor?",
        "Which five certificates does Copperleaf hold?",
        "Which SASB code does Copperleaf attach to its key subject of clean dyes?",
        "Which GRI standards does Copperleaf list for shifts and rest?",
    ],
)
def test_nothing_else_is_taken_for_it(lists: Asker, question: str) -> None:
    assert lists.ask(Question(question, reports=(REPORT,))).status is AnswerStatus.NOT_FOUND


def test_the_rule_by_which_something_is_done_need_not_be_called_one(lists: Asker) -> None:
    found = lists.ask(Question("Under which standard was the carding audit carried out?", reports=(REPORT,)))
    assert "LN 4711" in found.answer


def test_frameworks_that_are_only_looked_into_are_told_as_such(lists: Asker) -> None:
    found = lists.ask(Question("Which other reporting standards is Copperleaf considering?", reports=(REPORT,)))
    assert "reviewing whether SASB suits us" in found.answer


def test_lines_that_go_on_alike_are_no_counted_list(lists: Asker) -> None:
    found = lists.ask(Question("Which two colours did it name later?", reports=(REPORT,)))
    assert "Weld" not in found.short
