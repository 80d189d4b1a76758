"""Ratios that a table implies: a row that is one row over another in every year but one.

Which rows an intensity is made of is often said nowhere. Where an "intensity" follows from two rows of its own table in
at least two years, the table itself has told; the year in which it does not follow is then a contradiction.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tieout.audit.arithmetic import Interval, apart, shown
from tieout.audit.finding import AuditFinding
from tieout.audit.rules import Rule
from tieout.model import Observation, Origin, Passage
from tieout.quantities import rounding_interval
from tieout.text import words

_RATIO = re.compile(r"\bintensity\b|\bper\b", re.IGNORECASE)
_BASE = re.compile(r"\b(?:employees|workforce|staff|headcount|revenue|floor area|output|sales)\b", re.IGNORECASE)
_COMMON = frozenset({"intensity", "total", "per", "of", "the", "and", "in", "by", "emissions", "consumption", "number"})
_MOST_ROWS = 80


@dataclass(frozen=True, slots=True)
class _Row:
    """One printed row: its figures by year."""

    label: str
    cells: dict[str, Observation]

    def interval(self, year: str) -> Interval | None:
        """What would be printed like the figure of this year."""
        return rounding_interval(self.cells[year].raw_value) if year in self.cells else None


def _rows(observations: Sequence[Observation]) -> dict[str, list[_Row]]:
    """The rows of each table, in order, with the figures that are plain numbers."""
    tables: dict[str, dict[tuple[int, int, str], dict[str, Observation]]] = defaultdict(lambda: defaultdict(dict))
    for o in observations:
        if o.origin is Origin.TABLE and o.value is not None and not o.qualifier:
            place = (o.passage.page, o.passage.start, o.indicator)
            tables[f"{o.passage.page}"][place].setdefault(o.period, o)
    return {
        name: [_Row(place[2], cells) for place, cells in sorted(rows.items()) if len(cells) >= 3]
        for name, rows in sorted(tables.items())
    }


def _about_the_same(ratio: _Row, amount: _Row) -> bool:
    """Whether an amount's label shares a telling word with the ratio's."""
    return bool((set(words(ratio.label)) & set(words(amount.label))) - _COMMON)


def _follows(amount: Interval, base: Interval, ratio: Interval) -> bool:
    return base[0] > 0 and not apart((amount[0] / base[1], amount[1] / base[0]), ratio)


def implied_ratios(
    observations: Sequence[Observation], rule: Rule, known: Sequence[AuditFinding]
) -> Iterator[AuditFinding]:
    """Years in which an intensity leaves the relation that its own table shows in all other years.

    Args:
        observations: the report's figures.
        rule: the rule to name.
        known: findings made before; an intensity they quote is not told again, wherever else it is printed.
    """
    quoted = {finding.quotes[0] for finding in known}
    metrics = {o.metric for o in observations if o.metric and o.passage in quoted}
    told = quoted | {o.passage for o in observations if o.metric in metrics}
    tables = _rows(observations)
    usual = [row for rows in tables.values() for row in rows if _BASE.search(row.label)][:_MOST_ROWS]
    for rows in tables.values():
        if len(rows) > _MOST_ROWS:
            continue
        for ratio in rows:
            if _RATIO.search(f"{ratio.label} {next(iter(ratio.cells.values())).unit}".replace("/", " per ")):
                yield from _broken_years(ratio, rows, usual, rule, told)


def _broken_years(
    ratio: _Row, rows: Sequence[_Row], usual: Sequence[_Row], rule: Rule, told: set[Passage]
) -> Iterator[AuditFinding]:
    """``rows`` are those of the ratio's own table, ``usual`` those of other tables that ratios are often made with."""
    for amount in rows:
        if amount is ratio or not _about_the_same(ratio, amount):
            continue
        for base in (*rows, *usual):
            if base is ratio or base is amount:
                continue
            years = sorted(ratio.cells.keys() & amount.cells.keys() & base.cells.keys())
            spans = {y: (amount.interval(y), base.interval(y), ratio.interval(y)) for y in years}
            wrong = [y for y, (a, b, r) in spans.items() if not (a and b and r and _follows(a, b, r))]
            if len(wrong) != 1 or len(years) < 3 or ratio.cells[wrong[0]].passage in told:
                continue
            yield _finding(ratio.cells[wrong[0]], amount.cells[wrong[0]], base.cells[wrong[0]], rule)
            return


def _finding(ratio: Observation, amount: Observation, base: Observation, rule: Rule) -> AuditFinding:
    value = (amount.value or Decimal(0)) / (base.value or Decimal(1))
    return AuditFinding(
        ratio.report, "intensity", rule.severity, f"{ratio.indicator} does not follow in {ratio.period}",
        f"In every other year it is {amount.indicator} over {base.indicator}; in {ratio.period} that gives "
        f"{amount.raw_value} / {base.raw_value} = {shown(value)}, but {ratio.raw_value} is printed.",
        (ratio.passage, amount.passage, base.passage), rule.id,
    )  # fmt: skip
