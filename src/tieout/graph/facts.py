"""The graph's facts as model objects: what was asserted comes back to the letter, in its fixed order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from tieout.graph.records import read_record
from tieout.graph.store import GraphStore
from tieout.model import Disclosure, Entity, Observation, Report, Section

T = TypeVar("T")


class GraphFacts:
    """Reads findings back through the shipped queries ``facts/*``.

    ``reports`` None means all. Results are sorted by report, then in the order in which they were extracted.
    """

    def __init__(self, store: GraphStore) -> None:
        self._store = store

    def reports(self) -> tuple[Report, ...]:
        """All reports by id, without pages, sections and tables."""
        return self._read(Report, "facts/reports", None, {})

    def observations(self, reports: Sequence[str] | None = None, metric: str | None = None) -> tuple[Observation, ...]:
        """The observations of these reports, of one metric where it is given."""
        return self._read(Observation, "facts/observations", reports, {"metric": metric} if metric else {})

    def disclosures(self, reports: Sequence[str] | None = None, framework: str | None = None) -> tuple[Disclosure, ...]:
        """What these reports say to clauses, of one framework where it is given."""
        return self._read(Disclosure, "facts/disclosures", reports, {"framework": framework} if framework else {})

    def entities(self, reports: Sequence[str] | None = None, kind: str | None = None) -> tuple[Entity, ...]:
        """The named things of these reports, of one kind where it is given."""
        return self._read(Entity, "facts/entities", reports, {"kind": kind} if kind else {})

    def sections(self, report: str) -> tuple[Section, ...]:
        """The section tree of one report, in reading order."""
        return self._read(Section, "facts/sections", [report], {})

    def _read(self, cls: type[T], query: str, reports: Sequence[str] | None, values: dict[str, str]) -> tuple[T, ...]:
        if reports is not None and not reports:
            return ()
        bindings: dict[str, str | Sequence[str]] = dict(values)
        if reports is not None:
            bindings["report"] = list(dict.fromkeys(reports))
        rows = self._store.run(query, bindings).texts()
        found = [(report, *read_record(cls, record, iri)) for report, iri, record in rows]
        found.sort(key=lambda row: row[:2])
        return tuple(row[2] for row in found)
