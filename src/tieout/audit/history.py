"""Rows against their own past and their neighbours: digits after the point, and what a note says of the direction."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tieout.audit.arithmetic import apart, interval
from tieout.audit.finding import AuditFinding
from tieout.audit.rules import Rule
from tieout.model import Observation, Origin

_HIGHER = re.compile(
    r"\b(?:the|a) (?:relatively |comparatively )?(higher|lower) [\w -]{3,60}? (?:among|of|for|in)\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _rows(observations: Sequence[Observation]) -> list[dict[str, Observation]]:
    """The figures of each printed table row by year, in page order."""
    rows: dict[tuple[int, str, int, int, str], dict[str, Observation]] = defaultdict(dict)
    for o in observations:
        if o.origin is Origin.TABLE and o.value is not None:
            rows[(o.passage.page, o.table, o.row, o.passage.start, o.indicator)].setdefault(o.period, o)
    return [cells for _, cells in sorted(rows.items())]


def _decimals(o: Observation) -> int:
    exponent = o.value.as_tuple().exponent if o.value is not None else 0
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def precision_is_kept(observations: Sequence[Observation], rule: Rule) -> Iterator[AuditFinding]:
    """A row prints as many decimals in its last year as in each year before; a last zero left off is no change.

    One finding a table and unit, with a neighbour that kept its decimals where there is one.
    """
    changed: dict[tuple[int, str], list[tuple[Observation, str, str]]] = defaultdict(list)
    kept: dict[tuple[int, str], list[Observation]] = defaultdict(list)
    for cells in _rows(observations):
        years = sorted(cells)
        if len(years) < 3 or not all(y.isdigit() for y in years) or not all(cells[y].value for y in years):
            continue
        last, before = cells[years[-1]], [_decimals(cells[y]) for y in years[:-1]]
        at = (last.passage.page, last.unit)
        if len(set(before)) == 1 and abs(_decimals(last) - before[0]) >= 2:
            changed[at].append((last, cells[years[-2]].raw_value, years[-1]))
        elif {_decimals(last)} == set(before):
            kept[at].append(last)
    for at, rows in sorted(changed.items()):
        first, earlier, year = rows[0]
        neighbours = sorted(kept[at], key=lambda o: (_kin(o, first), o.passage.start))
        beside = f", while “{neighbours[0].indicator}” keeps its own" if neighbours else ""
        yield AuditFinding(
            first.report, "precision", rule.severity, f"{first.indicator}: decimals change in {year}",
            f"{earlier} before, {first.raw_value} in {year}{beside}.",
            tuple(dict.fromkeys([*(o.passage for o, _, _ in rows[:2]), *(o.passage for o in neighbours[:1])])), rule.id,
        )  # fmt: skip


def _kin(o: Observation, row: Observation) -> int:
    """0 for a row of the same kind of figure (two splits of one rate), 1 for another."""
    return int(o.metric.split("-by-")[0] != row.metric.split("-by-")[0] or not o.metric)


def notes_agree(observations: Sequence[Observation], rule: Rule) -> Iterator[AuditFinding]:
    """A note that calls its row the higher (or lower) one of a split is borne out by the last year's figures."""
    for o in observations:
        if o.origin is not Origin.TABLE or not o.metric or len(o.dimensions) != 1 or interval(o) is None:
            continue
        for note in o.notes:
            said = _HIGHER.search(note.quote[:300])
            if said is None or _other_year(note.quote, o.period) or not _latest(o, observations):
                continue
            others = [
                p
                for p in observations
                if (p.metric, p.period, p.table, p.passage.page) == (o.metric, o.period, o.table, o.passage.page)
                and p.dimensions != o.dimensions and len(p.dimensions) == 1 and interval(p) is not None
            ]  # fmt: skip
            sign = 1 if said[1].casefold() == "higher" else -1
            if others and all(_below(o, p, sign) for p in others):
                yield AuditFinding(
                    o.report, "note_direction", rule.severity,
                    f"The note calls {o.indicator} {said[1].casefold()}, the figure does not ({o.period})",
                    f"{o.indicator}: {o.raw_value}; {', '.join(f'{p.indicator}: {p.raw_value}' for p in others[:3])}.",
                    tuple(dict.fromkeys([note, o.passage, others[0].passage])), rule.id,
                )  # fmt: skip


def _other_year(note: str, period: str) -> bool:
    years = set(_YEAR.findall(note))
    return bool(years) and period not in years


def _latest(o: Observation, observations: Sequence[Observation]) -> bool:
    return o.period == max(p.period for p in observations if p.passage == o.passage)


def _below(o: Observation, other: Observation, sign: int) -> bool:
    here, there = interval(o), interval(other)
    lower = (o.value or Decimal(0)) * sign < (other.value or Decimal(0)) * sign
    return here is not None and there is not None and apart(here, there) and lower
