"""The command line as people and programs call it: shapes, exit codes, one clear sentence for what went wrong."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tieout.shells.cli import app
from tieout.shells.tables import CLAUSE_COLUMNS, ENTITY_COLUMNS, OBSERVATION_COLUMNS

RUN = CliRunner()
REPORT = "kestrel-bay-2024"
ANSWER_KEYS = ["id", "question", "status", "answer", "short", "values", "calculation", "citations", "paths", "query",
               "nearest", "notes", "plan", "seconds"]  # fmt: skip


def called(index: Path, *arguments: str, code: int = 0) -> str:
    """Standard output of one call, whose exit code is checked; nothing ever ends in a traceback."""
    done = RUN.invoke(app, [*arguments, "--index", str(index)])
    assert done.exit_code == code, done.output
    assert "Traceback" not in done.output
    return done.stdout


@pytest.mark.parametrize(
    ("verb", "columns"),
    [("observations", OBSERVATION_COLUMNS), ("clauses", CLAUSE_COLUMNS), ("entities", ENTITY_COLUMNS)],
)
def test_tables_have_the_contracts_columns(sample_index: Path, verb: str, columns: tuple[str, ...]) -> None:
    rows = list(csv.reader(io.StringIO(called(sample_index, verb, "--report", REPORT, "--format", "csv"))))
    assert tuple(rows[0]) == columns
    assert len(rows) > 10
    assert all(len(row) == len(columns) for row in rows)
    told = json.loads(called(sample_index, verb, "--report", REPORT, "--json"))
    assert len(told) == len(rows) - 1


def test_ask_prints_the_contracts_object(sample_index: Path) -> None:
    told = json.loads(called(sample_index, "ask", "Scope 2 emissions in 2024?", "--report", REPORT, "--json"))
    assert list(told) == ANSWER_KEYS
    assert told["short"] == "214.24"
    assert set(told["citations"][0]) == {"report", "page", "section", "quote", "start", "end", "passage"}
    assert "214.24" in called(sample_index, "ask", "Scope 2 emissions in 2024?", "--report", REPORT)


def test_many_questions_keep_order_and_ids(sample_index: Path, tmp_path: Path) -> None:
    lines = [{"id": f"q{n}", "question": q, "extra": 1} for n, q in enumerate(("Scope 2 in 2024?", "Water in 2023?"))]
    file = tmp_path / "questions.jsonl"
    file.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    out = called(sample_index, "ask", "--questions", str(file), "--report", REPORT, "--json")
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["q0", "q1"]


def test_search_pages_compare_audit_and_status(sample_index: Path) -> None:
    hits = json.loads(called(sample_index, "search", "anti-corruption training", "-k", "3", "--json"))["hits"]
    assert len(hits) == 3
    assert set(hits[0]) == {"report", "page", "section", "text", "start", "end", "score"}
    first = json.loads(called(sample_index, "pages", REPORT, "--format", "jsonl").splitlines()[0])
    assert (first["report"], first["page"]) == (REPORT, 1)
    cells = json.loads(called(sample_index, "compare", "--framework", "gri", "--clause", "305-1", "--json"))["cells"]
    assert {c["report"] for c in cells} == {"jade-terrace-2024", "kestrel-bay-2024", "lantau-ridge-2024"}
    audit = json.loads(called(sample_index, "audit", REPORT, "--json"))
    assert {"report", "checked", "findings", "shapes", "coverage"} == set(audit)
    called(sample_index, "audit", REPORT, "--fail-on", "high", code=1)
    assert json.loads(called(sample_index, "status", "--json"))["integrity"]["sound"] is True


def test_sparql_in_every_format(sample_index: Path) -> None:
    query = "SELECT ?i { ?o a qb:Observation ; rdfs:label ?i } LIMIT 3"
    assert len(json.loads(called(sample_index, "sparql", query, "--format", "json"))["results"]["bindings"]) == 3
    assert called(sample_index, "sparql", query, "--format", "csv").startswith("i\n")
    assert "<sparql" in called(sample_index, "sparql", query, "--format", "xml")
    assert called(sample_index, "sparql", "ASK { ?s ?p ?o }") == "true\n"
    graph = called(sample_index, "sparql", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 5", "--format", "ttl")
    assert graph.strip()
    named = called(sample_index, "sparql", "--named", "observations", "--bind", "metric=ghg-scope2", "--format", "csv")
    assert "214.24" in named
    assert "observations" in called(sample_index, "sparql", "--list")


def test_exports_hold_the_same_statements(sample_index: Path, tmp_path: Path) -> None:
    import pyoxigraph as ox

    sizes = set()
    for form, kind in (("nquads", ox.RdfFormat.N_QUADS), ("trig", ox.RdfFormat.TRIG), ("jsonld", ox.RdfFormat.JSON_LD)):
        target = tmp_path / f"graph.{form}"
        called(sample_index, "export", "--format", form, "-o", str(target))
        store = ox.Store()
        store.load(path=target, format=kind)
        sizes.add(len(store))
    assert len(sizes) == 1
    assert sizes.pop() > 1000


@pytest.mark.parametrize(
    ("arguments", "code", "why"),
    [
        (("ingest", "nowhere.pdf"), 2, "no such file"),
        (("ask", "hello", "--report", "nobody"), 2, "no such report"),
        (("ask",), 2, "give one question"),
        (("sparql", "SELECT * {"), 2, "not a SPARQL query"),
        (("sparql", "DROP ALL"), 2, "updates are never run"),
        (("sparql", "--named", "nothing"), 2, "no such query"),
        (("clauses", "--framework", "xyz"), 2, "no such framework"),
        (("pages", REPORT, "--page", "99"), 2, "no page 99"),
        (("compare", "--clause", "305-1"), 2, "needs --framework"),
        (("observations", "--format", "nope"), 2, "unknown format"),
        (("export", "--format", "nope"), 2, "unknown format"),
        (("remove", "nobody"), 2, "no such report"),
    ],
)
def test_errors_are_one_sentence_with_the_right_code(
    sample_index: Path, arguments: tuple[str, ...], code: int, why: str
) -> None:
    done = RUN.invoke(app, [*arguments, "--index", str(sample_index)])
    assert done.exit_code == code
    assert why in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.output


def test_unreadable_files_fail_and_change_nothing(sample_index: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
    before = (sample_index / "CURRENT").read_bytes()
    for name in ("empty.txt", "broken.pdf"):
        done = RUN.invoke(app, ["ingest", str(tmp_path / name), "--index", str(sample_index)])
        assert done.exit_code == 1
        assert name in done.stderr
    assert (sample_index / "CURRENT").read_bytes() == before


def test_empty_index_says_what_to_do(tmp_path: Path) -> None:
    done = RUN.invoke(app, ["ask", "Scope 2?", "--index", str(tmp_path / "none")])
    assert (done.exit_code, "tieout ingest" in done.stderr) == (2, True)
