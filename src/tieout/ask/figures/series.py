"""Observations of one report gathered into series: the same thing measured in several periods."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from tieout.ask.wording.distinctions import ACTORS
from tieout.ask.wording.extent import Extent, extent_of_row
from tieout.ask.wording.question import Measure
from tieout.ask.wording.words import Term, concepts, terms
from tieout.model import Catalogue, Dimension, Metric, Observation, Origin
from tieout.patterns import lazy
from tieout.text import fold

_MONEY = ("rmb", "cny", "eur", "usd", "hkd", "chf", "gbp", "yuan", "€", "$", "£", "dollar", "currency")
_PERCENT = ("%", "percent", "per cent", "‰")
_PEOPLE = frozenset({"employee", "female", "male", "people", "person", "person_times"})
_PER_HEAD = lazy(r"(?:/|\bper) ?(?:person|employee|capita|head|fte|worker)")
_SHARE_WORD = lazy(r"\b(?:rates?|ratios?|percentages?|proportions?)\b")
_RATIO_WORD = lazy(r"\b(?:ratio|rate|gap|factor|effectiveness|multiple|times|per|to)\b|[%/:]")
_LONG_MEMBER = 6
"""Words from which on the name of a part says as much as what is measured."""
_SPLIT = lazy(r"\bby (?:\w+ ){0,3}\w+$")
_PER = lazy(r"\w ?/ ?(?!(?:year|annum|a|yr|month)\b)\w|\bper (?!cent|(?:year|annum|month)\b)\w")
"""A quantity for each of something; what is measured in a year is the quantity itself."""


@dataclass(frozen=True)
class Series:
    """One measured thing of one report. ``observations`` by period, oldest first; all share everything but the period."""

    report: str
    organization: str
    metric: Metric | None
    indicator: str
    group: str
    dimensions: tuple[Dimension, ...]
    unit: str
    origin: Origin
    observations: tuple[Observation, ...]
    neighbours: int = 0
    """Rows of tables on the same page: a figure in its report's table of figures has many."""

    @cached_property
    def table(self) -> tuple[str, int, str]:
        """The report, the page and the table that it stands in."""
        first = self.observations[0]
        return first.report, first.passage.page, first.table

    @cached_property
    def label(self) -> str:
        """The printed label with its dimension values, for people."""
        values = [d.value for d in self.dimensions if fold(d.value) not in fold(self.indicator)]
        return self.indicator + (f" ({', '.join(values)})" if values else "")

    @cached_property
    def deed(self) -> str:
        """For people counted in something they did, which the label does not tell, the sentence that tells it; else ""."""
        bare = all(t.concepts & _PEOPLE for t in terms(self.indicator))
        if self.origin is Origin.TABLE or self.metric is not None or not bare:
            return ""
        return " ".join(self.observations[-1].passage.quote.split())

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every wording that may stand for this series: printed, with its group, and the metric's labels."""
        found = [self.indicator, *filter(None, (self.deed,))]
        if self.dimensions and self.group:
            found.append(self.group.rpartition(" > ")[2])
        found += [f"{self.indicator} {d.value}" for d in self.dimensions if len(d.value.split()) >= _LONG_MEMBER]
        if self.group and fold(self.group) not in fold(self.indicator):
            found.append(f"{self.group} {self.indicator}")
        if self.metric is not None and not _of_others(self.indicator, self.metric.label):
            found += [self.metric.label, *self.metric.synonyms]
        return tuple(dict.fromkeys(found))

    @cached_property
    def dimension_terms(self) -> tuple[Term, ...]:
        """The terms of the dimension values."""
        return tuple(t for d in self.dimensions for t in terms(d.value.replace("_", " ")))

    @cached_property
    def split(self) -> tuple[object, ...]:
        """What it shares with the other parts of one split of a figure, and with nothing else."""
        kinds = tuple(sorted(fold(d.type) for d in self.dimensions))
        own = {t.text for d in self.dimensions for t in terms(d.value)}
        bare = " ".join(t.text for t in terms(self.indicator) if t.text not in own and "employee" not in t.concepts)
        group = fold(self.group) if self.origin is Origin.TABLE else ""
        # Two parts of one printed split belong together, whatever each was linked to; a group without a split is no family.
        thing = group if _SPLIT.search(group) else (self.metric.id if self.metric is not None else f"{group} {bare}")
        return (self.report, thing, group, kinds, fold(self.unit), self.origin)

    @cached_property
    def measures(self) -> frozenset[Measure]:
        """The kinds of quantity it can be asked for as."""
        unit, label = fold(self.unit or ""), fold(f"{self.indicator} {self.group}")
        kind = self.metric.quantity_kind if self.metric is not None else ""
        found = {Measure.ANY}
        if any(p in unit for p in _PERCENT) or "percent" in kind or _SHARE_WORD.search(label) is not None:
            found.add(Measure.SHARE)
        if any(p in unit for p in _MONEY) or kind.startswith("currency"):
            found.add(Measure.MONEY)
        if "hour" in unit or "hour" in label:
            found.add(Measure.HOURS)
        if "day" in unit or "day" in label:
            found.add(Measure.DAYS)
        if "year" in unit or "tenure" in label:
            found.add(Measure.YEARS)
        if (
            kind.startswith("mass")
            or unit in {"t", "kg", "tons", "tonnes", "g", "kt"}
            or "co2" in unit
            or "tons" in unit
        ):
            found.add(Measure.MASS)
        if "wh" in unit or unit in {"gj", "tj", "mj"}:
            found.add(Measure.ENERGY)
        if (
            kind == "volume"
            or "m3" in unit
            or "m³" in unit
            or "lit" in unit
            or (kind.startswith("mass") and "water" in label)
        ):
            found.add(Measure.VOLUME)
        if found == {Measure.ANY}:
            found.add(Measure.COUNT)
        return frozenset(found)

    @cached_property
    def per_head(self) -> bool:
        """Whether it is a figure per person."""
        return _PER_HEAD.search(fold(self.unit)) is not None or bool(
            self.metric is not None and "per_person" in self.metric.quantity_kind
        )

    @cached_property
    def relative(self) -> bool:
        """Whether it is an intensity: a quantity per something."""
        return _PER.search(fold(self.unit)) is not None or "intensity" in fold(f"{self.indicator} {self.group}").split()

    @cached_property
    def extent(self) -> Extent:
        """Of what it is counted, by its headings and dimension values."""
        return extent_of_row(self.group, " ".join(d.value for d in self.dimensions))

    @cached_property
    def ambiguous(self) -> bool:
        """Whether it gives two figures for one period, so that neither can be told from the other."""
        seen: dict[str, Decimal] = {}
        return any(seen.setdefault(o.period, o.value) != o.value for o in self.observations if o.value is not None)

    def at(self, period: str) -> Observation | None:
        """The observation of a period with a value, or None."""
        return next((o for o in self.observations if o.period == period and o.value is not None), None)

    def cell(self, period: str) -> Observation | None:
        """The observation of a period, also one printed as not disclosed."""
        return self.at(period) or next((o for o in self.observations if o.period == period), None)

    @cached_property
    def valued(self) -> tuple[Observation, ...]:
        """Observations with a value, oldest first, one a period."""
        return tuple({o.period: o for o in reversed(self.observations) if o.value is not None}.values())[::-1]


def gather_series(observations: Iterable[Observation], catalogue: Catalogue) -> tuple[Series, ...]:
    """The series of these observations, in the order of first appearance."""
    metrics = {m.id: m for m in catalogue.metrics}
    groups: dict[tuple[object, ...], list[Observation]] = {}
    rows: dict[tuple[str, int], set[int]] = {}
    for o in observations:
        if o.origin is Origin.TABLE:
            rows.setdefault((o.report, o.passage.page), set()).add(o.passage.start)
        dims = tuple(sorted((d.type, fold(d.value)) for d in o.dimensions))
        # A figure of the running text stands alone: two sentences may give two figures, and both must be told.
        apart = () if o.origin is Origin.TABLE else (o.passage.page, o.passage.start)
        place = (o.passage.page, o.table, o.passage.start) if o.table else ()
        key = (
            o.report,
            o.metric,
            fold(o.indicator),
            fold(o.group),
            dims,
            fold(o.unit),
            o.boundary,
            o.origin,
            apart,
            place,
        )
        groups.setdefault(key, []).append(o)
    return tuple(
        _series(items, metrics, len(rows.get((items[0].report, items[0].passage.page), ())))
        for items in _for_each_year(groups)
    )


def _for_each_year(groups: dict[tuple[object, ...], list[Observation]]) -> Iterable[list[Observation]]:
    """Rows that a page prints once for each year, in a table of its own each, as one."""
    joined: dict[tuple[object, ...], list[list[Observation]]] = {}
    for key, items in groups.items():
        first = items[0]
        same = (*key[:-1], first.passage.page if first.table else first.iri)
        rows = joined.setdefault(same, [])
        periods = {o.period for o in items}
        other = next((r for r in rows if first.table and periods.isdisjoint(o.period for o in r)), None)
        if other is not None:
            other.extend(items)
        else:
            rows.append(items)
    return [row for rows in joined.values() for row in rows]


def _metric(metric: Metric | None, first: Observation) -> Metric | None:
    """The metric an observation is linked to; none for a pay ratio or the like where the row gives no ratio of anything."""
    if metric is None or metric.quantity_kind != "ratio":
        return metric
    named = fold(f"{first.group} {first.indicator} {first.unit}")
    return metric if _RATIO_WORD.search(named) else None


def _series(items: Sequence[Observation], metrics: dict[str, Metric], neighbours: int) -> Series:
    first = items[0]
    return Series(
        report=first.report,
        organization=first.organization,
        metric=_metric(metrics.get(first.metric), first),
        indicator=first.indicator,
        group=first.group,
        dimensions=first.dimensions,
        unit=first.unit,
        origin=first.origin,
        observations=tuple(sorted(items, key=lambda o: (o.period, o.passage.page, o.passage.start))),
        neighbours=neighbours,
    )


def _of_others(printed: str, metric: str) -> bool:
    """Whether a row names other people than its metric does: the staff's score is not the customers'."""
    own, meant = concepts(printed) & ACTORS, concepts(metric) & ACTORS
    return bool(own) and bool(meant) and own.isdisjoint(meant)
