"""The command line, ``tieout VERB``: cli_write holds the verbs that write, cli_read and cli_audit those that read."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from tieout.shells import cli_audit, cli_proof, cli_read, cli_write
from tieout.shells.options import STATE, say
from tieout.shells.speaking import speak_utf8
from tieout.version import __version__

app = typer.Typer(
    name="tieout",
    help="Ask ESG reports questions whose answers tie out to the character on the page.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(wanted: bool) -> None:
    if wanted:
        say(f"tieout {__version__}\n")
        raise typer.Exit


@app.callback()
def program(
    index: Annotated[Path | None, typer.Option("--index", help="The index folder.", show_default="index")] = None,
    config: Annotated[Path | None, typer.Option("--config", help="A settings file (TOML).")] = None,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Say what is being done.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Ask ESG reports questions whose answers tie out to the character on the page."""
    STATE["index"], STATE["config"] = index, config
    if verbose:
        import logging

        logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(name)s: %(message)s")


cli_write.register(app)
cli_read.register(app)
cli_audit.register(app)
cli_proof.register(app)


def main() -> None:
    """Run the program, every call read here; ``start`` is quicker with a plain question."""
    speak_utf8()
    app()
