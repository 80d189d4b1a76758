"""The report's own content index, in the layouts that reports print it in. Every company here is invented."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from tests.effort import calls, ending
from tests.extract.clauses.clause_worlds import Write, section

from tieout.documents.reader import read_report
from tieout.extract.clauses import extract_disclosures
from tieout.model import Catalogue, Disclosure, DisclosureStatus

REPORTED, PARTIAL, ABSENT = DisclosureStatus.REPORTED, DisclosureStatus.PARTIAL, DisclosureStatus.STATED_ABSENT

HKEX_FLAT = (
    "Index of the HKEX ESG Reporting Code 6.1 Disclosure Obligations Status Chapter or Explanation Mandatory "
    "Disclosure "
    "Requirements Governance Structure Disclosed 1 Steering Reporting Principles Disclosed About Us - "
    "Reporting Principles "
    "Reporting Boundary Disclosed About Us Aspect A1: Emissions General Disclosure Disclosed 4 Nature A1.1 "
    "What is emitted "
    "in the past three years. Not Applicable Osier runs no boilers A1.3 Hazardous waste (in tonnes). Disclosed "
    "4 Nature "
    "4.2 Waste 12 Osier Report About Us Steering Nature People",
    "Disclosure Obligations Status Chapter or Explanation Aspect A3: The Environment and Natural Resources General "
    "Disclosure Not Applicable Osier has no sites in the wild, so the disclosure under Aspect A3 is not A3.1 "
    "applicable. "
    "Notable effects on nature. Not Applicable Aspect B2: Health and Safety 13 Osier Report About Us Steering "
    "Nature People",
    "Disclosure Obligations Status Chapter or Explanation General Disclosure Disclosed 3.2 People 3.2.1 Safe "
    "Work B2.1 "
    "Deaths at work. Disclosed 5.1 Tables B2.2 Lost days. Partially disclosed 5.1 Tables Contractors are not "
    "counted. "
    "Part D: Climate-related Disclosures Disclosed 4.1 Climate 14 Osier Report About Us Steering Nature People",
)

GRI_LINES = """GRI content index
Statement of use Osier Ltd has reported in accordance with the GRI Standards for 2024.
GRI 1 used GRI 1: Foundation 2021
GRI STANDARD DISCLOSURE LOCATION OMISSION
GRI 2: General
Disclosures 2021
2-1: Organizational details 4, 191-192
2-4: Restatements of information -
2-9: Governance structure and
composition
Annual Report, p. 33-35
2-16: Communication of critical concerns 18-19, 62, 77-
83
Regarding 2-16b, no systematic survey was made in 2-3 plants.
2-21: Annual total compensation ratio
- Pay data are currently not available in this detail.
2-30: Collective bargaining agreements Not applicable
Emissions
GRI 305: Emissions 2016 305-1: Direct (Scope 1) GHG emissions
UNGC 7-9
3
305-3: Other indirect (Scope 3) GHG emissions
Data cannot yet be gathered from 12 suppliers.
GRI 306: Effluents and Waste 2016 306-3 Significant spills 3
"""


def by_code(rows: tuple[Disclosure, ...]) -> dict[str, Disclosure]:
    return {row.code: row for row in rows}


def test_reads_a_flattened_hkex_index_over_pages(write: Write, catalogue: Catalogue) -> None:
    sections = (
        section("4", "Nature", 1),
        section("4.2", "Waste", 2),
        section("", "About Us", 1),
        section("5.1", "Tables", 2),
    )
    rows = extract_disclosures(write(*HKEX_FLAT, sections=sections), catalogue)

    codes = ["MDR-13", "MDR-14", "MDR-15", "A1", "A1.1", "A1.3", "A3", "A3.1", "B2", "B2.1", "B2.2", "Part D"]
    assert [row.code for row in rows] == codes
    assert {row.framework for row in rows} == {"hkex-c2"}
    assert all(row.indexed for row in rows)
    found = by_code(rows)
    assert found["A1.3"].references == "4 Nature 4.2 Waste"
    assert [place.section for place in found["A1.3"].locations] == ["s4", "s4.2"]
    assert found["A1.3"].title == "Hazardous waste (in tonnes)."
    assert (found["A1.1"].status, found["A1.1"].explanation) == (ABSENT, "Osier runs no boilers")
    assert (found["B2.2"].status, found["B2.2"].explanation) == (PARTIAL, "Contractors are not counted.")
    assert found["MDR-13"].obligation == "mandatory"
    assert found["B2"].passage is not None
    assert found["B2"].passage.page == 3


def test_puts_a_reason_back_together_that_wrapped_around_the_next_code(write: Write, catalogue: Catalogue) -> None:
    found = by_code(extract_disclosures(write(*HKEX_FLAT), catalogue))

    reason = "Osier has no sites in the wild, so the disclosure under Aspect A3 is not applicable."
    assert found["A3"].explanation == reason
    assert found["A3"].passage is not None
    assert found["A3"].passage.quote.endswith("is not A3.1 applicable.")
    assert found["A3.1"].explanation == reason
    assert found["A3.1"].title == "Notable effects on nature."


def test_puts_a_requirement_back_together_that_began_before_its_code(write: Write, catalogue: Catalogue) -> None:
    text = (
        "ESG Reporting Code Index Obligations Status Chapter Aspect B4: Labour Standards General Disclosure "
        "Disclosed 3.2 "
        "People B4.1 Description of checks on hiring. Disclosed 3.2 People Description of steps B4.2 to end "
        "such practices. "
        "Disclosed 3.3 Conduct Aspect B5: Supply Chain Management General Disclosure Disclosed 3.4 Partners"
    )
    found = by_code(extract_disclosures(write(text), catalogue))

    assert found["B4.1"].references == "3.2 People"
    assert found["B4.2"].title == "Description of steps to end such practices."
    assert found["B4.2"].references == "3.3 Conduct"


def test_reads_a_gri_index_printed_in_lines(write: Write, catalogue: Catalogue) -> None:
    report = write("Cover", "Two", "Three", GRI_LINES)
    rows = extract_disclosures(report, catalogue)
    found = by_code(rows)

    codes = ["2-1", "2-4", "2-9", "2-16", "2-21", "2-30", "305-1", "305-3", "306-3"]
    assert [row.code for row in rows] == codes
    assert found["2-1"].references == "4, 191-192"
    assert [(place.page, place.printed) for place in found["2-1"].locations][:2] == [(4, "4"), (0, "191-192")]
    assert (found["2-4"].status, found["2-4"].references) == (REPORTED, "-")
    assert found["2-9"].title == "Governance structure and composition"
    assert found["2-9"].references == "Annual Report, p. 33-35"
    assert (found["2-16"].status, found["2-16"].references) == (PARTIAL, "18-19, 62, 77-83")
    assert (found["2-21"].status, found["2-21"].references) == (ABSENT, "-")
    assert found["2-21"].explanation == "Pay data are currently not available in this detail."
    assert (found["2-30"].status, found["2-30"].explanation) == (ABSENT, "Not applicable")
    assert (found["305-1"].title, found["305-1"].references) == ("Direct (Scope 1) GHG emissions", "3")
    assert (found["305-3"].status, found["305-3"].references) == (ABSENT, "")
    for row in rows:
        assert row.passage is not None
        assert row.passage.quote == report.page(row.passage.page).text[row.passage.start : row.passage.end]


def test_reads_the_same_index_flattened(write: Write, catalogue: Catalogue) -> None:
    flat = " ".join(GRI_LINES.split())
    lines = extract_disclosures(write("Cover", "Two", "Three", GRI_LINES), catalogue)
    rows = extract_disclosures(write("Cover", "Two", "Three", flat), catalogue)

    assert [(r.code, r.status) for r in rows] == [(r.code, r.status) for r in lines]
    assert [r.references for r in rows] == [r.references for r in lines]


def test_takes_the_edition_from_the_title_of_the_standard_else_from_the_year(
    write: Write, catalogue: Catalogue
) -> None:
    titled = by_code(extract_disclosures(write(GRI_LINES), catalogue))
    assert (titled["306-3"].edition, titled["305-1"].edition, titled["2-1"].edition) == ("2016", "2016", "2021")

    bare = "GRI Content Index GRI Standard Disclosure Page 306-1 Waste made 3 306-2 Waste managed 4 306-3 Total 5"
    assert by_code(extract_disclosures(write(bare, period="2023"), catalogue))["306-3"].edition == "2020"
    old = (
        "GRI Content Index GRI Standard Disclosure Page 102-1 Name 3 102-5 Ownership 4 102-8 Employees 5 102-9 Chain 6"
    )
    assert by_code(extract_disclosures(write(old, period="2020"), catalogue))["102-8"].edition == "2016"


def test_gives_3_3_the_topic_it_is_printed_under(write: Write, catalogue: Catalogue) -> None:
    text = (
        "GRI Content Index GRI Standard Disclosure Page Comments GRI 205: Anti-corruption 2016 3-3 Management "
        "of material "
        "topics 40-41 205-1 Operations assessed 41 205-3 Confirmed incidents 42 No cases. GRI 401: Employment "
        "2016 3-3 "
        "Management of material topics 50 401-1 New employee hires 51"
    )
    rows = extract_disclosures(write(text), catalogue)

    assert [(row.code, row.topic_standard) for row in rows] == [
        ("3-3", "205"),
        ("205-1", ""),
        ("205-3", ""),
        ("3-3", "401"),
        ("401-1", ""),
    ]
    assert by_code(rows)["205-3"].status is REPORTED


def test_joins_the_letters_of_one_disclosure_and_keeps_answers_as_evidence(write: Write, catalogue: Catalogue) -> None:
    text = """GRI-section Disclosures 2024
GRI 2–1-a
Legal name
Osier Ltd
GRI 2–1-b
Ownership
Osier is owned by its staff and by the town in which it works.
GRI 2–6-a
Industry
See pp. 31 ff.
GRI 2–27
Compliance with laws
There were no fines and no penalties in the year under review at any of the sites that Osier runs.
GRI 402–1
Notice periods
Osier keeps to the periods that the law and the contracts with its unions set for such changes.
"""
    found = by_code(extract_disclosures(write(text), catalogue))

    assert list(found) == ["2-1", "2-6", "2-27", "402-1"]
    assert found["2-6"].references == "pp. 31 ff."
    assert found["2-1"].passage is not None
    assert found["2-1"].passage.quote.endswith("in which it works.")
    assert found["2-27"].references == ""
    assert found["2-27"].evidence


def test_reads_titles_before_codes(write: Write, catalogue: Catalogue) -> None:
    text = (
        "GRI index Disclosure GRI code Page Organizational details 2-1 12 Entities included 2-2 13 Reporting "
        "period 2-3 13, "
        "14 External assurance 2-5 90-91 Employees 2-7 44"
    )
    found = by_code(extract_disclosures(write(text), catalogue))

    assert found["2-3"].title == "Reporting period"
    assert found["2-3"].references == "13, 14"
    assert found["2-5"].references == "90-91"


def test_expands_lists_and_ranges_of_codes(write: Write, catalogue: Catalogue) -> None:
    text = (
        "GRI content index GRI Standard Page 2-9 to 2-11 Governance 30-33 2-12, 2-13 Oversight 34 305-1, 305-2 and "
        "305-3 Emissions 50 403-1–403-3 Health 60"
    )
    found = by_code(extract_disclosures(write(text), catalogue))

    assert list(found) == [
        *("2-9", "2-10", "2-11", "2-12", "2-13", "305-1", "305-2", "305-3", "403-1", "403-2", "403-3"),
    ]
    assert found["2-10"].references == "30-33"
    assert found["403-2"].references == "60"


def test_an_index_of_standards_has_their_heads_as_rows(write: Write, catalogue: Catalogue) -> None:
    text = (
        "GRI Index GRI 201: Economic Performance 2016 p. 3 GRI 205: Anti-corruption 2016 p. 12-14 GRI 302: Energy 2016 "
        "p. 20 GRI 403: Occupational Health and Safety 2018 p. 33"
    )
    rows = extract_disclosures(write(text), catalogue)

    assert [(row.code, row.edition, row.references) for row in rows] == [
        ("GRI 201", "2016", "p. 3"),
        ("GRI 205", "2016", "p. 12-14"),
        ("GRI 302", "2016", "p. 20"),
        ("GRI 403", "2018", "p. 33"),
    ]


def test_reads_a_general_disclosure_with_its_code_behind_it(write: Write, catalogue: Catalogue) -> None:
    text = (
        "HKEX Index Subject Areas, Aspects, General Disclosures and KPIs Section Page Aspect A1: Emissions General "
        "Disclosure A1 Information on rules. Air 12 KPI A1.1 Types. Air 13 Aspect A2: Use of Resources General "
        "Disclosure A2 Policies on use. Means 15 KPI A2.1 Energy. Means 16 KPI A2.5 Packaging. N/A – "
        "Osier packs nothing"
    )
    found = by_code(extract_disclosures(write(text), catalogue))

    assert list(found) == ["A1", "A1.1", "A2", "A2.1", "A2.5"]
    assert (found["A2"].title, found["A2"].references) == ("Policies on use.", "Means 15")
    assert found["A2.5"].status is ABSENT


def test_reads_hkex_rows_without_a_status_column(write: Write, catalogue: Catalogue) -> None:
    text = (
        "ESG Reporting Guide Content Index Mandatory Disclosure Requirements Section Governance Structure "
        "Steering, p. 8 "
        "A. Environmental Aspect A1: Emissions General Disclosure Information on: (a) the rules. Nature – Air, "
        "p. 20 KPI "
        "A1.1 The types of emissions. Nature – Air, p. 21 KPI A1.2 Scope 1 and scope 2. Nature – Air, p. 21 "
        "KPI A1.3 Total "
        "hazardous waste. This KPI is not applicable to the business of Osier. KPI A1.4 Other waste. p. 22"
    )
    found = by_code(extract_disclosures(write(text, period="2023"), catalogue))

    assert list(found) == ["MDR-13", "A1", "A1.1", "A1.2", "A1.3", "A1.4"]
    assert found["MDR-13"].references == "Steering, p. 8"
    assert found["A1.1"].references == "Nature – Air, p. 21"
    assert found["A1.3"].status is ABSENT
    assert found["A1.3"].explanation == "This KPI is not applicable to the business of Osier."


def test_reads_climate_paragraphs_of_part_d(write: Write, catalogue: Catalogue) -> None:
    text = (
        "ESG Reporting Code Content Index Subject Areas Status Remarks A1 Emissions General Disclosure "
        "Complied Section 4.1 "
        "A1.1 Types Complied Section 4.1 A1.3 Waste Explained No waste. Part D Climate-related Disclosures "
        "Governance 19(a) "
        "Board Complied Section 7.1 19(b) Management Complied Section 7.1 Strategy 20 Risks Complied Section "
        "7.2 28(a) "
        "Scope 1 Complied Section 7.4 35 Pay Explained Not linked yet."
    )
    found = by_code(extract_disclosures(write(text, period="2025"), catalogue))

    assert list(found) == ["A1", "A1.1", "A1.3", "D19(a)", "D19(b)", "D20", "D28(a)", "D35"]
    assert found["D19(b)"].references == "Section 7.1"
    assert (found["D35"].status, found["D35"].explanation) == (ABSENT, "Not linked yet.")


def test_reads_tcfd_rows_whose_signs_stand_apart(write: Write, catalogue: Catalogue) -> None:
    page = (
        "TCFD INDEX a . Describe the organization ’ s processes for identifying and assessing climate risks . Page 4 "
        "b . Describe the organization ’ s processes for managing climate risks . Page 5 "
        "c. Describe how processes for identifying , assessing and managing climate risks are integrated . Page 6 "
        "a . Disclose the metrics used by the organization . Page 7 "
        "b . Disclose Scope 1 , Scope 2 and Scope 3 emissions . Page 8"
    )
    rows = extract_disclosures(write(page), catalogue)
    assert [row.code for row in rows] == ["TCFD-RM-a", "TCFD-RM-b", "TCFD-RM-c", "TCFD-MT-a", "TCFD-MT-b"]


def test_reads_esrs_tcfd_sasb_and_ifrs_indexes(write: Write, catalogue: Catalogue) -> None:
    esrs = (
        "ESRS content index\nDisclosure requirement Page\nBP-1 General basis 60\nESRS 2 SBM-3 S1 Own people "
        "61\nE1 Climate "
        "change\nE1-1 Transition plan 70\nE1-7 Removals Not material for Osier\nS1-14 Health and safety metrics 95\n"
    )
    tcfd = (
        "TCFD Index Recommendation Page Governance a) Describe the board's oversight of climate-related risks. "
        "12-13 b) "
        "Describe management's role in assessing them. 13 Strategy c) Describe the resilience of the "
        "organization's strategy. "
        "Not disclosed Risk Management b) Describe the organization's processes for managing climate-related "
        "risks. 18"
    )
    sasb = "SASB Index Code Location Breaches TC-SI-230a.1 Page 3 Energy TC-SI-130a.1 Page 2 Staff TC-SI-330a.3 Page 1"
    ifrs = "IFRS S2 index Paragraph Page IFRS S2.6(a) Body 1 IFRS S2.10 Risks 2 IFRS S2.29(a) Gases 3"
    rows = extract_disclosures(write(esrs, tcfd, sasb, ifrs), catalogue)

    codes = {name: [row.code for row in rows if row.framework == name] for name in ("esrs", "tcfd", "sasb", "ifrs-s2")}
    assert codes["esrs"] == ["BP-1", "S1.SBM-3", "E1-1", "E1-7", "S1-14"]
    assert codes["tcfd"] == ["TCFD-GOV-a", "TCFD-GOV-b", "TCFD-STR-c", "TCFD-RM-b"]
    assert codes["sasb"] == ["TC-SI-230a.1", "TC-SI-130a.1", "TC-SI-330a.3"]
    assert codes["ifrs-s2"] == ["S2.6(a)", "S2.10", "S2.29(a)"]
    found = by_code(rows)
    assert found["E1-7"].explanation == "Not material for Osier"
    assert found["TCFD-STR-c"].status is ABSENT
    assert found["TCFD-GOV-b"].references == "13"
    assert found["TC-SI-130a.1"].references == "Page 2"


def test_finds_the_printed_page_offset_by_itself(write: Write, catalogue: Catalogue) -> None:
    pages = [f"Osier Report {n} Some words about the year." for n in range(0, 12)]
    index = "GRI Content Index GRI Standard Page 2-1 Name 3 2-2 Entities 4-5 2-3 Period 6 Osier Report 12"
    found = by_code(extract_disclosures(write(*pages, index), catalogue))

    assert [place.page for place in found["2-2"].locations] == [5, 6]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Our energy use fell (GRI 302-1) in the past three years; see 305-1, 305-2 and GRI 2-7. Pages 2-10 and 3.2.1.",
        "Sections 2-1 to 2-9 of the plan, pp. 2-3, 2-5, 2-7, 2-9, 2-11 and 3-1 show growth of 2-4 percent from "
        "2022-2024.",
        "Topic GRI 205, GRI 401-1, SASB TC-SI-230a People GRI 403, GRI 404-1 SASB TC-SI-330a",
        "KPI A1.1 and A1.2 are told in A2.1 of the annex, KPI B1.1 too.",
    ],
)
def test_sees_no_index_in_running_text(write: Write, catalogue: Catalogue, text: str) -> None:
    assert extract_disclosures(write(text, text, text), catalogue) == ()


def test_a_report_without_pages_has_no_index(write: Write, catalogue: Catalogue) -> None:
    assert extract_disclosures(write(), catalogue) == ()


_ROWS = " ".join(f"2-{n} Title of it {n + 3}" for n in range(1, 31))
_KPIS = (
    "Aspect A1: Emissions General Disclosure Disclosed 4.1 Env A1.1 Types. Disclosed 4.1 Env A1.3 Waste. Disclosed 5 "
)


@pytest.mark.parametrize(
    "text",
    [
        "GRI content index " + f"{_ROWS} " * 300,
        "HKEX Index Status " + _KPIS * 800,
        "GRI 305-1 " * 12000,
        "305-1, " * 15000,
        "GRI 305: Emissions " * 5000,
        "GRI content index 2-1 Name " + "4.1 Word, p. 12 " * 6000 + "2-2 Entities 4 2-3 Period 5 2-4 Changes 6",
        "- " * 50000,
        "\n" * 100000,
        "(" * 100000,
    ],
)
def test_hostile_text_is_read_to_its_end(write: Write, catalogue: Catalogue, text: str) -> None:
    with ending():
        rows = extract_disclosures(write(text), catalogue)
    assert len(rows) < 6000


def test_many_sections_of_one_name_do_not_slow_the_reading(write: Write, catalogue: Catalogue) -> None:
    def read(count: int) -> None:
        sections = tuple(section(str(n), f"Title of it {n}", 1) for n in range(count))
        assert extract_disclosures(write("GRI content index " + f"{_ROWS} " * 60, sections=sections), catalogue)

    few, many = (calls(lambda n=n: read(n)) for n in (750, 3000))
    assert many < 6 * few


@pytest.mark.shared
@pytest.mark.parametrize(
    ("report", "gold", "framework"),
    [
        ("oneconnect-2024.txt", "seed_dev/hkex_index.csv", "hkex-c2"),
        ("oneconnect-2024.txt", "seed_dev/gri_index.csv", "gri"),
        ("1und1-2023.pdf", "peers_dev/1und1/gri_index.csv", "gri"),
        ("palfinger-2023.pdf", "peers_dev/palfinger/gri_index.csv", "gri"),
    ],
)
def test_finds_every_row_of_real_indexes(
    shared: Path, catalogue: Catalogue, report: str, gold: str, framework: str
) -> None:
    path = shared / "reports" / report
    found = read_report(path.read_bytes(), path.name, period=path.stem[-4:])
    with (shared / "bench" / gold).open(encoding="utf-8", newline="") as lines:
        listed = list(csv.DictReader(lines))
    rows = [row for row in extract_disclosures(found, catalogue) if row.framework == framework]

    assert {line["code"] for line in listed} <= {row.code for row in rows}
    reasons = {line["code"] for line in listed if line.get("omission") or line.get("status") == "stated_absent"}
    assert reasons == {row.code for row in rows if row.status is not REPORTED} & {line["code"] for line in listed}
