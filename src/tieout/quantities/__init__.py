"""Numbers as printed, units, conversion and rounding intervals; exact arithmetic only, standard library only.

``figures`` reads what is printed; ``reading`` says what a unit expression measures and where one stands in running
text, through ``grammar`` and the tables ``spellings`` and ``coinage``; ``units`` converts. Kinds are named as in the
metric catalogue ("mass_co2e_per_person").
"""

from tieout.quantities.figures import (
    NUMBER,
    canonical_text,
    guess_decimal_comma,
    parse_figure,
    rounding_interval,
    significant,
    split_bound,
    split_mark,
)
from tieout.quantities.reading import find_unit, parse_unit, tidy_unit
from tieout.quantities.units import Unit, convert, kind_family, scale_of, to_canonical

__all__ = [
    "NUMBER",
    "Unit",
    "canonical_text",
    "convert",
    "find_unit",
    "guess_decimal_comma",
    "kind_family",
    "parse_figure",
    "parse_unit",
    "rounding_interval",
    "scale_of",
    "significant",
    "split_bound",
    "split_mark",
    "tidy_unit",
    "to_canonical",
]
