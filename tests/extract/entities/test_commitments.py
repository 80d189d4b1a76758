"""Targets look ahead; committees with who chairs them."""

from __future__ import annotations

from tests.extract.entities.entity_worlds import labels, things


def test_a_year_that_has_passed_is_no_target() -> None:
    assert things("The target of 20% was exceeded in 2023 again.", "target") == []
    assert len(things("We commit to cut noise by 20% by 2027.", "target")) == 1


def test_chair_reporting_and_meetings() -> None:
    text = (
        "The Pier Safety Committee is chaired by the Chief Harbour Officer. It reports to the Board and "
        "held four meetings."
    )
    (body,) = things(text, "committee")
    assert body.detail == "chair=Chief Harbour Officer; reports to=Board; meetings=four"


def test_bodies_outside_the_company_and_neighbours() -> None:
    text = (
        "The United Nations Security Council met. Directors Pier Safety Committee here. The Pier Safety Committee met."
    )
    assert labels(text, "committee") == ["Pier Safety Committee"]
    assert labels("The Pay and Pier Committee and the Pier Committee met.", "committee") == [
        "Pay and Pier Committee",
        "Pier Committee",
    ]
