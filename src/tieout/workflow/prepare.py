"""From files to prepared reports: read, chunk, extract. What is then written is the matter of ``publish``."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tieout.config import Settings
from tieout.documents.chunks import chunk_report
from tieout.documents.sandbox import read_in_child
from tieout.errors import SourceError, TieoutError
from tieout.extract.extractors import extract
from tieout.graph.assertions import with_iris
from tieout.graph.catalogue import load_catalogue
from tieout.model import Catalogue, Chunk, Findings, Origin, Report
from tieout.version import __version__
from tieout.workflow.layout import Record

if TYPE_CHECKING:
    from tieout.vectors.encoder import Encoder

_YEAR = re.compile(r"(?:19|20)\d\d")

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Request:
    """One file to read, with what the caller says about it; empty strings leave it to the report itself."""

    path: Path
    report: str = ""
    organization: str = ""
    period: str = ""
    first_page: int = 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an ingest did: per report "added", "replaced" or "unchanged", and what failed with its reason."""

    generation: int
    done: tuple[tuple[str, str], ...] = ()
    failed: tuple[tuple[str, str], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Prepared:
    """One report after stations 1, 2 and 4, before it is encoded and asserted."""

    report: Report
    chunks: tuple[Chunk, ...]
    findings: Findings


def ontology_digest(folder: Path) -> str:
    """SHA-256 over names and bytes of the ontology's files, in order of name."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def fingerprint(data: bytes, request: Request, software: str) -> str:
    """Same bytes, options and software: the same report."""
    parts = [hashlib.sha256(data).hexdigest(), request.report, request.organization, request.period]
    return hashlib.sha256("\0".join([*parts, str(request.first_page), software]).encode()).hexdigest()


def prepare(data: bytes, request: Request, settings: Settings, catalogue: Catalogue) -> Prepared:
    """Read, chunk and extract one report. Formats that can attack a parser are read in a killable child."""
    if len(data) > settings.max_file_mb * 1024 * 1024:
        raise SourceError(
            f"larger than {settings.max_file_mb} MB", subject=request.path.name, remedy="Raise max_file_mb to read it"
        )
    report = read_in_child(
        data,
        request.path.name,
        report=request.report,
        organization=request.organization,
        period=request.period,
        first_page=request.first_page,
        password=settings.pdf_password,
        max_pages=settings.max_pages,
    )
    if not report.organization:
        # Everything in the graph hangs on an organization; a report that names none is told apart by its id.
        report = replace(report, organization=f"Organization of {report.id}")
    report, findings = extract_in_period(report, catalogue)
    return Prepared(report, chunk_report(report), with_iris(findings))


def extract_in_period(report: Report, catalogue: Catalogue) -> tuple[Report, Findings]:
    """The findings of a report, and the report with its period.

    A table file may name no period: it is then that of the newest year which a table gives figures of.

    Raises:
        SourceError: figures stand under no year, and nothing says which year is meant.
    """
    findings = extract(report, catalogue)
    if report.period:
        return report, findings
    years = [o.period for o in findings.observations if o.origin is Origin.TABLE and _YEAR.fullmatch(o.period)]
    if years:
        dated = replace(report, period=max(years))
        return dated, extract(dated, catalogue)
    if not all(o.period for o in findings.observations):
        raise SourceError(
            "its figures stand under no year, and the file names no reporting period",
            subject=report.source.name,
            remedy="Give the period, e.g. --period 2024, or in a manifest",
        )
    return report, findings


def load_source(path: Path) -> bytes:
    """The file's bytes, or a SourceError that names the file."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(
            f"cannot be read ({error.strerror})", subject=str(path), remedy="Check the path and its permissions"
        ) from error


class Preparer:
    """Prepares reports; holds what is the same for every report of a run."""

    def __init__(self, settings: Settings, encoder: Encoder, progress: Progress) -> None:
        self.settings = settings
        self.encoder = encoder
        self.progress = progress
        self.catalogue = load_catalogue(settings.ontology)
        self.software = f"{__version__}:{encoder.name}:{ontology_digest(settings.ontology)}"

    def prepare_all(
        self, loaded: Sequence[tuple[Request, bytes]], workers: int
    ) -> Iterable[tuple[Request, bytes, Prepared | TieoutError]]:
        """Prepare each report, in order, in this process or in ``workers`` others."""
        if workers <= 1 or len(loaded) < 2:
            for request, data in loaded:
                try:
                    yield request, data, prepare(data, request, self.settings, self.catalogue)
                except TieoutError as error:
                    yield request, data, error
            return
        with ProcessPoolExecutor(max_workers=workers) as pool:
            jobs = [pool.submit(prepare, data, request, self.settings, self.catalogue) for request, data in loaded]
            for (request, data), job in zip(loaded, jobs, strict=True):
                try:
                    yield request, data, job.result()
                except TieoutError as error:
                    yield request, data, error

    def record(self, request: Request, data: bytes, prepared: Prepared) -> Record:
        """The Record of a report that was just read."""
        report = prepared.report
        return Record(
            report=report.id,
            organization=report.organization,
            period=report.period,
            given_organization=request.organization,
            given_period=request.period,
            first_page=request.first_page,
            name=request.path.name,
            suffix=request.path.suffix.lower(),
            sha256=report.source.sha256,
            pages=len(report.pages),
            chunks=len(prepared.chunks),
            observations=len(prepared.findings.observations),
            fingerprint=fingerprint(data, replace(request, report=report.id), self.software),
        )
