"""Units as printed: what they measure, in which canonical unit, and the exact factor to it.

Factors are fractions, so that 1 GJ = 1/3.6 MWh stays exact until a value is written.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import lru_cache

from tieout.errors import UsageError
from tieout.quantities.spellings import BASES, SCALES

_DIGITS = 12
"""Significant digits kept where a conversion has no finite decimal form."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as printed.

    Args:
        kind: what it measures, named as the catalogue's quantity kinds; currencies carry their code
            ("mass_co2e_per_person", "currency:CNY", "energy_per_currency:EUR").
        canonical: the unit that figures of this kind convert to ("tCO2e/person").
        factor: canonical units in one of this unit, scale words included ("RMB million" has 1000000).
        printed: the expression as printed.
        substance: what is weighed or counted, where the expression says so ("water", "clinker").
        ucum: the canonical unit's UCUM code.
        qudt: the canonical unit's QUDT local name, empty where QUDT has none that fits.
    """

    kind: str
    canonical: str
    factor: Fraction
    printed: str = ""
    substance: str = ""
    ucum: str = ""
    qudt: str = ""


@lru_cache(maxsize=1024)
def kind_family(kind: str) -> str:
    """The kind without currency codes: "energy_per_currency:EUR" -> "energy_per_currency", as catalogued."""
    return "_".join(part.partition(":")[0] for part in kind.split("_"))


def base_unit(kind: str, factor: Fraction, substance: str = "") -> Unit:
    """The Unit of a base kind or a currency ("currency:EUR"), without its printed text."""
    if kind.startswith("currency:"):
        code = kind.partition(":")[2]
        return Unit(kind, code, factor, ucum=f"{{{code}}}", substance=substance)
    base = BASES[kind]
    named = "duration" if kind in {"hours", "days", "years"} else kind
    return Unit(named, base.canonical, factor, ucum=base.ucum, qudt=base.qudt, substance=substance)


def ratio_unit(top: Unit, bottom: Unit) -> Unit:
    """The Unit of ``top`` per ``bottom``, with the names that rates have of their own."""
    factor = top.factor / bottom.factor
    things = top.kind in {"count", "headcount", "participations"}
    if top.kind == "percent":
        return top
    if bottom.canonical == "years":
        if not things:
            return top
        return Unit("frequency", "times per year", factor, ucum="/a")
    if top.canonical == "years" and bottom.kind == "count":
        return Unit("frequency", "times per year", Fraction(1), ucum="/a")
    if bottom.canonical == "hours" and things:
        return Unit("rate", "per million hours", factor * 10**6, ucum="/(1000000.h)")
    if bottom.canonical == "hours" and top.canonical == "days":
        return Unit("rate", "days per thousand hours", factor * 1000, ucum="d/(1000.h)")
    below = "person" if bottom.kind == "headcount" else bottom.kind
    named = "person" if bottom.kind == "headcount" else bottom.canonical
    ucum = f"{top.ucum}/{bottom.ucum}" if top.ucum and bottom.ucum else ""
    return Unit(f"{top.kind}_per_{below}", f"{top.canonical}/{named}", factor, ucum=ucum, substance=bottom.substance)


def scale_of(word: str) -> Decimal | None:
    """The factor of a scale word ("million", "'000", "bn", "k"), or None."""
    factor = SCALES.get(word.strip(" .").replace("’", "'").casefold())
    return None if factor is None else Decimal(factor)


def _decimal(value: Fraction) -> Decimal:
    """The exact decimal where it is finite within 28 digits, else rounded to 12 significant digits."""
    with localcontext() as context:
        context.prec = 60
        quotient = Decimal(value.numerator) / Decimal(value.denominator)
        if len(quotient.as_tuple().digits) < context.prec:
            return _without_exponent(quotient)
        context.prec = _DIGITS
        return _without_exponent(+quotient)


def _without_exponent(value: Decimal) -> Decimal:
    normal = value.normalize()
    return normal.quantize(Decimal(1)) if int(normal.as_tuple().exponent) > 0 else normal


def convert(value: Decimal, source: Unit, target: Unit, *, substance: str = "") -> Decimal:
    """``value`` in ``source`` units, expressed in ``target`` units.

    Args:
        value: a finite Decimal.
        source: the unit it is printed in.
        target: the unit wanted.
        substance: what the metric measures; "water" lets tonnes and cubic metres pass into each other (1 t = 1 m3).

    Raises:
        UsageError: the units measure different things, are amounts in different currencies, or the value is no number.
    """
    if not value.is_finite():
        raise UsageError("only a finite number can be converted", subject=str(value))
    same = source.kind == target.kind and source.canonical == target.canonical
    if not same and not (_is_water(source, substance) and _is_water(target, substance) and _water(source, target)):
        left, right = source.printed or source.canonical, target.printed or target.canonical
        raise UsageError(
            f"{left!r} and {right!r} measure different things",
            subject=f"{source.kind} to {target.kind}",
            remedy="Compare figures of one quantity kind only",
        )
    if source.factor == target.factor:
        return value
    return _decimal(Fraction(value) * source.factor / target.factor)


def _is_water(unit: Unit, substance: str) -> bool:
    return substance == "water" or unit.substance == "water" or "volume" in unit.kind


def _water(source: Unit, target: Unit) -> bool:
    """Whether two units differ only in measuring water by mass or by volume (canonical t and m3: factor 1)."""
    as_volume = [unit.kind.replace("mass", "volume", 1) for unit in (source, target)]
    return as_volume[0] == as_volume[1] and "co2e" not in as_volume[0]


def to_canonical(value: Decimal, unit: Unit) -> Decimal:
    """``value`` in the unit's canonical unit."""
    return value if unit.factor == 1 else _decimal(Fraction(value) * unit.factor)
