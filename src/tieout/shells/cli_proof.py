"""Verbs of proof: inspect a page, bundle the evidence, verify a bundle."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Annotated

import typer

from tieout.errors import SourceError, StorageError, UsageError
from tieout.library import Library
from tieout.shells import render
from tieout.shells.options import AsJson, Index, Reports, say, settings_for, told


def write_file(path: Path, data: bytes) -> None:
    """Write a whole file or none: beside its place first, then renamed.

    Raises:
        StorageError: it cannot be written.
    """
    aside = path.with_name(path.name + ".part")
    try:
        aside.write_bytes(data)
        aside.replace(path)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise StorageError(f"cannot be written ({error.strerror})", subject=str(path)) from error


def register(app: typer.Typer) -> None:
    """Add the verbs."""

    @app.command()
    def inspect(
        report: Annotated[str, typer.Argument(help="The report.")],
        page: Annotated[int, typer.Option("--page", help="Which page.")],
        output: Annotated[
            Path | None, typer.Option("-o", "--output", help="The file to write.", show_default="REPORT-pN.html")
        ] = None,
        form: Annotated[str, typer.Option("--format", help="html, or png for a page of a PDF.")] = "html",
        index: Index = None,
    ) -> None:
        """Show what was read where on a page: headings, rows, figures, clauses, things; one HTML file or a picture."""
        with told():
            from tieout.shells import overlay

            if form not in overlay.FORMATS:
                raise UsageError("unknown format", subject=form, remedy=f"Known formats: {', '.join(overlay.FORMATS)}")
            view = Library(settings_for(index)).inspect(report, page)
            target = output or Path(
                f"{re.sub(r'[^A-Za-z0-9._-]+', '-', report).strip('-.') or 'report'}-p{page}.{form}"
            )
            write_file(target, overlay.as_png(view) if form == "png" else overlay.as_html(view).encode())
            say(f"{target}\n")

    @app.command()
    def bundle(
        output: Annotated[Path, typer.Argument(help="The bundle to write, a ZIP file.")],
        question: Annotated[list[str] | None, typer.Option("--question", help="Ask this; may be repeated.")] = None,
        report: Reports = None,
        with_sources: Annotated[bool, typer.Option("--with-sources", help="Put the reports' files in.")] = False,
        index: Index = None,
    ) -> None:
        """Write an evidence bundle: answers, quotes, page texts, graphs, audit findings, tables, digests."""
        with told():
            data = Library(settings_for(index)).bundle(question or [], reports=report, with_sources=with_sources)
            write_file(output, data)
            say(f"{output}: {len(data)} bytes, SHA-256 {hashlib.sha256(data).hexdigest()}\n")

    @app.command()
    def verify(
        bundle: Annotated[Path, typer.Argument(help="The bundle to check.")],
        json: AsJson = False,
        index: Index = None,
    ) -> None:
        """Check every digest, quote, figure, path and query of a bundle; no index is needed."""
        del index  # taken like every verb takes it, looked at by nothing
        with told():
            from tieout.bundle.archive import MAX_FILE_BYTES
            from tieout.bundle.verify import verify as checks

            try:
                if bundle.stat().st_size > MAX_FILE_BYTES:
                    raise SourceError(f"larger than {MAX_FILE_BYTES} bytes", subject=str(bundle))
                data = bundle.read_bytes()
            except OSError as error:
                raise UsageError(f"cannot be read ({error.strerror})", subject=str(bundle)) from error
            failed = total = 0
            for check in checks(data, bundle.name):
                total += 1
                failed += not check.holds
                if json:
                    row = {"kind": check.kind, "subject": check.subject, "holds": check.holds, "detail": check.detail}
                    say(render.as_jsonl([row]))
                else:
                    why = f": {check.detail}" if check.detail else ""
                    line = f"{'holds' if check.holds else 'FAILS'}  {check.kind:11} {check.subject}{why}"
                    say(render.printable(line).replace("\n", " ") + "\n")
            if not json:
                say(f"{total} checks, {failed} failed; SHA-256 {hashlib.sha256(data).hexdigest()}\n")
            if failed:
                raise typer.Exit(1)
