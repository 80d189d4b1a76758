"""Paths through the graph as proof: from an entity that a question names to the passage that its answer cites.

A generation is seen as a typed, weighted graph, of which what is walked is read from the store; what lies around given
things is a MultiDiGraph of networkx. The cheapest simple path is searched (Dijkstra 1959) from the passage outwards,
until one of the named entities is met. A link's cost says how little it explains: a link between things of the domain
is cheap, one that only tells where a thing stands on the page is dear, and going against a link costs a little more
than going with it, so that the path that is found reads forward where it can. Costs are whole numbers and ties are
broken by IRI: the same graph gives the same path, whatever was asked before.
"""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tieout import vocab
from tieout.latest import Latest

if TYPE_CHECKING:
    import networkx as nx

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
        import networkx as nx

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


class _Ways:
    """The cheapest of all simple ways from a passage to one of the named entities.

    The constraints of a path (nothing twice, no other thing of the same section, no crowd) are on whole ways, so a way
    is what is searched, not a node; then taking the cheapest first (Dijkstra 1959) is exact. Ties go to the way that
    was met first. A search of its own, because loading a library of graphs costs more than a whole answer.
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

    def cheapest(self) -> list[Triple]:
        """The triples of the cheapest way in walking order; [] where there is none."""
        met = itertools.count()
        fringe = [(0, next(met), _Way(self._passage, domain=False), False)]
        while fringe:
            cost, _, way, arrived = heapq.heappop(fringe)
            if arrived:
                return way.triples()
            if self._seen >= _MOST_WAYS:
                continue
            self._seen += 1
            if way.domain and way.node in self._rank:
                # What being named later costs: an entity that is named more plainly may still be nearer.
                heapq.heappush(fringe, (cost + self._rank[way.node] * _LATER, next(met), way, True))
            for further, step in self._onward(way):
                heapq.heappush(fringe, (cost + step, next(met), further, False))
        return []

    def _onward(self, way: _Way) -> Iterator[tuple[_Way, int]]:
        """Where one can go from the end of a way, further away from the passage, and at what cost."""
        node, came = way.node, way.triple
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
            yield further, walking_costs(triple)[there, node]


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
