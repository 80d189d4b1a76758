"""The command line's shared options and the way a verb runs: settings read, errors told in one sentence."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from tieout.config import Settings, load_settings
from tieout.errors import TieoutError
from tieout.shells.render import printable

Index = Annotated[Path | None, typer.Option("--index", help="The index folder.", show_default="index")]
Reports = Annotated[list[str] | None, typer.Option("--report", help="Only this report; may be repeated.")]
Organizations = Annotated[
    list[str] | None, typer.Option("--organization", help="Only this organization; may be repeated.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Format = Annotated[str, typer.Option("--format", help="table, csv, json or jsonl.")]

STATE: dict[str, Path | None] = {"index": None, "config": None}


def settings_for(index: Path | None) -> Settings:
    """The settings of this call: file and environment, then the program's and the verb's ``--index``."""
    settings = load_settings(STATE["config"])
    chosen = index or STATE["index"]
    return replace(settings, index=chosen) if chosen is not None else settings


def say(text: str) -> None:
    """Write to standard output, in UTF-8 whatever the locale."""
    sys.stdout.write(text)
    sys.stdout.flush()


def warn(text: str) -> None:
    """Write one line to standard error."""
    sys.stderr.write(printable(text).rstrip("\n") + "\n")


@contextmanager
def told() -> Iterator[None]:
    """Turn a TieoutError into its sentence and exit code."""
    try:
        yield
    except TieoutError as error:
        warn(f"tieout: {error}")
        raise typer.Exit(error.exit_code) from error
