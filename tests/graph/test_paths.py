"""Paths: cheapest, simple, true as long as each link stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hypothesis import given
from hypothesis import strategies as st

from tieout import vocab
from tieout.graph.neighbourhood import neighbourhood
from tieout.graph.paths import GraphView, Triple, ask_for, tells_of_domain, walk_order, walking_costs

O, R, M, P = "urn:observation", "urn:report", "urn:metric", "urn:passage"  # noqa: E741
DERIVED, METRIC, STATES = vocab.PROV + "wasDerivedFrom", vocab.NS + "metric", vocab.NS + "states"
PART = vocab.DCT + "isPartOf"
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
    report = f"{vocab.ID}report/r"
    stated = ((report, STATES, O), (O, DERIVED, P), (report, STATES, "urn:policy"), ("urn:policy", DERIVED, P))
    named = Store((ORG, PUBLISHES, report), *stated)
    assert path(Store(("urn:policy", DERIVED, P)), P, "urn:policy") == []
    assert path(named, P, "urn:policy", ORG) == [(ORG, PUBLISHES, report), (report, STATES, O), (O, DERIVED, P)]


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


def simple_ways(triples: list[Triple], here: str, end: str, been: tuple[str, ...] = ()) -> Iterator[list[Triple]]:
    """Every way from here to the end that meets nothing twice."""
    if here == end:
        yield []
        return
    for triple in triples:
        if here not in (triple[0], triple[2]) or triple[0] == triple[2]:
            continue
        there = triple[2] if triple[0] == here else triple[0]
        if there not in been:
            yield from ([triple, *rest] for rest in simple_ways(triples, there, end, (*been, here)))


def cost_of(way: list[Triple], start: str) -> int:
    """What walking it costs."""
    here, total = start, 0
    for triple in way:
        there = triple[2] if triple[0] == here else triple[0]
        total += walking_costs(triple)[here, there]
        here = there
    return total


@given(
    st.sets(
        st.tuples(
            st.sampled_from("abcde"), st.sampled_from((vocab.NS + "about", METRIC, PART)), st.sampled_from("abcde")
        ),
        max_size=9,
    )
)
def test_the_cheapest_of_all_simple_ways_with_a_link_of_the_domain(drawn: set[Triple]) -> None:
    store = Store(*((f"urn:{s}", p, f"urn:{o}") for s, p, o in drawn), ("urn:e", DERIVED, P))
    ways = [w for w in simple_ways(store.triples, "urn:a", P) if any(tells_of_domain(p) for _, p, _ in w)]
    found = path(store, P, "urn:a")
    assert bool(found) == bool(ways)
    if found:
        assert found in ways
        assert cost_of(found, "urn:a") == min(cost_of(way, "urn:a") for way in ways)


def test_a_region_is_typed_weighted_and_holds_each_link_both_ways() -> None:
    section, place = f"{vocab.ID}section/r/1", f"{vocab.ID}passage/r/1/0-9"
    view = GraphView(Store((place, vocab.NS + "inSection", section)))  # type: ignore[arg-type]
    found = view.region([place], 1)
    assert found.nodes[section]["kind"] == "section"
    (there,), (back,) = (list(found[a][b].values()) for a, b in ((place, section), (section, place)))
    assert there["predicate"] == back["predicate"] == vocab.NS + "inSection"
    assert there["cost"] < back["cost"]
    assert there["weight"] == 1 / there["cost"]


def test_neighbourhood_ranks_the_near_above_the_far() -> None:
    view = GraphView(WORLD)  # type: ignore[arg-type]
    ranks = dict(neighbourhood(view, {P: 1.0}, radius=4))
    assert ranks[O] > ranks[ORG]
    assert neighbourhood(view, {"urn:nobody": 1.0}) == []
