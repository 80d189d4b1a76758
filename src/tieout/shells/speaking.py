"""How the command line speaks: settings read, text written, errors told in one sentence. No library of options here."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from tieout.config import Settings, load_settings
from tieout.errors import TieoutError
from tieout.library import Library
from tieout.shells.render import as_json, printable

STATE: dict[str, Path | None] = {"index": None, "config": None}


def speak_utf8() -> None:
    """Text goes out as UTF-8 even in a C locale."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


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
        raise SystemExit(error.exit_code) from error


@dataclass(frozen=True, slots=True)
class PlainQuestion:
    """One question with the options that it may have."""

    question: str
    reports: tuple[str, ...]
    organizations: tuple[str, ...]
    after: tuple[str, ...]
    index: Path | None
    json: bool


def answer_one(asked: PlainQuestion) -> None:
    """Print the answer to one question."""
    answer = Library(settings_for(asked.index)).ask(
        asked.question,
        reports=list(asked.reports) or None,
        organizations=list(asked.organizations) or None,
        previous=asked.after,
    )
    if asked.json:
        say(as_json(answer))
        return
    from tieout.shells.words import answer_for_people

    say(answer_for_people(answer))
