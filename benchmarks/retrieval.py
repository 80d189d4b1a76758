"""Quality of retrieval: expert-marked evidence, scored at 5, 10 and 20 hits.

usage: python benchmarks/retrieval.py FOLDER [--open] [--out RESULTS.jsonl]

FOLDER holds reports.csv (file, report, organization, period), the reports as passages, one a line, queries.jsonl and
queries_open.jsonl (the company named, no report given). Vectors are kept beside the index between runs. The results are
in the shape that ``tieout search --queries … --json`` prints; the scorer that comes with the folder reads them.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from tieout.documents.chunks import chunk_report
from tieout.documents.reader import read_report
from tieout.model import Chunk
from tieout.vectors.encoder import Encoder, open_encoder
from tieout.vectors.passages import PassageIndex, encode_chunks
from tieout.vectors.routing import route


def chunks_of(folder: Path) -> Iterator[Chunk]:
    """All chunks of the reports that the manifest names."""
    with (folder / "reports.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            data = (folder / row["file"]).read_bytes()
            yield from chunk_report(
                read_report(
                    data, row["file"], report=row["report"], organization=row["organization"], period=row["period"]
                )
            )


def vectors_of(chunks: list[Chunk], encoder: Encoder, cache: Path) -> np.ndarray:
    """The chunks' vectors, from ``cache`` where it has as many."""
    if cache.is_file():
        kept = np.load(cache, allow_pickle=False)
        if kept.shape == (len(chunks), encoder.dimension):
            return kept
    vectors = encode_chunks(chunks, encoder, lambda n, total: print(f"\rencoding {n}/{total}", end="", file=sys.stderr))
    cache.parent.mkdir(parents=True, exist_ok=True)
    np.save(cache, vectors, allow_pickle=False)
    return vectors


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--open", action="store_true", help="find the report from the company's name in the question")
    parser.add_argument("--index", type=Path, default=Path("index/benchmark-retrieval"))
    parser.add_argument("--out", type=Path, default=Path("retrieval.jsonl"))
    options = parser.parse_args()

    encoder = open_encoder(threads=1)
    chunks = list(chunks_of(options.folder))
    vectors = vectors_of(chunks, encoder, options.index / "cache" / "vectors.npy")
    PassageIndex.build(options.index / "passages", chunks, vectors, encoder)
    index = PassageIndex.open(options.index / "passages", encoder.name, encoder.dimension)
    with (options.folder / "reports.csv").open(encoding="utf-8", newline="") as stream:
        reports = [(row["report"], row["organization"], row["period"]) for row in csv.DictReader(stream)]

    name = "queries_open.jsonl" if options.open else "queries.jsonl"
    queries = [json.loads(line) for line in (options.folder / name).read_text(encoding="utf-8").splitlines()]
    began = time.process_time()
    lines = []
    for query in queries:
        named, question = route(query["query"], reports)
        scope = set(query.get("reports", ())) or named or None
        hits = index.search(question, encoder, 20, scope)
        found = [
            {"report": hit.report, "page": chunks[hit.row].passage.page, "text": chunks[hit.row].text} for hit in hits
        ]
        lines.append(json.dumps({"id": query["id"], "hits": found}, ensure_ascii=False))
    spent = time.process_time() - began
    options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(
        f"{len(chunks)} chunks, {len(queries)} queries, {1000 * spent / len(queries):.1f} ms of processor time a query"
    )


if __name__ == "__main__":
    main()
