"""The Reports tab: what is in the index, upload with progress, removal."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gradio as gr

from tieout.errors import TieoutError
from tieout.shells.render import printable
from tieout.shells.web_ask import choices

if TYPE_CHECKING:
    from tieout.library import Library

COLUMNS = ("report", "organization", "period", "pages", "chunks", "observations", "file")
TYPES = [".txt", ".pdf", ".html", ".docx", ".csv", ".xlsx"]


def report_grid(library: Library) -> list[list[str]]:
    """The reports as rows of text."""
    return [[printable(record.row()[c]) for c in COLUMNS] for record in library.reports()]


def reports_tab(library: Library, blocks: gr.Blocks) -> None:
    """Build the tab."""
    grid = gr.Dataframe(label="In the index", headers=list(COLUMNS), datatype="str", interactive=False)
    with gr.Row():
        with gr.Column():
            files = gr.File(label="Add reports", file_count="multiple", file_types=TYPES, type="filepath")
            with gr.Row():
                organization = gr.Textbox(label="Organization (found in the report when empty)")
                period = gr.Textbox(label="Year (found in the report when empty)")
            add = gr.Button("Read and index", variant="primary")
        with gr.Column():
            gone = gr.Dropdown([], label="Take out a report")
            purge = gr.Checkbox(label="Also out of kept generations and stored sources")
            remove = gr.Button("Remove", variant="stop")
    told = gr.Textbox(label="What was done", interactive=False, lines=3)

    def view() -> tuple[list[list[str]], Any]:
        return report_grid(library), gr.Dropdown(choices=choices(library), value=None)

    def ingest(paths: list[str] | None, who: str, year: str, progress: gr.Progress = gr.Progress()) -> tuple[Any, ...]:  # noqa: B008
        if not paths:
            raise gr.Error("Choose a file first.")

        def show(stage: str, done: int, total: int) -> None:
            progress((done, max(total, 1)), desc=stage)

        try:
            requests = library.requests([Path(p) for p in paths], organization=who.strip(), period=year.strip())
            outcome = library.ingest(requests, progress=show, now=datetime.now(UTC).isoformat(timespec="seconds"))
        except TieoutError as error:
            return str(error), *view()
        lines = [f"{report}: {change}" for report, change in outcome.done] + [why for _, why in outcome.failed]
        return printable("\n".join(lines)), *view()

    def take_out(chosen: str | None, thoroughly: bool) -> tuple[Any, ...]:
        if not chosen:
            raise gr.Error("Choose a report first.")
        try:
            library.remove(chosen, purge=thoroughly, now=datetime.now(UTC).isoformat(timespec="seconds"))
        except TieoutError as error:
            return str(error), *view()
        return f"{chosen}: removed", *view()

    add.click(ingest, [files, organization, period], [told, grid, gone], api_visibility="private", concurrency_limit=1)
    remove.click(take_out, [gone, purge], [told, grid, gone], api_visibility="private", concurrency_limit=1)
    blocks.load(view, None, [grid, gone], api_visibility="private")
