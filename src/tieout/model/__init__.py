"""The words of the domain as frozen data: what stations hand to each other. Standard library only.

A ``Passage`` is a place in a report and the only thing that graph and citations point to. A ``Chunk`` is a unit of
retrieval and may change with the chunker. Reported figures are ``Decimal`` and keep their raw text.
"""

from __future__ import annotations

from tieout.model.catalogue import Catalogue, Clause, Goal, Mapping, Metric, Topic
from tieout.model.findings import (
    Basis,
    Dimension,
    Disclosure,
    DisclosureStatus,
    Entity,
    Findings,
    Location,
    Observation,
    Origin,
    Relation,
)
from tieout.model.reading import Cell, Chunk, Page, Passage, Report, Section, Source, Table, Word
from tieout.model.status import AnswerStatus

__all__ = [
    "AnswerStatus",
    "Basis",
    "Catalogue",
    "Cell",
    "Chunk",
    "Clause",
    "Dimension",
    "Disclosure",
    "DisclosureStatus",
    "Entity",
    "Findings",
    "Goal",
    "Location",
    "Mapping",
    "Metric",
    "Observation",
    "Origin",
    "Page",
    "Passage",
    "Relation",
    "Report",
    "Section",
    "Source",
    "Table",
    "Topic",
    "Word",
]
