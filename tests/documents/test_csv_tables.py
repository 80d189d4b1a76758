from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.documents.reader import read_report
from tieout.errors import SourceError


def rows(text: str) -> list[list[str]]:
    return [[c.text for c in row] for row in read_report(text.encode(), "t.csv").tables[0].rows]


def test_one_page_numbered_as_asked_with_spans_of_its_text():
    text = 'Name,"Value, in t"\r\nWaste,"1,200"\r\n'
    report = read_report(text.encode(), "t.csv", first_page=47)
    assert [(p.number, p.text) for p in report.pages] == [(47, text)]
    table = report.tables[0]
    assert table.page == 47
    assert [[text[c.start : c.end] for c in row] for row in table.rows] == [["Name", "Value, in t"], ["Waste", "1,200"]]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separators(separator):
    assert rows(f"a{separator}b\n1{separator}\n") == [["a", "b"], ["1", ""]]


def test_short_rows_are_filled_up_and_empty_rows_left_out():
    assert rows("a,b,c\n\n1\n,,\n") == [["a", "b", "c"], ["1", "", ""]]


cell = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=8)


@given(st.lists(st.lists(cell, min_size=2, max_size=4), min_size=1, max_size=5))
def test_agrees_with_the_standard_reader(table):
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows([["head", "er"], *table])
    expected = [row for row in csv.reader(io.StringIO(out.getvalue(), newline="")) if any(c.strip() for c in row)]
    width = max(map(len, expected))
    assert rows(out.getvalue()) == [row + [""] * (width - len(row)) for row in expected]


@pytest.mark.parametrize(
    ("text", "words"),
    [('a,"b\n1,2', "never ends"), ("," * 300, "200 columns"), ("a,b\n" * 200_002, "200000 rows")],
)
def test_limits(text, words):
    with pytest.raises(SourceError, match=words):
        read_report(text.encode(), "t.csv")
