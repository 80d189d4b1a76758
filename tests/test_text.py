"""MappedText leads every derived character back to its source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.text import MappedText, collapse, fold, words


def test_cut_text_maps_back_to_the_source() -> None:
    source = "Head per-formance tail"
    body = MappedText.without(source, [(0, 5), (8, 9)])
    assert body.text == "performance tail"
    start, end = body.source_span(0, len("performance"))
    assert source[start:end] == "per-formance"


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 6)), max_size=5))
def test_every_kept_character_is_the_source_character(source: str, cuts: list[tuple[int, int]]) -> None:
    spans = [(min(a, len(source)), min(a + n, len(source))) for a, n in cuts]
    body = MappedText.without(source, spans)
    gone = {i for a, b in spans for i in range(a, b)}
    assert body.text == "".join(c for i, c in enumerate(source) if i not in gone)
    assert all(source[body.source_index(i)] == c for i, c in enumerate(body.text))


def test_empty_span_is_refused() -> None:
    with pytest.raises(ValueError, match="empty or outside"):
        MappedText.identity("abc").source_span(1, 1)


def test_derived_index_is_the_next_kept_character() -> None:
    body = MappedText.without("abcdef", [(2, 4)])
    assert [body.derived_index(i) for i in range(7)] == [0, 1, 2, 2, 2, 3, 4]


def test_folding_is_for_comparing() -> None:
    assert fold("  Ｓcope\n２ ") == "scope 2"
    assert collapse(" a \n b ") == "a b"
    assert words("Company’s 1,234.5 % of CO2") == ["company’s", "1,234.5", "%", "of", "co", "2"]
