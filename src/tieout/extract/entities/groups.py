"""Names of stakeholder groups: as rows of a table, as a row of heads, and in a sentence that lists them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tieout.extract.entities.wording import STAKEHOLDERS

_JOIN = r"\s{0,2}(?:/|,|&|and\b|or\b)\s{0,2}(?:(?:and|other|the|local|potential|all)\s){0,2}"
_GROUP = re.compile(
    rf"(?:The )?(?i:\b(?:{STAKEHOLDERS}))(?![\w-])(?:\s\([^()]{{1,60}}\))?"
    rf"(?:{_JOIN}(?:(?i:{STAKEHOLDERS})(?![\w-])|[a-z]{{3,20}}(?:\s[a-z]{{3,20}}){{0,2}}(?![\w-])))*"
)
_WHOLE = re.compile(rf"(?i:(?:{STAKEHOLDERS}))(?![\w-])")
_SINGULAR = re.compile(
    r"(?i:government|capital market|staff|workforce|communit|public|society|media|press|academia|environment|nature"
    r"|board|financial market|planet)"
)
_LIST = re.compile(
    r"(?i:\bstakeholders?(?: groups?| categories)?)(?:\s?[,(:–-])?\s?"
    r"(?:(?:include|includes|including|such as|are comprised of|comprised? of|consist(?:s|ing)? of|comprise|are|namely"
    r"|like)\b:?\s)?"
    r"(?P<items>[^.;:)]{12,400})"
)
_ITEM = re.compile(r"\s*(?:,|;|•|\band\b|\bas well as\b|\s[–-](?=\s?[A-Z]))\s*")
_LEAD = re.compile(
    r"^(?:and|our|the|its|their|all|as well as|internal|external|potential|other|also|current)\s", re.IGNORECASE
)
_STARTS = re.compile(r"\b\w")
_CLAUSE = re.compile(r"\b(?:we|they|it|who|which|that|when|where|is|are|was|were|have|has)\b", re.IGNORECASE)
_LEAST = 3
_MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Group:
    """A group's name: half-open span in a page's body."""

    start: int
    end: int


def table_groups(text: str, start: int, stop: int) -> Iterator[Group]:
    """Names that begin with a capital and end before one, as the first cell of a row does."""
    for match in _GROUP.finditer(text, start, stop):
        after = text[match.end() : match.end() + 2].lstrip()
        if match.group()[0].isupper() and not (after and after[0].islower()):
            yield Group(match.start(), match.end())


def is_plural(name: str) -> bool:
    """Whether a name is of a group rather than the first word of "Customer Satisfaction"."""
    name = re.sub(r"^the ", "", name, flags=re.IGNORECASE)
    first = _WHOLE.match(name)
    return first is not None and (first.group().casefold().endswith("s") or _SINGULAR.match(name) is not None)


def head_row(text: str) -> list[Group]:
    """The longest row of at least four groups that follow each other with nothing between, as heads of columns do."""
    best: list[Group] = []
    run: list[Group] = []
    for match in _WHOLE.finditer(text):
        if not match.group()[0].isupper() or not is_plural(match.group()):
            continue
        if run and text[run[-1].end : match.start()].strip(" \n&"):
            run = []
        run = [*run, Group(match.start(), match.end())][:40]
        best = max(best, run, key=len)
    return best if len(best) > _LEAST else []


def listed_groups(text: str) -> list[Group]:
    """The groups of the sentences that list a company's stakeholders; most of a list's items must be known groups."""
    found: list[Group] = []
    for match in _LIST.finditer(text):
        start = match.start("items")
        items: list[Group] = []
        told = 0
        for begin, end in _parts(match["items"]):
            name = match["items"][begin:end]
            while lead := _LEAD.match(name):
                begin, name = begin + lead.end(), name[lead.end() :]
            if not name or len(name.split()) > _MOST_WORDS:
                break
            told += 1
            if any(_WHOLE.match(name, at.start()) for at in _STARTS.finditer(name)) and not _CLAUSE.search(name):
                items.append(Group(start + begin, start + begin + len(name)))
        if len(items) >= _LEAST and 4 * len(items) >= 3 * told:
            found += items
    return found


def _parts(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for match in _ITEM.finditer(text):
        if match.start() > at:
            yield at, match.start()
        at = match.end()
    if at < len(text):
        yield at, len(text.rstrip())
