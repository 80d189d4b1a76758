"""Goals are stated by number."""

from __future__ import annotations

from tests.extract.entities.entity_worlds import labels, things


def test_titles_in_a_list() -> None:
    assert labels("We serve SDG 5 – gender equality; SDG 8 – decent work.", "goal") == ["SDG 5 Quiet Harbours", "SDG 8"]


def test_a_title_with_its_own_number() -> None:
    text = "Quiet Harbours (No. 5), “Clean Tides” (6), Goal 5 (quiet harbours), Clean Tides (5) and clean tides."
    assert [(e.label, len(e.passages)) for e in things(text, "goal")] == [
        ("SDG 5 Quiet Harbours", 2),
        ("SDG 6 Clean Tides", 1),
    ]


def test_a_page_number_is_no_goal() -> None:
    assert labels("Promoting the UN SDGs 16 Next chapter", "goal") == []
