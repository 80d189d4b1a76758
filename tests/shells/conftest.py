"""A server of its own over an index, as a person starts it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

START_SECONDS = 90.0

Served = Callable[[Path], str]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _healthy(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/healthz", timeout=2) as answer:
            return bool(answer.read() == b"ok")
    except (urllib.error.URLError, OSError):
        return False


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Start a server over an index folder and give its address; every server is stopped at the end."""
    running: list[subprocess.Popen[bytes]] = []

    def start(index: Path) -> str:
        port = _free_port()
        log = tmp_path_factory.mktemp("server") / "log"
        call = [sys.executable, "-m", "tieout", "--index", str(index), "serve", "--port", str(port)]
        with log.open("wb") as out:
            process = subprocess.Popen(call, stdout=out, stderr=out, env=os.environ | {"TIEOUT_ENCODER_THREADS": "1"})
        running.append(process)
        url, deadline = f"http://127.0.0.1:{port}", time.monotonic() + START_SECONDS
        while not _healthy(url):
            told = log.read_text(errors="replace")
            assert process.poll() is None, told
            assert time.monotonic() < deadline, f"not up after {START_SECONDS:.0f} s: {told}"
            time.sleep(0.2)
        return url

    yield start
    for process in running:
        process.terminate()
    for process in running:
        process.wait(timeout=20)


@pytest.fixture(scope="session")
def sample_server(serve: Served, sample_index: Path) -> str:
    """The address of a server over the sample reports."""
    return serve(sample_index)
