"""The row grammar: below a header, a table is ``(gap run)*``, where a run fills the value columns and a gap names them.

A gap holds, in this order, what flattening left of group headings, the row's label and its unit. How many cells a run
has decides how it fits the columns: digits too many belong to the label ("Under 30 14.9 20.6"), a slash too many is the
unit column's, cells too few stand under the newest years. A run that fits in no single way yields no row.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from tieout.extract.kpi.columns import Column, Header, Role
from tieout.extract.kpi.fitting import CellRun, fit_plain, fit_with_units, opens_label
from tieout.extract.kpi.lexer import CELL_KINDS, Kind, Token
from tieout.extract.kpi.lexicon import AGE_WORDS, AUXILIARIES, CELL_UNITS, NOTE_HEADS, NUMBERED_WORDS
from tieout.extract.kpi.printed_units import UnitAt, unit_behind
from tieout.text import fold

EndsInUnit = Callable[[list[Token], int, int], bool]

_LONGEST_GAP = 60
"""Most tokens between two rows of one table."""
_LONGEST_TEXT = 48
"""Most tokens of a text cell."""
_MOST_DIGITS = 2
"""Most digits of a number in a label."""
_PROSE_WORDS = 14
_SENTENCE_WORDS = 6


@dataclass(frozen=True, slots=True)
class Row:
    """A row: gap tokens ``[gap, first)``, cells under their columns, tokens up to ``end``.

    ``slash_unit`` says that the unit column prints "/", ``unit`` what it prints behind the values; ``certain`` that the
    cells fill the columns in one way only.
    """

    gap: int
    first: int
    end: int
    cells: tuple[tuple[Column, CellRun], ...]
    slash_unit: bool = False
    unit: str = ""
    certain: bool = True


def _bracket_end(tokens: list[Token], at: int, limit: int) -> int:
    """The index after the bracketed words that open at ``at``, or ``at`` where they do not close soon."""
    if at >= limit or not tokens[at].text.startswith("(") or tokens[at].kind is Kind.MARK:
        return at
    for i in range(at, min(limit, at + 6)):
        if tokens[i].text.endswith(")"):
            return i + 1
    return at


def _label_number_end(tokens: list[Token], at: int, limit: int) -> int:
    """The index after a number that belongs to the words before it ("Scope 1 –", "below 30"), or ``at``."""
    if at == 0 or not tokens[at].core.isdigit() or len(tokens[at].core) > _MOST_DIGITS:
        return at
    word = fold(tokens[at - 1].core).strip("(,")
    if word in NUMBERED_WORDS:
        dash = at + 1 < limit and tokens[at + 1].kind is Kind.NIL
        return at + 1 + dash
    aged = word in AGE_WORDS or (word in {"to", "and"} and at > 1 and tokens[at - 2].core.isdigit())
    return at + 1 if aged and len(tokens[at].core) == _MOST_DIGITS else at


def _read_run(
    tokens: list[Token], at: int, limit: int, flat: bool, negatives: bool, units: frozenset[str]
) -> tuple[list[CellRun], int]:
    """The cells of the run that begins at ``at`` and the index after it.

    ``negatives`` says that the page prints negative figures in brackets, so that "(20)" in a run is one, not a mark;
    ``units`` are the words that may stand inside a cell behind its figure.
    """
    named = _label_number_end(tokens, at, limit)
    if named > at:
        return [], named
    cells: list[CellRun] = []
    line = tokens[at].line
    i = at
    while i < limit and (flat or tokens[i].line == line):
        token = tokens[i]
        after = tokens[i + 1] if i + 1 < limit and (flat or tokens[i + 1].line == line) else None
        if token.kind in CELL_KINDS and not token.is_date:
            cells.append(CellRun(i, i + 1, token.kind, token.core, token.mark))
        elif token.kind is Kind.MARK and negatives and token.core[0] == "(":
            cells.append(CellRun(i, i + 1, Kind.FIGURE, token.core))
        elif (
            token.kind is Kind.MARK
            and cells
            and (after is None or after.kind in CELL_KINDS)
            and not (flat and after is None)
        ):
            cells[-1] = replace(cells[-1], end=i + 1, mark=token.mark)
        elif (
            cells
            and cells[-1].kind is Kind.FIGURE
            and fold(token.core) in units
            and (
                (after is None and not flat)
                or (after is not None and (after.kind in CELL_KINDS or cells[-1].unit == token.core))
                or (len(cells) > 1 and cells[-2].unit == token.core)
            )
        ):
            cells[-1] = replace(cells[-1], end=i + 1, unit=token.core, mark=cells[-1].mark or token.mark)
        elif cells and cells[-1].kind is Kind.FIGURE:
            closed = _bracket_end(tokens, i, limit)
            if closed == i or closed >= limit or tokens[closed].kind not in CELL_KINDS:
                break
            cells[-1] = replace(cells[-1], end=closed, is_text=True)
            i = closed
            continue
        else:
            break
        i += 1
    return cells, i


def _is_negative(tokens: list[Token], at: int, limit: int) -> bool:
    """Whether a bracketed number at ``at`` begins a run of cells: another cell stands right behind it."""
    if tokens[at].kind is not Kind.MARK or tokens[at].core[0] != "(" or at + 1 >= limit:
        return False
    after = tokens[at + 1]
    return after.line == tokens[at].line and (after.kind in CELL_KINDS or after.kind is Kind.MARK)


def _opens_row(last: CellRun, following: Token) -> bool:
    """Whether the last cell of a run begins the label behind it ("30 to 50", "– Diesel") if it is one too many."""
    if last.kind is Kind.NIL:
        return following.kind is Kind.WORD
    return opens_label(last) and fold(following.core) in {"to", "and", "–", "-", "years"}


def _text_end(tokens: list[Token], at: int, limit: int) -> int:
    """Where the text that continues the last cell ends: before the next capitalised word outside brackets."""
    if at >= limit or not (tokens[at].text[0].islower() or _bracket_end(tokens, at, limit) > at):
        return at
    depth = 0
    for i in range(at, min(limit, at + _LONGEST_TEXT)):
        text = tokens[i].text
        depth += text.count("(")
        if depth <= 0 and text[0].isupper():
            return i
        depth -= text.count(")")
    return at


def _line_end(tokens: list[Token], at: int, limit: int, flat: bool) -> int:
    """The end of the line that holds the token before ``at``; ``limit`` in flattened text."""
    end = at
    while not flat and end < limit and tokens[end].line == tokens[at - 1].line:
        end += 1
    return limit if flat else end


def _is_note_head(tokens: list[Token], at: int, flat: bool) -> bool:
    """Whether the notes below a table begin at ``at``."""
    token = tokens[at]
    if fold(token.core) in NOTE_HEADS or fold(token.text) in NOTE_HEADS:
        return True
    if fold(token.core) in {"note", "notes"} and at + 1 < len(tokens) and tokens[at + 1].text == ":":
        return True
    if token.kind is Kind.MARK:
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        opens = after is not None and after.kind is Kind.WORD and after.text[0].isupper()
        return opens and (flat or at == 0 or tokens[at - 1].line < token.line)
    return False


def _is_prose(tokens: list[Token], gap: int, first: int, flat: bool) -> bool:
    """Whether the tokens between two rows are sentences and the table has ended before them."""
    if flat:
        ends = sum(
            1
            for i in range(gap, first - 1)
            if tokens[i].text[-1] in ".;!?" and len(tokens[i].text) > 4 and tokens[i + 1].text[0].isupper()
        )
        return ends > 1
    label_line = tokens[first].line
    i = gap
    while i < first:
        line = tokens[i].line
        end = i
        while end < first and tokens[end].line == line:
            end += 1
        count = end - i
        closed = tokens[end - 1].text[-1] in ".;"
        if line < label_line and (count >= _PROSE_WORDS or (closed and count >= _SENTENCE_WORDS)):
            return True
        i = end
    return False


def _is_said(tokens: list[Token], first: int, end: int) -> bool:
    """Whether tokens ``[first, end)`` are of a sentence: one closes or has its auxiliary there."""
    return any(t.kind is Kind.WORD and (t.text[-1] in ".;" or fold(t.core) in AUXILIARIES) for t in tokens[first:end])


def read_rows(
    tokens: list[Token],
    header: Header,
    limit: int,
    flat: bool,
    ends_in_unit: EndsInUnit,
    start: int,
    *,
    negatives: bool,
) -> tuple[list[Row], int]:
    """The rows between a header and token ``limit``, and the index where the table ended.

    A table with targets also takes the figures that it could not place: a target would else pass for a result.

    Args:
        tokens: the page's tokens.
        header: the header above.
        limit: the start of the next header, or the number of tokens.
        flat: whether the page has lost its line breaks.
        ends_in_unit: says whether tokens ``[first, end)`` end in a unit.
        start: where the first gap begins.
        negatives: whether the page prints negative figures in brackets.
    """
    rows: list[Row] = []
    gap = at = start
    aims = any(column.role is Role.TARGET for column in header.columns)
    unread = start
    while at < limit:
        if _is_note_head(tokens, at, flat) and (rows or at > gap):
            break
        if at - gap > _LONGEST_GAP:
            if not aims or unread <= gap or _is_said(tokens, gap, unread):
                break
            gap = unread
            continue
        if tokens[at].kind not in CELL_KINDS and not (negatives and _is_negative(tokens, at, limit)):
            at += 1
            continue
        cells, end = _read_run(tokens, at, limit, flat, negatives, frozenset() if header.unit_after else CELL_UNITS)
        if not cells:
            at = max(end, at + 1)
            continue
        unread = end
        behind = unit_behind(tokens, end, _line_end(tokens, end, limit, flat)) if header.unit_after else None
        if header.unit_after and len(cells) > header.width and cells[-1].kind is Kind.SLASH:
            behind = UnitAt(cells.pop().end, "/")
        if behind is not None:
            end = behind.label_end
        if not flat and end < limit and tokens[end].line == tokens[at].line:
            at = max(end, at + 1)
            continue
        labelled = at > gap and (flat or tokens[at - 1].line == tokens[at].line)
        opens = flat and end < limit and _opens_row(cells[-1], tokens[end])
        if header.unit_before:
            fit = fit_with_units(cells, header, at > gap and ends_in_unit(tokens, gap, at), opens)
        else:
            fit = fit_plain(cells, header, flat, labelled and tokens[at - 1].core[-1] not in ":+", bool(rows), opens)
        if fit is None:
            if len(cells) > header.width and len(cells) > 1:
                gap = end
            at = end
            continue
        first = cells[fit.skip].first
        label_end = cells[fit.skip - 1].first if fit.slash_unit else first
        if _is_prose(tokens, gap, max(first, gap + 1) if first < len(tokens) else first, flat):
            break
        taken = cells[fit.skip : fit.skip + fit.take]
        rest = cells[fit.skip + fit.take :]
        stop = taken[-1].end if behind is None or rest else behind.label_end
        if header.unit_before and flat and not rest and taken[-1].kind is Kind.FIGURE:
            stop = _text_end(tokens, stop, limit)
            if stop > taken[-1].end:
                taken[-1] = replace(taken[-1], end=stop, is_text=True)
        rows.append(
            Row(
                gap,
                label_end,
                stop,
                tuple(zip(fit.columns, taken, strict=True)),
                fit.slash_unit or (behind is not None and behind.text == "/"),
                behind.text if behind is not None and behind.text != "/" else "",
                fit.certain,
            )
        )
        gap = stop
        if rest and not (len(rest) == 1 and opens_label(rest[0])):
            gap = rest[-1].end
        at = gap
    if aims and rows and unread > gap and not _is_said(tokens, gap, unread):
        gap = unread
    return rows, gap
