"""docs/cli.md and the program say the same: every verb and option is there, every example is a valid call."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest
import typer

from tieout.shells import tables
from tieout.shells.cli import app

PAGE = Path(__file__).resolve().parents[2] / "docs" / "cli.md"
TEXT = PAGE.read_text(encoding="utf-8")
PROGRAM = typer.main.get_command(app)
VERBS = PROGRAM.commands  # type: ignore[attr-defined]
BLOCKS = re.findall(r"```\n(.*?)```", TEXT, flags=re.DOTALL)
EXAMPLES = [line for block in BLOCKS for line in block.splitlines() if line.startswith("tieout ")]
EVERYWHERE = {"--index", "--json", "--format", "--help"}


def words_of(example: str) -> list[str]:
    """The arguments of an example, without the program's name and without what the shell does."""
    return shlex.split(example.split(" > ")[0])[1:]


def sections() -> dict[str, str]:
    """The text under the heading that names each verb."""
    found: dict[str, str] = {}
    for part in TEXT.split("\n## ")[1:]:
        heading, _, body = part.partition("\n")
        if ": " in heading:
            found |= dict.fromkeys(heading.split(": ")[1].split(", "), body)
    return found


def test_every_verb_has_its_section_and_an_example() -> None:
    assert set(sections()) == set(VERBS)
    assert {words_of(example)[0] for example in EXAMPLES} == set(VERBS)


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_every_option_is_described_in_the_verbs_section(verb: str) -> None:
    told = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", sections()[verb]))
    general = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", TEXT.split("\n## ")[1]))
    for parameter in VERBS[verb].params:
        for spelling in [] if parameter.param_type_name == "argument" else parameter.opts:
            assert spelling in told or (spelling in EVERYWHERE and spelling in general), f"{verb} {spelling}"


def test_the_programs_own_options_are_described() -> None:
    for parameter in PROGRAM.params:
        for spelling in parameter.opts:
            assert f"`{spelling}" in TEXT, spelling


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_is_a_valid_call(example: str) -> None:
    words = words_of(example)
    try:
        VERBS[words[0]].make_context(words[0], words[1:])
    except click.UsageError as error:
        pytest.fail(f"{example}: {error.format_message()}")


def test_the_columns_are_the_programs_columns() -> None:
    for columns in (tables.OBSERVATION_COLUMNS, tables.CLAUSE_COLUMNS, tables.ENTITY_COLUMNS):
        assert ", ".join(columns) in TEXT
