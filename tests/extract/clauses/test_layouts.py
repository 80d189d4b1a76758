"""Layouts of content indexes beyond the plain one: omission columns, goals, titles first, climate tables."""

from __future__ import annotations

from tests.extract.clauses.clause_worlds import Write

from tieout.extract.clauses import extract_disclosures
from tieout.model import Catalogue, Disclosure, DisclosureStatus

REPORTED, PARTIAL, ABSENT = DisclosureStatus.REPORTED, DisclosureStatus.PARTIAL, DisclosureStatus.STATED_ABSENT


def read(write: Write, catalogue: Catalogue, *pages: str) -> dict[str, Disclosure]:
    """The rows by code."""
    return {row.code: row for row in extract_disclosures(write(*pages), catalogue)}


def test_an_omission_column_names_the_code_again(write: Write, catalogue: Catalogue) -> None:
    rows = read(
        write,
        catalogue,
        "GRI content index GRI Standard Disclosure Location Omission Requirement(s) omitted Reason Explanation GRI 2: "
        "General Disclosures 2021 2-1 Organizational details 1, 5 2-7 Employees 3 2-7 b. iii Information "
        "unavailable/incomplete Hours of weavers are not counted. 2-8 Workers who are not employees All Information "
        "unavailable/incomplete No data on helpers. 2-20 Process to determine remuneration 2-20 Not applicable "
        "Managers own the firm. 2-22 Statement on strategy 2 41",
        "GRI Standard Disclosure Location Omission Requirement(s) omitted Reason Explanation 2-27 Compliance with laws "
        "4 2-28 Membership associations 4 42",
    )

    assert (rows["2-7"].status, rows["2-7"].title, rows["2-7"].references) == (PARTIAL, "Employees", "3")
    assert rows["2-7"].explanation.startswith("b. iii Information unavailable")
    assert (rows["2-8"].status, rows["2-8"].title) == (ABSENT, "Workers who are not employees")
    assert (rows["2-20"].status, rows["2-20"].references) == (ABSENT, "")
    assert (rows["2-22"].status, rows["2-22"].references) == (REPORTED, "2")
    assert rows["2-28"].references == "4"


def test_a_row_directly_behind_the_header_is_a_row(write: Write, catalogue: Catalogue) -> None:
    rows = read(
        write, catalogue,
        "GRI content index Code Disclosure Status Page SDG 2-1 Organizational details Full 5 2-7 Employees Partial 3 "
        "8, 10 2-9 Governance structure Full 8 16 302-1 Energy consumption Full 14 7, 12 303-3 Water withdrawal Full 2",
    )  # fmt: skip

    assert list(rows) == ["2-1", "2-7", "2-9", "302-1", "303-3"]
    assert [rows[code].references for code in rows] == ["5", "3", "8", "14", "2"]
    assert rows["2-7"].status is PARTIAL


def test_a_title_before_its_code_may_be_followed_by_not_applicable(write: Write, catalogue: Catalogue) -> None:
    rows = read(
        write, catalogue,
        "GRI index Disclosure title GRI code Page Organizational details 2-1 12 Entities included 2-2 13 Restatements "
        "2-4 n/a External assurance 2-5 90-91 Employees 2-7 44",
    )  # fmt: skip

    assert [(row.title, row.references) for row in rows.values()] == [
        ("Organizational details", "12"),
        ("Entities included", "13"),
        ("Restatements", "n/a"),
        ("External assurance", "90-91"),
        ("Employees", "44"),
    ]
    assert rows["2-4"].status is ABSENT


def test_what_stands_behind_a_general_disclosure_is_its_reference(write: Write, catalogue: Catalogue) -> None:
    rows = read(
        write, catalogue,
        "HKEX ESG Reporting Code Index Section Aspect A1: Emissions General Disclosure Our rivers KPI A1.1 The types "
        "of emissions. Page 2 KPI A1.3 Total hazardous waste. Not applicable because weaving makes none. Aspect B1: "
        "Employment General Disclosure Our people KPI B1.1 Total workforce. Page 3",
    )  # fmt: skip

    assert (rows["A1"].title, rows["A1"].references) == ("General Disclosure", "Our rivers")
    assert rows["A1.3"].explanation == "Not applicable because weaving makes none."
    assert rows["B1"].references == "Our people"


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


def test_page_numbers_of_a_larger_report_lead_nowhere(write: Write, catalogue: Catalogue) -> None:
    text = (
        "GRI content index Page 2-1 Details 1 2-2 Entities 190 2-3 Period 191 2-5 Assurance 223 2-7 Employees 205 2-9 "
        "Governance 2 2-10 Nomination 192 2-11 Chair 193"
    )
    extract = read(write, catalogue, "A year.", "Of weaving.", text)
    whole = read(write, catalogue, *["A year."] * 230, text)

    assert [location.page for row in extract.values() for location in row.locations] == [0] * 8
    assert [location.page for row in whole.values() for location in row.locations] == [
        1,
        190,
        191,
        223,
        205,
        2,
        192,
        193,
    ]


def test_an_answer_that_data_are_not_collected_is_an_omission(write: Write, catalogue: Catalogue) -> None:
    rows = read(
        write, catalogue,
        "GRI-section Disclosures GRI 2-1 Legal name Osier Ltd is a family firm in a small town by the river. GRI 2-5 "
        "Policy for assurance In spring the Yearly Book was reviewed by two accountants of the town (see p. 9). GRI "
        "2-27 Compliance with laws There was no breach of law in the year and no fine was paid to anyone. GRI 404-1 "
        "Average hours of training The data for training are currently not tracked by the firm. It cannot say more.",
    )  # fmt: skip

    assert rows["404-1"].status is ABSENT
    assert rows["404-1"].explanation.startswith("The data for training")
    assert rows["2-27"].status is REPORTED


def test_pages_before_codes_belong_to_the_row_that_follows(write: Write, catalogue: Catalogue) -> None:
    rows = read(
        write, catalogue, *["A year."] * 15,
        "GRI content index Page Code Disclosure 5 2-1 Organizational details 1 2-2 Entities included 3, 12 2-7 "
        "Employees 8 2-9 Governance structure 14 302-1 Energy consumption",
    )  # fmt: skip

    assert [(row.title, row.references) for row in rows.values()] == [
        ("Organizational details", "5"),
        ("Entities included", "1"),
        ("Employees", "3, 12"),
        ("Governance structure", "8"),
        ("Energy consumption", "14"),
    ]
    assert [location.page for location in rows["2-7"].locations] == [3, 12]


def test_ticks_of_the_assurer_are_no_status(write: Write, catalogue: Catalogue) -> None:
    rows = read(
        write, catalogue,
        "GRI content index GRI Standard Disclosure Page number(s) External assurance 2-1 Organizational details 5 ✓ "
        "2-2 Entities included 1 ✓ 2-3 Reporting period 1 – 2-6 Activities Annual Report 2024, pp. 1-2 ✓ 2-7 "
        "Employees 3, www.osier.example/people ✓ 2-30 Collective agreements 3 ✓",
    )  # fmt: skip

    assert list(rows) == ["2-1", "2-2", "2-3", "2-6", "2-7", "2-30"]
    assert [row.references for row in rows.values()] == [
        "5", "1", "1", "Annual Report 2024, pp. 1-2", "3, www.osier.example/people", "3",
    ]  # fmt: skip
    assert rows["2-1"].title == "Organizational details"


def test_pages_of_another_source_are_not_pages_of_this_report(write: Write, catalogue: Catalogue) -> None:
    index = (
        "GRI content index Disclosure Location 2-1 Organizational details Annual Report 2024, p. 1 2-2 Entities p. 1 "
        "2-3 Reporting period p. 1"
    )
    rows = read(write, catalogue, "Osier weaves.", "Rivers.", index)
    assert [location.page for location in rows["2-1"].locations] == [0, 0]
    assert [location.page for location in rows["2-2"].locations] == [1]

    mixed = index.replace("Annual Report 2024, p. 1", "Annual Report 2024 and Book of Rivers: page 1")
    rows = read(write, catalogue, "Osier weaves.", "Rivers.", mixed)
    assert [location.page for location in rows["2-1"].locations] == [0, 1]

    rows = read(write, catalogue, "Osier Annual Report 2024", "Rivers.", index)
    assert [location.page for location in rows["2-1"].locations] == [0, 1]


def test_a_section_the_file_does_not_know_and_a_figure_before_a_page(write: Write, catalogue: Catalogue) -> None:
    rows = read(
        write, catalogue,
        "GRI content index Disclosure Location 2-1 Organizational details Our rivers, page 2 2-7 Employees See Our "
        "people, p. 3 302-1 Energy consumption within the organization 5,400 MWh; see p. 14 305-1 Emissions p. 9",
    )  # fmt: skip

    assert (rows["2-1"].title, rows["2-1"].references) == ("Organizational details", "Our rivers, page 2")
    assert (rows["302-1"].title, rows["302-1"].references) == ("Energy consumption within the organization", "p. 14")


def test_paragraphs_of_the_standard_are_no_pages(write: Write, catalogue: Catalogue) -> None:
    rows = read(
        write, catalogue,
        "ESRS index Disclosure requirement Paragraph Section Page BP-1 General basis 3-5 About us 1 GOV-1 Role of the "
        "bodies 19-23 Ethics 1 E1-6 Gross emissions 44-55 Rivers 1 S1-6 Employees 48-52 People 1",
    )  # fmt: skip

    assert [row.references for row in rows.values()] == ["About us 1", "Ethics 1", "Rivers 1", "People 1"]


def test_an_aspect_with_nothing_but_its_name_is_a_heading(write: Write, catalogue: Catalogue) -> None:
    rows = read(
        write, catalogue,
        "HKEX ESG Reporting Code Index Section Aspect A1: Emissions KPI A1.1 The types of emissions. Page 2 KPI A1.3 "
        "Hazardous waste. Page 2 Aspect B6: Product Responsibility Page 4 KPI B6.1 Recalls. Page 4 Part D: “Climate” "
        "19(a) Oversight Page 5 20(a) Risks Page 6 22(a) Response Page 7 28(b) Scope 2 Page 9",
    )  # fmt: skip

    assert list(rows) == ["A1.1", "A1.3", "B6", "B6.1", "D19(a)", "D20(a)", "D22(a)", "D28(b)"]
    assert (rows["D28(b)"].title, rows["D28(b)"].references) == ("Scope 2", "Page 9")


def test_goals_before_the_page_are_no_pages(write: Write, catalogue: Catalogue) -> None:
    rows = read(
        write, catalogue,
        "GRI index GRI code Description SDG UNGC Page 2-1 Organizational details 5 2-7 Employees 8 6 3 205-2 Training "
        "16 10 4 302-1 Energy consumption 7, 12, 13 7, 8 14 401-1 New employee hires 5, 8 6 13",
    )  # fmt: skip

    assert [row.references for row in rows.values()] == ["5", "3", "4", "14", "13"]


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


def test_3_3_behind_the_rows_of_a_standard_has_no_topic(write: Write, catalogue: Catalogue) -> None:
    found = extract_disclosures(
        write(
            "GRI content index Location Omission GRI 2: General Disclosures 2021 2-20 Pay p. 9 2-21 Pay ratio "
            "Confidentiality constraints Strategy, policies and practices 2-22 Statement p. 2 GRI 305: Emissions 2016 "
            "3-3 Management p. 14 305-1 Direct emissions p. 15 305-3 Other emissions Not applicable No data from "
            "suppliers. Employment 3-3 Management p. 3 GRI 401: Employment 2016 401-1 Hires p. 13"
        ),
        catalogue,
    )

    assert [(row.code, row.topic_standard) for row in found if row.code == "3-3"] == [("3-3", "305"), ("3-3", "")]
    by_code = {row.code: row for row in found}
    assert by_code["2-21"].explanation == "Confidentiality constraints"
    assert by_code["305-3"].explanation == "Not applicable No data from suppliers."


def test_not_applicable_with_a_dash_and_small_words(write: Write, catalogue: Catalogue) -> None:
    rows = read(
        write, catalogue,
        "HKEX ESG Reporting Code Index Section Page Aspect A1: Emissions General Disclosure Rivers 2 KPI A1.1 Types of "
        "emissions. Rivers 2 KPI A1.3 Hazardous waste. N/A — no such waste is made KPI A1.4 Other waste. Rivers 2",
    )  # fmt: skip

    assert (rows["A1.3"].status, rows["A1.3"].explanation) == (ABSENT, "N/A — no such waste is made")


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
