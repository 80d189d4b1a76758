"""The verbs as MCP tools, called by the protocol's own client over loopback."""

from __future__ import annotations

import ast
import asyncio
from typing import Any

from mcp import ClientSession
from mcp.client.streamable_http import streamable_http_client

TOOLS = {"ask_reports", "search_passages", "list_observations", "compare_reports", "query_graph"}


def spoken(url: str, calls: list[tuple[str, dict[str, Any]]]) -> tuple[list[Any], list[dict[str, Any]]]:
    """The server's tools, and the objects that the calls gave."""

    async def talk() -> tuple[list[Any], list[dict[str, Any]]]:
        address = f"{url}/gradio_api/mcp/"
        async with streamable_http_client(address) as streams, ClientSession(streams[0], streams[1]) as session:
            await session.initialize()
            tools = (await session.list_tools()).tools
            given = []
            for name, arguments in calls:
                result = await session.call_tool(name, arguments)
                assert not result.isError, result
                given.append(ast.literal_eval(result.content[0].text))
            return tools, given

    return asyncio.run(talk())


def test_tools_are_listed_described_and_answer_with_evidence(sample_server: str) -> None:
    tools, (answer, wrong, later) = spoken(
        sample_server,
        [
            ("ask_reports", {"question": "Scope 2 emissions in 2024?", "report": "kestrel-bay-2024"}),
            ("query_graph", {"query": "DROP ALL"}),
            (
                "ask_reports",
                {"question": "and in 2023?", "report": "kestrel-bay-2024", "previous": "Scope 2 emissions in 2024?"},
            ),
        ],
    )
    assert {tool.name for tool in tools} == TOOLS
    assert all(tool.description and tool.inputSchema["properties"] for tool in tools)
    assert (answer["status"], answer["short"]) == ("answered", "214.24")
    assert "214.24" in answer["citations"][0]["quote"]
    assert later["short"] == "248.70"
    assert "updates are never run" in wrong["error"]
