"""One generation out of prepared reports: index, assert, and publish all of it or nothing.

Every report has a folder of its own in a generation; a report whose bytes, options and software are the same as before
is linked over, not read again. What spans reports (vector and lexical index, labels, graph store) is put together from
these folders, in the order of the reports' ids.
"""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from tieout.codec import decode, dumps, encode
from tieout.documents.reader import report_id
from tieout.errors import IndexIntegrityError, TieoutError, UsageError
from tieout.graph.assertions import assert_report
from tieout.graph.catalogue import catalogue_file
from tieout.graph.store import GraphStore, build_store
from tieout.storage.generations import IndexFolder
from tieout.storage.records import read_chunks, report_folder, write_chunks, write_findings, write_report
from tieout.storage.sealed import JSON
from tieout.storage.transaction import Transaction
from tieout.vectors.passages import PassageIndex, encode_chunks
from tieout.workflow.layout import CATALOGUE, LABELS, PASSAGES, SHAPES, STORE, Record, read_records
from tieout.workflow.phrases import VECTORS, Phrasebook, catalogue_phrases, report_phrases
from tieout.workflow.places import PLACES, finding_places, places_file, sentence_places
from tieout.workflow.prepare import Outcome, Prepared, Preparer, Request, fingerprint, load_source


def npy(vectors: np.ndarray) -> bytes:
    """The array as .npy bytes, without pickle."""
    out = io.BytesIO()
    np.save(out, vectors, allow_pickle=False)
    return out.getvalue()


def request_of(record: Record) -> Request:
    """The request that a report came in with."""
    return Request(Path(record.name), record.report, record.given_organization, record.given_period, record.first_page)


class Publisher:
    """Writes generations of one index folder."""

    def __init__(self, folder: IndexFolder, preparer: Preparer, *, now: str) -> None:
        self.folder = folder
        self.preparer = preparer
        self.now = now
        self._labels: tuple[Phrasebook, bool] | None = None

    def ingest(self, requests: Sequence[Request], workers: int) -> Outcome:
        """Add or replace reports in one generation; a file that cannot be read leaves the others untouched."""
        named = [replace(r, report=r.report or report_id(r.path.name)) for r in requests]
        twice = sorted({r.report for r in named if sum(r.report == other.report for other in named) > 1})
        if twice:
            raise UsageError(
                f"two files are to become the same report: {', '.join(twice)}", remedy="Give each its own --report id"
            )
        with self.folder.begin(now=self.now, action="ingest") as tx:
            before = read_records(tx.base.path) if tx.base else {}
            failed: list[tuple[str, str]] = []
            done: dict[str, str] = {}
            loaded: list[tuple[Request, bytes]] = []
            for request in named:
                try:
                    data = load_source(request.path)
                except TieoutError as error:
                    failed.append((str(request.path), str(error)))
                    continue
                old = before.get(request.report)
                if old is not None and old.fingerprint == fingerprint(data, request, self.preparer.software):
                    done[request.report] = "unchanged"
                else:
                    loaded.append((request, data))
            fresh: dict[str, Record] = {}
            for count, (request, data, prepared) in enumerate(self.preparer.prepare_all(loaded, workers), 1):
                self.preparer.progress("reading and extracting", count, len(loaded))
                if isinstance(prepared, TieoutError):
                    failed.append((str(request.path), str(prepared)))
                    continue
                record = self.preparer.record(request, data, prepared)
                tx.add_source(data, record.suffix)
                self.put(tx, prepared, record)
                fresh[record.report] = record
                done[record.report] = "replaced" if record.report in before else "added"
            if not fresh:
                number = tx.base.number if tx.base else 0
                return Outcome(number, tuple(sorted(done.items())), tuple(failed))
            kept = {report: record for report, record in before.items() if report not in fresh}
            number = self.finish(tx, kept, {**kept, **fresh})
            return Outcome(number, tuple(sorted(done.items())), tuple(failed))

    def remove(self, report: str) -> int:
        """Publish a generation without this report."""
        with self.folder.begin(now=self.now, action="remove") as tx:
            before = read_records(tx.base.path) if tx.base else {}
            if report not in before:
                raise UsageError(
                    "no such report in the index", subject=report, remedy=f"Known: {', '.join(before) or 'none'}"
                )
            kept = {name: record for name, record in before.items() if name != report}
            return self.finish(tx, kept, kept)

    def rebuild(self) -> Outcome:
        """Read every report again from its stored source, even where the current generation is damaged."""
        return self.rebuild_from(self.folder)

    def rebuild_from(self, origin: IndexFolder) -> Outcome:
        """Read every report of ``origin`` again from its sources, into this publisher's folder."""
        manifest = origin.newest_manifest()
        if manifest is None:
            raise UsageError("there is nothing to rebuild", remedy="Run tieout ingest first")
        told = manifest.facts.get("records")
        if not isinstance(told, Sequence):
            raise IndexIntegrityError("the manifest names no reports", subject=str(origin.root))
        records = [decode(Record, item) for item in told]
        with self.folder.begin(now=self.now, action="rebuild", repair=True) as tx:
            loaded = [(request_of(record), origin.read_source(record.sha256 + record.suffix)) for record in records]
            fresh: dict[str, Record] = {}
            for count, (request, data, prepared) in enumerate(self.preparer.prepare_all(loaded, 1), 1):
                if isinstance(prepared, TieoutError):
                    raise prepared
                record = self.preparer.record(request, data, prepared)
                self.put(tx, prepared, record)
                fresh[record.report] = record
                self.preparer.progress("reading and extracting", count, len(records))
            number = self.finish(tx, {}, fresh)
            return Outcome(number, tuple((report, "rebuilt") for report in fresh))

    def put(self, tx: Transaction, prepared: Prepared, record: Record) -> None:
        """Write one report's folder into the transaction."""
        folder = report_folder(record.report)
        parts: Mapping[str, bytes] = {
            **write_report(prepared.report),
            **write_chunks(prepared.chunks),
            **write_findings(prepared.findings),
        }
        for name, data in parts.items():
            tx.write(f"{folder}/{name}", data)
        done = self.preparer.progress
        vectors = encode_chunks(
            prepared.chunks, self.preparer.encoder, lambda n, total: done(f"encoding {record.report}", n, total)
        )
        tx.write(f"{folder}/vectors.npy", npy(vectors))
        places = sentence_places(prepared.report)
        tx.write(f"{folder}/{PLACES}", places_file(finding_places(prepared.findings), places))
        quads = assert_report(prepared.report, prepared.findings, self.preparer.catalogue, places)
        tx.write(f"{folder}/graph.nq", quads)
        tx.write(f"{folder}/{SHAPES}", self.shapes(quads, record.report))
        phrases = report_phrases(prepared.findings.observations, self.preparer.catalogue)
        for name, data in Phrasebook.encoded(phrases, self.preparer.encoder, self.labels(tx)[0]).files().items():
            tx.write(f"{folder}/{name}", data)
        tx.write(f"{folder}/record.json", dumps(record).encode() + b"\n")

    def labels(self, tx: Transaction) -> tuple[Phrasebook, bool]:
        """The names of the catalogue's metrics with their vectors, and whether the base holds just these."""
        if self._labels is None:
            texts = tuple(catalogue_phrases(self.preparer.catalogue))
            before = self.labels_before(tx)
            if before is not None and before.texts == texts:
                self._labels = before, True
            else:
                self._labels = Phrasebook.encoded(texts, self.preparer.encoder), False
        return self._labels

    def labels_before(self, tx: Transaction) -> Phrasebook | None:
        """The labels of the base, where the same model made them."""
        if tx.base is None or tx.base.manifest.facts.get("encoder") != self.preparer.encoder.name:
            return None
        folder = tx.base.path / LABELS
        return Phrasebook.read(folder) if (folder / VECTORS).is_file() else None

    def put_labels(self, tx: Transaction) -> None:
        """Write the catalogue's phrases; they are taken over where neither names nor model changed."""
        book, kept = self.labels(tx)
        if kept:
            tx.keep_tree(LABELS)
            return
        for name, data in book.files().items():
            tx.write(f"{LABELS}/{name}", data)

    def shapes(self, quads: bytes, report: str) -> bytes:
        """The SHACL messages of one report's graph; a graph that breaks a structural shape is not published."""
        from tieout.graph.shapes import validate

        checked = validate(quads, self.preparer.settings.ontology)
        if not checked.publishable:
            first = checked.structural[0]
            raise IndexIntegrityError(
                f"the graph breaks {len(checked.structural)} structural shapes, the first: {first.message} "
                f"({first.label}, page {first.page})",
                subject=report,
            )
        return json.dumps([encode(r) for r in checked.rules], ensure_ascii=False, indent=1).encode() + b"\n"

    def finish(self, tx: Transaction, kept: Mapping[str, Record], records: Mapping[str, Record]) -> int:
        """Link the kept reports, put together what spans reports, and commit; returns the generation's number."""
        for report in kept:
            tx.keep_tree(report_folder(report))
        root = tx.path(PASSAGES).parent
        ordered = sorted(records)
        folders = [root / report_folder(report) for report in ordered]
        chunks = [chunk for folder in folders for chunk in read_chunks(folder)]
        encoder = self.preparer.encoder
        arrays = [np.load(folder / "vectors.npy", allow_pickle=False) for folder in folders]
        vectors = np.concatenate(arrays) if arrays else np.zeros((0, encoder.dimension), dtype=np.float32)
        self.preparer.progress("indexing", 0, 2)
        PassageIndex.build(tx.path(PASSAGES), chunks, vectors, encoder)
        self.preparer.progress("indexing", 1, 2)
        self.put_labels(tx)
        tx.write(CATALOGUE, catalogue_file(self.preparer.catalogue))
        build_store(tx.path(STORE), [folder / "graph.nq" for folder in folders], self.preparer.settings.ontology)
        tx.derived(STORE)
        self.preparer.progress("indexing", 2, 2)
        facts: dict[str, JSON] = {
            "software": self.preparer.software,
            "encoder": encoder.name,
            "dimension": encoder.dimension,
            "reports": len(ordered),
            "chunks": len(chunks),
            "records": [json.loads(dumps(records[report])) for report in ordered],
        }

        def self_check(folder: Path) -> None:
            index = PassageIndex.open(folder / PASSAGES, encoder.name, encoder.dimension)
            if len(index) != len(chunks):
                raise IndexIntegrityError(f"{len(index)} vectors for {len(chunks)} chunks", subject=str(folder))
            store = GraphStore.open(folder / STORE)
            if len(store.run("reports", {}).rows) != len(ordered):
                raise IndexIntegrityError("the graph holds another number of reports", subject=str(folder))

        with tx.commit(facts, self_check) as generation:
            return generation.number
