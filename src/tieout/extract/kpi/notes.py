"""Footnotes below a table: which mark is defined where, so that they can be attached to the rows that bear the mark."""

from __future__ import annotations

from tieout.extract.kpi.lexer import Kind, Token
from tieout.model import Page, Passage, Report

_LONGEST = 120
"""Most tokens of a note."""


def read_notes(
    report: Report, page: Page, tokens: list[Token], first: int, limit: int, flat: bool
) -> dict[str, Passage]:
    """The notes defined in tokens ``[first, limit)``: mark to Passage. The first definition of a mark wins."""
    starts = [
        i
        for i in range(first, limit - 1)
        if tokens[i].kind is Kind.MARK
        and tokens[i + 1].kind is Kind.WORD
        and (flat or i == 0 or tokens[i - 1].line < tokens[i].line)
        and (not flat or tokens[i + 1].text[0].isupper())
    ]
    notes: dict[str, Passage] = {}
    for at, following in zip(starts, [*starts[1:], limit], strict=False):
        end = min(following, at + _LONGEST)
        mark = tokens[at].mark or tokens[at].core.strip("()（）")
        if mark not in notes and end > at:
            notes[mark] = report.passage(page, tokens[at].start, tokens[end - 1].end)
    return notes
