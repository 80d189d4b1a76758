"""Observations to metrics: wordings, units, dimensions, vetoes and canonical values, over the shipped catalogue."""

from __future__ import annotations

import csv
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from tests.effort import calls

from tieout.config import ontology_folder
from tieout.extract.linking import link_metrics
from tieout.extract.linking.concepts import concepts
from tieout.graph.catalogue import load_catalogue
from tieout.model import Catalogue, Dimension, Observation, Origin, Passage


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(ontology_folder())


def figure(
    indicator: str, unit: str = "", *, group: str = "", dimensions: dict[str, str] | None = None, raw: str = "12"
) -> Observation:
    return Observation(
        report="acme-2024", organization="Acme", period="2024", indicator=indicator,
        passage=Passage("acme-2024", 1, 0, 1, "x"),
        raw_value=raw, value=Decimal(raw), unit=unit, group=group,
        dimensions=tuple(Dimension(*pair) for pair in (dimensions or {}).items()),
    )  # fmt: skip


def linked(catalogue: Catalogue, *figures: Observation) -> list[str]:
    return [o.metric for o in link_metrics(figures, catalogue)]


WORDINGS = [
    ("Gross direct (Scope 1) GHG emissions", "t CO2e", "ghg-scope1"),
    ("Scope 2 emissions (location-based)", "tonnes CO2e", "ghg-scope2-location"),
    ("Indirect emissions (Scope 2, market-based)", "tCO2e", "ghg-scope2-market"),
    ("Total emissions (Scope 1, 2 and 3)", "tCO2e", "ghg-total"),
    ("Category 6: Business travel", "tCO2e", "ghg-s3-c06"),
    ("Emissions per full-time equivalent", "t CO2e/FTE", "ghg-int-emp"),
    ("Energy used within the organisation", "GJ", "energy-total"),
    ("Energy consumption per employee", "kWh/employee", "energy-int-emp"),
    ("Petrol consumed by company cars", "litres", "gasoline"),
    ("Share of green power", "%", "electricity-renewable-share"),
    ("Water drawn", "m³", "water-withdrawal"),
    ("Water discharged", "ML", "wastewater"),
    ("Hazardous waste generated", "t", "waste-haz"),
    ("Non-hazardous waste produced", "tonnes", "waste-nonhaz"),
    ("Workforce", "headcount", "emp-total"),
    ("Proportion of women in the workforce", "%", "female-share-workforce"),
    ("Women on the Supervisory Board", "%", "board-female-share"),
    ("Staff turnover", "%", "turnover-rate"),
    ("Voluntary attrition", "%", "turnover-voluntary"),
    ("Average training hours per employee", "hours", "train-hours-avg"),
    ("Sickness absence", "%", "absence-rate"),
    ("Work-related fatalities", "number", "fatalities"),
    ("Days lost to accidents", "days", "lost-days"),
    ("Employees under collective agreements", "%", "cba-coverage"),
    ("Confirmed cases of bribery", "number", "corruption-cases"),
    ("Charitable giving", "RMB 10,000", "donations"),
    ("Net sales", "EUR million", "revenue"),
]


@pytest.mark.parametrize(("indicator", "unit", "metric"), WORDINGS)
def test_other_wordings_find_their_metric(catalogue: Catalogue, indicator: str, unit: str, metric: str) -> None:
    assert linked(catalogue, figure(indicator, unit)) == [metric]


STRANGERS = [
    ("Cash flow from operating activities", "EUR million"),
    ("Equity ratio", "%"),
    ("Occupancy rate", "%"),
    ("Sales growth", "%"),
    ("Employees participating in the share plan", "%"),
    ("Number of stores", "number"),
    ("Accidents involving products: fatalities", "number"),
    ("Participants in security drills", "participants"),
    ("Critical suppliers", "number"),
    ("Number of non-executive directors", ""),
    ("Retained earnings", "EUR million"),
    ("Share", "%"),
    ("", "%"),
]


@pytest.mark.parametrize(("indicator", "unit"), STRANGERS)
def test_what_the_catalogue_does_not_know_stays_unlinked(catalogue: Catalogue, indicator: str, unit: str) -> None:
    (only,) = link_metrics([figure(indicator, unit)], catalogue)
    assert (only.metric, only.metric_score) == ("", 0.0)


def test_the_unit_decides_between_total_intensity_and_share(catalogue: Catalogue) -> None:
    label = "Hazardous waste"
    units = ("tons", "tons/ person", "RMB", "%")
    assert linked(catalogue, *(figure(label, unit) for unit in units)) == ["waste-haz", "waste-haz-int-emp", "", ""]


def test_a_physical_metric_without_a_unit_needs_a_full_name(catalogue: Catalogue) -> None:
    assert linked(catalogue, figure("Electricity"), figure("Electricity consumption")) == ["", "electricity"]


def test_members_of_a_split_go_to_the_split(catalogue: Catalogue) -> None:
    gender, age = {"gender": "female"}, {"age": "under 30"}
    assert linked(
        catalogue,
        figure("Number of employees", "/", dimensions=gender),
        figure("Women", "/", group="Social > Employees by gender", dimensions=gender),
        figure("Employees under 30", "%", group="Employee turnover rate by age", dimensions=age),
        figure("Female employees", "%", group="Employee turnover rate by gender", dimensions=gender),
        figure("Women", "Hour", group="Average training hours by gender", dimensions=gender),
        figure("Number of employees", "/"),
    ) == [
        "emp-by-gender",
        "emp-by-gender",
        "turnover-by-age",
        "turnover-by-gender",
        "train-hours-by-gender",
        "emp-total",
    ]


def test_a_part_is_not_linked_as_the_whole(catalogue: Catalogue) -> None:
    assert linked(
        catalogue,
        figure("of which natural gas", "MWh", group="Heating consumption"),
        figure("Offices", "tCO2e", group="Scope 1"),
        figure("quantity produced", "tonnes", group="Special waste > Oils"),
    ) == ["energy-natural-gas", "", ""]


def test_parts_of_another_whole_and_negations_are_not_linked(catalogue: Catalogue) -> None:
    assert linked(
        catalogue,
        figure("of which Taxonomy-eligible", "%", dimensions={"breakdown": "Sales"}),
        figure("of which Taxonomy-eligible", "%", dimensions={"breakdown": "Capital expenditures"}),
        figure("of which not Taxonomy-eligible", "%"),
        figure("Greenhouse gas emissions (category 3.4)", "tonnes"),
        figure("Average training expenditure", "RMB"),
        figure("Churn rate of the cloud division", "percent"),
    ) == ["taxonomy-eligible-turnover", "", "", "", "", ""]


SENTENCES = [
    ("We have 1,200 employees in the end.", "employees", "employees", "1200", "emp-total"),
    ("1,200 people were employed by Alder.", "people", "people", "1200", "emp-total"),
    ("Last year 1,200 employees completed the course.", "employees", "employees", "1200", ""),
    ("We have 1,200 employees with a car.", "employees", "employees", "1200", ""),
    ("A total of 1,200 employees in the north have now taken the course.", "employees", "employees", "1200", ""),
    ("The laboratory is a young department and has 1,200 employees in towns.", "employees", "employees", "1200", ""),
    ("We ended work with 1,200 suppliers.", "suppliers", "suppliers", "1200", ""),
    ("Managers reached 1200.44 points.", "Managers", "", "1200.44", ""),
    ("The fleet has 1200 litres of petrol.", "petrol", "", "1200", ""),
    ("Women 12 % and more.", "Women", "%", "12", ""),
]


@pytest.mark.parametrize(("text", "indicator", "unit", "raw", "metric"), SENTENCES)
def test_a_count_in_a_sentence_is_a_whole_only_where_it_says_so(
    catalogue: Catalogue, text: str, indicator: str, unit: str, raw: str, metric: str
) -> None:
    at = text.replace(",", "").index(raw) if raw in text.replace(",", "") else 0
    said = replace(
        figure(indicator, unit, raw=raw),
        passage=Passage("acme-2024", 1, 0, len(text), text), cell=(at, at + len(raw)), origin=Origin.TEXT,
    )  # fmt: skip
    assert linked(catalogue, said) == [metric]


def test_a_total_under_a_split_is_of_what_is_split(catalogue: Catalogue) -> None:
    assert linked(catalogue, figure("Total", "number", group="Number of employees by region")) == ["emp-total"]


def test_changes_and_bare_years_are_no_metric(catalogue: Catalogue) -> None:
    change = figure("Employee turnover rate", "%", dimensions={"series": "% change"})
    year = figure("Climate target – Target horizon", raw="2030")
    assert linked(catalogue, change, year) == ["", ""]


def test_targets_are_linked_to_targets_only(catalogue: Catalogue) -> None:
    aim = {"series": "target"}
    women = figure("Share of women in management", "%", dimensions={"gender": "female", **aim})
    climate = figure("Emission reduction target", "%", dimensions=aim)
    assert linked(catalogue, women, climate) == ["", "climate-target"]


@pytest.mark.parametrize("series", ["Target 2030", "Goals (2030)", "Forecast 2026", "Plan"])
def test_columns_that_look_ahead_hold_no_results(catalogue: Catalogue, series: str) -> None:
    assert linked(catalogue, figure("Women in management", "%", dimensions={"series": series})) == [""]
    assert linked(catalogue, figure("Women in management", "%", dimensions={"series": "Base year"})) != [""]


def test_members_under_the_name_of_a_dimension_are_of_what_stands_above(catalogue: Catalogue) -> None:
    exits = figure("Female", "Number", group="Employee exits > Gender", dimensions={"gender": "female"})
    assert linked(catalogue, exits) == ["leavers"]


def test_a_row_that_measures_something_else_leaves_the_split_above(catalogue: Catalogue) -> None:
    women = {"gender": "female"}
    managers = figure("Share of women in management", "%", group="Employees by gender", dimensions=women)
    assert linked(catalogue, managers) == ["female-share-mgmt"]


def test_values_in_canonical_units(catalogue: Catalogue) -> None:
    found = link_metrics(
        [
            figure("Total water consumption", "tons", raw="6643.74"),
            figure("Electricity consumption", "GJ", raw="360"),
            figure("Revenue", "RMB million", raw="1.5"),
            figure("Revenue", "€m", raw="1.5"),
            figure("Scope 1 emissions", "tonnes", raw="0.40"),
            figure("Average training hours per employee", "Hour", raw="7.2"),
            figure("Lost working days", "hours", raw="16"),
            figure("Total employees", "", raw="1937"),
            figure("Antenna sites", "thousand", raw="2"),
            figure("Something else", "furlongs", raw="2"),
            figure("Something else", "", raw="2"),
        ],
        catalogue,
    )
    assert [(str(o.value_canonical), o.unit_canonical) for o in found] == [
        ("6643.74", "m3"), ("100", "MWh"), ("1500000", "CNY"), ("1500000", "EUR"), ("0.40", "tCO2e"),
        ("7.2", "hours/person"), ("2", "days"), ("1937", "persons"), ("2000", "count"), ("None", ""), ("None", ""),
    ]  # fmt: skip


def test_a_cell_without_a_value_is_linked_too(catalogue: Catalogue) -> None:
    empty = figure("Employee absence rate", "%")
    missing = Observation(
        **{**{f: getattr(empty, f) for f in empty.__slots__}, "value": None, "qualifier": "not_disclosed"}
    )
    (only,) = link_metrics([missing], catalogue)
    assert (only.metric, only.value_canonical) == ("absence-rate", None)


def test_scopes_and_negations_are_one_concept() -> None:
    assert concepts("Scope 1 and 2 GHG emissions") == ("scope12", "ghg", "emission")
    assert concepts("Scopes 1+2") == ("scope12",)
    assert concepts("Non-hazardous waste") == ("nonhazardous", "waste")
    assert concepts("Total number of employees") == ("employee",)


def test_linking_is_the_same_in_any_order_and_knows_what_it_linked(catalogue: Catalogue) -> None:
    figures = [figure(indicator, unit) for indicator, unit, _ in WORDINGS]
    forward = linked(catalogue, *figures)
    once, often = (calls(lambda n=n: linked(catalogue, *(figures * n))) for n in (1, 50))
    assert often < 10 * once
    assert forward == list(reversed(linked(catalogue, *reversed(figures))))
    assert linked(Catalogue(), figures[0]) == [""]
    assert linked(catalogue, figure("scope " * 5000, "t")) == [""]


@pytest.mark.shared
def test_most_rows_of_a_real_kpi_table_are_linked(catalogue: Catalogue, shared: Path) -> None:
    types = {"employee category": "category", "employment type": "employment"}
    with (shared / "bench" / "seed_dev" / "observations.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    figures = [
        figure(
            row["indicator"], row["unit"] or "/", group=row["printed_group"], raw=row["value"],
            dimensions={types.get(kind, kind): row["dimension_value"] for kind in [row["dimension_type"]] if kind},
        )
        for row in rows
    ]  # fmt: skip
    assert len(figures) == 110
    assert sum(1 for metric in linked(catalogue, *figures) if metric) >= 108


def test_what_a_label_ends_in_may_make_its_total_a_part(catalogue: Catalogue) -> None:
    drones = figure("Total energy consumption by the drones", "kWh")
    fleet = figure("Total fuel consumption by the tractors", "litres")
    whole = figure("Total energy consumption of the company", "kWh")
    assert linked(catalogue, drones, fleet, whole) == ["", "", "energy-total"]


def test_emissions_of_a_part_are_not_all_emissions(catalogue: Catalogue) -> None:
    part = figure("CO2 emissions in show rooms (lamps)", "t CO2/year")
    assert linked(catalogue, part, figure("Total CO2 emissions of the company", "t CO2")) == ["", "ghg-total"]


def test_an_outer_heading_names_less_surely_than_the_nearest_one(catalogue: Catalogue) -> None:
    inner = "Total GHG Emissions (t CO2e)"
    rows = [figure("Total", "t CO2e", group=group) for group in (inner, f"Portfolio GHG Emissions > {inner}")]
    assert linked(catalogue, *rows) == ["ghg-total", "ghg-total"]
