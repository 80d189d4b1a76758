"""Lists that a sentence announces or holds, lines under a heading, all things called so, timelines and quoted names."""

from __future__ import annotations

import pytest
from tests.ask.facts.paged import Paged
from tests.ask.mill import REPORT

from tieout.model import AnswerStatus, Entity, Passage

PAGES = {
    1: "The Fair\nAt the summer fair the weavers were able to gather nearly 9,400 crowns for:\n• Lighthouse Fund\n• School of \nknots\n• The Old Sailors’ Home\nThe weavers at the fair, in blue.\n"
    "All known drains of dye were found and put into the following classes:\n• Grade 1:\n• Leaking vats\n• Grade 2\n• Washing of shuttles\n• Rain on the quay\nThe drains are counted below.\n",
    2: "In addition, each cloth is graded in the fields of colour, weight, feel, scent and shine. The shiny grade decides the price.\n"
    "The rota “Day and Night” is read on Mondays. The working time model “Tide to Tide” was begun in 2030 and allows 50 percent work at the loom and 50 percent work at the harbour.\n",
    3: "Chief Topics\nGovernance\nHonest scales\nOpen books\nSocial\nWarm halls\nSafe stairs\nBread for all\nEnvironmental\nClean dyes\nQuiet looms\nCHIEF TOPICS\nWe look at these in turn.\n",
    4: "Copperleaf Timeline\n2028\nThe first steam loom ran.\nAlso in 2028:\n• The Rope Panel was formed\n2029\n• Adoption of the Bread Policy\n• Adoption of Sustainable \nFishing Policy\n2030 \n& beyond\nMore looms to come.\n",
    5: "We respect Northport’s Harbour (Ropes) Ordinance. We also keep the Lamp Ordinance of Northport and the Bread Ordinance of Southport.\n",
}


def law(label: str) -> Entity:
    at = PAGES[5].index(label)
    place = Passage(REPORT, 5, at, at + len(label), label)
    return Entity(report=REPORT, kind="law", label=label, passages=(place,))


@pytest.fixture
def mill() -> Paged:
    return Paged(
        PAGES,
        [law("Harbour (Ropes) Ordinance"), law("Lamp Ordinance of Northport"), law("Bread Ordinance of Southport")],
    )


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Which organisations benefited from the nearly 9,400 crowns that the weavers gathered?", "Lighthouse Fund; School of knots; The Old Sailors’ Home"),
        ("To which institutions did the 9,400 crowns go that Copperleaf gathered?", "Lighthouse Fund; School of knots; The Old Sailors’ Home"),
        ("Which known drains of dye did Copperleaf put into Grade 2?", "Washing of shuttles; Rain on the quay"),
        ("Besides its price, in which five fields is each cloth graded?", "colour; weight; feel; scent; shine"),
        ("In which five fields is each cloth graded, once the price is decided?", "colour; weight; feel; scent; shine"),
        ("What is the name of Copperleaf's policy that lets people split their working time half and half between loom and harbour?", "Tide to Tide"),
        ("Which chief topics does Copperleaf list under Social?", "Warm halls; Safe stairs; Bread for all"),
        ("What are the chief topics under the heading Environmental?", "Clean dyes; Quiet looms"),
        ("What policy on fish did Copperleaf introduce in 2029 according to its timeline?", "Sustainable Fishing Policy"),
        ("In which year was the Rope Panel formed?", "2028"),
        ("Which Northport ordinances does Copperleaf say it complies with?", "Harbour (Ropes) Ordinance; Lamp Ordinance of Northport"),
        ("Which Southport ordinances does Copperleaf respect?", "Bread Ordinance of Southport"),
    ],
)  # fmt: skip
def test_what_is_listed_or_named_is_told_whole(mill: Paged, question: str, short: str) -> None:
    assert mill.ask(question).short == short


@pytest.mark.parametrize(
    "question",
    [
        "Which organisations benefited from the nearly 8,100 crowns that the weavers gathered?",
        "Which barges benefited from the nearly 9,400 crowns that the weavers gathered?",
        "Which known drains of dye did Copperleaf put into Grade 3?",
        "Which known drains of oil did Copperleaf put into Grade 2?",
        "In which four fields is each cloth graded?",
        "In which five fields is each lamp graded?",
        "What is the name of Copperleaf's prize that lets people split their working time between loom and harbour?",
        "What is the name of the policy that lets people divide their wages between bread and rent?",
        "Which four chief topics does Copperleaf list under Social?",
        "Which chief risks does Copperleaf list under Social?",
        "What policy on fishing did Copperleaf introduce in 2028 according to its timeline?",
        "Which Eastport ordinances does Copperleaf comply with?",
    ],
)
def test_what_no_list_is_said_to_be_is_not_found(mill: Paged, question: str) -> None:
    assert mill.ask(question).status is AnswerStatus.NOT_FOUND
