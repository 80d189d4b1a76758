"""The web app: Ask, Compare, SPARQL and Reports over one library.

Everything a report says reaches the page through components that show text as text (cells, marked text), or escaped
where a component reads HTML (chat, error messages, the drawing); never through Markdown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import gradio as gr

from tieout.shells.web_ask import ask_tab
from tieout.shells.web_audit import audit_tab
from tieout.shells.web_compare import compare_tab
from tieout.shells.web_desk import desk_tab
from tieout.shells.web_reports import reports_tab
from tieout.shells.web_tools import add_tools

if TYPE_CHECKING:
    from tieout.library import Library

TITLE = "Tieout"
KEPT = (3600, 3600)
"""Every so many seconds the app's own files (drawn pages, downloads) that are older than so many are deleted."""
CSS = """
footer {display: none !important}
.tieout-head h1 {margin-bottom: 0}
.tieout-head p {color: #52606d; margin-top: .2rem}
.tieout-page span {word-break: normal !important; overflow-wrap: anywhere; line-height: 1.55}
"""
HEAD = "# Tieout\nAsk ESG reports; every figure in an answer stands on a page that you can open."


def build(library: Library) -> gr.Blocks:
    """The app's blocks; nothing is read before somebody asks."""
    with gr.Blocks(title=TITLE, analytics_enabled=False, fill_width=True, delete_cache=KEPT) as blocks:
        gr.Markdown(HEAD, elem_classes=["tieout-head"])
        with gr.Tabs():
            with gr.Tab("Ask"):
                ask_tab(library, blocks)
            with gr.Tab("Compare"):
                compare_tab(library, blocks)
            with gr.Tab("Audit"):
                audit_tab(library, blocks)
            with gr.Tab("SPARQL"):
                desk_tab(library)
            with gr.Tab("Reports"):
                reports_tab(library, blocks)
        add_tools(library)
    return cast("gr.Blocks", blocks)
