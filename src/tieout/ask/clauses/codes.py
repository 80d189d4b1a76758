"""Rows of an index by their codes: the ones around a clause, and the one that names no place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tieout.ask.clauses.linking import ClauseMention
from tieout.model import Clause, Disclosure


def placeless(row: Disclosure, mention: ClauseMention) -> bool:
    """Whether the index has this row for the clause with a sign where its place should stand."""
    same = row.framework == mention.clause.framework and row.code == mention.clause.code
    return same and row.indexed and row.passage is not None and bool(row.references.strip())


def neighbours(clause: Clause, rows: Sequence[Disclosure]) -> tuple[Disclosure | None, Disclosure | None]:
    """The listed rows just before and after a clause in the order of codes."""
    ordered = sorted(rows, key=lambda d: _order(d.code))
    key = _order(clause.code)
    before = [d for d in ordered if _order(d.code) < key]
    after = [d for d in ordered if _order(d.code) > key]
    return (before[-1] if before else None), (after[0] if after else None)


def _order(code: str) -> tuple[tuple[int, int, str], ...]:
    """Codes in reading order: letters, then numbers by value."""
    code = code.removeprefix("GRI ")
    return tuple((1, int(p), "") if p.isdigit() else (0, 0, p) for p in re.findall(r"\d+|[A-Za-z]+", code))
