"""Rows that ask for a number of incidents."""

from __future__ import annotations

from tests.audit.made import note, report, row, section

from tieout.audit.counts import counts_stand_where_cited
from tieout.audit.finding import AuditFinding
from tieout.audit.places import Places
from tieout.audit.rules import Rule
from tieout.model import Disclosure, DisclosureStatus, Location

RULE = Rule("CHK-N", "n", "count", "discriminat*", "medium", "No number there", subjects=("gri:406-1",))
COUNT = "Number of discrimination cases 2"


def audit(cited: str) -> list[AuditFinding]:
    """A cited section of one page, a table on the next, an index on the last."""
    made = report(
        f"1.1 People {cited}",
        COUNT,
        "406-1 row",
        sections=(section("1.1", "People", 1, 0, 10), section("1.2", "Numbers", 2, 0, 6)),
    )
    index = Disclosure(
        report="r", framework="gri", code="406-1", status=DisclosureStatus.REPORTED, indexed=True,
        references="1.1 People",
        locations=(Location("s1.1", 1, "1.1"),), passage=note(made, 3, "406-1 row"),
    )  # fmt: skip
    return list(counts_stand_where_cited(row(made, 2, COUNT, "cases", "2"), [index], [RULE], Places(made, [index])))


def test_a_number_that_stands_elsewhere_is_found() -> None:
    (found,) = audit("We do not tolerate discrimination at work.")
    assert [q.quote for q in found.quotes] == ["406-1 row", COUNT]


def test_a_cited_section_with_the_number_or_a_denial_is_silent() -> None:
    assert audit("There were 2 cases of discrimination.") == []
    assert audit("No incidents of discrimination came up.") == []
