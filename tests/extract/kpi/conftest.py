"""Tiny invented reports for the KPI reader."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tieout.extract.kpi import extract_observations
from tieout.model import Catalogue, Observation, Page, Report, Source
from tieout.text import MappedText

Read = Callable[..., tuple[Observation, ...]]


@pytest.fixture
def read() -> Read:
    """Reads page texts as the report of Alder Works (for 2024) and checks that each quote is verbatim."""

    def observations(*texts: str, period: str = "2024") -> tuple[Observation, ...]:
        pages = tuple(Page(n, text, (), MappedText.identity(text)) for n, text in enumerate(texts, start=1))
        report = Report("alder-2024", "Alder Works", period, Source("a.txt", "text/plain", "0" * 64, 1), pages)
        found = extract_observations(report, Catalogue())
        for o in found:
            page = report.page(o.passage.page).text
            assert page[o.passage.start : o.passage.end] == o.passage.quote
            assert " ".join(page[o.cell[0] : o.cell[1]].split())
            assert len(o.indicator.split()) <= 20
        return found

    return observations
