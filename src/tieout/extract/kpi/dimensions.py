"""Dimensions of a row: from the heading it stands under ("… by gender") and from its own label ("female members")."""

from __future__ import annotations

import re

from tieout.extract.kpi.lexicon import DIMENSION_NAMES, FUNCTION_WORDS, MEMBER_WORDS, WEAK_DIMENSION_NAMES
from tieout.extract.kpi.places import is_place
from tieout.model import Dimension
from tieout.text import fold

_BY = re.compile(r"^.*\bby (?P<name>[^\d(:]{3,40}?)(?: \(.*)?$|: ?(?P<colon>[^:]{3,40})$")
_AGE_BETWEEN = re.compile(r"(?<!\d)(\d{2}) ?(?:-|–|‒|to|and|bis) ?(\d{2})(?!\d)")
_AGE_UNDER = re.compile(
    r"(?:under|below|younger than|less than|up to|<) ?(?:the age of )?(\d{2})(?!\d)|^0 ?[-–] ?(\d{2})\b"
)
_AGE_OVER = re.compile(
    r"(?:over|above|older than|more than|>|≥) ?(?:the age of )?(\d{2})(?!\d)"
    r"|(?<!\d)(\d{2}) ?(?:\+|and (?:over|above|older|other))"
)
_EQUIVALENT = re.compile(r"full-time[- ]equivalents?")
_AGE_HINT = re.compile(r"\b(?:age|aged|ages|years|generation)")
_TOKEN = re.compile(r"[^\s,;()]+")


def dimension_of_heading(heading: str) -> str:
    """The dimension type that a heading announces, or ""."""
    folded = fold(heading).strip(" :*")
    if folded in DIMENSION_NAMES:
        return "" if folded in WEAK_DIMENSION_NAMES else DIMENSION_NAMES[folded]
    found = _BY.search(folded)
    if found is None:
        return ""
    name = (found["name"] or found["colon"] or "").strip(" :*")
    name = re.sub(r" in (?:%|percent)$", "", name)
    if name in DIMENSION_NAMES:
        return DIMENSION_NAMES[name]
    words = name.split()
    for size in range(min(3, len(words)), 0, -1):
        if " ".join(words[:size]) in DIMENSION_NAMES:
            return DIMENSION_NAMES[" ".join(words[:size])]
    return ""


def age_of(label: str) -> str:
    """The age band that a label names ("under 30", "30-50", "over 50"), or ""."""
    folded = fold(label)
    between = _AGE_BETWEEN.search(folded)
    if between:
        return f"{between[1]}-{between[2]}" if between[1] != "0" else f"under {between[2]}"
    under = _AGE_UNDER.search(folded)
    if under:
        return f"under {under[1] or under[2]}"
    over = _AGE_OVER.search(folded)
    return f"over {over[1] or over[2]}" if over else ""


def own_dimensions(label: str) -> list[Dimension]:
    """The dimensions that a label's own words say."""
    words = set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", _EQUIVALENT.sub(" ", fold(label))))
    found: dict[str, str] = {}
    for kind, value, members in MEMBER_WORDS:
        if words & members:
            found[kind] = "" if kind in found else value
    if _AGE_HINT.search(fold(label)) and "age" not in found:
        age = age_of(label)
        if age:
            found["age"] = age
    return [Dimension(kind, value) for kind, value in found.items() if value]


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


def member_of(label: str, heading: str) -> str:
    """What distinguishes a row in its group: its label without the words that the heading already says."""
    said = {_stem(w) for w in re.findall(r"[^\W\d_]+", fold(heading))}
    kept = [w for w in _TOKEN.findall(label) if _stem(fold(w)) not in said]
    while kept and (fold(kept[0]) in FUNCTION_WORDS or fold(kept[0]) == "number"):
        kept.pop(0)
    while kept and fold(kept[-1]) in FUNCTION_WORDS:
        kept.pop()
    if not kept:
        return label
    start = label.find(kept[0])
    stop = label.rfind(kept[-1]) + len(kept[-1])
    stop += label[stop : stop + 1] == ")" and label.count("(", start, stop) > label.count(")", start, stop)
    return label[start:stop] if 0 <= start < stop else " ".join(kept)


def belongs(label: str, kind: str, first: str) -> bool:
    """Whether a row without a heading of its own still stands in the group that began with the row ``first``."""
    if kind == "gender":
        return any(d.type == "gender" for d in own_dimensions(label))
    if kind == "age":
        return bool(age_of(label))
    if any(d.type == kind for d in own_dimensions(label)):
        return True
    if (label.isupper() and first.isupper()) or (kind == "region" and is_place(label)):
        return True
    ours, theirs = fold(label).split(), fold(first).split()
    return bool(ours) and bool(theirs) and (ours[-1] == theirs[-1] or ours[:2] == theirs[:2])


def dimensions_of(label: str, heading: str, kind: str) -> tuple[Dimension, ...]:
    """All dimensions of a row with this label under a heading of dimension type ``kind`` ("" for none)."""
    own = own_dimensions(label)
    if not kind or any(d.type == kind for d in own):
        return tuple(own)
    if kind == "gender":
        return tuple(own)
    value = age_of(label) if kind == "age" else member_of(label, heading)
    return (Dimension(kind, value), *own) if value else tuple(own)
