"""The shipped queries: headers, binding, and one run of each on the tiny world, in two engines."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Dataset, Literal, URIRef

from tieout import vocab as v
from tieout.errors import OntologyError, UsageError
from tieout.graph.named import list_queries, query_file, read_query
from tieout.graph.ontology import shipped_ontology
from tieout.graph.store import GraphStore

HARBOUR, HARBOUR_23, LIGHTHOUSE = "example-harbour-2024", "example-harbour-2023", "peers/example lighthouse#2024"
FIGURE = "Scope 2 emissions were 99.5 tonnes"
ROW = "Scope 2 emissions tCO2e 812.40 900.00"

# name: (bindings, columns to look at, rows expected in this order; None leaves the rows open, a number counts them)
EXPECTED: dict[str, tuple[dict[str, str], tuple[str, ...], object]] = {
    "clause-evidence": (
        {"clause": "gri:305-2"},
        ("status", "role", "page", "quote", "section"),
        [
            ("reported", "evidence", "1", FIGURE, "Climate"),
            ("reported", "evidence", "2", ROW, "Data"),
            ("reported", "index entry", "2", "GRI 305-2 Data page 2", "Data"),
        ],
    ),
    "clauses": (
        {"report": HARBOUR},
        ("framework", "code", "edition", "topicStandard", "indexed", "status", "explanation", "evidences"),
        [
            ("gri", "3-3", "", "305", "false", "reported", "", "1"),
            ("gri", "301-1", "", "", "true", "stated_absent", "no packaging is used", "0"),
            ("gri", "305-2", "2016", "", "true", "reported", "", "2"),
            ("gri", "403-2", "2016", "", "false", "partial", "", "1"),
            ("hkex-c2", "MDR-15", "", "", "false", "not_found", "", "0"),
        ],
    ),
    "commitment-to-deed": (
        {"report": HARBOUR},
        ("policyName", "topicName", "metricName", "period", "rawValue"),
        {
            ("Climate Policy", "Climate change", "Scope 2 GHG emissions", "2024", "812.40"),
            ("Climate Policy", "Climate change", "Scope 2 GHG emissions", "2024", "99.5"),
            ("Climate Policy", "Climate change", "Scope 2 GHG emissions", "2023", "900.00"),
        },
    ),
    "contradictions": (
        {},
        ("id", "metricName", "period", "rawValue", "page", "quote"),
        [
            (HARBOUR, "Scope 2 GHG emissions", "2024", "99.5", "1", FIGURE),
            (HARBOUR, "Scope 2 GHG emissions", "2024", "812.40", "2", ROW),
        ],
    ),
    "coverage": (
        {"framework": "gri"},
        ("id", "obligation", "status", "clauses"),
        [
            (HARBOUR, "if_material", "reported", "1"),
            (HARBOUR, "if_material", "stated_absent", "1"),
            (HARBOUR, "in_accordance_required", "reported", "1"),
        ],
    ),
    "crosswalk": (
        {"clause": "gri:305-2"},
        ("otherFramework", "otherCode", "relation", "id", "status"),
        {
            ("hkex-c2", "D28(b)", "close", LIGHTHOUSE, "reported"),
            ("esrs", "E1-6", "close", "", ""),
        },
    ),
    "disclosure": (
        {"disclosure": v.mint_disclosure(HARBOUR, "gri:305-2@2016", "")},
        ("id", "framework", "code", "status"),
        [(HARBOUR, "gri", "305-2", "reported")],
    ),
    "entity": (
        {"entity": v.mint_entity(HARBOUR, "policy", "Climate Policy")},
        ("id", "kind", "label", "page", "quote"),
        [
            (HARBOUR, "policy", "Climate Policy", "1", "Climate Policy"),
            (HARBOUR, "policy", "Climate Policy", "1", "the Policy"),
        ],
    ),
    "entities": (
        {"kind": "law"},
        ("id", "kind", "label", "basis", "page", "quote"),
        [
            (HARBOUR, "law", "Example  Ports Ordinance", "stated", "1", "Ordinance"),
            (HARBOUR, "law", "Example Ports Ordinance", "stated", "1", "Example Ports Ordinance"),
        ],
    ),
    "goals": (
        {},
        ("goalCode", "basis", "kind", "quote"),
        [
            ("13", "inferred", "goal", "SDG 13"),
            ("13", "stated", "policy", "Climate Policy"),
            ("13", "stated", "policy", "the Policy"),
        ],
    ),
    "metric-clauses": (
        {"metric": "ghg-scope2"},
        ("clauseFramework", "clauseCode", "clauseEdition"),
        [
            ("esrs", "E1-6", ""),
            ("gri", "102-6", "2025"),
            ("gri", "305-2", "2016"),
            ("hkex-c2", "A1.2", ""),
            ("hkex-c2", "D28(b)", ""),
        ],
    ),
    "missing": (
        {},
        ("id", "indicator", "period", "rawValue", "qualifier", "page"),
        [(HARBOUR, "Waste recycled", "2024", "N/A", "not_disclosed", "2")],
    ),
    "observation": ({"observation": v.ID + "observation/none"}, ("id",), []),
    "observation-series": (
        {"metric": "ghg-scope2", "organization": "Example Harbour Ltd"},
        ("period", "rawValue", "id"),
        [
            ("2023", "812.40", HARBOUR_23),
            ("2023", "900.00", HARBOUR),
            ("2024", "99.5", HARBOUR),
            ("2024", "812.40", HARBOUR),
        ],
    ),
    "observations": (
        {"report": HARBOUR, "period": "2024"},
        ("indicator", "metricName", "dimensions", "rawValue", "qualifier", "page"),
        [
            ("Scope 2 emissions", "Scope 2 GHG emissions", "", "99.5", "about", "1"),
            (
                "Female employees", "Employees by gender", "age group=under 30 %7C 30%3D31|gender=female", "40", "", "2"
            ),
            ("Scope 2 emissions", "Scope 2 GHG emissions", "", "812.40", "", "2"),
            ("Waste recycled", "", "", "N/A", "not_disclosed", "2"),
        ],
    ),
    "orphans": ({}, ("id", "finding"), []),
    "peers": (
        {"metric": "ghg-scope2", "period": "2024"},
        ("organizationName", "rawValue", "page"),
        [
            ("Example Harbour Ltd", "99.5", "1"),
            ("Example Harbour Ltd", "812.40", "2"),
            ("Example Lighthouse & Söhne", "900.00", "2"),
        ],
    ),
    "policies-by-topic": (
        {"topic": "T-ENV"},
        ("topicName", "policyName", "quote"),
        [("Environment", "Climate Policy", "Climate Policy"), ("Environment", "Climate Policy", "the Policy")],
    ),
    "provenance": (
        {"finding": v.ID + "entity/policy/example-harbour-2024/Climate%20Policy"},
        ("label", "page", "quote", "id", "file"),
        [
            ("Climate Policy", "1", "Climate Policy", HARBOUR, HARBOUR + ".txt"),
            ("Climate Policy", "1", "the Policy", HARBOUR, HARBOUR + ".txt"),
        ],
    ),
    "reports": (
        {},
        ("id", "organizationName", "period", "pages"),
        [
            (HARBOUR_23, "Example Harbour Ltd", "2023", "2"),
            (HARBOUR, "Example Harbour Ltd", "2024", "2"),
            (LIGHTHOUSE, "Example Lighthouse & Söhne", "2024", "2"),
        ],
    ),
    "restatements": (
        {},
        ("metricName", "period", "id", "rawValue"),
        [
            ("Scope 2 GHG emissions", "2023", HARBOUR_23, "812.40"),
            ("Scope 2 GHG emissions", "2023", HARBOUR, "900.00"),
        ],
    ),
    "sections": (
        {"report": HARBOUR},
        ("number", "title", "level", "page", "passages"),
        [("1", "Governance", "1", "1", "0"), ("", "Climate", "2", "1", "8"), ("2", "Data", "1", "2", "7")],
    ),
    "stated-absent": (
        {},
        ("framework", "code", "label", "explanation", "page"),
        [("gri", "301-1", "Materials used by weight or volume", "no packaging is used", "2")],
    ),
    "targets": (
        {},
        ("label", "detail", "metricName", "measured", "page"),
        [("cut emissions by 30%", "2030", "Scope 2 GHG emissions", "true", "1")],
    ),
    "uncovered": ({"framework": "tcfd", "report": HARBOUR}, ("code",), 11),
    "units": (
        {"metric": "ghg-scope2"},
        ("id", "unit", "figures"),
        [(HARBOUR_23, "tCO2e", "1"), (HARBOUR, "tCO2e", "2"), (HARBOUR, "tonnes", "1"), (LIGHTHOUSE, "tCO2e", "1")],
    ),
}  # fmt: skip

NAMES = sorted(EXPECTED)


def test_every_query_file_has_its_row_here(ontology: Path) -> None:
    assert [query.name for query in list_queries(ontology)] == NAMES
    assert len(NAMES) == 26
    assert len(list((ontology / "queries" / "facts").glob("*.rq"))) == 5


@pytest.mark.parametrize("name", NAMES)
def test_a_query_answers_its_question(world: GraphStore, name: str) -> None:
    bindings, columns, expected = EXPECTED[name]
    rows = world.run(name, bindings)
    at = [rows.variables.index(column) for column in columns]
    found = [tuple(row[i] for i in at) for row in rows.texts()]
    if isinstance(expected, int):
        assert len(found) == expected
    elif isinstance(expected, set):
        assert expected <= set(found)
    else:
        assert found == expected


@pytest.fixture(scope="session")
def other_engine(world: GraphStore) -> Dataset:
    dataset = Dataset(default_union=True)
    for quad in world._store:
        name = quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else None
        graph = dataset.graph(URIRef(name)) if name else dataset.default_graph
        graph.add(tuple(map(_rdflib, (quad.subject, quad.predicate, quad.object))))
    return dataset


def _rdflib(term: object) -> URIRef | Literal:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    assert isinstance(term, ox.Literal)
    plain = term.language or term.datatype.value == v.XSD + "string"
    return Literal(term.value, lang=term.language or None, datatype=None if plain else term.datatype.value)


@pytest.mark.parametrize("name", NAMES)
def test_two_engines_give_the_same_rows(world: GraphStore, other_engine: Dataset, name: str) -> None:
    rows = world.run(name, EXPECTED[name][0])
    other = Counter(tuple("" if t is None else str(t) for t in row) for row in other_engine.query(rows.query))
    assert Counter(rows.texts()) == other


@pytest.mark.parametrize("name", NAMES)
def test_the_file_as_shipped_is_sparql(ontology: Path, name: str) -> None:
    query = read_query(query_file(ontology, name), name)
    ox.Store().query(query.source)
    ox.Store().query(query.text)


def test_several_values_mean_any_of_them(world: GraphStore) -> None:
    rows = world.run("observations", {"report": [HARBOUR_23, LIGHTHOUSE]})
    assert {row[0] for row in rows.texts()} == {HARBOUR_23, LIGHTHOUSE}


def test_the_query_told_gives_the_same_rows_when_pasted(world: GraphStore) -> None:
    rows = world.run("observations", {"report": HARBOUR, "metric": "ghg-scope2"})
    assert "UNDEF" not in rows.query
    again = world._store.query(rows.query, use_default_graph_as_union=True)
    assert len(list(again)) == len(rows.rows) == 3


@given(st.text(max_size=60))
def test_no_value_can_end_its_term(text: str) -> None:
    query = read_query(query_file(shipped_ontology(), "entities"), "entities")
    bound = query.bind({"kind": text, "report": text})
    line = next(line for line in bound.split("\n") if "VALUES ?kind" in line)
    store = ox.Store()
    found = list(store.query(f"SELECT * WHERE {{ {line} }}"))
    assert [solution["kind"].value for solution in found] == [text]


def test_an_injected_pattern_finds_nothing(world: GraphStore) -> None:
    assert world.run("entities", {"kind": 'zzz" } ?a ?b ?c . { "'}).rows == ()
    assert world.run("entities", {"report": "x> } UNION { ?s ?p ?o } #"}).rows == ()


@pytest.mark.parametrize(
    ("name", "bindings", "told"),
    [
        ("no-such", {}, "no such query"),
        ("../tieout", {}, "no such query"),
        ("reports", {"color": "red"}, "unknown parameter 'color'"),
        ("peers", {"metric": "ghg-scope2"}, "'period' is needed"),
        ("provenance", {"finding": "not-an-iri"}, "is no iri"),
        ("provenance", {"finding": "urn:a>"}, "is no iri"),
        ("entities", {"kind": "\ud800"}, "is no text"),
    ],
)
def test_a_wrong_call_is_told(world: GraphStore, name: str, bindings: dict[str, str], told: str) -> None:
    with pytest.raises(UsageError, match=told):
        world.run(name, bindings)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("SELECT * WHERE {}", "header"),
        ("#+ title: a\n#+ question: b\n#+ about: c\n#+ param: x, text, optional, e, d\nSELECT * {}", "slots"),
        ("#+ title: a\n#+ question: b\n#+ about: c\n#+ param: x, colour, optional, e, d\n", "not a parameter"),
        ("#+ title: a\n#+ question: b\n#+ about: c\nSELECT * {\n  VALUES ?y { UNDEF }\n}", "slots"),
    ],
)
def test_a_faulty_query_file_is_told(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "q.rq").write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError, match=told):
        read_query(tmp_path / "q.rq", "q")
