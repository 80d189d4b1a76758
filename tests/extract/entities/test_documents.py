"""Rule books told apart by who wrote them, and what is one name."""

from __future__ import annotations

import pytest
from tests.effort import calls, ending
from tests.extract.entities.entity_worlds import labels, things


@pytest.mark.parametrize(
    ("text", "policies"),
    [
        # a list after "including", the last with "and"
        ("It revised rules, including the Crane Control Policy Framework, Berth Management System and Rope Measures.",
         ["Crane Control Policy Framework", "Berth Management System", "Rope Measures"]),
        # numbered titles without any punctuation; "Key Management Measures" is a title there, not a heading
        ("3 rules: 1 Rope Standards Management Measures 2 Key Management Measures 3 Data Grading Standards 44",
         ["Rope Standards Management Measures", "Key Management Measures", "Data Grading Standards"]),
        # a comma inside a name, and one between names
        ("It issued the Red, Green, and Blue Flag Penalty System and the Winch Acquisition, Repair, and Sale Measures.",
         ["Red, Green, and Blue Flag Penalty System", "Winch Acquisition, Repair, and Sale Measures"]),
        # what follows decides as well
        ("In accordance with the Water Law, the Quay Assessment Rules was revised.", ["Quay Assessment Rules"]),
        # a machine is no rule book; nor is "a … system"
        ("We installed equipment such as the Fresh Air Heat Recovery System.", []),
        ("We have established a comprehensive Risk Management System.", []),
        # a sentence's end is no part of a name; nor the owner
        ("Read by 2027. Letter to Shareholders follows. We live the Example Group’s Tide Policy.", ["Tide Policy"]),
        # headings run together, and rows of headings
        ("Monthly Report on Harbour Policy Dynamics Team", []),
        ("Risk Type Risk Description Potential Impact Response Measures Physical Risk", []),
        ("Suppliers sign a Fair Pilotage Commitment Letter. A Letter to Shareholders follows.",
         ["Fair Pilotage Commitment Letter"]),
        # the text layer lost the space behind a sentence or a heading
        ("We adopted the Mooring Safety Policy.Example crews obey it. Our ValuesThe Example Anchor Policy applies.",
         ["Mooring Safety Policy", "Example Anchor Policy"]),
        # the company's own name makes it its own, whatever else the name says
        ("The Example Global Policy on Harbour Noise covers International Ports.",
         ["Example Global Policy on Harbour Noise"]),
        # a list with dashes, and one in cells without any mark
        ("- Reef Crew Policy - Adopting Night Watch Rule Policy - Anti-Piracy Policy - Open Berth Policy",
         ["Reef Crew Policy", "Night Watch Rule Policy", "Anti-Piracy Policy", "Open Berth Policy"]),
        ("Group Berth Care Policy Group Tide Tax Policy Group Dock Work Group Crew Hiring Policy is new.",
         ["Group Berth Care Policy", "Group Tide Tax Policy", "Group Crew Hiring Policy"]),
        # a code ends at its conduct; "and" joins no code to what stands before
        ("Code of Conduct Approach to Harbours. A Reef Pledge and Code of Ethics Hotline is open.",
         ["Code of Conduct", "Code of Ethics"]),
        # "developed a …" names a rule book that the report writes in capitals; a device is still none
        ("It has developed a Deck Compensation Management System for crews and bought a Ballast Control System.",
         ["Deck Compensation Management System"]),
        ("Staff follow the procedures outlined in the Great Storm Response Plan.", ["Great Storm Response Plan"]),
        # statements that bind, and no statement of accounts; what is public policy is no rule book
        ("See our Human Rights Statement and the Consolidated Income Statement, and work on Public Policy.",
         ["Human Rights Statement"]),
        # help for customers and heads of chapters are no rule books, unless the company says so
        ("Quick Start Guide, Philosophy and Policy and Reporting Guideline. It revised the Winch Upgrade Guide.",
         ["Winch Upgrade Guide"]),
        # a worldwide policy is the company's, other bodies' codes are not
        ("The Global Anti-Piracy Policy and the RBA Code of Conduct apply.", ["Global Anti-Piracy Policy"]),
    ],
)  # fmt: skip
def test_policies(text: str, policies: list[str]) -> None:
    assert labels(text, "policy") == policies


@pytest.mark.parametrize(
    ("text", "laws"),
    [
        ("Complying with the Dredging Measures for Ports ([2021] No. 7) issued by the Example Commission, we dig.",
         ["Dredging Measures for Ports ([2021] No. 7)"]),
        ("We follow Section 12a of the Examplian Harbour Act.", ["Examplian Harbour Act"]),
        ("The Court issued the Notice of the Supreme Court on Further Strengthening the Safety of Piers.",
         ["Notice of the Supreme Court on Further Strengthening the Safety of Piers"]),
        ("We follow Hong Kong’s Personal Data (Privacy) Ordinance.", ["Personal Data (Privacy) Ordinance"]),
        ("We obey the anti-piracy laws of the Republic of Examplia.", ["anti-piracy laws of the Republic of Examplia"]),
        ("We passed the audit for the SOX project.", ["SOX"]),
        ("The laws of ports and other laws of the United Isles apply, and all other laws of the Union.", []),
        ("National Labour Laws and Delegated Acts apply.", []),
        ("Pursuant to section 12a (3) of the Harbour Code and § 7 Pilot Code, we report.",
         ["Harbour Code", "Pilot Code"]),
        ("The SEC Harbour Rules and a Proposal for a Tide Directive came.", ["SEC Harbour Rules", "Tide Directive"]),
        ("In compliance with the Provisions on the Prohibition of Night Diving, we rest by night.",
         ["Provisions on the Prohibition of Night Diving"]),
        ("Pursuant to Art. 7b of the Swiss Code of Harbours we report under the Norwegian Pilot Regulations.",
         ["Swiss Code of Harbours", "Norwegian Pilot Regulations"]),
        ("We follow the Honesty in Harbours Act.", ["Honesty in Harbours Act"]),
    ],
)  # fmt: skip
def test_laws(text: str, laws: list[str]) -> None:
    assert labels(text, "law") == laws
    assert labels(text, "policy") == []


def test_bracketed_short_form_is_the_same_thing() -> None:
    text = "Complying with the U.S. Foreign Corrupt Practices Act (“FCPA” ), we train. The FCPA is known."
    (law,) = things(text, "law")
    assert [p.quote for p in law.passages] == ["U.S. Foreign Corrupt Practices Act", "FCPA", "FCPA"]


def test_a_short_form_may_hold_small_letters_and_follow_a_foreign_name() -> None:
    text = "The Pilot Duty Act (Lotsengesetz, LkSG) binds us. The LkSG is new."
    (law,) = things(text, "law")
    assert [p.quote for p in law.passages] == ["Pilot Duty Act", "LkSG", "LkSG"]


def test_short_and_long_name_of_a_law_are_one() -> None:
    text = "We obey the Tide Protection Law of the People’s Republic of Examplia. The Tide Protection Law is strict."
    (law,) = things(text, "law")
    assert len(law.passages) == 2


@pytest.mark.parametrize(
    ("text", "laws"),
    [
        ("The Tide Regulation (EU) 2031/77 binds us. TIDE REGULATION The Tide Regulation counts.",
         [("Tide Regulation", 2)]),
        ("Regulation (EU) 2031/77 (“Tide Regulation”) and the EU Tide Regulation (EU Regulation 2031/77).",
         [("Tide Regulation", 3)]),
        ("amending Regulation (EU) 2031/12 (hereinafter the “EU Tide Regulation”)",
         [("Regulation (EU) 2031/12", 1), ("EU Tide Regulation", 1)]),
        ("Delegated Regulation (EU) 2031/5, Delegated Regulation 2031/5 and Directive 2014/95/EU.",
         [("Delegated Regulation (EU) 2031/5", 2), ("Directive 2014/95/EU", 1)]),
        ("The German Pilot Act binds us. So does the Pilot Act.", [("German Pilot Act", 2)]),
        ("The German Pilot Act, the Austrian Pilot Act and the Pilot Act.",
         [("German Pilot Act", 1), ("Austrian Pilot Act", 1), ("Pilot Act", 1)]),
        ("Pilotage Regulation 31/12 of the page", [("Pilotage Regulation", 1)]),
    ],
)  # fmt: skip
def test_an_act_is_one_by_number_name_and_state(text: str, laws: list[tuple[str, int]]) -> None:
    assert [(e.label, len(e.passages)) for e in things(text, "law")] == laws


def test_initials_number_and_name_of_a_known_law_are_one() -> None:
    text = "Regulation (EU) 2016/679, the GDPR and the EU General Data Protection Regulation bind us."
    text += " ACT on Wages came."
    (law,) = things(text, "law")
    assert (law.label, len(law.passages)) == ("EU General Data Protection Regulation", 3)


def test_one_spelling_of_and_and_labour() -> None:
    text = "We adopted the Crew & Labour Policy. Staff know the Crew and Labor Policy."
    text += " Ropes, Nets, Sails, Oars, Hulls and Tide Policy."
    assert [(e.label, len(e.passages)) for e in things(text, "policy")] == [("Crew & Labour Policy", 2)]


def test_standards_of_bodies_are_not_the_companys() -> None:
    text = "The report follows the Marine, Social and Governance Reporting Code of the Example Exchange."
    assert labels(text, "policy") == []
    assert labels(text, "standard") == ["Marine, Social and Governance Reporting Code of the Example Exchange"]


def test_short_lines_end_a_name() -> None:
    text = "Rules\nHarbour Tug Policy\nHarbour Light Policy\n"
    assert labels(text, "policy") == ["Harbour Tug Policy", "Harbour Light Policy"]


@pytest.mark.parametrize("unit", ["Notice of the A ", "Policy for A, B and ", "Data’s Law (", "1 Key Standards "])
def test_hostile_repetition_stays_linear(unit: str) -> None:
    with ending():
        small, large = (calls(lambda n=n: things(unit * n, "policy")) for n in (1000, 4000))
    assert large < 6 * small
