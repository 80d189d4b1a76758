"""The page behind a citation: its text with the quote marked, and for a PDF the printed page with the quote boxed."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import gradio as gr

from tieout.errors import TieoutError
from tieout.shells.overlay import as_png
from tieout.shells.render import printable
from tieout.workflow.inspecting import quote_boxes

if TYPE_CHECKING:
    from PIL.Image import Image

    from tieout.library import Library

AROUND = 500
"""Characters of the page shown to either side of a quote."""
NO_CITATION = "Ask first: the page of the cited passage is drawn here."
NO_PICTURE = "This report came as text. It has no printed page to show."


def marked_page(
    library: Library, answer: dict[str, Any] | None, row: int, *, whole: bool = False
) -> list[tuple[str, str | None]]:
    """The page around the cited quote, or the whole page, as it stands in the report with the quote marked."""
    if not answer or row >= len(answer["citations"]):
        return []
    cited = answer["citations"][row]
    text = library.pages(cited["report"], cited["page"])[0][1]
    start, end = cited["start"], cited["end"]
    first, last = (0, len(text)) if whole else (max(0, start - AROUND), min(len(text), end + AROUND))
    before = ("… " if first else "") + text[first:start]
    after = text[end:last] + (" …" if last < len(text) else "")
    parts = [(before, None), (text[start:end], f"page {cited['page']}"), (after, None)]
    return [(printable(part), mark) for part, mark in parts if part]


def page_picture(library: Library, answer: dict[str, Any] | None, row: int) -> tuple[Image | None, str]:
    """The printed page of a citation with the quote boxed, and a line about it; the app's own cache holds the file."""
    if not answer or row >= len(answer["citations"]):
        return None, NO_CITATION
    cited = answer["citations"][row]
    try:
        view = library.inspect(cited["report"], cited["page"])
    except TieoutError as error:
        return None, printable(str(error))
    if view.image is None:
        return None, NO_PICTURE
    boxes = quote_boxes(view, cited["start"], cited["end"])
    from PIL import Image

    picture = Image.open(io.BytesIO(as_png(view, boxes)))
    return picture, f"Page {cited['page']} of {view.pages}" + ("" if boxes else "; the quote cannot be placed on it")


def shown(picture: Image | None, about: str) -> tuple[Any, str]:
    """The picture with its line; where there is none, no empty frame either."""
    return gr.Image(value=picture, visible=picture is not None), about


def page_panel(library: Library, state: gr.State, cited: gr.Dataframe) -> gr.HighlightedText:
    """Build the panel over the last answer in ``state``; a row chosen in ``cited`` shows its page. Returns the text."""
    row, looking = gr.State(0), gr.State(False)
    with gr.Tabs():
        with gr.Tab("As text") as text_tab:
            page = gr.HighlightedText(
                label="On the page", show_legend=False, show_inline_category=False, elem_classes=["tieout-page"],
                color_map={}, interactive=False,
            )  # fmt: skip
            whole = gr.Checkbox(label="Show the whole page")
        with gr.Tab("As printed") as printed_tab:
            about = gr.Textbox(NO_CITATION, show_label=False, interactive=False, lines=1, container=False)
            picture = gr.Image(
                type="pil", format="png", interactive=False, show_label=False, buttons=["fullscreen"], visible=False
            )  # fmt: skip

    def drawn(told: dict[str, Any] | None, index: int, looks: bool) -> tuple[Any, ...]:
        # A page is drawn when somebody looks, since that takes a child process and half a second.
        return shown(*page_picture(library, told, index)) if looks else shown(None, NO_CITATION)

    def choose(told: dict[str, Any] | None, full: bool, looks: bool, event: gr.SelectData) -> tuple[Any, ...]:
        index = int(event.index[0] if isinstance(event.index, list | tuple) else event.index)
        return marked_page(library, told, index, whole=full), index, *drawn(told, index, looks)

    def widen(told: dict[str, Any] | None, full: bool, index: int) -> list[tuple[str, str | None]]:
        return marked_page(library, told, index, whole=full)

    def look(told: dict[str, Any] | None, index: int) -> tuple[Any, ...]:
        return True, *drawn(told, index, True)

    def follow(told: dict[str, Any] | None, looks: bool) -> tuple[Any, ...]:
        return 0, *drawn(told, 0, looks)

    cited.select(choose, [state, whole, looking], [page, row, picture, about], api_visibility="private")
    whole.change(widen, [state, whole, row], [page], api_visibility="private")
    printed_tab.select(look, [state, row], [looking, picture, about], api_visibility="private", concurrency_limit=2)
    text_tab.select(lambda: False, None, [looking], api_visibility="private")
    state.change(follow, [state, looking], [row, picture, about], api_visibility="private")
    return page
