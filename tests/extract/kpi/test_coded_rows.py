"""Index rows that carry their figure: a code, a title, the figure."""

from __future__ import annotations

LINES = (
    "GRI section Disclosures 2024\nGRI 305–1-a\nDirect (Scope 1) GHG emissions\n3,410 t CO2e\nGRI 305–1-b\n"
    "Gases included\nAll gases used at the works were converted.\nGRI 2–7-a\nEmployees by region\n"
    "Employees as of 12/31/2024 (headcount): 1,204\nGRI 2–8\nWorkers who are not employees\n45\nAlder Works 30"
)


def told(found):
    return [(o.indicator, o.raw_value, o.period) for o in found]


def test_a_measured_figure_under_its_title_and_one_behind_a_line_of_its_own(read):
    assert told(read(LINES)) == [
        ("Direct (Scope 1) GHG emissions", "3,410 t CO2e", "2024"),
        ("Employees as of 12/31/2024 (headcount)", "1,204", "2024"),
    ]


def test_flattened_text_reads_the_same(read):
    flat = (
        "GRI 305–1-a Direct (Scope 1) GHG emissions 3,410 t CO2e GRI 305–1-b Gases included All gases were converted."
    )
    assert ("Direct (Scope 1) GHG emissions", "3,410 t CO2e", "2024") in told(read(flat))


def test_a_bare_number_behind_a_title_is_a_page(read):
    assert told(read("GRI 2-7\nEmployees\n45\nGRI 2-8\nOther workers\n46\nGRI 2-9\nGovernance structure\n47")) == []


def test_a_pair_of_scopes_stays_together(read):
    found = read("The review shows that the actual Scope 1 and Scope 2 emissions were 8,638 t CO2e in 2023.")
    assert [o.indicator.endswith("Scope 1 and Scope 2 emissions") for o in found] == [True]


def test_what_is_compared_with_a_bracketed_year_is_not_of_that_year(read):
    found = read("Compared to the base year 2021 (3,825 t CO2e), the Scope 1 emissions were reduced by 10%.")
    assert [(o.raw_value, o.period) for o in found] == [("3,825 t CO2e", "2021"), ("10%", "2024")]
