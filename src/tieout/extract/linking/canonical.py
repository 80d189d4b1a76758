"""Values in canonical units: the metric's where it is linked and convertible, else the unit's own."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tieout.errors import UsageError
from tieout.extract.linking.names import accepted_factor
from tieout.model import Metric
from tieout.quantities import Unit, convert, parse_unit, to_canonical

_COUNTED = frozenset({"count", "headcount", "participations"})


def canonical_value(value: Decimal, unit: Unit | None, metric: Metric | None) -> tuple[Decimal | None, str]:
    """The value and unit to compare by; (None, "") where the printed unit is unknown and the metric is no plain count.

    The exact general conversion goes first, then the catalogue's own factors for the metric (working days of eight
    hours, tonnes of water). An amount in a currency that the metric does not have keeps its own.
    """
    if metric is None:
        return (None, "") if unit is None else (to_canonical(value, unit), unit.canonical)
    if unit is None:
        return (value, metric.unit) if metric.quantity_kind in _COUNTED | {"ratio"} else (None, "")
    if unit.kind in _COUNTED and metric.quantity_kind in _COUNTED:
        return to_canonical(value, unit), metric.unit
    target = parse_unit(metric.unit)
    if target is not None:
        try:
            return convert(value, _as_carbon(unit, metric), target, substance=_substance(metric)), metric.unit
        except UsageError:  # another kind of quantity: the catalogue may still know it for this metric
            pass
    factor = accepted_factor(metric, unit)
    if factor is not None:
        return _product(value, factor), metric.unit
    return to_canonical(value, unit), unit.canonical


def _as_carbon(unit: Unit, metric: Metric) -> Unit:
    """A plain mass as CO2e where the metric measures nothing else ("Scope 1 … in tonnes")."""
    if (
        unit.kind.startswith("mass")
        and not unit.kind.startswith("mass_co2e")
        and metric.quantity_kind.startswith("mass_co2e")
    ):
        return replace(
            unit, kind=unit.kind.replace("mass", "mass_co2e", 1), canonical=unit.canonical.replace("t", "tCO2e", 1)
        )
    return unit


def _substance(metric: Metric) -> str:
    """What the metric weighs or measures, where its accepted units say so."""
    return "water" if any("water" in text for text, _ in metric.units) else ""


def _product(value: Decimal, factor: Decimal) -> Decimal:
    """``value`` times ``factor`` as plain digits; the value itself, decimals kept, where the factor is one."""
    if factor == 1:
        return value
    product = (value * factor).normalize()
    return product.quantize(Decimal(1)) if int(product.as_tuple().exponent) > 0 else product
