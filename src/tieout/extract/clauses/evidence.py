"""Evidence for a clause outside the index: figures of its metrics, its code in the margin, a section of its name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from tieout.extract.clauses.book import ClauseBook
from tieout.extract.clauses.marks import Mark, MarkKind
from tieout.extract.clauses.stream import Stream
from tieout.model import Clause, Metric, Observation, Passage, Report
from tieout.text import fold

MOST_EVIDENCE = 8
_LEAST_SCORE = 0.5
_NO_FIGURE = frozenset({"not_disclosed", "blank"})
_TAG = re.compile(r"GRI|ESRS|HKEX|KPI|Aspect|SASB|TCFD|IFRS", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][”\"’)]?(?=\s)|\n")
_BRACKETED = re.compile(r"\([^()]{0,80}\)")
_REACH = 240
_SMALL_WORDS = frozenset(
    ["and", "or", "of", "the", "to", "in", "on", "for", "a", "an", "by", "with", "our", "its", "related", "management"]
)


def figures(observations: Iterable[Observation], metrics: Iterable[Metric]) -> dict[str, list[Passage]]:
    """Passages of reported figures by clause id, through the metric that each figure was linked to."""
    clauses = {metric.id: metric.clauses for metric in metrics}
    found: dict[str, list[Passage]] = {}
    for figure in observations:
        if figure.qualifier in _NO_FIGURE or figure.metric_score < _LEAST_SCORE:
            continue
        for clause in clauses.get(figure.metric, ()):
            found.setdefault(clause, []).append(figure.passage)
    return found


def tags(
    report: Report, stream: Stream, book: ClauseBook, marks: Sequence[Mark], indexes: Sequence[tuple[int, int]]
) -> dict[str, list[Passage]]:
    """Passages by clause code where running text or a margin names the clause with its framework ("GRI 302-3")."""
    found: dict[str, list[Passage]] = {}
    for mark in marks:
        if mark.kind not in (MarkKind.ROW, MarkKind.MENTION) or any(
            start <= mark.start < end for start, end in indexes
        ):
            continue
        if not _TAG.search(stream.text, max(0, mark.start - 6), mark.end):
            continue
        passage = stream.passage(report, *_around(stream.text, mark.start, mark.end))
        if passage is not None:
            for code in mark.codes:
                if code in book:
                    found.setdefault(code, []).append(passage)
    return found


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """The line or sentence around a tag, at most a few hundred characters to either side."""
    low = max(0, start - _REACH)
    ends = [m.end() for m in _SENTENCE_END.finditer(text, low, start)]
    stop = _SENTENCE_END.search(text, end, min(len(text), end + _REACH))
    return (ends[-1] if ends else low), (stop.end() if stop else min(len(text), end + _REACH))


def sections(report: Report, clauses: Iterable[Clause]) -> dict[str, list[Passage]]:
    """Headings by clause id that hold all words of the clause's label; a label of one word has to be all of it."""
    named = [(frozenset(_words(section.title)), section) for section in report.sections]
    found: dict[str, list[Passage]] = {}
    for clause in clauses:
        label = frozenset(_words(_BRACKETED.sub(" ", clause.label)))
        if not label:
            continue
        for words, section in named:
            if words == label or (len(label) >= 2 and label <= words):
                quote = report.page(section.page).text[section.start : section.end]
                if quote.strip():
                    passage = Passage(report.id, section.page, section.start, section.end, quote)
                    found.setdefault(clause.id, []).append(passage)
    return found


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_]+", fold(text)) if word not in _SMALL_WORDS]


def ordered(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Passages without repeats in page order, at most eight."""
    return tuple(sorted(dict.fromkeys(passages), key=lambda p: (p.page, p.start, p.end)))[:MOST_EVIDENCE]


def together(*found: Mapping[str, list[Passage]]) -> dict[str, list[Passage]]:
    """Several findings by the same key as one."""
    joined: dict[str, list[Passage]] = {}
    for part in found:
        for key, passages in part.items():
            joined.setdefault(key, []).extend(passages)
    return joined
