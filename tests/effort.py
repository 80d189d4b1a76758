"""How much work a call is, without a clock: calls are counted, and what never ends is stopped."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any


def calls(run: Callable[[], object]) -> int:
    """How many functions were called, Python's own among them: the same on every machine."""
    counted = 0

    def count(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        run()
    finally:
        sys.setprofile(before)
    return counted


@contextmanager
def ending(seconds: int = 120) -> Iterator[None]:
    """Stop what has not ended by then: a guard against work without an end, far above what any machine needs."""

    def stop(number: int, frame: FrameType | None) -> None:
        msg = f"no end in {seconds} s"
        raise AssertionError(msg)

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
