"""Cells that wrapped around the code of the next row when the columns of a table ran together into one text.

Two things happen. The end of a reason stands behind the next row's code ("… is not A3.1 applicable. Description …"), or
the beginning of a requirement stands before its own code ("… 3.2 People Description of steps B4.2 to eliminate …").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tieout.extract.clauses.stream import Stream
from tieout.extract.clauses.wording import OMISSION_PHRASES, REQUIREMENT_OPENERS, STATUS_WORDS
from tieout.model import Disclosure, DisclosureStatus, Report
from tieout.text import collapse

_REST = re.compile(r"\s*(?P<rest>[a-z][^.]{0,200}\.)\s+(?=[A-Z])")
SAYS_OMITTED = re.compile(
    r"(?<!\w)(?:"
    + "|".join(re.escape(p) for p in (*OMISSION_PHRASES, *(word for word, says in STATUS_WORDS if says == "absent")))
    + r")",
    re.IGNORECASE,
)
_OPENER = re.compile(r"\s(?:" + "|".join(re.escape(opener) for opener in REQUIREMENT_OPENERS) + r")\b")


def omitted_part(tail: str, codes: Sequence[str]) -> tuple[str, str] | None:
    """The tail before its own code is named again ("2-7 … 12 2-7 b. Information unavailable …"), and what is left out.

    Indexes with a column for the requirements omitted name the code there once more.
    """
    for code in codes:
        again = re.compile(r"(?<![\w.-])" + re.escape(code) + r"(?![\w-])\W{0,3}").search(tail, 1)
        if again and SAYS_OMITTED.search(tail, again.end()):
            return tail[: again.start()], tail[again.end() :]
    return None


def end_of_reason(before: Disclosure, tail: str) -> tuple[str, int] | None:
    """The words of ``tail`` that end the reason of the row before, and how many characters they take."""
    found = _REST.match(tail)
    broken_off = before.explanation[-1:].isalpha()
    if found is None or before.status is DisclosureStatus.REPORTED or not broken_off:
        return None
    return found.group("rest"), found.end()


def with_reason(before: Disclosure, rest: str, report: Report, stream: Stream, end: int) -> Disclosure:
    """The row before with its whole reason; its passage then runs up to stream offset ``end``."""
    passage = before.passage
    if passage is not None:
        index = next(i for i, page in enumerate(stream.pages) if page.number == passage.page)
        start = stream.starts[index] + stream.pages[index].body.derived_index(passage.start)
        passage = stream.passage(report, start, end)
    return replace(before, explanation=f"{before.explanation} {rest}", passage=passage)


def start_of_requirement(before: Disclosure, tail: str) -> tuple[str, str] | None:
    """The references of the row before without the requirement printed behind them, and that requirement's words."""
    if not tail.lstrip()[:1].islower() or before.status is not DisclosureStatus.REPORTED:
        return None
    starts = [m.start() for m in _OPENER.finditer(before.references)]
    if not starts:
        return None
    return collapse(before.references[: starts[-1]]), collapse(before.references[starts[-1] :])
