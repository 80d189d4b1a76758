"""A plain question is read as the command line reads it; every other call is left to it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from tieout.shells.cli import app
from tieout.shells.speaking import PlainQuestion
from tieout.shells.start import REPEATED, SINGLE, plain_question


@pytest.mark.parametrize(
    "arguments",
    [
        ["How many?"],
        ["How many?", "--json"],
        [
            "--report",
            "a",
            "How many?",
            "--report=b/c",
            "--organization",
            "Mill & Moor",
            "--index",
            "x",
            "--after",
            "What?",
        ],
        ["--index=x=y", "", "--json"],
    ],
)
def test_a_plain_question_is_what_the_command_line_reads(arguments: list[str]) -> None:
    command = get_command(app).commands["ask"]  # type: ignore[attr-defined]
    read = command.make_context("ask", list(arguments)).params
    assert plain_question(["ask", *arguments]) == PlainQuestion(
        read["question"],
        tuple(read["report"] or ()),
        tuple(read["organization"] or ()),
        tuple(read["after"] or ()),
        read["index"],
        read["json"],
    )


def test_all_options_of_a_question_are_known() -> None:
    command = get_command(app).commands["ask"]  # type: ignore[attr-defined]
    known = {name for parameter in command.params for name in parameter.opts if name.startswith("--")}
    assert known - {"--questions", "--help"} == {*REPEATED, SINGLE, "--json"}


def test_the_index_may_be_named_before_the_verb() -> None:
    asked = plain_question(["--index", "x", "ask", "How many?"])
    assert asked is not None
    assert (asked.question, asked.index) == ("How many?", Path("x"))


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["reports"],
        ["ask"],
        ["ask", "one", "two"],
        ["ask", "--help"],
        ["ask", "--questions", "file"],
        ["ask", "How many?", "--report"],
        ["ask", "How many?", "--report", "--json"],
        ["ask", "How many?", "--json=yes"],
        ["ask", "How many?", "--index", "a", "--index", "b"],
        ["ask", "--", "-1?"],
        ["--index", "x", "ask", "How many?", "--index", "y"],
        ["--index", "x"],
        ["--verbose", "ask", "How many?"],
    ],
)
def test_every_other_call_is_left_to_the_command_line(arguments: list[str]) -> None:
    assert plain_question(arguments) is None


def test_an_error_is_one_sentence_and_an_exit_code(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "tieout", "ask", "How many?", "--index", str(tmp_path)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (told.returncode, told.stdout) == (2, "")
    assert "the index is empty" in told.stderr
    assert told.stderr.count("\n") == 1


def test_a_plain_question_loads_no_library_of_options() -> None:
    code = "import sys; import tieout.shells.start; sys.exit('typer' in sys.modules or 'numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
