"""Paths: cheapest, simple, true as long as each link stands."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from tieout import vocab
from tieout.graph.paths import GraphView, Link, Path, ask_for, walk_order

O, R, M, P = "urn:observation", "urn:report", "urn:metric", "urn:passage"  # noqa: E741
DERIVED, METRIC, STATES = vocab.PROV + "wasDerivedFrom", vocab.NS + "metric", vocab.NS + "states"
ORG, PUBLISHES, TYPE = "urn:organization", vocab.NS + "publishes", vocab.RDF + "type"


class Store:
    """A graph of a few statements with the look-ups that paths need."""

    def __init__(self, *triples: tuple[str, str, str]) -> None:
        self.triples = sorted(triples)

    def outgoing(self, node: str, limit: int) -> list[tuple[str, str, str]]:
        found = [t for t in self.triples if t[0] == node]
        return found if len(found) <= limit else []

    def incoming(self, node: str, limit: int) -> list[tuple[str, str, str]]:
        found = [t for t in self.triples if t[2] == node]
        return found if len(found) <= limit else []

    def labels(self, iris: Iterable[str]) -> dict[str, str]:
        return {iri: iri.rsplit(":", 1)[-1] for iri in iris}


WORLD = Store(
    (ORG, PUBLISHES, R),
    (R, STATES, O),
    (O, METRIC, M),
    (O, DERIVED, P),
    (O, TYPE, "urn:class"),
    (P, TYPE, "urn:class"),
)


def view(store: Store = WORLD) -> GraphView:
    """A view of a small store."""
    return GraphView(store)  # type: ignore[arg-type]


def test_path_from_the_organization_reads_forward() -> None:
    path = view().path(ORG, P)
    assert path is not None
    assert [(x.subject, x.object) for x in path.links] == [(ORG, R), (R, O), (O, P)]
    assert path.ask == ask_for([(ORG, PUBLISHES, R), (R, STATES, O), (O, DERIVED, P)])


def test_path_from_the_metric_goes_against_one_link() -> None:
    path = view().path(M, P)
    assert path is not None
    assert [(x.subject, x.predicate, x.object) for x in path.links] == [(O, METRIC, M), (O, DERIVED, P)]
    assert list(walk_order(path)) == [M, O, P]


def test_things_of_one_kind_are_not_joined() -> None:
    lonely = Store((O, TYPE, "urn:class"), (P, TYPE, "urn:class"))
    assert view(lonely).path(O, P) is None


def test_unknown_ends_have_no_path() -> None:
    assert view().path("urn:nobody", P) is None
    assert view().path(ORG, "urn:nowhere") is None


def test_crowded_nodes_are_not_walked_through() -> None:
    crowd = [(f"urn:o{i}", METRIC, M) for i in range(500)]
    store = Store(*crowd, ("urn:o1", DERIVED, P), ("urn:other", METRIC, M))
    assert view(store).path("urn:other", P) is None


def test_same_path_every_time() -> None:
    middles = ("urn:a", "urn:b")
    two_ways = Store(*((ORG, PUBLISHES, m) for m in middles), *((m, DERIVED, P) for m in middles))
    assert len({view(two_ways).path(ORG, P) for _ in range(5)}) == 1


def test_neighbourhood_ranks_the_near_above_the_far() -> None:
    ranks = dict(view().neighbourhood({P: 1.0}, radius=4))
    assert ranks[O] > ranks[ORG]
    assert view().neighbourhood({"urn:nobody": 1.0}) == []


@pytest.mark.parametrize("count", [1, 2, 5])
def test_layout_goes_from_left_to_right(count: int) -> None:
    links = tuple(Link(f"urn:{i}", "", "urn:p", "", f"urn:{i + 1}", "") for i in range(count))
    places = view().layout(Path(links, ""))
    xs = [places[f"urn:{i}"][0] for i in range(count + 1)]
    assert xs == sorted(xs)
    assert (xs[0], xs[-1]) == (-1.0, 1.0)
