"""The outline of a grid's rows: each row's label and the headings above it.

Headings are rows without figures, labels that span rows, and rows that others break down ("of which …", "- …").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tieout.extract.grids.cells import is_blank
from tieout.extract.grids.layout import Layout, Role
from tieout.extract.kpi.dimensions import dimension_of_heading
from tieout.extract.kpi.lexicon import DIMENSION_NAMES
from tieout.model import Table
from tieout.text import collapse, fold

_DASHED = re.compile(r"^\s*[-–—•·*]\s+")
_PART = re.compile(
    r"^\s*(?:[-–—•]\s*)?(?:of which|thereof|of this|of these|davon|including|incl\.|o/w)\b[:,]?\s*", re.IGNORECASE
)
_MARKS = re.compile(r"(?:\s?\((?:[a-z]|\d{1,2}|\*{1,3})\))+(?=\s|$|:)|\s?\*{1,3}$|[¹²³⁴⁵⁶⁷⁸⁹]+$")
_MOST_WORDS = 20


@dataclass(frozen=True, slots=True)
class Line:
    """A data row: its index, its own label and the headings above it, outermost first."""

    row: int
    label: str
    headings: tuple[str, ...]


def clean_label(text: str) -> str:
    """A printed label on one line without list dashes and footnote marks, at most 20 words."""
    label = _MARKS.sub("", collapse(_DASHED.sub("", text))).strip(" :")
    words = label.split()
    return label if len(words) <= _MOST_WORDS else " ".join(words[:_MOST_WORDS])


def _indent(text: str) -> int:
    """How deep a label is set: leading white space, a list dash, or words that say it is a part."""
    lead = len(text) - len(text.lstrip())
    if _PART.match(text):
        return lead + 2
    return lead + (1 if _DASHED.match(text) else 0)


def read_outline(table: Table, layout: Layout) -> list[Line]:
    """The data rows in order, each with the headings that hold for it."""
    labels = layout.labels
    values = [i for i, column in enumerate(layout.columns) if column.role is Role.VALUE]
    lines: list[Line] = []
    over = tuple(text for text in map(clean_label, layout.corner) if _names_split(text))
    spans: list[str] = [""] * max(0, len(labels) - 1)
    sections: list[str] = []
    pending = False
    parents: list[tuple[int, str]] = []
    for index in range(layout.header_rows, len(table.rows)):
        row = table.rows[index]
        texts = [row[c].text for c in labels]
        if all(is_blank(row[c].text) for c in values):
            title = clean_label(next((t for t in texts if not is_blank(t)), ""))
            if title:
                sections = [*sections, title] if pending else [*sections[:-1], title]
                if pending is False and _opens_pair(table, layout, index, values):
                    sections = [title]
                pending = True
                parents = []
            continue
        pending = False
        own = max((i for i, t in enumerate(texts) if not is_blank(t)), default=-1)
        for level in range(len(spans)):
            if level < own and not is_blank(texts[level]):
                spans[level] = clean_label(texts[level])
            elif level >= own and own >= 0:
                spans[level] = ""
        raw = texts[own] if own >= 0 else ""
        above = tuple(s for s in spans[: max(own, 0)] if s)
        depth = _indent(raw)
        parents = [(d, title) for d, title in parents if d < depth]
        label = clean_label(raw) or (sections[-1] if sections else "")
        headings = (*over, *sections, *above, *(title for _, title in parents))
        lines.append(Line(index, label, tuple(h for h in headings if h != label)))
        parents.append((depth, clean_label(_PART.sub("", raw)) or label))
    return lines


def _names_split(corner: str) -> bool:
    """Whether the head of a label column says what its rows split, and by what ("Employees by region")."""
    return bool(dimension_of_heading(corner)) and fold(corner).strip(" :*") not in DIMENSION_NAMES


def _opens_pair(table: Table, layout: Layout, index: int, values: list[int]) -> bool:
    """Whether the next row is a heading too: then this one begins a new part of the table."""
    if index + 1 >= len(table.rows):
        return False
    row = table.rows[index + 1]
    return all(is_blank(row[c].text) for c in values) and any(not is_blank(row[c].text) for c in layout.labels)
