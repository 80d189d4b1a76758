"""The guard refuses by structure, not by words: no form of SERVICE, FROM or update passes, no good query is refused."""

from __future__ import annotations

import itertools

import pytest

from tieout.errors import QueryError, QueryRefusedError
from tieout.graph.guard import MAX_LENGTH, check_text, check_tree

HOST = "http://example.org/sparql"
SERVICES = [
    f"SELECT * {{ SERVICE <{HOST}> {{ ?s ?p ?o }} }}",
    f"SELECT * {{ SERVICE SILENT <{HOST}> {{ ?s ?p ?o }} }}",
    f"SELECT * {{ service <{HOST}> {{ ?s ?p ?o }} }}",
    f"SELECT * {{ SERVICE#x\n<{HOST}> {{ ?s ?p ?o }} }}",
    f"SELECT * {{ SERVICE<{HOST}>{{ ?s ?p ?o }} }}",
    "PREFIX e: <http://example.org/> SELECT * { SERVICE e:sparql { ?s ?p ?o } }",
    f"SELECT * {{ \\u0053ERVICE <{HOST}> {{ ?s ?p ?o }} }}",
    f"ASK {{ FILTER EXISTS {{ SERVICE <{HOST}> {{ ?s ?p ?o }} }} }}",
    f"SELECT * {{ {{ SELECT * {{ SERVICE <{HOST}> {{ ?s ?p ?o }} }} }} }}",
    f"DESCRIBE ?s {{ SERVICE <{HOST}> {{ ?s ?p ?o }} }}",
    f"CONSTRUCT {{ ?s ?p ?o }} {{ SERVICE <{HOST}> {{ ?s ?p ?o }} }}",
    f"SELECT * {{ ?s ?p ?o . LATERAL {{ SERVICE <{HOST}> {{ ?s ?p ?o }} }} }}",
    "SELECT * { ?s ?p ?g . SERVICE ?g { ?s ?p ?o } }",
]
DATASETS = [
    f"SELECT * FROM <{HOST}> {{ ?s ?p ?o }}",
    "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
    f"SELECT * FROM NAMED <{HOST}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
    f"ASK from <{HOST}> {{ ?s ?p ?o }}",
    f"CONSTRUCT {{ ?s ?p ?o }} FROM <{HOST}> WHERE {{ ?s ?p ?o }}",
]
UPDATES = [
    "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
    "DELETE WHERE { ?s ?p ?o }",
    "PREFIX e: <urn:e> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    f"LOAD <{HOST}>",
    "CLEAR ALL",
    "DROP GRAPH <urn:g>",
    "SELECT * { ?s ?p ?o } ; DELETE WHERE { ?s ?p ?o }",
    "WITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
]
GOOD = [
    "SELECT * { ?s ?p ?o }",
    'SELECT * { ?s ?p "SERVICE <http://example.org/> { }" }',
    "# SERVICE and FROM in a comment\nASK { ?s ?p ?o }",
    "SELECT ?service { ?service a <urn:insert> }",
    "PREFIX service: <urn:s> SELECT * { ?s service:from ?o }",
    "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }",
    "DESCRIBE <urn:a>",
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p HAVING (COUNT(*) > 1) ORDER BY ?n LIMIT 5",
    "SELECT * { ?s (<urn:a>/<urn:b>)* ?o OPTIONAL { ?o <urn:c> ?d } FILTER(?d > 3 && ?d < 9) }",
    "SELECT ?i { ?o a qb:Observation ; rdfs:label ?i }",
]


@pytest.mark.parametrize("query", [*SERVICES, *DATASETS, *UPDATES])
def test_everything_that_reaches_out_or_writes_is_refused(query: str) -> None:
    with pytest.raises(QueryError):
        check_tree(query)


@pytest.mark.parametrize("query", GOOD)
def test_good_queries_pass(query: str) -> None:
    check_text(query)
    assert check_tree(query).endswith("Query")


def test_two_thousand_spellings_of_service_are_refused() -> None:
    words = ("SERVICE", "service", "SeRvIcE", "\\u0053ERVICE")
    gaps = (" ", "\n", "\t", "#c\n", "", "  ")
    silences = ("", "SILENT ", "silent ")
    nests = ("{0}", "{{ {0} }}", "OPTIONAL {{ {0} }}", "{{ ?a ?b ?c }} UNION {{ {0} }}", "MINUS {{ {0} }}",
             "FILTER NOT EXISTS {{ {0} }}", "GRAPH ?g {{ {0} }}")  # fmt: skip
    targets = (f"<{HOST}>", "?where", "<file:///etc/passwd>", "e:sparql", "<urn:a>")
    refused = count = 0
    for word, gap, silent, nest, target in itertools.product(words, gaps, silences, nests, targets):
        inner = f"{word}{gap}{silent}{target} {{ ?s ?p ?o }}"
        query = "PREFIX e: <http://example.org/> SELECT * { " + nest.format(inner) + " }"
        count += 1
        try:
            check_tree(query)
        except QueryError:
            refused += 1
    assert count >= 2000
    assert refused == count


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("", "empty"),
        ("   \n", "empty"),
        ("SELECT * " + "{" * 2235 + "}" * 2235, "levels deep"),
        ("ASK { FILTER(" + "!" * 9382 + "true) }", "times"),
        ("ASK { FILTER(" + "(" * 4696 + "true" + ")" * 4696 + ") }", "levels deep"),
        ("ASK { FILTER(" + "true && " * 1000 + "true) }", "times"),
        ("SELECT * {" + "{?s ?p ?o} UNION " * 500 + "{?s ?p ?o}}", "times"),
        ("ASK { ?s ?p ?o }" + " " * MAX_LENGTH, "limit"),
        ("ASK { ?s ?p '\0' }", "not text"),
        ("ASK { ?s ?p '\ud800' }", "not text"),
    ],
)
def test_crashing_texts_never_reach_a_parser(query: str, why: str) -> None:
    with pytest.raises(QueryRefusedError, match=why):
        check_text(query)


def test_place_of_a_fault_is_told() -> None:
    with pytest.raises(QueryError, match="line 2, column"):
        check_tree("SELECT *\n{ ?s ?p }")


def test_update_is_named_as_such() -> None:
    with pytest.raises(QueryError, match="updates are never run"):
        check_tree("INSERT DATA { <urn:a> <urn:b> <urn:c> }")
