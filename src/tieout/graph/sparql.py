"""The guarded door for query text from outside: a child that can be killed, a deadline, a row cap, no way out.

Queries that ship with the project run in the process (``GraphStore.run``); everything a person, a web request, an agent
or a model writes comes through here. There is no third way.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tieout.errors import QueryError, QueryLimitError, QueryRefusedError, QuerySyntaxError
from tieout.graph.guard import check_text

_START_SECONDS = 10.0
"""Allowance for starting the child, on top of the query's own deadline."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one foreign query may use: seconds of wall time, rows, bytes of answer, bytes of memory."""

    seconds: float = 5.0
    rows: int = 1000
    bytes: int = 50 * 1024 * 1024
    memory: int = 1 << 30


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of a foreign query.

    ``kind`` is "select", "graph" or "ask". ``rows`` hold terms as the SPARQL 1.1 JSON results format writes them (None
    for unbound); for a graph the variables are subject, predicate, object. ``truncated``: the cap was reached.
    """

    kind: str
    variables: tuple[str, ...] = ()
    rows: tuple[tuple[dict[str, str] | None, ...], ...] = ()
    value: bool = False
    truncated: bool = False


def run_foreign(store: Path, query: str, limits: Limits | None = None) -> Answer:
    """Run one foreign query on the store's folder.

    Raises:
        QueryRefusedError: the query asks for what is never done.
        QueryError: it is not SPARQL, or failed.
        QueryLimitError: it ran into a limit and was stopped.
    """
    bounds = limits or Limits()
    check_text(query)
    request = {
        "store": str(store),
        "query": query,
        "seconds": bounds.seconds,
        "rows": bounds.rows,
        "bytes": bounds.bytes,
        "memory": bounds.memory,
    }
    environment = {
        "PATH": os.environ.get("PATH", ""),
        "PYTHONPATH": os.pathsep.join(sys.path),
        "PYTHONUTF8": "1",
        # glibc reserves 128 MB of addresses for each of the store's threads; several at once break the limit.
        "MALLOC_ARENA_MAX": "1",
    }
    child = subprocess.Popen(
        [sys.executable, "-m", "tieout.graph.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
    )
    try:
        out, _ = child.communicate(json.dumps(request).encode(), timeout=bounds.seconds + _START_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise QueryLimitError(
            f"stopped after {bounds.seconds:g} seconds", remedy="Ask for less: add a LIMIT or bind more variables"
        ) from error
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()
        for stream in (child.stdin, child.stdout):
            if stream is not None:
                stream.close()
    return _read(out, child.returncode, bounds)


def _read(out: bytes, code: int, limits: Limits) -> Answer:
    """The child's answer; a child that died says by how it died."""
    try:
        told: dict[str, Any] = json.loads(out)
    except ValueError as error:
        if code in (-signal.SIGALRM, -signal.SIGXCPU, -signal.SIGKILL):
            message = f"stopped after {limits.seconds:g} seconds"
        else:
            message = f"stopped: it ran out of memory or crashed the engine (exit code {code})"
        raise QueryLimitError(message, remedy="Ask for less: add a LIMIT or bind more variables") from error
    if told["kind"] == "refused":
        raise QueryRefusedError(told["message"], remedy=told["remedy"])
    if told["kind"] == "syntax":
        raise QuerySyntaxError(told["message"], remedy=told["remedy"])
    if told["kind"] == "error":
        raise QueryError(told["message"], remedy=told["remedy"])
    rows = tuple(tuple(row) for row in told.get("rows", ()))
    return Answer(
        told["kind"], tuple(told.get("variables", ())), rows, bool(told.get("value")), bool(told.get("truncated"))
    )
