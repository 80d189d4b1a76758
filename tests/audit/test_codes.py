"""Editions, rows for many duties, zeros and restatements in an index."""

from __future__ import annotations

from dataclasses import replace

from tests.audit.made import note, report

from tieout.audit.codes import duties_have_rows, edition_in_force, restatements_are_indexed, zeros_are_disclosed
from tieout.audit.rules import Rule
from tieout.model import Disclosure, DisclosureStatus

RULE = Rule("CHK-C", "c", "consistency", "", "high", "Rule")
INDEX = "A1.1 Emissions A1.2 Greenhouse gases A1.3 Waste Part D Climate D21 Metrics 2-4 Restatements /"
MADE = report(INDEX, "The emissions of 2022 have been recalculated.")


def rows(
    *codes: str, framework: str = "hkex-c2", status: str = "reported", title: str = "", reason: str = ""
) -> list[Disclosure]:
    """Index rows of these codes."""
    return [
        Disclosure(
            report="r", framework=framework, code=code, status=DisclosureStatus(status), indexed=True, title=title,
            explanation=reason, passage=note(MADE, 1, code),
        )
        for code in codes
    ]  # fmt: skip


def test_a_year_before_2025_told_by_the_later_code_is_found() -> None:
    (found,) = edition_in_force(rows("A1.1", "A1.3", "Part D"), MADE, RULE)
    assert [q.quote for q in found.quotes] == ["A1.1", "A1.3", "Part D"]
    assert list(edition_in_force(rows("A1.1", "A1.2", "A1.3", "Part D"), MADE, RULE)) == []
    assert list(edition_in_force(rows("A1.1", "A1.3", "Part D"), replace(MADE, period="2025"), RULE)) == []
    early = report(INDEX, "We early adopt Part D.")
    assert list(edition_in_force(rows("A1.1", "A1.3", "Part D"), early, RULE)) == []


def test_one_row_for_all_of_part_d_is_found() -> None:
    assert len(list(duties_have_rows(rows("A1.1", "Part D"), RULE))) == 1
    assert list(duties_have_rows(rows("Part D", "D21"), RULE)) == []


def test_a_zero_called_not_applicable_is_found() -> None:
    made = report("B6.1 Percentage of recalls Not applicable")
    row = replace(
        rows(
            "A1.1", status="stated_absent", title="Percentage of recalls", reason="No product was subject to a recall."
        )[0],
        passage=note(made, 1, "B6.1 Percentage of recalls Not applicable"),
    )
    assert len(list(zeros_are_disclosed([row], RULE))) == 1
    assert list(zeros_are_disclosed([replace(row, explanation="We make no goods.")], RULE)) == []
    assert list(zeros_are_disclosed([replace(row, title="Description of recalls")], RULE)) == []


def test_a_restatement_that_the_index_passes_over_is_found() -> None:
    (found,) = restatements_are_indexed(rows("2-4", framework="gri", status="not_found"), MADE, RULE)
    assert found.quotes[0].quote == "The emissions of 2022 have been recalculated"
    assert list(restatements_are_indexed(rows("2-4", framework="gri"), MADE, RULE)) == []
    assert list(restatements_are_indexed(rows("2-4", framework="gri", status="not_found"), report(INDEX), RULE)) == []


def test_a_restatement_that_the_index_denies_is_found() -> None:
    made = report(
        "2-4 Restatements - No corrections were needed.", "1) Adjustment of previous year's figures for peat."
    )
    row = replace(
        rows("2-4", framework="gri")[0], passage=note(made, 1, "2-4 Restatements - No corrections were needed.")
    )
    (found,) = restatements_are_indexed([row], made, RULE)
    assert found.quotes[0].quote == "1) Adjustment of previous year's figures for peat"
    assert "nothing was restated" in found.explanation
