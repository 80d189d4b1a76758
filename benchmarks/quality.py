"""Every quality figure with one command: ``python -m benchmarks.quality [--data DIR] [--only PART…] [--write]``.

Gold data and scorers are not part of the project: they lie in a folder beside it (``../shared`` by default). Without
them the run ends with one line that says so. ``--write`` writes docs/evaluation.md and the table of the README.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.proof import proofs
from benchmarks.scores import Score, rows_on_pages, write_scores

ROOT = Path(__file__).resolve().parents[1]
TIEOUT = (sys.executable, "-m", "tieout")
PARTS = ("report", "peers", "tables", "retrieval", "proof")


class Bench:
    """Runs the program and the scorers on one folder of gold data."""

    def __init__(self, data: Path, scratch: Path) -> None:
        self.bench = data / "bench"
        self.reports = data / "reports"
        self.scratch = scratch

    def tieout(self, index: str, *arguments: str, out: str = "") -> Path:
        """Run the program on one scratch index; its output goes to a file, which is returned."""
        target = self.scratch / (out or "out.txt")
        with target.open("wb") as stream:
            subprocess.run([*TIEOUT, *arguments, "--index", str(self.scratch / index)], stdout=stream, check=True)
        return target

    def score(self, part: str, name: str, scorer: str, *arguments: object) -> Score:
        """Run one scorer; its last line is its result."""
        done = subprocess.run(
            [sys.executable, str(self.bench / f"score_{scorer}.py"), *map(str, arguments)],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        return Score(part, name, json.loads(done.stdout.strip().splitlines()[-1]))

    def report(self) -> Iterator[Score]:
        """The flattened report with its gold."""
        gold, report = self.bench / "seed_dev", "oneconnect-2024"
        self.tieout("report", "ingest", str(self.reports / f"{report}.txt"), "--report", report, "--period", "2024",
                    "--organization", "OneConnect")  # fmt: skip
        csv = self.tieout("report", "observations", "--report", report, "--format", "csv", out="observations.csv")
        yield self.score("report", "KPI cells", "observations", gold / "observations.csv", csv, "--pages", "63-65")
        yield self.score("report", "figures in prose", "observations", gold / "narrative.csv", csv)
        for framework, file in (("hkex-c2", "hkex_index"), ("gri", "gri_index")):
            csv = self.tieout("report", "clauses", "--report", report, "--framework", framework, "--format", "csv",
                              out="clauses.csv")  # fmt: skip
            yield self.score("report", f"{framework} index", "clauses", gold / f"{file}.csv",
                             rows_on_pages(csv, gold / f"{file}.csv"))  # fmt: skip
        entities = self.tieout("report", "entities", "--report", report, "--format", "csv", out="entities.csv")
        for name, file, options in (
            ("policies", "policies", ("--kind", "policy", "--gold-kind", "internal_policy")),
            ("laws", "policies", ("--kind", "law", "--gold-kind", "law")),
            ("standards, certifications", "policies",
             ("--kind", "standard,certification", "--gold-kind", "standard,certification")),
            ("topics", "topics", ("--kind", "topic", "--label", "topic")),
            ("stakeholders", "stakeholders", ("--kind", "stakeholder", "--label", "stakeholder")),
            ("sections", "sections", ("--kind", "section", "--label", "title")),
            ("climate risks", "climate_risks", ("--kind", "risk,opportunity", "--label", "subtype")),
        ):  # fmt: skip
            yield self.score("report", name, "entities", gold / f"{file}.csv", entities, *options)
        yield from self.questions("report", "report", gold / "qa.jsonl", report)
        audit = self.tieout("report", "audit", report, "--json", out="audit.json")
        yield self.score("report", "contradictions", "findings", gold / "findings.jsonl", audit)

    def peers(self) -> Iterator[Score]:
        """Two PDF reports with their gold, and the comparison of them."""
        manifest = self.reports / "reports.csv"
        self.tieout("peers", "ingest", "--manifest", str(manifest))
        for short, report in (("1und1", "1und1-2023"), ("palfinger", "palfinger-2023")):
            gold = self.bench / "peers_dev" / short
            csv = self.tieout("peers", "observations", "--report", report, "--format", "csv", out="observations.csv")
            yield self.score("peers", f"{short} KPI cells", "observations", gold / "kpis.csv", csv)
            csv = self.tieout("peers", "clauses", "--report", report, "--framework", "gri", "--format", "csv",
                              out="clauses.csv")  # fmt: skip
            yield self.score("peers", f"{short} gri index", "clauses", gold / "gri_index.csv", csv)
            yield from self.questions("peers", "peers", gold / "qa.jsonl", report)
        cells = self.bench / "peers_dev" / "peer_cells.csv"
        codes = ("305-1", "305-2", "305-3", "205-2", "405-2", "404-1", "403-9")
        asked = [word for code in codes for word in ("--clause", code)]
        peers = ["--report", "1und1-2023", "--report", "palfinger-2023"]
        asked += ["--metric", "female-share-mgmt"]
        found = self.tieout("peers", "compare", "--framework", "gri", *asked, *peers, "--json", out="cells.json")
        yield self.score("peers", "comparison", "compare", cells, found)

    def questions(self, part: str, index: str, gold: Path, report: str) -> Iterator[Score]:
        """Questions over one report."""
        answers = self.tieout(index, "ask", "--questions", str(gold), "--report", report, "--json", out="answers.jsonl")
        pages = self.tieout(index, "pages", report, "--format", "jsonl", out="pages.jsonl")
        yield self.score(part, f"questions, {report}", "qa", gold, answers, "--pages", pages)

    def tables(self) -> Iterator[Score]:
        """Questions over tables."""
        gold = self.bench / "tables_dev"
        self.tieout("tables", "ingest", "--manifest", str(gold / "reports.csv"))
        answers = self.tieout(
            "tables", "ask", "--questions", str(gold / "questions.jsonl"), "--json", out="tables.jsonl"
        )
        yield self.score("tables", "questions over tables", "tables", gold / "questions.jsonl", answers)

    def retrieval(self) -> Iterator[Score]:
        """Passages for expert questions, with the report given and with the company named only."""
        gold = self.bench / "retrieval_dev"
        self.tieout("retrieval", "ingest", "--manifest", str(gold / "reports.csv"))
        for name, file in (("report given", "queries"), ("company named", "queries_open")):
            hits = self.tieout("retrieval", "search", "--queries", str(gold / f"{file}.jsonl"), "-k", "20", "--json",
                               out="hits.jsonl")  # fmt: skip
            yield self.score("retrieval", name, "retrieval", gold / "queries.jsonl", hits)

    def proof(self) -> Iterator[Score]:
        """Whether the paths of answers prove them."""
        yield from proofs(self.bench.parent, self.scratch)


def main() -> None:
    """Run the chosen parts and print every figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--only", nargs="*", choices=PARTS, default=PARTS)
    parser.add_argument("--write", action="store_true", help="write docs/evaluation.md and the README's table")
    options = parser.parse_args()
    if options.write and set(options.only) != set(PARTS):
        parser.error("--write needs every part: the table would lose the others")
    if not (options.data / "bench").is_dir():
        print(f"no gold data in {options.data}: nothing to measure")
        return
    scores: list[Score] = []
    with tempfile.TemporaryDirectory(prefix="tieout-quality-") as scratch:
        bench = Bench(options.data, Path(scratch))
        runs: dict[str, Callable[[], Iterator[Score]]] = {
            "report": bench.report, "peers": bench.peers, "tables": bench.tables, "retrieval": bench.retrieval,
            "proof": bench.proof,
        }  # fmt: skip
        for part in options.only:
            for score in runs[part]():
                print(f"{score.part:10s} {score.name:34s} {json.dumps(score.figures)}", flush=True)
                scores.append(score)
    if options.write:
        write_scores(ROOT, scores)


if __name__ == "__main__":
    main()
