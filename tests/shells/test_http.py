"""The HTTP interface over the sample reports: routes, statuses, headers, hosts, the SPARQL protocol."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tieout import Library, Settings
from tieout.shells.http import SECURITY_HEADERS, create_app
from tieout.shells.server import host_names
from tieout.shells.tables import CLAUSE_COLUMNS, ENTITY_COLUMNS, OBSERVATION_COLUMNS

REPORT = "kestrel-bay-2024"
SELECT = "SELECT ?i { ?o a qb:Observation ; rdfs:label ?i } LIMIT 3"
CONSTRUCT = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 3"


@pytest.fixture(scope="module")
def client(sample_index: Path) -> Iterator[TestClient]:
    library = Library(Settings(index=sample_index, encoder_threads=1))
    with TestClient(create_app(library, host_names("127.0.0.1")), base_url="http://127.0.0.1") as made:
        yield made
    library.close()


def test_ask_answers_with_evidence(client: TestClient) -> None:
    told = client.post("/api/ask", json={"question": "Scope 2 emissions in 2024?", "reports": [REPORT], "id": "q1"})
    assert told.status_code == 200
    body = told.json()
    assert (body["id"], body["status"], body["short"]) == ("q1", "answered", "214.24")
    cited = body["citations"][0]
    page = client.get("/api/pages", params={"report": REPORT, "page": cited["page"]}).json()[0]["text"]
    assert page[cited["start"] : cited["end"]] == cited["quote"]


@pytest.mark.parametrize("previous", ["Scope 2 emissions in 2024?", ["Scope 2 emissions in 2024?"]])
def test_a_follow_up_brings_the_question_before(client: TestClient, previous: object) -> None:
    sent = {"question": "and in 2023?", "reports": [REPORT], "previous": previous}
    body = client.post("/api/ask", json=sent).json()
    assert (body["short"], body["plan"]["read_as"]) == ("248.70", "Scope 2 emissions in 2023?")
    assert client.post("/api/ask", json={**sent, "previous": ["x" * 2001]}).status_code == 422


def test_search_and_compare(client: TestClient) -> None:
    hits = client.post("/api/search", json={"query": "anti-corruption training", "k": 2}).json()["hits"]
    assert [set(hit) for hit in hits] == [{"report", "page", "section", "text", "start", "end", "score"}] * 2
    cells = client.post("/api/compare", json={"framework": "gri", "clauses": ["305-1"]}).json()["cells"]
    assert REPORT in {cell["report"] for cell in cells}


@pytest.mark.parametrize(
    ("route", "columns"),
    [("observations", OBSERVATION_COLUMNS), ("clauses", CLAUSE_COLUMNS), ("entities", ENTITY_COLUMNS)],
)
def test_tables(client: TestClient, route: str, columns: tuple[str, ...]) -> None:
    rows = client.get(f"/api/{route}", params={"report": REPORT}).json()
    assert len(rows) > 10
    assert all(tuple(row) == columns and row["report"] == REPORT for row in rows)


def test_filters(client: TestClient) -> None:
    rows = client.get("/api/observations", params={"metric": "ghg-scope2"}).json()
    assert {row["metric"] for row in rows} == {"ghg-scope2"}
    clauses = client.get("/api/clauses", params={"framework": "hkex-c2"}).json()
    assert {row["framework"] for row in clauses} == {"hkex-c2"}
    assert {row["kind"] for row in client.get("/api/entities", params={"kind": "policy"}).json()} == {"policy"}


def test_the_other_readings(client: TestClient) -> None:
    assert len(client.get("/api/reports").json()) == 3
    assert client.get("/api/findings", params={"report": REPORT}).json()[0]["report"] == REPORT
    assert client.get("/api/status").json()["integrity"]["sound"] is True
    assert "observations" in {query["name"] for query in client.get("/api/queries").json()}
    assert client.get("/healthz").text == "ok"


@pytest.mark.parametrize(
    ("route", "parameters", "status"),
    [
        ("/api/pages", {"report": "nobody"}, 404),
        ("/api/pages", {"report": REPORT, "page": 99}, 400),
        ("/api/pages", {}, 422),
        ("/api/clauses", {"framework": "xyz"}, 404),
        ("/api/observations", {"metric": "xyz"}, 404),
        ("/sparql", {"query": "SELECT * {"}, 400),
        ("/sparql", {"query": ""}, 400),
        ("/sparql", {"query": "SELECT * { SERVICE <http://192.0.2.1/> { ?s ?p ?o } }"}, 400),
        ("/sparql", {"query": "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }"}, 400),
        ("/api/nothing", {}, 404),
    ],
)
def test_errors_are_objects_with_a_status(
    client: TestClient, route: str, parameters: dict[str, object], status: int
) -> None:
    told = client.get(route, params=parameters)
    assert told.status_code == status, told.text
    assert "Traceback" not in told.text
    assert set(told.json()) & {"error", "detail"}


def test_bodies_are_bounded(client: TestClient) -> None:
    assert client.post("/api/ask", json={"question": "x" * 2001}).status_code == 422
    assert client.post("/api/search", json={"query": "x", "k": 100_000}).status_code == 422
    assert client.post("/api/ask", content=b"{", headers={"content-type": "application/json"}).status_code == 422


def test_an_empty_index_says_what_to_do(tmp_path: Path) -> None:
    with TestClient(create_app(Library(Settings(index=tmp_path / "none")), ["testserver"])) as empty:
        told = empty.post("/api/ask", json={"question": "Scope 2?"})
        assert empty.get("/api/reports").json() == []
    assert told.status_code == 400
    assert "tieout ingest" in told.json()["error"]


@pytest.mark.parametrize("route", ["/healthz", "/api/reports", "/api/nothing", "/sparql?query=broken"])
def test_every_answer_carries_the_security_headers(client: TestClient, route: str) -> None:
    headers = client.get(route).headers
    assert {name: headers.get(name) for name in SECURITY_HEADERS} == SECURITY_HEADERS


def test_the_policy_lets_nothing_foreign_in() -> None:
    policy = SECURITY_HEADERS["Content-Security-Policy"]
    assert "http:" not in policy
    assert "https:" not in policy
    assert "*" not in policy
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example"])
def test_foreign_hosts_are_refused(client: TestClient, host: str) -> None:
    assert client.get("/api/reports", headers={"host": host}).status_code == 400
    assert client.get("/api/reports", headers={"host": "localhost:7860"}).status_code == 200


def test_no_other_site_may_read_answers(client: TestClient) -> None:
    told = client.get("/api/reports", headers={"origin": "https://evil.example"})
    assert "access-control-allow-origin" not in told.headers


def test_sparql_protocol_by_get_form_and_body(client: TestClient) -> None:
    by_get = client.get("/sparql", params={"query": SELECT})
    by_form = client.post("/sparql", data={"query": SELECT})
    by_body = client.post("/sparql", content=SELECT, headers={"content-type": "application/sparql-query"})
    assert by_get.headers["content-type"] == "application/sparql-results+json"
    assert len(by_get.json()["results"]["bindings"]) == 3
    assert by_get.json() == by_form.json() == by_body.json()


@pytest.mark.parametrize(
    ("query", "accept", "given", "starts"),
    [
        (SELECT, "text/csv", "text/csv", "i\n"),
        (SELECT, "application/sparql-results+xml", "application/sparql-results+xml", "<?xml"),
        (SELECT, "application/json", "application/sparql-results+json", "{"),
        (SELECT, "text/html, */*;q=0.1", "application/sparql-results+json", "{"),
        (SELECT, "text/turtle", "application/sparql-results+json", "{"),
        (CONSTRUCT, "text/turtle", "text/turtle", "@prefix"),
        (CONSTRUCT, "text/csv", "text/turtle", "@prefix"),
        ("ASK { ?s ?p ?o }", "application/json", "application/sparql-results+json", "{"),
    ],
)
def test_content_negotiation(client: TestClient, query: str, accept: str, given: str, starts: str) -> None:
    told = client.get("/sparql", params={"query": query}, headers={"accept": accept})
    assert told.headers["content-type"].split(";")[0] == given
    assert told.text.startswith(starts)


def test_updates_are_refused_and_change_nothing(client: TestClient) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    before = client.get("/sparql", params={"query": count}).json()
    update = "INSERT DATA { <urn:a> <urn:b> <urn:c> }"
    refused = [
        client.post("/sparql", data={"update": update}),
        client.post("/sparql", content=update, headers={"content-type": "application/sparql-update"}),
        client.get("/sparql", params={"query": update}),
        client.post("/sparql", data={"query": "DROP ALL"}),
    ]
    assert [told.status_code for told in refused] == [400, 415, 400, 400]
    assert client.get("/sparql", params={"query": count}).json() == before
