"""Named things of a report: each kind has its own file; the tuple below is their order."""

from __future__ import annotations

from collections.abc import Callable

from tieout.extract.entities.goals import extract_goals
from tieout.extract.entities.sections import extract_sections
from tieout.model import Catalogue, Entity, Report

Extractor = Callable[[Report, Catalogue], tuple[Entity, ...]]

ENTITY_EXTRACTORS: tuple[Extractor, ...] = (extract_sections, extract_goals)

__all__ = ["ENTITY_EXTRACTORS", "extract_entities"]


def extract_entities(report: Report, catalogue: Catalogue) -> tuple[Entity, ...]:
    """All entities of a report: by kind in the order of the extractors, each kind in page order."""
    return tuple(entity for extractor in ENTITY_EXTRACTORS for entity in extractor(report, catalogue))
