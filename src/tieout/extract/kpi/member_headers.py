"""Headers of members instead of years: "total female male" above the figures of one period."""

from __future__ import annotations

from tieout.extract.kpi.columns import Column, Header, Role
from tieout.extract.kpi.lexer import Kind, Token
from tieout.text import fold

MEMBER_HEADS = frozenset({"total", "female", "male", "women", "men", "woman", "man", "diverse", "other"})
_UNKNOWN = "not reported"
_MOST_COLUMNS = 12


def read_member_header(tokens: list[Token], at: int, period: str) -> Header | None:
    """The header whose first member is token ``at``, or None: both genders, side by side.

    One further word may follow each member, the same every time ("female Headcount male Headcount").
    """
    labels: list[str] = []
    repeated = ""
    end = at
    while end < len(tokens) and len(labels) < _MOST_COLUMNS and tokens[end].kind in {Kind.WORD, Kind.ABSENT}:
        word = fold(tokens[end].core)
        if word in MEMBER_HEADS or (word == _UNKNOWN and labels):
            labels.append(word)
        elif labels and (word == repeated or not repeated) and _member_near(tokens, end + 1):
            repeated = word
        elif not (labels and word == repeated):
            break
        end += 1
    if not {"female", "women", "woman"} & set(labels) or not {"male", "men", "man"} & set(labels):
        return None
    if len(set(labels)) < len(labels) or (end < len(tokens) and tokens[end].line == tokens[end - 1].line):
        return None  # two columns of one name belong to headings above that cannot be told apart
    columns = tuple(Column(Role.YEAR, period, label) for label in labels)
    return Header(at, at, end, columns, exact=True)


def _member_near(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and fold(tokens[at].core) in MEMBER_HEADS | {_UNKNOWN}
