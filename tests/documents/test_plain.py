from __future__ import annotations

import pytest

from tieout.documents.plain import decode_text, read_text
from tieout.documents.raw import Layout
from tieout.errors import SourceError


def texts(data: bytes, first_page: int = 1) -> list[tuple[int, str]]:
    return [(p.number, p.text) for p in read_text(data, "a.txt", first_page=first_page).pages]


def test_page_n_is_line_n_unchanged():
    assert texts(b"  one \n\ntwo\t\nthree") == [(1, "  one "), (2, ""), (3, "two\t"), (4, "three")]


def test_a_newline_at_the_end_makes_no_page_and_crlf_is_one_newline():
    assert texts(b"one\r\ntwo\r\n") == [(1, "one"), (2, "two")]


def test_form_feeds_part_pages_and_keep_their_lines():
    raw = read_text(b"a\nb\fc\n\f", "a.txt", first_page=5)
    assert [(p.number, p.text) for p in raw.pages] == [(5, "a\nb"), (6, "c\n")]
    assert raw.layout is Layout.LINES


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings(encoding):
    text = "Emissions fell by 4 € in Köln – a good year for everybody"
    assert decode_text(text.encode(encoding), "a.txt") == text


def test_a_nul_is_replaced_one_for_one_and_binary_is_refused():
    assert decode_text(b"some words\0and more words", "a.txt") == "some words\ufffdand more words"
    with pytest.raises(SourceError, match="binary"):
        decode_text(bytes(range(256)) * 10, "a.txt")


def test_damaged_utf16_is_told():
    with pytest.raises(SourceError, match="damaged UTF-16-LE"):
        decode_text(b"\xff\xfea\0b", "a.txt")


def test_surrogates_never_get_in():
    assert not any(0xD800 <= ord(c) <= 0xDFFF for c in decode_text(b"abc \xed\xa0\x80 def", "a.txt"))
