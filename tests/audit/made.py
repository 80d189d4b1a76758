"""A tiny made-up report: its pages, and figures that quote them."""

from __future__ import annotations

from decimal import Decimal

from tieout.model import Dimension, Observation, Origin, Page, Passage, Report, Section, Source
from tieout.text import MappedText


def report(*pages: str, sections: tuple[Section, ...] = ()) -> Report:
    """A report of these pages, numbered from 1."""
    source = Source("made.txt", "text/plain", "0" * 64, 1)
    made = tuple(Page(i, text, body=MappedText.identity(text)) for i, text in enumerate(pages, 1))
    return Report("r", "Made Up AG", "2024", source, made, sections)


def section(number: str, title: str, page: int, start: int, end: int, parent: str = "") -> Section:
    """A numbered section that begins at ``start``."""
    return Section(f"s{number}", number, title, number.count(".") + 1, parent, page, start, end, (title,))


def row(
    made: Report, page: int, quote: str, metric: str, *figures: str, group: str = "", unit: str = "",
    last: int = 2024, notes: tuple[Passage, ...] = (), origin: Origin = Origin.TABLE,
) -> list[Observation]:  # fmt: skip
    """The figures of one printed row, a year each, the last one of ``last``; the quote stands on the page."""
    passage = note(made, page, quote)
    split = (Dimension("group", group),) if group else ()
    return [
        Observation(
            report="r", organization="Made Up AG", period=str(last - len(figures) + 1 + i), passage=passage,
            indicator=quote.split(figures[0])[0].strip(), raw_value=raw,
            value=_number(raw), value_canonical=_number(raw),
            metric=metric, metric_score=1.0, unit=unit, unit_canonical=unit, origin=origin, table=f"p{page}-t1",
            row=passage.start, column=i, dimensions=split, notes=notes,
        )
        for i, raw in enumerate(figures)
    ]  # fmt: skip


def _number(raw: str) -> Decimal:
    return Decimal(raw.replace(",", ""))


def note(made: Report, page: int, quote: str) -> Passage:
    """A place on a page."""
    start = made.page(page).text.index(quote)
    return Passage("r", page, start, start + len(quote), quote)
