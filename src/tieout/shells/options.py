"""The command line's shared options, and how a verb speaks."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tieout.shells.speaking import STATE, say, settings_for, told, warn

Index = Annotated[Path | None, typer.Option("--index", help="The index folder.", show_default="index")]
Reports = Annotated[list[str] | None, typer.Option("--report", help="Only this report; may be repeated.")]
Organizations = Annotated[
    list[str] | None, typer.Option("--organization", help="Only this organization; may be repeated.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Format = Annotated[str, typer.Option("--format", help="table, csv, json or jsonl.")]

__all__ = [
    "STATE",
    "AsJson",
    "Format",
    "Index",
    "Organizations",
    "Reports",
    "say",
    "settings_for",
    "told",
    "warn",
]
