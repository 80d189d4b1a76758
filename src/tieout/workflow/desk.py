"""The SPARQL desk: shipped queries run in the process, foreign text in the child that can be killed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tieout.config import Settings
from tieout.graph.named import list_queries
from tieout.graph.sparql import Answer, Limits, run_foreign
from tieout.graph.terms import term
from tieout.workflow.snapshot import Snapshot


def shipped(settings: Settings) -> list[dict[str, Any]]:
    """The shipped queries: name, title, description, parameters and text."""
    return [
        {
            "name": q.name,
            "title": q.title,
            "description": q.description,
            "parameters": [p.name for p in q.parameters],
            "query": q.text,
        }
        for q in list_queries(settings.ontology)
    ]


def named(snapshot: Snapshot, name: str, bindings: Mapping[str, str]) -> Answer:
    """Run a shipped query with its bound parameters."""
    rows = snapshot.store.run(name, dict(bindings))
    return Answer("select", tuple(rows.variables), tuple(tuple(term(v) for v in row) for row in rows.rows))


def foreign(snapshot: Snapshot, query: str, *, rows: int | None = None) -> Answer:
    """Run a foreign query behind the guarded door, at most ``rows`` rows (the setting's number by default)."""
    settings = snapshot.settings
    limits = Limits(seconds=settings.query_seconds, rows=rows or settings.query_rows)
    return run_foreign(snapshot.store_path, query, limits)
