"""Whether a report agrees with itself: two places of one thing, never two things; and what the audit knows."""

from __future__ import annotations

import pytest

from tieout import Library


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
    ],
)
def test_a_row_of_its_own_is_no_conflict_with_its_neighbour(library: Library, question: str) -> None:
    assert not library.ask(question, reports=["kestrel-bay-2024"])["short"].startswith("no")


def test_a_contradiction_of_the_index_is_known(library: Library) -> None:
    answer = library.ask("Is the intensity consistent with the amounts of 2024?", reports=["lantau-ridge-2024"])
    assert answer["short"].startswith("no")
    assert "ntensity" in answer["answer"]
