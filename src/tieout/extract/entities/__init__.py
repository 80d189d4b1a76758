"""Named things of a report: each kind has its own file; the tuple below is their order."""

from __future__ import annotations

from collections.abc import Callable

from tieout.extract.entities.certificates import extract_certificates
from tieout.extract.entities.commitments import extract_committees, extract_targets
from tieout.extract.entities.documents import extract_documents
from tieout.extract.entities.goals import extract_goals
from tieout.extract.entities.risks import extract_risks
from tieout.extract.entities.sections import extract_sections
from tieout.extract.entities.stakeholders import extract_stakeholders
from tieout.extract.entities.topics import extract_topics
from tieout.model import Catalogue, Entity, Report

Extractor = Callable[[Report, Catalogue], tuple[Entity, ...]]

ENTITY_EXTRACTORS: tuple[Extractor, ...] = (
    extract_sections,
    extract_topics,
    extract_documents,
    extract_certificates,
    extract_goals,
    extract_targets,
    extract_stakeholders,
    extract_risks,
    extract_committees,
)

__all__ = ["ENTITY_EXTRACTORS", "extract_entities"]


def extract_entities(report: Report, catalogue: Catalogue) -> tuple[Entity, ...]:
    """All entities of a report: by kind in the order of the extractors, each kind in page order."""
    return tuple(entity for extractor in ENTITY_EXTRACTORS for entity in extractor(report, catalogue))
