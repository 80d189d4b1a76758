"""Cells: the status of each statement, what is left out, and figures given in place of the one asked for."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tieout.compare import Cell
from tieout.compare.cells import clause_cells, metric_cells
from tieout.model import Clause, Disclosure, DisclosureStatus, Location, Metric, Observation, Origin, Passage
from tieout.workflow.layout import Record

CLAUSE = Clause(
    "gri:305-2", "gri", "305-2", "2016", "2016", "", "disclosure", "", "Indirect emissions", "", True, "", True, ""
)
SCOPE2 = Metric(
    "ghg-scope2", "Scope 2", (), "E", "T", "mass_co2e", "tCO2e", (), "", "", (), "lower", ("gri:305-2",), True, ""
)
METRICS = {
    m.id: m
    for m in (
        SCOPE2,
        replace(SCOPE2, id="ghg-scope2-market", label="Scope 2 market-based"),
        replace(SCOPE2, id="steam", label="Purchased steam"),
        replace(SCOPE2, id="flights", label="Business flights", clauses=("gri:305-3",)),
    )
}
RECORD = Record("a", "A Ltd", "2024", "", "", 1, "f", ".txt", "0", 1, 1, 1, "")


def figure(
    value: str, label: str = "Scope 2", metric: str = "ghg-scope2", quote: str = "x", **more: object
) -> Observation:
    """A figure of 2024 on page 7."""
    base = Observation(
        report="a", organization="A Ltd", period="2024", indicator=label, passage=Passage("a", 7, 0, len(quote), quote),
        raw_value=value, value=Decimal(value), unit="t", unit_canonical="tCO2e", metric=metric, metric_score=1.0,
    )  # fmt: skip
    return replace(base, **more)  # type: ignore[arg-type]


def said(status: DisclosureStatus, explanation: str = "") -> Disclosure:
    """The index row, which points to page 7."""
    row = Passage("a", 90, 0, 3, "row")
    return Disclosure(
        report="a", framework="gri", code="305-2", status=status, indexed=True, locations=(Location("", 7, "7"),),
        explanation=explanation, passage=row,
    )  # fmt: skip


def cells(figures: list[Observation], *rows: Disclosure) -> list[Cell]:
    """The cells of the clause."""
    return clause_cells(CLAUSE, RECORD, figures, rows, METRICS, None)


def test_what_is_left_out_has_a_cell_of_its_own() -> None:
    found = cells([figure("12")], said(DisclosureStatus.PARTIAL, "Heat is not metered."))
    assert [(c.status, c.observation is not None) for c in found] == [("reported", True), ("stated_absent", False)]
    assert found[1].passage is not None
    assert found[1].passage.page == 90


def test_a_stated_absence_shows_no_figure() -> None:
    assert [c.status for c in cells([figure("12")], said(DisclosureStatus.STATED_ABSENT))] == ["stated_absent"]


def test_a_figure_for_a_clause_that_is_not_found_is_partial() -> None:
    assert [(c.status, c.metric) for c in cells([figure("12")], said(DisclosureStatus.NOT_FOUND))] == [
        ("partial", "ghg-scope2")
    ]
    assert [c.status for c in cells([figure("12")])] == ["reported"]


def test_a_figure_in_place_of_the_one_asked_for_is_partial() -> None:
    steam = figure("5", "Steam bought in", "", origin=Origin.TABLE)
    found = cells([steam, figure("6", "Flights", "")], said(DisclosureStatus.REPORTED))
    assert [(c.status, c.metric, c.observation) for c in found] == [("partial", "", steam)]


def test_a_total_in_words_is_given_in_place_of_a_figure_a_head() -> None:
    asked = replace(CLAUSE, unit_hint="hours per employee")
    total = figure("900", "learners sat", "", origin=Origin.TEXT, unit_canonical="hours")
    other = figure("7", "courses", "", origin=Origin.TEXT, unit_canonical="courses")
    row = said(DisclosureStatus.REPORTED)

    found = clause_cells(asked, RECORD, [other, total], [row], METRICS, None)
    assert [(c.status, c.observation) for c in found] == [("partial", total)]
    vague = replace(row, locations=tuple(Location("", page, "") for page in (5, 6, 7, 8)))
    assert [c.observation for c in clause_cells(asked, RECORD, [total], [vague], METRICS, None)] == [None]


def test_figures_elsewhere_or_of_other_things_are_not_taken_in_its_place() -> None:
    elsewhere = figure("5", "Steam bought in", "", passage=Passage("a", 8, 0, 1, "x"))
    found = cells([elsewhere, figure("6", "Flights", "")], said(DisclosureStatus.REPORTED))
    assert [(c.status, c.observation) for c in found] == [("reported", None)]


def test_the_method_is_taken_from_where_the_report_names_it() -> None:
    told = figure("12", "heat", "", "our market-based emissions were 12 t", origin=Origin.TEXT)
    assert [c.metric for c in cells([figure("12"), told])] == ["ghg-scope2-market"]
    assert [c.metric for c in cells([figure("12"), replace(told, value=Decimal(13))])] == ["ghg-scope2"]
    by_metric = metric_cells(METRICS["ghg-scope2-market"], RECORD, [figure("12"), told], METRICS, None)
    assert [c.observation.value for c in by_metric if c.observation] == [Decimal(12)]


def test_parts_of_one_table_are_not_the_whole() -> None:
    parts = [figure("3", table="t1", row=1), figure("4", table="t1", row=2)]
    assert [(c.status, c.metric, c.observation) for c in cells(parts)] == [("partial", "ghg-scope2", None)]
    whole = figure("7", "Total scope 2", table="t1", row=3)
    assert [c.observation.value for c in cells([*parts, whole]) if c.observation] == [Decimal(7)]
