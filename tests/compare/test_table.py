"""Comparison: like with like, refusals with their reason."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tieout import Library
from tieout.compare import compare, find_clauses, find_metric
from tieout.errors import UsageError
from tieout.model import Catalogue, Clause, Metric, Observation, Passage
from tieout.workflow.layout import Record

CLAUSE = Clause(
    "gri:305-1", "gri", "305-1", "2016", "2016", "", "disclosure", "", "Direct emissions", "", True, "", True, ""
)
SCOPE1 = Metric(
    "ghg-scope1", "Scope 1", (), "E", "T", "mass_co2e", "tCO2e", (), "", "", (), "lower", ("gri:305-1",), True, ""
)
RATE = replace(SCOPE1, id="rate", quantity_kind="percent", unit="%", clauses=())
CATALOGUE = Catalogue(metrics=(SCOPE1, RATE), clauses=(CLAUSE,))


def record(report: str, period: str = "2024") -> Record:
    """A report in the index."""
    return Record(report, report.upper(), period, "", "", 1, "f", ".txt", "0", 1, 1, 1, "")


def figure(
    report: str, value: str, unit: str, canonical: str, metric: str = "ghg-scope1", label: str = "x"
) -> Observation:
    """A figure of 2024."""
    return Observation(
        report=report, organization=report, period="2024", indicator=label, passage=Passage(report, 1, 0, 1, "x"),
        raw_value=value, value=Decimal(value), unit=unit, value_canonical=Decimal(value), unit_canonical=canonical,
        metric=metric, metric_score=1.0,
    )  # fmt: skip


def verdicts(figures: list[Observation], **asked: list[str]) -> dict[str, str]:
    """Comparability by report."""
    found = compare(CATALOGUE, [record("a"), record("b")], figures, [], **asked)  # type: ignore[arg-type]
    return {cell["report"]: cell["comparable"] for cell in found["cells"]}


def test_same_unit_and_year_compare_partly_because_sizes_differ() -> None:
    figures = [figure("a", "1", "t", "tCO2e"), figure("b", "2", "kg", "tCO2e")]
    assert verdicts(figures, clauses=["gri:305-1"]) == {"a": "partly", "b": "partly"}


def test_units_that_do_not_convert_are_never_compared() -> None:
    figures = [figure("a", "1", "t", "tCO2e"), figure("b", "2", "MWh", "MWh")]
    assert verdicts(figures, clauses=["gri:305-1"]) == {"a": "no", "b": "no"}


def test_one_figure_alone_is_not_compared() -> None:
    assert verdicts([figure("a", "1", "t", "tCO2e")], metrics=["ghg-scope1"]) == {"a": "no", "b": "no"}


def test_ratios_compare_when_they_are_called_the_same() -> None:
    same = [figure("a", "1", "%", "%", "rate"), figure("b", "2", "%", "%", "rate")]
    other = [same[0], figure("b", "2", "%", "%", "rate", "something else")]
    assert verdicts(same, metrics=["rate"]) == {"a": "yes", "b": "yes"}
    assert verdicts(other, metrics=["rate"]) == {"a": "partly", "b": "partly"}


def test_ratios_whose_label_says_something_else_do_not_compare() -> None:
    doubtful = replace(figure("b", "2", "%", "%", "rate", "women in the top team"), metric_score=0.7)
    found = compare(CATALOGUE, [record("a"), record("b")], [figure("a", "1", "%", "%", "rate"), doubtful], [],
                    metrics=["rate"])  # fmt: skip
    assert {c["comparable"] for c in found["cells"]} == {"no"}
    assert "women in the top team" in found["cells"][0]["why"]


def test_a_metric_is_found_by_its_name_too() -> None:
    assert find_metric(CATALOGUE, "SCOPE 1").id == "ghg-scope1"


def test_silent_report_is_not_found_and_cites_nothing() -> None:
    found = compare(CATALOGUE, [record("a"), record("b")], [figure("a", "1", "t", "tCO2e")], [], clauses=["gri:305-1"])
    silent = next(c for c in found["cells"] if c["report"] == "b")
    assert (silent["status"], silent["value"], silent["quote"]) == ("not_found", None, "")


def test_wrong_calls_say_what_to_do() -> None:
    with pytest.raises(UsageError, match="needs --framework"):
        find_clauses(CATALOGUE, None, ["305-1"])
    with pytest.raises(UsageError, match="no such clause"):
        find_clauses(CATALOGUE, "gri", ["305-99"])
    with pytest.raises(UsageError, match="nothing to compare"):
        compare(CATALOGUE, [], [], [])
    with pytest.raises(UsageError, match="no such metric"):
        compare(CATALOGUE, [], [], [], metrics=["nothing"])


def test_samples_side_by_side(library: Library) -> None:
    found = library.compare(framework="gri", clauses=["305-1"])
    values = {(c["report"], c["metric"]): c["value_canonical"] for c in found["cells"]}
    assert values[("kestrel-bay-2024", "ghg-scope1")] == "10.92"
    assert values[("jade-terrace-2024", "ghg-scope1")] == "1184.3"
    assert all(c["quote"] for c in found["cells"] if c["value"] is not None)
