"""Which scopes a wording names."""

from __future__ import annotations

import pytest

from tieout.ask.wording.emission_scopes import other_scopes, scopes_in, scopes_meant


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Direct emissions (Scope 1)", "1"),
        ("scope 1 and 2 in total", "12"),
        ("Scopes 1, 2 and 3", "123"),
        ("Scope 1-3", "123"),
        ("Scope 1 & Scope 2", "12"),
        ("scope 1+2", "12"),
        ("Scope 2 in 2024", "2"),
        ("emissions by scope", ""),
        ("Scope 12", ""),
    ],
)
def test_scopes_named(text: str, named: str) -> None:
    assert scopes_in(text) == frozenset(named)


def test_one_scope_is_another_figure_than_two() -> None:
    assert other_scopes(frozenset("1"), frozenset("12"))
    assert not other_scopes(frozenset("1"), frozenset("1"))
    assert not other_scopes(frozenset(), frozenset("12"))


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("how high were direct emissions of the boilers?", "1"),
        ("direct ghg emissions of the fleet", "1"),
        ("direct and indirect emissions", ""),
        ("indirect emissions", ""),
        ("direct scope 2 emissions", "2"),
        ("direct suppliers and emissions", ""),
    ],
)
def test_direct_emissions_are_those_of_scope_1(question: str, meant: str) -> None:
    assert scopes_meant(question) == frozenset(meant)
