"""People or things that a question excludes: "workers who are not employees" are no employees, however alike the words are."""

from __future__ import annotations

from tieout.ask.wording.question import Reading
from tieout.patterns import lazy
from tieout.text import fold

_EXCLUDED = lazy(
    r"\b(?:who|that|which) (?:are|is|were|was) not\b(?! (?:yet|only|reported|disclosed|covered|included))|\bnon[- ](?:employees?|employed|staff)\b|"
    r"\b(?:other than|outside) (?:its |their |the |own )*(?:employees|staff|workforce|payroll)\b"
)
_OTHERS = lazy(
    r"\b(?:not|non|no|other|external|outside|contract(?:or|ed)?s?|agency|leased|temporary|freelanc\w+|self-employed|subcontract\w+|interns?|third[- ]party)\b"
)


def leaves_out_those(reading: Reading, label: str) -> bool:
    """Whether a question excludes a kind of people or things, and a printed label says of no others that it is of them."""
    return _EXCLUDED.search(reading.folded) is not None and _OTHERS.search(fold(label)) is None
