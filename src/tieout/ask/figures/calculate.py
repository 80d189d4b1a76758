"""Arithmetic of answers in Decimal, and figures as they are shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Context, Decimal

from tieout.ask.figures.units import scale_to
from tieout.model import Metric, Observation
from tieout.quantities import tidy_unit
from tieout.text import fold

_HUNDRED, _TWO = Decimal(100), 2


def percent_change(old: Decimal, new: Decimal) -> Decimal | None:
    """The change from ``old`` to ``new`` in per cent of ``old``, or None where ``old`` is zero."""
    return None if old == 0 else (new - old) / abs(old) * _HUNDRED


def percent_of(part: Decimal, whole: Decimal) -> Decimal | None:
    """``part`` in per cent of ``whole``, or None where ``whole`` is zero."""
    return None if whole == 0 else part / whole * _HUNDRED


def mean(values: Sequence[Decimal]) -> Decimal:
    """The arithmetic mean of at least one value."""
    return sum(values, Decimal(0)) / len(values)


def rounded(value: Decimal, places: int = 2) -> Decimal:
    """``value`` at ``places`` decimals, ties to even; small values keep two significant digits."""
    if value != 0 and abs(value) < Decimal(1).scaleb(-places):
        places = 1 - value.adjusted()
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_EVEN)


def plain(value: Decimal) -> str:
    """A decimal without exponent and without thousands separators, as many digits as it has."""
    return f"{value:f}"


def settled(value: Decimal) -> Decimal:
    """A converted figure: as it is where it ends, else to eight significant digits."""
    exact = value.normalize()
    return exact if len(exact.as_tuple().digits) <= _ENDS else Context(prec=8).plus(value).normalize()


def asked_unit(asked: str, printed: str) -> str:
    """A unit that a question names as it is written: "kWh" for "kwh", with the substance that the report weighs."""
    written = _WRITTEN.get(fold(asked), asked)
    gas = re.search(r"CO2\s?-?(?:eq?\b)?", printed)
    return f"{written} {gas.group().replace(' ', '')}" if gas and "co2" not in fold(asked) else written


def derived(value: Decimal) -> str:
    """A calculated figure: two decimals, none where it is whole."""
    return plain(value.quantize(Decimal(1))) if value == value.to_integral_value() else plain(rounded(value))


def figure(observation: Observation) -> str:
    """A reported figure as printed, without thousands separators."""
    value = observation.value
    if value is None:
        return ""
    text = plain(value)
    raw = observation.raw_value.replace(",", "").replace("−", "-").strip("%() ")
    whole = raw.lstrip("-").partition(".")[0]  # "0,000" with a decimal comma is no "0000"
    printed = raw.lstrip("-").replace(".", "", 1).isdigit() and (whole[:1] != "0" or len(whole) < _TWO)
    return raw if printed and Decimal(raw) == value else text


def shown(text: str) -> str:
    """A plain figure with thousands separators, for sentences."""
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    whole, point, rest = digits.partition(".")
    return f"{sign}{int(whole):,}{point}{rest}" if whole.isdigit() and len(whole) > 3 else text


def with_unit(text: str, unit: str) -> str:
    """A figure for a sentence with its unit, money before and the rest behind."""
    unit = tidy_unit(unit)
    if unit in {"", "/"} or fold(unit) in {"number", "no.", "#"}:
        return shown(text)
    if unit in {"%", "‰"} or fold(unit) in {"percent", "per cent"}:
        return f"{shown(text)}%"
    currency, _, scale = unit.partition(" ")
    if fold(currency) in _CURRENCIES and scale:
        return f"{shown(text)} ({unit})" if scale[0].isdigit() else f"{currency} {shown(text)} {scale}"
    if fold(unit) in {"rmb", "eur", "usd", "cny", "hkd", "chf", "gbp", "€", "$"}:
        return f"{unit} {shown(text)}"
    return f"{shown(text)} {unit}"


def scale_of(unit: str) -> Decimal:
    """What a unit that is a number itself multiplies by ("millions"); one for any other."""
    return Decimal(1).scaleb(_SCALES.get(fold(unit).strip("() ").removesuffix("s"), 0))


_CURRENCIES = frozenset({"rmb", "eur", "usd", "cny", "hkd", "hk$", "chf", "gbp", "€", "$"})
_ENDS = 15
_WRITTEN = {fold(u): u for u in ("kWh", "MWh", "GWh", "TWh", "MJ", "GJ", "TJ", "PJ", "RMB", "USD", "EUR", "tCO2e", "kgCO2e",
                                 "ktCO2e", "MtCO2e")}  # fmt: skip
_SCALES = {"thousand": 3, "million": 6, "billion": 9}
_UNIT_WORDS = {
    "kilowatt hours": "kwh", "kilowatt hour": "kwh", "megawatt hours": "mwh", "megawatt hour": "mwh", "gigawatt hours": "gwh",
    "gigajoules": "gj", "gigajoule": "gj", "terajoules": "tj", "kilograms": "kg", "kilogram": "kg", "kilos": "kg", "grams": "g",
    "tonnes": "t", "tonne": "t", "tons": "t", "ton": "t", "cubic metres": "m3", "cubic meters": "m3", "m³": "m3",
    "litres": "l", "liters": "l", "kilotonnes": "kt",
}  # fmt: skip


def convert(value: Decimal, metric: Metric | None, unit: str, wanted: str) -> Decimal | None:
    """``value`` of ``unit`` in the wanted unit, by the units' own exact factors, else by the metric's; None without either."""
    word, _, rest = wanted.partition(" ")
    if rest and word in _SCALES:
        found = convert(value, metric, unit, rest)
        return None if found is None else found.scaleb(-_SCALES[word])
    exact = scale_to(unit, wanted)
    if exact is not None:
        return value * exact
    if metric is None:
        return None
    factors = {_unit(name): factor for name, factor in metric.units}
    have, want = factors.get(_unit(unit)), factors.get(_unit(wanted))
    if have is None or want is None or want == 0:
        suffixed = {name: f for name, f in factors.items() if name.startswith(_unit(wanted)) and "co2" in name}
        want = next(iter(suffixed.values()), None) if want is None else want
        if have is None or not want:
            return None
    return value * have / want


def same_unit(one: str, other: str) -> bool:
    """Whether two unit names are written forms of one unit."""
    a, b = _unit(one), _unit(other)
    return (
        a == b
        or (a in {"t", "kt", "kg", "mt"} and b in {a + "co2e", a + "co2"})
        or (b in {"t", "kt", "kg", "mt"} and a in {b + "co2e", b + "co2"})
        or (bool(a) and bool(b) and scale_to(one, other) == 1)
    )


def _unit(text: str) -> str:
    folded = fold(text).replace("-", " ")
    folded = folded.replace("metric ", "")
    for word, short in _UNIT_WORDS.items():
        if folded == word or folded.startswith(word + " of "):
            folded = short + folded[len(word) :].replace(" of ", "")
            break
    return folded.replace(" ", "")
