"""KPI tables in the text lines of a PDF."""

from __future__ import annotations

from decimal import Decimal


def cells(found):
    return {(o.indicator, o.period): o for o in found if o.origin == "table"}


def test_units_in_labels_header_and_cells(read):
    found = cells(
        read(
            "Key figures\n2024 2023\nRevenue (in €m) 96.7 -63.7\nTurnover of staff in % 5.9 8.1\n"
            "Number of contracts (in millions) 16.3 15.8\nReports received 19 25\nEmissions 1,772.6 t n/a\n"
        )
    )
    assert found["Revenue", "2023"].value == Decimal("-63.7")
    assert found["Revenue", "2024"].unit == "€m"
    assert found["Turnover of staff", "2024"].unit == "%"
    assert found["Number of contracts", "2024"].unit == "millions"
    assert found["Reports received", "2024"].unit == "number"
    assert (found["Emissions", "2024"].value, found["Emissions", "2024"].unit) == (Decimal("1772.6"), "t")
    assert found["Emissions", "2023"].qualifier == "not_disclosed"


def test_unit_of_the_header_and_of_a_wrapped_caption(read):
    corner = cells(read("in MWh 2022 2023 2024\nGas 68,216 60,589 58,196\nPropane1) 3,201 2,967 3,668\n1) Adjusted.\n"))
    assert corner["Gas", "2022"].unit == "MWh"
    assert [n.quote for n in corner["Propane", "2024"].notes] == ["1) Adjusted."]
    above = cells(
        read("Inventory in t CO2\ne(8)\n2024 2023\nDirect emissions 12.6 t 13.5 t\n(8) As CO2 equivalents.\n")
    )
    assert above["Direct emissions", "2023"].unit == "t CO2 e"


def test_headings_groups_and_totals(read):
    found = cells(
        read(
            "Number and percent 2023 2024 %1)\nPermanent contract\nGender\nFemale 1,305 1,283 12.5%\nMale 8,791 8,728 "
            "84.9%\nRegions\nEAST 5,722 6,207 60.4%\nWEST 1,027 1,092 10.6%\nAll staff 6,749 7,299\n"
        )
    )
    assert found["Female", "2023"].group == "Permanent contract > Gender"
    assert [(d.type, d.value) for d in found["EAST", "2024"].dimensions] == [("region", "EAST")]
    assert found["All staff", "2024"].dimensions == ()
    assert found["Female", "2023"].unit == "Number"


def test_label_digits_item_numbers_and_wrapped_labels(read):
    found = cells(
        read(
            "2024 2023 2022\nUnder 30 14.9 20.6 21.0\n30-39 33.4 32.1 33.2\n3.1 Purchased goods 665.8 k.A. k.A.\n"
            "Number of staff who came back after\nfinishing their parental leave 7 17 32\n"
        )
    )
    assert found["Under 30", "2024"].value == Decimal("14.9")
    assert found["30-39", "2022"].value == Decimal("33.2")
    assert found["3.1 Purchased goods", "2024"].value == Decimal("665.8")
    assert found["Number of staff who came back after finishing their parental leave", "2022"].value == 32


def test_cells_too_few_stand_under_the_newest_years(read):
    found = cells(read("in MWh 2022 2023 2024\nFrom the grid 124,978 127,593 115,137\nFrom own plants - 6,368\n"))
    own = found["From own plants", "2024"]
    assert own.value == 6368
    assert own.confidence < found["From the grid", "2024"].confidence
    assert found["From own plants", "2023"].qualifier == "nil"
    assert ("From own plants", "2022") not in found


def test_columns_above_and_below_the_years(read):
    above = read("Male Female\n2024 2023 2024 2023\nStaff on leave 7 19 33 32\n")
    assert [(o.period, [d.value for d in o.dimensions], o.value) for o in above] == [
        ("2024", ["male"], 7),
        ("2023", ["male"], 19),
        ("2024", ["female"], 33),
        ("2023", ["female"], 32),
    ]
    below = read(
        "Waste (metric tonnes)\nAsset Class 2023 2024\nLandfill Diverted Landfill Diverted\nOffices 44 65 48 33\n"
    )
    assert [(o.period, [d.value for d in o.dimensions], o.value) for o in below] == [
        ("2023", ["Landfill"], 44),
        ("2023", ["Diverted"], 65),
        ("2024", ["Landfill"], 48),
        ("2024", ["Diverted"], 33),
    ]
    assert below[0].unit == "metric tonnes"


def test_parts_share_the_unit_of_their_whole(read):
    found = cells(read("2024 2023\nHeating in MWh(6) 4,922 4,244\nof which gas 2,619 2,241\n(6) Estimated.\n"))
    assert found["of which gas", "2024"].unit == "MWh"


def test_brackets_are_negative_figures_or_close_the_label(read):
    found = cells(
        read("EUR thousand 2024 2023\nCash flow (42,097) (29,443)\nFuel (Scope 1) 12.5 13.5\nTax (20) (14)\n")
    )
    assert found["Cash flow", "2024"].value == -42097
    assert found["Fuel (Scope 1)", "2023"].value == Decimal("13.5")
    assert found["Tax", "2024"].value == -20
    assert found["Tax", "2024"].unit == "EUR thousand"


def test_prose_after_the_table_is_no_row(read):
    found = read(
        "2024 2023\nStaff 12 13\nThe number of staff fell in every one of the regions where the company is active "
        "and works.\nSee also the pages of the annual report 14 15\n"
    )
    assert [o.indicator for o in found if o.origin == "table"] == ["Staff", "Staff"]


def test_columns_under_units_instead_of_years(read):
    text = (
        "Overview for financial year 2023\nSales (turnover)\nCapital\nexpenditures\nin €m in % in €m in %\n"
        "Total 4,096.7 100.0 410.6 100\nof which eligible 21.0 0.5 11.0 2.7\n"
    )
    for page in (text, text.replace("\n", " ")):
        found = [o for o in read(page) if o.indicator == "of which eligible"]
        assert [(o.period, o.unit, o.value, o.dimensions[0].value) for o in found] == [
            ("2023", "€m", Decimal("21.0"), "Sales (turnover)"),
            ("2023", "%", Decimal("0.5"), "Sales (turnover)"),
            ("2023", "€m", Decimal("11.0"), "Capital expenditures"),
            ("2023", "%", Decimal("2.7"), "Capital expenditures"),
        ]


def test_a_unit_column_behind_the_values(read):
    text = "Indicators 2024 2023 Unit\nTotal energy 1,234 1,200 MWh\nStaff 12 13 persons\nVisits 4 5 /\n"
    for page in (text, text.replace("\n", " ")):
        assert [(o.indicator, o.period, o.value, o.unit) for o in read(page)] == [
            ("Total energy", "2024", 1234, "MWh"),
            ("Total energy", "2023", 1200, "MWh"),
            ("Staff", "2024", 12, "persons"),
            ("Staff", "2023", 13, "persons"),
            ("Visits", "2024", 4, ""),
            ("Visits", "2023", 5, ""),
        ]


def test_a_category_column_on_the_row_line(read):
    found = cells(
        read(
            "Category Indicator Unit 2023 2024\nEnergy Total energy use kWh in '000s 18,240 16,980\n"
            "Water Water withdrawal m³ 9,410 8,870\nWater intensity m³/thousand meals 1.5 1.6\n"
        )
    )
    assert found["Total energy use", "2024"].unit == "kWh in '000s"
    assert found["Water withdrawal", "2024"].group == "Water"
    assert found["Water intensity", "2023"].unit == "m³/thousand meals"


def test_columns_under_members_instead_of_years(read):
    found = read("gender\ntotal\nfemale\nHeadcount\nmale\nHeadcount\nAlder in all 2,730 1,935 795\nEast 123 51 72\n")
    assert [(o.indicator, o.period, [d.value for d in o.dimensions], o.value) for o in found[:3]] == [
        ("Alder in all", "2024", [], 2730),
        ("Alder in all", "2024", ["female"], 1935),
        ("Alder in all", "2024", ["male"], 795),
    ]


def test_the_line_of_the_years_heads_rows_but_for_its_units(read):
    found = read(
        "We look after our people.\nInjuries with our products 2023 2024\nReported 9 7\nFatal 3 1\n"
        "In EUR thousand 2023 2024\nSales 900 700\nOur next plan runs 2025 2026\n"
    )
    assert {(o.indicator, o.group, o.unit) for o in found} == {
        ("Reported", "Injuries with our products", "number"),
        ("Fatal", "Injuries with our products", "number"),
        ("Sales", "", "EUR thousand"),
    }
