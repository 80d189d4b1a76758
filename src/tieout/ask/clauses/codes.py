"""Rows of an index by their codes: the ones around a clause, and the one that names no place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tieout.ask.clauses.linking import LEFT_OUT, ClauseMention
from tieout.ask.wording.question import Reading
from tieout.model import Clause, Disclosure, DisclosureStatus

_TELLING = frozenset({DisclosureStatus.REPORTED, DisclosureStatus.PARTIAL})


def placeless(row: Disclosure, mention: ClauseMention) -> bool:
    """Whether the index has this row for the clause with a sign where its place should stand."""
    same = row.framework == mention.clause.framework and row.code == mention.clause.code
    told = row.status is not DisclosureStatus.NOT_FOUND or row.passage is None
    return same and row.indexed and not told and bool(row.references.strip())


def named_in_text(mention: ClauseMention, rows: Sequence[Disclosure]) -> Disclosure | None:
    """The place outside the index where the report prints the clause's code beside what it reports under it, if any."""
    code = mention.clause.code.removeprefix("GRI ").removeprefix("ESRS ")
    parts = re.findall(r"\d+|[A-Za-z]+", code)
    printed = re.compile(r"(?<!\w)" + r"\W{0,3}".join(map(re.escape, parts)) + r"(?!\w|-\d)")
    return next(
        (
            d for d in rows
            if (d.framework, d.code) == (mention.clause.framework, mention.clause.code) and not d.indexed
            and d.status in _TELLING and d.passage is not None and printed.search(d.passage.quote) is not None
        ),
        None,
    )  # fmt: skip


def asks_absence(reading: Reading) -> bool:
    """Whether a yes-or-no question asks whether a clause is left out; "covered or waived" asks for either."""
    return reading.yes_no and " or " not in reading.folded and LEFT_OUT.search(reading.folded) is not None


def left_out(reading: Reading) -> str:
    """The verdict on a clause that is not reported: yes where it is asked whether it is left out."""
    return "Yes" if asks_absence(reading) else "No"


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
