from __future__ import annotations

import pytest

from tieout.documents.hyphens import Healer, general_words
from tieout.text import MappedText

WORDS = frozenset(
    [
        "performance",
        "low",
        "carbon",
        "total",
        "corruption",
        "anti",
        "ability",
        "sustainable",
        "work",
        "place",
        "workplace",
        "present",
        "capital",
        "city",
        "of",
        "the",
        "well",
        "being",
        "data",
        "office",
        "back",
        "high",
        "quality",
        "essential",
        "related",
        "culture",
        "term",
        "short",
        "long",
    ]
)


def healed(text: str, *, vocabulary: str = "", flat: bool = True, breaks: tuple[int, ...] = ()) -> str:
    healer = Healer([text, vocabulary], WORDS)
    return MappedText.without(text, healer.cuts(text, breaks, flat=flat)).text


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("key per-formance data", "key performance data"),
        ("low-carbon ways", "low-carbon ways"),
        ("a sub-total of", "a sub-total of"),
        ("anti-corruption rules", "anti-corruption rules"),
        ("sus-tainable", "sustainable"),
        ("high-quali-ty data", "high-quality data"),
        ("non-es-sential", "non-essential"),
        ("culture-re-lated", "culture-related"),
        ("back-of-fice", "back-office"),
        ("short- and long-term", "short- and long-term"),
        ("ESG-related", "ESG-related"),
        ("Win-Win", "Win-Win"),
        ("COVID-19 and 2020-2024", "COVID-19 and 2020-2024"),
        ("soft\u00adened", "softened"),
    ],
)
def test_flat_text(printed, expected):
    assert healed(printed) == expected


def test_the_reports_own_words_decide_first():
    assert healed("QuarryLa-ne sells stone", vocabulary="QuarryLane QuarryLane") == "QuarryLane sells stone"
    assert healed("Bluebrick-stone", vocabulary="Bluebrickstone") == "Bluebrickstone"


def test_printed_lines_are_healed_and_compounds_keep_their_hyphen():
    assert healed("the per-\nformance of low-\ncarbon", flat=False) == "the performance of low-carbon"


def test_within_lines_only_marked_hyphens_are_looked_at():
    text = "per-formance and per-formance"
    assert healed(text, flat=False) == text
    assert healed(text, flat=False, breaks=(3,)) == "performance and per-formance"


def test_the_general_word_list_is_there():
    assert len(general_words()) > 15_000
    assert {"performance", "sustainability"} <= general_words()
