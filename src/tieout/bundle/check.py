"""The outcome of one check."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """What was checked and whether it holds; ``detail`` says why not."""

    kind: str
    subject: str
    holds: bool
    detail: str = ""
