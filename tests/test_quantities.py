"""Figures and units as printed: exact values, exact factors, and linear time on hostile text."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.effort import ending

from tieout.errors import UsageError
from tieout.quantities import (
    NUMBER,
    canonical_text,
    convert,
    find_unit,
    guess_decimal_comma,
    kind_family,
    parse_figure,
    parse_unit,
    rounding_interval,
    scale_of,
    significant,
    split_bound,
    split_mark,
    tidy_unit,
    to_canonical,
)
from tieout.quantities.units import Unit


def unit(printed: str) -> Unit:
    found = parse_unit(printed)
    assert found is not None, printed
    return found


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("1,234.5", "1234.5"),
        ("1.234,5", "1234.5"),
        ("214,3", "214.3"),
        ("1 234.5", "1234.5"),
        ("1\u202f234", "1234"),
        ("1'234", "1234"),
        ("1’234", "1234"),
        ("12,34,567", "1234567"),
        ("1.234.567", "1234567"),
        ("0,123", "0.123"),
        ("(62.1)", "-62.1"),
        ("（62.1）", "-62.1"),
        ("−5", "-5"),
        ("62.1-", "-62.1"),
        ("+44", "44"),
        ("99%", "99"),
        ("１２３", "123"),
        ("1,326.30", "1326.30"),
        ("-0", "0"),
        (".5", "0.5"),
    ],
)
def test_a_figure_is_read_exactly_with_its_decimals(raw: str, value: str) -> None:
    assert str(parse_figure(raw)) == value


@pytest.mark.parametrize(
    "raw", ["", "-", "/", "n.a.", "1,2,3", "2,5173", "1234,567", "12 5", "3.11.2", "1e5", "²", "9" * 65]
)
def test_what_is_no_figure_is_none(raw: str) -> None:
    assert parse_figure(raw) is None


def test_the_page_decides_where_a_shape_is_ambiguous() -> None:
    assert parse_figure("1,234") == 1234
    assert parse_figure("1,234", decimal_comma=True) == Decimal("1.234")
    assert parse_figure("1.234") == Decimal("1.234")
    assert parse_figure("1.234", decimal_comma=True) == 1234
    assert guess_decimal_comma("Umsatz 1.234,5 und 12,75 bei 3,4 %; 2,000")
    assert not guess_decimal_comma("Revenue 1,234.5 and 12.75 at 3.4%; 2,000")
    assert not guess_decimal_comma("1,234 and 5,678")


@pytest.mark.parametrize(
    ("raw", "figure", "mark"),
    [
        ("35(1)", "35", "(1)"),
        ("35（1）", "35", "（1）"),
        ("42¹", "42", "¹"),
        ("100 (b)", "100", "(b)"),
        ("12**", "12", "**"),
        ("2,5173", "2,517", "3"),
        ("1,2343)", "1,234", "3)"),
        ("(62.1)", "(62.1)", ""),
        ("1,234.5", "1,234.5", ""),
        ("400 (370)", "400 (370)", ""),
        ("0,0015", "0,0015", ""),
    ],
)
def test_a_footnote_mark_is_split_from_its_figure(raw: str, figure: str, mark: str) -> None:
    assert split_mark(raw) == (figure, mark)


def test_comparison_signs_become_qualifiers() -> None:
    assert split_bound("<0.1") == ("at_most", "0.1")
    assert split_bound("> 5") == ("over", "5")
    assert split_bound("≥5") == ("at_least", "5")
    assert split_bound("5") == ("", "5")


def test_figures_of_a_row_stay_apart_in_running_text() -> None:
    assert [m.group() for m in NUMBER.finditer("Power MWh 1,326.30 1 097 (62.1) -5.0, in 2023.")] == [
        "1,326.30", "1", "097", "(62.1)", "-5.0", "2023",
    ]  # fmt: skip
    assert [m.group() for m in NUMBER.finditer("FY2022/23 CO2 v1.2.3 pages 10-12")] == ["10", "12"]


def test_rounding_interval_is_half_a_unit_of_the_last_digit() -> None:
    assert rounding_interval("0.40") == (Decimal("0.395"), Decimal("0.405"))
    assert rounding_interval("(62.1)") == (Decimal("-62.15"), Decimal("-62.05"))
    assert rounding_interval("2,000") == (Decimal("1999.5"), Decimal("2000.5"))
    assert rounding_interval("/") is None


def test_significant_digits_are_those_printed() -> None:
    assert [significant(raw) for raw in ("0.0150", "2,000", "1,326.30", "n.a.")] == [3, 4, 6, 0]


def test_canonical_text_is_plain_digits() -> None:
    assert [canonical_text(Decimal(d)) for d in ("1E+3", "-0.0", "1326.30", "-62.1", "1E-7")] == [
        "1000", "0.0", "1326.30", "-62.1", "0.0000001",
    ]  # fmt: skip


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=3))
def test_grouped_figures_round_trip(value: Decimal) -> None:
    english = f"{value:,.3f}"
    german = english.translate(str.maketrans(",.", ".,"))
    assert parse_figure(english) == value
    assert parse_figure(german, decimal_comma=True) == value
    assert parse_figure(canonical_text(value)) == value


@given(st.text(max_size=80))
def test_any_text_is_read_without_a_crash(text: str) -> None:
    parse_figure(text)
    parse_unit(text)
    split_mark(text)
    rounding_interval(text)
    span = find_unit(text, 0)
    assert span is None or parse_unit(text[slice(*span)]) is not None or text[slice(*span)].strip() in "kmMKbBmnbnMNBN"


@pytest.mark.parametrize(
    "piece", ["1,", "1.234,", "(1", " ", "per ", "/", "million ", "tCO2 e ", "''", "in ", "of ", "((", "1 000 "]
)
def test_hostile_repetition_comes_to_an_end(piece: str) -> None:
    text = piece * 400_000
    with ending():
        assert len(list(NUMBER.finditer(text))) <= len(text)
        guess_decimal_comma(text)
        parse_figure(text)
        parse_unit(text)
        find_unit(text, 0)
        split_mark(text)


# --- units ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "kind", "canonical", "factor"),
    [
        ("tCO2 e", "mass_co2e", "tCO2e", "1"),
        ("tonnes of CO₂-equivalents", "mass_co2e", "tCO2e", "1"),
        ("in millions of metric tons of CO2", "mass_co2e", "tCO2e", "1000000"),
        ("Mt CO2e", "mass_co2e", "tCO2e", "1000000"),
        ("mt CO2e", "mass_co2e", "tCO2e", "1"),
        ("kgCO2e", "mass_co2e", "tCO2e", "1/1000"),
        ("CO2e (tonnes)", "mass_co2e", "tCO2e", "1"),
        ("tCO2 e /person", "mass_co2e_per_person", "tCO2e/person", "1"),
        ("t CO2e/billion EUR in revenue", "mass_co2e_per_currency:EUR", "tCO2e/EUR", "1/1000000000"),
        ("MWh/mEUR revenue", "energy_per_currency:EUR", "MWh/EUR", "1/1000000"),
        ("tons/ person", "mass_per_person", "t/person", "1"),
        ("kt CH4", "mass", "t", "1000"),
        ("g/t clinker", "mass_per_mass", "t/t", "1/1000000"),
        ("kg CO2e/boe", "mass_co2e_per_boe", "tCO2e/boe", "1/1000"),
        ("kWh in '000s", "energy", "MWh", "1"),
        ("million kWh", "energy", "MWh", "1000"),
        ("GJ", "energy", "MWh", "5/18"),
        ("MWh / person", "energy_per_person", "MWh/person", "1"),
        ("m³", "volume", "m3", "1"),
        ("(10^3 m^3)", "volume", "m3", "1000"),
        ("litres", "volume", "m3", "1/1000"),
        ("sq. ft.", "area", "m2", "145161/1562500"),
        ("RMB 10,000", "currency:CNY", "CNY", "10000"),
        ("RMB’000", "currency:CNY", "CNY", "1000"),
        ("EUR million", "currency:EUR", "EUR", "1000000"),
        ("€m", "currency:EUR", "EUR", "1000000"),
        ("thousands of euros", "currency:EUR", "EUR", "1000"),
        ("HK$ million", "currency:HKD", "HKD", "1000000"),
        ("(in %)", "percent", "%", "1"),
        ("‰", "percent", "%", "1/10"),
        ("Person-times", "participations", "person-times", "1"),
        ("Hour", "duration", "hours", "1"),
        ("hours per employee", "duration_per_person", "hours/person", "1"),
        ("per million hours worked", "rate", "per million hours", "1"),
        ("per 200,000 hours", "rate", "per million hours", "5"),
        ("Year/ time", "frequency", "times per year", "1"),
        ("number of employees", "headcount", "persons", "1"),
        ("/", "count", "count", "1"),
        ("millions", "count", "count", "1000000"),
    ],
)
def test_a_printed_unit_says_what_it_measures(printed: str, kind: str, canonical: str, factor: str) -> None:
    found = unit(printed)
    assert (found.kind, found.canonical, found.factor) == (kind, canonical, Fraction(factor))
    assert found.printed == printed


@pytest.mark.parametrize("printed", ["", "Total", "2023", "vs 2020", "Base 100 in 2015", "-", "and more", "CO2"])
def test_what_is_no_unit_is_none(printed: str) -> None:
    assert parse_unit(printed) is None


@pytest.mark.parametrize(
    ("text", "at", "found"),
    [
        ("1,410.88 MWh in 2024", 8, "MWh"),
        ("13,048 t CO2e/billion EUR in revenue in the year", 6, "t CO2e/billion EUR in revenue"),
        ("tCO2 e /person 0.47 0.45", 0, "tCO2 e /person"),
        ("RMB 10,000 61.5 70", 0, "RMB 10,000"),
        ("RMB 10,000 in 2023", 0, "RMB"),
        ("RMB'000 12", 0, "RMB'000"),
        ("kWh in '000s 12", 0, "kWh in '000s"),
        ("(in %) 77.2", 0, "%"),
        ("4.1m", 3, "m"),
        ("36 percent of employees", 2, "percent"),
        ("417 employees (2022: 444)", 3, "employees"),
        ("42 kg per tonne of product", 2, "kg per tonne"),
        ("12 to 15", 2, ""),
        ("5 no longer", 1, ""),
        ("3 a year", 1, ""),
        ("5, MWh", 1, ""),
    ],
)
def test_a_unit_is_found_in_running_text_without_swallowing_prose(text: str, at: int, found: str) -> None:
    span = find_unit(text, at)
    assert (text[slice(*span)] if span else "") == found


def test_conversion_is_exact_where_it_can_be() -> None:
    assert convert(Decimal("2269.01"), unit("MWh"), unit("GWh")) == Decimal("2.26901")
    assert convert(Decimal(1000), unit("GJ"), unit("MWh")) == Decimal("277.777777778")
    assert convert(Decimal("87.6"), unit("MWh/mEUR"), unit("kWh/EUR")) == Decimal("0.0876")
    assert canonical_text(convert(Decimal("1.20"), unit("RMB million"), unit("RMB"))) == "1200000"
    assert convert(Decimal("0.40"), unit("tons"), unit("t")) == Decimal("0.40")
    assert to_canonical(Decimal(5), unit("kt CO2e")) == 5000


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("MWh", "t"),
        ("tCO2e", "t"),
        ("EUR", "RMB"),
        ("days", "hours"),
        ("tCO2e", "tCO2e/person"),
        ("tons", "m3"),
        ("%", "ratio"),
    ],
)
def test_a_change_of_quantity_is_refused(source: str, target: str) -> None:
    with pytest.raises(UsageError, match="measure different things"):
        convert(Decimal(1), unit(source), unit(target))


def test_tonnes_are_cubic_metres_only_of_water() -> None:
    assert convert(Decimal("6643.74"), unit("tons"), unit("m3"), substance="water") == Decimal("6643.74")
    assert convert(Decimal("3.50"), unit("tons/ person"), unit("m3/person"), substance="water") == Decimal("3.50")
    assert convert(Decimal(2), unit("tons of water"), unit("litres")) == 2000
    with pytest.raises(UsageError):
        convert(Decimal(1), unit("tons"), unit("MWh"), substance="water")


def test_kind_family_drops_currency_codes() -> None:
    assert kind_family(unit("EUR/tCO2e").kind) == "currency_per_mass_co2e"
    assert kind_family("energy_per_currency:CNY") == "energy_per_currency"


def test_scale_words() -> None:
    assert [scale_of(w) for w in ("million", "bn", "’000", "k", "apples")] == [10**6, 10**9, 1000, 1000, None]


PINT_NAMES = {
    "kg": "kilogram",
    "t": "metric_ton",
    "lb": "pound",
    "short tons": "US_ton",
    "kWh": "kilowatt_hour",
    "GJ": "gigajoule",
    "TJ": "terajoule",
    "MMBtu": "1e6 * Btu_it",
    "L": "liter",
    "ML": "megaliter",
    "gallons": "gallon",
    "barrels": "oil_barrel",
    "ft3": "foot ** 3",
    "ha": "hectare",
    "acres": "acre_international",
    "sqft": "foot ** 2",
    "miles": "mile",
    "min": "minute",
    "MW": "megawatt",
    "toe": "tonne_of_oil_equivalent",
    "Mt": "megametric_ton",
}


def test_factors_agree_with_pint() -> None:
    import pint

    registry = pint.UnitRegistry(non_int_type=Fraction)
    registry.define("acre_international = 43560 * foot ** 2")
    canonical = {"t": "metric_ton", "MWh": "megawatt_hour", "m3": "meter ** 3", "m2": "meter ** 2", "km": "kilometer",
                 "hours": "hour", "MW": "megawatt"}  # fmt: skip
    for printed, name in PINT_NAMES.items():
        ours = unit(printed)
        theirs = registry(name).to(canonical[ours.canonical]).magnitude
        assert float(ours.factor) == pytest.approx(float(theirs), rel=1e-12), printed


@pytest.mark.parametrize(
    ("printed", "tidy"),
    [("tCO2 e", "tCO2e"), ("t CO2 eq / FTE", "t CO2eq/FTE"), ("m 3", "m3"), ("kg CO 2", "kg CO2"), ("MWh", "MWh"),
     ("/", "/"), ("tons of CO2 emitted", "tons of CO2 emitted")],
)  # fmt: skip
def test_a_torn_unit_is_written_whole(printed: str, tidy: str) -> None:
    assert tidy_unit(printed) == tidy
    before, after = parse_unit(printed), parse_unit(tidy)
    assert (before and (before.kind, before.factor)) == (after and (after.kind, after.factor))
