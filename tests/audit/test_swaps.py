"""Two digits that changed places between a table and a box."""

from __future__ import annotations

from tests.audit.made import report, row

from tieout.audit.finding import AuditFinding
from tieout.audit.rules import Rule
from tieout.audit.swaps import digits_changed_places, swaps

RULE = Rule("CHK-D", "d", "equality", "", "high", "")
ROWS = (
    ("Women among all heads of unit", "41.7"),
    ("Women among senior leaders", "18"),
    ("Women among new leaders", "33"),
)


def audit(text: str) -> list[AuditFinding]:
    """A page of text before the table."""
    table = " ".join(f"{label} % {figure}" for label, figure in ROWS)
    made = report(text, table)
    figures = [o for label, n in ROWS for o in row(made, 2, f"{label} % {n}", "women-share", n, unit="%", group=label)]
    return list(digits_changed_places(figures, made, RULE, []))


def test_swaps_are_of_unlike_neighbours() -> None:
    assert swaps("41.7") == {"14.7", "47.1"}
    assert swaps("1,005") == {"1050"}


def test_swapped_digits_beside_the_label_are_found() -> None:
    (found,) = audit("In the year Women among all heads of unit made up 47.1%")
    assert [q.quote for q in found.quotes] == [
        "Women among all heads of unit made up 47.1",
        "Women among all heads of unit % 41.7",
    ]


def test_swapped_digits_in_a_run_of_the_tables_other_values_are_found() -> None:
    labels = "Women among all heads of unit Women among senior leaders Women among new leaders"
    (found,) = audit(f"{labels} Key figures 47.1% 18% 33%")
    assert found.quotes[0].quote == "47.1% 18% 33%"


def test_the_tables_own_figure_or_a_stranger_is_silent() -> None:
    assert audit("Women among all heads of unit made up 41.7% after 47.1%") == []
    assert audit("The rent of the main house rose by 47.1%") == []
    assert audit("Women among all heads of unit made up 47.1 hours") == []
    assert audit("Women among all heads of unit 47.1% 12% 9% 3%") == []
