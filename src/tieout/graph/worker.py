"""The child that runs one foreign query: ``python -m tieout.graph.worker``.

It reads one JSON object from standard input, gives up memory, processor time, files and the network, parses, evaluates
on the read-only store, and writes one JSON object to standard output. Whatever goes wrong in it, the parent lives.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import resource
import signal
import sys
from typing import Any

from tieout.errors import QueryError, QueryRefusedError, QuerySyntaxError

MEMORY_BYTES = 1 << 30
_CLONE_NEWNET = 0x40000000


def drop_powers(seconds: float, memory: int) -> None:
    """Limit memory, processor time, file size and processes, and leave the network where the system allows it."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    allowance = int(seconds) + 2
    resource.setrlimit(resource.RLIMIT_CPU, (allowance, allowance))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    # The default action of SIGALRM ends the process from the kernel, also in the middle of native code.
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    with contextlib.suppress(OSError, AttributeError):
        # Needs privileges or a user namespace; without them the syntax tree's check is what keeps SERVICE out.
        ctypes.CDLL(None, use_errno=True).unshare(_CLONE_NEWNET)


def evaluate(store_folder: str, query: str, rows: int, limit_bytes: int) -> dict[str, Any]:
    """Run the checked query; at most ``rows`` rows and about ``limit_bytes`` bytes of terms come back."""
    import pyoxigraph as ox

    from tieout.graph.guard import check_text, check_tree, preamble
    from tieout.graph.terms import term

    check_text(query)
    form = check_tree(query)
    store = ox.Store.read_only(store_folder)
    try:
        answer: Any = store.query(preamble() + query, use_default_graph_as_union=True)
    except (SyntaxError, ValueError) as error:
        raise QuerySyntaxError(f"not a SPARQL query: {error}") from error
    if form == "AskQuery":
        return {"kind": "ask", "value": bool(answer)}
    found: list[list[dict[str, str] | None]] = []
    size = 0
    truncated = False
    graph = isinstance(answer, ox.QueryTriples)
    names = ["subject", "predicate", "object"] if graph else [v.value for v in answer.variables]
    for row in answer:
        if len(found) >= rows or size > limit_bytes:
            truncated = True
            break
        terms = [row.subject, row.predicate, row.object] if graph else [row[name] for name in names]
        told = [term(value) for value in terms]
        size += sum(len(t["value"]) + 40 for t in told if t)
        found.append(told)
    return {"kind": "graph" if graph else "select", "variables": names, "rows": found, "truncated": truncated}


def main() -> None:
    """Serve one request and exit."""
    request = json.load(sys.stdin)
    import pyoxigraph  # noqa: F401
    import rdflib.plugins.sparql.parser  # noqa: F401

    from tieout.graph import guard  # noqa: F401  imports are not the query's time

    drop_powers(request["seconds"], request.get("memory", MEMORY_BYTES))
    try:
        answer = evaluate(request["store"], request["query"], request["rows"], request["bytes"])
    except QueryRefusedError as error:
        answer = {"kind": "refused", "message": error.message, "remedy": error.remedy}
    except QuerySyntaxError as error:
        answer = {"kind": "syntax", "message": error.message, "remedy": error.remedy}
    except QueryError as error:
        answer = {"kind": "error", "message": error.message, "remedy": error.remedy}
    except (MemoryError, OSError, RuntimeError) as error:
        answer = {"kind": "error", "message": f"the query failed: {error}", "remedy": ""}
    sys.stdout.write(json.dumps(answer, ensure_ascii=True))
    sys.stdout.flush()
    # RocksDB's threads have nothing to write on a read-only store; leaving at once keeps a full heap from being freed.
    os._exit(0)


if __name__ == "__main__":
    main()
