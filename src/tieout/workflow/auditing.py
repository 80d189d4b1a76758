"""One report audited: contradictions, SHACL messages and coverage, in the contract's shape."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from tieout.ask.ports import Finding
from tieout.audit.checks import Audit, audit_report
from tieout.storage.records import read_report, report_folder
from tieout.workflow.layout import SHAPES
from tieout.workflow.snapshot import Snapshot


def _audit(snapshot: Snapshot, report: str) -> Audit:
    return audit_report(
        snapshot.facts.observations([report]),
        snapshot.facts.disclosures([report]),
        read_report(snapshot.folder(report), words=False),
        snapshot.settings.ontology,
    )


def contradictions(snapshot: Snapshot, report: str) -> list[Finding]:
    """The findings as the asker needs them."""
    return [Finding(f.report, f.kind, f.title, f.explanation, f.quotes) for f in _audit(snapshot, report).findings]


def audit(snapshot: Snapshot, report: str) -> dict[str, Any]:
    """The audit of one report."""
    result = _audit(snapshot, report)
    coverage: dict[str, Counter[str]] = {}
    for d in snapshot.facts.disclosures([report]):
        coverage.setdefault(d.framework, Counter())[d.status.value] += 1
    shapes = json.loads((snapshot.generation.path / report_folder(report) / SHAPES).read_text(encoding="utf-8"))
    return {
        "report": report,
        "checked": result.checked,
        "findings": [
            {
                "id": f.id,
                "kind": f.kind,
                "severity": f.severity,
                "title": f.title,
                "explanation": f.explanation,
                "quotes": [{"page": q.page, "quote": q.quote, "start": q.start, "end": q.end} for q in f.quotes],
                "check": f.check,
                "clauses": list(f.clauses),
            }
            for f in result.findings
        ],
        "shapes": shapes,
        "coverage": {name: dict(sorted(counts.items())) for name, counts in sorted(coverage.items())},
    }
