"""What lies around a path: the domain's things of the same report, laid out alike each time."""

from __future__ import annotations

from typing import Any

import pytest

from tieout import Library
from tieout.graph.surroundings import surroundings

REPORT = "kestrel-bay-2024"


@pytest.fixture
def answer(library: Library) -> dict[str, Any]:
    """An answer with a path."""
    return library.ask("Scope 2 emissions in 2024?", reports=[REPORT])


def test_the_path_stands_in_the_midst_of_clauses_and_topics(library: Library, answer: dict[str, Any]) -> None:
    found = library.around(answer)
    places = {place.iri: place for place in found.places}
    path = {link[end] for link in answer["paths"][0]["links"] for end in ("subject", "object")}
    assert {iri for iri, place in places.items() if place.on_path} == path
    assert {"clause", "topic", "metric", "passage"} <= {place.kind for place in found.places}
    assert len(places) <= len(path) + 14
    assert all(abs(place.x) <= 1.0001 and abs(place.y) <= 1.0001 for place in found.places)
    assert {(link.subject, link.object) for link in found.links} >= {
        (link["subject"], link["object"]) for link in answer["paths"][0]["links"]
    }
    assert all(link.subject in places and link.object in places for link in found.links)


def test_other_reports_and_other_figures_are_left_out(library: Library, answer: dict[str, Any]) -> None:
    found = library.around(answer)
    assert not [p.iri for p in found.places if "jade-terrace" in p.iri or "lantau-ridge" in p.iri]
    assert sum(p.kind in {"passage", "observation"} for p in found.places) == 2


def test_kinds_stand_in_columns_read_from_the_domain_to_the_page(library: Library, answer: dict[str, Any]) -> None:
    places = library.around(answer).places
    across = {
        kind: {p.x for p in places if p.kind == kind} for kind in ("topic", "clause", "metric", "passage", "report")
    }
    assert all(len(found) == 1 for found in across.values())
    order = [found.pop() for found in across.values()]
    assert order == sorted(set(order))
    assert len({(p.x, p.y) for p in places}) == len(places)


def test_the_same_answer_is_drawn_alike(library: Library, answer: dict[str, Any]) -> None:
    assert library.around(answer) == library.around(answer)


def test_without_a_path_there_is_nothing_around(library: Library) -> None:
    found = library.around({"paths": [], "citations": []})
    assert (found.places, found.links) == ((), ())
    with library._reading() as snapshot:
        assert surroundings(snapshot.view, [], REPORT).places == ()
