"""Names of places that head rows and columns of a split by region: continents, blocs and countries."""

from __future__ import annotations

import re

from tieout.quantities.spellings import words_of
from tieout.text import fold

_PLACES = words_of(
    """
    africa americas america asia apac asia-pacific australia austria bangladesh belgium brazil bulgaria canada chile
    china colombia croatia cyprus czechia denmark egypt emea estonia eurasia europe finland france germany ghana
    greece hong kong hungary iceland india indonesia ireland israel italy japan kenya korea latin latvia lithuania
    luxembourg macau mainland malaysia malta mexico middle east morocco nam netherlands nigeria north norway oceania
    overseas pakistan peru philippines poland portugal romania russia serbia singapore slovakia slovenia south spain
    sweden switzerland taiwan thailand tunisia turkey türkiye uk ukraine united kingdom states emirates us usa
    vietnam abroad domestic international eu non-eu central eastern western northern southern cis mena dach benelux
    nordics rest world countries other region regions greater pacific
    """
)
_FILLERS = frozenset(
    {"of", "the", "and", "&", "in", "excl.", "incl.", "rest", "other", "countries", "region", "regions"}
)
_WORD = re.compile(r"[^\W\d_][^\s,;/()+]*")


def is_place(label: str) -> bool:
    """Whether a label is made of place names only ("Rest of Europe", "Germany", "Asia, Africa and Middle East")."""
    words = _WORD.findall(fold(label))
    return (
        bool(words)
        and len(words) <= 12
        and all(w in _PLACES or w in _FILLERS for w in words)
        and any(w in _PLACES and w not in _FILLERS for w in words)
    )
