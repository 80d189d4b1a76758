"""The ontology's files: sound as data, in two RDF libraries, without the tables they came from."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph

from tieout import vocab as v
from tieout.graph.ontology import (
    mapping_files,
    ontology_quads,
    read_nodes,
    read_statements,
    shipped_ontology,
    turtle_files,
)

ONTOLOGY = shipped_ontology()
TURTLE = [*turtle_files(ONTOLOGY), ONTOLOGY / "shapes.ttl"]
OWN = re.compile(r"tieout:([A-Za-z][A-Za-z0-9_-]*)")


def relative(file: Path) -> str:
    return file.relative_to(ONTOLOGY).as_posix()


@pytest.fixture(scope="module")
def declared() -> set[str]:
    nodes = read_nodes([ONTOLOGY / "tieout.ttl"])
    return {iri.removeprefix(v.NS) for iri in nodes if iri.startswith(v.NS)}


@pytest.mark.parametrize("file", TURTLE, ids=relative)
def test_two_libraries_read_the_same_number_of_statements(file: Path) -> None:
    ours = {(q.subject, q.predicate, q.object) for q in ox.parse(file.read_bytes(), format=ox.RdfFormat.TURTLE)}
    assert len(ours) == len(Graph().parse(data=file.read_bytes(), format="turtle"))


def test_all_parts_are_there() -> None:
    assert len(TURTLE) == 11
    assert len(mapping_files(ONTOLOGY)) == 8
    assert {file.stem for file in (ONTOLOGY / "frameworks").iterdir()} == {
        "hkex-c2", "gri", "ifrs-s2", "tcfd", "esrs", "sasb"
    }  # fmt: skip


def test_every_own_term_in_data_shapes_and_queries_is_declared(declared: set[str]) -> None:
    files = [*TURTLE, *(ONTOLOGY / "queries").rglob("*.rq")]
    used = {name for file in files for name in OWN.findall(file.read_text(encoding="utf-8"))}
    assert used - declared == set()


def test_every_own_term_in_the_code_is_declared(declared: set[str]) -> None:
    source = Path(v.__file__).parent
    texts = [file.read_text(encoding="utf-8") for file in [*(source / "graph").glob("*.py"), source / "vocab.py"]]
    used = {name for text in texts for name in re.findall(r'\bNS \+ "([A-Za-z0-9]+)"', text)}
    assert len(used) > 60
    assert used - declared == set()


def test_every_term_has_a_label_a_definition_and_an_example() -> None:
    nodes = read_nodes([ONTOLOGY / "tieout.ttl"])
    terms = {iri: facts for iri, facts in nodes.items() if iri.startswith(v.NS) and "component-" not in iri}
    assert len(terms) > 90
    for iri, facts in terms.items():
        assert {v.RDFS + "label", v.SKOS + "definition", v.SKOS + "example"} <= set(facts), iri


def test_generated_files_are_sorted() -> None:
    for file in TURTLE:
        if file.name in ("tieout.ttl", "shapes.ttl"):
            continue
        subjects = [line[1:-1] for line in file.read_text(encoding="utf-8").splitlines() if line.startswith("<")]
        assert subjects == sorted(subjects), file


def test_every_fact_tells_its_source_and_whether_it_was_verified() -> None:
    for file in turtle_files(ONTOLOGY)[1:]:
        for iri, facts in read_nodes([file]).items():
            if v.NS + "verified" in facts or v.DCT + "source" in facts:
                assert facts[v.DCT + "source"], iri
                assert facts[v.NS + "verified"][0] in ("true", "false"), iri
    for file in mapping_files(ONTOLOGY):
        assert all(statement.source for statement in read_statements(file))


def test_mappings_are_sorted_and_told_once() -> None:
    seen: set[tuple[str, str]] = set()
    for file in mapping_files(ONTOLOGY):
        lines = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#")][1:]
        assert lines == sorted(lines), file
        for statement in read_statements(file):
            assert (statement.subject, statement.object) not in seen
            seen.add((statement.subject, statement.object))
    assert len(seen) == 671


def test_crosswalks_are_never_identity() -> None:
    assert not any(quad.predicate.value == v.OWL + "sameAs" for quad in ontology_quads(ONTOLOGY))


def test_checks_are_a_table_over_known_metrics_and_clauses() -> None:
    lines = (ONTOLOGY / "checks.tsv").read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    rows = [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]
    ids = [row["check_id"] for row in rows]
    assert len(rows) == 97
    assert ids == sorted(set(ids))
    metrics = {v.local_key(iri) for iri in read_nodes([ONTOLOGY / "metrics.ttl"]) if iri.startswith(v.ID + "metric/")}
    clauses = {
        v.clause_of(iri) for iri in read_nodes(sorted((ONTOLOGY / "frameworks").glob("*.ttl")))
        if iri.startswith(v.ID + "clause/")
    }  # fmt: skip
    for row in rows:
        parts = row["kpi_ids"].split("|")
        assert {p for p in parts if ":" not in p and "*" not in p} <= metrics, row["check_id"]
        for part in (p for p in parts if ":" in p):
            assert any(fnmatchcase(clause, part) for clause in clauses), f"{row['check_id']}: {part}"
        assert row["severity"] in ("high", "medium", "low", "info")


def test_the_readme_names_every_file() -> None:
    text = (ONTOLOGY / "README.md").read_text(encoding="utf-8")
    for name in (
        "tieout.ttl",
        "shapes.ttl",
        "topics.ttl",
        "sdg.ttl",
        "metrics.ttl",
        "checks.tsv",
        "queries/",
        "mappings/",
    ):
        assert name in text
