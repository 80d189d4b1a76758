"""Tables of goals and results whose cells have several lines."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.extract.kpi.placed import placed_page, read_placed

GOALS = """
Field      Measure                            Goals 2035              Results 2031
Quays      Share of quays with lamps          40 %                    23.5 %
           (in %)
Smoke      Scope 1 and 2 smoke                7,471 t CO2e            8,348 t CO2e
           (in t CO2e)                        (20 % less than         (11 % less than
                                              in 2027)                in 2027)
Rope       Rope from tested makers            Ever tested: 80 %       Ever tested: 46.4 %
           (in %)                             Tested in 2035: 40 %    Tested in 2031: 16.4 %
"""


def test_a_cell_gives_its_figure_and_not_those_of_its_remark() -> None:
    found = {(o.indicator, o.period): o for o in read_placed(placed_page(GOALS), "placed-goals")}
    reached, aim = found[("Scope 1 and 2 smoke", "2031")], found[("Scope 1 and 2 smoke", "2035")]
    assert (reached.value, reached.unit, reached.dimensions) == (Decimal(8348), "t CO2e", ())
    assert (aim.value, [d.value for d in aim.dimensions]) == (Decimal(7471), ["target"])
    assert not any(o.value == 20 for o in read_placed(placed_page(GOALS)))


def test_a_cell_with_two_figures_says_what_each_is_of() -> None:
    found = {(o.indicator, o.period): o.raw_value for o in read_placed(placed_page(GOALS), "placed-goals")}
    assert found[("Rope from tested makers: Ever tested", "2031")] == "46.4 %"
    assert found[("Rope from tested makers: Tested", "2035")] == "40 %"
    assert found[("Share of quays with lamps", "2031")] == "23.5 %"


@pytest.mark.parametrize("head", ["Results 2030              Results 2031", "Goals 2034              Goals 2035"])
def test_a_head_without_goals_beside_results_is_none(head: str) -> None:
    page = placed_page(GOALS.replace("Goals 2035              Results 2031", head))
    assert not read_placed(page, "placed-goals")
