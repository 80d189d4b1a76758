"""Groups that a later row of the table sums up, and columns of targets."""

from __future__ import annotations

import pytest

TABLE = (
    "Number and percent 2023 2024 %\nGender\nFemale 225 202 12.8%\nMale 1,371 1,373 87.2%\nOwn wish\n"
    "Alder 550 532 33.8%\nRegions\nEAST 623 734 46.6%\nWEST 973 841 53.4%\nStaff exits 1,596 1,575 100.0%\n"
)


@pytest.mark.parametrize("flat", [True, False])
def test_a_total_below_names_what_its_groups_count(read, flat):
    found = read(TABLE.replace("\n", " ") if flat else TABLE)
    groups = {o.indicator: (o.group, [(d.type, d.value) for d in o.dimensions]) for o in found}
    assert groups["Female"] == ("Staff exits > Gender", [("gender", "female")])
    assert groups["WEST"] == ("Staff exits > Regions", [("region", "WEST")])
    assert "Staff exits >" not in groups["Staff exits"][0]


def test_rows_that_do_not_add_up_keep_their_group(read):
    found = read(TABLE.replace("1,371", "1,372").replace("1,596", "1,599"))
    assert {o.group for o in found if o.indicator == "Female"} == {"Gender"}


@pytest.mark.parametrize("flat", [True, False])
def test_goals_and_results_beside_each_other(read, flat):
    text = (
        "Our aims\nSustainability KPI Goals 2030 Results 2024\nShare of green products (in %) 40 % 23.5 %\n"
        "Share of women in management (in %) 45 % 33.8 %\n"
    )
    found = read(text.replace("\n", " ") if flat else text)
    women = [o for o in found if o.indicator.startswith("Share of women")]
    assert [(o.period, str(o.value), [(d.type, d.value) for d in o.dimensions]) for o in women] == [
        ("2030", "45", [("gender", "female"), ("series", "target")]),
        ("2024", "33.8", [("gender", "female")]),
    ]


@pytest.mark.parametrize("flat", [True, False])
@pytest.mark.parametrize(
    "last", ["", "\nStaff donations\nin the region: 30 kg (a third more than\nin the base year)\n"]
)
def test_a_goal_is_no_result_where_its_row_cannot_be_read(read, flat, last):
    text = (
        "Our aims\nSustainability KPI Goals 2030 Results 2024\nShare of green products (in %) 40 % 23.5 %\n"
        "Scope 1 emissions\n7,471 t CO2e\n(20 % reduction\nin comparison with\nthe base year 2021)\n8,348 t CO2e\n"
        "(11 % reduction\nin comparison with\nthe base year 2021)\nPurchases from suppliers\nwith an assessment\n"
        "Ever assessed: 80 %\nEver assessed: 46.4 %\nAssessment obtained\nin the year of the\ngoal: 40 %\n"
        "Assessment obtained\nin the year of the\nresult: 16.4 %\nShare of women in\nmanagement (in %)\n45 % 33.8 %"
    ) + last
    found = read(text.replace("\n", " ") if flat else text)
    women = [o for o in found if o.indicator.startswith("Share of women")]
    assert [(o.period, str(o.value), o.dimensions[-1].value) for o in women] == [
        ("2030", "45", "target"),
        ("2024", "33.8", "female"),
    ]
    assert not [o for o in found if o.raw_value.startswith(("7,471", "8,348", "80", "30"))]
