"""Clauses: what a report says to each of them, from its own content index and from evidence in its text."""

from __future__ import annotations

from tieout.extract.clauses.coverage import cover
from tieout.extract.clauses.disclosures import extract_disclosures
from tieout.extract.clauses.indexes import Marked

__all__ = ["Marked", "cover", "extract_disclosures"]
