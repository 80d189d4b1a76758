"""Named things on tiny invented pages: each kind, told apart, quoted letter for letter."""

from __future__ import annotations

import pytest
from tests.effort import calls, ending
from tests.extract.entities.entity_worlds import labels, things

from tieout.extract.entities.names import find_names
from tieout.extract.entities.segments import segments


@pytest.mark.parametrize(
    ("text", "policies", "laws"),
    [
        ("We have formulated the Harbour Dredging Policy.", ["Harbour Dredging Policy"], []),
        ("It issued rules, including the Crane Safety Manual and the Code of Conduct for Pilots.",
         ["Crane Safety Manual", "Code of Conduct for Pilots"], []),
        ("The company complies with the Example Ports Ordinance.", [], ["Example Ports Ordinance"]),
        ("We abide by the Water Law of the Republic of Examplia on the Use of Rivers.", [],
         ["Water Law of the Republic of Examplia on the Use of Rivers"]),
        ("It adopted the Ship Acquisition, Repair, and Disposal Management Measures (2024 Edition).",
         ["Ship Acquisition, Repair, and Disposal Management Measures"], []),
        ("Category Management Measures Status", [], []),
        ("A policy of openness guides us, and rules help.", [], []),
    ],
)  # fmt: skip
def test_rule_books_are_told_apart(text: str, policies: list[str], laws: list[str]) -> None:
    assert [label for label in labels(text, "policy") if "Category" not in label] == policies
    assert labels(text, "law") == laws


def test_a_policy_named_twice_is_one_with_two_places() -> None:
    (policy,) = things("We adopted the Mooring Policy. Staff know the Mooring Policy.", "policy")
    assert [p.quote for p in policy.passages] == ["Mooring Policy", "Mooring Policy"]


def test_an_edition_is_no_part_of_the_name_but_told() -> None:
    text = "We adopted the Mooring Policy (2023 Edition). Staff know the Mooring Policy (2024 Version)."
    (policy,) = things(text, "policy")
    assert (policy.label, policy.detail) == ("Mooring Policy", "edition=2023 Edition; edition=2024 Version")
    assert [p.quote for p in policy.passages] == ["Mooring Policy (2023 Edition)", "Mooring Policy (2024 Version)"]


def test_policy_is_linked_to_its_topic_as_inferred() -> None:
    (policy,) = things("We adopted the Waste Management Policy.", "policy")
    assert [(r.target, r.basis.value) for r in policy.relations] == [("topic:T-0", "inferred")]


def test_certificate_held_and_standard_followed() -> None:
    held = "The port was certified to ISO 14001 Environmental Management System Certification in May."
    assert labels(held, "certification") == ["ISO 14001 Environmental Management System Certification"]
    assert labels("The report refers to the GHG Protocol for its emissions.", "standard") == ["GHG Protocol"]


def test_material_topics_run_together_are_read_one_by_one() -> None:
    text = ("Material topics The matrix of material topics shows: Waste management Energy use Food safety "
            "Water stewardship Tax transparency Crane noise Harbour dredging")  # fmt: skip
    found = {e.label: e.concept for e in things(text, "topic")}
    assert found["Waste management"] == "topic:T-0"
    assert found["Crane noise"] == ""
    assert len(found) == 7


def test_stakeholders_with_concerns_and_channels() -> None:
    text = ("Stakeholders Topics of concern Communication channels Customers Food safety Energy use • Hotline • Survey "
            "Employees Tax transparency • Town halls")  # fmt: skip
    found = things(text, "stakeholder")
    assert [e.label for e in found] == ["Customers", "Employees"]
    assert "channels: Hotline; Survey" in found[0].detail
    assert [r.target for r in found[0].relations] == ["topic:T-2", "topic:T-1"]


def test_risks_goals_targets_and_bodies() -> None:
    header = "Risk Type Risk Description Response Measures"
    risks = f"{header} Physical Risk Acute Storm Risks Ships break. Market Risks Demand falls."
    assert labels(risks, "risk") == ["Acute Storm Risks", "Market Risks"]
    assert labels("In support of SDG 13 and SDGs 5, 8 and 12.", "goal") == [
        "SDG 5 Quiet Harbours", "SDG 8", "SDG 12", "SDG 13",
    ]  # fmt: skip
    (target,) = things("We aim to cut emissions by 30% by 2030 against 2020.", "target")
    assert target.detail == "year=2030; baseline=2020; value=30%"
    assert labels("The Harbour Safety Committee met.", "committee") == ["Harbour Safety Committee"]
    assert things("We aim to be good by 2030.", "target") == []


def test_segments_begin_with_capitals() -> None:
    assert [s.text for s in segments("Energy use Food safety and health, Tax")] == [
        "Energy use",
        "Food safety and health,",
        "Tax",
    ]


@pytest.mark.parametrize(
    "unit", ["Policy ", "The And Of ", "A, B, and ", "Stakeholders Topics ", "ISO 14001 ", "aim by 20"]
)
def test_hostile_repetition_stays_linear(unit: str) -> None:
    def read(count: int) -> None:
        list(find_names(unit * count))
        things(unit * count, "policy")

    with ending():
        small, large = (calls(lambda n=n: read(n)) for n in (1500, 6000))
    assert large < 6 * small
