"""Grids to observations: headers, units, headings, dimensions; every figure at its row and column."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from tests.extract.grids.grid_worlds import observe, report_of

from tieout.documents.reader import read_report
from tieout.extract.grids import extract_grid_observations
from tieout.model import Catalogue, Dimension


def test_years_across_and_units_in_labels() -> None:
    found = observe(
        [["", "2024", "2023"], ["Waste (in tons)", "931.3", "1,321.5"], ["of which paper (in tons)", "57", "n.a."]]
    )
    assert {(k, o.period, o.value, o.unit) for k, o in found.items()} == {
        ((1, 1), "2024", Decimal("931.3"), "tons"),
        ((1, 2), "2023", Decimal("1321.5"), "tons"),
        ((2, 1), "2024", Decimal(57), "tons"),
        ((2, 2), "2023", None, "tons"),
    }
    assert found[1, 1].indicator == "Waste"
    assert found[2, 1].group == "Waste (in tons)"
    assert found[2, 2].qualifier == "not_disclosed"


def test_the_quote_is_the_row_and_the_cell_is_the_figure() -> None:
    rows = [["", "2024"], ["Fleet emissions", "1,772.6 t"]]
    report = report_of(rows)
    (only,) = extract_grid_observations(report, Catalogue())
    text = report.pages[0].text
    assert only.passage.quote == "Fleet emissions\t1,772.6 t" == text[only.passage.start : only.passage.end]
    assert text[slice(*only.cell)] == "1,772.6"
    assert (only.unit, only.table, only.passage.page) == ("t", "p7t1", 7)


def test_two_header_rows_and_a_unit_column() -> None:
    found = observe(
        [
            ["", "", "Group", "Group", "Acme AG", "Acme AG"],
            ["", "Unit", "2024", "2023", "2024", "2023"],
            ["Power", "MWh", "10", "11", "4", "5"],
            ["Share of green power", "%", "60", "-", "<1", "55"],
        ]
    )
    assert len(found) == 8
    assert (found[2, 2].unit, found[2, 2].period, found[2, 2].boundary) == ("MWh", "2024", "Group")
    assert found[2, 5].dimensions == (Dimension("category", "Acme AG"),)
    assert (found[3, 3].qualifier, found[3, 4].qualifier, found[3, 4].value) == ("nil", "at_most", 1)


def test_a_unit_column_at_the_right_end() -> None:
    found = observe([["", "2023", "2024", "Unit"], ["Dust", "5", "4", "t"], ["Reporting sites", "9", "9", "number"]])
    assert {k: o.unit for k, o in found.items()} == {(1, 1): "t", (1, 2): "t", (2, 1): "number", (2, 2): "number"}


def test_the_unit_over_the_table() -> None:
    corner = observe([["(kt CO2 eq)", "2024"], ["Business travel", "63"]])
    caption = observe([["", "2024"], ["Business travel", "63"]], caption="Emissions in tCO2e")
    head = observe([["", "2024 (tCO2e)"], ["Business travel", "63"]])
    assert [w[1, 1].unit for w in (corner, caption, head)] == ["kt CO2 eq", "tCO2e", "tCO2e"]
    assert head[1, 1].dimensions == ()


def test_sections_parents_and_a_repeated_unit_row() -> None:
    found = observe(
        [
            ["", "2024"],
            ["Special waste", ""],
            ["Oils", ""],
            ["- quantity produced", "8"],
            ["Batteries", ""],
            ["- quantity produced", "3"],
            ["Water drawn, of which:", "90"],
            ["- from the sea", "70"],
            ["Emissions/revenue", ""],
            ["in tCO2e/EUR m", "3.4"],
        ]
    )
    assert found[3, 1].group == "Special waste > Oils"
    assert found[5, 1].group == "Special waste > Batteries"
    assert found[7, 1].group.endswith("Water drawn, of which")
    assert (found[9, 1].indicator, found[9, 1].unit) == ("Emissions/revenue", "tCO2e/EUR m")


def test_labels_that_span_rows() -> None:
    found = observe(
        [
            ["", "Source", "Unit", "2024"],
            ["Scope 1", "Offices", "t", "9"],
            ["", "Fleet", "t", "8"],
            ["Scope 2", "Power", "t", "7"],
        ]
    )
    assert {o.indicator: o.group for o in found.values()} == {
        "Offices": "Scope 1",
        "Fleet": "Scope 1",
        "Power": "Scope 2",
    }


def test_reference_columns_are_no_labels_and_segments_are_dimensions() -> None:
    found = observe([["Target", "Scopes", "2024"], ["Cement business line", "", ""], ["Own power", "2", "60%"]])
    assert set(found) == {(2, 2)}
    assert (found[2, 2].indicator, found[2, 2].dimensions) == (
        "Own power",
        (Dimension("segment", "Cement business line"),),
    )


def test_years_down_the_rows() -> None:
    found = observe(
        [["Year", "Savings goal", "Savings achieved"], ["2024", "38.2 kt", "47.0 kt"], ["2023", "36.3 kt", "38.1 kt"]]
    )
    assert (found[1, 2].period, found[1, 2].indicator, found[1, 2].value) == ("2024", "Savings achieved", 47)
    assert found[2, 1].period == "2023"


def test_columns_that_are_no_years() -> None:
    found = observe(
        [
            ["Tonnes CO2e", "Germany", "Other countries", "Total"],
            ["Scope 1", "5", "6", "11"],
            ["Scope 2", "1", "1", "2"],
        ]
    )
    assert found[1, 1].indicator == "Scope 1 – Germany"
    assert found[1, 1].dimensions == (Dimension("region", "Germany"),)
    assert (found[1, 3].indicator, found[1, 3].dimensions, found[1, 3].unit) == ("Scope 1", (), "Tonnes CO2e")
    assert {o.period for o in found.values()} == {"2024"}


def test_targets_and_changes_are_marked_as_series() -> None:
    found = observe([["", "2024", "2023", "% change", "Target for 2030"], ["Scope 1", "90", "100", "-10%", "<50"]])
    assert found[1, 1].dimensions == ()
    assert found[1, 3].dimensions == (Dimension("series", "% change"),)
    assert found[1, 3].unit == "%"
    assert (found[1, 4].dimensions, found[1, 4].period) == ((Dimension("series", "target"),), "2030")


def test_a_split_gives_its_rows_their_dimension_and_ends() -> None:
    found = observe([["", "2024"], ["Employees by gender", ""], ["Women", "40"], ["Men", "60"], ["Suppliers", "7"]])
    assert found[2, 1].dimensions == (Dimension("gender", "female"),)
    assert (found[4, 1].group, found[4, 1].dimensions) == ("", ())


def test_figures_in_labels_and_decimal_commas_are_not_lost() -> None:
    found = observe([["Zeile", "2024", "2023"], ["Strom", "1.234,5", "0,75"], ["Quote: 70%", "1,25", "2,5"]])
    assert (found[1, 1].value, found[1, 2].value, found[2, 0].value) == (Decimal("1234.5"), Decimal("0.75"), 70)


def test_a_cell_without_a_place_is_left_out() -> None:
    report = report_of([["", "2024"], ["Power", ""]])
    assert extract_grid_observations(report, Catalogue()) == ()


@pytest.mark.shared
def test_nearly_every_gold_cell_of_real_tables_is_reached(shared: Path) -> None:
    folder = shared / "bench" / "tables_dev"
    reached: dict[str, set[tuple[int, int]]] = {}
    with (folder / "reports.csv").open(encoding="utf-8", newline="") as lines:
        for entry in csv.DictReader(lines):
            data = (folder / entry["file"]).read_bytes()
            report = read_report(
                data, entry["file"], report=entry["report"], organization=entry["organization"], period="2023"
            )
            found = extract_grid_observations(report, Catalogue())
            assert all(
                report.page(o.passage.page).text[o.passage.start : o.passage.end] == o.passage.quote for o in found
            )
            reached[entry["report"]] = {(o.row, o.column) for o in found}
    assert len(reached) == 105
    questions = [json.loads(line) for line in (folder / "questions.jsonl").read_text(encoding="utf-8").splitlines()]
    gold = {tuple(cell) for question in questions for cell in question["gold_cells"]}
    assert len(gold) > 1000
    missed = [cell for cell in gold if (cell[1], cell[2]) not in reached[cell[0]]]
    assert len(missed) <= 0.01 * len(gold), missed[:20]


def test_age_bands_head_columns_and_the_corner_dates_the_table() -> None:
    found = observe(
        [
            ["12/31/2023", "<30", "30-50", ">50", "Total"],
            ["Women", "117", "174", "26", "317"],
            ["Men", "1", "2", "3", "6"],
        ]
    )
    assert {o.period for o in found.values()} == {"2023"}
    assert found[1, 1].dimensions == (Dimension("gender", "female"), Dimension("age", "under 30"))
    assert found[2, 3].dimensions == (Dimension("gender", "male"), Dimension("age", "over 50"))
    assert found[1, 4].dimensions == (Dimension("gender", "female"),)


def test_a_headless_grid_is_kept_in_table_files_and_left_to_the_text_in_pdf_files() -> None:
    rows = [["Germany", "528", "464"], ["Austria", "17", "20"]]
    sheet = report_of(rows)
    page = replace(sheet, source=replace(sheet.source, media_type="application/pdf"))
    assert len(extract_grid_observations(sheet, Catalogue())) == 4
    assert extract_grid_observations(page, Catalogue()) == ()


def test_a_head_over_several_columns_holds_for_all_of_them() -> None:
    found = observe(
        [
            ["Indicator", "2023", "", "2024", "", "Note"],
            ["", "Men", "Women", "Men", "Women", ""],
            ["New hires", "10", "12", "11", "13", "all sites"],
            ["Leavers", "5", "6", "7", "8", ""],
        ]
    )
    assert [found[2, column].period for column in (1, 2, 3, 4)] == ["2023", "2023", "2024", "2024"]
    assert found[2, 2].dimensions == found[2, 4].dimensions == (Dimension("gender", "female"),)
    assert {o.indicator for o in found.values()} == {"New hires", "Leavers"}


def test_years_below_a_year_are_their_own() -> None:
    found = observe([["", "2024", "", ""], ["Indicator", "results", "2023", "2022"], ["Energy", "10", "12", "11"]])
    assert [found[2, column].period for column in (1, 2, 3)] == ["2024", "2023", "2022"]


def test_the_corner_says_what_rows_and_columns_split() -> None:
    found = observe([["Staff by age", "<30", ">50"], ["Women", "17", "26"], ["Men", "1", "3"]])
    assert {o.group for o in found.values()} == {"Staff by age"}
    assert found[2, 2].dimensions == (Dimension("gender", "male"), Dimension("age", "over 50"))


def test_years_may_be_the_rows_of_columns_that_are_mere_units() -> None:
    rows = [["Year", "m3/year", "Sites"], ["2023", "12", "4"], ["2022", "11", "3"]]
    found = observe(rows, caption="Water use")
    assert [(o.indicator, o.period, o.unit, o.raw_value) for o in found.values()] == [
        ("Water use", "2023", "m3/year", "12"),
        ("Sites", "2023", "Sites", "4"),
        ("Water use", "2022", "m3/year", "11"),
        ("Sites", "2022", "Sites", "3"),
    ]
    assert {o.indicator for o in observe(rows, caption="Sheet1").values()} == {"Sites"}
