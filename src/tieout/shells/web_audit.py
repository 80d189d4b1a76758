"""The Audit tab: what does not fit together in a report, with the places that show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import gradio as gr

from tieout.errors import TieoutError
from tieout.shells.render import escaped, printable
from tieout.shells.web_ask import choices

if TYPE_CHECKING:
    from tieout.library import Library

COLUMNS = ["severity", "finding", "explanation", "pages", "quotes", "check"]
COVERAGE = ["framework", "reported", "partial", "stated_absent", "not_found"]


def finding_rows(result: dict[str, Any]) -> list[list[str]]:
    """The findings as rows of text."""
    return [
        [
            f["severity"],
            printable(f["title"]),
            printable(f["explanation"]),
            ", ".join(dict.fromkeys(str(q["page"]) for q in f["quotes"])),
            printable("  |  ".join(q["quote"] for q in f["quotes"])),
            f["check"],
        ]
        for f in result["findings"]
    ]


def coverage_rows(result: dict[str, Any]) -> list[list[str]]:
    """How much of each framework is covered."""
    return [[name, *(str(counts.get(c, 0)) for c in COVERAGE[1:])] for name, counts in result["coverage"].items()]


def audit_tab(library: Library, blocks: gr.Blocks) -> None:
    """Build the tab."""
    with gr.Row():
        report = gr.Dropdown([], label="Report", scale=4)
        go = gr.Button("Audit", variant="primary", scale=1)
    findings = gr.Dataframe(label="Findings", headers=COLUMNS, datatype="str", interactive=False, wrap=True,
                            column_widths=["8%", "22%", "26%", "7%", "27%", "10%"])  # fmt: skip
    coverage = gr.Dataframe(label="Coverage, clauses by status", headers=COVERAGE, datatype="str", interactive=False)

    def run(chosen: str | None) -> tuple[list[list[str]], list[list[str]]]:
        if not chosen:
            raise gr.Error("Choose a report first; the Reports tab adds one.")
        try:
            result = library.audit(chosen)[0]
        except TieoutError as error:
            raise gr.Error(escaped(str(error))) from error
        return finding_rows(result), coverage_rows(result)

    go.click(run, [report], [findings, coverage], api_visibility="private")

    def fill() -> Any:
        known = choices(library)
        return gr.Dropdown(choices=known, value=known[0][1] if known else None)

    blocks.load(fill, None, [report], api_visibility="private")
