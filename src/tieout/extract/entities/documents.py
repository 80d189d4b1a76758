"""Policies and laws: names of rule books, told apart by who wrote them.

The nearest telling words before a name in its sentence decide: "has formulated the …" makes it the company's own,
"complies with the …" somebody else's. A name that says itself whose it is ("… Law of the People's Republic …") needs no
verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tieout.extract.entities.names import Name, find_names
from tieout.extract.entities.topics import related_topics
from tieout.extract.entities.wording import FOREIGN, LAW_HEADS, OWN, STATE, WEAK_HEADS
from tieout.model import Catalogue, Entity, Page, Passage, Relation, Report
from tieout.text import collapse, fold

_OWN = re.compile(OWN, re.IGNORECASE)
_FOREIGN = re.compile(FOREIGN, re.IGNORECASE)
_STATE = re.compile(STATE)
_SENTENCE = re.compile(r"[.!?•]\s")
_REACH = 420
_EMPTY = frozenset(
    "management response key following policy policies measures measure rules regulations guidelines procedures manual "
    "guide system framework standard standards plan i ii iii short-term new other relevant related main risk".split()
)
"""Words that alone make no name: "Management Measures" heads a column."""


def _before(text: str, at: int) -> str:
    """The sentence in front of a place."""
    start = max(0, at - _REACH)
    cut = 0
    for match in _SENTENCE.finditer(text, start, at):
        cut = match.end()
    return text[max(start, cut) : at]


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((m.start() for m in pattern.finditer(text)), default=-1)


def kind_of(name: Name, before: str) -> str:
    """Tell whether a name is of a "policy" or a "law"; "" for neither."""
    words = name.text.split()
    if len(words) < 2 or len(words) > 24 or all(w in _EMPTY for w in fold(name.text).split()):
        return ""
    own, foreign = _last(_OWN, before), _last(_FOREIGN, before)
    if name.head in LAW_HEADS:
        return "law" if name.forward or len(words) > 1 else ""
    if _STATE.search(name.text) and foreign >= own and foreign >= 0:
        return "law"
    if name.head in WEAK_HEADS:
        strong = name.head == "code" and name.forward
        return "policy" if strong or (own > foreign and len(words) >= 3) else ""
    if foreign > own:
        return "law" if _STATE.search(before[foreign:] + name.text) else "policy" if own >= 0 else "law"
    return "policy"


def find_documents(page: Page, report: Report) -> Iterator[tuple[str, str, Passage]]:
    """(kind, label, passage) of each rule book a page names."""
    text = page.body.text
    for name in find_names(text):
        kind = kind_of(name, _before(text, name.start))
        if kind and not name.text.isupper():
            yield kind, collapse(name.text).strip(" ,."), report.passage(page, name.start, name.end)


def gather(found: Iterable[tuple[str, str, Passage]]) -> dict[tuple[str, str], tuple[str, list[Passage]]]:
    """One entry a name: (kind, folded label) to the label as first printed and all its passages."""
    entries: dict[tuple[str, str], tuple[str, list[Passage]]] = {}
    for kind, label, passage in found:
        key = fold(re.sub(r"\s*\((?:\[?\d{4}).*\)$", "", label))
        entries.setdefault((kind, key), (label, []))[1].append(passage)
    return entries


def extract_documents(report: Report, catalogue: Catalogue) -> tuple[Entity, ...]:
    """The report's policies and laws, by kind, then by first place."""
    entries = gather(item for page in report.pages for item in find_documents(page, report))
    made = []
    for (kind, _key), (label, passages) in entries.items():
        section = report.section_at(passages[0].page, passages[0].start)
        relations: tuple[Relation, ...] = ()
        if kind == "policy":
            relations = related_topics(label, section.trail if section else (), catalogue)
        made.append(
            Entity(
                report=report.id,
                kind=kind,
                label=label,
                passages=tuple(dict.fromkeys(passages)),
                section=section.id if section else "",
                relations=relations,
            )
        )
    return tuple(sorted(made, key=lambda e: (e.kind != "policy", e.passages[0].page, e.passages[0].start)))
