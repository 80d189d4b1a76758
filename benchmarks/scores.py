"""What the scorers told, as tables: the whole of it in docs/evaluation.md, the figures people ask for in the README."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

SHOWN = {
    "recall": "recall", "precision": "precision", "unit_accuracy": "unit", "reference_accuracy": "references",
    "accuracy": "right", "false_answers": "false answers", "evidence_hit": "evidence", "verbatim": "verbatim",
    "with_path": "with path", "right": "right", "status": "status", "comparable": "comparable", "nDCG@10": "nDCG@10",
    "R@10": "R@10", "R@20": "R@20", "all": "right %", "proved": "proved", "minimal": "minimal",
}  # fmt: skip
"""The scorers' figures that the README tells, and what it calls them."""

_TABLE = re.compile(r"(<!-- scores -->\n).*?(<!-- /scores -->)", re.DOTALL)


@dataclass(frozen=True)
class Score:
    """One line of the result: the part, the set, and the scorer's figures as it printed them."""

    part: str
    name: str
    figures: dict[str, object]


def rows_on_pages(found: Path, gold: Path) -> Path:
    """The found rows that stand on a page of the gold, in a new file: where the gold holds a part of the pages only."""
    with gold.open(encoding="utf-8", newline="") as lines:
        pages = {row["page"] for row in csv.DictReader(lines)}
    target = found.with_suffix(".part.csv")
    with found.open(encoding="utf-8", newline="") as lines, target.open("w", encoding="utf-8", newline="") as out:
        reader = csv.DictReader(lines)
        writer = csv.DictWriter(out, reader.fieldnames or ())
        writer.writeheader()
        writer.writerows(row for row in reader if row["page"] in pages)
    return target


def table(scores: Sequence[Score], names: dict[str, str] | None = None) -> str:
    """A Markdown table of all figures, or of those in ``names`` under these names."""

    def told(score: Score) -> str:
        kept = {k: v for k, v in score.figures.items() if v is not None and k != "median_seconds"}
        return ", ".join(
            f"{k} {v}" if names is None else f"{names[k]} {v}" for k, v in kept.items() if names is None or k in names
        )

    lines = ["| part | set | figures |", "|---|---|---|"]
    return "\n".join([*lines, *(f"| {s.part} | {s.name} | {told(s)} |" for s in scores)]) + "\n"


def write_scores(root: Path, scores: Sequence[Score]) -> None:
    """Write docs/evaluation.md, and put the short table between the README's marks."""
    about = "Written by `python -m benchmarks.quality --write`; the gold data are not part of the project."
    (root / "docs" / "evaluation.md").write_text(f"# Evaluation\n\n{about}\n\n{table(scores)}", encoding="utf-8")
    readme = root / "README.md"
    text = readme.read_text(encoding="utf-8")
    if not _TABLE.search(text):
        raise SystemExit("README.md has no <!-- scores --> … <!-- /scores --> marks to write between")
    short = table(scores, SHOWN)
    readme.write_text(_TABLE.sub(lambda m: m[1] + short + m[2], text), encoding="utf-8")
