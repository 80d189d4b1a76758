"""Paths through the graph as proof: from an entity that a question names to the passage that its answer cites.

The cheapest path is searched (Dijkstra 1959) from the passage outwards, until one of the named entities is met; what
lies on the way is read from the store when it is reached. A link's cost says how little it explains: a link between
things of the domain is cheap, one that only tells where a thing stands on the page is dear, and going against a link
costs a little more than going with it, so that the path that is found reads forward where it can. Costs are whole
numbers and ties are broken by IRI: the same graph gives the same path, whatever was asked before.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tieout import vocab
from tieout.latest import Latest

if TYPE_CHECKING:
    from tieout.graph.store import GraphStore

Triple = tuple[str, str, str]
State = tuple[str, bool]
"""A node, and whether a link of the domain was gone by on the way from the passage to it."""

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
_MOST_STATES = 2000
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
    """The links of one generation, read when they are first met. Safe to use from several threads."""

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

    def path(self, starts: Sequence[str], passage: str) -> Path | None:
        """The cheapest path from one of the entities to the passage with a link of the domain in it, or None.

        Args:
            starts: IRIs of the entities that the question names, the one that it names most plainly first.
            passage: IRI of the cited passage.
        """
        triples = _Search(self, tuple(dict.fromkeys(starts)), passage).run()
        if not triples:
            return None
        names = self.store.labels(sorted({x for triple in triples for x in triple}))
        return Path(tuple(Link(s, names[s], p, names[p], o, names[o]) for s, p, o in triples), ask_for(triples))


class _Search:
    """One search, from the passage to whichever start is met first."""

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
        self._cost: dict[State, int] = {(passage, False): 0}
        self._came: dict[State, tuple[State, Triple]] = {}

    def run(self) -> list[Triple]:
        """The triples of the path in walking order; [] where there is none."""
        waiting = [(0, -1, self._passage, False)]
        settled: set[State] = set()
        while waiting and len(settled) < _MOST_STATES:
            cost, rank, *state = heapq.heappop(waiting)
            here: State = (str(state[0]), bool(state[1]))
            if rank >= 0:
                return [triple for _, triple in self._back(here)]
            if here in settled:
                continue
            settled.add(here)
            node, domain = here
            if domain and node in self._rank and (node, False) not in settled:
                heapq.heappush(waiting, (cost + self._rank[node] * _LATER, self._rank[node], *here))
            for there, triple in self._onward(here):
                further = cost + walking_costs(triple)[there[0], node]
                if further < self._cost.get(there, further + 1):
                    self._cost[there] = further
                    self._came[there] = (here, triple)
                    heapq.heappush(waiting, (further, -1, *there))
        return []

    def _onward(self, state: State) -> Iterator[tuple[State, Triple]]:
        """Where one can go from a node, further away from the passage."""
        node, domain = state
        came = self._came[state][1] if state in self._came else None
        holder = node.startswith(_HOLDERS)
        own = self._view.links(node)
        if came is not None and came[2] == node and not holder and came not in own:
            return  # a metric, a clause or a topic of very many things
        on_the_way = {_other(triple, before[0]) for before, triple in self._back(state)}
        for triple in (*own, *self._told.get(node, ())):
            there = _other(triple, node)
            if there.startswith(_PASSAGE) or there == self._passage or there in on_the_way:
                continue  # what else is printed beside the passage proves nothing
            if holder and came is not None and triple[1] == came[1] and (triple[0] == node) == (came[0] == node):
                continue  # nor does another thing that the same report or section holds
            yield (there, domain or tells_of_domain(triple[1])), triple

    def _back(self, state: State) -> Iterator[tuple[State, Triple]]:
        """The way from a node to the passage: each link with the node it leads to."""
        while state in self._came:
            yield self._came[state]
            state = self._came[state][0]


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
