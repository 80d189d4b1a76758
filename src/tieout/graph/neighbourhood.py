"""What lies near to given things of the graph: personalised PageRank on the links around them, in networkx."""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx

from tieout.graph.paths import GraphView, walking_costs


def neighbourhood(
    view: GraphView, seeds: Mapping[str, float], *, radius: int = 2, top: int = 50
) -> list[tuple[str, float]]:
    """Nodes near the seeds by personalised PageRank (Page et al. 1999), best first, ties by IRI.

    Args:
        view: the graph.
        seeds: IRI to weight; weights need not sum to one.
        radius: how many links are followed around the seeds.
        top: how many nodes are returned.
    """
    walk = nx.DiGraph()
    ring, seen = sorted(seeds), set[str]()
    for _ in range(radius):
        fresh = [node for node in ring if node not in seen]
        seen.update(fresh)
        for triple in (t for node in fresh for t in view.links(node)):
            for (a, b), cost in walking_costs(triple).items():
                weight = 1.0 / cost
                walk.add_edge(a, b, weight=max(weight, walk[a][b]["weight"]) if walk.has_edge(a, b) else weight)
        ring = sorted({n for node in fresh if node in walk for n in walk.successors(node)})
    known = {node: weight for node, weight in seeds.items() if node in walk}
    if not known:
        return []
    ranks = nx.pagerank(walk, alpha=0.85, personalization=known, weight="weight")
    return sorted(ranks.items(), key=lambda item: (-item[1], item[0]))[:top]
