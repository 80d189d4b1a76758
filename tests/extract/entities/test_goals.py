"""Goals are stated by number."""

from __future__ import annotations

from tests.extract.entities.entity_worlds import labels


def test_titles_in_a_list() -> None:
    assert labels("We serve SDG 5 – gender equality; SDG 8 – decent work.", "goal") == ["SDG 5", "SDG 8"]


def test_a_page_number_is_no_goal() -> None:
    assert labels("Promoting the UN SDGs 16 Next chapter", "goal") == []
