"""One datapoint of a clause: an index that lists a code line by line says something else of each line.

The list of datapoints that derive from other EU legislation (ESRS 2, Appendix B) repeats "E1-5" for the sources of energy, the
mix and the intensity. A question that names one of them is answered by its line alone, not by what the lines say together.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tieout.ask.wording.focus import content_terms
from tieout.ask.wording.question import Reading
from tieout.ask.wording.words import terms
from tieout.model import Disclosure, DisclosureStatus, Passage
from tieout.patterns import lazy
from tieout.text import collapse

_PARAGRAPH = lazy(r"\bpara(?:graph|s)?\.?\s*(?P<number>\d{1,3})", re.IGNORECASE)
_PLACE = lazy(r"\b(?:pages?|pp?\.|cross-reference)\s.*$", re.IGNORECASE)
_ABSENT = lazy(
    r"\b(?:not (?:material|applicable|relevant|disclosed|reported|available)\b|phase[d]?[- ]in\b|omitted\b|n/?a\b).*$",
    re.IGNORECASE,
)
_UNTOLD = lazy(r"\b(?:no|not|never|omitted|cannot|neither)\b", re.IGNORECASE)
_LEAST = 2
"""Words of the question that a line must say, where it does not say the paragraph."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the row: where it stands in the row's quote, and its words on one line."""

    start: int
    end: int
    text: str


def datapoint(row: Disclosure, reading: Reading) -> Disclosure | None:
    """The row narrowed to the one line that the question names; None where it names none or several alike."""
    lines = _lines(row)
    if len(lines) < 2:
        return None
    paragraphs = {m["number"] for m in _PARAGRAPH.finditer(reading.folded)}
    numbered = [line for line in lines if paragraphs & {m["number"] for m in _PARAGRAPH.finditer(line.text)}]
    best = numbered[0] if len(numbered) == 1 else _by_words(lines, reading)
    return _narrowed(row, best) if best is not None else None


def lettered(row: Disclosure, reading: Reading) -> Disclosure | None:
    """The row as left out, where the question names a part of its code by letter, and the row's note says that this part is not told."""
    code = re.escape(row.code.lower())
    asked = re.search(rf"(?<![\w-]){code}[- ]?\(?(?P<letter>[a-h])\)?(?!\w)", reading.folded)
    if asked is None or not row.explanation:
        return None
    part = re.search(
        rf"(?<![\w-]){code}[- ]?\(?{asked['letter']}\)?(?!\w)(?P<told>[^.]*)", row.explanation, re.IGNORECASE
    )
    if part is None or _UNTOLD.search(part["told"]) is None:
        return None
    return replace(row, code=f"{row.code}{asked['letter']}", status=DisclosureStatus.STATED_ABSENT)


def _lines(row: Disclosure) -> list[_Line]:
    """The lines of a row that begin with its code."""
    if row.passage is None:
        return []
    quote = row.passage.quote
    code = r"\W{0,3}".join(map(re.escape, re.findall(r"\d+|[A-Za-z]+", row.code)))
    starts = [m.start() for m in re.finditer(rf"(?:ESRS\s+)?(?:\d\W{{1,3}})?(?<!\w){code}(?!\w)", quote)]
    return [
        _Line(a, b, collapse(quote[a:b])) for a, b in itertools.pairwise([*starts, len(quote)]) if quote[a:b].strip()
    ]


def _by_words(lines: Sequence[_Line], reading: Reading) -> _Line | None:
    """The line that says more of the question than any other does."""
    asked = [q for q in content_terms(reading.folded) if not any(c.isdigit() for c in q.text)]
    said = [sum(any(q.matches(t) for t in terms(line.text)) for q in asked) for line in lines]
    most = max(said)
    return lines[said.index(most)] if most >= _LEAST and said.count(most) == 1 else None


def _narrowed(row: Disclosure, line: _Line) -> Disclosure | None:
    """The row as this line alone tells it; None where the line tells neither a place nor a reason."""
    passage = row.passage
    absent, place = _ABSENT.search(line.text), _PLACE.search(line.text)
    if passage is None or (absent is None and place is None):
        return None
    text = passage.quote[line.start : line.end].rstrip()
    own = Passage(
        passage.report, passage.page, passage.start + line.start, passage.start + line.start + len(text), text
    )
    told = absent or place
    title = line.text[: told.start()].strip() if told is not None else line.text
    return replace(
        row,
        title=title,
        status=DisclosureStatus.STATED_ABSENT if absent is not None else DisclosureStatus.REPORTED,
        references="" if absent is not None or place is None else place.group(),
        locations=(),
        explanation=absent.group() if absent is not None else "",
        passage=own,
    )
