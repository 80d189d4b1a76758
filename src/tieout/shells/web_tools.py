"""The same verbs as MCP tools: they return evidence, not prose. None of them writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import gradio as gr

from tieout.errors import TieoutError
from tieout.shells import results, tables

if TYPE_CHECKING:
    from tieout.library import Library


def add_tools(library: Library) -> None:
    """Register the tools with the app."""

    def ask_reports(question: str, report: str = "", previous: str = "") -> dict[str, Any]:
        """Answer a question about ESG reports with citations, graph path and query, or say that they are silent.

        Args:
            question: The question, in plain words.
            report: Only this report id; empty for all.
            previous: The questions asked before, one a line, so that a follow-up such as "and in 2022?" is understood.
        """
        earlier = [line for line in previous.splitlines() if line.strip()]
        return told(lambda: library.ask(question, reports=[report] if report else None, previous=earlier))

    def search_passages(query: str, k: int = 10, report: str = "") -> dict[str, Any]:
        """Find passages of ESG reports.

        Args:
            query: What to look for.
            k: How many passages.
            report: Only this report id; empty for all.
        """
        return told(lambda: {"hits": library.search(query, k=max(1, min(k, 50)), reports=[report] if report else None)})

    def list_observations(metric: str, report: str = "") -> dict[str, Any]:
        """List the figures of one metric with their quotes.

        Args:
            metric: A metric id such as ghg-scope2.
            report: Only this report id; empty for all.
        """
        return told(
            lambda: {
                "observations": tables.observation_rows(
                    library.observations(reports=[report] if report else None, metrics=[metric])
                )
            }
        )

    def compare_reports(clause: str) -> dict[str, Any]:
        """Set all reports side by side for one clause.

        Args:
            clause: A clause id such as gri:305-1 or hkex-c2:B7.3.
        """
        return told(lambda: library.compare(clauses=[clause]))

    def query_graph(query: str) -> dict[str, Any]:
        """Run a read-only SPARQL 1.1 query on the graph of all reports.

        Args:
            query: The query.
        """
        return told(lambda: results.results_json(library.sparql(query)))

    for tool in (ask_reports, search_passages, list_observations, compare_reports, query_graph):
        gr.api(tool, api_name=tool.__name__)  # type: ignore[attr-defined]


def told(run: Any) -> dict[str, Any]:
    """The tool's result, or its error as an object that an agent can read."""
    try:
        result: dict[str, Any] = run()
    except TieoutError as error:
        return {"error": str(error)}
    return result
