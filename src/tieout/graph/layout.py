"""Where things stand in the drawing of an answer's surroundings: columns by kind, read from the domain to the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import networkx as nx

Point = tuple[float, float]

_COLUMN = {
    "goal": 0, "topic": 0, "clause": 1, "metric": 2, "entity": 2, "observation": 3, "disclosure": 3, "passage": 4,
}  # fmt: skip
_LAST = 5
"""The column of what holds a place: section, report, organization."""


def in_columns(nodes: Sequence[str], links: Iterable[tuple[str, str]], kinds: Mapping[str, str]) -> dict[str, Point]:
    """Coordinates in -1..1, a column for each kind that is there, the first of them on the left.

    Within a column a thing stands where the things that it is linked to stand in the columns before (the barycentre
    method of Sugiyama, Tagawa and Toda 1981, one sweep), so that few links cross; ties keep the order of ``nodes``.

    Args:
        nodes: the things, the most important first.
        links: pairs of them.
        kinds: the kind of each, as its IRI tells it.
    """
    rows: dict[int, list[str]] = {}
    for node in nodes:
        rows.setdefault(_COLUMN.get(kinds[node], _LAST), []).append(node)
    beside: dict[str, set[str]] = {node: set() for node in nodes}
    for a, b in links:
        beside[a].add(b)
        beside[b].add(a)
    graph = nx.Graph()
    height: dict[str, float] = {}
    for column, key in enumerate(sorted(rows)):
        before = {node: sorted(height[other] for other in beside[node] if other in height) for node in rows[key]}
        ordered = sorted(rows[key], key=lambda node: sum(before[node]) / len(before[node]) if before[node] else 0.0)
        for row, node in enumerate(ordered):
            height[node] = row - (len(ordered) - 1) / 2
            graph.add_node(node, column=column)
    at = nx.multipartite_layout(graph, subset_key="column")
    # The library spaces all columns alike; a picture is filled best when each axis reaches both its ends.
    across, up = _stretch([float(x) for x, _ in at.values()]), _stretch([float(y) for _, y in at.values()])
    return dict(zip(at, zip(across, up, strict=True), strict=True))


def _stretch(values: Sequence[float]) -> list[float]:
    """Values spread from -1 to 1; all the same stand in the middle."""
    low, high = min(values, default=0.0), max(values, default=0.0)
    return [round(2 * (v - low) / (high - low) - 1, 4) if high > low else 0.0 for v in values]
