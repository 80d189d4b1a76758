from __future__ import annotations

import json

import pytest
from tests.documents import hostile

from tieout.documents import sandbox
from tieout.documents.reader import read_report
from tieout.documents.sandbox import read_in_child
from tieout.errors import SourceError, UsageError


def test_the_child_gives_the_same_report():
    data = hostile.pdf("Hello brick world", "\n".join(f"Waste {n} tons {n}.5 2024" for n in range(12)))
    assert read_in_child(data, "a.pdf", report="r", period="2024") == read_report(
        data, "a.pdf", report="r", period="2024"
    )


def test_errors_cross_the_border_with_their_kind():
    with pytest.raises(UsageError, match=r"a\.pdf: the PDF is encrypted"):
        read_in_child(hostile.pdf("secret", password="x"), "a.pdf")
    with pytest.raises(SourceError, match="scanned PDF"):
        read_in_child(hostile.scanned_pdf(), "a.pdf")


def test_text_needs_no_child(monkeypatch):
    monkeypatch.setattr(sandbox, "_COMMAND", ("/nowhere",))
    assert read_in_child(b"one\ntwo", "a.txt").pages[1].text == "two"


@pytest.mark.parametrize(
    ("program", "words"),
    [
        ("import time; time.sleep(60)", "more than 0.5 seconds"),
        ("import os; os.abort()", "crashed .SIGABRT"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGXCPU)", "processor time"),
        ("raise SystemExit(3)", "reading it failed"),
        ("print('{}')", "gave no report"),
        ("print('not json')", "gave no report"),
    ],
)
def test_a_child_that_misbehaves_is_one_error(monkeypatch, program, words):
    monkeypatch.setattr(sandbox, "_COMMAND", (sandbox.sys.executable, "-c", program))
    seconds = 0.5 if "sleep" in program else 30
    with pytest.raises(SourceError, match=f"^bad.pdf: .*{words}"):
        read_in_child(b"%PDF-1.4", "bad.pdf", wall_seconds=seconds)


def test_memory_is_limited(monkeypatch):
    lines = (
        "import json",
        "from tieout.documents import child",
        "child.limit_process(memory=400_000_000)",
        "error = {'kind': 'source', 'message': 'too much memory', 'subject': '', 'remedy': ''}",
        "try: x, error = bytearray(600_000_000), None",
        "except MemoryError: pass",
        "print(json.dumps({'error': error}))",
    )
    program = "\n".join(lines)
    monkeypatch.setattr(sandbox, "_COMMAND", (sandbox.sys.executable, "-c", program))
    with pytest.raises(SourceError, match="too much memory"):
        read_in_child(b"%PDF-1.4", "bad.pdf")


def test_a_deflate_bomb_ends(monkeypatch):
    with pytest.raises(SourceError):
        read_in_child(hostile.double_flate_pdf(), "bomb.pdf", wall_seconds=60)


def test_the_request_carries_no_secret_on_the_command_line():
    assert "password" not in json.dumps(sandbox._COMMAND)
