"""A report's pieces as files of a generation, and back: one canonical JSON line for each record.

========================  ==========================================================
``report.json``           identity, source and section tree
``pages.jsonl``           page texts with their bodies, a page a line
``words.jsonl``           word boxes, a page a line; missing where no page has any
``tables.jsonl``          tables, one a line
``chunks.jsonl``          units of retrieval, one a line
``observations.jsonl``    figures; likewise ``disclosures.jsonl`` and ``entities.jsonl``
========================  ==========================================================

Each is read on its own: page texts are there without findings, findings without pages.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import astuple, replace
from pathlib import Path
from typing import Any, TypeVar

from tieout.codec import decode, dumps
from tieout.errors import IndexIntegrityError, StorageError
from tieout.model import Chunk, Disclosure, Entity, Findings, Observation, Page, Report, Table, Word
from tieout.storage.generation import REBUILD
from tieout.storage.sealed import sha256

REPORT, PAGES, WORDS, TABLES, CHUNKS = "report.json", "pages.jsonl", "words.jsonl", "tables.jsonl", "chunks.jsonl"
OBSERVATIONS, DISCLOSURES, ENTITIES = "observations.jsonl", "disclosures.jsonl", "entities.jsonl"

T = TypeVar("T")
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


def report_folder(report: str) -> str:
    """The name of a report's folder in a generation: readable, safe on every file system, different for each id."""
    readable = _UNSAFE.sub("-", report).strip("-.")[:60] or "report"
    return f"reports/{readable}-{sha256(report.encode())[:10]}"


# --- writing -------------------------------------------------------------------------------------------------------


def write_report(report: Report) -> dict[str, bytes]:
    """The files of a report as read, by name inside its folder."""
    bare = replace(report, pages=(), tables=())
    files = {
        REPORT: _lines(report.id, [bare]),
        PAGES: _lines(report.id, (replace(page, words=()) for page in report.pages)),
        TABLES: _lines(report.id, report.tables),
    }
    if any(page.words for page in report.pages):
        # Rows, not objects: a report has a hundred thousand words and the field names would be most of the file.
        rows = ([page.number, [list(astuple(word)) for word in page.words]] for page in report.pages if page.words)
        files[WORDS] = "".join(dumps(row) + "\n" for row in rows).encode()
    return files


def write_chunks(chunks: Iterable[Chunk]) -> dict[str, bytes]:
    """The file of a report's chunks, in the order given."""
    return {CHUNKS: _lines("", chunks)}


def write_findings(findings: Findings) -> dict[str, bytes]:
    """The files of a report's findings, each part in its own order."""
    return {
        OBSERVATIONS: _lines("", findings.observations),
        DISCLOSURES: _lines("", findings.disclosures),
        ENTITIES: _lines("", findings.entities),
    }


def _lines(report: str, records: Iterable[object]) -> bytes:
    try:
        return "".join(dumps(record) + "\n" for record in records).encode()
    except UnicodeEncodeError as error:
        raise StorageError(
            f"text holds half a surrogate pair at offset {error.start}",
            subject=report,
            remedy="Replace such characters when the file is read",
        ) from error


# --- reading -------------------------------------------------------------------------------------------------------


def read_report(folder: Path, *, words: bool = True) -> Report:
    """The report in ``folder``; without its word boxes where ``words`` is False, which is much faster for a PDF.

    Raises:
        IndexIntegrityError: a file is missing or does not hold what it should.
    """
    bare = next(_records(Report, folder / REPORT), None)
    if bare is None:
        raise _broken(folder / REPORT, "it is empty")
    return replace(bare, pages=read_pages(folder, words=words), tables=tuple(_records(Table, folder / TABLES)))


def read_pages(folder: Path, *, words: bool = False) -> tuple[Page, ...]:
    """The pages alone, in order."""
    pages = tuple(_records(Page, folder / PAGES))
    boxes = _words(folder / WORDS) if words and (folder / WORDS).is_file() else {}
    return tuple(replace(page, words=boxes.get(page.number, ())) for page in pages) if boxes else pages


def read_page_texts(folder: Path) -> dict[int, str]:
    """The text of each page by its number, in order, without what else is known of the pages."""
    found: dict[int, str] = {}
    for number, value in _values(folder / PAGES):
        try:
            found[value["number"]] = value["text"]
        except (KeyError, TypeError) as error:
            raise _broken(folder / PAGES, f"line {number} is no page: {error}") from error
    return found


def read_chunks(folder: Path) -> tuple[Chunk, ...]:
    """The chunks in the order they were written."""
    return tuple(_records(Chunk, folder / CHUNKS))


def read_findings(folder: Path) -> Findings:
    """All findings of the report in ``folder``."""
    return Findings(
        observations=tuple(_records(Observation, folder / OBSERVATIONS)),
        disclosures=tuple(_records(Disclosure, folder / DISCLOSURES)),
        entities=tuple(_records(Entity, folder / ENTITIES)),
    )


def _records(cls: type[T], path: Path) -> Iterator[T]:
    for number, value in _values(path):
        try:
            yield decode(cls, value)
        except (KeyError, TypeError, ValueError, ArithmeticError, AttributeError) as error:
            raise _broken(path, f"line {number} is no {cls.__name__}: {error}") from error


def _words(path: Path) -> dict[int, tuple[Word, ...]]:
    found: dict[int, tuple[Word, ...]] = {}
    for number, value in _values(path):
        try:
            page, rows = value
            found[page] = tuple(Word(*row) for row in rows)
        except (TypeError, ValueError) as error:
            raise _broken(path, f"line {number} holds no words: {error}") from error
    return found


def _values(path: Path) -> Iterator[tuple[int, Any]]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _broken(path, error.strerror or "unreadable") from error
    # Not splitlines(): page texts hold line separators that JSON leaves as they are.
    for number, line in enumerate(data.removesuffix(b"\n").split(b"\n") if data else [], 1):
        try:
            yield number, json.loads(line)
        except (ValueError, RecursionError) as error:
            raise _broken(path, f"line {number} is not JSON: {error}") from error


def _broken(path: Path, why: str) -> IndexIntegrityError:
    return IndexIntegrityError(f"cannot be read: {why}", subject=f"{path.parent.name}/{path.name}", remedy=REBUILD)
