"""Whether a report agrees with itself: two places of one thing, never two things; and what the audit knows."""

from __future__ import annotations

import pytest
from tests.ask.moor import CATALOGUE, World

from tieout import Library
from tieout.ask.asker import Asker
from tieout.ask.ports import Finding, Ports
from tieout.ask.wording.question import Question
from tieout.model import AnswerStatus, Passage


@pytest.mark.parametrize(
    "question",
    [
        "Which figure for female employees is right, the one in the text or the one in the table?",
        "Is the number of female employees quoted consistently?",
    ],
)
def test_a_conflict_is_told_with_both_places(library: Library, question: str) -> None:
    answer = library.ask(question, reports=["kestrel-bay-2024"])
    assert answer["short"].startswith("no")
    assert {c["page"] for c in answer["citations"]} == {5, 8}
    assert "172" in answer["answer"]
    assert "182" in answer["answer"]


@pytest.mark.parametrize(
    "question",
    [
        "Is the number of employees over 50 the same everywhere?",
        "Is the number of customer complaints quoted consistently?",
        "Does the headcount in the company profile agree with the annex?",
    ],
)
def test_a_row_of_its_own_is_no_conflict_with_its_neighbour(library: Library, question: str) -> None:
    assert not library.ask(question, reports=["kestrel-bay-2024"])["short"].startswith("no")


def test_a_contradiction_of_the_index_is_known(library: Library) -> None:
    answer = library.ask("Is the intensity consistent with the amounts of 2024?", reports=["lantau-ridge-2024"])
    assert answer["short"].startswith("no")
    assert "ntensity" in answer["answer"]


def test_a_contradiction_that_is_near_in_wording_only_is_no_answer(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = world.page_text("", 3)
    place = Passage("mill-2024", 3, 0, 10, text[:10])
    finding = Finding("mill-2024", "index", "Wharf rents", "The wharf rents differ.", (place,))
    monkeypatch.setattr(World, "findings", lambda _self, _reports: [finding])
    monkeypatch.setattr(World, "similarity", lambda _self, _text, labels: [0.86] * len(labels))
    asker = Asker(Ports(world, world, world, world, world, world), CATALOGUE)
    answer = asker.ask(Question("Is the harvest of the orchard the same everywhere?"))
    assert answer.status is AnswerStatus.NOT_FOUND
