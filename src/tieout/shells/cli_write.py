"""Verbs that change the index: ingest, rebuild, remove."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tieout.library import Library
from tieout.shells.options import AsJson, Index, say, settings_for, told, warn
from tieout.shells.render import as_json

if TYPE_CHECKING:
    from tieout.workflow.prepare import Outcome, Progress


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """A progress bar on a terminal, silence in a pipe."""
    if not sys.stderr.isatty():
        yield lambda _stage, _done, _total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description:<34}"), BarColumn(), TextColumn("{task.completed}/{task.total}"))
    with Progress(*columns, TimeElapsedColumn(), console=Console(stderr=True)) as bar:
        tasks: dict[str, object] = {}

        def show(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=total)
            bar.update(tasks[stage], completed=done, total=total)  # type: ignore[arg-type]

        yield show


def now() -> str:
    """The time for the index's log; the only clock in the program."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def tell(outcome: Outcome, *, as_json_text: bool) -> None:
    """Print what was done; failures go to standard error and make the exit code 1."""
    if as_json_text:
        say(
            as_json(
                {
                    "generation": outcome.generation,
                    "reports": [{"report": r, "change": change} for r, change in outcome.done],
                    "failed": [{"file": name, "error": why} for name, why in outcome.failed],
                }
            )
        )
    else:
        for report, change in outcome.done:
            say(f"{report}: {change}\n")
    for _name, why in outcome.failed:
        warn(f"tieout: {why}")
    if outcome.failed:
        raise typer.Exit(1)


def register(app: typer.Typer) -> None:
    """Add the writing verbs."""

    @app.command()
    def ingest(
        paths: Annotated[list[Path] | None, typer.Argument(help="Reports or folders of reports.")] = None,
        organization: Annotated[str, typer.Option("--organization", help="Who reports.")] = "",
        period: Annotated[str, typer.Option("--period", help="The reporting year.")] = "",
        report: Annotated[str, typer.Option("--report", help="The report's id; the file's name by default.")] = "",
        manifest: Annotated[Path | None, typer.Option("--manifest", help="A CSV that names many files.")] = None,
        workers: Annotated[int, typer.Option("--workers", min=1, help="Processes that read reports.")] = 1,
        index: Index = None,
        json: AsJson = False,
    ) -> None:
        """Read reports, index and map them; all of one call is one generation."""
        with told(), progress_bar() as progress:
            library = Library(settings_for(index))
            requests = library.requests(
                paths or [], organization=organization, period=period, report=report, manifest=manifest
            )
            outcome = library.ingest(requests, workers=workers, progress=progress, now=now())
        tell(outcome, as_json_text=json)

    @app.command()
    def rebuild(
        check: Annotated[bool, typer.Option("--check", help="Only say what would differ.")] = False,
        index: Index = None,
        json: AsJson = False,
    ) -> None:
        """Read everything again from the stored sources."""
        with told(), progress_bar() as progress:
            library = Library(settings_for(index))
            if check:
                differs = library.rebuild_differs(progress=progress)
                say(
                    as_json({"differs": differs}) if json else "".join(f"{d}\n" for d in differs) or "nothing differs\n"
                )
                return
            outcome = library.rebuild(progress=progress, now=now())
        tell(outcome, as_json_text=json)

    @app.command()
    def remove(
        report: Annotated[str, typer.Argument(help="The report's id.")],
        purge: Annotated[bool, typer.Option("--purge", help="Out of kept generations and sources too.")] = False,
        index: Index = None,
    ) -> None:
        """Take a report out of passages, vectors and graph."""
        with told(), progress_bar() as progress:
            Library(settings_for(index)).remove(report, purge=purge, progress=progress, now=now())
        say(f"{report}: removed\n")
