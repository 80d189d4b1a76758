"""Material topics in every shape of list, and lists that are none."""

from __future__ import annotations

import pytest
from tests.effort import calls, ending
from tests.extract.entities.entity_worlds import labels, pages, things

HEAD = "Materiality assessment. The materiality matrix shows: "


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        # items behind a sentence that announces them; the last ends before what follows
        ("List of material topics The chart shows them: - Waste management - Energy use (berths) - Food safety - Crane "
         "noise at night GRI 305 Emissions of the port were 7.",
         ["Waste management", "Energy use (berths)", "Food safety", "Crane noise at night"]),
        # only what is material; the codes of the standard are no part of a name
        ("Four topics being defined as material: ESRS E1 – Energy use ESRS E5 – Waste management ESRS S4 – Food safety "
         "ESRS G1 – Tax transparency Hence we report. Non-material topics: ESRS E2 – Crane noise ESRS E3 – Water",
         ["Energy use", "Waste management", "Food safety", "Tax transparency"]),
        # printed lines: what goes on in small letters or brackets belongs to the line before
        (HEAD + "\nWaste\nmanagement\nEnergy use &\nsavings\nFood safety\n(ashore)\nWater stewardship\n"
         "Tax transparency\nCrane noise\nHigh impact\n",
         ["Waste management", "Energy use & savings", "Food safety (ashore)", "Water stewardship", "Tax transparency",
          "Crane noise", "High impact"]),
        # title case: cut by what is known, a short rest between two known labels is one too
        (HEAD + "Waste Management Energy Use Crane Noise Food Safety Environmental Water Stewardship Tax Transparency "
         "ECONOMY of the port. Harbour Traffic grows.",
         ["Waste Management", "Energy Use", "Crane Noise", "Food Safety", "Water Stewardship", "Tax Transparency"]),
        # sentence case with remarks, commas and acronyms
        (HEAD + "Waste management (ashore) Energy use Gulls, terns and waders Crane noise GHG emissions Food safety "
         "Water stewardship",
         ["Waste management (ashore)", "Energy use", "Gulls, terns and waders", "Crane noise", "GHG emissions",
          "Food safety", "Water stewardship"]),
        # numbers on a matrix, in any order; bullets
        (HEAD + "High Low 1 Waste Management 2 Energy Use 6 Crane Noise 3 Food Safety 4 Water Stewardship 5 Tax "
         "Transparency The port grows.",
         ["Waste Management", "Energy Use", "Crane Noise", "Food Safety", "Water Stewardship", "Tax Transparency"]),
        (HEAD + "• Waste management • Energy use • Crane noise • Food safety • Water stewardship • "
         "Tax transparency We act.",
         ["Waste management", "Energy use", "Crane noise", "Food safety", "Water stewardship", "Tax transparency"]),
        # what is left of a label joins it: a word in front, "and …" behind
        (HEAD + "Waste Management Fair Energy Use Food Safety and Quay Hygiene Issues Water Stewardship "
         "Tax Transparency GHG Emissions now.",
         ["Waste Management", "Fair Energy Use", "Food Safety and Quay Hygiene", "Water Stewardship",
          "Tax Transparency", "GHG Emissions"]),
        # bullets that the catalogue does not know are none
        (HEAD + "• Energy use • Fair wind • Good rope • Long quay • Night watch • Tide tables We act.",
         []),
        # title case that the catalogue does not know is no list of topics
        (HEAD + "Harbour Master Pilot Station Lock Keeper Ship Chandler Rope Walk Sail Loft",
         []),
    ],
)  # fmt: skip
def test_topics(text: str, topics: list[str]) -> None:
    assert labels(text, "topic") == topics


def test_a_topic_listed_twice_is_one_with_both_places() -> None:
    one = HEAD + "Waste management Energy use / savings Food safety Water stewardship Tax transparency Crane noise"
    two = HEAD + "Waste management Energy use/savings Food safety Water stewardship Tax transparency Crane noise"
    found = pages((one, two), "topic")
    assert [[p.page for p in e.passages] for e in found] == [[1, 2]] * 6


@pytest.mark.parametrize("unit", ["Waste Management ", "material topics: - A ", "Energy use (a ", "Waste\nand\n"])
def test_hostile_repetition_stays_linear(unit: str) -> None:
    with ending():
        small, large = (calls(lambda n=n: things(HEAD + unit * n, "topic")) for n in (500, 2000))
    assert large < 6 * small
