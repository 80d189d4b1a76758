"""Reports side by side, by clause or by metric: like units and like scopes only."""

from __future__ import annotations

from tieout.compare.cells import Cell
from tieout.compare.table import compare, find_clauses, find_metric

__all__ = ["Cell", "compare", "find_clauses", "find_metric"]
