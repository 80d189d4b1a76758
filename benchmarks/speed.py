"""Speed against bounds, each ratio measured in one run: ``python -m benchmarks.speed [--report FILE] [--index DIR]``.

Processor seconds are told, not wall time: machines are shared. The bounds are what the parts cost alone: encoding the
report's chunks for ingestion, and for a question one encoding, one vector search and one query.
"""

from __future__ import annotations

import argparse
import compileall
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "samples" / "kestrel-bay-2024.txt"
BASELINE = (
    "import sys; from pathlib import Path; from tieout.vectors.encoder import open_encoder; "
    "from tieout.storage.generations import IndexFolder; from tieout.vectors.passages import PassageIndex; "
    "encoder = open_encoder(); encoder.encode(['What were the Scope 2 emissions in 2024?']); "
    "generation = IndexFolder(Path(sys.argv[1])).current(); "
    "PassageIndex.open(generation.path / 'passages', encoder.name, encoder.dimension)"
)
WARMING = ("What were the Scope 1 emissions in 2024?", "Who chairs the board?", "Is HKEX KPI A1.1 reported?")
QUESTIONS = (
    "What were the Scope 2 emissions in 2024?",
    "How many employees were there in 2023?",
    "Is HKEX KPI B6.1 reported?",
    "How are suppliers assessed?",
    "How did water consumption change from 2022 to 2024?",
    "What is the employee turnover rate of women?",
    "How much electricity was used in 2022?",
    "Which policy is there against corruption?",
    "How many hours of training did an employee get on average in 2024?",
    "What share of the employees are men?",
    "How much hazardous waste was there in 2024?",
    "Did the number of employees grow from 2022 to 2024?",
    "Where does the report speak of GRI 305-1?",
    "How many suppliers are there?",
    "How many complaints about products were received in 2024?",
    "Who chairs the Sustainability Committee?",
)
"""Figures mostly, as people ask; each is asked once, so that nothing is remembered of it."""


def of_child(*command: str) -> float:
    """Processor seconds of one command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def of_call(run: Callable[[], object]) -> float:
    """Processor seconds of one call, its children's included."""
    start = time.process_time()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() - start + after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def tell(name: str, value: float, bound: float, target: float) -> dict[str, object]:
    """Print one ratio and return it."""
    ratio = value / bound
    print(f"{name:60s} {value:8.3f} s / {bound:8.3f} s = {ratio:6.2f} (at most {target:g})", flush=True)
    return {
        "name": name,
        "seconds": round(value, 4),
        "bound": round(bound, 4),
        "ratio": round(ratio, 3),
        "target": target,
    }


def ingestion(report: Path, index: Path) -> list[dict[str, object]]:
    """Reading, extracting and mapping a report against encoding its chunks alone; SHACL apart."""
    from tieout import Library, Settings
    from tieout.graph.shapes import validate
    from tieout.storage.records import read_chunks, report_folder
    from tieout.vectors.encoder import open_encoder
    from tieout.vectors.passages import encode_chunks

    settings = Settings(index=index, encoder_threads=1)
    library = Library(settings)
    whole = of_call(lambda: library.ingest(library.requests([report])))
    generation = library.folder.current()
    assert generation is not None
    folder = generation.path / report_folder(library.reports()[0].report)
    chunks, encoder = read_chunks(folder), open_encoder(threads=1)
    encoder.encode(["warm"])
    bound = of_call(lambda: encode_chunks(chunks, encoder))
    quads = (folder / "graph.nq").read_bytes()
    shacl = of_call(lambda: validate(quads, settings.ontology))
    return [
        tell("ingest without SHACL / encoding its chunks", whole - shacl, bound, 2.0),
        tell("SHACL / encoding its chunks", shacl, bound, 1.0),
    ]


def cold(index: Path, report: str) -> list[dict[str, object]]:
    """A question in a new process against a process that only imports, encodes once and opens the index."""
    base = (sys.executable, "-c", BASELINE, str(index))
    pairs = []
    for question in QUESTIONS[:5]:
        ask = (sys.executable, "-m", "tieout", "ask", question, "--report", report, "--index", str(index))
        pairs.append((of_child(*ask), of_child(*base)))
    asked, bound = (statistics.median(column) for column in zip(*pairs, strict=True))
    light = statistics.median(of_child(sys.executable, "-c", "import tieout") for _ in range(3))
    bare = statistics.median(of_child(sys.executable, "-c", "pass") for _ in range(3))
    return [
        tell("cold question / bare process", asked, bound, 1.5),
        tell("import tieout / 0.3 s", light - bare, 0.3, 1.0),
    ]


def warm(index: Path, report: str) -> list[dict[str, object]]:
    """A warm answer against encoding its question, one vector search and one shipped query."""
    from tieout import Library, Settings

    library = Library(Settings(index=index, encoder_threads=1))
    for question in WARMING:
        library.ask(question, reports=[report])
    answers = statistics.median(of_call(lambda q=q: library.ask(q, reports=[report])) for q in QUESTIONS)
    with library._reading() as snapshot:

        def parts(question: str) -> None:
            vector = snapshot.encoder.encode([question])[0]
            snapshot.passages._vectors.search(vector, 10)
            snapshot.store.run("observations", {"report": report, "metric": "ghg-scope2"})

        parts(WARMING[0])
        bound = statistics.median(of_call(lambda q=q: parts(q)) for q in QUESTIONS)
    return [tell("warm answer / encode + search + query", answers, bound, 3.0)]


def main() -> None:
    """Measure and print; the last line is JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--report", type=Path, default=SAMPLE, help="the report to ingest")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tieout-speed-") as scratch:
        index = Path(scratch) / "index"
        compileall.compile_dir(ROOT / "src" / "tieout", quiet=2)  # as an installation does
        told = ingestion(options.report, index)
        told += cold(index, options.report.stem)
        told += warm(index, options.report.stem)
    print(json.dumps(told))


if __name__ == "__main__":
    main()
