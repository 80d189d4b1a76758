"""Which files an ingest reads: paths, folders and manifests, all of them named before anything is read."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from tieout.errors import UsageError
from tieout.workflow.prepare import Request

SUFFIXES = frozenset({".txt", ".pdf", ".html", ".htm", ".docx", ".csv", ".xlsx"})


def requests_for(
    paths: Sequence[Path], *, organization: str, period: str, report: str, manifest: Path | None
) -> list[Request]:
    """One Request for each file, in a fixed order.

    Raises:
        UsageError: nothing was named, a path does not exist, ``report`` was given for several files, or the manifest
            is not a CSV with a column ``file``.
    """
    found = [*(read_manifest(manifest) if manifest else ())]
    for path in paths:
        found += [Request(file, report, organization, period) for file in files_below(path)]
    if not found:
        raise UsageError("nothing to read", remedy="Name a file, a folder or --manifest FILE.csv")
    if report and len(found) > 1:
        raise UsageError(f"one report id for {len(found)} files", subject=report, remedy="Use a manifest for several")
    return found


def files_below(path: Path) -> Iterator[Path]:
    """The file itself, or the folder's report files by name."""
    if path.is_dir():
        files = sorted(p for p in path.rglob("*") if p.is_file() and p.suffix.lower() in SUFFIXES)
        if not files:
            raise UsageError(
                "no report in this folder", subject=str(path), remedy=f"Read: {', '.join(sorted(SUFFIXES))}"
            )
        yield from files
    elif path.exists():
        yield path
    else:
        raise UsageError("no such file or folder", subject=str(path), remedy="Check the path")


def read_manifest(path: Path) -> Iterator[Request]:
    """The files of a manifest; columns file, report, organization, period and page, others are ignored."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot be read ({error})", subject=str(path)) from error
    rows = csv.DictReader(text.splitlines())
    if "file" not in (rows.fieldnames or ()):
        raise UsageError('the manifest has no column "file"', subject=str(path))
    for number, row in enumerate(rows, 2):
        name = (row.get("file") or "").strip()
        page = (row.get("page") or "1").strip()
        if not name:
            raise UsageError(f"line {number} names no file", subject=str(path))
        if not page.isascii() or not page.isdigit() or int(page) < 1:
            raise UsageError(f"line {number}: {page!r} is not a page number", subject=str(path))
        report, organization, period = ((row.get(key) or "").strip() for key in ("report", "organization", "period"))
        yield Request(path.parent / name, report, organization, period, int(page))
