"""Arithmetic over a report's figures, within what rounding allows.

A printed figure stands for an interval: half a unit of its last digit to either side. A check fails only where the
intervals leave no way out, so that honest rounding is never called a contradiction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from tieout.audit.finding import AuditFinding
from tieout.audit.rules import Rule
from tieout.model import Observation, Origin
from tieout.quantities import rounding_interval

Interval = tuple[Decimal, Decimal]


def interval(o: Observation) -> Interval | None:
    """The canonical values that would be printed like this figure; None for a bound or an unread figure."""
    if o.value is None or o.qualifier:
        return None
    printed = rounding_interval(o.raw_value)
    if printed is None:
        return None
    half = (printed[1] - printed[0]) / 2
    centre = o.value_canonical if o.value_canonical is not None else o.value
    scaled = half * abs(centre / o.value) if o.value else half
    return centre - scaled, centre + scaled


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


def _whole(observations: Sequence[Observation], metric: str, year: str) -> Observation | None:
    """The table's undivided figure of a metric in a year, if there is just one value of it."""
    found = [o for o in observations if o.metric == metric and o.period == year and not o.dimensions and interval(o)]
    tables = [o for o in found if o.origin is Origin.TABLE] or found
    return tables[0] if len({o.value_canonical or o.value for o in tables}) == 1 else None


def splits_add_up(observations: Sequence[Observation], rule: Rule) -> Iterator[AuditFinding]:
    """The parts of a split add up to the whole, where all parts stand in one table."""
    ids = rule.split()
    if ids is None:
        return
    part_metric, whole_metric = ids
    parts = [o for o in observations if o.metric == part_metric and len(o.dimensions) == 1 and o.origin is Origin.TABLE]
    for year, members in _by_year(parts).items():
        whole = _whole(observations, whole_metric, year)
        groups: dict[tuple[str, str, str], list[Observation]] = defaultdict(list)
        for o in members:
            groups[(o.table, o.group, o.dimensions[0].type)].append(o)
        for (_table, _group, kind), group in sorted(groups.items()):
            spans = [interval(o) for o in group]
            if whole is None or len(group) < 2 or any(s is None for s in spans):
                continue
            total = interval(whole)
            low = sum((s[0] for s in spans if s), Decimal(0))
            high = sum((s[1] for s in spans if s), Decimal(0))
            if total is None or not apart((low, high), total):
                continue
            added = " + ".join(o.raw_value for o in group)
            value = sum((o.value for o in group if o.value is not None), Decimal(0))
            yield AuditFinding(
                whole.report, "sum", rule.severity, f"{rule.message} ({year})",
                f"By {kind}: {added} = {shown(value)}, but {whole.indicator} is {whole.raw_value}.",
                tuple(dict.fromkeys([whole.passage, *(o.passage for o in group)]))[:4], rule.id,
            )  # fmt: skip


def intensities_follow(observations: Sequence[Observation], rule: Rule) -> Iterator[AuditFinding]:
    """An intensity is its amount over its denominator."""
    ids = rule.ratio()
    if ids is None:
        return
    amount_metric, base_metric, ratio_metric = ids
    for year in sorted({o.period for o in observations if o.metric == ratio_metric}):
        ratio, amount, base = (_whole(observations, m, year) for m in (ratio_metric, amount_metric, base_metric))
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


def _says(o: Observation) -> str:
    return f"Page {o.passage.page} says {o.raw_value} {o.unit}".rstrip()


def mentions_agree(observations: Sequence[Observation], rule: Rule, least_score: float = 0.8) -> Iterator[AuditFinding]:
    """Every mention of a metric for one year and split has the table's value, within the coarser rounding."""
    groups: dict[tuple[str, ...], list[Observation]] = defaultdict(list)
    for o in observations:
        if o.metric and o.metric_score >= least_score and interval(o) is not None:
            split = tuple(sorted(f"{d.type}={d.value.casefold()}" for d in o.dimensions))
            groups[(o.metric, o.period, o.unit_canonical, o.boundary.casefold(), *split)].append(o)
    for (_metric, year, *_), members in sorted(groups.items()):
        tables = [o for o in members if o.origin is Origin.TABLE]
        others = [o for o in members if o.origin is not Origin.TABLE]
        seen: set[str] = set()
        for table in tables[:1]:
            for other in others:
                here, there = interval(table), interval(other)
                if here is None or there is None or not apart(here, there) or other.raw_value in seen:
                    continue
                seen.add(other.raw_value)
                typo = (
                    " Two neighbouring digits have changed places."
                    if _swapped(table.raw_value, other.raw_value)
                    else ""
                )
                yield AuditFinding(
                    table.report, "figure_conflict", rule.severity,
                    f"{table.indicator}: {other.raw_value} in the text, {table.raw_value} in the table ({year})",
                    f"{_says(other)}; {_says(table)} (the table).{typo}",
                    (other.passage, table.passage), rule.id,
                )  # fmt: skip
