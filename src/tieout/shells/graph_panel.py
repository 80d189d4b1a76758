"""The graph behind an answer: its path, and what of clauses, topics, goals and policies lies around it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import gradio as gr

from tieout.shells.drawing import NO_PATH, NOT_ASKED, path_figure, short_label

if TYPE_CHECKING:
    from tieout.graph.surroundings import Surroundings
    from tieout.library import Library

_COLOURS = {
    "metric": "#0b7285", "clause": "#9c36b5", "disclosure": "#c2255c", "topic": "#e8590c", "goal": "#5c940d",
    "entity": "#1864ab", "section": "#868e96", "organization": "#343a40", "report": "#343a40",
    "observation": "#364fc7", "passage": "#2b8a3e",
}  # fmt: skip
_NAMES = {
    "entity": "policy, target, risk …", "goal": "UN goal", "disclosure": "statement to a clause",
    "observation": "figure", "passage": "cited place",
}  # fmt: skip
_INK, _LINE, _PATH = "#1f2933", "#ced4da", "#1f2933"
_ROW = 58
"""Pixels for a thing with its label of two lines."""


def surroundings_figure(found: Surroundings) -> Any:
    """A plotly figure of the path (dark links, large nodes) and what lies around it (pale links), coloured by kind."""
    import plotly.graph_objects as go

    figure = go.Figure()
    at = {place.iri: place for place in found.places}
    for dark in (False, True):
        xs: list[float | None] = []
        ys: list[float | None] = []
        for link in found.links:
            a, b = at[link.subject], at[link.object]
            if (a.on_path and b.on_path) == dark:
                xs += [a.x, b.x, None]
                ys += [a.y, b.y, None]
        line = {"color": _PATH, "width": 2} if dark else {"color": _LINE, "width": 1}
        figure.add_scatter(x=xs, y=ys, mode="lines", line=line, hoverinfo="skip", showlegend=False)
    for kind in sorted({place.kind for place in found.places}):
        places = [place for place in found.places if place.kind == kind]
        figure.add_scatter(
            x=[p.x for p in places], y=[p.y for p in places], mode="markers+text", name=_NAMES.get(kind, kind),
            marker={"size": [20 if p.on_path else 12 for p in places], "color": _COLOURS.get(kind, _LINE)},
            text=[short_label(p.label, 22, 2) for p in places], textposition="bottom center", textfont={"size": 11},
            hovertext=[short_label(p.label, 60, 8) for p in places], hoverinfo="text",
        )  # fmt: skip
    if not found.places:
        figure.add_annotation(text=NO_PATH, showarrow=False, x=0, y=0)
    hidden = {"visible": False, "fixedrange": True}
    tallest = max(Counter(place.x for place in found.places).values(), default=1)
    figure.update_layout(
        height=max(230, 90 + _ROW * tallest), margin={"l": 10, "r": 10, "t": 10, "b": 10}, plot_bgcolor="white",
        xaxis=hidden | {"range": [-1.2, 1.2]}, yaxis=hidden | {"range": [-1.35, 1.15]},
        font={"color": _INK, "size": 12}, dragmode=False, legend={"orientation": "h", "y": -0.05},
    )  # fmt: skip
    return figure


def graph_panel(library: Library, state: gr.State) -> gr.Plot:
    """Build the panel over the last answer in ``state``. Returns the plot of the path."""
    looking = gr.State(False)
    with gr.Tabs():
        with gr.Tab("Path through the graph") as path_tab:
            drawing = gr.Plot(value=path_figure(None, NOT_ASKED), show_label=False)
        with gr.Tab("What lies around it") as around_tab:
            picture = gr.Plot(show_label=False)

    def drawn(told: dict[str, Any] | None) -> Any:
        return surroundings_figure(library.around(told)) if told else None

    # Drawn when somebody looks: ranking and laying out what lies around takes longer than the answer.
    around_tab.select(lambda told: (True, drawn(told)), [state], [looking, picture], api_visibility="private")
    path_tab.select(lambda: False, None, [looking], api_visibility="private")
    state.change(lambda told, looks: drawn(told) if looks else None, [state, looking], [picture],
                 api_visibility="private")  # fmt: skip
    return drawing
