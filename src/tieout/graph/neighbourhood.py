"""What lies near to given things of the graph: personalised PageRank on the links around them, in networkx."""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx

from tieout.graph.paths import GraphView


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
    walk = view.region(seeds, radius)
    known = {node: weight for node, weight in seeds.items() if node in walk}
    if not known:
        return []
    ranks = nx.pagerank(walk, alpha=0.85, personalization=known, weight="weight")
    return sorted(ranks.items(), key=lambda item: (-item[1], item[0]))[:top]
