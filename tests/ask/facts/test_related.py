"""Running text is found in three ways: by meaning and words, and through the graph from the things a question names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from tieout.ask.facts.named import named_things
from tieout.ask.facts.sentence_ranking import rank_sentences
from tieout.ask.ports import Found, Ports
from tieout.ask.view import View, open_view
from tieout.ask.wording.question import Question, read_question
from tieout.ask.wording.words import terms
from tieout.model import Catalogue

CHARTER = "urn:ent:charter"


@pytest.fixture
def view(world: Any, asker: Any) -> View:
    """The view of the tiny world."""
    catalogue: Catalogue = asker._catalogue
    return open_view(Ports(world, world, world, world, world, world), catalogue, world.reports())


def test_a_thing_is_named_when_the_question_says_its_whole_label(view: View) -> None:
    assert list(named_things(view, terms("who checks the fair grain charter"))) == [CHARTER]
    assert named_things(view, terms("who checks the charter")) == {}


def test_what_only_the_graph_finds_is_ranked_too(view: View, world: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    passages = world.search("", 3, ["mm-2024"])
    grown: list[Mapping[str, float]] = []

    def related(seeds: Mapping[str, float], k: int, reports: Sequence[str]) -> list[Found]:
        grown.append(seeds)
        return passages[:1]

    monkeypatch.setattr(world, "search", lambda *_: [])
    reading = read_question(Question("Why was the Fair Grain Charter issued?"))
    assert rank_sentences(view, reading, ()) == []
    monkeypatch.setattr(world, "related", related)
    best = rank_sentences(view, reading, ())[0]
    assert best.sentence.text == "The company has issued the Fair Grain Charter for buying wheat."
    assert [list(seeds) for seeds in grown] == [[CHARTER]]


def test_a_passage_found_twice_is_ranked_once(view: View, world: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    reading = read_question(Question("Why was the Fair Grain Charter issued?"))
    alone = rank_sentences(view, reading, ())
    monkeypatch.setattr(world, "related", lambda *_: world.search("", 3, ["mm-2024"]))
    assert rank_sentences(view, reading, ()) == alone
