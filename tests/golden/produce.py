"""What each sample report gives, as golden files; ``python -m tests.golden.produce`` (``make golden``) writes them."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from tieout import Library, Settings
from tieout.shells.render import as_csv
from tieout.shells.tables import (
    CLAUSE_COLUMNS,
    ENTITY_COLUMNS,
    OBSERVATION_COLUMNS,
    clause_rows,
    entity_rows,
    observation_rows,
)

FOLDER = Path(__file__).parent
SAMPLES = FOLDER.parents[1] / "samples"
QUESTIONS = (
    "What were Kestrel Bay's Scope 2 emissions in 2024?",
    "How did Kestrel Bay's water consumption change from 2022 to 2024?",
    "Is the number of female employees at Kestrel Bay stated consistently?",
    "Which policies does Kestrel Bay have against corruption?",
    "How much electricity did Lantau Ridge use in 2024?",
    "What were Lantau Ridge's Scope 1 emissions in 2023 in kilograms?",
    "How much hazardous waste did Jade Terrace produce in 2024?",
    "Why does Jade Terrace not report hazardous waste?",
    "What were Jade Terrace's Scope 2 emissions in 2024?",
    "What were Jade Terrace's Scope 3 emissions?",
    "Which of the three companies had the highest Scope 1 emissions in 2024?",
    "What were the Scope 2 emissions?",
)


LEFT_OUT = {"id", "seconds", "query", "plan"}
"""Of an answer: what says nothing of the report, and likeness, whose last digits depend on the processor."""


def answers(library: Library) -> list[dict[str, Any]]:
    """The answers without what is left out."""
    return [{k: v for k, v in library.ask(question).items() if k not in LEFT_OUT} for question in QUESTIONS]


def golden(library: Library) -> dict[str, str]:
    """File name to text, for every golden file."""
    found: dict[str, str] = {}
    for record in library.reports():
        scope = [record.report]
        found |= {
            f"{record.report}.observations.csv": as_csv(
                observation_rows(library.observations(reports=scope, missing=True)), OBSERVATION_COLUMNS
            ),
            f"{record.report}.clauses.csv": as_csv(
                [row for row in clause_rows(library.clauses(reports=scope)) if row["status"] != "not_found"],
                CLAUSE_COLUMNS,
            ),
            f"{record.report}.entities.csv": as_csv(entity_rows(library.entities(reports=scope)), ENTITY_COLUMNS),
        }
    found["answers.json"] = json.dumps(answers(library), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return found


def main() -> None:
    """Read the samples anew and rewrite every golden file."""
    with tempfile.TemporaryDirectory(prefix="tieout-golden-") as scratch:
        library = Library(Settings(index=Path(scratch) / "index", encoder_threads=1))
        library.ingest(library.requests([], manifest=SAMPLES / "reports.csv"))
        for name, text in golden(library).items():
            (FOLDER / name).write_text(text, encoding="utf-8", newline="")
        library.close()


if __name__ == "__main__":
    main()
