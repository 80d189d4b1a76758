"""Material topics: the labels of a report's materiality list or matrix, linked to the catalogue where that is sure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from tieout.extract.entities.segments import Segment
from tieout.extract.entities.topic_lists import announced_lists, label_lists
from tieout.model import Basis, Catalogue, Entity, Page, Relation, Report, Topic
from tieout.text import collapse, fold, words

_PLACE = re.compile(
    r"\bmaterial(?:ity)?\s+(?:topics?|issues?|matri(?:x|ces)|assessment|analysis)\b|\bmateriality\b"
    r"|\b(?:material|priority|key|focal|significant)\s(?:ESG |sustainability |non-financial )?"
    r"(?:topics|issues|themes|subjects)\b",
    re.IGNORECASE,
)
_NO_TOPIC = re.compile(
    r"\b(?:importance|relevance|financial impact|impact (?:on|of)|matrix|topics?|issues?"
    r"|table|materiality|material(?! effic)|chapter|section|page|concern|article"
    r"|regulation|delegated|GRI|ESRS|SASB|SDGs?)\b|\b(?:and|of|the|with|for|to|in|is|are|by|as|at|on)$|(?:^|\s)\d+$",
    re.IGNORECASE,
)
_AXIS = frozenset(
    "important high medium low very level moderate stakeholders on to for of the group company esg environment"
    " environmental social governance economic matters approach our priority".split()
)
"""Words of a matrix's axes and legend; a label made of them alone is no topic."""
_SMALL = frozenset("of and the for in on to with a an management".split())
_PILLAR = re.compile(r"(?:Environment|Social|Governance)\s(?=[A-Z][\w-]*\s[a-z])")
_LEAST_RUN = 6
_LEAST_ITEMS = 4
_MOST_WORDS = 14
_NEAR = 1
"""Pages behind a heading that it still speaks of."""
_LEAST_LIKE = 0.6


@lru_cache(maxsize=4096)
def _key(text: str) -> frozenset[str]:
    return frozenset(w[:6] for w in words(text) if w not in _SMALL)


def _by_stem(catalogue: Catalogue) -> dict[str, list[frozenset[str]]]:
    """The names of topics, as stems, by each stem; without the pillars, which head lists."""
    found: dict[str, list[frozenset[str]]] = {}
    for topic in catalogue.topics:
        for name in {_key(name) for name in (topic.label, *topic.synonyms)} if topic.broader else ():
            for stem in name:
                found.setdefault(stem, []).append(name)
    return found


def _explained(text: str, names: Mapping[str, Sequence[frozenset[str]]]) -> float:
    """The share of stems that a label has in common with the best of the catalogue's names."""
    key = _key(text)
    return max((len(key & name) / len(key | name) for stem in key for name in names.get(stem, ())), default=0.0)


def link_topic(label: str, catalogue: Catalogue) -> tuple[Topic | None, float]:
    """The catalogue's topic that a label names best, with the share of stems both have (0..1); None below 0.6."""
    key = _key(label)
    best: tuple[float, str, Topic] | None = None
    for topic in catalogue.topics:
        for name in (topic.label, *topic.synonyms):
            other = _key(name)
            if key and other:
                alike = len(key & other) / len(key | other)
                if best is None or (alike, best[1]) > (best[0], topic.id):
                    best = (alike, topic.id, topic)
    return (best[2], round(best[0], 2)) if best and best[0] >= _LEAST_LIKE else (None, 0.0)


def related_topics(label: str, trail: Sequence[str], catalogue: Catalogue) -> tuple[Relation, ...]:
    """Topics of a thing by its name, else by the headings above it; inferred, with a score."""
    for text, weight in ((label, 1.0), *((title, 0.7) for title in reversed(trail))):
        key = _key(text)
        found = []
        for topic in catalogue.topics:
            names = [name for name in map(_key, (topic.label, *topic.synonyms)) if name]
            if topic.broader and any(name <= key for name in names):
                found.append(topic.id)
        if found:
            score = round(weight * 0.8, 2)
            return tuple(Relation("topic", f"topic:{t}", Basis.INFERRED, score) for t in sorted(found)[:3])
    return ()


def _topical(report: Report, page: Page) -> bool:
    """Whether a page speaks of material topics: in a heading above it or often enough itself."""
    titles = [s.title for s in report.sections if page.number - _NEAR <= s.page <= page.number]
    return any(_PLACE.search(title) for title in titles) or len(_PLACE.findall(page.body.text)) >= 2


def _own(segment: Segment) -> Segment:
    """A label without the pillar's name that a row's first cell put in front: "Social Health of crews"."""
    pillar = _PILLAR.match(segment.text)
    cut = pillar.end() if pillar else 0
    return Segment(segment.start + cut, segment.end, segment.text[cut:])


def _candidates(run: Iterable[Segment], organization: str) -> list[Segment]:
    """The labels of a run that can be topics: no words of axes, no headings in capitals, not the organization."""
    no_topic = _AXIS | set(words(organization))
    return [
        s
        for s in map(_own, run)
        if not _NO_TOPIC.search(s.text)
        and 1 <= len(s.text.split()) <= _MOST_WORDS
        and len(s.text) > 3
        and not s.text.isupper()
        and (s.text[-1].isalnum() or s.text[-1] == ")")
        and (not set(words(s.text)) <= no_topic or fold(s.text) == "esg governance")
    ]


def extract_topics(report: Report, catalogue: Catalogue) -> tuple[Entity, ...]:
    """The material topics of a report in order of their place; repeated labels are one topic."""
    found: dict[str, Entity] = {}
    names = _by_stem(catalogue)
    for page in report.pages:
        text = page.body.text
        lists = [(items, _LEAST_ITEMS) for items in announced_lists(text)]
        if _topical(report, page):
            lists += [(run, _LEAST_RUN) for run in label_lists(text, lambda label: _explained(label, names))]
        for run, least in lists:
            labels = _candidates(run, report.organization)
            linked = [link_topic(s.text, catalogue) for s in labels]
            # A list is one of material topics because the catalogue knows many of its labels; a table in title case
            # falls apart into single words and is none.
            long = sum(len(s.text.split()) > 1 for s in labels)
            if (
                len(labels) < least
                or 2 * long < len(labels)
                or sum(t is not None for t, _ in linked) < max(3, len(labels) // 4)
            ):
                continue
            for segment, (topic, score) in zip(labels, linked, strict=True):
                passage = report.passage(page, segment.start, segment.end)
                section = report.section_at(page.number, passage.start)
                key = " ".join(w for w in words(segment.text) if w != "and")
                if key in found:
                    places = dict.fromkeys((*found[key].passages, passage))
                    found[key] = replace(found[key], passages=tuple(places))
                    continue
                found[key] = Entity(
                    report=report.id, kind="topic", label=collapse(segment.text), passages=(passage,),
                    section=section.id if section else "", concept=f"topic:{topic.id}" if topic else "",
                    score=score if topic else 0.5,
                    relations=(Relation("topic", f"topic:{topic.id}", Basis.INFERRED, score),) if topic else (),
                )  # fmt: skip
    return tuple(found.values())
