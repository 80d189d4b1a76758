"""Layouts in which SASB, TCFD, IFRS S2 and ESRS are indexed."""

from __future__ import annotations

from tests.extract.clauses.clause_worlds import Write

from tieout.extract.clauses import extract_disclosures
from tieout.model import Catalogue, Disclosure, DisclosureStatus

REPORTED, PARTIAL, ABSENT = DisclosureStatus.REPORTED, DisclosureStatus.PARTIAL, DisclosureStatus.STATED_ABSENT


def read(write: Write, catalogue: Catalogue, *pages: str) -> dict[str, Disclosure]:
    """The rows by code."""
    return {row.code: row for row in extract_disclosures(write(*pages), catalogue)}


def test_sasb_metrics_before_their_codes(write: Write, catalogue: Catalogue) -> None:
    rows = read(
        write, catalogue,
        "SASB index Topic Metric Category Unit of Measure Code Response Data Security Number of data breaches "
        "Quantitative Number FN-CB-230a.1 None in 2024. See page 12. Description of approach to data security risks "
        "Discussion and Analysis n/a FN-CB-230a.2 Pages 12-13 Number of loans Quantitative Number FN-CB-240a.1 Not "
        "disclosed (1) Number and (2) value of accounts Quantitative Number FN-CB-000.A Page 30",
    )  # fmt: skip

    assert rows["FN-CB-230a.1"].title == "Number of data breaches"
    assert rows["FN-CB-230a.2"].title == "Description of approach to data security risks"
    assert [location.page for location in rows["FN-CB-230a.2"].locations] == [0]
    assert rows["FN-CB-240a.1"].status is ABSENT
    assert (rows["FN-CB-000.A"].title, rows["FN-CB-000.A"].references) == (
        "(1) Number and (2) value of accounts",
        "Page 30",
    )


def test_sasb_answers_omitted_with_a_colon(write: Write, catalogue: Catalogue) -> None:
    rows = read(
        write, catalogue,
        "SASB index Code Metric Response TC-SI-130a.3 Discussion of planning for data centers Page 15 TC-SI-220a.1 "
        "Description of policies on user privacy Page 4 TC-SI-330a.2 Employee engagement as a percentage Omitted: "
        "confidentiality constraints TC-SI-330a.3 Percentage of gender representation Page 3",
    )  # fmt: skip

    assert (rows["TC-SI-330a.2"].status, rows["TC-SI-330a.2"].explanation) == (
        ABSENT,
        "Omitted: confidentiality constraints",
    )


def test_introductions_of_pillars_are_no_rows(write: Write, catalogue: Catalogue) -> None:
    found = extract_disclosures(
        write(
            "TCFD index Recommended disclosure Location Governance Disclose the organization’s governance around "
            "climate matters. a) Describe the board’s oversight. Page 8 Strategy Disclose the actual and potential "
            "impacts of climate-related risks and opportunities. b) Describe the impact of climate-related risks and "
            "opportunities. Page 11 c) Describe the resilience of the organization’s strategy. Not disclosed. Work "
            "is going on. Metrics and targets Disclose the metrics and targets used to manage climate matters. a) "
            "Disclose the metrics used by the organization. Page 14"
        ),
        catalogue,
    )

    assert [row.code for row in found] == ["TCFD-GOV-a", "TCFD-STR-b", "TCFD-STR-c", "TCFD-MT-a"]
    assert (found[2].status, found[2].explanation) == (ABSENT, "Not disclosed. Work is going on.")


def test_tcfd_rows_by_short_titles(write: Write, catalogue: Catalogue) -> None:
    text = (
        "TCFD content index Pillar Disclosure Reference Governance Board oversight p. 8 Management’s role p. 9 "
        "Strategy Risks and opportunities p. 10 Impact on business p. 11 Resilience of strategy p. 11 Risk management "
        "Risk identification and assessment p. 12 Risk management process p. 12 Integration into overall risk "
        "management p. 13 Metrics and targets Climate-related metrics p. 14 Scope 1, 2 and 3 GHG emissions p. 15 "
        "Climate-related targets p. 16"
    )
    rows = read(write, catalogue, text)

    assert len(rows) == 11
    assert (rows["TCFD-GOV-a"].title, rows["TCFD-GOV-a"].references) == ("Board oversight", "p. 8")
    assert rows["TCFD-MT-b"].references == "p. 15"
    assert read(write, catalogue, "TCFD asks for Board oversight. We report Climate-related targets on p. 3.") == {}


def test_ifrs_s2_paragraphs_without_their_standard(write: Write, catalogue: Catalogue) -> None:
    rows = read(
        write, catalogue,
        "IFRS S2 index Paragraph Disclosure Page 6(a) Oversight by the board 8 6(b) Role of managers 9 10(a) Risks and "
        "opportunities 10 14(a) Responses 12 22(a) Resilience 13 25(a) Processes 14 29(a) Greenhouse gases 15",
    )  # fmt: skip

    assert list(rows) == ["S2.6(a)", "S2.6(b)", "S2.10", "S2.14(a)", "S2.22(a)", "S2.25(a)", "S2.29(a)"]
    assert rows["S2.10"].references == "10"


def test_a_whole_esrs_standard_left_out_and_the_heading_with_a_code(write: Write, catalogue: Catalogue) -> None:
    rows = read(
        write, catalogue,
        "IRO-2 Disclosure requirements covered by the statement Title Page BP-1 General basis 5 GOV-1 Role of the "
        "bodies 6 SBM-1 Strategy and business model 9 IRO-2 Disclosure requirements covered 13 E1 Climate change E1-1 "
        "Transition plan 15 E1-6 Gross emissions 17 E2 Pollution Not material S1 Own workforce S1-1 Policies 20",
    )  # fmt: skip

    assert (rows["ESRS E2"].status, rows["ESRS E2"].explanation) == (ABSENT, "Not material")
    assert "ESRS E1" not in rows
    assert rows["IRO-2"].references == "13"


def test_paragraphs_of_the_standard_are_no_pages(write: Write, catalogue: Catalogue) -> None:
    rows = read(
        write, catalogue,
        "ESRS index Disclosure requirement Paragraph Section Page BP-1 General basis 3-5 About us 1 GOV-1 Role of the "
        "bodies 19-23 Ethics 1 E1-6 Gross emissions 44-55 Rivers 1 S1-6 Employees 48-52 People 1",
    )  # fmt: skip

    assert [row.references for row in rows.values()] == ["About us 1", "Ethics 1", "Rivers 1", "People 1"]


def test_numbers_of_other_laws_are_no_pages(write: Write, catalogue: Catalogue) -> None:
    rows = read(
        write, catalogue,
        "List of datapoints in standards that derive from other EU legislation Disclosure requirement SFDR reference "
        "Climate Law reference Page ESRS 2 GOV-1 Diversity of the board Indicator number 13 of Table #1 of Annex 1 "
        "Commission Delegated Regulation (EU) 2020/1816, Annex II Material 6 ESRS E1-1 Transition plan Regulation (EU) "
        "2021/1119, Article 2(1) Material 15 ESRS E2-4 Pollutants of Annex II of the register Indicator number 8 Table "
        "#1 of Annex 1 Not material ESRS S1-1 Human rights Indicator number 9 Table #3 Material 20",
    )  # fmt: skip

    assert [row.references for row in rows.values()] == ["6", "15", "", "20"]
    assert (rows["E2-4"].status, rows["E2-4"].title) == (ABSENT, "Pollutants of Annex II of the register")


def test_tcfd_answers_over_many_pages(write: Write, catalogue: Catalogue) -> None:
    answer = "The mill answers this at length and in its own words, year after year. " * 60
    asked = (
        "Describe the board’s oversight of climate matters.",
        "Describe management’s role in climate matters.",
        "Describe the climate-related risks and opportunities the mill has identified.",
        "Describe the impact of climate-related risks and opportunities on the mill.",
        "Describe the resilience of the mill’s strategy.",
        "Describe the mill’s processes for identifying and assessing climate risks.",
        "Describe the mill’s processes for managing climate risks.",
        "Describe the targets used by the mill.",
    )
    rows = read(write, catalogue, *(f"{question} {answer}" for question in asked))

    assert list(rows) == [f"TCFD-{code}" for code in "GOV-a GOV-b STR-a STR-b STR-c RM-a RM-b MT-c".split()]
    assert all(row.evidence and row.status is REPORTED for row in rows.values())
    assert read(write, catalogue, *(f"{question} {answer}" for question in reversed(asked))) == {}


def test_a_cell_that_spans_data_points_of_a_standard(write: Write, catalogue: Catalogue) -> None:
    rows = read(
        write, catalogue,
        "List of datapoints Disclosure requirement Page ESRS E1-5 Energy para. 37 Page 1 ESRS E1-6 Gas para. 44 Page 1 "
        "ESRS E3-1 Water para. 9 Not material for Osier ESRS E3-1 Policy para. 13 ESRS E3-4 Water used para. 28 ESRS "
        "E3-4 Water a head para. 29 ESRS E4-2 Land para. 24 ESRS S1-1 Rights para. 20 Page 3 ESRS S1-3 Help para. 32 "
        "Page 3 ESRS S1-14 Deaths para. 88 ESRS S1-16 Pay para. 97 Page 4 ESRS G1-1 Rules para. 10 Page 4",
    )  # fmt: skip

    assert (rows["E3-4"].status, rows["E3-4"].explanation) == (ABSENT, "Not material for Osier")
    for code in ("E4-2", "S1-14"):
        assert (rows[code].status, rows[code].references, rows[code].explanation) == (REPORTED, "", "")
