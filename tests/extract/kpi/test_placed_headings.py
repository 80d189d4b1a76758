"""Headings that a page prints above its tables and gives last in its text."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from tieout.extract.kpi import extract_observations
from tieout.model import Catalogue, Page, Report, Source, Word
from tieout.text import MappedText

LARGE, SMALL = 18.0, 10.0
RENTED, OWNED = "Birch Homes – Rented Water Use", "Birch Homes – Owned Water Use"

Placed = tuple[str, float, float, float]
"""Text, how far from the top and from the left it stands, and the height of its letters."""


def _table(top: float, left: float, caption: str, halls: str, total: str) -> list[Placed]:
    return [
        (f"{caption} (m3)", top, left, 12.0),
        ("Houses 2030 2031", top + 20, left, SMALL),
        (f"Halls {halls}", top + 40, left, SMALL),
        (f"Total {total}", top + 60, left, SMALL),
    ]


def _page(parts: Sequence[Placed]) -> Page:
    """A page with lines in the order of its text, each word where it stands."""
    text, words = "", []
    for line, top, left, height in parts:
        for m in re.finditer(r"\S+", line):
            start = len(text) + m.start()
            x0, x1 = left + 4.0 * m.start(), left + 4.0 * m.end()
            words.append(Word(start, start + len(m.group()), x0, top, x1, top + height))
        text += line + "\n"
    return Page(1, text, (), MappedText.identity(text), tuple(words))


def _read(parts: Sequence[Placed]) -> list:
    source = Source("a.pdf", "application/pdf", "0" * 64, 1)
    return list(extract_observations(Report("b-2031", "Birch Homes", "2031", source, (_page(parts),)), Catalogue()))


def _groups(parts: Sequence[Placed]) -> dict[str, str]:
    """Newest value of each "Total" row to its headings."""
    return {o.raw_value: o.group for o in _read(parts) if o.indicator == "Total" and o.period == "2031"}


TWO = [
    *_table(130, 20, "Total Water Use", "10 11", "70 81"),
    *_table(330, 20, "Total Water Use", "20 21", "90 92"),
    (RENTED, 110, 20, LARGE),
    (OWNED, 310, 20, LARGE),
]


def test_two_tables_alike_are_told_apart_by_the_headings_that_stand_above_them() -> None:
    assert _groups(TWO) == {
        "81": "Rented Water Use > Total Water Use (m3)",
        "92": "Owned Water Use > Total Water Use (m3)",
    }


def test_a_heading_holds_for_all_tables_below_it_also_one_that_follows_it_in_the_text() -> None:
    parts = [
        *_table(130, 20, "Total Water Use", "10 11", "70 81"),
        (RENTED, 110, 20, LARGE),
        *_table(230, 20, "Comparable Water Use", "6 7", "50 61"),
    ]
    assert _groups(parts) == {
        "81": "Rented Water Use > Total Water Use (m3)",
        "61": "Rented Water Use > Comparable Water Use (m3)",
    }


def test_tables_side_by_side_share_the_heading_above_the_left_one() -> None:
    parts = [
        *_table(130, 20, "Total Water Use", "10 11", "70 81"),
        *_table(130, 220, "Comparable Water Use", "6 7", "50 61"),
        (RENTED, 110, 20, LARGE),
    ]
    assert set(_groups(parts).values()) == {
        "Rented Water Use > Total Water Use (m3)",
        "Rented Water Use > Comparable Water Use (m3)",
    }


@pytest.mark.parametrize(
    "between",
    [
        ("Water is drawn from the mains of the towns.", 118, 20, SMALL),
        ("More about Tenants", 118, 20, LARGE),
    ],
)
def test_running_text_or_another_heading_between_ends_a_heading(between: Placed) -> None:
    parts = [*_table(140, 20, "Total Water Use", "10 11", "70 81"), (RENTED, 90, 20, LARGE)]
    assert _groups(parts)["81"].startswith("Rented")
    assert not _groups([*parts, between])["81"].startswith("Rented")


def test_headings_in_their_place_in_the_text_below_the_table_or_in_small_letters_head_nothing() -> None:
    table = _table(130, 20, "Total Water Use", "10 11", "70 81")
    for parts in (
        [(RENTED, 110, 20, LARGE), *table],
        [*table, (RENTED, 210, 20, LARGE)],
        [*table, (RENTED, 110, 20, SMALL)],
        [*table, (RENTED, 110, 420, LARGE)],
    ):
        assert _groups(parts) == {"81": "Total Water Use (m3)"}


def test_a_heading_that_the_caption_says_again_is_not_told_twice() -> None:
    parts = [*_table(130, 20, "Total Water Use", "10 11", "70 81"), ("Birch Homes – Water Use", 110, 20, LARGE)]
    assert _groups(parts) == {"81": "Total Water Use (m3)"}
