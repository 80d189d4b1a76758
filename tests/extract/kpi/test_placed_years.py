"""Rows under years whose cells come column by column in the text."""

from __future__ import annotations

from decimal import Decimal

from tests.extract.kpi.placed import read_placed, stacked

AROUND = (
    "Boats of the harbours".ljust(40) + "2029        2030        2031        \n"
    + "Oil of all boats (in litres)".ljust(40) + "1,709       1,848       1,853       \n@\n"
    + "Share of boats with sails".ljust(40) + "0%          0%          8%          \n"
)  # fmt: skip
BOATS = "Number of boats|161|140|130\n• Boats with oil engines|161|140|122\n• Boats with sails|0|0|8"


def test_the_lines_of_such_cells_are_rows_of_the_table_around_them() -> None:
    found = {(o.indicator, o.period): o for o in read_placed(stacked(AROUND, BOATS, 3), "placed-years")}
    assert found[("Number of boats", "2029")].value == Decimal(161)
    assert found[("Boats with oil engines", "2031")].value == Decimal(122)
    assert found[("Boats with sails", "2031")].group.endswith("Number of boats")
    assert len(found) == 9


def test_without_another_row_of_the_table_they_say_nothing() -> None:
    alone = AROUND.replace("1,709       1,848       1,853       ", "").replace(
        "0%          0%          8%          ", ""
    )
    assert not read_placed(stacked(alone, BOATS, 3), "placed-years")


def test_a_label_that_ends_in_a_figure_has_another_columns_cell_in_it() -> None:
    crowded = BOATS.replace("Number of boats", "Number of boats 12")
    found = [o.indicator for o in read_placed(stacked(AROUND, crowded, 3), "placed-years")]
    assert not any("12" in indicator for indicator in found)
