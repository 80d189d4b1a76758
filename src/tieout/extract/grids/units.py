"""The unit that holds for a cell: printed in it, in its row, in its column's head, in a heading, or over the table."""

from __future__ import annotations

import re

from tieout.quantities import parse_unit
from tieout.text import collapse

_BRACKET = re.compile(r"[(\[（]([^()\[\]（）]{1,60})[)\]）]")
_TAIL = re.compile(r"\bin\s|,\s")
_COUNTED = frozenset({"count", "headcount", "participations"})


def label_unit(label: str) -> tuple[str, str]:
    """The unit that a label prints and the label without it: "Petrol (in tonnes)" -> "tonnes", "Petrol"."""
    for found in reversed(list(_BRACKET.finditer(label))):
        inner = _strip_in(found.group(1))
        if not inner.isdigit() and parse_unit(inner) is not None:
            return inner, collapse(f"{label[: found.start()]} {label[found.end() :]}").strip(" ,:")
    for opening in _TAIL.finditer(label):
        tail = _strip_in(label[opening.end() :])
        unit = parse_unit(tail) if tail else None
        if unit is not None and unit.kind not in _COUNTED:
            return tail, label[: opening.start()].strip(" ,:")
    unit = parse_unit(_strip_in(label))
    if unit is not None and unit.kind not in _COUNTED:
        return ("%", label) if unit.kind == "percent" and " " in label.strip() else (_strip_in(label), "")
    return ("%", label) if label.startswith("%") or label.endswith(" %") else ("", label)


def _strip_in(text: str) -> str:
    """The text without enclosing brackets and a leading "in"."""
    stripped = text.strip(" .,:")
    if stripped[:1] in {"(", "["} and stripped[-1:] in {")", "]"} and stripped.count(stripped[0]) == 1:
        stripped = stripped[1:-1].strip()
    return stripped[3:].strip() if stripped.lower().startswith("in ") else stripped


def loose_unit(text: str) -> str:
    """The unit in a heading, corner or caption: the whole of it, in brackets, or after "in" at its end; "" for none."""
    whole = _strip_in(text)
    unit = parse_unit(whole) if whole else None
    if unit is not None and unit.kind not in _COUNTED:
        return whole
    return label_unit(text)[0]
