"""A Report as JSON between child and parent: as the codec writes it, but word boxes as flat rows, which are many."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tieout.codec import decode, encode
from tieout.model import Report, Word


def pack(report: Report) -> dict[str, Any]:
    """A JSON value for a report."""
    bare = replace(report, pages=tuple(replace(page, words=()) for page in report.pages))
    rows = [[[w.start, w.end, w.x0, w.top, w.x1, w.bottom] for w in page.words] for page in report.pages]
    return {"report": encode(bare), "words": rows}


def unpack(value: Any) -> Report:
    """The report that ``pack`` wrote.

    Raises:
        KeyError, TypeError, ValueError: the value has another shape.
    """
    report = decode(Report, value["report"])
    pages = []
    for page, rows in zip(report.pages, value["words"], strict=True):
        words = tuple(
            Word(int(a), int(b), float(x0), float(top), float(x1), float(low)) for a, b, x0, top, x1, low in rows
        )
        pages.append(replace(page, words=words))
    return replace(report, pages=tuple(pages))
