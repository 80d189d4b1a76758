"""Tables of goals and results, read by where their words stand: "Goals 2030 | Results 2023" above cells of lines.

Such a cell prints a figure with a remark ("7,500 t CO2e (20 % less than in 2021)"), or several figures, each behind
what it is of ("Ever assessed: 80 %"). Text runs the lines of all cells of a row together; boxes keep them apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tieout.extract.kpi.dimensions import own_dimensions
from tieout.extract.kpi.figures import Printed, scan
from tieout.extract.kpi.page_tokens import PageTokens
from tieout.extract.kpi.placed_tables import Line, lines_of, text_of, word_blocks
from tieout.model import Dimension, Observation, Origin, Page, Word
from tieout.quantities import parse_unit
from tieout.text import collapse

_HEAD = re.compile(
    r"(?:(?P<goal>goals?|targets?|ambitions?)|"
    r"(?P<result>results?|actuals?|achieved|status|performance|base(?: ?year|line)?)) "
    r"(?:by |for |in )?(?P<year>(?:19|20)\d\d)",
    re.IGNORECASE,
)
_UNIT = re.compile(r"\s*\((?:in )?(?P<unit>[^()]{1,20})\)\s*$")
_PART = re.compile(r"(?P<what>[A-Z][^:()\d]{2,60}?)(?: (?:in|by) (?:19|20)\d\d)?: ")
_REMARK = re.compile(r"\([^()]*\)")
_SPACE, _LEFT, _FAR_APART = 0.9, 3.0, 4.0
"""In heights of a word the widest gap within a block; how far left of its column a word may begin, in points; and in
heights of a line how far below a row's line the next one of it may stand."""
_LONGEST_LABEL = 14

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Head:
    """The head of such a table: where labels and columns begin, in points from the left, and the columns' heads."""

    line: int
    label: float
    starts: tuple[float, ...]
    columns: tuple[re.Match[str], ...]


@dataclass(slots=True)
class _Row:
    """A row: the words of its label and those of each cell, in reading order."""

    label: list[Word]
    cells: list[list[Word]]


def read_placed_goals(source: PageTokens) -> tuple[Observation, ...]:
    """The figures of a page's tables of goals and results."""
    lines = lines_of(source.page.words)
    found: list[Observation] = []
    heads = [head for i, line in enumerate(lines) if (head := _head(source, line, i)) is not None]
    for number, head in enumerate(heads, start=1):
        end = heads[number].line if number < len(heads) else len(lines)
        for index, row in enumerate(_rows(source.page, lines[head.line + 1 : end], head), start=1):
            for at, (column, cell) in enumerate(zip(head.columns, row.cells, strict=True), start=1):
                found += _observe(source, row, cell, column, (f"p{source.page.number}-t{number}", index, at))
    return tuple(found)


def _head(source: PageTokens, line: Line, at: int) -> _Head | None:
    """The line as a head: a goal and a result side by side, with the head of the labels to the left."""
    blocks = word_blocks(line.words, _SPACE)
    columns = [_HEAD.fullmatch(text_of(source.page, block)) for block in blocks]
    first = next((i for i, c in enumerate(columns) if c is not None), 0)
    named = [c for c in columns[first:] if c is not None]
    if first == 0 or len(named) != len(blocks) - first or len({bool(c["goal"]) for c in named}) < 2:
        return None
    return _Head(at, blocks[first - 1][0].x0, tuple(b[0].x0 for b in blocks[first:]), tuple(named))


def _rows(page: Page, lines: Sequence[Line], head: _Head) -> list[_Row]:
    """The rows below a head: one begins where a label and a cell stand on one line; words across columns end them."""
    rows: list[_Row] = []
    last = 0.0
    for line in lines:
        words = [w for w in line.words if w.x0 >= head.label - _LEFT]
        if any(
            block[0].x0 < start - _LEFT < block[-1].x0 for block in word_blocks(words, _SPACE) for start in head.starts
        ):
            break
        label = [w for w in words if w.x0 < head.starts[0] - _LEFT]
        cells = [
            [w for w in words if low - _LEFT <= w.x0 < high - _LEFT]
            for low, high in pairwise([*head.starts, float("inf")])
        ]
        if label and any(cells) and not _goes_on(page, rows, label):
            rows.append(_Row([], [[] for _ in head.starts]))
        elif rows and line.middle - last > _FAR_APART * line.height:
            break
        last = line.middle
        if rows:
            rows[-1].label += label
            for own, more in zip(rows[-1].cells, cells, strict=True):
                own += more
    return rows


def _goes_on(page: Page, rows: Sequence[_Row], label: Sequence[Word]) -> bool:
    """Whether a label's line goes on with the one right above it: it begins in small letters or with a bracket."""
    if not rows or not rows[-1].label:
        return False
    above = rows[-1].label[-1]
    near = label[0].top - above.bottom < above.bottom - above.top
    return near and not page.text[label[0].start].isupper()


def _observe(
    source: PageTokens, row: _Row, cell: Sequence[Word], column: re.Match[str], place: tuple[str, int, int]
) -> list[Observation]:
    page = source.page
    label = collapse(text_of(page, row.label))
    bracket = _UNIT.search(label)
    shared = bracket["unit"] if bracket is not None and parse_unit(bracket["unit"]) is not None else ""
    name = _UNIT.sub("", label) if shared else label
    table, index, at = place
    found: list[Observation] = []
    for what, figure, (low, high) in _figures(source, cell):
        indicator = f"{name}: {what}" if what else name
        series = (Dimension("series", "target"),) if column["goal"] else ()
        found.append(
            Observation(
                report=source.report.id,
                organization=source.report.organization,
                period=column["year"],
                indicator=" ".join(indicator.split()[:_LONGEST_LABEL]),
                passage=source.passage_of([*row.label, *cell], cell),
                raw_value=collapse(page.text[low:high]),
                value=figure.value,
                qualifier=figure.qualifier,
                dimensions=(*own_dimensions(indicator), *series),
                unit=figure.unit or shared,
                section=source.section(low),
                table=table,
                row=index,
                column=at,
                cell=(low, high),
                origin=Origin.TABLE,
                method="placed-goals",
                confidence=0.8,
            )
        )
    return found


def _figures(source: PageTokens, cell: Sequence[Word]) -> list[tuple[str, Printed, Span]]:
    """The figures of a cell outside its remarks: what each is of, where the cell says it, and where it stands.

    A cell that names no parts has one figure; of one that does, the first behind each name.
    """
    text, starts = "", dict[int, int]()
    for word in cell:
        starts[len(text)] = word.start
        text += source.page.text[word.start : word.end] + " "
    bare = _REMARK.sub(lambda m: " " * len(m[0]), text)
    names = list(_PART.finditer(bare))
    figures = scan(bare, 0, len(bare), decimal_comma=source.decimal_comma)
    found: list[tuple[str, Printed, Span]] = []
    for name, behind in pairwise([*names, None]) if names else [(None, None)]:
        low, high = (name.end() if name is not None else 0), (behind.start() if behind is not None else len(bare))
        figure = next((f for f in figures if low <= f.start and f.end <= high), None)
        if figure is None:
            continue
        start, end = (_at(starts, place) for place in (figure.number[0], figure.end - 1))
        what = collapse(name["what"]) if name is not None else ""
        found.append((what, figure, (start, end + 1)))
    return found


def _at(starts: dict[int, int], place: int) -> int:
    """Where a character of a cell's text stands on the page."""
    word = max(at for at in starts if at <= place)
    return starts[word] + place - word
