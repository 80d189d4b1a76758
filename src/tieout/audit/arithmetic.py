"""Arithmetic over a report's figures, within what rounding allows.

A printed figure stands for an interval: half a unit of its last digit to either side. A check fails only where the
intervals leave no way out, so that honest rounding is never called a contradiction.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from tieout.audit.finding import AuditFinding
from tieout.audit.rules import Rule
from tieout.model import Observation, Origin, Passage
from tieout.quantities import rounding_interval

_PART_OF = re.compile(r"\s*of (?:these |the |all |our |its )?\d", re.IGNORECASE)

_BOUNDS = {"over": 1, "at_least": 1, "nearly": -1, "at_most": -1}
_FAR = Decimal("1e30")
_SMALL = 20  # counts up to here may be wrong by any factor
_LEAST = Decimal("0.8")

Interval = tuple[Decimal, Decimal]


def interval(o: Observation) -> Interval | None:
    """The canonical values that would be printed like this figure; None for a bound or an unread figure."""
    if o.value is None or o.qualifier:
        return None
    start, end = (at - o.passage.start for at in o.cell)
    # the raw figure may carry its unit or currency; the cell is the figure alone
    printed = rounding_interval(o.raw_value) or rounding_interval(o.passage.quote[max(start, 0) : max(end, 0)])
    if printed is None:
        return None
    half = (printed[1] - printed[0]) / 2
    centre = o.value_canonical if o.value_canonical is not None else o.value
    scaled = half * abs(centre / o.value) if o.value else half
    return centre - scaled, centre + scaled


def allowed(o: Observation) -> Interval | None:
    """The values that a mention leaves open: its interval, or all on one side of "over" or "nearly"."""
    side = _BOUNDS.get(o.qualifier)
    exact = interval(replace(o, qualifier="")) if side is not None else interval(o)
    if exact is None or side is None:
        return exact
    return (exact[0], _FAR) if side > 0 else (-_FAR, exact[1])


def _comparable(table: Interval, mention: Interval) -> bool:
    """Whether two figures may be of one thing: within a factor of three, small, or off by a power of ten."""
    here = (table[0] + table[1]) / 2
    there = next((v for v in mention if abs(v) != _FAR), here)
    small, large = sorted((abs(here), abs(there)))
    if not small or large <= _SMALL:
        return True
    ratio = large / small
    return ratio <= 3 or any(abs(ratio / 10**n - 1) < Decimal("0.02") for n in (1, 2, 3, 6))


def apart(one: Interval, other: Interval) -> bool:
    """Whether two intervals have no value in common."""
    return one[1] < other[0] or other[1] < one[0]


def shown(value: Decimal) -> str:
    """A computed value with at most four decimals, for an explanation."""
    return format(value.quantize(Decimal("0.0001")).normalize(), "f")


def _by_year(observations: Iterable[Observation]) -> dict[str, list[Observation]]:
    years: dict[str, list[Observation]] = defaultdict(list)
    for o in observations:
        years[o.period].append(o)
    return dict(sorted(years.items()))


def whole(observations: Sequence[Observation], metric: str, year: str) -> Observation | None:
    """The table's undivided figure of a metric in a year, if there is just one value of it.

    Of several tables that print it, the one with the most figures is taken: the table of indicators, not an extract.
    """
    found = [o for o in observations if o.metric == metric and o.period == year and not o.dimensions and interval(o)]
    tables = [o for o in found if o.origin is Origin.TABLE] or found
    if len({o.value_canonical if o.value_canonical is not None else o.value for o in tables}) != 1:
        return None
    if len(tables) == 1:
        return tables[0]
    sizes = Counter((o.passage.page, o.table) for o in observations if o.origin is Origin.TABLE)
    return max(tables, key=lambda o: (sizes[(o.passage.page, o.table)], -o.passage.page, -o.passage.start))


def _complete(parts: Interval, total: Interval) -> bool:
    """Whether parts come near enough to their whole to be all of it; figures of another kind do not."""
    return total[0] * _LEAST <= parts[1] and parts[0] * _LEAST <= total[1]


def splits_add_up(observations: Sequence[Observation], rule: Rule) -> Iterator[AuditFinding]:
    """The parts of a split add up to the whole, where all parts stand in one table."""
    ids = rule.split()
    if ids is None:
        return
    part_metric, whole_metric = ids
    parts = [o for o in observations if o.metric == part_metric and len(o.dimensions) == 1 and o.origin is Origin.TABLE]
    for year, members in _by_year(parts).items():
        total_row = whole(observations, whole_metric, year)
        groups: dict[tuple[str, str, str], list[Observation]] = defaultdict(list)
        for o in members:
            groups[(o.table, o.group, o.dimensions[0].type)].append(o)
        for (_table, _group, kind), group in sorted(groups.items()):
            spans = [interval(o) for o in group]
            if total_row is None or len(group) < 2 or any(s is None for s in spans):
                continue
            total = interval(total_row)
            low = sum((s[0] for s in spans if s), Decimal(0))
            high = sum((s[1] for s in spans if s), Decimal(0))
            if total is None or not apart((low, high), total) or not _complete((low, high), total):
                continue
            added = " + ".join(o.raw_value for o in group)
            value = sum((o.value for o in group if o.value is not None), Decimal(0))
            yield AuditFinding(
                total_row.report, "sum", rule.severity, f"{rule.message} ({year})",
                f"By {kind}: {added} = {shown(value)}, but {total_row.indicator} is {total_row.raw_value}.",
                tuple(dict.fromkeys([total_row.passage, *(o.passage for o in group)]))[:4], rule.id,
            )  # fmt: skip


def intensities_follow(observations: Sequence[Observation], rule: Rule) -> Iterator[AuditFinding]:
    """An intensity is its amount over its denominator."""
    ids = rule.ratio()
    if ids is None:
        return
    amount_metric, base_metric, ratio_metric = ids
    for year in sorted({o.period for o in observations if o.metric == ratio_metric}):
        ratio, amount, base = (whole(observations, m, year) for m in (ratio_metric, amount_metric, base_metric))
        if ratio is None or amount is None or base is None:
            continue
        top, bottom, printed = interval(amount), interval(base), interval(ratio)
        if top is None or bottom is None or printed is None or bottom[0] <= 0:
            continue
        follows = (top[0] / bottom[1], top[1] / bottom[0])
        if apart(follows, printed):
            middle = (follows[0] + follows[1]) / 2
            yield AuditFinding(
                ratio.report, "intensity", rule.severity, f"{rule.message} ({year})",
                f"{amount.raw_value} / {base.raw_value} = {shown(middle)}, but {ratio.indicator} is {ratio.raw_value}.",
                (ratio.passage, amount.passage, base.passage), rule.id,
            )  # fmt: skip


def _swapped(one: str, other: str) -> bool:
    """Whether two printed figures differ by two neighbouring digits that changed places."""
    a = [c for c in one if c.isdigit()]
    b = [c for c in other if c.isdigit()]
    wrong = [i for i in range(min(len(a), len(b))) if a[i] != b[i]]
    return len(a) == len(b) and len(wrong) == 2 and wrong[1] == wrong[0] + 1 and a[wrong[0]] == b[wrong[1]]


def _unclear(others: Sequence[Observation]) -> set[Passage]:
    """Sentences that cannot speak of the whole in one year: they give it several values, or a part "of 284"."""
    values: dict[Passage, set[Decimal | None]] = defaultdict(set)
    for o in others:
        values[o.passage].add(o.value)
    return {at for at, found in values.items() if len(found) > 1 or _PART_OF.match(at.quote)}


def _says(o: Observation) -> str:
    unit = "" if o.unit.casefold() in o.raw_value.casefold() else f" {o.unit}"
    return f"Page {o.passage.page} says {_bounded(o)}{unit}"


def _bounded(o: Observation) -> str:
    return f"{o.qualifier.replace('_', ' ')} {o.raw_value}".strip()


def mentions_agree(observations: Sequence[Observation], rule: Rule, least_score: float = 0.8) -> Iterator[AuditFinding]:
    """Every mention of a metric for one year and split has the table's value, within the coarser rounding."""
    groups: dict[tuple[str, ...], list[Observation]] = defaultdict(list)
    for o in observations:
        if o.metric and o.metric_score >= least_score and allowed(o) is not None:
            split = tuple(sorted(f"{d.type}={d.value.casefold()}" for d in o.dimensions))
            groups[(o.metric, o.period, o.unit_canonical, o.boundary.casefold(), *split)].append(o)
    for (_metric, year, *_), members in sorted(groups.items()):
        tables = [o for o in members if o.origin is Origin.TABLE and interval(o)]
        others = [o for o in members if o.origin is not Origin.TABLE]
        unclear = _unclear(others)
        seen: set[str] = set()
        for table in tables[:1]:
            for other in others:
                here, there = interval(table), allowed(other)
                if here is None or there is None or other.raw_value in seen or other.passage in unclear:
                    continue
                if not apart(here, there) or not _comparable(here, there):
                    continue
                seen.add(other.raw_value)
                typo = (
                    " Two neighbouring digits have changed places."
                    if _swapped(table.raw_value, other.raw_value)
                    else ""
                )
                yield AuditFinding(
                    table.report, "figure_conflict", rule.severity,
                    f"{table.indicator}: {_bounded(other)} in the text, {table.raw_value} in the table ({year})",
                    f"{_says(other)}; {_says(table)} (the table).{typo}",
                    (other.passage, table.passage), rule.id,
                )  # fmt: skip
