"""A stated emission factor against Scope 2 and electricity."""

from __future__ import annotations

import pytest
from tests.audit.made import report, row

from tieout.audit.factors import factor_is_used
from tieout.audit.finding import AuditFinding
from tieout.audit.rules import Rule
from tieout.model import Origin

RULE = Rule("CHK-F", "factor", "product", "electricity*grid-factor==ghg-scope2", "high", "", "0.5%")
FACTOR = "We use a grid factor of 0.5000 tCO2/MWh."
REDONE = "The emissions of 2022, 2023 and 2024 have been recalculated with the newest factors."


def audit(
    scope2: tuple[str, str, str], note: str = f"{FACTOR} {REDONE}", *, factor: str = "0.5000"
) -> list[AuditFinding]:
    """The findings for three years of Scope 2 beside 1,000, 800 and 600 MWh."""
    page = f"Scope 2 emissions {' '.join(scope2)} Electricity 1,000 800 600 Notes: {note}"
    made = report(page)
    figures = [
        *row(made, 1, f"Scope 2 emissions {' '.join(scope2)}", "ghg-scope2", *scope2),
        *row(made, 1, "Electricity 1,000 800 600", "electricity", "1,000", "800", "600"),
        *row(made, 1, FACTOR, "grid-factor", factor, origin=Origin.TEXT),
    ]
    return list(factor_is_used(figures, made, RULE))


def test_a_recalculation_that_did_not_happen_is_found() -> None:
    (found,) = audit(("570.0", "440.0", "300.0"))
    assert "of 2022, 2023 do " in found.title
    assert [q.quote for q in found.quotes] == [
        FACTOR, REDONE[:-1], "Scope 2 emissions 570.0 440.0 300.0", "Electricity 1,000 800 600",
    ]  # fmt: skip


def test_a_recalculation_that_happened_is_silent() -> None:
    assert audit(("500.0", "400.0", "300.0")) == []


def test_without_a_claim_only_the_reports_year_is_held_to_the_factor() -> None:
    assert audit(("570.0", "440.0", "300.0"), FACTOR) == []
    (found,) = audit(("570.0", "400.0", "330.0"), FACTOR)
    assert (found.kind, "of 2024 do " in found.title) == ("factor", True)


@pytest.mark.parametrize("scope2", [("570.0", "440.0", "390.0")])
def test_scope2_that_never_follows_the_factor_holds_more_than_this_electricity(scope2: tuple[str, str, str]) -> None:
    assert audit(scope2) == []
