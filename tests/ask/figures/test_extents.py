"""The same figure of all assets and of those held all along, of controlled areas and of the whole portfolio."""

from __future__ import annotations

import pytest
from tests.ask.moor import CATALOGUE
from tests.ask.tabled import Printed, Row, Tabled

from tieout.ask.asker import Asker
from tieout.ask.ports import Ports
from tieout.ask.wording.extent import Control, Extent, extent_of, extent_of_row, without_extent
from tieout.ask.wording.question import Question
from tieout.model import AnswerStatus

OWN, ALL = "Controlled Heat Use", "Portfolio Heat Use"
LIKE, EVERY = "Like-For-Like Heat Use", "Total Heat Use"
MINE, THEIRS = ("breakdown", "Landlord Controlled"), ("breakdown", "Non-Landlord Controlled")

LINDEN = Printed(
    "linden-2030",
    "Linden Halls",
    ("2029", "2030"),
    (
        Row("Total", "MWh", ("30", "33"), group=f"{OWN} > {LIKE}"),
        Row("Total", "MWh", ("50", "57"), group=f"{OWN} > {EVERY}"),
        Row("Total", "MWh", ("300", "310"), group=f"{ALL} > {LIKE}"),
        Row("Total", "MWh", ("50", "57"), group=f"{ALL} > {EVERY}", dimension=MINE),
        Row("Total", "MWh", ("450", "500"), group=f"{ALL} > {EVERY}", dimension=THEIRS),
        Row("Total", "MWh", ("500", "557"), group=f"{ALL} > {EVERY}"),
        Row("Barns", "MWh", ("20", "n/a"), group=f"{ALL} > {EVERY}", dimension=MINE),
        Row("Barns", "MWh", ("80", "90"), group=f"{ALL} > {EVERY}", dimension=THEIRS),
        Row("Barns", "MWh", ("100", "95"), group=f"{ALL} > {EVERY}"),
    ),
)
PLAIN = Printed("ash-2030", "Ash Halls", ("2029", "2030"), (Row("Heat use", "MWh", ("7", "9")),))


def _ask(question: str, printed: Printed = LINDEN) -> tuple[AnswerStatus, str]:
    at = Tabled(printed)
    found = Asker(Ports(at, at, at, at, at, at), CATALOGUE).ask(Question(question))
    return found.status, found.short


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("How much heat did the entire portfolio use in 2030, tenant-run areas included, without the like-for-like adjustment?", "557"),
        ("What was the heat use of the whole portfolio of Linden Halls in 2030?", "557"),
        ("What was the like-for-like heat use of the whole portfolio in 2030?", "310"),
        ("How high was the heat use in the buildings Linden Halls itself controls in 2030, like-for-like?", "33"),
        ("For the same set of buildings held throughout the two years, how high was heat use under its own control in 2030?", "33"),
        ("How high was heat use under its own control in 2030, not like-for-like?", "57"),
    ],
)  # fmt: skip
def test_a_figure_is_of_what_is_asked_for(question: str, short: str) -> None:
    assert _ask(question) == (AnswerStatus.ANSWERED, short)


@pytest.mark.parametrize(
    "question",
    [
        "What was the like-for-like water use of the whole portfolio in 2030?",
        "How high was the like-for-like share of renters in 2030?",
    ],
)
def test_what_is_counted_in_no_row_is_not_answered_by_its_extent(question: str) -> None:
    assert _ask(question)[0] is AnswerStatus.NOT_FOUND


def test_a_label_with_not_is_another_than_the_one_without() -> None:
    rows = (Row("Barns anchored by a shop", "MWh", ("1", "2")), Row("Barns not anchored by a shop", "MWh", ("8", "9")))
    oak = Printed("oak-2030", "Oak Halls", ("2029", "2030"), rows)
    assert _ask("How much heat did barns not anchored by a shop use in 2030?", oak) == (AnswerStatus.ANSWERED, "9")
    assert _ask("How much heat did barns anchored by a shop use in 2030?", oak) == (AnswerStatus.ANSWERED, "2")


def test_a_report_that_tells_no_extents_does_not_answer_for_one() -> None:
    assert _ask("What was the heat use in 2030?", PLAIN) == (AnswerStatus.ANSWERED, "9")
    assert without_extent("heat use in the buildings it controls") == "heat use"


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("In 2030, do the landlord and non-landlord figures of the barns add up to the printed total?", "no: 90 vs 95"),
        ("Do the landlord controlled and non-landlord controlled figures of the barns sum to the total for 2029?", "yes: 100 vs 100"),
        ("Do the landlord controlled and non-landlord controlled totals of heat use add up to the total in 2030?", "yes: 557 vs 557"),
    ],
)  # fmt: skip
def test_parts_are_added_up_against_their_total(question: str, verdict: str) -> None:
    assert _ask(question) == (AnswerStatus.ANSWERED, verdict)


def test_a_whole_is_counted_as_it_is_asked_for_whatever_its_part_is_of() -> None:
    asked = (
        "What share of the total portfolio heat use of Linden Halls in 2030 is due to non-landlord controlled areas?"
    )
    assert _ask(asked) == (AnswerStatus.ANSWERED, "89.77")


def test_parts_that_no_row_prints_are_not_added_up() -> None:
    assert _ask("Do the leased and owned figures of the barns add up to the total?")[0] is AnswerStatus.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "extent"),
    [
        ("heat use on a like-for-like basis", Extent(True)),
        ("heat use excluding the like-for-like adjustment", Extent(False)),
        ("heat use (not like-for-like)", Extent(False)),
        ("water of the properties owned throughout both years", Extent(True)),
        ("heat use of landlord and tenant areas together", Extent(None, Control.ALL)),
        ("heat use of the sites tenants control", Extent(None, Control.OTHERS)),
        ("heat use of tenant-run barns", Extent(None, Control.OTHERS)),
        ("heat use of the landlord-controlled areas", Extent(None, Control.OWN)),
        ("heat use of single-tenant properties", Extent()),
        ("risks that are under control", Extent()),
        ("the same number of employees as in 2029", Extent()),
    ],
)
def test_what_a_question_says_of_it(question: str, extent: Extent) -> None:
    assert extent_of(question) == extent


def test_what_a_row_says_of_it() -> None:
    assert extent_of_row(f"{OWN} > {LIKE}", "") == Extent(True, Control.OWN)
    assert extent_of_row(f"{ALL} > {EVERY}", "Non-Landlord Controlled") == Extent(None, Control.OTHERS)
    assert extent_of_row("Quality-controlled goods", "") == Extent()
