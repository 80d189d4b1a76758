"""The facts of the reports in reach, gathered once and kept for the next question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tieout.ask.figures.linking import Linker
from tieout.ask.figures.series import Series, gather_series
from tieout.ask.ports import Ports, ReportCard
from tieout.model import Catalogue, Disclosure, Entity, Metric, Origin
from tieout.patterns import lazy

_SMALL = lazy(r"\b[a-zà-ÿ]{2,}\b")


@dataclass(frozen=True)
class View:
    """Reports in reach with their series, disclosures and entities, and the ports to look further."""

    ports: Ports
    catalogue: Catalogue
    cards: tuple[ReportCard, ...]
    series: tuple[Series, ...]
    disclosures: tuple[Disclosure, ...]
    entities: tuple[Entity, ...]
    linker: Linker

    @property
    def reports(self) -> tuple[str, ...]:
        """Their ids."""
        return tuple(c.id for c in self.cards)

    @property
    def organizations(self) -> tuple[str, ...]:
        """Their organizations, each once."""
        return tuple(dict.fromkeys(c.organization for c in self.cards))

    @property
    def period(self) -> str:
        """The newest reporting period among them."""
        return max((c.period for c in self.cards), default="")

    def metric(self, identifier: str) -> Metric | None:
        """A catalogue metric by id."""
        return next((m for m in self.catalogue.metrics if m.id == identifier), None)

    @cached_property
    def measuring(self) -> dict[tuple[str, str], tuple[Series, ...]]:
        """The series of each report and metric."""
        found: dict[tuple[str, str], list[Series]] = {}
        for series in self.series:
            if series.metric is not None:
                found.setdefault((series.report, series.metric.id), []).append(series)
        return {key: tuple(own) for key, own in found.items()}

    @cached_property
    def boxes(self) -> dict[tuple[str, int], tuple[int, ...]]:
        """Where figures of highlight boxes begin on each page."""
        found: dict[tuple[str, int], set[int]] = {}
        for series in self.series:
            if series.origin is Origin.HIGHLIGHT:
                for o in series.observations:
                    found.setdefault((o.report, o.passage.page), set()).add(o.passage.start)
        return {place: tuple(sorted(starts)) for place, starts in found.items()}

    @cached_property
    def goals(self) -> dict[tuple[str, int], tuple[tuple[int, int], ...]]:
        """The spans of the figures on each page that are goals."""
        found: dict[tuple[str, int], set[tuple[int, int]]] = {}
        for series in self.series:
            if any((d.type, d.value) == ("series", "target") for d in series.dimensions):
                for o in series.observations:
                    found.setdefault((o.report, o.passage.page), set()).add(o.cell)
        return {place: tuple(sorted(spans)) for place, spans in found.items()}

    @cached_property
    def rows(self) -> dict[tuple[str, int], tuple[tuple[int, int], ...]]:
        """The spans of table rows on each page, sorted."""
        found: dict[tuple[str, int], set[tuple[int, int]]] = {}
        for series in self.series:
            if series.origin is Origin.TABLE:
                for o in series.observations:
                    found.setdefault((o.report, o.passage.page), set()).add((o.passage.start, o.passage.end))
        return {place: tuple(sorted(spans)) for place, spans in found.items()}

    @cached_property
    def small_words(self) -> frozenset[str]:
        """All words that the reports write in small letters somewhere: what stands there is no person's name."""
        found: set[str] = set()
        for _, _, text in self.pages():
            found.update(_SMALL.findall(text))
        return frozenset(found)

    def pages(self) -> Iterator[tuple[str, int, str]]:
        """Report, page number and stored text of every page in reach, report by report."""
        for report in self.reports:
            for page in range(1, self.ports.pages.page_count(report) + 1):
                yield report, page, self.page_text(report, page)

    def page_text(self, report: str, page: int) -> str:
        """The stored text of a page."""
        return self.ports.pages.page_text(report, page)


def open_view(ports: Ports, catalogue: Catalogue, cards: Sequence[ReportCard]) -> View:
    """The view of these reports."""
    reports = [c.id for c in cards]
    series = gather_series(ports.facts.observations(reports), catalogue)
    return View(
        ports=ports,
        catalogue=catalogue,
        cards=tuple(cards),
        series=series,
        disclosures=tuple(ports.facts.disclosures(reports)),
        entities=tuple(ports.facts.entities(reports)),
        linker=Linker(series, catalogue, ports.retrieval),
    )
