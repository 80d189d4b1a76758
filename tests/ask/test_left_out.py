"""Whether a clause is left out: the verdict follows the way it is asked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.ask.moor import CATALOGUE

from tieout.ask.asker import Asker
from tieout.ask.clauses.codes import placeless
from tieout.ask.clauses.linking import ClauseMention
from tieout.ask.ports import Ports
from tieout.ask.wording.question import Question
from tieout.model import DisclosureStatus


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Is GRI 303-3 reported?", "yes, disclosed"),
        ("Was GRI 303-3 waived?", "no, disclosed"),
        ("Was GRI 403-9 left out?", "yes, omitted"),
        ("Is GRI 403-9 reported?", "no, omitted"),
        ("Is GRI 303-5 listed?", "no, not listed"),
        ("Is GRI 303-5 missing from the index?", "yes, not listed"),
        ("In which index table is GRI 303-3?", "2.1 Resources"),
    ],
)
def test_the_verdict_follows_the_way_it_is_asked(asker, question, short):
    assert asker.ask(Question(question, reports=("mm-2024",))).short == short


def test_a_row_without_a_place_is_told_as_one_and_a_row_that_tells_is_not(world):
    own = world.disclosures

    def rows(reports):
        told = [d for d in own(reports) if d.code == "403-8"]
        return [
            *own(reports),
            *(replace(d, code="303-5", status=DisclosureStatus.NOT_FOUND, references="/") for d in told),
        ]

    world.disclosures = rows
    at = Asker(Ports(world, world, world, world, world, world), CATALOGUE)
    assert at.ask(Question("Is GRI 303-5 listed?", reports=("mm-2024",))).short == "no, a row without a place"
    assert at.ask(Question("Is GRI 403-8 listed?", reports=("mm-2024",))).short == "yes, disclosed"


def test_only_a_row_that_is_not_found_has_no_place(world):
    row = next(d for d in world.disclosures(("mm-2024",)) if d.code == "403-8")
    mention = ClauseMention(next(c for c in CATALOGUE.clauses if c.code == "403-8"), 1.0, True)
    assert not placeless(row, mention)
    assert placeless(replace(row, status=DisclosureStatus.NOT_FOUND, references="-"), mention)
