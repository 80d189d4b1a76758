"""Paths through the graph as proof: from a named entity to the passage an answer cites.

networkx holds the view: a MultiDiGraph of the links around the two ends, each with its predicate and its cost. The cost
says how much a link explains: a link between things of the domain is cheap, one that only tells where a thing stands on
the page is dear, and going against a link costs a little more than going with it, so that the path that is found reads
forward where it can. Dijkstra's cheapest path in such a view is simple (it repeats no node).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import networkx as nx

from tieout import vocab

if TYPE_CHECKING:
    from tieout.graph.store import GraphStore

_COSTS: dict[str, float] = {
    vocab.PROV + "wasDerivedFrom": 1.0,
    vocab.NS + "metric": 1.0,
    vocab.NS + "clause": 1.0,
    vocab.NS + "inSection": 2.5,
    vocab.DCT + "isPartOf": 2.0,
    vocab.OA + "hasSource": 12.0,
}
"""Costs of predicates that differ from the ordinary one."""

_IN_SECTION = vocab.NS + "inSection"
_PASSAGE = f"{vocab.ID}passage/"
_HOLDERS = tuple(f"{vocab.ID}{kind}/" for kind in ("report", "section", "dataset"))
_UPWARD = frozenset({_IN_SECTION, vocab.DCT + "isPartOf"})
_DEEPEST = 8
"""Levels of sections that are climbed."""

_ORDINARY = 1.5
_AGAINST = 0.4
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
        vocab.TIME + "hasTime",
        vocab.DCT + "temporal",
    }
)
"""Predicates that join things which have nothing to do with each other: all figures of a year, all things of a kind."""

_BUSY = 400
"""A node with more links than this on one side is not walked through: it would join everything with everything."""


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


def ask_for(triples: Iterable[tuple[str, str, str]]) -> str:
    """The ASK query over these triples (IRIs only)."""
    return "ASK { " + " . ".join(f"<{s}> <{p}> <{o}>" for s, p, o in triples) + " }"


class GraphView:
    """A lazily grown view of one generation: only what lies around the ends of a path is ever loaded."""

    def __init__(self, store: GraphStore) -> None:
        self.store = store
        self.graph: nx.MultiDiGraph = nx.MultiDiGraph()
        self._grown: set[str] = set()

    def _cost(self, predicate: str) -> float:
        return _COSTS.get(predicate, _ORDINARY)

    def grow(self, node: str) -> None:
        """Load the links of one node, both ways."""
        if node in self._grown:
            return
        self._grown.add(node)
        for triples in (self.store.outgoing(node, _BUSY), self.store.incoming(node, _BUSY)):
            for s, p, o in triples:
                if p in _NEVER or (p == _IN_SECTION and _PASSAGE not in s):
                    continue  # two findings of one section have nothing to do with each other
                self.graph.add_edge(s, o, key=("with", p), cost=self._cost(p), triple=(s, p, o))
                self.graph.add_edge(o, s, key=("against", p), cost=self._cost(p) + _AGAINST, triple=(s, p, o))

    def around(self, nodes: Iterable[str], radius: int) -> None:
        """Load everything within ``radius`` links of the nodes."""
        ring = sorted(set(nodes))
        for _ in range(radius):
            fresh = [node for node in ring if node not in self._grown]
            for node in fresh:
                self.grow(node)
            ring = sorted({n for node in fresh if node in self.graph for n in self.graph.successors(node)})

    def climb(self, passage: str) -> None:
        """Load the sections above a passage, up to its report."""
        waiting = [passage]
        for _ in range(_DEEPEST):
            above = [o for n in waiting for _, p, o in self.store.outgoing(n, _BUSY) if p in _UPWARD]
            for node in above:
                self.grow(node)
            waiting = above

    def path(self, start: str, passage: str) -> Path | None:
        """The cheapest path from an entity to a passage with at least one link of the domain between, or None.

        Args:
            start: IRI of the entity that the question names.
            passage: IRI of the cited passage.
        """
        # Meeting in the middle: two rings around the passage hold its finding and what that speaks of; from the
        # other end one ring is enough, since organizations, metrics and clauses are one link from a finding.
        self.around([passage], 2)
        self.climb(passage)
        self.around([start], 1)
        if start not in self.graph or passage not in self.graph:
            return None
        if not nx.has_path(self.graph, start, passage):
            self.around([start], 2)
            if not nx.has_path(self.graph, start, passage):
                return None
        nodes = self._cheapest(start, passage)
        if not nodes:
            return None
        triples = [self._edge(a, b) for a, b in pairwise(nodes)]
        names = self.store.labels(sorted({x for triple in triples for x in triple}))
        links = tuple(Link(s, names[s], p, names[p], o, names[o]) for s, p, o in triples)
        return Path(links, ask_for(triples))

    def _cheapest(self, start: str, passage: str) -> list[str]:
        """The cheapest path's nodes, none of them between the ends a crowded one; [] where there is none."""
        avoided: set[str] = set()
        while True:
            view = nx.restricted_view(self.graph, sorted(avoided), [])
            try:
                nodes: list[str] = nx.dijkstra_path(view, start, passage, weight=self._best)
            except nx.NetworkXNoPath:
                return []
            crowded = {node for node in nodes[1:-1] if self._crowded(node)}
            if not crowded:
                return nodes
            avoided |= crowded

    def _crowded(self, node: str) -> bool:
        """Whether a node that lies on a path joins everything with everything: a metric, a clause, a topic of many.

        Reports and sections hold much too, but what they hold belongs together.
        """
        return not node.startswith(_HOLDERS) and not self.store.incoming(node, _BUSY) and any(
            edge["triple"][2] == node for _, _, edge in self.graph.out_edges(node, data=True)
        )

    @staticmethod
    def _best(_a: str, _b: str, edges: dict[object, dict[str, float]]) -> float:
        return min(edge["cost"] for edge in edges.values())

    def _edge(self, a: str, b: str) -> tuple[str, str, str]:
        edges = self.graph[a][b]
        best = min(sorted(edges, key=str), key=lambda key: edges[key]["cost"])
        triple: tuple[str, str, str] = edges[best]["triple"]
        return triple

    def neighbourhood(self, seeds: dict[str, float], *, radius: int = 2, top: int = 50) -> list[tuple[str, float]]:
        """Nodes near the seeds by personalised PageRank (Page et al. 1999), best first, ties by IRI.

        Args:
            seeds: IRI to weight; weights need not sum to one.
            radius: how far the view is grown around the seeds.
            top: how many nodes are returned.
        """
        self.around(seeds, radius)
        known = {node: weight for node, weight in seeds.items() if node in self.graph}
        if not known:
            return []
        walk = nx.DiGraph()
        for a, b, edge in self.graph.edges(data=True):
            weight = 1.0 / edge["cost"]
            walk.add_edge(a, b, weight=max(weight, walk[a][b]["weight"]) if walk.has_edge(a, b) else weight)
        ranks = nx.pagerank(walk, alpha=0.85, personalization=known, weight="weight")
        return sorted(ranks.items(), key=lambda item: (-item[1], item[0]))[:top]

    def layout(self, path: Path) -> dict[str, tuple[float, float]]:
        """Places for drawing a path, each coordinate in -1..1, nodes left to right in walking order."""
        drawn = nx.MultiDiGraph()
        for link in path.links:
            drawn.add_edge(link.subject, link.object)
        order = list(walk_order(path))
        if len(order) == 1:
            return {order[0]: (0.0, 0.0)}
        step = 2.0 / (len(order) - 1)
        return {node: (-1.0 + i * step, 0.18 if i % 2 else -0.18) for i, node in enumerate(order)}


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
