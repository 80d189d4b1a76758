"""Whether answers are proved by the graph: ``python -m benchmarks.proof [--data DIR] [--wrong]``.

Every answer that says something must have a path that starts at an entity the question names, ends at a passage that
the answer cites and crosses a link of the domain; that is true on the graph and false when any one link is taken away;
and in which no link can be left out. Asked are the gold's questions where it is there, and some of every sample.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.scores import Score
from tieout import Library, Settings
from tieout.graph.paths import ask_for, tells_of_domain
from tieout.graph.proof import Graph, ontology_nquads
from tieout.storage.records import report_folder
from tieout.vocab import mint_organization

ROOT = Path(__file__).resolve().parents[1]
QUESTIONS = (
    "What were the Scope 2 emissions in 2024?",
    "How many employees were there in 2023?",
    "How did water consumption change from 2022 to 2024?",
    "What share of the employees are women?",
    "Is GRI 207-1 reported?",
    "Why is HKEX KPI B6.1 left out?",
    "Which policy is there against corruption?",
    "Which topics are material?",
    "Who chairs the Sustainability Committee?",
    "How are suppliers assessed?",
)
"""Asked of every sample."""
GOLD = (
    ("oneconnect-2024", "seed_dev/qa.jsonl"),
    ("1und1-2023", "peers_dev/1und1/qa.jsonl"),
    ("palfinger-2023", "peers_dev/palfinger/qa.jsonl"),
)
SAYING = ("answered", "stated_absent")

Triple = tuple[str, str, str]


class Prover:
    """Checks answers against the graphs of the index that gave them.

    Args:
        library: the index.
    """

    def __init__(self, library: Library) -> None:
        generation = library.folder.current()
        if generation is None:
            raise SystemExit("the index is empty")
        self._organizations = {r.report: mint_organization(r.organization) for r in library.reports()}
        graphs = [(generation.path / report_folder(name) / "graph.nq").read_bytes() for name in self._organizations]
        self._graph = Graph([ontology_nquads(library.settings.ontology), *graphs])

    def faults(self, answer: Mapping[str, Any], path: Mapping[str, Any]) -> list[str]:
        """What a path lacks; empty where it proves the answer."""
        links = [(link["subject"], link["predicate"], link["object"]) for link in path["links"]]
        cited = {citation["passage"] for citation in answer["citations"]}
        reports = {citation["report"] for citation in answer["citations"]}
        named = {entity["iri"] for entity in answer["plan"]["entities"]} | {self._organizations[r] for r in reports}
        start, end, chained = ends(links)
        found = []
        if not chained:
            found.append("it is no chain of links, or visits a thing twice")
        if start not in named:
            found.append(f"it starts at {start}, which the question does not name")
        if end not in cited:
            found.append(f"it ends at {end}, which is not cited")
        if not any(tells_of_domain(predicate) for _, predicate, _ in links):
            found.append("it has no link of the domain")
        if path["ask"] != ask_for(links):
            found.append("its query is not that of its links")
        elif not self._graph.holds(links):
            found.append("its query is false")
        elif (needless := self._graph.needless_link(links)) is not None:
            found.append(f"its query is true without {needless}")
        return found


def ends(links: Sequence[Triple]) -> tuple[str, str, bool]:
    """Start and end of links in walking order, and whether they are a chain that visits nothing twice.

    In such a chain no link can be left out: without it the end is not reached.
    """
    if not links:
        return "", "", False
    turned = [(s, o) for s, _, o in links]
    here = turned[0][0]
    if len(turned) > 1 and here in turned[1]:
        here = turned[0][1]
    visited = [here]
    for a, b in turned:
        if here not in (a, b):
            return visited[0], here, False
        here = b if here == a else a
        visited.append(here)
    return visited[0], here, len(set(visited)) == len(visited)


def proved(library: Library, answers: Iterable[Mapping[str, Any]], name: str, *, wrong: bool = False) -> Score:
    """The share of answers with a path that proves them, and of paths that have no fault."""
    prover = Prover(library)
    said = with_proof = paths = minimal = 0
    for answer in answers:
        if answer["status"] not in SAYING:
            continue
        faults = [prover.faults(answer, path) for path in answer["paths"]]
        said += 1
        with_proof += any(not found for found in faults)
        paths += len(faults)
        minimal += sum(not found for found in faults)
        if wrong and (not faults or any(faults)):
            print(f"  {answer['question']}: {'; '.join(f for found in faults for f in found) or 'no path'}")
    figures = {"answers": said, "proved": share(with_proof, said), "paths": paths, "minimal": share(minimal, paths)}
    return Score("proof", name, figures)


def share(part: int, whole: int) -> float | None:
    """A share, to three places; None of nothing."""
    return round(part / whole, 3) if whole else None


def gold_answers(library: Library, bench: Path, reports: Iterable[str]) -> Iterator[Mapping[str, Any]]:
    """The answers to the gold's questions on those of its reports that are in the index."""
    known = set(reports)
    for report, file in GOLD:
        if report in known and (bench / file).is_file():
            for line in (bench / file).read_text(encoding="utf-8").splitlines():
                yield library.ask(json.loads(line)["question"], reports=[report])


def proofs(data: Path, scratch: Path, *, wrong: bool = False) -> Iterator[Score]:
    """Every set that is there: the samples, and the reports of the gold."""
    for name, manifest in (("samples", ROOT / "samples"), ("gold", data / "reports")):
        if not (manifest / "reports.csv").is_file():
            continue
        library = Library(Settings(index=scratch / f"proof-{name}"))
        library.ingest(library.requests([], manifest=manifest / "reports.csv"))
        ids = [record.report for record in library.reports()]
        asked = (
            (library.ask(question, reports=[report]) for report in ids for question in QUESTIONS)
            if name == "samples"
            else gold_answers(library, data / "bench", ids)
        )
        yield proved(library, asked, f"paths, {name}", wrong=wrong)


def main() -> None:
    """Check and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--wrong", action="store_true", help="tell what paths lack")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tieout-proof-") as scratch:
        for score in proofs(options.data, Path(scratch), wrong=options.wrong):
            print(f"{score.part:10s} {score.name:34s} {json.dumps(score.figures)}", flush=True)


if __name__ == "__main__":
    main()
