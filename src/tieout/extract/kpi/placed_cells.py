"""The cells of placed tables as observations: which side names what is measured, which side the members."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tieout.extract.kpi.dimensions import own_dimensions
from tieout.extract.kpi.page_tokens import PageTokens
from tieout.extract.kpi.placed_tables import PlacedTable, find_placed_tables, text_of
from tieout.model import Dimension, Observation, Origin, Word
from tieout.quantities import parse_figure, parse_unit
from tieout.text import collapse, fold

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BRACKETED = re.compile(r"\s*\((?:in )?(?P<unit>[^()]{1,20})\)\s*$")
_DATAPOINT, _DEFINED = re.compile(r"^\(?\d{1,3}[a-z]?\) (?:the )?"), re.compile(r", (?:defined|expressed) as .*$")
"""The number of a datapoint before its name, and its definition behind it: "(97a) the gender pay gap, defined as …"."""
_NUMBER = re.compile(r"[€$£%h\s]")
_WHOLES = frozenset({"total", "all", "overall", "sum", "group", "grand total"})
_LONGEST_CAPTION, _LONGEST_LABEL = 15, 20

Span = tuple[int, int]


def read_placed_tables(
    source: PageTokens, known: Sequence[Span], read: Sequence[Observation] = ()
) -> tuple[Observation, ...]:
    """The figures of the page's placed tables that stand outside the ``known`` spans of its body text.

    Of a table whose first rows were ``read`` from the text, the other rows are read alike where the two agree.
    """
    found: list[Observation] = []
    for number, table in enumerate(find_placed_tables(source.page), start=1):
        inside = [c for row in table.rows for c in row.cells if _known(source, c.start, known)]
        years = set(_YEAR.findall(f"{table.caption} {table.corner}"))
        told = any(_YEAR.search(text_of(source.page, row.label)) for row in table.rows)
        if told or len(years) > 1:
            continue
        if not inside:
            found += _observe(source, table, number, next(iter(years), source.report.period))
        elif (begun := _begun(source, table, inside, read)) is not None:
            rest = tuple(r for r in table.rows if not any(c in inside for c in r.cells))
            found += _observe(source, replace(table, rows=rest, caption=""), number, begun.period, alike=begun)
    return tuple(found)


def _begun(
    source: PageTokens, table: PlacedTable, inside: Sequence[Word], read: Sequence[Observation]
) -> Observation | None:
    """A figure of the first rows as read from the text, where all of these rows name the same rows and columns.

    Each must have the column's name as what is measured and the row's as its only dimension, and the rows must come
    first: then the text has lost the cells of the others, not the reading their meaning.
    """
    page = source.page
    first = [r for r in table.rows if any(c in inside for c in r.cells)]
    if 2 * len(first) >= len(table.rows) or list(table.rows[: len(first)]) != first:
        return None
    one: Observation | None = None
    for row in first:
        label = fold(collapse(text_of(page, row.label)))
        for name, cell in zip(table.columns, row.cells, strict=True):
            one = next((o for o in read if o.cell[0] <= cell.start < o.cell[1]), None)
            bare = fold(_BRACKETED.sub("", name))
            if one is None or fold(one.indicator) != bare or [fold(d.value) for d in one.dimensions] != [label]:
                return None
    return one


def _known(source: PageTokens, at: int, known: Sequence[Span]) -> bool:
    place = source.page.body.derived_index(at)
    return any(start <= place < end for start, end in known)


def _observe(
    source: PageTokens, table: PlacedTable, number: int, period: str, *, alike: Observation | None = None
) -> list[Observation]:
    page = source.page
    labels = [collapse(text_of(page, row.label)) for row in table.rows]
    by_rows = alike is not None or _rows_are_members(source, table, labels)
    kind = alike.dimensions[0].type if alike is not None else ""
    shared = _unit_of(table.corner)
    caption = table.caption if 0 < len(table.caption.split()) <= _LONGEST_CAPTION and table.caption[-1] != "." else ""
    found: list[Observation] = []
    for index, (row, label) in enumerate(zip(table.rows, labels, strict=True), start=1):
        for at, (name, cell) in enumerate(zip(table.columns, row.cells, strict=True), start=1):
            measure, member = (name, label) if by_rows else (label, name)
            bracket = _BRACKETED.search(measure)
            printed = bracket["unit"] if bracket is not None and parse_unit(bracket["unit"]) is not None else ""
            raw = page.text[cell.start : cell.end]
            value = parse_figure(_NUMBER.sub("", raw), decimal_comma=source.decimal_comma)
            if value is None or (alike is not None and _is_whole(member) and collapse(raw) == "100%"):
                continue  # the whole is no share of itself
            unit = "%" if raw.endswith("%") else "h" if raw.endswith("h") else printed or shared
            indicator = _DEFINED.sub("", _DATAPOINT.sub("", _BRACKETED.sub("", measure) if printed else measure))
            split = [Dimension(kind, member)] if kind else own_dimensions(member) or [Dimension("breakdown", member)]
            members = () if _is_whole(member) else split
            own = [d for d in own_dimensions(indicator) if d.type not in {m.type for m in members}]
            found.append(
                Observation(
                    report=source.report.id,
                    organization=source.report.organization,
                    period=period,
                    indicator=" ".join(indicator.split()[:_LONGEST_LABEL]),
                    passage=source.passage_of([*row.label, *row.cells], row.cells),
                    raw_value=collapse(raw),
                    value=value,
                    group=caption,
                    dimensions=(*own, *members),
                    unit=unit,
                    section=source.section(cell.start),
                    table=f"p{page.number}-g{number}",
                    row=index,
                    column=at,
                    cell=(cell.start, cell.end),
                    origin=Origin.TABLE,
                    method="placed-table",
                    confidence=0.8,
                )
            )
    return found


def _is_whole(member: str) -> bool:
    """Whether a member is all of them ("Total", "Group total")."""
    return fold(member) in _WHOLES or fold(member).endswith(" total")


def _unit_of(corner: str) -> str:
    """The unit that stands above the labels, in brackets or at the end ("EUR thousand"), for all that print none."""
    bracket = _BRACKETED.search(corner)
    words = corner.split()
    tails = [bracket["unit"]] if bracket is not None else [" ".join(words[-n:]) for n in (2, 1) if len(words) >= n]
    return next((t for t in tails if parse_unit(t) is not None), "")


def _rows_are_members(source: PageTokens, table: PlacedTable, labels: Sequence[str]) -> bool:
    """Whether the columns say what is measured: each has one kind of figure, or the rows are parts of the company."""
    name = fold(source.report.organization).split()[0]
    if 2 * sum(name in fold(label).split() for label in labels) > len(labels):
        return True
    kinds = [
        {_kind(source.page.text[r.cells[i].start : r.cells[i].end]) for r in table.rows}
        for i in range(len(table.columns))
    ]
    return all(len(k) == 1 for k in kinds) and len(set().union(*kinds)) > 1


def _kind(raw: str) -> str:
    return "share" if raw.endswith("%") else "time" if raw.endswith("h") else "figure"
