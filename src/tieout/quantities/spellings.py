"""The unit spellings of sustainability reports, as data: printed form -> base kind and exact factor.

Keys are compact: lower case, no spaces, hyphens or dots ("metric tons" is ``metrictons``). Factors are exact by
definition: SI prefixes, the international foot and pound, the International Table British thermal unit.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple


class Base(NamedTuple):
    """A kind's canonical unit: its symbol in the catalogue, its UCUM code and its QUDT local name."""

    canonical: str
    ucum: str
    qudt: str


BASES: dict[str, Base] = {
    "mass": Base("t", "t", "TONNE"),
    "mass_co2e": Base("tCO2e", "t{CO2e}", "TONNE"),
    "energy": Base("MWh", "MW.h", "MegaW-HR"),
    "power": Base("MW", "MW", "MegaW"),
    "volume": Base("m3", "m3", "M3"),
    "area": Base("m2", "m2", "M2"),
    "distance": Base("km", "km", "KiloM"),
    "passenger_distance": Base("pkm", "km{passenger}", ""),
    "freight_distance": Base("tkm", "t.km", ""),
    "count": Base("count", "{count}", "NUM"),
    "headcount": Base("persons", "{person}", "NUM"),
    "participations": Base("person-times", "{participation}", "NUM"),
    "percent": Base("%", "%", "PERCENT"),
    "percentage_points": Base("percentage points", "%{point}", ""),
    "ratio": Base("1", "1", "UNITLESS"),
    "hours": Base("hours", "h", "HR"),
    "days": Base("days", "d", "DAY"),
    "years": Base("years", "a", "YR"),
    "data": Base("GB", "GBy", "GigaBYTE"),
}
"""Hours, days and years are all of kind ``duration`` but never convert: a lost day has no fixed number of hours."""

_GJ = Fraction(10, 36)  # in MWh
_BTU = Fraction(105505585262, 10**17) * _GJ  # one British thermal unit = 1055.05585262 J
_FOOT = Fraction(3048, 10000)  # in m
_GALLON = Fraction(3785411784, 10**12)  # one US gallon = 231 cubic inches, in m3
_POUND = Fraction(45359237, 10**11)  # in t


def words_of(text: str) -> frozenset[str]:
    """The white-space separated words of a table row."""
    return frozenset(text.split())


def _each(kind: str, factor: Fraction | int, spellings: str) -> dict[str, tuple[str, Fraction]]:
    return {spelling: (kind, Fraction(factor)) for spelling in spellings.split()}


ATOMS: dict[str, tuple[str, Fraction]] = {
    # mass, in t
    **_each("mass", 1, "t ton tons tonne tonnes metricton metrictons metrictonne metrictonnes mt tonnage"),
    **_each("mass", Fraction(1, 10**3), "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes"),
    **_each("mass", Fraction(1, 10**6), "g gram grams gramme grammes"),
    **_each("mass", Fraction(1, 10**9), "mg milligram milligrams"),
    **_each("mass", Fraction(1, 10**12), "µg μg ug microgram micrograms"),
    **_each("mass", 10**3, "kt ktonne ktonnes kiloton kilotons kilotonne kilotonnes kton ktons"),
    **_each("mass", 10**6, "megaton megatons megatonne megatonnes mmt"),
    **_each("mass", 10**9, "gt gigaton gigatons gigatonne gigatonnes"),
    **_each("mass", _POUND, "lb lbs pound pounds"),
    **_each("mass", 2000 * _POUND, "shortton shorttons uston ustons"),
    **_each("mass", 2240 * _POUND, "longton longtons"),
    # energy, in MWh
    **_each("energy", Fraction(1, 10**6), "wh watthour watthours"),
    **_each("energy", Fraction(1, 10**3), "kwh kilowatthour kilowatthours kwhr kwhs ekwh"),
    **_each("energy", 1, "mwh megawatthour megawatthours mwhs emwh"),
    **_each("energy", 10**3, "gwh gigawatthour gigawatthours gwhs egwh"),
    **_each("energy", 10**6, "twh terawatthour terawatthours"),
    **_each("energy", _GJ / 10**6, "kj kilojoule kilojoules"),
    **_each("energy", _GJ / 10**3, "mj megajoule megajoules"),
    **_each("energy", _GJ, "gj gigajoule gigajoules gjs"),
    **_each("energy", _GJ * 10**3, "tj terajoule terajoules"),
    **_each("energy", _GJ * 10**6, "pj petajoule petajoules"),
    **_each("energy", _BTU * 10**6, "mmbtu mmbtus dekatherm dekatherms dth"),
    **_each("energy", _BTU * 10**5, "therm therms"),
    **_each("energy", _BTU, "btu btus"),
    **_each(
        "energy", _GJ * Fraction(41868, 1000),
        "toe tonneofoilequivalent tonnesofoilequivalent tonsofoilequivalent",
    ),
    **_each("energy", _GJ * Fraction(293076, 10000), "tce tonsofstandardcoal tonnesofstandardcoal tonneofstandardcoal"),
    # power, in MW
    **_each("power", Fraction(1, 10**6), "w watt watts"),
    **_each("power", Fraction(1, 10**3), "kw kilowatt kilowatts kwp"),
    **_each("power", 1, "mw megawatt megawatts mwp"),
    **_each("power", 10**3, "gw gigawatt gigawatts gwp"),
    # volume, in m3
    **_each(
        "volume", 1,
        "m3 m^3 cubicmetre cubicmetres cubicmeter cubicmeters cbm nm3 cum kl kilolitre kilolitres kiloliter "
        "kiloliters",
    ),
    **_each("volume", Fraction(1, 10**3), "l litre litres liter liters ltr ltrs dm3"),
    **_each("volume", Fraction(1, 10**6), "millilitre millilitres milliliter milliliters"),
    **_each("volume", Fraction(1, 10), "hl hectolitre hectolitres hectoliter hectoliters"),
    **_each("volume", 10**3, "megalitre megalitres megaliter megaliters"),
    **_each("volume", 10**6, "gigalitre gigalitres gigaliter gigaliters hm3"),
    **_each("volume", 10**9, "km3"),
    **_each("volume", _GALLON, "gallon gallons gal usgallon usgallons"),
    **_each("volume", 42 * _GALLON, "barrel barrels bbl bbls"),
    **_each("volume", _FOOT**3, "cubicfoot cubicfeet cf ft3 cuft"),
    # area, in m2
    **_each("area", 1, "m2 m^2 sqm squaremetre squaremetres squaremeter squaremeters"),
    **_each("area", 10**4, "ha hectare hectares"),
    **_each("area", 10**6, "km2 squarekilometre squarekilometres squarekilometer squarekilometers"),
    **_each("area", _FOOT**2, "sqft ft2 squarefoot squarefeet"),
    **_each("area", 43560 * _FOOT**2, "acre acres"),
    # distance, in km
    **_each("distance", 1, "km kms kilometre kilometres kilometer kilometers"),
    **_each("distance", 5280 * _FOOT / 1000, "mile miles mi"),
    **_each("distance", Fraction(1, 10**3), "metre metres meter meters"),
    **_each(
        "passenger_distance", 1,
        "pkm passengerkm passengerkilometre passengerkilometres passengerkilometer passengerkilometers",
    ),
    **_each(
        "freight_distance", 1,
        "tkm tonnekm tonnekilometre tonnekilometres tonnekilometer tonnekilometers tonkilometers",
    ),
    # time
    **_each(
        "hours", 1,
        "h hr hrs hour hours hourly manhour manhours personhour personhours workinghour workinghours "
        "workhours",
    ),
    **_each("hours", Fraction(1, 60), "min mins minute minutes"),
    **_each(
        "days", 1,
        "day days workingday workingdays calendarday calendardays workday workdays businessdays mandays "
        "persondays",
    ),
    **_each("days", 7, "week weeks"),
    **_each("years", 1, "year years yr yrs annum a pa"),
    **_each("years", Fraction(1, 12), "month months"),
    # shares
    **_each("percent", 1, "% percent percentage percentages pct perc percents"),
    **_each("percent", Fraction(1, 10), "‰ permille"),
    **_each("percent", Fraction(1, 100), "bp bps basispoint basispoints"),
    **_each("percentage_points", 1, "percentagepoint percentagepoints pp pps ppt ppts pts %points %point"),
    **_each("ratio", 1, "ratio times:1 x"),
    # people and things
    **_each(
        "headcount", 1,
        "person persons people employee employees headcount headcounts hc heads head fte ftes staff staffs "
        "worker workers "
        "fulltimeequivalent fulltimeequivalents capita men women volunteers trainees apprentices participants "
        "members colleagues averagefte averageftes employeesfte individuals beneficiaries students",
    ),
    **_each(
        "participations", 1,
        "persontime persontimes personstimes participations participation attendances attendance visits "
        "persontrips mantimes",
    ),
    **_each(
        "count", 1,
        "number numbers no nos nr # n unit units count item items piece pieces pcs case cases time times "
        "session sessions "
        "instance instances incident incidents accident accidents injury injuries fatality fatalities report reports "
        "complaint complaints supplier suppliers patent patents award awards meeting meetings audit audits "
        "drill drills "
        "project projects site sites country countries region regions institution institutions store stores "
        "vehicle vehicles "
        "copyright copyrights trademark trademarks document documents course courses event events spill spills "
        "hire hires position positions customer customers contract contracts company companies location locations "
        "topic topics channel channels rank nationalities drawings branches set sets",
    ),
    **_each("data", 1, "gb gigabyte gigabytes"),
    **_each("data", 10**3, "tb terabyte terabytes"),
    **_each("data", 10**6, "pb petabyte petabytes"),
}  # fmt: skip

CASED: dict[str, tuple[str, Fraction]] = {
    "Mt": ("mass", Fraction(10**6)),
    "ML": ("volume", Fraction(10**3)),
    "Ml": ("volume", Fraction(10**3)),
    "mL": ("volume", Fraction(1, 10**6)),
    "ml": ("volume", Fraction(1, 10**6)),
    "Mm3": ("volume", Fraction(10**6)),
    "Mm^3": ("volume", Fraction(10**6)),
    "Mcm": ("volume", Fraction(10**6)),
    "GL": ("volume", Fraction(10**6)),
}
"""Symbols whose capital letters carry the meaning: Mt is a million tonnes, mt and MT a metric ton."""

SCALES: dict[str, int] = {
    **dict.fromkeys(("hundred",), 100),
    **dict.fromkeys(("thousand", "thousands", "'000", "'000s", "000", "000s", "k", "tsd", "th", "thd"), 10**3),
    **dict.fromkeys(("tenthousand", "'0000", "0000"), 10**4),
    **dict.fromkeys(("lakh", "lakhs"), 10**5),
    **dict.fromkeys(("million", "millions", "mio", "mn", "mln", "m", "mm"), 10**6),
    **dict.fromkeys(("crore", "crores"), 10**7),
    **dict.fromkeys(("billion", "billions", "bn", "bln", "mrd", "b"), 10**9),
    **dict.fromkeys(("trillion", "trillions"), 10**12),
}
"""Scale words. "m", "k", "b", "mm" and "th" count only beside a currency."""

SHORT_SCALES = frozenset({"k", "m", "b", "mm", "th"})

GASES = words_of("ch4 methane n2o nox sox so2 no2 voc vocs nmvoc pm pm10 dust sf6 hfc hfcs cod teq")
"""Substances after a mass that leave it a plain mass."""

CARBON = words_of(
    "co2 co2e co2eq co2equ co2equiv co2equivalent co2equivalents "
    "carbondioxide carbondioxideequivalent carbondioxideequivalents"
)
"""Carbon dioxide and its equivalents. Plain CO2 counts as CO2e: reports print either for the same figure."""
