"""Averages by two splits of the same people imply one total; and a group shrinks by no more than those who leave it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from tieout.audit.arithmetic import Interval, apart, interval, shown
from tieout.audit.finding import AuditFinding
from tieout.audit.rules import Rule
from tieout.model import Observation, Origin
from tieout.text import words

_COMMON = frozenset({"employees", "employee", "staff", "aged", "and", "the", "of", "level", "members"})


def _group(o: Observation) -> frozenset[str]:
    """The words that name the group a figure is for; two splits of one report name it alike."""
    return frozenset(words(o.dimensions[0].value.casefold().replace("–", "-"))) - _COMMON


def _split(observations: Sequence[Observation], metric: str) -> dict[str, dict[frozenset[str], Observation]]:
    """Year to group to figure, for the fullest table of a metric with one dimension."""
    tables: dict[tuple[int, str], list[Observation]] = defaultdict(list)
    for o in observations:
        if o.metric == metric and len(o.dimensions) == 1 and o.origin is Origin.TABLE and interval(o):
            tables[(o.passage.page, o.table)].append(o)
    if not tables:
        return {}
    fullest = max(sorted(tables), key=lambda at: len(tables[at]))
    years: dict[str, dict[frozenset[str], Observation]] = defaultdict(dict)
    for o in tables[fullest]:
        years[o.period].setdefault(_group(o), o)
    return dict(years)


Mean = tuple[Interval, list[Observation]]


def _mean(parts: Mapping[frozenset[str], Observation], heads: Mapping[frozenset[str], Observation]) -> Mean | None:
    """The interval of the average over all heads, where the two splits name the same groups."""
    if len(parts) < 2 or parts.keys() != heads.keys():
        return None
    low = high = total = Decimal(0)
    for group, part in parts.items():
        span, weight = interval(part), heads[group].value
        if span is None or weight is None or weight < 0:
            return None
        low, high, total = low + span[0] * weight, high + span[1] * weight, total + weight
    return ((low / total, high / total), list(parts.values())) if total else None


def averages_agree(observations: Sequence[Observation], rule: Rule) -> Iterator[AuditFinding]:
    """The averages of two splits, weighted with the heads of each group, leave one average of all possible.

    For a rate of leavers the heads of the year before are tried as well: its base is often said nowhere.
    """
    pairs = rule.weighted()
    splits = {name: _split(observations, name) for pair in pairs for name in pair}
    told: set[str] = set()
    for i, (one, one_heads) in enumerate(pairs):
        for other, other_heads in pairs[i + 1 :]:
            for year in sorted(splits[one].keys() & splits[other].keys(), reverse=True):
                bases = [year, str(int(year) - 1)] if year.isdigit() else [year]
                means = [
                    (a, b)
                    for base in bases
                    if (a := _mean(splits[one][year], splits[one_heads].get(base, {})))
                    and (b := _mean(splits[other][year], splits[other_heads].get(base, {})))
                ]
                if not means or year in told or not all(_differ(a[0], b[0], rule.slack) for a, b in means):
                    continue
                told.add(year)
                (here, ours), (there, theirs) = means[0]
                quotes = tuple(dict.fromkeys(o.passage for pair in zip(ours, theirs, strict=False) for o in pair))
                yield AuditFinding(
                    ours[0].report, "weighted_mean", rule.severity, f"{rule.message} ({year})",
                    f"Weighted with the heads of each group: {_list(ours)} imply {_range(here)} for all; "
                    f"{_list(theirs)} imply {_range(there)}.", quotes[:4], rule.id,
                )  # fmt: skip


def _differ(here: Interval, there: Interval, tolerance: Decimal) -> bool:
    slack = max(abs(here[1]), abs(there[1])) * tolerance
    return apart((here[0] - slack, here[1] + slack), there)


def _range(span: Interval) -> str:
    low, high = (v.quantize(Decimal("0.01")) for v in span)
    return shown(low) if low == high else f"{shown(low)} to {shown(high)}"


def _list(parts: Sequence[Observation]) -> str:
    return ", ".join(f"{o.dimensions[0].value} {o.raw_value}" for o in parts)


def groups_reconcile(observations: Sequence[Observation], rule: Rule) -> Iterator[AuditFinding]:
    """A group's heads fall by no more than its rate of leavers over the larger of the two counts."""
    for kind in ("gender", "age", "region", "category"):
        heads, rates = _split(observations, f"emp-by-{kind}"), _split(observations, f"turnover-by-{kind}")
        for year in sorted(heads.keys() & rates.keys(), reverse=True):
            before = heads.get(str(int(year) - 1), {}) if year.isdigit() else {}
            for group in sorted(heads[year].keys() & before.keys() & rates[year].keys(), key=sorted):
                opening, closing, rate = before[group], heads[year][group], rates[year][group]
                span = interval(rate)
                if kind == "age" or span is None or opening.value is None or closing.value is None:
                    continue  # people change their age group without leaving
                most = span[1] / 100 * max(opening.value, closing.value) * Decimal("1.05") + 1
                if opening.value - closing.value <= most:
                    continue
                yield AuditFinding(
                    closing.report, "headcount_movement", rule.severity,
                    f"{closing.indicator} fell by {shown(opening.value - closing.value)} in {year}, "
                    f"more than a turnover of {rate.raw_value}% explains",
                    f"From {opening.raw_value} to {closing.raw_value}; {rate.raw_value}% of {opening.raw_value} is "
                    f"{shown((opening.value * (rate.value or 0) / 100).quantize(Decimal('0.1')))}.",
                    tuple(dict.fromkeys((closing.passage, opening.passage, rate.passage))), rule.id,
                )  # fmt: skip
