"""Findings to statements and back."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.graph.world import everything, harbour_2024

from tieout import vocab as v
from tieout.graph.assertions import assert_report, dimension_key, with_iris
from tieout.graph.facts import GraphFacts
from tieout.graph.nquads import GraphWriter
from tieout.graph.store import GraphStore
from tieout.model import Catalogue, Dimension, Findings, Report


def quads(data: bytes) -> list[ox.Quad]:
    return list(ox.parse(data, format=ox.RdfFormat.N_QUADS))


def test_what_is_asserted_comes_back_to_the_letter(world: GraphStore) -> None:
    facts = GraphFacts(world)
    expected = [with_iris(findings) for _, findings in everything()]
    assert facts.observations() == tuple(o for f in expected for o in f.observations)
    assert facts.disclosures() == tuple(d for f in expected for d in f.disclosures)
    assert facts.entities() == tuple(e for f in expected for e in f.entities)
    for of, _ in everything():
        assert facts.sections(of.id) == of.sections
    assert facts.reports() == tuple(replace(of, pages=(), sections=(), tables=()) for of, _ in everything())


def test_printed_precision_comes_back(world: GraphStore) -> None:
    first = GraphFacts(world).observations(["example-harbour-2024"])[0]
    assert str(first.value) == "812.40"


def test_facts_are_chosen_by_report_metric_framework_and_kind(world: GraphStore) -> None:
    facts = GraphFacts(world)
    assert len(facts.observations(["example-harbour-2024"], "ghg-scope2")) == 3
    assert len(facts.observations(metric="ghg-scope2")) == 5
    assert [d.code for d in facts.disclosures(framework="hkex-c2")] == ["MDR-15", "D28(b)"]
    assert {e.kind for e in facts.entities(kind="law")} == {"law"}
    assert facts.observations([]) == ()
    assert facts.observations(["no such report"]) == ()


def test_the_graph_is_sorted_and_without_blank_nodes(nquads: tuple[bytes, ...]) -> None:
    for data in nquads:
        lines = data.decode().splitlines()
        assert lines == sorted(set(lines))
        for quad in quads(data):
            assert not isinstance(quad.subject, ox.BlankNode)
            assert not isinstance(quad.object, ox.BlankNode)


def test_only_shared_descriptions_stand_outside_the_reports_graph(nquads: tuple[bytes, ...]) -> None:
    shared = {"organization", "dimension", "period", "software", "clause"}
    for (of, _), data in zip(everything(), nquads, strict=True):
        for quad in quads(data):
            if isinstance(quad.graph_name, ox.DefaultGraph):
                assert quad.subject.value.removeprefix(v.ID).split("/")[0] in shared
            else:
                assert quad.graph_name.value == v.mint_report(of.id)


def test_no_statement_stands_in_two_graphs(world: GraphStore) -> None:
    triples = [(q.subject, q.predicate, q.object) for q in world._store]
    assert len(triples) == len(set(triples))


def test_every_finding_is_derived_from_its_passages(catalogue: Catalogue) -> None:
    of, findings = harbour_2024()
    data = quads(assert_report(of, findings, catalogue))
    derived = {(q.subject.value, q.object.value) for q in data if q.predicate.value == v.PROV + "wasDerivedFrom"}
    for finding in with_iris(findings).entities:
        for p in finding.passages:
            assert (finding.iri, v.mint_passage(of.id, p.page, p.start, p.end)) in derived


def test_an_edition_that_the_ontology_lacks_is_described(catalogue: Catalogue) -> None:
    data = quads(assert_report(*harbour_2024(), catalogue))
    unknown = [q.subject.value for q in data if q.object == ox.NamedNode(v.NS + "UnknownClause")]
    assert unknown == [v.mint_clause("gri:403-2@2016")]


def test_names_do_not_depend_on_the_link_to_a_metric() -> None:
    _, findings = harbour_2024()
    relinked = replace(
        findings, observations=tuple(replace(o, metric="", metric_score=0.1) for o in findings.observations)
    )
    assert [o.iri for o in with_iris(findings).observations] == [o.iri for o in with_iris(relinked).observations]


def test_filling_names_twice_changes_nothing() -> None:
    for _, findings in everything():
        assert with_iris(with_iris(findings)) == with_iris(findings)


def test_findings_that_share_a_key_get_two_names() -> None:
    _, findings = harbour_2024()
    twice = Findings(findings.observations * 2, findings.disclosures * 2, findings.entities * 2)
    named = with_iris(twice)
    iris = [x.iri for part in (named.observations, named.disclosures, named.entities) for x in part]
    assert len(iris) == len(set(iris))


@pytest.mark.parametrize(
    "change",
    [{"period": "2025"}, {"raw_value": "1"}, {"indicator": "x"}, {"row": 9}, {"dimensions": (Dimension("a", "b"),)}],
)
def test_another_figure_has_another_name(change: dict[str, object]) -> None:
    _, findings = harbour_2024()
    figure = findings.observations[0]
    other = replace(figure, **change)  # type: ignore[arg-type]
    a, b = with_iris(Findings((figure, other))).observations
    assert "!" not in b.iri
    assert a.iri != b.iri


def test_coordinates_compare_whatever_their_order_and_spelling() -> None:
    one = (Dimension("gender", "Female"), Dimension("age", "under|30"))
    other = (Dimension("Age", "UNDER|30"), Dimension("gender", "female"))
    assert dimension_key(one) == dimension_key(other) == "age=under%7C30|gender=female"
    assert dimension_key(()) == ""


def test_hostile_text_stays_text(catalogue: Catalogue) -> None:
    of, findings = harbour_2024()
    evil = 'a" <urn:x> .\n<urn:a> <urn:b> "c\\u0022 \x00\x7f\r\t\u2028'
    entity = replace(findings.entities[1], label=evil, detail=evil)
    data = assert_report(of, Findings(entities=(entity,)), catalogue)
    store = GraphStore.in_memory([data])
    assert GraphFacts(store).entities()[0].label == evil
    assert evil in {q.object.value for q in quads(data) if q.predicate.value == v.RDFS + "label"}


def test_a_lone_surrogate_does_not_stop_the_writer() -> None:
    out = GraphWriter("urn:g")
    out.text("urn:s", "urn:p", "a\ud800b")
    assert quads(out.dump())[0].object.value == "a?b"


SCRIPT = """
import sys
from tests.graph.world import everything
from tieout.graph.assertions import assert_report
from tieout.graph.catalogue import load_catalogue
from tieout.graph.ontology import shipped_ontology
catalogue = load_catalogue(shipped_ontology())
sys.stdout.buffer.write(b"".join(assert_report(r, f, catalogue) for r, f in everything()))
"""


def test_the_bytes_do_not_depend_on_the_hash_seed(nquads: tuple[bytes, ...]) -> None:
    root = Path(__file__).resolve().parents[2]
    for seed in ("0", "1"):
        run = subprocess.run(
            [sys.executable, "-c", SCRIPT], cwd=root, env={"PYTHONHASHSEED": seed, "PYTHONPATH": f"{root}/src:{root}"},
            capture_output=True, check=True,
        )  # fmt: skip
        assert run.stdout == b"".join(nquads)


def test_a_report_without_findings_is_still_a_graph(catalogue: Catalogue) -> None:
    of = harbour_2024()[0]
    bare = Report("x", "", "", of.source, ())
    assert GraphFacts(GraphStore.in_memory([assert_report(bare, Findings(), catalogue)])).reports()[0].id == "x"
