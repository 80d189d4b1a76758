"""Abbreviations as a text itself writes them out: "power usage effectiveness (PUE)"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tieout.patterns import lazy
from tieout.text import fold

_DEFINED = lazy(r"(?P<long>[A-Za-z][\w,&’'/ -]{4,90}?),? \([“\"]?(?P<short>[A-Z]{2,6})s?[”\"]?\)")
_SHORT = lazy(r"\b([A-Z]{2,6})s?\b")
_JOINING = frozenset({"and", "of", "the", "for", "&", "in", "on", "to"})


def written_out(texts: Iterable[str]) -> dict[str, str]:
    """The long form of each abbreviation whose letters begin the words before it, the first one given."""
    found: dict[str, str] = {}
    for text in texts:
        for defined in _DEFINED.finditer(text):
            long = long_form(defined["long"], defined["short"])
            if long:
                found.setdefault(defined["short"], long)
    return found


def long_form(before: str, short: str) -> str:
    """The words at the end of a stretch that begin with the letters of an abbreviation, or nothing."""
    words = before.replace("-", " ").split()
    telling = [i for i, w in enumerate(words) if fold(w) not in _JOINING][-len(short) :]
    if "".join(words[i][0] for i in telling).upper() != short:
        return ""
    return " ".join(words[telling[0] :])


def spelled_in(text: str, long: Mapping[str, str]) -> str:
    """The long forms of the abbreviations in a text."""
    return " ".join(long[m] for m in dict.fromkeys(_SHORT.findall(text)) if m in long) if long else ""
