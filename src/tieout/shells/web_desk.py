"""The SPARQL tab: named queries by task to start from, an editor, the rows, and CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import gradio as gr

from tieout.errors import TieoutError
from tieout.shells.render import as_csv, printable
from tieout.shells.web_compare import download

if TYPE_CHECKING:
    from tieout.graph.sparql import Answer
    from tieout.library import Library


def answer_grid(answer: Answer) -> tuple[list[str], list[list[str]]]:
    """Headers and rows of an answer, IRIs shortened with the project's prefix names."""
    from tieout import vocab

    if answer.kind == "ask":
        return ["answer"], [["true" if answer.value else "false"]]
    rows = [
        ["" if t is None else printable(vocab.shorten(t["value"]) if t["type"] == "uri" else t["value"]) for t in row]
        for row in answer.rows
    ]
    return list(answer.variables), rows


def desk_tab(library: Library) -> None:
    """Build the tab."""
    queries = {q["title"]: q for q in library.queries()}
    first = next(iter(queries.values()))
    with gr.Row():
        with gr.Column(scale=2):
            example = gr.Dropdown(list(queries), value=first["title"], label="Start from a query")
            about = gr.Textbox(first["description"], label="What it tells", interactive=False, lines=2)
        with gr.Column(scale=5):
            editor = gr.Code(first["query"], label="SPARQL 1.1, read-only; prefixes are known", language=None, lines=14)
            with gr.Row():
                go = gr.Button("Run", variant="primary")
                file = gr.DownloadButton("CSV", interactive=False)
    told = gr.Textbox(label="Result", interactive=False, lines=1)
    grid = gr.Dataframe(headers=["-"], datatype="str", interactive=False, wrap=True, max_height=480)

    def pick(title: str) -> tuple[str, str]:
        return queries[title]["query"], queries[title]["description"]

    def run(text: str) -> tuple[Any, ...]:
        try:
            answer = library.sparql(text)
        except TieoutError as error:
            empty = gr.Dataframe(value=[[""]], headers=["-"])
            return empty, printable(str(error)), gr.DownloadButton(interactive=False)
        headers, rows = answer_grid(answer)
        table = [dict(zip(headers, row, strict=True)) for row in rows]
        more = ", the first ones only: ask for less or export the graph" if answer.truncated else ""
        button = gr.DownloadButton(value=download(as_csv(table, headers), "rows.csv"), interactive=True)
        return gr.Dataframe(value=rows, headers=headers), f"{len(rows)} rows{more}", button

    example.change(pick, [example], [editor, about], api_visibility="private")
    go.click(run, [editor], [grid, told, file], api_visibility="private", concurrency_limit=2)
