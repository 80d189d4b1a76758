"""Reading foreign files where a crash, a hang or a memory bomb costs one child process and nothing else.

PDF, HTML, DOCX and XLSX files are parsed in a child with its own memory and processor limits, killed at a deadline; the
Report comes back as checked JSON, never as pickled objects. Text and CSV files are read by our own linear code in this
process.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys

from tieout.documents.kinds import Kind, kind_of
from tieout.documents.limits import CHILD_CPU_SECONDS, CHILD_MEMORY_BYTES, CHILD_WALL_SECONDS, MAX_FILE_BYTES, MAX_PAGES
from tieout.documents.reader import read_report
from tieout.documents.wire import unpack
from tieout.errors import SourceError, UsageError
from tieout.model import Report

_COMMAND = (sys.executable, "-P", "-m", "tieout.documents.child")


def read_in_child(
    data: bytes,
    name: str,
    *,
    report: str = "",
    organization: str = "",
    period: str = "",
    first_page: int = 1,
    password: str = "",
    max_pages: int = MAX_PAGES,
    wall_seconds: float = CHILD_WALL_SECONDS,
) -> Report:
    """As ``read_report``, with the parsing of complex formats in a killable child.

    Args:
        data: the file's bytes.
        name: the file's name.
        report: the report's id; empty takes the cleaned stem of the name.
        organization: whose report it is; empty looks for it in the text.
        period: the reporting year; empty looks for it in the text.
        first_page: the number of the first page.
        password: password of an encrypted PDF.
        max_pages: most pages that are read.
        wall_seconds: the child's deadline.

    Raises:
        SourceError: the file cannot be read, or reading it crashed, hung or took too much memory.
        UsageError: a password is missing or ``first_page`` is below 1.
    """
    arguments = {
        "report": report,
        "organization": organization,
        "period": period,
        "first_page": first_page,
        "password": password,
        "max_pages": max_pages,
    }
    if len(data) > MAX_FILE_BYTES:
        raise SourceError(f"{len(data)} bytes, the limit is {MAX_FILE_BYTES}", subject=name)
    if kind_of(data, name) in (Kind.TXT, Kind.CSV):
        return read_report(
            data,
            name,
            report=report,
            organization=organization,
            period=period,
            first_page=first_page,
            password=password,
            max_pages=max_pages,
        )
    request = json.dumps({"name": name, **arguments}).encode("ascii") + b"\n"
    return _decoded(_run(request + data, name, wall_seconds), name)


def _run(request: bytes, name: str, wall_seconds: float) -> bytes:
    with subprocess.Popen(
        _COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
    ) as child:
        try:
            output, _ = child.communicate(request, timeout=wall_seconds)
        except subprocess.TimeoutExpired:
            raise SourceError(f"reading it took more than {wall_seconds:g} seconds", subject=name) from None
        finally:
            child.kill()
        code = child.wait()
    if code:
        raise SourceError(_reason(code), subject=name, remedy="The file is damaged or was made to harm")
    return output


def _reason(code: int) -> str:
    """What a child's exit code means."""
    if -code in (signal.SIGXCPU, signal.SIGKILL):
        return f"reading it took more than {CHILD_CPU_SECONDS} seconds of processor time"
    if code < 0:
        try:
            signal_name = signal.Signals(-code).name
        except ValueError:
            signal_name = f"signal {-code}"
        return f"reading it crashed ({signal_name}; the memory limit is {CHILD_MEMORY_BYTES // 2**30} GB)"
    return "reading it failed"


def _decoded(output: bytes, name: str) -> Report:
    try:
        answer = json.loads(output)
        error = answer.get("error")
        if error is None:
            return unpack(answer)
        kind = UsageError if error["kind"] == "usage" else SourceError
        failure = kind(str(error["message"]), subject=str(error["subject"]), remedy=str(error["remedy"]))
    except (ValueError, KeyError, TypeError, AttributeError) as broken:
        raise SourceError("reading it failed: the reader gave no report", subject=name) from broken
    raise failure
