"""KPI observations of a report, cell by cell: tables in flattened text and in text lines, prose, highlight boxes."""

from tieout.extract.kpi.observations import extract_observations

__all__ = ["extract_observations"]
