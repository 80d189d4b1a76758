"""Sentences of a passage with their place on the page, and the same words healed of line-end hyphens for people."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import lru_cache

from tieout.model import Passage
from tieout.patterns import lazy
from tieout.text import collapse

_END = lazy(
    r"(?<=[.!?])[”\"’)\]]?\s+(?=[A-Z0-9“\"(‘•·])|\s*[•·▪●]\s*|\n\s*›\s+(?=[A-Z])|\n\s*\n|\s*\n\s*[—–]\s+(?=[A-Z0-9])|(?<!\d)(?<!\d[a-z])\s+(?=\(\d{1,2}\)\s)|"
    r"(?<=[a-z]{3}[.!?])(?=[A-Z][a-z]{2})|(?<=\d[a-z][.!?])(?=[A-Z][a-z]+ )|(?<=[a-z]{3}[.!?]\d)(?=[A-Z][a-z]+ [a-z])|"
    r"(?<=[a-z)] \d\.\d)\s+(?=[A-Z“])|(?<=[a-z)] \d\.\d\.\d)\s+(?=[A-Z“])"
)
_LINE = lazy(r"[^\n]+")
_GOES_ON = lazy(
    r"\b(?:the|an?|and|or|of|to|in|with|by|for|on|at|from|our|its|their|January|February|March|April|May|June|July|August|September|October|November|December)$"
)
"""What no title ends with: the sentence goes on in the next line, with a name or a year."""
_TITLE = 0.6
"""The share of the longest line up to which a line can be a title."""
_ITEM = 0.9
"""The same for the last item of a list with marks, which a new paragraph follows."""
_HEADING = lazy(r"(?:\S+\s+){1,14}\d\.\d(?:\.\d)?$")
_ABBREVIATION = lazy(
    r"\b(?:e\.g|i\.e|etc|No|Nos|Co|Ltd|Inc|Corp|Dr|Mr|Ms|Mrs|St|vs|approx|pp?|Art|Sec|Para|Fig|cf|incl|resp|mio|bn|Cie|Bros|Ges|Mag|Ing)\.$|\b[A-Z]\.$"
)
LONGEST = 60
"""Words; what runs on longer without a full stop is a list or a flattened table and is cut around what matters."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its passage (the page's own characters) and its healed text."""

    passage: Passage
    text: str


@lru_cache(maxsize=1024)
def split(passage: Passage, healed: str) -> tuple[Sentence, ...]:
    """The sentences of a passage, in order.

    Args:
        passage: the place; its quote is the page's own text.
        healed: the same words healed, from the chunk that was found there.
    """
    raw = passage.quote
    cuts = [0]
    for match in _END.finditer(raw):
        item = raw[match.end() : match.end() + 1] == "(" or "•" in match.group() or "›" in match.group()
        if item or not _ABBREVIATION.search(raw[: match.start()][-8:]):
            cuts.append(match.end())
    cuts = sorted({*cuts, *_behind_titles(raw), len(raw)})
    found = []
    squeezed, places = _squeeze(healed)
    at = 0
    for start, end in itertools.pairwise(cuts):
        text = raw[start:end]
        lead = len(text) - len(text.lstrip(" \n\t•·▪●›—–"))
        text = text.strip(" \n\t•·▪●›—–")
        if len(text) < 3 or (len(text) < 120 and _HEADING.fullmatch(text)):
            continue
        place = Passage(
            passage.report, passage.page, passage.start + start + lead, passage.start + start + lead + len(text), text
        )
        key, _ = _squeeze(text)
        where = squeezed.find(key, at)
        if where >= 0 and key:
            at = where + len(key)
            found.append(Sentence(place, collapse(healed[places[where] : places[at - 1] + 1])))
        else:
            found.append(Sentence(place, collapse(text)))
    return tuple(found)


def _behind_titles(raw: str) -> list[int]:
    """Where a line ends that is a title: short beside the others, with no stop, and what follows begins anew.

    Lines of running text are filled; a title, or the last line of a paragraph without a stop, is not.
    """
    lines = list(_LINE.finditer(raw))
    longest = max((len(m.group()) for m in lines), default=0)
    return [
        a.end() + 1
        for a, b in itertools.pairwise(lines)
        if len(a.group()) < (_ITEM if a.group()[:1] in "•·▪●—–" else _TITLE) * longest
        and (a.group()[:1].isupper() or a.group()[:1] in "•·▪●—–")
        and re.search(r"[\w)’]\s*$", a.group()) is not None
        and _GOES_ON.search(a.group().rstrip()) is None
        and (b.group()[:1].isupper() or b.group()[:1].isdigit())
    ]


def part(sentence: Sentence, start: int, end: int) -> Passage:
    """The passage of ``sentence``'s own characters ``[start, end)`` of its quote, trimmed."""
    quote = sentence.passage.quote
    while start < end and quote[start].isspace():
        start += 1
    while end > start and quote[end - 1].isspace():
        end -= 1
    p = sentence.passage
    return Passage(p.report, p.page, p.start + start, p.start + end, quote[start:end])


def _squeeze(text: str) -> tuple[str, list[int]]:
    """The text without hyphens and white space, and where each kept character stood."""
    places = [i for i, c in enumerate(text) if not c.isspace() and c not in "-\u00ad‐"]
    return "".join(text[i] for i in places), places


_FUNCTION = lazy(
    r"\b(?:the|an?|of|in|on|to|by|for|with|from|at|as|is|are|was|were|be|been|has|have|had|and|or|that|which|who|its|our|we|their|it|this|these)\b",
    re.IGNORECASE,
)
_CELLS = lazy(r"(?:(?<!\S)\d[\d.,]*\s?(?:%|h|\+)?\s+){4,}")
"""Figures side by side, as in the row of a table."""
_FEW_WORDS = 6


def is_prose(text: str) -> bool:
    """Whether words say something: a heading and the marks along a chart have none that joins them, a row is all figures."""
    if _CELLS.search(text) is not None:
        return False
    return len(re.findall(r"[^\W\d_]{2,}", text)) < _FEW_WORDS or _FUNCTION.search(text) is not None


def shortened(text: str, words: int) -> str:
    """A text cut after so many words, the cut marked."""
    parts = text.split()
    return text if len(parts) <= words else " ".join(parts[:words]) + " …"
