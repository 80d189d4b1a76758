"""What lies where in a generation, and the Record kept of each report."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from tieout.codec import decode

STORE = "store"
PASSAGES = "passages"
LABELS = "labels"
CATALOGUE = "catalogue.json"
SHAPES = "shapes.json"


@dataclass(frozen=True, slots=True)
class Record:
    """What is kept of how a report came in: enough to read it again from the stored source."""

    report: str
    organization: str
    period: str
    given_organization: str
    given_period: str
    first_page: int
    name: str
    suffix: str
    sha256: str
    pages: int
    chunks: int
    observations: int
    fingerprint: str

    def row(self) -> dict[str, str]:
        """The report as a row of the list of reports."""
        return {
            "report": self.report,
            "organization": self.organization,
            "period": self.period,
            "pages": str(self.pages),
            "chunks": str(self.chunks),
            "observations": str(self.observations),
            "file": self.name,
            "sha256": self.sha256,
        }


def read_records(folder: Path) -> dict[str, Record]:
    """The Records of a generation's reports, by id, in order of id."""
    found = [
        decode(Record, json.loads(path.read_text(encoding="utf-8"))) for path in folder.glob("reports/*/record.json")
    ]
    return {record.report: record for record in sorted(found, key=lambda r: r.report)}
