"""Codes of standards where no plain index row tells: in the text, in a sentence, on one line of several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.ask.mill import CATALOGUE, REPORT, Mill, clause

from tieout.ask.asker import Asker
from tieout.ask.clauses.datapoints import datapoint
from tieout.ask.clauses.linking import ClauseMention
from tieout.ask.clauses.told import told_in_part, told_of_row
from tieout.ask.ports import Found, Ports
from tieout.ask.wording.question import Question, read_question
from tieout.model import AnswerStatus, Catalogue, Disclosure, DisclosureStatus, Passage

LIST = (
    "ESRS E1-5 Energy from coal and gas para. 38 Page 51\nESRS E1-5 Energy consumption and mix para. 37 Page 50 - 52\n"
    "ESRS E1-5 Intensity of dye kilns para. 40 Not applicable for\nCopperleaf"
)
PAGES = {
    1: "3.1 The weavers and their helpers [ESRS S1 - 6] There are 412 weavers. THE COUNCIL [ESRS 2 - GOV 1]",
    2: LIST,
    4: "ESRS G1-5 Political influence - The Guild of Dyers - The Loom League - The Friends of Wool and Flax of Moor",
    5: "ESRS S1-8 Collective bargaining Under the rules of the guild no dyers are covered by agreements, but all weavers are covered by them.",
    3: "Figures on the ages of weavers are shown on the basis of GRI 405-1. We do not report GRI 303-3 this year.",
}
CODES = (
    clause("esrs", "S1-6", "Characteristics of employees"),
    clause("esrs", "S1-8", "Collective bargaining"),
    clause("esrs", "GOV-1", "Role of the bodies"),
    clause("esrs", "E1-5", "Energy consumption and mix"),
    clause("gri", "405-1", "Diversity of bodies and employees"),
    clause("gri", "303-3", "Water withdrawal"),
    clause("esrs", "G1-5", "Political influence"),
    clause("gri", "305-1", "Direct emissions"),
)


class Tagged(Mill):
    """The mill with codes in its text and a list of datapoints."""

    def page_text(self, report: str, page: int) -> str:
        return PAGES[page]

    def page_count(self, report: str) -> int:
        return len(PAGES)

    def entities(self, reports: Sequence[str]) -> list:
        return []

    def disclosures(self, reports: Sequence[str]) -> list[Disclosure]:
        return [
            _row("S1-6", 1, "[ESRS S1 - 6]", indexed=False),
            _row("GOV-1", 1, "[ESRS 2 - GOV 1]", indexed=False),
            ROW,
            LEAGUES,
        ]

    def search(self, text: str, k: int, reports: Sequence[str]) -> list[Found]:
        return [Found(Passage(REPORT, n, 0, len(t), t), (), t, 1.0) for n, t in PAGES.items()]


def _row(code: str, page: int, quote: str, *, indexed: bool = True) -> Disclosure:
    start = PAGES[page].index(quote)
    return Disclosure(
        report=REPORT, framework="esrs", code=code, status=DisclosureStatus.REPORTED, title="", indexed=indexed,
        references="Page 51" if indexed else "", passage=Passage(REPORT, page, start, start + len(quote), quote), iri=f"urn:dis:{code}",
    )  # fmt: skip


ROW = _row("E1-5", 2, LIST)
DYERS = replace(_row("S1-8", 5, PAGES[5]), references="")
LEAGUES = replace(_row("G1-5", 4, PAGES[4]), references="")


@pytest.fixture
def tagged() -> Asker:
    """The asker over it."""
    at = Tagged()
    catalogue = Catalogue(metrics=CATALOGUE.metrics, clauses=CODES)
    return Asker(Ports(at, at, at, at, at, at), catalogue)


@pytest.mark.parametrize(
    ("question", "status", "short"),
    [
        ("Does Copperleaf report on ESRS S1-6?", AnswerStatus.ANSWERED, "yes, reported"),
        ("Is GOV-1 covered in the report?", AnswerStatus.ANSWERED, "yes, reported"),
        ("Where is ESRS S1-6 reported?", AnswerStatus.ANSWERED, "page 1"),
        ("Is S1-6 listed in the index?", AnswerStatus.ANSWERED, "no, not listed"),
        ("Does Copperleaf report ESRS S1-8?", AnswerStatus.ANSWERED, "no, not listed"),
        ("What does the list say on ESRS E1-5, the intensity of kilns for dyes?", AnswerStatus.STATED_ABSENT, "not applicable"),
        ("Where is the energy mix and consumption of ESRS E1-5 shown?", AnswerStatus.ANSWERED, "Page 50 - 52"),
        ("Does Copperleaf show ages under GRI 405-1?", AnswerStatus.ANSWERED, "yes, reported"),
        ("Does Copperleaf report GRI 303-3?", AnswerStatus.STATED_ABSENT, "no"),
        ("Does Copperleaf report GRI 305-1?", AnswerStatus.NOT_FOUND, ""),
    ],
)  # fmt: skip
def test_a_code_is_answered_from_where_it_stands(
    tagged: Asker, question: str, status: AnswerStatus, short: str
) -> None:
    answer = tagged.ask(Question(question, reports=(REPORT,)))
    assert (answer.status, answer.short) == (status, short)


def test_one_line_of_several_is_told_by_its_paragraph_or_by_its_words() -> None:
    by_number = datapoint(ROW, read_question(Question("Is ESRS E1-5, paragraph 38, reported?")))
    assert by_number is not None
    assert (by_number.references, by_number.status) == ("Page 51", DisclosureStatus.REPORTED)
    assert PAGES[2][by_number.passage.start : by_number.passage.end] == by_number.passage.quote
    assert datapoint(ROW, read_question(Question("What is the status of ESRS E1-5?"))) is None
    assert datapoint(ROW, read_question(Question("Is energy reported under ESRS E1-5?"))) is None


def test_a_row_that_tells_something_is_read_where_nothing_else_answers(tagged: Asker) -> None:
    answer = tagged.ask(Question("Which associations does Copperleaf list under ESRS G1-5?", reports=(REPORT,)))
    assert "The Loom League" in answer.answer
    counted = tagged.ask(Question("How many kilns does Copperleaf count under ESRS G1-5?", reports=(REPORT,)))
    assert counted.status is AnswerStatus.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Are any dyers covered by agreements according to ESRS S1-8?", "no"),
        ("Are any lamps covered by insurance according to ESRS S1-8?", None),
    ],
)
def test_whether_something_is_so_is_told_by_the_row_not_by_its_being_there(question: str, short: str | None) -> None:
    at = Tagged()
    view = Asker(Ports(at, at, at, at, at, at), Catalogue(metrics=CATALOGUE.metrics, clauses=CODES)).view(
        tuple(at.reports())
    )
    mention = ClauseMention(CODES[1], 1.0, by_code=True, text="s1-8")
    draft = told_of_row(mention, DYERS, read_question(Question(question)), view)
    assert (draft.short if draft is not None else None) == short


@pytest.mark.parametrize(
    ("question", "page", "told"),
    [
        ("Does Copperleaf report all leagues under ESRS G1-5?", "The mill tells of individual leagues only.", True),
        ("Does Copperleaf report leagues under ESRS G1-5?", "The mill tells of individual leagues only.", False),
        ("Does Copperleaf report all leagues under ESRS G1-5?", "The mill tells of its leagues each spring.", False),
    ],
    ids=["only some", "not asked for all", "nothing left out"],
)
def test_that_only_a_part_is_told_is_a_no_to_all(
    monkeypatch: pytest.MonkeyPatch, question: str, page: str, told: bool
) -> None:
    monkeypatch.setitem(PAGES, 4, f"ESRS G1-5 Leagues {page}")
    at = Tagged()
    view = Asker(Ports(at, at, at, at, at, at), Catalogue(metrics=CATALOGUE.metrics, clauses=CODES)).view(
        tuple(at.reports())
    )
    mention = ClauseMention(CODES[1], 1.0, by_code=True, text="g1-5")
    row = replace(_row("G1-5", 4, PAGES[4]), references="")
    draft = told_in_part(mention, row, read_question(Question(question)), view)
    assert (draft.short if draft is not None else None) == ("no, in part" if told else None)
