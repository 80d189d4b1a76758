"""A catalogue and a way to write a tiny report, page by page."""

from __future__ import annotations

import pytest
from tests.extract.clauses.clause_worlds import Write

from tieout.config import ontology_folder
from tieout.graph.catalogue import load_catalogue
from tieout.model import Catalogue, Page, Report, Section, Source
from tieout.text import MappedText


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue(ontology_folder())


@pytest.fixture
def write() -> Write:
    def report(*pages: str, sections: tuple[Section, ...] = (), period: str = "2024") -> Report:
        bodies = tuple(Page(i, text, (), MappedText.identity(text)) for i, text in enumerate(pages, 1))
        return Report("osier", "Osier Ltd", period, Source("osier.txt", "text/plain", "0" * 64, 1), bodies, sections)

    return report
