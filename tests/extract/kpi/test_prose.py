"""Figures in sentences."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tieout.extract.kpi import extract_observations
from tieout.model import Catalogue, Cell, Page, Report, Source, Table
from tieout.text import MappedText


def one(found, raw):
    hits = [o for o in found if o.raw_value == raw]
    assert len(hits) == 1, [o.raw_value for o in found]
    return hits[0]


@pytest.mark.parametrize(
    ("text", "raw", "value", "qualifier"),
    [
        ("The company carried out over 50 training sessions for staff.", "50", 50, "over"),
        ("We have nearly 1,899 employees worldwide.", "1,899 employees", 1899, "nearly"),
        ("The plan saves at least 12.5% of the power used.", "12.5%", Decimal("12.5"), "at_least"),
        ("The rate of accidents fell to under 2 percent of cases.", "2 percent", 2, "at_most"),
        ("We serve 20+ countries from our offices.", "20+ countries", 20, "over"),
        ("The loans issued were worth about RMB1.2 billion in all.", "RMB1.2 billion", Decimal("1.2"), "about"),
    ],
)
def test_qualifiers(read, text, raw, value, qualifier):
    found = one(read(text), raw)
    assert (found.value, found.qualifier, found.origin) == (value, qualifier, "text")


def test_years_in_brackets_are_observations_of_their_own(read):
    found = read(
        "Energy intensity was reduced to 87.6 MWh/person in 2024 (2023: 99.8 MWh/person; 2022: 101 MWh/person)."
    )
    assert [(o.period, o.value, o.unit) for o in found] == [
        ("2024", Decimal("87.6"), "MWh/person"),
        ("2023", Decimal("99.8"), "MWh/person"),
        ("2022", Decimal(101), "MWh/person"),
    ]
    assert {o.indicator for o in found} == {"Energy intensity"}


def test_previous_year_and_the_year_after_a_figure(read):
    found = read("The churn rate stood at 3.1 percent (previous year: 2 percent).")
    assert [(o.period, o.value) for o in found] == [("2024", Decimal("3.1")), ("2023", 2)]
    turned = read("Turnover of staff decreased from 16.5 percent in 2022 to 15.5 percent in 2023.")
    assert [(o.period, o.value) for o in turned] == [("2022", Decimal("16.5")), ("2023", Decimal("15.5"))]
    assert turned[1].indicator == turned[0].indicator


def test_shares_in_brackets_take_the_noun_before(read):
    found = read("The board has 4 non-executive directors (44.45%), of them 2 women.")
    share = one(found, "44.45%")
    assert share.indicator == "non-executive directors"


@pytest.mark.parametrize(
    "text",
    [
        "The report was approved on March 18, 2025 by the board.",
        "See page 12 and Section 4 of Regulation 2019 for more.",
        "Compliance follows ISO 14001 and Article 8 of the law.",
        "Data are given in Chapter 3.2 and Table 7 below.",
        "Scope 1 and 2 emissions are measured under GRI 305 rules.",
        "Call 4930123456789 or come at 8:30pm to room B12.",
        "The 14th plan covers phase 2 of the roll-out.",
        "A&1 and 1&B are names of companies.",
        "Call the 400 service hotline at any time.",
        "We are at Long Street 141 in Elmtown.",
        "38 alder’s sustainability report 2024 through courses and talks for all of our people.",
    ],
)
def test_dates_references_and_names_are_no_figures(read, text):
    assert read(text) == ()


def test_contents_pages_give_nothing(read):
    assert read("Contents About us 3 Our people 14 Risk management 21 Health and safety 33 Data tables 40") == ()
    assert read("1 Our approach 4\n2 Our people 17\n2.1 Health and safety 19\n3 Data tables 40\n") == ()


def test_noughts_in_words(read):
    found = read("In 2023, the company did not have any litigation cases involving bribery. We see no reason to stop.")
    assert [(o.indicator, o.value, o.raw_value, o.period) for o in found] == [
        ("litigation cases involving bribery", 0, "not have any", "2023")
    ]


@pytest.mark.parametrize(
    ("text", "indicator", "unit"),
    [
        ("We serve 20 countries and regions.", "countries and regions", "countries and regions"),
        ("We ran 50 risk training and advocacy sessions.", "risk training and advocacy sessions", "sessions"),
        ("We keep 18 management measures.", "management measures", ""),
        ("The platform handles 500 million transfers per day.", "transfers", "million"),
        ("We have 16.2 million contracts.", "contracts", "million contracts"),
        ("We offer on average 22.5 courses.", "average courses", "courses"),
    ],
)
def test_counted_things_and_their_unit(read, text, indicator, unit):
    found = read(text)[0]
    assert (found.indicator, found.unit) == (indicator, unit)


def test_by_how_much_a_value_moved_is_a_difference(read):
    found = read("Direct emissions were reduced by 17 t CO2e in 2024. Solar power is used by 75% of our sites.")
    assert [[(d.type, d.value) for d in o.dimensions] for o in found] == [[("series", "change")], []]


@pytest.mark.parametrize(
    ("text", "series"),
    [
        ("The target for the share of women is 50 percent.", ["target"]),
        ("The share of women stood at 50 percent.", [""]),
        ("The target for waste was exceeded with 61 tonnes.", [""]),
        ("Alder plans a waste volume of 61 tonnes by 2030.", ["target"]),
        ("Alder committed EUR 100,000 to the fund.", [""]),
    ],
)
def test_targets_are_a_series_of_their_own(read, text, series):
    assert [next((d.value for d in o.dimensions if d.type == "series"), "") for o in read(text)] == series


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Travel emissions rose from 632 t to 859 t CO2e.", ["2023", "2024"]),
        ("Compared with 2021, sales rose from EUR 229 million to EUR 302 million.", ["2021", "2024"]),
        ("Tax rates range from 7.7 percent to 35.9 percent.", ["2024", "2024"]),
    ],
)
def test_the_value_before_is_of_the_year_before(read, text, periods):
    found = read(text)
    assert [o.period for o in found] == periods
    assert len({o.unit for o in found}) == 1


def test_shares_named_behind_their_figure(read):
    found = read("Power use (in kWh) amounted to 12,065,575 (o/w 65% share of fossil sources, o/w 28% share of wind).")
    assert [(o.indicator, o.value, o.unit) for o in found] == [
        ("Power use", 12065575, "kWh"),
        ("share of fossil sources", 65, "%"),
        ("share of wind", 28, "%"),
    ]


def test_dots_group_where_things_are_counted(read):
    assert [o.value for o in read("We have 2.569 employees and 16.125 million contracts.")] == [2569, Decimal("16.125")]


def test_a_bracket_inside_a_name_belongs_to_it(read):
    assert read("Direct (Scope 1) GHG emissions were 3,460 t.")[0].indicator == "Direct Scope 1 GHG emissions"


def test_a_year_that_a_figure_is_compared_with_is_not_its_own(read):
    found = read("Water use was 12,345 m3, a decrease of 5% compared with 2021 (13,000 m3).")
    assert [(o.indicator, o.value, o.period) for o in found if o.unit == "m3"] == [
        ("Water use", 12345, "2024"),
        ("Water use", 13000, "2021"),
    ]


def test_cases_take_what_they_are_cases_of_and_rates_their_base(read):
    found = read(
        "We had 3 cases of work injuries. The injury rate was 0.8 per 200,000 hours worked. No fatalities occurred."
    )
    assert [(o.indicator, o.raw_value) for o in found] == [
        ("cases of work injuries", "3 cases"),
        ("injury rate", "0.8 per 200,000 hours worked"),
        ("fatalities", "No"),
    ]


def test_a_short_noun_takes_the_subject_of_its_verb(read):
    assert read("The Board consisted of 9 directors at the end of the year.")[0].indicator == "Board directors"


def test_index_rows_are_no_figures(read):
    assert read("A1.1 The types of emissions. Disclosed 4 Environment - Low-Carbon Future 4.2 Green Operations") == ()


def test_tables_with_known_cells_are_left_to_the_grids():
    text = "In 2024 we ran 12 courses. Energy 2024 2023 In all 46 tonnes of paper 47"
    start = text.index("Energy")
    rows = ((Cell(text[start:], start, len(text)),),)
    page = Page(1, text, (), MappedText.identity(text))
    source = Source("a.csv", "text/csv", "0" * 64, 1)
    report = Report("a", "Alder Works", "2024", source, (page,), (), (Table("t", 1, "", rows),))
    assert [o.raw_value for o in extract_observations(report, Catalogue())] == ["12 courses"]


def test_what_a_figure_is_compared_with_keeps_its_year_to_itself(read):
    found = read("Emissions of the ferries amounted to 1,317 t CO2e compared to 1,569 t CO2e in 2022.")
    assert [(o.raw_value, o.period) for o in found] == [("1,317 t CO2e", "2024"), ("1,569 t CO2e", "2022")]


def test_the_items_under_announced_targets_are_targets(read):
    found = read(
        "The group has set itself the following targets: • Women in the crews 40 percent • Sails repaired over "
        "90 percent\nIn the year under review the share of women among the pilots was 31 percent."
    )
    aims = {o.raw_value: ("series", "target") in [(d.type, d.value) for d in o.dimensions] for o in found}
    assert aims == {"40 percent": True, "90 percent": True, "31 percent": False}
