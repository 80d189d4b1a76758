"""Factors between printed units of one kind, for figures of several companies."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from tieout.patterns import lazy
from tieout.quantities import parse_unit, tidy_unit

_MASS = "mass"


_OVER = lazy(r"\s*/.*| per .*")


def in_ratio(unit: str, wanted: str) -> str:
    """The unit asked for over what the printed one is divided by: "kWh" for "MWh / person" is "kWh/person"."""
    have, want = parse_unit(unit), parse_unit(wanted)
    below = _OVER.search(unit)
    if have is None or want is None or below is None or "_per_" in want.kind or "_per_" not in have.kind:
        return wanted
    return f"{wanted}{tidy_unit(below.group().rstrip())}"


@lru_cache(maxsize=4096)
def scale_to(unit: str, wanted: str) -> Decimal | None:
    """The factor from ``unit`` to ``wanted``, or None where they are not of one kind.

    A question that says tonnes for a mass of gases means it: a mass converts to a mass of a substance.
    """
    have, want = parse_unit(unit), parse_unit(wanted)
    if have is None or want is None:
        return None
    if have.kind != want.kind:
        kinds = {have.kind, want.kind}
        if _MASS not in kinds or any("_per_" in kind or not kind.startswith(_MASS) for kind in kinds):
            return None
    factor = have.factor / want.factor
    return Decimal(factor.numerator) / Decimal(factor.denominator)
