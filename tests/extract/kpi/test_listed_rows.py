"""Short lists of figures under a heading with their year and unit."""

from __future__ import annotations

LIST = (
    "The loads were weighed.\nCO2 emissions in 2023 in t \nScope 1: 600\nScope 2: 410\nTotal 1,010\n"
    "The next sentence goes on."
)


def test_each_line_is_a_figure_of_the_heading(read):
    found = [o for o in read(LIST) if o.unit == "t"]
    assert [(o.indicator, o.raw_value, o.period) for o in found] == [
        ("CO2 emissions Scope 1", "600", "2023"),
        ("CO2 emissions Scope 2", "410", "2023"),
        ("CO2 emissions Total", "1,010", "2023"),
    ]


def test_one_line_is_no_list(read):
    assert not [
        o for o in read("CO2 emissions in 2023 in t\nScope 1: 600\nThe next sentence goes on.") if o.unit == "t"
    ]


def test_a_heading_without_a_unit_heads_no_list(read):
    assert not [o for o in read("Places visited in 2023 in spring\nOslo: 6\nBergen: 4\n") if o.period == "2023"]


SHARES = (
    "The pay was weighed by grade.\nfigure 3 pay of women\nAlder harbours\nmedian\nROWERS level 1 87.42%\n"
    "ROWERS level 2 100.67%\nMASTERS level 1 85.08%\nMASTERS level 2 106.37%\nThe next sentence goes on."
)


def test_lines_that_end_in_percentages_are_of_the_caption_above_them(read):
    found = {o.indicator: o.value for o in read(SHARES) if o.unit == "%"}
    assert [str(v) for v in found.values()] == ["87.42", "100.67", "85.08", "106.37"]
    assert "pay of women Alder harbours median: MASTERS level 2" in found


def test_a_percentage_at_the_end_of_a_row_of_figures_is_not_read_alone(read):
    rows = SHARES.replace("level 1 87", "12 400 87").replace("level 2 100", "13 500 100")
    assert not [o for o in read(rows) if o.indicator.startswith("pay of women")]
