"""Passages for a query, in the contract's shape."""

from __future__ import annotations

from typing import Any

from tieout.vectors.routing import route
from tieout.workflow.snapshot import Snapshot


def search(
    snapshot: Snapshot, query: str, *, k: int, reports: list[str] | None, organizations: list[str] | None
) -> list[dict[str, Any]]:
    """The ``k`` best passages of the reports in scope, best first."""
    scope = snapshot.scope(reports, organizations)
    cards = [(r.report, r.organization, r.period) for r in snapshot.records.values() if r.report in scope]
    named, wording = route(query, cards)
    hits = snapshot.searcher.search(wording, k=k, reports=sorted(named) or scope)
    return [
        {
            "report": hit.chunk.passage.report,
            "page": hit.chunk.passage.page,
            "section": hit.chunk.section,
            "text": hit.chunk.text,
            "start": hit.chunk.passage.start,
            "end": hit.chunk.passage.end,
            "score": round(hit.score, 6),
        }
        for hit in hits
    ]
