"""The process in which a foreign file is parsed: it limits itself first, then reads one file from standard input.

Standard input: one line of JSON (the arguments of ``read_report``), then the file's bytes. Standard output: one JSON
object, what ``wire`` packs or {"error": {"kind", "message", "subject", "remedy"}}. Started by ``sandbox`` only.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import resource
import signal
import sys

from tieout.documents.limits import CHILD_CPU_SECONDS, CHILD_MEMORY_BYTES
from tieout.documents.reader import read_report
from tieout.documents.wire import pack
from tieout.errors import SourceError, TieoutError, UsageError

_DIE_WITH_PARENT = 1
"""PR_SET_PDEATHSIG of prctl(2)."""


def limit_process(memory: int = CHILD_MEMORY_BYTES, cpu_seconds: int = CHILD_CPU_SECONDS) -> None:
    """Give this process at most ``memory`` bytes and ``cpu_seconds``, no core dump and no way to write files."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)


def main() -> None:
    """Read the request, answer it, leave."""
    limit_process()
    request = json.loads(sys.stdin.buffer.readline())
    name = str(request.pop("name"))
    answer: dict[str, object]
    try:
        answer = pack(read_report(sys.stdin.buffer.read(), name, **request))
    except MemoryError:
        answer = _error(SourceError("reading it takes more memory than allowed", subject=name))
    except RecursionError:
        answer = _error(SourceError("nested too deeply", subject=name))
    except (SourceError, UsageError) as error:
        answer = _error(error)
    json.dump(answer, sys.stdout, separators=(",", ":"))


def _error(error: TieoutError) -> dict[str, object]:
    kind = "usage" if isinstance(error, UsageError) else "source"
    return {"error": {"kind": kind, "message": error.message, "subject": error.subject, "remedy": error.remedy}}


if __name__ == "__main__":
    main()
