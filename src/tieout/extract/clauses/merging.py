"""Rows that belong together: letters and data points of one clause, cells that span rows, rows held twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tieout.model import Disclosure, DisclosureStatus, Passage, Report


def without_heading(found: Sequence[Disclosure]) -> Sequence[Disclosure]:
    """Without a first row that is the heading of the index, which carries the code of the clause that asks for it."""
    first = found[0] if found else None
    if first is None or first.locations or first.explanation:
        return found
    again = any(row.code == first.code and row.locations for row in found[1:])
    return found[1:] if again else found


def once(found: Sequence[Disclosure]) -> tuple[Disclosure, ...]:
    """Without rows that a PDF holds twice (a page's text hidden under another's); the later page is the visible one.

    Rows of GRI 3-3 may be alike and yet stand for several topics.
    """
    last: dict[tuple[str, ...], int] = {}
    for at, row in enumerate(found):
        last[row.framework, row.code, row.edition, row.title, row.references, row.explanation] = at
    kept = set(last.values())
    return tuple(row for at, row in enumerate(found) if at in kept or row.code == "3-3")


def merged(report: Report, found: Sequence[Disclosure], opening: Sequence[bool]) -> list[Disclosure]:
    """Neighbouring rows of one clause (its letters a, b, c or its data points) as one disclosure.

    In lists of ESRS data points a cell may span rows of several clauses of a standard: empty rows behind empty ones.
    """
    joined: list[Disclosure] = []
    spans = False
    for row, opens in zip(found, opening, strict=True):
        last = joined[-1] if joined else None
        if opens or last is None or _identity(last) != _identity(row):
            spans = spans and last is not None and _is_empty(row) and _standard(last) == _standard(row)
            joined.append(_spanned(last, row) if spans and last is not None else row)
            continue
        spans = _is_empty(row) and row.framework == "esrs"
        passage = _spanning(report, last.passage, row.passage)
        elsewhere = (row.passage,) if row.passage is not None and passage is last.passage else ()
        joined[-1] = replace(
            last,
            status=_joint_status(last, row),
            references=_joined(last.references, row.references),
            locations=tuple(dict.fromkeys((*last.locations, *row.locations))),
            explanation=_joined(last.explanation, row.explanation),
            passage=passage,
            evidence=(*last.evidence, *row.evidence, *elsewhere),
        )
    return joined


def _standard(row: Disclosure) -> str:
    return f"{row.framework}:{row.code.partition('-')[0]}"


def _spanned(before: Disclosure, row: Disclosure) -> Disclosure:
    """An empty row under a cell that already spans rows of the clause before it, with what that cell says."""
    return replace(
        row,
        status=before.status,
        references=before.references,
        locations=before.locations,
        explanation=before.explanation,
    )


def _joint_status(first: Disclosure, second: Disclosure) -> DisclosureStatus:
    """Both rows' status where they agree or one of them is empty (its cell spans both), else partial."""
    if _is_empty(second) or first.status is second.status:
        return first.status
    return second.status if _is_empty(first) else DisclosureStatus.PARTIAL


def _is_empty(row: Disclosure) -> bool:
    return row.status is DisclosureStatus.REPORTED and not (row.references or row.explanation or row.evidence)


def _identity(row: Disclosure) -> tuple[str, str, str]:
    return row.code, row.topic_standard, row.edition


def _spanning(report: Report, first: Passage | None, last: Passage | None) -> Passage | None:
    """One passage over both where they stand on one page, else the first."""
    if first is None or last is None or first.page != last.page or last.end <= first.start:
        return first
    return Passage(report.id, first.page, first.start, last.end, report.page(first.page).text[first.start : last.end])


def _joined(first: str, second: str) -> str:
    return first if not second or second in first.split(" | ") else f"{first} | {second}" if first else second
