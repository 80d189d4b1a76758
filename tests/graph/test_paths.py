"""Paths: cheapest, simple, true as long as each link stands."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from tieout import vocab
from tieout.graph.neighbourhood import neighbourhood
from tieout.graph.paths import GraphView, Triple, ask_for, walk_order, walking_costs

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


def path(store: Store, passage: str, *starts: str) -> list[Triple]:
    """The triples of the path in a small store; [] where there is none."""
    found = GraphView(store).path(starts, passage)  # type: ignore[arg-type]
    if found is None:
        return []
    triples = [(x.subject, x.predicate, x.object) for x in found.links]
    assert found.ask == ask_for(triples)
    return triples


def test_path_from_the_organization_reads_forward() -> None:
    assert path(WORLD, P, ORG) == [(ORG, PUBLISHES, R), (R, STATES, O), (O, DERIVED, P)]


def test_path_from_the_metric_goes_against_one_link() -> None:
    found = GraphView(WORLD).path([M], P)  # type: ignore[arg-type]
    assert found is not None
    assert [(x.subject, x.predicate, x.object) for x in found.links] == [(O, METRIC, M), (O, DERIVED, P)]
    assert list(walk_order(found)) == [M, O, P]


def test_what_is_named_first_is_the_start_unless_what_is_named_later_is_nearer_by_far() -> None:
    assert path(WORLD, P, M, ORG)[0] == (O, METRIC, M)
    assert path(WORLD, P, ORG, M)[0] == (O, METRIC, M)
    near = Store(*WORLD.triples, (ORG, vocab.NS + "policy", O))
    assert path(near, P, ORG, M)[0] == (ORG, vocab.NS + "policy", O)


def test_things_of_one_kind_are_not_joined() -> None:
    assert path(Store((O, TYPE, "urn:class"), (P, TYPE, "urn:class")), P, O) == []


def test_unknown_ends_have_no_path() -> None:
    assert path(WORLD, P, "urn:nobody") == []
    assert path(WORLD, "urn:nowhere", ORG) == []
    assert path(WORLD, P) == []


def test_a_thing_that_only_stands_on_the_passage_starts_no_path() -> None:
    named = Store(*WORLD.triples, (R, STATES, "urn:policy"), ("urn:policy", DERIVED, P))
    assert path(Store(("urn:policy", DERIVED, P)), P, "urn:policy") == []
    assert path(named, P, "urn:policy", ORG) == [(ORG, PUBLISHES, R), (R, STATES, O), (O, DERIVED, P)]


def test_what_one_report_or_section_holds_is_not_joined_by_that() -> None:
    report, section = f"{vocab.ID}report/r", f"{vocab.ID}section/r/1"
    stated = Store((report, STATES, O), (report, STATES, "urn:other"), ("urn:other", METRIC, M), (O, DERIVED, P))
    assert path(stated, P, M) == []
    beside, here = f"{vocab.ID}passage/r/1/0-9", f"{vocab.ID}passage/r/1/9-20"
    printed = ((p, vocab.NS + "inSection", section) for p in (beside, here))
    assert path(Store(*printed, (O, DERIVED, beside), (O, METRIC, M)), here, M) == []


def test_crowded_nodes_are_not_walked_through() -> None:
    crowd = [(f"urn:o{i}", METRIC, M) for i in range(500)]
    store = Store(*crowd, ("urn:o1", DERIVED, P), ("urn:other", METRIC, M))
    assert path(store, P, "urn:other") == []
    assert path(store, P, M) == [("urn:o1", METRIC, M), ("urn:o1", DERIVED, P)]


def test_a_report_of_many_findings_is_walked_through() -> None:
    report = f"{vocab.ID}report/r"
    many = Store((ORG, PUBLISHES, report), *((report, STATES, f"urn:o{i}") for i in range(500)), ("urn:o1", DERIVED, P))
    assert path(many, P, ORG) == [(ORG, PUBLISHES, report), (report, STATES, "urn:o1"), ("urn:o1", DERIVED, P)]


def test_same_path_whatever_was_asked_before() -> None:
    middles = ("urn:a", "urn:b")
    store = Store(*((ORG, PUBLISHES, m) for m in middles), *((m, DERIVED, P) for m in middles), (M, METRIC, "urn:b"))
    used = GraphView(store)  # type: ignore[arg-type]
    assert used.path([M], P) is not None
    assert used.path([ORG], P) == GraphView(store).path([ORG], P)  # type: ignore[arg-type]
    assert path(store, P, ORG)[0] == (ORG, PUBLISHES, "urn:a")


@given(
    st.sets(
        st.tuples(st.sampled_from("abcdef"), st.sampled_from(("about", "metric")), st.sampled_from("abcdef")),
        max_size=14,
    )
)
def test_as_cheap_as_the_library_of_graphs_finds(drawn: set[Triple]) -> None:
    store = Store(*((f"urn:{s}", vocab.NS + p, f"urn:{o}") for s, p, o in drawn), ("urn:f", DERIVED, P))
    everything = nx.DiGraph()
    for triple in store.triples:
        for (a, b), cost in walking_costs(triple).items():
            if a != b and cost < everything.get_edge_data(a, b, {"cost": cost + 1})["cost"]:
                everything.add_edge(a, b, cost=cost)
    found = path(store, P, "urn:a")
    reachable = "urn:a" in everything and nx.has_path(everything, "urn:a", P)
    assert bool(found) == reachable
    if found:
        here, total = "urn:a", 0
        for triple in found:
            there = triple[2] if triple[0] == here else triple[0]
            total += walking_costs(triple)[here, there]
            here = there
        assert here == P
        assert total == nx.dijkstra_path_length(everything, "urn:a", P, weight="cost")


def test_neighbourhood_ranks_the_near_above_the_far() -> None:
    view = GraphView(WORLD)  # type: ignore[arg-type]
    ranks = dict(neighbourhood(view, {P: 1.0}, radius=4))
    assert ranks[O] > ranks[ORG]
    assert neighbourhood(view, {"urn:nobody": 1.0}) == []
