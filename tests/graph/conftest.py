"""The tiny world, asserted and stored once for all tests of the graph."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.graph.world import everything

from tieout.graph.assertions import assert_report
from tieout.graph.catalogue import load_catalogue
from tieout.graph.ontology import shipped_ontology
from tieout.graph.store import GraphStore
from tieout.model import Catalogue


@pytest.fixture(scope="session")
def ontology() -> Path:
    return shipped_ontology()


@pytest.fixture(scope="session")
def catalogue(ontology: Path) -> Catalogue:
    return load_catalogue(ontology)


@pytest.fixture(scope="session")
def nquads(catalogue: Catalogue) -> tuple[bytes, ...]:
    return tuple(assert_report(report, findings, catalogue) for report, findings in everything())


@pytest.fixture(scope="session")
def world(nquads: tuple[bytes, ...], ontology: Path) -> GraphStore:
    return GraphStore.in_memory(nquads, ontology)
