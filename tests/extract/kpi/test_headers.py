"""Tables under other headers than years: measures with units, members, age bands; years that repeat."""

from __future__ import annotations

from decimal import Decimal

import pytest


def spread(found):
    """The table cells as (indicator, dimensions, period, unit, value)."""
    return [
        (o.indicator, {d.type: d.value for d in o.dimensions}, o.period, o.unit, o.value)
        for o in found
        if o.origin == "table"
    ]


@pytest.mark.parametrize("flat", [True, False])
def test_columns_may_be_measures_with_their_units(read, flat):
    text = (
        "Learning at Alder in 2024\nEmployee category Coverage share (%) Mean training hours (hours/person) Trainees "
        "(person)\nMale employees 97 10.5 1,210\nFemale employees 98 11.5 640\nSenior employees 99 12.5 35\n"
        "The programme began in March."
    )
    found = spread(read(text.replace("\n", " ") if flat else text))
    assert len(found) == 9
    assert ("Mean training hours", {"gender": "female"}, "2024", "hours/person", Decimal("11.5")) in found
    assert ("Trainees", {"category": "Senior employees"}, "2024", "person", Decimal(35)) in found
    assert ("Coverage share", {"gender": "male"}, "2024", "%", Decimal(97)) in found


def test_measures_in_a_sentence_head_no_table(read):
    assert (
        spread(read("We count water (m3) and waste (t). In all 12 sites report both figures to us every year.")) == []
    )


@pytest.mark.parametrize("flat", [True, False])
def test_genders_may_stand_under_contracts(read, flat):
    text = (
        "Terms permanent\nfemale\nHeads\nmale\nHeads temporary\nfemale\nHeads\nmale\nHeads\n"
        "Head office 61 31 30 9 5 4\nAlder Ltd. North plant 747 347 400 20 11 9\n"
    )
    found = spread(read(text.replace("\n", " ") if flat else text))
    assert len(found) == 12
    assert ("Head office", {"contract": "permanent"}, "2024", "number", Decimal(61)) in found
    assert ("Head office", {"gender": "male", "contract": "temporary"}, "2024", "number", Decimal(4)) in found


def test_those_who_state_no_gender_are_no_total(read):
    found = spread(read("Staff female male not reported\nHead office 30 31 0\nNorth plant 40 52 1\n"))
    assert ("North plant", {"gender": "not reported"}, "2024", "number", Decimal(1)) in found


def test_a_legend_of_members_heads_no_table(read):
    assert spread(read("female permanent temporary male 70% 30% Head office 61 31 30 9 North plant 1 2 3 4")) == []


@pytest.mark.parametrize("flat", [True, False])
def test_age_bands_of_two_years_share_their_caption(read, flat):
    text = (
        "Age groups of the board in percentages\n12/31/2024 <30 30-50 >50 Total\nMale 0 25 75 100\n"
        "Female 10 40 50 100\n12/31/2023 <30 30-50 >50 Total\nMale 5 20 75 100\nFemale 0 45 55 100\n"
    )
    observed = read(text.replace("\n", " ") if flat else text)
    found = spread(observed)
    assert len(found) == 16
    assert ("Male", {"gender": "male", "age": "30-50"}, "2024", "%", Decimal(25)) in found
    assert ("Female", {"gender": "female", "age": "over 50"}, "2023", "%", Decimal(55)) in found
    assert ("Female", {"gender": "female"}, "2024", "%", Decimal(100)) in found
    assert {o.group for o in observed} == {"Age groups of the board in percentages"}


@pytest.mark.parametrize("flat", [True, False])
def test_what_the_label_column_is_split_by(read, flat):
    text = (
        "Our people work in two countries.\nEmployees by region 2024 2023\nNorthland 528 464\nOld Harbour 17 20\n"
        "Total 545 484\n"
    )
    found = read(text.replace("\n", " ") if flat else text)
    rows = {o.indicator: o for o in found if o.period == "2024"}
    assert {o.group for o in rows.values()} == {"Employees by region"}
    assert [(d.type, d.value) for d in rows["Old Harbour"].dimensions] == [("region", "Old Harbour")]
    assert rows["Total"].dimensions == ()


def test_a_day_that_heads_the_label_column_is_no_group_of_years(read):
    found = spread(
        read(
            "Indicator Male Female Total 12/31 2024 2023 2024 2023 2024 2023 People on leave 7 9 31 32 38 41 "
            "People back 1 2 3 4 4 6"
        )
    )
    assert [(d, p, v) for name, d, p, _, v in found if name == "People on leave"] == [
        ({"gender": "male"}, "2024", 7), ({"gender": "male"}, "2023", 9), ({"gender": "female"}, "2024", 31),
        ({"gender": "female"}, "2023", 32), ({}, "2024", 38), ({}, "2023", 41),
    ]  # fmt: skip


def test_columns_that_cannot_be_told_apart_are_left_alone(read):
    assert read("Sales and service\nother EUR thousand 2023 2024 2023 2024\nRevenue 207 227 50 51\n") == ()


def test_labels_of_columns_end_in_their_head_noun(read):
    found = spread(
        read(
            "Indicators 2023 2024 Landfill Diverted Diversion Rate Landfill Diverted Diversion Rate "
            "Site A 441 370 45.7% 585 530 47.5% Site B 139 80 36.5% 202 110 35.2% "
        )
    )
    assert ("Site B", {"breakdown": "Diversion Rate"}, "2024", "%", Decimal("35.2")) in found
    assert ("Site B", {"breakdown": "Diverted"}, "2023", "", Decimal(80)) in found


def test_a_head_noun_at_the_end_of_a_label_begins_no_label(read):
    found = read("Metric Unit 2023 2024 Water Use m3 1.5 2.5 Scope 2 GHG Intensity t/person 0.5 0.4 ")
    assert [o.indicator for o in found if o.period == "2024"] == ["Water Use", "Scope 2 GHG Intensity"]


def test_whole_amounts_are_no_counts(read):
    found = {
        o.indicator: o.unit
        for o in read("2024 2023\nPay of the board 938,846 833,332\nAverage salaries 83 80\nReports 9 8\n")
    }
    assert found == {"Pay of the board": "number", "Average salaries": "", "Reports": "number"}


def test_commas_group_where_the_other_cells_of_the_row_are_whole(read):
    found = spread(read("2024 2023\nShare of women 92,5% 70,4%\nPermanent staff 2,524 747\nWeight in t 2,524 1,5\n"))
    assert [v for *_, v in found] == [Decimal("92.5"), Decimal("70.4"), 2524, 747, Decimal("2.524"), Decimal("1.5")]


@pytest.mark.parametrize("flat", [True, False])
def test_groups_may_stand_beside_a_date(read, flat):
    text = (
        "Gender split in percentages\n12/31/2024 Top leaders Leadership Group-wide\nMale 61 72 53\nFemale 39 28 47\n"
        "12/31/2023 Top leaders Leadership Group-wide\nMale 63 74 55\nFemale 37 26 45\nThe board sees both.\n"
    )
    found = spread(read(text.replace("\n", " ") if flat else text))
    assert len(found) == 12
    assert ("Female", {"gender": "female", "breakdown": "Top leaders"}, "2024", "%", Decimal(39)) in found
    assert ("Female", {"gender": "female"}, "2023", "%", Decimal(45)) in found


@pytest.mark.parametrize(
    "text",
    [
        "12/31/2024 Top leaders Leadership\nMale 61 72 53\nFemale 39 28 47\n",
        "12/31/2024 Top leaders Leadership\nMale 61 72\nFemale 39\n",
        "2024 Our Year\nMale 61 72\nwas good. Female 39 28\n",
    ],
)
def test_groups_beside_a_date_head_only_rows_of_their_number(read, text):
    assert spread(read(text)) == []
