"""Averages of two splits, and heads against leavers."""

from __future__ import annotations

from dataclasses import replace

from tests.audit.made import report, row

from tieout.audit.finding import AuditFinding
from tieout.audit.rules import Rule
from tieout.audit.weights import averages_agree, groups_reconcile
from tieout.model import Dimension, Observation

MEAN = Rule(
    "CHK-W",
    "w",
    "weighted_mean",
    "wmean(hours-by-sex,emp-by-sex)==wmean(hours-by-level,emp-by-level)",
    "medium",
    "Differ",
)
MOVE = Rule("CHK-M", "m", "balance", "", "medium", "")


def averages(women: str, men: str, top: str, base: str) -> list[AuditFinding]:
    """400 women and 600 men, 100 of them at the top."""
    page = f"Women 400 Men 600 Top 100 Base 900 Hours: women {women} men {men} top {top} base {base}"
    made = report(page)
    figures = [
        *row(made, 1, "Women 400", "emp-by-sex", "400", group="women"),
        *row(made, 1, "Men 600", "emp-by-sex", "600", group="men"),
        *row(made, 1, "Top 100", "emp-by-level", "100", group="Top"),
        *row(made, 1, "Base 900", "emp-by-level", "900", group="Base"),
        *row(made, 1, f"women {women}", "hours-by-sex", women, group="women"),
        *row(made, 1, f"men {men}", "hours-by-sex", men, group="men"),
        *row(made, 1, f"top {top}", "hours-by-level", top, group="top"),
        *row(made, 1, f"base {base}", "hours-by-level", base, group="base employees"),
    ]
    return list(averages_agree(figures, MEAN))


def test_splits_that_imply_two_averages_are_found() -> None:
    (found,) = averages("20.0", "25.0", "60.0", "30.0")
    assert "imply 22.95 to 23.05" in found.explanation
    assert "imply 32.95 to 33.05" in found.explanation
    assert [q.quote for q in found.quotes] == ["women 20.0", "top 60.0", "men 25.0", "base 30.0"]


def test_splits_that_imply_one_average_within_rounding_are_silent() -> None:
    assert averages("20.0", "25.0", "41.0", "21.0") == []
    assert averages("20", "25", "41", "21.4") == []


def test_splits_that_name_other_groups_are_not_weighted() -> None:
    made = report("Women 400 Men 600 women 20.0")
    figures = [
        *row(made, 1, "Women 400", "emp-by-sex", "400", group="women"),
        *row(made, 1, "women 20.0", "hours-by-sex", "20.0", group="women"),
    ]
    assert list(averages_agree(figures, MEAN)) == []


def movement(rate: str) -> list[AuditFinding]:
    """The heads of the islands fell from 200 to 120."""
    made = report(f"Islands 200 120 Leavers islands {rate}")

    def region(figures: list[Observation]) -> list[Observation]:
        return [replace(o, dimensions=(Dimension("region", "Islands"),)) for o in figures]

    figures = [
        *region(row(made, 1, "Islands 200 120", "emp-by-region", "200", "120")),
        *region(row(made, 1, f"Leavers islands {rate}", "turnover-by-region", rate)),
    ]
    return list(groups_reconcile(figures, MOVE))


def test_a_fall_that_the_leavers_do_not_explain_is_found() -> None:
    (found,) = movement("22.5")
    assert "fell by 80 in 2024" in found.title
    assert len(found.quotes) == 2


def test_a_fall_that_the_leavers_explain_is_silent() -> None:
    assert movement("41") == []
