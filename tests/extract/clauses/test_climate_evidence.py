"""Sentences that answer what the climate standards ask in words, and those that only seem to."""

from __future__ import annotations

import pytest
from tests.extract.clauses.clause_worlds import Write

from tieout.extract.clauses.climate_evidence import answers
from tieout.extract.clauses.stream import Stream


def codes(write: Write, text: str, skip: tuple[tuple[int, int], ...] = ()) -> set[str]:
    """The HKEX, IFRS S2 and TCFD clauses that a page answers."""
    report = write(text)
    return set(answers(report, Stream.of(report), skip))


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        ("The board of directors oversees how the mill meets climate change.", "tcfd:TCFD-GOV-a"),
        ("The climate committee coordinates the work of all looms and reports to the board.", "hkex-c2:D19(b)"),
        ("Physical risks such as floods may halt the looms in a warmer climate.", "ifrs-s2:S2.10"),
        ("We weigh climate risks in the short-term (up to 3 years) and beyond.", "hkex-c2:D20(d)"),
        ("Climate change affects the costs of our willow and so our business.", "tcfd:TCFD-STR-b"),
        ("A climate scenario analysis was made for both towns.", "ifrs-s2:S2.22(b)"),
        ("Each spring climate risks are identified and assessed in a process of four steps.", "tcfd:TCFD-RM-a"),
        ("Climate risks are part of and integrated into the risk management of the mill.", "hkex-c2:D27(c)"),
        ("Our emissions are counted after the Greenhouse Gas Protocol.", "hkex-c2:D29(a)"),
        ("We use an internal carbon price of 40 shells a ton.", "ifrs-s2:S2.29(f)"),
        ("Our target is to reach net zero emissions by 2040.", "tcfd:TCFD-MT-c"),
    ],
)
def test_a_sentence_with_all_its_words_answers(write: Write, sentence: str, clause: str) -> None:
    assert clause in codes(write, f"We weave. {sentence} We sing.")


@pytest.mark.parametrize(
    "sentence",
    [
        "The board oversees the weaving of baskets, and the climate is mild here in spring.".replace("climate", "air"),
        "In the future a climate scenario analysis will be made.",
        "We do not use an internal carbon price.",
        "Describe the board oversight of climate matters.",
        "We want to lessen the climate impact of our business.",
        "The air is warm and the rivers are full.",
    ],
)
def test_plans_denials_requirements_and_other_things_answer_nothing(write: Write, sentence: str) -> None:
    assert codes(write, sentence) == set()


def test_an_index_is_not_searched(write: Write) -> None:
    sentence = "The board of directors oversees how the mill meets climate change."
    assert codes(write, sentence, ((0, len(sentence)),)) == set()


def test_quotes_stand_on_the_page_and_are_few(write: Write) -> None:
    report = write("We weave. " + "The board oversees climate matters of the mill. " * 9)
    found = answers(report, Stream.of(report), ())["tcfd:TCFD-GOV-a"]
    assert len(found) == 3
    assert all(report.page(p.page).text[p.start : p.end] == p.quote for p in found)


def test_a_table_of_risks_is_read_as_a_page(write: Write) -> None:
    table = "Climate Risk Type Horizon Physical Risk Floods Short-term Transition Risk New rules Long-term"
    assert {"hkex-c2:D20(b)", "hkex-c2:D20(c)", "tcfd:TCFD-STR-a"} <= codes(write, table)
    assert "hkex-c2:D20(c)" not in codes(write, table.replace("Short-term", "Soon"))
    assert codes(write, "Physical risks of the climate are many.") == set()
