"""Reading and extracting against encoding the same text: ``python -m benchmarks.reading [FILE…]``.

Processor seconds, the children's included, in one run and with one thread on both sides. For each report: reading and
extracting against encoding its chunks (at most half of it), and for a PDF its text layer into pages, the boxes of words
included, against 50 pages a second. A PDF is read in a process of its own, whose start (0.15 s) weighs on short files.
The last line is JSON.
"""

from __future__ import annotations

import argparse
import json
import statistics
from dataclasses import dataclass
from pathlib import Path

from benchmarks.speed import SAMPLE, of_call, tell
from tieout import Settings
from tieout.documents.chunks import chunk_report
from tieout.documents.pdf import read_pdf
from tieout.documents.sandbox import read_in_child
from tieout.extract.extractors import extract
from tieout.graph.catalogue import load_catalogue
from tieout.model import Catalogue, Chunk, Report
from tieout.vectors.encoder import Encoder, open_encoder
from tieout.vectors.passages import encode_chunks

PAGES_A_SECOND = 50
_ROUNDS = 3


@dataclass(slots=True)
class Read:
    """What the stations leave for the next one to be measured."""

    report: Report | None = None
    chunks: tuple[Chunk, ...] = ()


def against_encoding(file: Path, catalogue: Catalogue, encoder: Encoder) -> dict[str, object]:
    """Reading, cutting and extracting one report against encoding its chunks alone."""
    done = Read()

    def read() -> None:
        done.report = read_in_child(file.read_bytes(), file.name)
        done.chunks = chunk_report(done.report)
        extract(done.report, catalogue)

    spent = of_call(read)
    bound = of_call(lambda: encode_chunks(done.chunks, encoder))
    return tell(f"read + extract / encoding, {file.name}", spent, bound, 0.5)


def text_layer(file: Path) -> dict[str, object]:
    """A PDF's text layer into pages against the time that 50 pages a second take."""
    data = file.read_bytes()
    pages = len(read_pdf(data, file.name).pages)
    spent = statistics.median(of_call(lambda: read_pdf(data, file.name)) for _ in range(_ROUNDS))
    told = tell(f"text of {pages} pages / {PAGES_A_SECOND} a second, {file.name}", spent, pages / PAGES_A_SECOND, 1.0)
    return {**told, "pages_a_second": round(pages / spent, 1)}


def main() -> None:
    """Measure and print; the last line is JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*", default=[SAMPLE])
    catalogue, encoder = load_catalogue(Settings().ontology), open_encoder(threads=1)
    encoder.encode(["warm"])
    told = []
    for file in parser.parse_args().files:
        told.append(against_encoding(file, catalogue, encoder))
        if file.suffix.lower() == ".pdf":
            told.append(text_layer(file))
    print(json.dumps(told))


if __name__ == "__main__":
    main()
