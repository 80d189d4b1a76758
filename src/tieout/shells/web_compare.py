"""The Compare tab: reports side by side by clause or metric."""

from __future__ import annotations

import csv
import hashlib
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gradio as gr

from tieout.errors import TieoutError
from tieout.shells.drawing import comparison_figure, like_cells
from tieout.shells.render import as_csv, escaped, printable
from tieout.shells.web_ask import choices

if TYPE_CHECKING:
    from tieout.library import Library

COLUMNS = (
    "organization", "report", "clause", "metric", "period", "status", "raw_value", "value", "unit",
    "value_canonical", "unit_canonical", "comparable", "why", "page", "quote",
)  # fmt: skip
SHOWN = (
    "organization", "clause", "metric", "period", "status", "as printed", "in one unit", "comparable", "why", "page",
    "quote",
)  # fmt: skip
WIDTHS: list[int | str] = ["13%", "8%", "9%", "5%", "7%", "10%", "9%", "7%", "13%", "4%", "15%"]
FRAMEWORKS = ("gri", "hkex-c2", "esrs", "ifrs-s2", "tcfd", "sasb")


def cell_rows(comparison: dict[str, Any]) -> list[dict[str, str]]:
    """The cells as rows of text."""
    return [{c: "" if cell[c] is None else str(cell[c]) for c in COLUMNS} for cell in comparison["cells"]]


def as_grid(rows: list[dict[str, str]]) -> list[list[str]]:
    """Rows for the table on the page: the printed figure with its unit, and the one that can be set beside others."""
    grid = []
    for row in rows:
        shown = row | {
            "as printed": f"{row['raw_value']} {row['unit']}".strip(),
            "in one unit": f"{row['value_canonical']} {row['unit_canonical']}".strip(),
        }
        grid.append([printable(shown[c]) for c in SHOWN])
    return grid


def download(text: str, name: str) -> str:
    """A file to download, named by its content, in a folder that goes when the program ends."""
    folder = Path(_folder().name) / hashlib.sha256(text.encode()).hexdigest()[:16]
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    """One folder for all downloads of a process."""
    return tempfile.TemporaryDirectory(prefix="tieout-")


def compare_tab(library: Library, blocks: gr.Blocks) -> None:
    """Build the tab."""
    with gr.Row():
        framework = gr.Dropdown(list(FRAMEWORKS), value="gri", label="Framework", scale=1)
        clause = gr.Textbox("305-1, 305-2", label="Clauses (all when empty)", scale=2)
        metric = gr.Dropdown([], label="or metrics", multiselect=True, scale=2)
        reports = gr.Dropdown([], label="Reports (all when empty)", multiselect=True, scale=3)
        go = gr.Button("Compare", variant="primary", scale=1)
    told = gr.Textbox(label="Not compared, each for the reason that its row tells", interactive=False, lines=1)
    bars = gr.Plot(label="Like figures side by side, in one unit", visible=False)
    grid = gr.Dataframe(
        headers=list(SHOWN), datatype="str", interactive=False, wrap=True, max_height=560, column_widths=WIDTHS
    )
    file = gr.DownloadButton("CSV", interactive=False)

    def run(chosen: str, codes: str, metrics: list[str], scope: list[str]) -> tuple[Any, ...]:
        asked = [part for line in csv.reader([codes]) for part in (p.strip() for p in line) if part]
        try:
            found = library.compare(
                framework=None if metrics else chosen,
                clauses=None if metrics else asked or None,
                metrics=metrics or None,
                reports=scope or None,
            )
        except TieoutError as error:
            raise gr.Error(escaped(str(error))) from error
        rows = cell_rows(found)
        return (
            as_grid(rows),
            gr.Plot(value=comparison_figure(found["cells"]), visible=bool(like_cells(found["cells"]))),
            "; ".join(found["not_compared"]),
            gr.DownloadButton(value=download(as_csv(rows, COLUMNS), "comparison.csv"), interactive=True),
        )

    go.click(run, [framework, clause, metric, reports], [grid, bars, told, file], api_visibility="private")

    def fill() -> tuple[Any, Any]:
        names = sorted({o.metric for o in library.observations()} - {""}) if library.reports() else []
        return gr.Dropdown(choices=names), gr.Dropdown(choices=choices(library))

    blocks.load(fill, None, [metric, reports], api_visibility="private")
