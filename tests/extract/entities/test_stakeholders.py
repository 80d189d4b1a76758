"""Stakeholder groups: tables with and without bullets, over two pages, rows of heads, and sentences."""

from __future__ import annotations

import pytest
from tests.effort import calls, ending
from tests.extract.entities.entity_worlds import labels, pages, things

HEAD = "Stakeholder groups Expectations and demands Communication and response"


def test_a_table_without_bullets() -> None:
    text = (f"{HEAD} Government and regulatory authorities Lawful mooring Site inspections Shareholders and investors "
            "Steady returns General meetings Employees Fair wages Customer hotline Crew forum Local communities "
            "Quiet nights Open harbour days")  # fmt: skip
    found = things(text, "stakeholder")
    assert [e.label for e in found] == [
        "Government and regulatory authorities", "Shareholders and investors", "Employees", "Local communities",
    ]  # fmt: skip
    assert found[2].detail == "concerns and channels: Fair wages; Customer hotline; Crew forum"


def test_groups_under_internal_and_external() -> None:
    text = ("Stakeholder Group Engagement Channel Internal Stakeholders Employees Staff meetings External Stakeholders "
            "The Government Site visits Customers Port hotline")  # fmt: skip
    assert [(e.label, e.detail) for e in things(text, "stakeholder")] == [
        ("Employees", "concerns and channels: Staff meetings"),
        ("The Government", "concerns and channels: Site visits"),
        ("Customers", "concerns and channels: Port hotline"),
    ]


def test_channels_that_stand_first() -> None:
    text = ("Stakeholders Engagement activities ESG issues of interest Customers Port fairs Harbour letters • Food "
            "safety • Berth fees Suppliers Audits • Energy use")  # fmt: skip
    found = things(text, "stakeholder")
    assert [e.detail for e in found] == [
        "concerns: Food safety; Berth fees | channels: Port fairs; Harbour letters",
        "concerns: Energy use | channels: Audits",
    ]
    assert [r.target for r in found[0].relations] == ["topic:T-2", "Berth fees"]


def test_two_columns_of_bullets_are_not_told_apart_and_go_on_over_the_page() -> None:
    first = "Stakeholders Engagement activities Topics of interest Customers • Fairs • Energy use Employees • Forum"
    second = "This closes the review. Partners & Service Providers • Visits • Food safety Communities • Open days"
    found = pages((first, second), "stakeholder")
    assert [(e.label, e.passages[0].page) for e in found] == [
        ("Customers", 1), ("Employees", 1), ("Partners & Service Providers", 2), ("Communities", 2),
    ]  # fmt: skip
    assert found[0].detail == "concerns and channels: Fairs; Energy use"
    assert [r.target for r in found[0].relations] == ["topic:T-1"]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Stakeholder meetings by type INVESTORS TENANTS EMPLOYEES COMMUNITY Letters x x",
         ["INVESTORS", "TENANTS", "EMPLOYEES", "COMMUNITY"]),
        ("We talk with our stakeholders, including our crews, customers, suppliers and the local communities.",
         ["customers", "suppliers", "local communities"]),
        ("The stakeholder groups (customers, employees, shareholders) were asked.",
         ["customers", "employees", "shareholders"]),
        # not a list of groups
        ("Our stakeholders include people who watch ships, anchors, ropes and employees.", []),
        ("Stakeholders value that customers win, that employees stay and that suppliers deliver.", []),
        ("Customers Employees Suppliers Communities", []),
    ],
)  # fmt: skip
def test_groups_where_no_table_is(text: str, groups: list[str]) -> None:
    assert labels(text, "stakeholder") == groups


def test_a_table_makes_sentences_needless() -> None:
    text = f"Our stakeholders are owners, banks and media. {HEAD} Customers Food safety • Fairs Employees Wages • Forum"
    assert labels(text, "stakeholder") == ["Customers", "Employees"]


@pytest.mark.parametrize("unit", ["Stakeholders Topics ", "Stakeholders include A, B and ", "Customers Employees "])
def test_hostile_repetition_stays_linear(unit: str) -> None:
    with ending():
        small, large = (calls(lambda n=n: things(unit * n, "stakeholder")) for n in (1000, 4000))
    assert large < 6 * small
