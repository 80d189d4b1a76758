"""Hostile pages: time stays proportional to their size."""

from __future__ import annotations

import pytest
from tests.effort import calls, ending

HOSTILE = {
    "one long number": "1" * 100_000,
    "numbers only": "12 " * 20_000,
    "years only": "2023 2024 " * 10_000,
    "a thousand columns": "Indicator Unit " + "2023 2024 " * 10 + "% " * 5_000 + "a t " + "1 " * 20_000,
    "spaces": " " * 200_000 + "x",
    "empty lines": "\n " * 50_000,
    "brackets": "(" * 30_000 + "12" + ")" * 30_000,
    "labels without figures": "Number of things " * 10_000,
    "shares without an end": "rate of 12% and " * 4_000,
    "clauses without an end": "cats and dogs with hats, " * 20_000 + "12% of them and 13% of these and 14% of those",
    "words before a figure": "cats " * 100_000 + "fell to 11.5 and rose to 12.5",
    "age bands": "<30 30-50 >50 " * 10_000,
    "members": "total female male " * 10_000,
    "contracts": "permanent female male temporary " * 10_000,
    "units in brackets": "Hours (h) Heads (person) " * 10_000,
    "open units": "Hours (h Heads (person " * 10_000,
    "rows both ways": "39 % Heat from gas 1 % Own power of sun " * 4_000,
    "movements": "rose from 5 t to 6 t and fell by 7% against " * 4_000,
    "targets": "the target is to reach a goal and an aim " * 5_000 + "of 12% and 13% and 14%",
    "financial years": "For the year ended 31 March 2024 " * 4_000,
    "years as rows": "Water Year m3/year 2022 3,039 Year Unit 2023 2022 12 13 " * 4_000,
    "heads of years": "Year kWh t " * 10_000 + "2022 3,039",
    "goals": "Goals 2030 Results 2024 " + "Green things 40 % 23 % and blue 40 t CO2e of it all " * 4_000,
    "dates with groups": "12/31/2024 Top Low Male 61 72 Female 39 28 " * 4_000,
    "dashes": "Scope 1 – 2 – 3 – " * 6_000,
    "noughts": "No accidents and no spills, " * 5_000,
    "no numbers": "plain words only " * 10_000,
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_pages_come_to_an_end(read, name):
    with ending():
        read(HOSTILE[name])


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_work_grows_with_the_page(read, name):
    page = HOSTILE[name]
    read(page[:1000])
    half, whole = (calls(lambda n=n: read(page[: len(page) // n])) for n in (20, 10))
    assert whole < 3 * half


def test_same_pages_same_observations(read):
    text = "Staff 2023 2024\nIn 2024 we ran 12 courses for 300 employees.\n"
    assert read(text) == read(text)
