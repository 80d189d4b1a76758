"""Layouts of content indexes beyond the plain one: omission columns, goals, titles and pages first."""

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
