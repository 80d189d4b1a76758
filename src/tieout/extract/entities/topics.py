"""Material topics: the labels of a report's materiality list or matrix, linked to the catalogue where that is sure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tieout.extract.entities.segments import Segment, runs
from tieout.model import Basis, Catalogue, Entity, Page, Relation, Report, Topic
from tieout.text import collapse, fold, words

_PLACE = re.compile(
    r"\bmaterial(?:ity)?\s+(?:topics?|issues?|matri(?:x|ces)|assessment|analysis)\b|\bmateriality\b",
    re.IGNORECASE,
)
_NO_TOPIC = re.compile(
    r"\b(?:importance|impact|matrix|topics?|issues?|table|materiality|material|chapter|section|page|concern)\b",
    re.IGNORECASE,
)
_AXIS = frozenset(
    "important high medium low very level moderate stakeholders on to for of the group company esg".split()
)
"""Words of a matrix's axes and legend; a label made of them alone is no topic."""
_SMALL = frozenset("of and the for in on to with a an management".split())
_LEAST_RUN = 6
_LEAST_LIKE = 0.6


def _key(text: str) -> frozenset[str]:
    return frozenset(w[:6] for w in words(text) if w not in _SMALL)


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
    trail = {title for s in report.sections if s.page == page.number for title in s.trail}
    section = report.section_at(page.number, 0)
    trail |= set(section.trail) if section else set()
    return any(_PLACE.search(title) for title in trail) or len(_PLACE.findall(page.body.text)) >= 2


def _candidates(run: Iterable[Segment], organization: str) -> list[Segment]:
    """The labels of a run that can be topics: no words of axes, no headings in capitals, not the organization."""
    no_topic = _AXIS | set(words(organization))
    return [
        s
        for s in run
        if not _NO_TOPIC.search(s.text)
        and 1 <= len(s.text.split()) <= 8
        and len(s.text) > 3
        and not s.text.isupper()
        and s.text[-1].isalnum()
        and not set(words(s.text)) <= no_topic
    ]


def extract_topics(report: Report, catalogue: Catalogue) -> tuple[Entity, ...]:
    """The material topics of a report in order of their place; repeated labels are one topic."""
    found: dict[str, Entity] = {}
    for page in report.pages:
        if not _topical(report, page):
            continue
        for run in runs(page.body.text, _LEAST_RUN):
            labels = _candidates(run, report.organization)
            linked = [link_topic(s.text, catalogue) for s in labels]
            # A list is one of material topics because the catalogue knows many of its labels; a table in title case
            # falls apart into single words and is none.
            long = sum(len(s.text.split()) > 1 for s in labels)
            if (
                len(labels) < _LEAST_RUN
                or 2 * long < len(labels)
                or sum(t is not None for t, _ in linked) < max(3, len(labels) // 4)
            ):
                continue
            for segment, (topic, score) in zip(labels, linked, strict=True):
                passage = report.passage(page, segment.start, segment.end)
                section = report.section_at(page.number, passage.start)
                found.setdefault(
                    fold(segment.text),
                    Entity(
                        report=report.id, kind="topic", label=collapse(segment.text), passages=(passage,),
                        section=section.id if section else "", concept=f"topic:{topic.id}" if topic else "",
                        score=score if topic else 0.5,
                        relations=(Relation("topic", f"topic:{topic.id}", Basis.INFERRED, score),) if topic else (),
                    ),
                )  # fmt: skip
    return tuple(found.values())
