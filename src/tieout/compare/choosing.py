"""Which figure stands for a report: the level of its own year for the whole, never a goal, a change or a part."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from tieout.extract.levels import levels
from tieout.model import Clause, Disclosure, Metric, Observation
from tieout.text import fold

_MOST_ASKERS = 2
_FEW_PAGES = 3
_PRINTED_METHODS = ("market", "location")
_WORD = re.compile(r"[^\W\d_]{4,}")
_COMMON = frozenset(
    "number total rate share percentage average employee employees work working year annual report reports with that"
    " from were have their other new made this than more company group people cases reported during management general"
    " hours days time tonnes metric million thousand unit units cost costs amount value rates percent".split()
)


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
    figures: Iterable[Observation], said: Disclosure, clause: Clause, metrics: Iterable[Metric]
) -> list[Observation]:
    """Figures without a metric that the report prints where its index points, of things that this clause asks about.

    The label of a table's row has to share a word with the names of the clause's metrics that at most one other
    clause's have. A total in words stands for a figure a head by its unit, where the index points to few pages.
    """
    pages = {location.page for location in said.locations if location.page}
    unit, _, base = clause.unit_hint.partition(" per ")
    total = unit if base and len(pages) <= _FEW_PAGES else ""
    askers: dict[str, set[str]] = defaultdict(set)
    for metric in metrics:
        asking = {c for c in metric.clauses if c.partition(":")[0] == said.framework}
        for name in (metric.label, *metric.synonyms):
            for word in _words(name):
                askers[word] |= asking
    own = {word for word, asking in askers.items() if clause.id in asking and len(asking) <= _MOST_ASKERS}
    rows: dict[tuple[str, ...], Observation] = {}
    for o in levels(figures):
        if o.metric or o.passage.page not in pages:
            continue
        if (own & _words(o.indicator)) if o.origin == "table" else (total and o.unit_canonical == total):
            rows.setdefault((fold(o.indicator), split_of(o), o.period), o)
    return [rows[key] for key in sorted(rows)]


def _words(text: str) -> set[str]:
    return {word.removesuffix("s") for word in _WORD.findall(fold(text)) if not {word, f"{word}s"} & _COMMON}
