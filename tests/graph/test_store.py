"""The store on disk: built once, read only."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.graph.world import everything

from tieout import vocab as v
from tieout.errors import IndexIntegrityError, OntologyError, QueryError, StorageError
from tieout.graph.assertions import assert_report
from tieout.graph.facts import GraphFacts
from tieout.graph.records import read_record
from tieout.graph.store import GraphStore, build_store
from tieout.model import Catalogue, Observation


@pytest.fixture(scope="session")
def folder(nquads: tuple[bytes, ...], ontology: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("store")
    file = folder / "one.nq"
    file.write_bytes(nquads[0])
    build_store(folder / "graph", [file, *nquads[1:]], ontology)
    return folder / "graph"


def test_a_store_on_disk_holds_what_one_in_memory_holds(folder: Path, world: GraphStore) -> None:
    store = GraphStore.open(folder)
    assert len(store) == len(world)
    assert store.run("observations").texts() == world.run("observations").texts()
    assert GraphFacts(store).entities() == GraphFacts(world).entities()


def test_a_store_is_opened_by_many_at_once(folder: Path) -> None:
    stores = [GraphStore.open(folder) for _ in range(3)]
    assert len({len(store) for store in stores}) == 1


def test_an_opened_store_cannot_be_written(folder: Path) -> None:
    node = ox.NamedNode("urn:a")
    with pytest.raises(Exception, match="read-write"):
        GraphStore.open(folder)._store.add(ox.Quad(node, node, node))


def test_the_order_of_reports_does_not_matter(nquads: tuple[bytes, ...], ontology: Path, world: GraphStore) -> None:
    other = GraphStore.in_memory(reversed(nquads), ontology)
    assert set(other._store) == set(world._store)


def test_adding_a_report_and_leaving_it_out_again_changes_nothing(catalogue: Catalogue, ontology: Path) -> None:
    first, second, third = (assert_report(of, findings, catalogue) for of, findings in everything())
    with_all = GraphStore.in_memory([first, second, third], ontology)
    without = GraphStore.in_memory([first, third], ontology)
    gone = ox.NamedNode(v.mint_report("example-harbour-2024"))
    assert not list(without._store.quads_for_pattern(None, None, None, gone))
    assert set(without._store) <= set(with_all._store)
    assert GraphFacts(without).observations(["example-harbour-2024"]) == ()


def test_a_missing_store_is_told(tmp_path: Path) -> None:
    with pytest.raises(IndexIntegrityError, match="cannot be opened"):
        GraphStore.open(tmp_path / "none")


def test_a_damaged_graph_file_is_told(tmp_path: Path, ontology: Path) -> None:
    (tmp_path / "bad.nq").write_text("<urn:a> <urn:b> .", encoding="utf-8")
    with pytest.raises(IndexIntegrityError, match="not valid N-Quads"):
        build_store(tmp_path / "graph", [tmp_path / "bad.nq"], ontology)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, ontology: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(StorageError, match="cannot be written"):
        build_store(tmp_path / "file" / "graph", [], ontology)


def test_a_missing_ontology_is_told(tmp_path: Path) -> None:
    with pytest.raises(OntologyError):
        build_store(tmp_path / "graph", [], tmp_path / "none")


def test_a_shipped_query_that_is_no_select_is_told(tmp_path: Path) -> None:
    (tmp_path / "queries").mkdir()
    file = tmp_path / "queries" / "ask.rq"
    file.write_text("#+ title: a\n#+ question: b\n#+ about: c\nASK {}\n", encoding="utf-8")
    with pytest.raises(QueryError, match="must be a SELECT"):
        GraphStore(ox.Store(), tmp_path).run("ask")


def test_links_are_told_both_ways_and_busy_nodes_not_at_all(world: GraphStore) -> None:
    report = v.mint_report("example-harbour-2023")
    organization = v.mint_organization("Example Harbour Ltd")
    assert (organization, v.NS + "publishes", report) in world.outgoing(organization, 10)
    assert (organization, v.NS + "publishes", report) in world.incoming(report, 100)
    assert world.outgoing(v.mint_report("example-harbour-2024"), 3) == []
    assert world.outgoing("urn:nobody", 3) == []


def test_labels_are_for_people(world: GraphStore) -> None:
    passage = v.mint_passage("example-harbour-2024", 2, 0, 4)
    names = {
        v.mint_organization("Example Harbour Ltd"): "Example Harbour Ltd",
        v.mint_metric("ghg-scope2"): "Scope 2 GHG emissions",
        v.NS + "publishes": "publishes",
        v.PROV + "wasDerivedFrom": "is derived from",
        v.mint_clause("gri:403-2@2016"): "gri:403-2@2016",
        v.mint_clause("gri:305-2"): "gri:305-2 Energy indirect (Scope 2) GHG emissions",
        passage: "page 2",
        "http://purl.org/dc/terms/title": "title",
    }
    assert world.labels(names) == names


@pytest.mark.parametrize(
    "text", ["", "{}", "[1]", '[0,{"raw_value":1}]', '[0,{"no":"x"}]', '[0,{"value":"x"}]', "[0,[]]"]
)
def test_a_damaged_record_is_told(text: str) -> None:
    with pytest.raises(IndexIntegrityError, match="not a record of Observation"):
        read_record(Observation, text, "urn:x")
