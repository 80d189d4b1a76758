"""What stands where in a bundle, and how each part is written and read back.

=========================  =====================================================================
``MANIFEST.json``          software, encoder, ontology, generation, reports; size and SHA-256 of every file
``README.txt``             what this is, for whoever opens it
``answers/0001.json``      an answer as ``tieout ask --json`` prints it, without the seconds it took
``queries/0001.rq``        the SPARQL behind its values, ``results/0001.json`` what it returned on these graphs
``reports/<id>/``          ``graph.nq``, ``pages.jsonl`` (the pages quoted anywhere), ``audit.json``
``ontology.nq``            the statements that reports share: metrics, clauses, topics, crosswalks
``observations.csv``       every figure; ``clauses.csv`` every statement to a clause; both follow from the graphs
``sources/<sha256>.pdf``   the files the reports were read from, where they were asked for
=========================  =====================================================================
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tieout.graph.sparql import Answer
from tieout.model import Disclosure, Observation, Passage
from tieout.storage.sealed import canonical

SCHEMA = 1
ONTOLOGY, OBSERVATIONS, CLAUSES, README = "ontology.nq", "observations.csv", "clauses.csv", "README.txt"
GRAPH, PAGES, AUDIT = "graph.nq", "pages.jsonl", "audit.json"

PageTexts = Mapping[tuple[str, int], str]
"""Stored page texts by report and page number."""


@dataclass(frozen=True, slots=True)
class Part:
    """One report of a bundle: its folder there and the file it was read from; ``source`` is that file's name there."""

    report: str
    organization: str
    period: str
    folder: str
    file: str
    sha256: str
    source: str


def answer_name(number: int, kind: str = "answers", suffix: str = "json") -> str:
    """Where the answer to the ``number``-th question (from 1), its query or its result stands."""
    return f"{kind}/{number:04d}.{suffix}"


def json_file(value: object) -> bytes:
    """JSON for people and programs: keys in their order, text as it is."""
    return json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n"


def pages_file(report: str, texts: Mapping[int, str]) -> bytes:
    """Page texts, one JSON object a line, in order."""
    return b"".join(
        canonical({"report": report, "page": page, "text": text}) + b"\n" for page, text in sorted(texts.items())
    )


def read_pages(data: bytes) -> dict[tuple[str, int], str]:
    """What ``pages_file`` wrote.

    Raises:
        ValueError, KeyError, TypeError: it is something else.
    """
    rows = [json.loads(line) for line in data.split(b"\n") if line]
    texts = {(str(row["report"]), int(row["page"])): str(row["text"]) for row in rows}
    if len(texts) != len(rows):
        msg = "a page stands there twice"
        raise ValueError(msg)
    return texts


def result_file(answer: Answer) -> bytes:
    """The result of a query, its rows sorted: two engines may order equal rows differently."""
    rows = sorted((list(row) for row in answer.rows), key=canonical)
    return (
        canonical({"kind": answer.kind, "variables": list(answer.variables), "rows": rows, "value": answer.value})
        + b"\n"
    )


def csv_file(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """RFC 4180 with LF line ends; a cell that a spreadsheet would run as a formula gets an apostrophe before it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8", "replace")


def _cell(text: str) -> str:
    risky = text[:1] in {"=", "+", "@", "\t", "\r"} or (text[:1] == "-" and text[1:2] not in "0123456789.")
    return f"'{text}" if risky and len(text) > 1 else text


_PLACE = ("page", "start", "end", "quote")


def observations_file(observations: Iterable[Observation]) -> bytes:
    """Every figure with its exact place."""
    columns = ("report", "organization", "indicator", "metric", "dimensions", "period", "value", "raw_value", "unit",
               "value_canonical", "unit_canonical", "qualifier", "iri", *_PLACE)  # fmt: skip
    return csv_file(
        columns,
        (
            (o.report, o.organization, o.indicator, o.metric, "|".join(f"{d.type}={d.value}" for d in o.dimensions),
             o.period, _plain(o.value), o.raw_value, o.unit, _plain(o.value_canonical), o.unit_canonical, o.qualifier,
             o.iri, *_place(o.passage))
            for o in observations
        ),
    )  # fmt: skip


def clauses_file(disclosures: Iterable[Disclosure]) -> bytes:
    """Every statement to a clause with its exact place."""
    columns = ("report", "framework", "code", "edition", "title", "status", "indexed", "references", "explanation",
               "iri", *_PLACE)  # fmt: skip
    return csv_file(
        columns,
        (
            (d.report, d.framework, d.code, d.edition, d.title, d.status.value, "yes" if d.indexed else "no",
             d.references, d.explanation, d.iri, *_place(d.passage))
            for d in disclosures
        ),
    )  # fmt: skip


def _plain(value: Any) -> str:
    return "" if value is None else format(value, "f")


def _place(passage: Passage | None) -> tuple[str, str, str, str]:
    if passage is None:
        return "", "", "", ""
    return str(passage.page), str(passage.start), str(passage.end), passage.quote


def readme(parts: Sequence[Part], questions: int) -> bytes:
    """A page for whoever opens the archive without knowing the program."""
    lines = [
        "Evidence bundle",
        "===============",
        "",
        f"{questions} answered questions on {len(parts)} reports, with all that proves them:",
        "",
        *(f"- {p.organization}, {p.period}: {p.report} (file {p.file}, SHA-256 {p.sha256})" for p in parts),
        "",
        "answers/   one JSON object a question: status, short answer, citations with page and character offsets, paths",
        "queries/   the SPARQL query behind an answer's values; results/ what it returns on the graphs in this bundle",
        "reports/   for each report its graph (N-Quads), the text of every page that is quoted, and audit findings",
        "sources/   the reports' files, if they were asked for",
        "*.csv      all figures and all statements to clauses, each with its place on the page",
        "",
        "Check everything with:  tieout verify THIS-FILE.zip",
        "It needs no index. Digests find every altered byte; they cannot tell who made the bundle: compare the",
        "archive's own SHA-256 with the one its maker gives you.",
        "",
    ]
    return "\n".join(lines).encode()


def stands(passage: Passage, pages: PageTexts) -> bool:
    """Whether the quote is exactly what stands at its offsets, and not empty."""
    text = pages.get((passage.report, passage.page), "")
    if type(passage.start) is not int or type(passage.end) is not int:
        return False
    return 0 <= passage.start < passage.end <= len(text) and text[passage.start : passage.end] == passage.quote
