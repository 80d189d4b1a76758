"""Reports made of a table each: rows in, a report with its pages and figures out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from tests.ask.moor import World

from tieout.ask.ports import Finding, Found, ReportCard
from tieout.model import Dimension, Disclosure, Entity, Observation, Passage, Section


@dataclass(frozen=True, slots=True)
class Row:
    """A printed row: label, unit, cells in the order of the years, and what it was linked to."""

    label: str
    unit: str
    cells: tuple[str, ...]
    metric: str = ""
    group: str = ""
    dimension: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Printed:
    """A report: organization, years, rows, and sentences under the table."""

    id: str
    organization: str
    years: tuple[str, ...]
    rows: tuple[Row, ...]
    text: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)

    @property
    def page(self) -> str:
        """Its first page; the second is empty."""
        return " ".join([*(_quote(r) for r in self.rows), self.text]).strip()


def _quote(row: Row) -> str:
    return " ".join(x for x in (row.label, row.unit, *row.cells) if x)


class Tabled(World):
    """The ports over printed reports."""

    def __init__(self, *reports: Printed) -> None:
        super().__init__()
        self.printed = {r.id: r for r in reports}
        self.observed = [o for r in reports for o in _observations(r)]

    def reports(self) -> list[ReportCard]:
        return [ReportCard(r.id, r.organization, max(r.years)) for r in self.printed.values()]

    def disclosures(self, reports: Sequence[str]) -> list[Disclosure]:
        return []

    def entities(self, reports: Sequence[str]) -> list[Entity]:
        return []

    def sections(self, report: str) -> list[Section]:
        return []

    def findings(self, reports: Sequence[str]) -> list[Finding]:
        return []

    def page_text(self, report: str, page: int) -> str:
        return self.printed[report].page

    def page_count(self, report: str) -> int:
        return 2

    def related(self, seeds: Mapping[str, float], k: int, reports: Sequence[str]) -> list[Found]:
        return []

    def search(self, text: str, k: int, reports: Sequence[str]) -> list[Found]:
        found = [(r, self.printed[r].page) for r in reports or self.printed]
        return [Found(Passage(r, 1, 0, len(t), t), (), t, 1.0) for r, t in found][:k]

    def organization(self, label: str) -> str:
        return f"urn:org:{label}".replace(" ", "-")


def _observations(report: Printed) -> list[Observation]:
    found = []
    for row in report.rows:
        quote = _quote(row)
        start = report.page.index(quote)
        place = Passage(report.id, 1, start, start + len(quote), quote)
        for year, raw in zip(report.years, row.cells, strict=True):
            value = _value(raw)
            found.append(
                Observation(
                    report=report.id, organization=report.organization, period=year, indicator=row.label, passage=place, raw_value=raw,
                    value=value, qualifier="" if value is not None else ("text" if ":" in raw else "not_disclosed"), group=row.group, unit=row.unit, metric=row.metric,
                    dimensions=(Dimension(*row.dimension),) if row.dimension else (),
                    iri=f"urn:obs:{report.id}:{row.group}:{row.label}:{year}".replace(" ", "-"),
                )
            )  # fmt: skip
    return found


def _value(raw: str) -> Decimal | None:
    try:
        return Decimal(raw.replace(",", ""))
    except InvalidOperation:
        return None
