"""Which figure stands for a report: the level of its own year for the whole, never a goal, a change or a part."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from tieout.model import Disclosure, Metric, Observation
from tieout.text import fold

# Words before a figure with which a text speaks of what is meant to be, or of what has changed.
_AIMED = re.compile(
    r"(?<!\w)(?:targets?|targeted|goals?|aims?|aiming|should|shall|must|plans?|planned|intends?|ambition|quota"
    r"|by 20[2-9]\d|until 20[2-9]\d)(?!\w)",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"(?:reduc|decreas|increas|declin|cut|fell|fall|rose|rise|grew|lower|sav|avoid|improv)\w{0,7}"
    r"(?:\s[\w-]{1,12}){0,3}?\s(?:by|of)\s(?:about\s|around\s|over\s|nearly\s|some\s|EUR\s|USD\s)?\W{0,2}$",
    re.IGNORECASE,
)
_REACH = 90
_MOST_ASKERS = 2
_PRINTED_METHODS = ("market", "location")
_WORD = re.compile(r"[^\W\d_]{4,}")
_COMMON = frozenset(
    "number total rate share percentage average employee employees work working year annual report reports with that"
    " from were have their other new made this than more company group people cases reported during management general"
    " hours days time tonnes metric million thousand unit units cost costs amount value rates percent".split()
)


def levels(figures: Iterable[Observation]) -> list[Observation]:
    """The figures that tell how things stood: no goals, no changes, no cells without a number."""
    return [o for o in figures if o.value is not None and not _aims_or_changes(o)]


def _aims_or_changes(o: Observation) -> bool:
    """A table's row is what its label says; a sentence is read up to the figure."""
    if o.origin == "table":
        return _AIMED.search(o.indicator) is not None
    before = o.passage.quote[: max(0, o.cell[0] - o.passage.start)] if o.cell[1] else o.indicator
    near = " ".join(before[-_REACH:].split()) + " "
    return _AIMED.search(near) is not None or _CHANGED.search(near) is not None


def split_of(o: Observation) -> str:
    """The dimensions of a figure as one word, "" for a total."""
    return "|".join(f"{d.type}={d.value.casefold()}" for d in o.dimensions)


def headline(figures: Sequence[Observation]) -> list[Observation]:
    """One figure for each metric, split and year: tables before text, the surer link first, then page order.

    Rows of one table with the same label and different figures are parts of something; none of them is the whole.
    """
    parts = _parts(figures)
    best: dict[tuple[str, str, str], Observation] = {}
    for o in sorted(
        (o for o in figures if _row_key(o) not in parts),
        key=lambda o: (o.origin != "table", -o.metric_score, o.passage.page, o.passage.start, o.cell),
    ):
        best.setdefault((o.metric, split_of(o), o.period), o)
    return [best[key] for key in sorted(best)]


def _row_key(o: Observation) -> tuple[str, ...]:
    return (o.report, o.table, o.metric, split_of(o), o.period, fold(o.indicator)) if o.table else ()


def _parts(figures: Iterable[Observation]) -> set[tuple[str, ...]]:
    rows: dict[tuple[str, ...], set[object]] = defaultdict(set)
    for o in figures:
        if o.table:
            rows[_row_key(o)].add(o.value)
    return {key for key, values in rows.items() if len(values) > 1}


def method_named(o: Observation, figures: Iterable[Observation], metrics: dict[str, Metric]) -> str:
    """The metric of ``o``, or its variant by method where the report names the method beside the same figure."""
    for method in _PRINTED_METHODS:
        variant = f"{o.metric}-{method}"
        if variant in metrics and any(
            other.value == o.value
            and (other.report, other.period) == (o.report, o.period)
            and f"{method}-based" in " ".join(other.passage.quote.casefold().split())
            for other in figures
        ):
            return variant
    return o.metric


def instead(
    figures: Iterable[Observation], said: Disclosure, clause: str, metrics: Iterable[Metric]
) -> list[Observation]:
    """Rows without a metric that the report prints where its index points, of things that only this clause asks about.

    A row's label has to share a word with the names of the clause's metrics that at most one other clause's have.
    """
    pages = {location.page for location in said.locations if location.page}
    askers: dict[str, set[str]] = defaultdict(set)
    for metric in metrics:
        asking = {c for c in metric.clauses if c.partition(":")[0] == said.framework}
        for name in (metric.label, *metric.synonyms):
            for word in _words(name):
                askers[word] |= asking
    own = {word for word, asking in askers.items() if clause in asking and len(asking) <= _MOST_ASKERS}
    rows: dict[tuple[str, ...], Observation] = {}
    for o in levels(figures):
        if not o.metric and o.origin == "table" and o.passage.page in pages and own & _words(o.indicator):
            rows.setdefault((fold(o.indicator), split_of(o), o.period), o)
    return [rows[key] for key in sorted(rows)]


def _words(text: str) -> set[str]:
    return {word.removesuffix("s") for word in _WORD.findall(fold(text)) if not {word, f"{word}s"} & _COMMON}
