"""What of the domain lies around an answer's path, with places to draw it: clauses, topics, goals, policies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx

from tieout import vocab
from tieout.graph.layout import in_columns
from tieout.graph.neighbourhood import neighbourhood
from tieout.graph.paths import GraphView, Link, Triple

_SHOWN = frozenset({"metric", "clause", "topic", "goal", "entity", "disclosure", "section", "organization", "report"})
"""Kinds of things that tell something beside a path; other figures and passages would only crowd the picture."""
_OF_ONE_REPORT = frozenset({"entity", "disclosure", "section", "report"})
_HOLDERS = frozenset({"report", "organization"})
_LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class Place:
    """A thing in the picture: what it is called, its kind, its coordinates in -1..1, and whether it is on the path."""

    iri: str
    label: str
    kind: str
    x: float
    y: float
    on_path: bool


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Things and the links between them."""

    places: tuple[Place, ...]
    links: tuple[Link, ...]


def surroundings(view: GraphView, path: Sequence[Triple], report: str, *, most: int = 14) -> Surroundings:
    """The path with the things nearest to it by personalised PageRank, laid out in columns by kind.

    Args:
        view: the graph.
        path: the path's triples.
        report: the report that the path leads to; other reports' things are left out.
        most: how many things beside the path.
    """
    on_path = dict.fromkeys(node for s, _, o in path for node in (s, o))
    if not on_path:
        return Surroundings((), ())
    own = vocab.encode(report)
    kept = list(on_path)
    for iri, _ in neighbourhood(view, dict.fromkeys(on_path, 1.0), top=_LOOKED_AT):
        kind = vocab.kind_of(iri)
        if kind not in _SHOWN or iri in on_path or "#" in iri:
            continue
        if kind in _OF_ONE_REPORT and own not in iri.split("/"):
            continue
        kept.append(iri)
        if len(kept) >= len(on_path) + most:
            break
    triples = sorted({t for *_, t in view.region(kept, 1).subgraph(kept).edges(keys=True)} | set(path))
    drawn = nx.Graph()
    drawn.add_nodes_from(kept)
    drawn.add_edges_from((s, o) for s, _, o in triples)
    # All that a report says hangs on the report: that alone makes nothing a neighbour.
    drawn.remove_nodes_from(
        [n for n in kept if n not in on_path and all(vocab.kind_of(m) in _HOLDERS for m in drawn.neighbors(n))]
    )
    drawn = drawn.subgraph(nx.node_connected_component(drawn, kept[0]))
    nodes = [node for node in kept if node in drawn]
    told = [t for t in triples if t[0] in drawn and t[2] in drawn]
    at = in_columns(nodes, ((s, o) for s, _, o in told), {node: vocab.kind_of(node) for node in nodes})
    names = view.store.labels(sorted({*nodes, *(p for _, p, _ in told)}))
    return Surroundings(
        tuple(
            Place(node, names[node], vocab.kind_of(node), *at[node], on_path=node in on_path) for node in nodes
        ),
        tuple(Link(s, names[s], p, names[p], o, names[o]) for s, p, o in told),
    )  # fmt: skip
