"""KPI tables in flattened text: one page a line, no line breaks."""

from __future__ import annotations

from decimal import Decimal

HEAD = "Category Key Performance Indicators Unit 2022 2023 2024 "
TABLE = (
    "Social Indicators "
    + HEAD
    + "Workforce Total number of staff / 1,200 1,100 1,050 Number of staff by gender Male staff / 700 640 600 "
    "Female staff / 500 460 450 Number of staff by age Staff under 30 / 300 280 250 Staff aged between 30 to 50 / 800 "
    "750 740 Staff over 50（1） / 100 70 60 Number of staff by region Number of Northland staff / 900 850 820 Number "
    "of Old Harbour, Westend and overseas staff / 300 250 230 Proportion of female members in the management % / / "
    "31.5 Health and Safety Number of lost days due to injuries Day 0 12(2) - Clean Energy Total energy consumption "
    "MWh 2,000.5 1,900.4 1,800.3 Energy intensity MWh / person 1.67 1.73 1.71 New donations RMB 10,000 / / 5 "
    "Customer rating(3) % 9 (out of 10) 8.5 (out of 10) 97 Notes: (1) Staff over 50 is a small group. (2) One person "
    "was away. (3) The scale has changed."
)


def rows(found):
    return {(o.indicator, o.period): o for o in found if o.origin == "table"}


def test_cells_units_and_values(read):
    cells = rows(read(TABLE))
    assert cells["Total number of staff", "2022"].value == Decimal(1200)
    assert cells["Total number of staff", "2022"].unit == ""
    assert cells["Total energy consumption", "2024"].value == Decimal("1800.3")
    assert cells["Energy intensity", "2023"].unit == "MWh / person"
    assert cells["Number of lost days due to injuries", "2022"].unit == "Day"
    assert cells["New donations", "2024"].unit == "RMB 10,000"
    assert cells["New donations", "2024"].value == 5


def test_slash_is_a_unit_or_a_cell_that_is_not_disclosed(read):
    cells = rows(read(TABLE))
    hidden = cells["Proportion of female members in the management", "2022"]
    assert (hidden.value, hidden.raw_value, hidden.qualifier) == (None, "/", "not_disclosed")
    assert cells["Proportion of female members in the management", "2024"].value == Decimal("31.5")
    assert cells["Number of lost days due to injuries", "2024"].qualifier == "nil"


def test_footnote_marks_are_no_digits_and_lead_to_their_notes(read):
    cells = rows(read(TABLE))
    marked = cells["Number of lost days due to injuries", "2023"]
    assert (marked.value, marked.raw_value) == (Decimal(12), "12(2)")
    assert [n.quote for n in marked.notes] == ["(2) One person was away."]
    assert cells["Number of lost days due to injuries", "2022"].notes == ()
    assert [n.quote[:3] for n in cells["Staff over 50", "2024"].notes] == ["(1)"]


def test_text_cells_stay_text(read):
    cell = rows(read(TABLE))["Customer rating", "2022"]
    assert (cell.raw_value, cell.qualifier) == ("9 (out of 10)", "text")


def test_groups_and_dimensions(read):
    cells = rows(read(TABLE))

    def dimension(label):
        return [(d.type, d.value) for d in cells[label, "2024"].dimensions]

    assert dimension("Male staff") == [("gender", "male")]
    assert dimension("Staff aged between 30 to 50") == [("age", "30-50")]
    assert dimension("Staff over 50") == [("age", "over 50")]
    assert dimension("Number of Northland staff") == [("region", "Northland")]
    assert dimension("Number of Old Harbour, Westend and overseas staff") == [
        ("region", "Old Harbour, Westend and overseas")
    ]
    assert dimension("Proportion of female members in the management") == [("gender", "female")]
    assert dimension("Total number of staff") == []
    assert cells["Male staff", "2024"].group == "Social Indicators > Workforce > Number of staff by gender"
    assert cells["Total energy consumption", "2024"].group.endswith("Clean Energy")


def test_quote_is_the_printed_row(read):
    cells = rows(read(TABLE))
    assert cells["Female staff", "2023"].passage.quote == "Female staff / 500 460 450"


def test_a_table_goes_on_without_its_header_on_the_next_page(read):
    found = read(
        HEAD + "Water Total water consumption tons 10.5 11.5 12.5 Water intensity tons/ person 0.1 0.2 0.3",
        "Paper consumption tons 1.1 1.2 1.3 Glass consumption tons 2.1 2.2 2.3",
    )
    second = [o for o in found if o.passage.page == 2]
    assert {(o.indicator, o.period, o.value) for o in second if o.period == "2024"} == {
        ("Paper consumption", "2024", Decimal("1.3")),
        ("Glass consumption", "2024", Decimal("2.3")),
    }


def test_years_may_fall_and_a_long_text_cell_ends_at_the_next_row(read):
    found = read(
        "Indicators Unit 2024 2023 Takeover threshold % ≥30% >25% within 12 months (if the holder has less than 50% of "
        "Alder) Share of votes % 75 70 "
    )
    cells = rows(found)
    assert cells["Share of votes", "2024"].value == 75
    assert cells["Share of votes", "2023"].value == 70
    assert cells["Takeover threshold", "2023"].qualifier == "text"


def test_two_tables_on_a_page_keep_their_own_notes(read):
    found = read(
        HEAD
        + "Waste Total waste(1) tons 1.5 2.5 3.5 Notes: (1) Office waste only. "
        + HEAD
        + "Training Training hours(1) Hour 4.5 5.5 6.5 Note: (1) Without webinars."
    )
    cells = rows(found)
    assert [n.quote for n in cells["Total waste", "2024"].notes] == ["(1) Office waste only."]
    assert [n.quote for n in cells["Training hours", "2024"].notes] == ["(1) Without webinars."]


def spread(found):
    """The table cells of the newest year as label: (dimensions, unit, value, group)."""
    return {
        o.indicator: ([(d.type, d.value) for d in o.dimensions], o.unit, o.value, o.group)
        for o in found
        if o.origin == "table" and o.period == "2024"
    }


def test_numbers_of_names_are_no_cells(read):
    cells = spread(
        read(
            "Air indicators Unit 2024 2023 GHG emissions Scope 1 – Direct emissions tonnes 12.5 11.5 Scope 2 – Energy "
            "emissions tonnes 120.5 130.5 Fuel use Direct energy – Petrol MWh 100.5 98.5 – Diesel MWh 20.5 22.5 "
        )
    )
    assert {label: (unit, str(value)) for label, (_, unit, value, _) in cells.items()} == {
        "Scope 1 – Direct emissions": ("tonnes", "12.5"),
        "Scope 2 – Energy emissions": ("tonnes", "120.5"),
        "Direct energy – Petrol": ("MWh", "100.5"),
        "Diesel": ("MWh", "20.5"),
    }


def test_ages_and_places_stay_in_their_groups(read):
    cells = spread(
        read(
            "Number of staff 2024 2023 Total 1,234 1,180 By gender Male 700 680 Female 534 500 By age group Below 30 "
            "300 290 30 to 50 800 780 Above 50 134 110 By geographical region Germany 1,000 960 Hong Kong 234 220 "
        )
    )
    assert {label: (dimensions, value) for label, (dimensions, _, value, _) in cells.items()} == {
        "Total": ([], 1234),
        "Male": ([("gender", "male")], 700),
        "Female": ([("gender", "female")], 534),
        "Below 30": ([("age", "under 30")], 300),
        "30 to 50": ([("age", "30-50")], 800),
        "Above 50": ([("age", "over 50")], 134),
        "Germany": ([("region", "Germany")], 1000),
        "Hong Kong": ([("region", "Hong Kong")], 234),
    }


def test_one_year_heads_what_is_split_right_behind_it(read):
    cells = spread(read("Leaving rate 2024 By gender Male 12.3% Female 10.1% By age group Below 30 25.5% 30-50 9.9% "))
    assert cells["30-50"] == ([("age", "30-50")], "%", Decimal("9.9"), "Leaving rate > By age group")
    assert cells["Female"][2] == Decimal("10.1")


def test_the_words_of_a_financial_year_repeat(read):
    cells = spread(
        read("Year ended 31 March 2024 Year ended 31 March 2023 Power (kWh) 123,456 133,333 Water (m3) 56 57 ")
    )
    assert {label: (unit, value) for label, (_, unit, value, _) in cells.items()} == {
        "Power": ("kWh", 123456),
        "Water": ("m3", 56),
    }
