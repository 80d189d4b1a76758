"""The path of an answer as a picture. Labels come from reports: they are escaped, since plotly reads some markup."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

_INK, _LINE, _START, _END, _MIDDLE = "#1f2933", "#7b8794", "#0b7285", "#2b8a3e", "#364fc7"


def _label(text: str, width: int = 24, lines: int = 3) -> str:
    """A label of at most three short lines, as text and nothing else."""
    parts = textwrap.wrap(text, width=width) or [""]
    shown = parts[:lines]
    if len(parts) > lines:
        shown[-1] += " …"
    return "<br>".join(html.escape(part) for part in shown)


def nodes_in_order(links: Sequence[Mapping[str, str]]) -> list[tuple[str, str]]:
    """(IRI, label) of a path's nodes from its start to its passage, whatever way each link points."""
    if not links:
        return []
    labels = {link[end]: link[f"{end}_label"] for link in links for end in ("subject", "object")}
    first = links[0]
    here = first["subject"]
    if len(links) > 1 and here in (links[1]["subject"], links[1]["object"]):
        here = first["object"]
    order = [here]
    for link in links:
        here = link["object"] if link["subject"] == here else link["subject"]
        order.append(here)
    return [(iri, labels[iri]) for iri in order]


def path_figure(path: Mapping[str, Any] | None) -> Any:
    """A plotly figure of one path, start on the left and passage on the right; an empty canvas for None."""
    import plotly.graph_objects as go

    figure = go.Figure()
    figure.update_layout(
        height=230, margin={"l": 10, "r": 10, "t": 10, "b": 10}, plot_bgcolor="white", showlegend=False,
        xaxis={"visible": False, "fixedrange": True}, yaxis={"visible": False, "fixedrange": True, "range": [-1, 1]},
        font={"color": _INK, "size": 12}, dragmode=False,
    )  # fmt: skip
    links = path["links"] if path else []
    nodes = nodes_in_order(links)
    if not nodes:
        figure.add_annotation(text="no path: nothing was answered", showarrow=False, x=0, y=0)
        return figure
    figure.update_xaxes(range=[-0.6, len(nodes) - 0.4])
    place = {iri: i for i, (iri, _) in enumerate(nodes)}
    for link in links:
        a, b = place[link["subject"]], place[link["object"]]
        figure.add_annotation(
            x=b, y=0.15, ax=a, ay=0.15, xref="x", yref="y", axref="x", ayref="y", showarrow=True, arrowhead=2,
            arrowwidth=1.6, arrowcolor=_LINE, standoff=16, startstandoff=16, text="",
        )  # fmt: skip
        figure.add_annotation(
            x=(a + b) / 2, y=0.42, text=_label(link["predicate_label"], 18, 2), showarrow=False,
            font={"size": 11, "color": _LINE},
        )  # fmt: skip
    colors = [_START, *[_MIDDLE] * (len(nodes) - 2), _END]
    figure.add_scatter(
        x=list(range(len(nodes))), y=[0.15] * len(nodes), mode="markers+text", marker={"size": 22, "color": colors},
        text=[_label(label) for _, label in nodes], textposition="bottom center",
        hovertext=[_label(label, 60, 8) for _, label in nodes], hoverinfo="text",
    )  # fmt: skip
    return figure
