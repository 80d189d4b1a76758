"""Report to observations: tables first, then what the tables left over."""

from __future__ import annotations

from tieout.extract.kpi.header import Header
from tieout.extract.kpi.tables import PageTokens, read_tables
from tieout.model import Catalogue, Observation, Report


def extract_observations(report: Report, catalogue: Catalogue) -> tuple[Observation, ...]:
    """All KPI observations of a report in page order, without metrics and unit conversion.

    Args:
        report: a report as read; every page's ``body`` is what is searched, quotes come from its stored text.
        catalogue: metrics whose labels help to tell an indicator from its heading; may be empty.

    Returns:
        Observations whose ``passage`` is verbatim; cells printed as not disclosed are among them, without a value.
    """
    found: list[Observation] = []
    carried: Header | None = None
    for page in report.pages:
        source = PageTokens.of(report, page)
        tables = read_tables(source, carried)
        carried = tables.open_header
        found.extend(tables.observations)
    return tuple(found)
