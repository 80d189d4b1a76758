"""Evidence for a clause outside the index: figures of its metrics, its code in the margin, a section of its name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from tieout.extract.clauses.book import ClauseBook
from tieout.extract.clauses.marks import Mark, MarkKind
from tieout.extract.clauses.stream import Stream
from tieout.extract.clauses.wraps import SAYS_OMITTED
from tieout.extract.levels import levels
from tieout.model import Catalogue, Clause, Metric, Observation, Passage, Report
from tieout.text import fold

MOST_EVIDENCE = 8
_LEAST_SCORE = 0.5
_SURE, _SURE_IN_TEXT = 0.7, 0.9
_NO_FIGURE = frozenset({"not_disclosed", "blank"})
_TAG = re.compile(r"GRI|ESRS|HKEX|KPI|Aspect|SASB|TCFD|IFRS", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][”\"’)]?(?=\s)|\n")
_BRACKETED = re.compile(r"\([^()]{0,80}\)")
_REACH = 240
_SAYING = re.compile(r"(?<![^\W_])[^\W\d_]{3,}(?![^\W_])(?<!GRI)(?<!KPI)(?<!ESRS)(?<!HKEX)(?<!SASB)(?<!TCFD)")
_IN_BRACKETS = re.compile(r"[\[(][^\[\]()]{0,60}\d")
_LEAST_WORDS = 2
_COUNTING = frozenset("total number rate share percentage average new used use other all per cases amount".split())
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


def telling(
    observations: Iterable[Observation], catalogue: Catalogue, listed: Collection[str], year: int
) -> dict[str, list[Passage]]:
    """Passages of the figures that alone show a clause to be answered, by clause id.

    They are levels of the report's ``year`` (0: of any) that are surely linked to a metric which shares words with the
    clause's label. A metric of a clause that the report's index lists (``listed``, clause ids) is spoken for: it shows
    no other clause of that framework.
    """
    asked = {clause.id: _stems(clause.label) for clause in catalogue.clauses}
    shown = {metric.id: _shown(metric, asked, listed) for metric in catalogue.metrics}
    found: dict[str, list[Passage]] = {}
    for figure in levels(observations):
        in_table = figure.origin == "table"
        if figure.metric_score < (_SURE if in_table else _SURE_IN_TEXT) or (year and str(year) not in figure.period):
            continue
        if not in_table and len(figure.indicator.split()) < _LEAST_WORDS:
            continue
        for clause in shown.get(figure.metric, ()):
            found.setdefault(clause, []).append(figure.passage)
    return found


def _shown(metric: Metric, asked: Mapping[str, set[str]], listed: Collection[str]) -> list[str]:
    """The clauses that figures of a metric show; ``asked`` are the words of every clause's label."""
    taken = {id_.partition(":")[0] for id_ in metric.clauses if id_ in listed}
    names = {word for name in (metric.label, *metric.synonyms) for word in _stems(name)}
    return [
        id_
        for id_ in metric.clauses
        if id_ in listed or (id_.partition(":")[0] not in taken and _alike(names, asked.get(id_, set())))
    ]


def _alike(names: set[str], label: set[str]) -> bool:
    """Whether names of a metric have two words of a clause's label, or half of a short one."""
    shared = len(names & label)
    return shared >= 2 or (shared > 0 and shared * 2 >= len(label))


def _stems(label: str) -> set[str]:
    """The telling words of a label without their plural."""
    words = (word for word in _words(label) if len(word) > 2 and word not in _COUNTING)
    return {word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s") for word in words}


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


def worded(passages: Iterable[Passage]) -> list[Passage]:
    """Those that say something and put the tag behind it in brackets, and do not say that it is left out.

    Tags in a margin run into the text beside them; they tell where a subject is treated, not that figures stand there.
    """
    return [
        p
        for p in passages
        if len(_SAYING.findall(p.quote)) >= _LEAST_WORDS
        and _IN_BRACKETS.search(p.quote)
        and not SAYS_OMITTED.search(p.quote)
    ]


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
