"""What a report says to every clause: its index first, evidence where the index is silent."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tests.extract.clauses.clause_worlds import Write, section

from tieout.extract.clauses import cover, extract_disclosures
from tieout.model import Catalogue, Disclosure, DisclosureStatus, Observation, Passage, Report

REPORTED, NOT_FOUND = DisclosureStatus.REPORTED, DisclosureStatus.NOT_FOUND

INDEX = (
    "Index of the HKEX ESG Reporting Code Disclosure Obligations Status Chapter Aspect A1: Emissions General "
    "Disclosure "
    "Disclosed 4.1 Air A1.1 What is emitted. Disclosed 4.1 Air A1.3 Hazardous waste. Not Applicable Osier "
    "makes none. "
    "Part D: Climate-related Disclosures Disclosed 4.2 Climate"
)


def covered(report: Report, catalogue: Catalogue, *figures: Observation, **wanted: list[str]) -> dict[str, Disclosure]:
    rows = cover(report, catalogue, extract_disclosures(report, catalogue), figures, **wanted)
    return {f"{row.framework}:{row.code}": row for row in rows}


def figure(
    report: Report, metric: str, quote: str, qualifier: str = "", value: Decimal | None = Decimal(12)
) -> Observation:
    start = report.pages[0].text.index(quote)
    passage = Passage(report.id, 1, start, start + len(quote), quote)
    return Observation(
        report=report.id,
        organization="Osier Ltd",
        period="2024",
        indicator="Non-hazardous waste",
        passage=passage,
        raw_value="12",
        value=value,
        qualifier=qualifier,
        metric=metric,
        metric_score=0.9,
    )


def test_covers_the_code_in_force_for_the_year(write: Write, catalogue: Catalogue) -> None:
    before = covered(write("Air", INDEX.split(" Part D")[0], period="2023"), catalogue)
    assert "hkex-c2:A1.2" in before
    assert before["hkex-c2:A1.2"].obligation == "comply_or_explain"
    assert "hkex-c2:D19" not in before

    after = covered(write("Air", INDEX, period="2025"), catalogue)
    assert "hkex-c2:A1.2" not in after
    assert "hkex-c2:A4" not in after
    assert "hkex-c2:D19" in after


def test_one_row_for_part_d_is_no_proof_of_each_of_its_paragraphs(write: Write, catalogue: Catalogue) -> None:
    page = (
        "The board of the weavers oversees all climate matters. Scope 2 emissions were 12 tons. In the future the "
        "board will monitor climate pay, and it plans to make a climate scenario analysis."
    )
    report = write(page, INDEX)
    scope2 = figure(report, "ghg-scope2", "Scope 2 emissions were 12 tons")
    rows = covered(report, catalogue, scope2)

    assert (rows["hkex-c2:Part D"].indexed, rows["hkex-c2:Part D"].status) == (True, REPORTED)
    for code in ("D19(a)", "D28(b)"):
        paragraph = rows[f"hkex-c2:{code}"]
        assert (paragraph.indexed, paragraph.status, paragraph.references) == (False, REPORTED, "4.2 Climate")
        assert paragraph.passage == rows["hkex-c2:Part D"].passage
        assert paragraph.evidence[0].page == 1
    assert rows["hkex-c2:D19"].status is DisclosureStatus.PARTIAL
    assert rows["hkex-c2:D19"].evidence == rows["hkex-c2:D19(a)"].evidence
    for code in ("D26(b)", "D28(c)", "D34"):
        paragraph = rows[f"hkex-c2:{code}"]
        assert (paragraph.status, paragraph.references) == (NOT_FOUND, "4.2 Climate")


def test_a_part_left_out_leaves_out_its_paragraphs(write: Write, catalogue: Catalogue) -> None:
    index = INDEX.replace("Disclosures Disclosed 4.2 Climate", "Disclosures Not Applicable Osier is too small.")
    rows = covered(write("Air", index), catalogue)

    assert rows["hkex-c2:D19(a)"].status is DisclosureStatus.STATED_ABSENT
    assert rows["hkex-c2:D19(a)"].explanation == "Osier is too small."


def test_figures_of_another_year_for_a_goal_or_spoken_for_prove_nothing(write: Write, catalogue: Catalogue) -> None:
    report = write("Other waste: 12 tons. Water: 12 tons", INDEX)
    waste = figure(report, "waste-nonhaz", "Other waste: 12 tons")
    code = "hkex-c2:A1.4"

    assert covered(report, catalogue, waste)[code].status is REPORTED
    assert covered(report, catalogue, replace(waste, period="2019"))[code].status is NOT_FOUND
    assert covered(report, catalogue, replace(waste, indicator="Target for waste"))[code].status is NOT_FOUND
    assert covered(report, catalogue, replace(waste, metric_score=0.6))[code].status is NOT_FOUND

    listed = write("GRI content index Page 2-1 Name 3 2-2 Firms 4 303-5 Water consumption 9", "Water: 12 tons")
    water = replace(figure(report, "water", "Water: 12 tons"), report=listed.id)
    assert {"gri:303-3", "gri:303-5"} <= set(next(m for m in catalogue.metrics if m.id == "water").clauses)
    assert covered(listed, catalogue, water)["gri:303-3"].status is NOT_FOUND


def test_a_bare_tag_in_the_margin_proves_no_figure(write: Write, catalogue: Catalogue) -> None:
    index = "GRI content index Page 2-1 Name 3 2-2 Firms 4 2-3 Period 9"
    rows = covered(write("GRI 2-30 GRI 405-2\nFair pay matters.", index), catalogue)
    assert rows["gri:405-2"].status is NOT_FOUND
    assert rows["gri:405-2"].evidence

    rows = covered(write("Women earn as much as men here (GRI 405-2).", index), catalogue)
    assert rows["gri:405-2"].status is REPORTED


def test_the_index_is_the_companys_word_and_silence_is_not_absence(write: Write, catalogue: Catalogue) -> None:
    rows = covered(write("Air", INDEX), catalogue)

    assert rows["hkex-c2:A1.3"].status is DisclosureStatus.STATED_ABSENT
    assert (rows["hkex-c2:B7.1"].status, rows["hkex-c2:B7.1"].indexed) == (NOT_FOUND, False)
    assert rows["hkex-c2:B7.1"].passage is None


def test_figures_tags_and_sections_are_evidence(write: Write, catalogue: Catalogue) -> None:
    metric = next(m.id for m in catalogue.metrics if "hkex-c2:A1.4" in m.clauses)
    page = "Other waste: 12 tons. Fewer lost days this year (KPI B2.2) than ever. Anti-corruption is a duty."
    heading = section("2.4", "Anti-corruption", 1)
    report = write(page, INDEX, sections=(heading,))
    rows = covered(report, catalogue, figure(report, metric, "Other waste: 12 tons"))

    assert (rows["hkex-c2:A1.4"].status, rows["hkex-c2:A1.4"].indexed) == (REPORTED, False)
    assert rows["hkex-c2:A1.4"].evidence[0].quote == "Other waste: 12 tons"
    assert rows["hkex-c2:B2.2"].status is REPORTED
    assert "KPI B2.2" in rows["hkex-c2:B2.2"].evidence[0].quote
    assert rows["hkex-c2:B7"].status is REPORTED


def test_a_cell_printed_as_not_disclosed_is_no_evidence(write: Write, catalogue: Catalogue) -> None:
    metric = next(m.id for m in catalogue.metrics if "hkex-c2:A1.4" in m.clauses)
    report = write("Other waste: /", INDEX)
    rows = covered(report, catalogue, figure(report, metric, "Other waste: /", "not_disclosed", None))

    assert rows["hkex-c2:A1.4"].status is NOT_FOUND


def test_a_crosswalk_is_noted_but_decides_nothing(write: Write, catalogue: Catalogue) -> None:
    mapping = next(
        m
        for m in catalogue.mappings
        if m.relation in ("exact", "close")
        and m.confidence == "high"
        and m.source_id.startswith("gri:305")
        and m.target_id.startswith("esrs:")
    )
    code = mapping.source_id.split(":")[1]
    text = f"GRI Content Index GRI Standard Page 2-1 Name 3 2-2 Entities 4 2-3 Period 6 {code} Gases 9"
    row = covered(write(text), catalogue, frameworks=["gri", "esrs"])[mapping.target_id]

    assert (row.status, row.indexed) == (NOT_FOUND, False)
    assert row.evidence


def test_an_empty_row_without_evidence_is_not_found(write: Write, catalogue: Catalogue) -> None:
    text = (
        "GRI Content Index GRI Standard Page 2-1 Name 3 2-2 Entities 4 2-3 Period 6 2-4 Restatements of information /"
    )
    row = covered(write(text), catalogue)["gri:2-4"]

    assert (row.indexed, row.references, row.status) == (True, "/", NOT_FOUND)


def test_frameworks_named_in_a_sentence_are_covered_and_plans_are_not(write: Write, catalogue: Catalogue) -> None:
    rows = covered(
        write("This page is in line with the TCFD. We will report in line with the GRI Standards."), catalogue
    )

    assert {row.framework for row in rows.values()} == {"tcfd"}
    assert len(rows) == 11


def test_the_same_report_is_covered_in_the_same_way(write: Write, catalogue: Catalogue) -> None:
    report = write("Air", INDEX)
    assert list(covered(report, catalogue).items()) == list(covered(report, catalogue).items())


def test_a_row_for_a_standard_stands_for_its_disclosures(write: Write, catalogue: Catalogue) -> None:
    text = "GRI Index GRI 205: Anti-corruption 2016 p. 12 GRI 302: Energy 2016 p. 20 GRI 401: Employment 2016 p. 30"
    rows = covered(write(text), catalogue)

    assert (rows["gri:205-3"].status, rows["gri:205-3"].indexed) == (REPORTED, False)
    assert rows["gri:205-3"].references == "p. 12"
    assert rows["gri:404-1"].status is NOT_FOUND
