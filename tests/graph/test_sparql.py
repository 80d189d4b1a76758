"""Foreign queries run in a child: right answers, limits that hold, a parent that lives, an unchanged store."""

from __future__ import annotations

import hashlib
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from tieout.errors import QueryError, QueryLimitError, QueryRefusedError
from tieout.graph import worker
from tieout.graph.sparql import Limits, run_foreign

COUNT = 300


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ring of 300 statements in one named graph."""
    folder = tmp_path_factory.mktemp("store") / "store"
    ring = ox.Store(str(folder))
    for i in range(COUNT):
        ring.add(
            ox.Quad(
                ox.NamedNode(f"urn:n{i}"), ox.NamedNode("urn:p"), ox.NamedNode(f"urn:n{(i + 1) % COUNT}"),
                ox.NamedNode("urn:g"),
            )
        )  # fmt: skip
    ring.flush()
    del ring
    return folder


def digest(folder: Path) -> str:
    """One digest over the store's data files."""
    told = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.startswith("LOG"):
            told.update(path.name.encode() + path.read_bytes())
    return told.hexdigest()


def test_default_graph_is_the_union(store: Path) -> None:
    answer = run_foreign(store, "SELECT ?s { ?s <urn:p> <urn:n1> }")
    assert answer.variables == ("s",)
    assert answer.rows == (({"type": "uri", "value": "urn:n0"},),)
    assert run_foreign(store, "SELECT ?g { GRAPH ?g { <urn:n0> ?p ?o } }").rows[0][0] == {
        "type": "uri",
        "value": "urn:g",
    }


def test_ask_and_construct(store: Path) -> None:
    assert run_foreign(store, "ASK { <urn:n0> <urn:p> <urn:n1> }").value is True
    assert run_foreign(store, "ASK { <urn:n0> <urn:p> <urn:n5> }").value is False
    graph = run_foreign(store, "CONSTRUCT { ?o <urn:q> ?s } WHERE { ?s <urn:p> ?o }")
    assert (graph.kind, len(graph.rows)) == ("graph", COUNT)


def test_row_cap_is_told(store: Path) -> None:
    answer = run_foreign(store, "SELECT * { ?a ?b ?c . ?d ?e ?f }", Limits(rows=50))
    assert (len(answer.rows), answer.truncated) == (50, True)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
        "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i ?f",
        "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(CONCAT(STR(?a), STR(?e), STR(?i)) = 'none') }",
        "SELECT DISTINCT ?z { ?a (<urn:p>*/<urn:p>*)* ?z . ?d ?e ?f . ?g ?h ?i }",
    ],
)
def test_runaway_queries_are_stopped_and_the_next_is_right(store: Path, query: str) -> None:
    with pytest.raises(QueryLimitError):
        run_foreign(store, query, Limits(seconds=1.0, memory=700 << 20))
    assert run_foreign(store, "ASK { <urn:n0> <urn:p> <urn:n1> }").value is True


def test_memory_limit_holds(store: Path) -> None:
    doubling = "BIND(CONCAT(" + ", ".join(["?x{0}"] * 16) + ") AS ?x{1})"
    steps = " ".join(doubling.format(i, i + 1) for i in range(7))
    query = f'SELECT (STRLEN(?x7) AS ?n) {{ BIND("0123456789" AS ?x0) {steps} }}'
    with pytest.raises((QueryLimitError, QueryError)):
        run_foreign(store, query, Limits(seconds=5.0, memory=600 << 20))


def test_a_small_query_needs_little_memory(store: Path) -> None:
    """Threads that reserve address space of their own would be refused here, most of the time."""
    small = Limits(memory=300 << 20)
    assert all(run_foreign(store, "ASK { <urn:n0> <urn:p> <urn:n1> }", small).value for _ in range(4))


def test_nothing_a_query_says_changes_the_store(store: Path) -> None:
    before = digest(store)
    for text in ("INSERT DATA { <urn:a> <urn:b> <urn:c> }", "DROP ALL", "DELETE WHERE { ?s ?p ?o }"):
        with pytest.raises(QueryError):
            run_foreign(store, text)
    run_foreign(store, "SELECT * { ?s ?p ?o }")
    assert digest(store) == before


@pytest.fixture
def canary() -> Iterator[tuple[int, list[bytes]]]:
    """A listening socket that notes every connection."""
    hits: list[bytes] = []
    server = socket.create_server(("127.0.0.1", 0))
    server.settimeout(0.1)
    done = threading.Event()

    def listen() -> None:
        while not done.is_set():
            try:
                connection, _ = server.accept()
            except TimeoutError:
                continue
            hits.append(connection.recv(100))
            connection.close()

    thread = threading.Thread(target=listen)
    thread.start()
    yield server.getsockname()[1], hits
    done.set()
    thread.join()
    server.close()


def test_service_reaches_no_server(store: Path, canary: tuple[int, list[bytes]]) -> None:
    port, hits = canary
    for form in ("SERVICE", "SERVICE SILENT", "service"):
        with pytest.raises(QueryError):
            run_foreign(store, f"SELECT * {{ {form} <http://127.0.0.1:{port}/sparql> {{ ?s ?p ?o }} }}")
    assert hits == []


def test_without_the_guard_service_would_be_called(
    store: Path, canary: tuple[int, list[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The defence removed: the engine itself does call out, so the test above proves the guard and not the engine."""
    port, hits = canary
    monkeypatch.setattr("tieout.graph.guard.check_tree", lambda _query: "SelectQuery")
    with pytest.raises((OSError, RuntimeError, QueryError)):
        worker.evaluate(str(store), f"SELECT * {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}", 10, 1000)
    assert len(hits) >= 1


def test_wrong_query_tells_the_place(store: Path) -> None:
    with pytest.raises(QueryError, match="line 1, column"):
        run_foreign(store, "SELECT * { ?s ?p }")
    with pytest.raises(QueryRefusedError, match="empty"):
        run_foreign(store, " ")
