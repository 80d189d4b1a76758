"""Targets look ahead; committees with who chairs them."""

from __future__ import annotations

from tests.extract.entities.entity_worlds import labels, things


def test_a_year_that_has_passed_is_no_target() -> None:
    assert things("The target of 20% was exceeded in 2023 again.", "target") == []
    assert len(things("We commit to cut noise by 20% by 2027.", "target")) == 1


def test_a_figure_has_a_point_and_a_section_number_ends_a_sentence() -> None:
    (target,) = things(
        "Targets 4.1.4 We aim to hold 1.5 degrees and cut noise by 30.5% by 2031 against 2019.", "target"
    )
    assert target.label == "aim to hold 1.5 degrees and cut noise by 30.5% by 2031 against 2019"
    assert target.detail == "year=2031; baseline=2019; value=30.5%"


def test_rows_of_a_target_table_tell_value_and_progress() -> None:
    text = ("2023 Targets Annual progress Achievement Crew happiness ≥ 4 points 4.6 points 100% achieved Ropes lost "
            "≤ 10 cases 12 not met Reply rate = 95% 97% 100% achieved. Berths are met by pilots.")  # fmt: skip
    assert [(e.label, e.detail) for e in things(text, "target")] == [
        ("Crew happiness ≥ 4 points", "year=2023; value=≥ 4 points; progress=4.6 points; status=achieved"),
        ("Ropes lost ≤ 10 cases", "year=2023; value=≤ 10 cases; progress=12; status=not met"),
        ("Reply rate = 95%", "year=2023; value=95%; progress=97%; status=achieved"),
    ]


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
