"""How SASB metrics are printed: "TC-SI-230a.1". The form is unmistakable, so codes of any industry are taken.

The standards' own tables print topic, metric, category and unit before the code; the answer stands behind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tieout.extract.clauses.book import ClauseBook
from tieout.extract.clauses.marks import Mark, MarkKind, is_mention
from tieout.text import collapse

_CODE = re.compile(r"(?<![\w-])(?P<code>[A-Z]{2}-[A-Z]{2}-(?:\d{3}[a-z](?:\.\d{1,2})?|000\.[A-Z]))(?![\w])")
_CATEGORY = re.compile(
    r"\s(?:Quantitative|Qualitative|Discussion (?:and|&) Analysis|Discussion(?=\s(?:[Nn]/?[Aa]|[-–—])))(?!\w)"
)
_OPENER = re.compile(
    r"(?<!\S)(?:\(1\)\s|(?<!\(1\) )(?:Number of|Percentage of|Total (?:amount|number|weight|energy|water|employee)"
    r"|Description of|Discussion of|Gross global|Amount of|Average|Revenue|Approach to|Product design"
    r"|Employee engagement)"
    r"(?!\w))"
)
_MOST_BEFORE = 900


def find_marks(text: str, book: ClauseBook) -> list[Mark]:
    """All marks of SASB in the text, in order."""
    marks: list[Mark] = []
    for m in _CODE.finditer(text):
        kind = MarkKind.MENTION if is_mention(text, m.start(), m.end()) else MarkKind.ROW
        code = m.group("code")
        marks.append(Mark(m.start(), m.end(), kind, (code,), code[:5], sure=code in book))
    return marks


def titles_before(lead: str, tails: Sequence[str]) -> tuple[list[str], list[str]] | None:
    """Titles and answers of rows whose metric stands before its code; None where it stands behind.

    Args:
        lead: the text before the first code.
        tails: the text from each code to the next.
    """
    befores = [lead[-_MOST_BEFORE:], *tails[:-1]]
    categorized = sum(_CATEGORY.search(text[-120:]) is not None for text in befores)
    if categorized * 2 <= len(befores):
        return None
    titles: list[str] = []
    answers: list[str] = []
    for at, text in enumerate(befores):
        category = _CATEGORY.search(text, max(0, len(text) - 120))
        end = category.start() if category else len(text)
        starts = [m.start() for m in _OPENER.finditer(text, 0, end)]
        start = starts[-1] if starts else end
        titles.append(collapse(text[start:end]))
        if at:
            answers.append(text[:start])
    return titles, [*answers, tails[-1]]
