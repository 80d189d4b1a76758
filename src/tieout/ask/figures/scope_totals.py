"""Totals of scopes: under rows for Scope 1 and Scope 2 alone, a row "Total" gives both together."""

from __future__ import annotations

from collections.abc import Sequence

from tieout.ask.figures.series import Series
from tieout.ask.wording.emission_scopes import scopes_in
from tieout.model import Catalogue, Metric, Origin
from tieout.text import fold

_TOTALS = ("total", "totals", "sum", "overall")
_LEAST = 2

Place = tuple[str, int, str, int]


def _place(series: Series) -> Place:
    """The table a series stands in; of a list, the place where its quotes begin."""
    first = series.observations[0]
    start = first.passage.start if not first.table else 0
    return series.report, first.passage.page, first.table, start


def scope_totals(series: Sequence[Series], catalogue: Catalogue) -> tuple[Metric | None, ...]:
    """For each series the metric of combined scopes that it measures as the total of its table, or None.

    A total counts only where the other rows of its table name at least two scopes, each alone, and a metric of the
    catalogue combines just these.
    """
    combined = {
        named: m
        for m in catalogue.metrics
        if len(named := scopes_in(m.label)) >= _LEAST and "_per_" not in m.quantity_kind
    }
    said: dict[Place, set[str]] = {}
    for s in series:
        own = scopes_in(s.indicator)
        if s.origin is not Origin.TEXT and len(own) == 1:
            said.setdefault(_place(s), set()).update(own)
    return tuple(combined.get(frozenset(said.get(_place(s), ()))) if _is_total(s) else None for s in series)


def _is_total(series: Series) -> bool:
    return series.origin is not Origin.TEXT and not series.dimensions and fold(series.indicator).endswith(_TOTALS)
