"""The evidence bundle of a snapshot: questions asked, everything that proves the answers gathered."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from tieout.bundle import contents
from tieout.bundle.answers import replay
from tieout.bundle.archive import write_archive
from tieout.bundle.contents import Part
from tieout.bundle.verify import LIMITS, verify
from tieout.codec import encode
from tieout.errors import ProofError
from tieout.graph.proof import ontology_nquads
from tieout.graph.store import build_store
from tieout.model import Passage
from tieout.storage.records import report_folder
from tieout.version import __version__
from tieout.workflow.answering import answer
from tieout.workflow.auditing import audit
from tieout.workflow.prepare import ontology_digest
from tieout.workflow.snapshot import Snapshot


def bundle(
    snapshot: Snapshot,
    questions: Sequence[str],
    *,
    reports: list[str] | None,
    source: Callable[[str], bytes],
    with_sources: bool,
) -> bytes:
    """The archive's bytes: the same index, questions and options give the same bytes.

    Args:
        snapshot: the generation to take evidence from.
        questions: what to ask, in order.
        reports: ids of the reports; None takes all.
        source: a stored source's bytes by its name.
        with_sources: whether the reports' files go into the bundle.

    Raises:
        UsageError: an unknown report.
        QueryError: a query could not be replayed.
        ProofError: something in the bundle does not tie out; nothing is handed over then.
    """
    scope = snapshot.scope(reports)
    parts = [_part(snapshot, report, with_sources=with_sources) for report in scope]
    answers = [
        {**answer(snapshot, q, id=None, reports=reports, organizations=None), "seconds": None} for q in questions
    ]
    audits = {report: audit(snapshot, report) for report in scope}
    quoted = set(_quoted(snapshot, scope, answers, audits))
    members = {
        contents.ONTOLOGY: ontology_nquads(snapshot.settings.ontology),
        contents.OBSERVATIONS: contents.observations_file(snapshot.facts.observations(scope)),
        contents.CLAUSES: contents.clauses_file(snapshot.facts.disclosures(scope)),
        contents.README: contents.readme(parts, len(questions)),
    }
    for part in parts:
        texts = {n: text for n, text in snapshot.pages(part.report).items() if (part.report, n) in quoted}
        members[f"{part.folder}/{contents.GRAPH}"] = (snapshot.folder(part.report) / contents.GRAPH).read_bytes()
        members[f"{part.folder}/{contents.PAGES}"] = contents.pages_file(part.report, texts)
        members[f"{part.folder}/{contents.AUDIT}"] = contents.json_file(audits[part.report])
        if part.source:
            members[part.source] = source(part.sha256)
    members |= _replayed(answers, [members[contents.ONTOLOGY], *(members[f"{p.folder}/graph.nq"] for p in parts)])
    facts: dict[str, object] = {
        "schema": contents.SCHEMA,
        "software": f"tieout {__version__}",
        "encoder": snapshot.generation.manifest.facts.get("encoder", ""),
        "ontology": ontology_digest(snapshot.settings.ontology),
        "generation": snapshot.generation.manifest_sha256,
        "questions": len(questions),
        "reports": [encode(part) for part in parts],
    }
    data = write_archive(facts, members)
    for check in verify(data, "the bundle"):
        if not check.holds:
            raise ProofError(f"the bundle does not tie out: {check.detail}", subject=f"{check.kind} {check.subject}")
    return data


def _part(snapshot: Snapshot, report: str, *, with_sources: bool) -> Part:
    record = snapshot.record(report)
    return Part(
        report=report,
        organization=record.organization,
        period=record.period,
        folder=report_folder(report),
        file=record.name,
        sha256=record.sha256,
        source=f"sources/{record.sha256}{record.suffix}" if with_sources else "",
    )


def _quoted(
    snapshot: Snapshot, scope: Sequence[str], answers: Sequence[dict[str, Any]], audits: dict[str, dict[str, Any]]
) -> Iterator[tuple[str, int]]:
    """Report and page of every quote; the nearest things of an abstention name no report, so all are looked at."""
    for told in answers:
        yield from ((c["report"], c["page"]) for c in told["citations"])
        yield from ((report, near["page"]) for near in told["nearest"] for report in scope)
    for report, result in audits.items():
        yield from ((report, quote["page"]) for finding in result["findings"] for quote in finding["quotes"])
    passages: list[Passage | None] = []
    for o in snapshot.facts.observations(scope):
        passages += (o.passage, *o.notes)
    for d in snapshot.facts.disclosures(scope):
        passages += (d.passage, *d.evidence)
    for e in snapshot.facts.entities(scope):
        passages += e.passages
    yield from ((p.report, p.page) for p in passages if p is not None)


def _replayed(answers: Sequence[dict[str, Any]], graphs: Sequence[bytes]) -> dict[str, bytes]:
    """The files of the answers: each answer, its query, and what that returns on the bundle's own graphs."""
    members: dict[str, bytes] = {}
    with tempfile.TemporaryDirectory(prefix="tieout-bundle-") as folder:
        store = Path(folder) / "store"
        if any(told["query"] for told in answers):
            build_store(store, graphs, None)
        for number, told in enumerate(answers, 1):
            members[contents.answer_name(number)] = contents.json_file(told)
            if told["query"] is not None:
                members[contents.answer_name(number, "queries", "rq")] = told["query"].encode()
                members[contents.answer_name(number, "results")] = replay(store, told["query"], LIMITS)
    return members
