"""Decimals over the years, and notes that speak of a direction."""

from __future__ import annotations

from tests.audit.made import note, report, row

from tieout.audit.finding import AuditFinding
from tieout.audit.history import notes_agree, precision_is_kept
from tieout.audit.rules import Rule

RULE = Rule("CHK-H", "h", "equality", "", "low", "")


def precision(*last: str) -> list[AuditFinding]:
    """Two rows of rates whose last figures are given."""
    quotes = [f"{name} 31 28 {figure}" for name, figure in zip(("North", "South"), last, strict=True)]
    made = report(" ".join(quotes))
    figures = [
        o for q, n in zip(quotes, last, strict=True) for o in row(made, 1, q, "rate-by-region", "31", "28", n, unit="%")
    ]
    return list(precision_is_kept(figures, RULE))


def test_decimals_that_change_in_the_last_year_are_found_with_a_neighbour() -> None:
    (found,) = precision("30", "33.16")
    assert [q.quote for q in found.quotes] == ["South 31 28 33.16", "North 31 28 30"]


def test_decimals_that_stay_or_lose_a_zero_are_silent() -> None:
    assert precision("30", "33") == []
    assert precision("30", "33.1") == []


def direction(islands: str, remark: str) -> list[AuditFinding]:
    """A table of two rates with a note to the second."""
    made = report(f"Mainland 35 Islands {islands} Notes: {remark}")
    figures = [
        *row(made, 1, "Mainland 35", "rate-by-region", "35", group="Mainland"),
        *row(made, 1, f"Islands {islands}", "rate-by-region", islands, group="Islands", notes=(note(made, 1, remark),)),
    ]
    return list(notes_agree(figures, RULE))


def test_a_note_of_a_higher_rate_that_is_lower_is_found() -> None:
    (found,) = direction("31", "The higher rate of leavers among islanders has its reasons.")
    assert [q.quote for q in found.quotes][1:] == ["Islands 31", "Mainland 35"]


def test_a_note_that_is_true_or_of_another_year_is_silent() -> None:
    assert direction("39", "The higher rate of leavers among islanders has its reasons.") == []
    assert direction("31", "The lower rate of leavers among islanders has its reasons.") == []
    assert direction("31", "The higher rate of leavers among islanders in 2021 has its reasons.") == []
