"""Rows of one table against each other."""

from __future__ import annotations

from tests.audit.made import report, row

from tieout.audit.finding import AuditFinding
from tieout.audit.rows import groups_differ, parts_fit_in
from tieout.audit.rules import Rule

RULE = Rule("CHK-R", "r", "pattern", "", "low", "Rule")


def twins(one: str, other: str) -> list[AuditFinding]:
    """Two groups of one split."""
    made = report(f"Day shift {one} Night shift {other}")
    figures = [
        *row(made, 1, f"Day shift {one}", "cost-by-shift", one, group="day"),
        *row(made, 1, f"Night shift {other}", "cost-by-shift", other, group="night"),
    ]
    return list(groups_differ(figures, RULE))


def test_two_groups_with_one_long_figure_are_found() -> None:
    (found,) = twins("1,204.55", "1,204.55")
    assert [q.quote for q in found.quotes] == ["Day shift 1,204.55", "Night shift 1,204.55"]


def test_groups_that_differ_or_share_a_short_figure_are_silent() -> None:
    assert twins("1,204.55", "1,204.65") == []
    assert twins("100", "100") == []


def parts(some: str) -> list[AuditFinding]:
    """Some of 240 suppliers."""
    made = report(f"Total number of suppliers 240 Number of suppliers inspected {some}")
    figures = [
        *row(made, 1, "Total number of suppliers 240", "", "240"),
        *row(made, 1, f"Number of suppliers inspected {some}", "", some),
    ]
    return list(parts_fit_in(figures, RULE))


def test_more_suppliers_inspected_than_there_are_is_found() -> None:
    (found,) = parts("310")
    assert len(found.quotes) == 2
    assert parts("240") == []
