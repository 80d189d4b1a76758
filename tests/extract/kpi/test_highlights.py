"""Highlight boxes: labels and large figures without a sentence."""

from __future__ import annotations

from decimal import Decimal


def test_label_first(read):
    found = read(
        "Key Performance in 2024 Economy Operating revenue RMB2.248billion Proportion of independent directors 44.44% "
        "Number of new patents 39 Environment Greenhouse gas emissions intensity 0.4tons of CO2 e per person"
    )
    assert [(o.indicator, o.value, o.unit) for o in found] == [
        ("Operating revenue", Decimal("2.248"), "RMB billion"),
        ("Proportion of independent directors", Decimal("44.44"), "%"),
        ("Number of new patents", Decimal(39), ""),
        ("Greenhouse gas emissions intensity", Decimal("0.4"), "tons of CO2 e per person"),
    ]
    assert {o.origin for o in found} == {"highlight"}


def test_figure_first_where_the_text_ends_with_a_label(read):
    found = read("All our awards were given in May 2024 80 Global awards 68 Domestic certifications")
    assert [(o.indicator, o.value) for o in found] == [("Global awards", 80), ("Domestic certifications", 68)]


def test_one_stray_figure_for_labels_alone(read):
    found = read("0 The audit team reports each year. Number of breaches in privacy Number of breaches in trading")
    assert [(o.indicator, o.value) for o in found] == [
        ("Number of breaches in privacy", 0),
        ("Number of breaches in trading", 0),
    ]


def test_several_stray_figures_are_not_paired(read):
    assert read("Number of breaches in privacy Number of breaches in trading Key Performance 4 7 9") == ()


def test_figures_and_labels_that_alternate_both_ways_are_not_paired(read):
    assert read("Energy mix in 2024 39 % Heat from gas 1 % Own solar power 21 % Bought power 7% Petrol for cars") == ()


def test_a_section_number_opens_no_such_row(read):
    found = read("Compliance 2.2.2 Newly granted patents 39 Newly registered marks 35 The company follows the law.")
    assert [(o.indicator, o.value) for o in found] == [("Newly granted patents", 39), ("Newly registered marks", 35)]


def test_a_label_names_its_unit(read):
    found = read("Volunteer service hours of our staff 332 Number of volunteers 120")
    assert [(o.value, o.unit) for o in found] == [(332, "hours"), (120, "")]


def test_debris_of_tables_labels_nothing(read):
    assert read("N N N N N N N 0.00% A B N N N") == ()
    assert read("Total 0.5 33.1 67.2 100 Age groups of the board by gender 12%") == ()
