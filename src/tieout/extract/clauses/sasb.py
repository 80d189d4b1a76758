"""How SASB metrics are printed: "TC-SI-230a.1". The form is unmistakable, so codes of any industry are taken."""

from __future__ import annotations

import re

from tieout.extract.clauses.book import ClauseBook
from tieout.extract.clauses.marks import Mark, MarkKind, is_mention

_CODE = re.compile(r"(?<![\w-])(?P<code>[A-Z]{2}-[A-Z]{2}-(?:\d{3}[a-z](?:\.\d{1,2})?|000\.[A-Z]))(?![\w])")


def find_marks(text: str, book: ClauseBook) -> list[Mark]:
    """All marks of SASB in the text, in order."""
    return [
        Mark(m.start(), m.end(), MarkKind.ROW, (m.group("code"),), m.group("code")[:5], sure=m.group("code") in book)
        for m in _CODE.finditer(text)
        if not is_mention(text, m.start(), m.end())
    ]
