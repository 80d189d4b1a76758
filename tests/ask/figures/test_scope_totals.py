"""A total under Scope 1 and Scope 2 alone is both together."""

from __future__ import annotations

from dataclasses import replace

from tests.ask.moor import CATALOGUE
from tests.ask.tabled import Printed, Row, Tabled

from tieout.ask.asker import Asker
from tieout.ask.figures.scope_totals import scope_totals
from tieout.ask.figures.series import gather_series
from tieout.ask.ports import Ports
from tieout.ask.wording.question import Question
from tieout.model import AnswerStatus

TOGETHER = replace(
    CATALOGUE.metrics[0],
    id="ghg-both",
    label="Scope 1 and 2 GHG emissions",
    synonyms=(),
    quantity_kind="mass_co2e",
    unit="tCO2e",
)
KNOWN = replace(CATALOGUE, metrics=(*CATALOGUE.metrics, TOGETHER))


def _tabled(*labels: str) -> Tabled:
    rows = tuple(
        Row(label, "t CO2e", (str(10 * n), str(11 * n)), group="Carbon of the cranes")
        for n, label in enumerate(labels, 1)
    )
    at = Tabled(Printed("crane-2030", "Crane Works", ("2029", "2030"), rows))
    at.observed = [replace(o, table="p1-t1") for o in at.observed]
    return at


def test_the_total_of_both_scopes_measures_them_together() -> None:
    series = gather_series(_tabled("Scope 1", "Scope 2", "Total").observed, KNOWN)
    found = dict(zip((s.indicator for s in series), scope_totals(series, KNOWN), strict=True))
    assert found["Total"] is TOGETHER
    assert found["Scope 1"] is None


def test_the_total_of_more_does_not() -> None:
    series = gather_series(_tabled("Scope 1", "Scope 2", "Scope 3", "Total").observed, KNOWN)
    assert not any(scope_totals(series, KNOWN))


def test_both_are_asked_for_by_their_names_and_neither_alone_is_answered_with_both() -> None:
    at = _tabled("Scope 1", "Scope 2", "Total")
    asker = Asker(Ports(at, at, at, at, at, at), KNOWN)
    assert asker.ask(Question("What were the Scope 1 and 2 emissions of Crane Works in 2030?")).short == "33"
    alone = _tabled("Scope 1", "Scope 2", "Total")
    alone.observed = [o for o in alone.observed if o.indicator == "Total"]
    asker = Asker(Ports(alone, alone, alone, alone, alone, alone), KNOWN)
    assert (
        asker.ask(Question("What were the Scope 1 emissions of Crane Works in 2030?")).status is AnswerStatus.NOT_FOUND
    )
