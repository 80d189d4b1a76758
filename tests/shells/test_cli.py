"""The command line as people and programs call it: shapes, exit codes, one clear sentence for what went wrong."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tieout.shells.cli import app
from tieout.shells.tables import CLAUSE_COLUMNS, ENTITY_COLUMNS, OBSERVATION_COLUMNS
from tieout.version import __version__

RUN = CliRunner()
REPORT = "kestrel-bay-2024"
ALL_REPORTS = ["jade-terrace-2024", "kestrel-bay-2024", "lantau-ridge-2024"]
ANSWER_KEYS = ["id", "question", "status", "answer", "short", "values", "calculation", "citations", "paths", "query",
               "nearest", "notes", "plan", "seconds"]  # fmt: skip
ANSWER_TYPES = {
    "id": "NoneType", "question": "str", "status": "str", "answer": "str", "short": "str", "values": "list",
    "calculation": "NoneType", "citations": "list", "paths": "list", "query": "str", "nearest": "list",
    "notes": "list", "plan": "dict", "seconds": "float",
}  # fmt: skip
CELL_KEYS = ["report", "organization", "clause", "metric", "period", "status", "value", "unit", "value_canonical",
             "unit_canonical", "comparable", "why", "page", "quote"]  # fmt: skip


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
    assert {key: type(told[key]).__name__ for key in ANSWER_KEYS} == ANSWER_TYPES
    assert set(told["citations"][0]) == {"report", "page", "section", "quote", "start", "end", "passage"}
    assert set(told["values"][0]) == {"organization", "metric", "dimensions", "period", "value", "unit", "observation"}
    assert (told["values"][0]["value"], told["values"][0]["unit"]) == ("214.24", "tCO2e")
    path = told["paths"][0]
    assert set(path) == {"links", "ask"}
    ends = ("subject", "predicate", "object")
    assert all(set(link) == {*ends, *(f"{end}_label" for end in ends)} for link in path["links"])
    assert called(sample_index, "sparql", path["ask"]) == "true\n"
    assert set(told["plan"]) >= {"intent", "entities", "unresolved"}
    assert "214.24" in called(sample_index, "ask", "Scope 2 emissions in 2024?", "--report", REPORT)


def test_a_follow_up_is_read_with_the_question_before(sample_index: Path, tmp_path: Path) -> None:
    before = "Scope 2 emissions in 2024?"
    told = json.loads(called(sample_index, "ask", "and in 2022?", "--after", before, "--report", REPORT, "--json"))
    assert (told["question"], told["short"]) == ("and in 2022?", "301.22")
    assert told["notes"][0] == "Read as: Scope 2 emissions in 2022?"
    lines = tmp_path / "asked.jsonl"
    lines.write_text(json.dumps({"id": "f", "question": "and in 2023?", "previous": before}), encoding="utf-8")
    told = json.loads(called(sample_index, "ask", "--questions", str(lines), "--report", REPORT, "--json"))
    assert (told["id"], told["short"]) == ("f", "248.70")


def test_silence_is_no_failure_and_names_the_nearest(sample_index: Path) -> None:
    told = json.loads(called(sample_index, "ask", "Scope 3 emissions in 2024?", "--report", REPORT, "--json"))
    assert (told["status"], told["citations"], told["values"]) == ("not_found", [], [])
    assert all(set(near) == {"what", "page", "quote"} for near in told["nearest"])
    assert told["nearest"]


def test_many_questions_keep_order_and_ids(sample_index: Path, tmp_path: Path) -> None:
    lines = [{"id": f"q{n}", "question": q, "extra": 1} for n, q in enumerate(("Scope 2 in 2024?", "Water in 2023?"))]
    file = tmp_path / "questions.jsonl"
    file.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    out = called(sample_index, "ask", "--questions", str(file), "--report", REPORT, "--json")
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["q0", "q1"]


def test_many_questions_may_each_have_their_scope(sample_index: Path, tmp_path: Path) -> None:
    lines = [{"id": n, "question": "Scope 2 emissions in 2024?", "reports": [r]} for n, r in enumerate(ALL_REPORTS)]
    file = tmp_path / "questions.jsonl"
    file.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    told = [json.loads(line) for line in called(sample_index, "ask", "--questions", str(file), "--json").splitlines()]
    assert [answer["short"] for answer in told] == ["2405700", "214.24", "1688"]
    assert [{c["report"] for c in answer["citations"]} for answer in told] == [{r} for r in ALL_REPORTS]


def test_many_queries_keep_order_and_ids(sample_index: Path, tmp_path: Path) -> None:
    lines = [{"id": "b", "query": "water"}, {"id": "a", "query": "training", "reports": [REPORT]}]
    file = tmp_path / "queries.jsonl"
    file.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    out = called(sample_index, "search", "--queries", str(file), "-k", "2", "--json")
    told = [json.loads(line) for line in out.splitlines()]
    assert [(row["id"], len(row["hits"])) for row in told] == [("b", 2), ("a", 2)]
    assert {hit["report"] for hit in told[1]["hits"]} == {REPORT}


def test_a_broken_line_of_questions_is_named(sample_index: Path, tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    for text, why in (('{"question": ', "line 1 is not JSON"), ('{"id": 1}', 'no text under "question"')):
        file.write_text(text, encoding="utf-8")
        done = RUN.invoke(app, ["ask", "--questions", str(file), "--index", str(sample_index)])
        assert (done.exit_code, why in done.stderr) == (2, True)


def test_search_pages_compare_audit_and_status(sample_index: Path) -> None:
    hits = json.loads(called(sample_index, "search", "anti-corruption training", "-k", "3", "--json"))["hits"]
    assert len(hits) == 3
    assert set(hits[0]) == {"report", "page", "section", "text", "start", "end", "score"}
    first = json.loads(called(sample_index, "pages", REPORT, "--format", "jsonl").splitlines()[0])
    assert (first["report"], first["page"]) == (REPORT, 1)
    cells = json.loads(called(sample_index, "compare", "--framework", "gri", "--clause", "305-1", "--json"))["cells"]
    assert {c["report"] for c in cells} == set(ALL_REPORTS)
    assert all([key for key in c if key in CELL_KEYS] == CELL_KEYS for c in cells)
    assert {c["comparable"] for c in cells} <= {"yes", "partly", "no"}
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
        triples = len({(quad.subject, quad.predicate, quad.object) for quad in store})
    assert len(sizes) == 1
    assert sizes.pop() > 1000
    called(sample_index, "export", "--format", "turtle", "-o", str(tmp_path / "graph.ttl"))
    assert len(list(ox.parse(path=tmp_path / "graph.ttl", format=ox.RdfFormat.TURTLE))) == triples


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
        (("export", "--format", "turtle", "-o", "/nowhere/graph.ttl"), 2, "cannot be written"),
        (("export", "--format", "turtle", "--report", "nobody"), 2, "no such report"),
        (("audit", "--fail-on", "dire"), 2, "unknown severity"),
        (("audit", "nobody"), 2, "no such report"),
        (("observations", "--metric", "nothing"), 2, "no such metric"),
        (("sparql",), 2, "give a query"),
        (("sparql", "-f", "nowhere.rq"), 2, "cannot be read"),
        (("sparql", "--named", "observations", "--bind", "metric"), 2, "name=value"),
        (("sparql", "ASK { ?s ?p ?o }", "--format", "ttl"), 2, "Turtle"),
        (("sparql", "ASK { ?s ?p ?o }", "--format", "nope"), 2, "unknown format"),
        (("ask", "--questions", "nowhere.jsonl"), 2, "cannot be read"),
        (("--config", "nowhere.toml", "reports"), 2, "no such settings file"),
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
    from reportlab.pdfgen.canvas import Canvas

    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
    scan = Canvas(str(tmp_path / "scan.pdf"))
    scan.rect(100, 100, 200, 200, fill=1)
    scan.save()
    before = (sample_index / "CURRENT").read_bytes()
    for name in ("empty.txt", "broken.pdf", "scan.pdf"):
        done = RUN.invoke(app, ["ingest", str(tmp_path / name), "--index", str(sample_index)])
        assert done.exit_code == 1
        assert name in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1
        assert "Traceback" not in done.output
    assert (sample_index / "CURRENT").read_bytes() == before


def test_empty_index_says_what_to_do(tmp_path: Path) -> None:
    done = RUN.invoke(app, ["ask", "Scope 2?", "--index", str(tmp_path / "none")])
    assert (done.exit_code, "tieout ingest" in done.stderr) == (2, True)


def test_the_program_runs_as_a_process_of_its_own(sample_index: Path) -> None:
    call = [sys.executable, "-m", "tieout", "--index", str(sample_index)]
    version = subprocess.run([*call, "--version"], capture_output=True, text=True, check=True)
    assert version.stdout == f"tieout {__version__}\n"
    environment = os.environ | {"LC_ALL": "C", "PYTHONIOENCODING": ""}
    shown = subprocess.run([*call, "ask", "Scope 2 emissions in 2024?", "--report", REPORT], capture_output=True,
                           env=environment, check=True)  # fmt: skip
    assert "“" in shown.stdout.decode("utf-8")
    wrong = subprocess.run([*call, "pages", "nobody"], capture_output=True, text=True, check=False)
    assert (wrong.returncode, wrong.stdout, "Traceback" in wrong.stderr) == (2, "", False)
