"""Every extractor in its order: a Report and the Catalogue become Findings.

The order is part of the contract: figures first, since coverage of clauses looks at them.
"""

from __future__ import annotations

from collections.abc import Callable

from tieout.extract.clauses import Marked, cover, extract_disclosures
from tieout.extract.entities import extract_entities
from tieout.extract.grids import extract_grid_observations
from tieout.extract.kpi import extract_observations
from tieout.extract.linking import link_metrics
from tieout.model import Catalogue, Findings, Observation, Report

Figures = Callable[[Report, Catalogue], tuple[Observation, ...]]

EXTRACTORS: tuple[Figures, ...] = (extract_observations, extract_grid_observations)


def extract(report: Report, catalogue: Catalogue) -> Findings:
    """All findings of one report, in page order; each has its Passage."""
    figures = link_metrics([figure for extractor in EXTRACTORS for figure in extractor(report, catalogue)], catalogue)
    marked = Marked.of(report, catalogue)
    index = extract_disclosures(report, catalogue, marked)
    return Findings(
        observations=tuple(figures),
        disclosures=cover(report, catalogue, index, figures, marked=marked),
        entities=extract_entities(report, catalogue),
    )
