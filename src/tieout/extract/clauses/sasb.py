"""How SASB metrics are printed: "TC-SI-230a.1". The form is unmistakable, so codes of any industry are taken."""

from __future__ import annotations

import re

from tieout.extract.clauses.book import ClauseBook
from tieout.extract.clauses.marks import Mark, MarkKind, is_mention

_CODE = re.compile(r"(?<![\w-])(?P<code>[A-Z]{2}-[A-Z]{2}-(?:\d{3}[a-z](?:\.\d{1,2})?|000\.[A-Z]))(?![\w])")


def find_marks(text: str, book: ClauseBook) -> list[Mark]:
    """All marks of SASB in the text, in order."""
    marks: list[Mark] = []
    for m in _CODE.finditer(text):
        kind = MarkKind.MENTION if is_mention(text, m.start(), m.end()) else MarkKind.ROW
        code = m.group("code")
        marks.append(Mark(m.start(), m.end(), kind, (code,), code[:5], sure=code in book))
    return marks
