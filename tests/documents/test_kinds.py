from __future__ import annotations

import pytest
from tests.documents import hostile

from tieout.documents.kinds import Kind, kind_of
from tieout.errors import SourceError


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"%PDF-1.4 rest", "report.txt", Kind.PDF),
        (b"\n\n<!DOCTYPE html><p>x", "report.pdf", Kind.HTML),
        (b"\xef\xbb\xbf<html>", "x", Kind.HTML),
        (b"a,b\n1,2", "x.csv", Kind.CSV),
        (b"a,b\n1,2", "x.txt", Kind.TXT),
        (hostile.docx_bomb(), "x.pdf", Kind.DOCX),
        (hostile.far_cell_xlsx(), "x.txt", Kind.XLSX),
    ],
)
def test_bytes_decide_and_names_do_not(data, name, kind):
    assert kind_of(data, name) is kind


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\0\f", "empty"),
        (b"\x89PNG\r\n", "an image"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office"),
        (b"PK\x03\x04 cut off", "truncated"),
        (hostile.archive({"a": b"b"}), "ZIP archive"),
    ],
)
def test_refusals_name_file_and_reason(data, words):
    with pytest.raises(SourceError, match=f"^odd.docx: .*{words}"):
        kind_of(data, "odd.docx")
