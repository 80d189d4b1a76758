"""From a format's raw content to a Report: furniture set aside, hyphens healed, sections and identity found."""

from __future__ import annotations

from tieout.documents.furniture import furniture
from tieout.documents.hyphens import Healer
from tieout.documents.identity import find_organization, find_period
from tieout.documents.raw import Layout, RawDocument
from tieout.documents.sections import find_sections
from tieout.model import Page, Report, Source
from tieout.text import MappedText


def assemble(raw: RawDocument, source: Source, *, report: str, organization: str, period: str) -> Report:
    """The Report of one file's content; an empty organization or period is looked for in the text."""
    pages = _pages(raw)
    spoken = pages if raw.layout is not Layout.GRID else ()  # a table names other companies and other years
    return Report(
        id=report,
        organization=organization or find_organization(spoken, raw.title, raw.author),
        period=period or find_period(spoken, source.name, raw.title),
        source=source,
        pages=pages,
        sections=find_sections(raw, pages),
        tables=raw.tables,
    )


def _pages(raw: RawDocument) -> tuple[Page, ...]:
    """Pages with furniture set aside and bodies healed; a table file's text is its body as it is."""
    if raw.layout not in (Layout.FLAT, Layout.LINES):
        return tuple(Page(p.number, p.text, body=MappedText.identity(p.text), words=p.words) for p in raw.pages)
    aside = furniture([(p.number, p.text) for p in raw.pages])
    healer = Healer(p.text for p in raw.pages)
    pages = []
    for page, spans in zip(raw.pages, aside, strict=True):
        cuts = [*spans, *healer.cuts(page.text, page.breaks, flat=raw.layout is Layout.FLAT)]
        pages.append(Page(page.number, page.text, spans, MappedText.without(page.text, cuts), page.words))
    return tuple(pages)
