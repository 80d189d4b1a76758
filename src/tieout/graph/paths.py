"""Paths through the graph as proof: from an entity that a question names to the passage that its answer cites.

A generation is seen as a typed, weighted MultiDiGraph of networkx, of which what is walked is read from the store. The
cheapest simple path is searched (Dijkstra 1959) from the passage outwards, until one of the named entities is met. A
link's cost says how little it explains: a link between things of the domain is cheap, one that only tells where a thing
stands on the page is dear, and going against a link costs a little more than going with it, so that the path that is
found reads forward where it can. Costs are whole numbers and ties are broken by IRI: the same graph gives the same
path, whatever was asked before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import networkx as nx

from tieout import vocab
from tieout.latest import Latest

if TYPE_CHECKING:
    from tieout.graph.store import GraphStore

Triple = tuple[str, str, str]

_IN_SECTION, _PART_OF, _SOURCE = vocab.NS + "inSection", vocab.DCT + "isPartOf", vocab.OA + "hasSource"
_DERIVED = vocab.PROV + "wasDerivedFrom"
_COSTS = {_DERIVED: 10, vocab.NS + "metric": 10, vocab.NS + "clause": 10, _PART_OF: 20, _IN_SECTION: 25, _SOURCE: 120}
"""Costs of predicates that differ from the ordinary one."""
_ORDINARY, _AGAINST, _LATER = 15, 4, 15
"""What other links cost, what walking against one adds, and how much nearer an entity that is named later must be."""

_PLACING = frozenset({_DERIVED, _IN_SECTION, _PART_OF, _SOURCE})
"""Predicates that tell where something stands; every other link is one of the domain, and a path has one at least."""

_NEVER = frozenset(
    {
        vocab.RDF + "type",
        vocab.PROV + "wasGeneratedBy",
        vocab.PROV + "used",
        vocab.PROV + "wasAssociatedWith",
        vocab.QB + "dataSet",
        vocab.SKOS + "inScheme",
        vocab.NS + "status",
        vocab.NS + "organization",
        vocab.NS + "dimension",
        vocab.NS + "period",
        vocab.NS + "relation",
        vocab.TIME + "hasTime",
        vocab.DCT + "temporal",
    }
)
"""Predicates that join things which have nothing to do with each other: all figures of a year, all things of a kind."""

_PASSAGE = f"{vocab.ID}passage/"
_HOLDERS = tuple(f"{vocab.ID}{kind}/" for kind in ("report", "section", "dataset"))
_BUSY = 400
"""A node with more links than this on one side is not walked through: it would join everything with everything."""
_MOST_WAYS = 20_000
_KEPT_NODES = 20_000


@dataclass(frozen=True, slots=True)
class Link:
    """One triple of a path, in its own direction, with labels for people."""

    subject: str
    subject_label: str
    predicate: str
    predicate_label: str
    object: str
    object_label: str


@dataclass(frozen=True, slots=True)
class Path:
    """A path in walking order, and the ASK query that is true exactly as long as every one of its links stands."""

    links: tuple[Link, ...]
    ask: str


def ask_for(triples: Iterable[Triple]) -> str:
    """The ASK query over these triples (IRIs only)."""
    return "ASK { " + " . ".join(f"<{s}> <{p}> <{o}>" for s, p, o in triples) + " }"


def tells_of_domain(predicate: str) -> bool:
    """Whether a link of this predicate says something of the domain, not only where a thing stands."""
    return predicate not in _PLACING


class GraphView:
    """One generation as a graph, its links read when they are first met. Safe to use from several threads."""

    def __init__(self, store: GraphStore) -> None:
        self.store = store
        self._read = Latest[str, tuple[Triple, ...]](_KEPT_NODES)

    def links(self, node: str) -> tuple[Triple, ...]:
        """The links of a node that may be walked, both ways; of a side with too many none."""
        found = self._read.get(node)
        if found is None:
            both = (*self.store.outgoing(node, _BUSY), *self.store.incoming(node, _BUSY))
            found = self._read.keep(node, tuple(t for t in both if _walkable(t)))
        return found

    def region(self, seeds: Iterable[str], radius: int) -> nx.MultiDiGraph:
        """What is within so many links of the seeds, typed and weighted, as it is walked.

        Nodes are IRIs with their ``kind``. Each link is an edge in its own direction and one against it, keyed by the
        triple, with its ``predicate``, the ``cost`` of walking it and the ``weight`` 1/cost.
        """
        walked = nx.MultiDiGraph()
        ring, seen = sorted(seeds), set[str]()
        for _ in range(radius):
            fresh = [node for node in ring if node not in seen]
            seen.update(fresh)
            for triple in (t for node in fresh for t in self.links(node)):
                for (a, b), cost in walking_costs(triple).items():
                    walked.add_edge(a, b, key=triple, predicate=triple[1], cost=cost, weight=1.0 / cost)
            ring = sorted({n for node in fresh if node in walked for n in walked.successors(node)})
        for node in walked:
            walked.nodes[node]["kind"] = vocab.kind_of(node)
        return walked

    def path(self, starts: Sequence[str], passage: str) -> Path | None:
        """The cheapest path from one of the entities to the passage with a link of the domain in it, or None.

        Args:
            starts: IRIs of the entities that the question names, the one that it names most plainly first.
            passage: IRI of the cited passage.
        """
        triples = _Ways(self, tuple(dict.fromkeys(starts)), passage).cheapest()
        if not triples:
            return None
        names = self.store.labels(sorted({x for triple in triples for x in triple}))
        return Path(tuple(Link(s, names[s], p, names[p], o, names[o]) for s, p, o in triples), ask_for(triples))


class _Way:
    """A way from the passage to a node: the state of a search. Two ways to one node are two states."""

    __slots__ = ("before", "domain", "node", "triple")

    def __init__(self, node: str, domain: bool, before: _Way | None = None, triple: Triple | None = None) -> None:
        self.node = node
        self.domain = domain
        self.before = before
        self.triple = triple

    def triples(self) -> list[Triple]:
        """The links from the node back to the passage."""
        return [way.triple for way in self._back() if way.triple is not None]

    def leads_by(self, node: str) -> bool:
        """Whether the node lies on the way."""
        return any(way.node == node for way in self._back())

    def _back(self) -> Iterator[_Way]:
        way: _Way | None = self
        while way is not None:
            yield way
            way = way.before


_FOUND = _Way("", domain=True)
"""What every way that ends at a named entity leads to; its links weigh what being named later costs."""


class _Onward(dict[_Way, dict[_Way, dict[str, dict[str, Any]]]]):
    """Where each way leads on, by the predicate gone by; read from the view when a search gets there."""

    def __init__(self, read: Callable[[_Way], Iterable[tuple[_Way, str, int]]]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, way: _Way) -> dict[_Way, dict[str, dict[str, Any]]]:
        ahead = {there: {predicate: {"weight": cost}} for there, predicate, cost in self._read(way)}
        return self.setdefault(way, ahead)


class _Ways(nx.MultiDiGraph):  # type: ignore[misc]
    """All simple ways from a passage as one graph without an end, of which a search sees what it walks.

    The constraints of a path (nothing twice, no other thing of the same section, no crowd) are on whole ways, so a way
    is a node here; then the library's search for the cheapest is exact.
    """

    def __init__(self, view: GraphView, starts: Sequence[str], passage: str) -> None:
        self._view = view
        self._passage = passage
        self._rank = {start: rank for rank, start in enumerate(starts)}
        # A report of a thousand findings does not tell its links, nor does a metric of as many figures: what the starts
        # tell of them is added there.
        self._told: dict[str, list[Triple]] = {}
        for start in starts:
            for triple in view.links(start):
                self._told.setdefault(_other(triple, start), []).append(triple)
        self._seen = 0
        super().__init__()

    def adjlist_outer_dict_factory(self) -> _Onward:
        """What leads on is read when it is looked at."""
        return _Onward(self._onward)

    def __contains__(self, way: object) -> bool:
        return isinstance(way, _Way)

    def cheapest(self) -> list[Triple]:
        """The triples of the cheapest way in walking order; [] where there is none."""
        try:
            *_, last, _ = nx.dijkstra_path(self, _Way(self._passage, domain=False), _FOUND)
        except nx.NetworkXNoPath:
            return []
        return cast("_Way", last).triples()

    def _onward(self, way: _Way) -> Iterator[tuple[_Way, str, int]]:
        """Where one can go from the end of a way, further away from the passage."""
        if way is _FOUND or self._seen >= _MOST_WAYS:
            return
        self._seen += 1
        node, came = way.node, way.triple
        if way.domain and node in self._rank:
            yield _FOUND, "", self._rank[node] * _LATER
        holder = node.startswith(_HOLDERS)
        own = self._view.links(node)
        if came is not None and came[2] == node and not holder and came not in own:
            return  # a metric, a clause or a topic of very many things
        for triple in sorted({*own, *self._told.get(node, ())}):
            there = _other(triple, node)
            if there.startswith(_PASSAGE) or way.leads_by(there):
                continue  # what else is printed beside the passage proves nothing
            if holder and came is not None and triple[1] == came[1] and (triple[0] == node) == (came[0] == node):
                continue  # nor does another thing that the same report or section holds
            further = _Way(there, way.domain or tells_of_domain(triple[1]), way, triple)
            yield further, triple[1], walking_costs(triple)[there, node]


def _other(triple: Triple, node: str) -> str:
    """The other end of a link."""
    return triple[2] if triple[0] == node else triple[0]


def walking_costs(triple: Triple) -> dict[tuple[str, str], int]:
    """What it costs to walk a link, by the ends from which and to which."""
    subject, predicate, target = triple
    cost = _COSTS.get(predicate, _ORDINARY)
    return {(subject, target): cost, (target, subject): cost + _AGAINST}


def _walkable(triple: Triple) -> bool:
    """Whether a link may lie on a path: two findings of one section have nothing to do with each other."""
    subject, predicate, target = triple
    return predicate not in _NEVER and subject != target and (predicate != _IN_SECTION or subject.startswith(_PASSAGE))


def walk_order(path: Path) -> Iterator[str]:
    """The nodes of a path from its start to its passage, whatever way each link points."""
    links = path.links
    if not links:
        return
    first = links[0]
    if len(links) == 1:
        yield from (first.subject, first.object)
        return
    following = {links[1].subject, links[1].object}
    here = first.subject if first.object in following else first.object
    yield here
    for link in links:
        here = link.object if link.subject == here else link.subject
        yield here
