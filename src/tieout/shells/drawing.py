"""The path of an answer and like figures of several reports as pictures.

Labels come from reports: they are escaped, since plotly reads some markup.
"""

from __future__ import annotations

import html
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

_INK, _LINE, _START, _END, _MIDDLE = "#1f2933", "#7b8794", "#0b7285", "#2b8a3e", "#364fc7"
_PALE = "#99c9d3"
_MOST_GROUPS = 8
NO_PATH = "no path: nothing was answered"
NOT_ASKED = "ask first: the path of the answer is drawn here"


def short_label(text: str, width: int = 24, lines: int = 3) -> str:
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


def path_figure(path: Mapping[str, Any] | None, instead: str = NO_PATH) -> Any:
    """A plotly figure of one path, start on the left and passage on the right; for None the words ``instead``."""
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
        figure.add_annotation(text=instead, showarrow=False, x=0, y=0)
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
            x=(a + b) / 2, y=0.42, text=short_label(link["predicate_label"], 18, 2), showarrow=False,
            font={"size": 11, "color": _LINE},
        )  # fmt: skip
    colors = [_START, *[_MIDDLE] * (len(nodes) - 2), _END]
    figure.add_scatter(
        x=list(range(len(nodes))), y=[0.15] * len(nodes), mode="markers+text", marker={"size": 22, "color": colors},
        text=[short_label(label) for _, label in nodes], textposition="bottom center",
        hovertext=[short_label(label, 60, 8) for _, label in nodes], hoverinfo="text",
    )  # fmt: skip
    return figure


def like_cells(cells: Sequence[Mapping[str, Any]]) -> dict[tuple[str, str, str], list[Mapping[str, Any]]]:
    """The cells that may stand side by side: by clause, metric and canonical unit, where two reports or more have one.

    A cell that does not compare is left out, and so is a second one of the same report, whose place would be a choice.
    """
    groups: dict[tuple[str, str, str], list[Mapping[str, Any]]] = {}
    for cell in cells:
        if cell["value_canonical"] not in (None, "") and cell["comparable"] != "no":
            key = (cell["clause"] or "", cell["metric"] or "", cell["unit_canonical"] or "")
            groups.setdefault(key, []).append(cell)
    return {
        key: group
        for key, group in list(groups.items())
        if len(group) > 1 and len({cell["report"] for cell in group}) == len(group)
    }


def comparison_figure(cells: Sequence[Mapping[str, Any]]) -> Any:
    """A plotly figure with a row of bars for each like group, at most eight; a pale bar compares only in part."""
    import plotly.graph_objects as go
    from plotly.subplots import make_subplots

    groups = list(like_cells(cells).items())[:_MOST_GROUPS]
    if not groups:
        return go.Figure()
    titles = [short_label(" ".join(part for part in (clause, metric, f"({unit})") if part), 60, 1)
              for (clause, metric, unit), _ in groups]  # fmt: skip
    rows = (len(groups) + 1) // 2
    figure = make_subplots(rows=rows, cols=min(2, len(groups)), subplot_titles=titles, horizontal_spacing=0.28)
    for n, (_, group) in enumerate(groups):
        names = [short_label(f"{cell['organization']} {cell['period']}", 26, 3) for cell in group]
        figure.add_bar(
            row=n // 2 + 1, col=n % 2 + 1, orientation="h", showlegend=False, y=names,
            # A float is enough for the length of a bar; its label is the figure itself.
            x=[float(cell["value_canonical"]) for cell in group], text=[cell["value_canonical"] for cell in group],
            marker_color=[_START if cell["comparable"] == "yes" else _PALE for cell in group],
            hovertext=[short_label(cell["why"] or "", 60, 6) for cell in group], hoverinfo="text",
        )  # fmt: skip
    figure.update_layout(
        height=60 + sum(70 + 34 * max(len(g) for _, g in groups[i : i + 2]) for i in range(0, len(groups), 2)),
        plot_bgcolor="white", font={"color": _INK, "size": 12}, dragmode=False, bargap=0.35,
        margin={"l": 10, "r": 10, "t": 40, "b": 20},
    )  # fmt: skip
    figure.update_yaxes(autorange="reversed", fixedrange=True)
    figure.update_xaxes(fixedrange=True, rangemode="tozero", gridcolor="#e4e7eb")
    return figure
