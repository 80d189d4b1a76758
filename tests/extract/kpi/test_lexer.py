"""Tokens: what can stand in a cell, with footnote marks split off."""

from __future__ import annotations

import pytest

from tieout.extract.kpi.lexer import Kind, tokenize


@pytest.mark.parametrize(
    ("text", "kind", "core", "mark"),
    [
        ("35(1)", Kind.FIGURE, "35", "1"),
        ("2,5173", Kind.FIGURE, "2,517", "3"),
        ("1.053)", Kind.FIGURE, "1.05", "3"),
        ("(42,097)", Kind.FIGURE, "(42,097)", ""),
        ("≥30%", Kind.FIGURE, "≥30%", ""),
        ("2022(12)", Kind.YEAR, "2022", "12"),
        ("Fatalities1)", Kind.WORD, "Fatalities", "1"),
        ("50（1）", Kind.FIGURE, "50", "1"),
        ("k. A.", Kind.ABSENT, "k. A.", ""),
        ("n/a", Kind.ABSENT, "n/a", ""),
        ("–", Kind.NIL, "–", ""),
        ("1:11", Kind.RATIO, "1:11", ""),
        ("30-39", Kind.WORD, "30-39", ""),
        ("(m3)", Kind.WORD, "(m3)", ""),
    ],
)
def test_kinds(text, kind, core, mark):
    (token,) = tokenize(text)
    assert (token.kind, token.core, token.mark) == (kind, core, mark)


def test_a_bracket_that_closes_is_no_mark():
    assert [t.kind for t in tokenize("(Scope 1)")] == [Kind.WORD, Kind.WORD]
    assert [t.kind for t in tokenize("1) Adjusted")] == [Kind.MARK, Kind.WORD]


@pytest.mark.parametrize(
    ("text", "year"), [("2024", "2024"), ("FY23", "2023"), ("12/31/2023", "2023"), ("31.12.2022", "2022")]
)
def test_years(text, year):
    assert tokenize(text)[0].year == year
