"""Headers of members instead of years: "total female male" above the figures of one period.

Genders may stand under the members of another dimension ("permanent female male temporary female male").
"""

from __future__ import annotations

from tieout.extract.kpi.columns import Column, Header, Role
from tieout.extract.kpi.lexer import CELL_KINDS, Kind, Token
from tieout.extract.kpi.lexicon import MEMBER_WORDS
from tieout.text import fold

_GENDERS = frozenset({"female", "male", "women", "men", "woman", "man", "diverse", "other"})
_GROUPS = frozenset(word for kind, _, words in MEMBER_WORDS if kind in {"contract", "employment"} for word in words)
MEMBER_HEADS = frozenset({"total", *_GENDERS, *_GROUPS})
NOT_REPORTED = "not reported"
"""The column of those who state no gender."""
_MOST_COLUMNS = 12


def read_member_header(tokens: list[Token], at: int, flat: bool, period: str) -> Header | None:
    """The header whose first member is token ``at``, or None: both genders, side by side.

    One further word may follow each gender, the same every time ("female Headcount male Headcount").
    """
    labels: list[str] = []
    repeated = group = ""
    end = at
    while end < len(tokens) and len(labels) < _MOST_COLUMNS and tokens[end].kind in {Kind.WORD, Kind.ABSENT}:
        word = fold(tokens[end].core)
        if word in _GROUPS:
            if labels and labels[-1] == group:
                return None  # no genders under the group before
            group = word
            labels.append(word)
        elif word in MEMBER_HEADS or (word == NOT_REPORTED and labels):
            labels.append(f"{group} {word}".strip())
        elif labels and (word == repeated or not repeated) and _member_near(tokens, end + 1):
            repeated = word
        elif not (labels and word == repeated):
            break
        end += 1
    said = {word for label in labels for word in label.split()}
    if not {"female", "women", "woman"} & said or not {"male", "men", "man"} & said or labels[-1] == group:
        return None
    if len(set(labels)) < len(labels) or end >= len(tokens) or tokens[end].kind in CELL_KINDS:
        return None  # two columns of one name belong to headings above that cannot be told apart
    if not flat and tokens[end].line == tokens[end - 1].line:
        return None
    columns = tuple(Column(Role.YEAR, period, label) for label in labels)
    return Header(at, at, end, columns, exact=True)


def _member_near(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and fold(tokens[at].core) in MEMBER_HEADS | {NOT_REPORTED}
