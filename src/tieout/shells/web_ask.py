"""The Ask tab: chat on the left; on the right what proves the answer: passages, the page, the path, the query."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import gradio as gr

from tieout.errors import TieoutError
from tieout.shells.drawing import path_figure
from tieout.shells.graph_panel import graph_panel
from tieout.shells.render import escaped, printable
from tieout.shells.web_page import marked_page, page_panel

if TYPE_CHECKING:
    from tieout.library import Library

HEADERS = ["#", "report", "page", "section", "quote"]
EXAMPLES = (
    "What were the Scope 2 emissions in 2024?",
    "How did the number of employees change from 2022 to 2024?",
    "Why is packaging material not reported?",
    "Is the number of female employees stated consistently?",
)
LABELS = {
    "answered": "Answered",
    "stated_absent": "The company says so itself",
    "not_found": "Not in the reports",
    "needs_scope": "Which report is meant?",
}
Messages = list[dict[str, str]]


def choices(library: Library) -> list[tuple[str, str]]:
    """(label, id) of every report, for a drop-down."""
    return [(printable(f"{r.organization} {r.period} ({r.report})"), r.report) for r in library.reports()]


def reply(answer: dict[str, Any]) -> str:
    """The answer as plain chat text."""
    label = LABELS[answer["status"]]
    lines = [label if label.endswith("?") else f"{label}.", answer["answer"]]
    lines += [f"[{n}] page {c['page']} of {c['report']}" for n, c in enumerate(answer["citations"], 1)]
    if answer["calculation"]:
        lines.append(f"Calculation: {answer['calculation']}")
    untold = [near for near in answer["nearest"] if near["what"] not in answer["answer"]]
    lines += [f"Nearest, page {near['page']}: {near['what']}" for near in untold]
    lines += [f"Note: {note}" for note in answer["notes"]]
    return printable("\n".join(lines))


def turn(question: str, said: str) -> Messages:
    """A question and its reply as chat messages, escaped: the chat renders HTML even with Markdown switched off."""
    return [{"role": "user", "content": escaped(question)}, {"role": "assistant", "content": escaped(said)}]


def meant(answer: dict[str, Any]) -> str:
    """The question an answer is to, as it was read: what the next question may refer to."""
    return str(answer["plan"].get("read_as") or answer["question"])


def citation_rows(answer: dict[str, Any]) -> list[list[str]]:
    """The cited passages as rows; for an abstention the nearest things, marked as such."""
    rows = [
        [str(n), c["report"], str(c["page"]), c["section"], c["quote"]] for n, c in enumerate(answer["citations"], 1)
    ]
    rows = rows or [["near", "", str(near["page"]), near["what"], near["quote"]] for near in answer["nearest"]]
    return [[printable(cell) for cell in row] for row in rows]


def ask_tab(library: Library, blocks: gr.Blocks) -> None:
    """Build the tab."""
    state = gr.State(None)
    with gr.Row():
        with gr.Column(scale=5):
            reports = gr.Dropdown(label="Reports (all when empty)", multiselect=True, choices=[])
            chat = gr.Chatbot(
                label="Chat", height=430, render_markdown=False, feedback_options=None, allow_file_downloads=False,
                buttons=["copy", "copy_all"],
            )  # fmt: skip
            question = gr.Textbox(
                label="Question", placeholder="Ask for a figure, a clause, a policy …", max_length=2000
            )
            with gr.Row():
                send = gr.Button("Ask", variant="primary")
                clear = gr.Button("New conversation")
            gr.Examples([[example] for example in EXAMPLES], inputs=question, label="For example")
        with gr.Column(scale=6):
            cited = gr.Dataframe(
                label="Evidence: choose a row to see its page", headers=HEADERS, datatype="str", interactive=False,
                wrap=True, column_widths=["6%", "20%", "8%", "20%", "46%"], max_height=220,
            )  # fmt: skip
            drawing = graph_panel(library, state)
            page = page_panel(library, state, cited)
            with gr.Accordion("Query and path as SPARQL", open=False):
                query = gr.Code(label="The query behind the figures", language=None, interactive=False)
                proof = gr.Code(label="The path: true as long as each link stands", language=None, interactive=False)

    def answer(text: str, chosen: list[str], messages: Messages, last: dict[str, Any] | None) -> tuple[Any, ...]:
        if not text.strip():
            raise gr.Error("Write a question first.")
        try:
            told = library.ask(text, reports=chosen or None, previous=[meant(last)] if last else [])
            marked = marked_page(library, told, 0)
        except TieoutError as error:
            return [*messages, *turn(text, str(error))], "", [], path_figure(None, str(error)), [], "", "", last
        said = [*messages, *turn(text, reply(told))]
        path = told["paths"][0] if told["paths"] else None
        rows = citation_rows(told)
        return said, "", rows, path_figure(path), marked, told["query"] or "", path["ask"] if path else "", told

    inputs, outputs = [question, reports, chat, state], [chat, question, cited, drawing, page, query, proof, state]
    for start in (send.click, question.submit):
        start(answer, inputs, outputs, api_visibility="private", concurrency_limit=4)
    clear.click(lambda: ([], None, [], None, [], "", ""), None, [chat, state, cited, drawing, page, query, proof],
                api_visibility="private")  # fmt: skip
    blocks.load(lambda: gr.Dropdown(choices=choices(library)), None, [reports], api_visibility="private")
