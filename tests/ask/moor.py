"""A tiny named world: one report of Mill & Moor Plc, kept in memory, behind the ports of asking."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from decimal import Decimal

from tests.ask.tiny import Tiny

from tieout.ask.ports import Found, ReportCard
from tieout.model import (
    Catalogue,
    Clause,
    Dimension,
    Disclosure,
    DisclosureStatus,
    Entity,
    Location,
    Metric,
    Observation,
    Origin,
    Passage,
    Section,
)

PAGES = {
    1: "Mill & Moor Plc makes flour. It was listed in London in May 2011. The Climate Council meets monthly. It is chaired by "
    "the Chief Operating Officer. The company has issued the Fair Grain Charter for buying wheat. No data can be provided on "
    "effluent for previous years, since it was first recorded in 2024.",
    2: "Water withdrawal m3 900 800 700 Effluent m3 k.A. k.A. 55 Men trained h 10 12 11 Women trained h 9 13 15 "
    "Staff 400 410 420 Accidents 3 / 2 Share of green power % 40 50 60 Net income kEUR 5 6 7",
    3: "303-3 Water withdrawal 2.1 Resources 403-9 Work-related injuries omitted: records are kept by the insurer. "
    "403-8 Safety management system p. 2 In the summary, water withdrawal in 2024 was 790 m3.",
}  # fmt: skip


def _metric(identifier: str, label: str, synonyms: tuple[str, ...], kind: str, unit: str, **more: object) -> Metric:
    base = Metric(
        id=identifier, label=label, synonyms=synonyms, pillar="E", topic="T", quantity_kind=kind, unit=unit,
        units=((unit, Decimal(1)),), denominator="", dimension="", members=(), direction="", clauses=(), verified=True, source="",
    )  # fmt: skip
    return dataclasses.replace(base, **more)  # type: ignore[arg-type]


CATALOGUE = Catalogue(
    metrics=(
        _metric("ghg-scope1", "Scope 1 GHG emissions", ("Direct emissions",), "mass_co2e", "tCO2e"),
        _metric(
            "water-withdrawal",
            "Water withdrawal",
            ("Water intake", "Water drawn from rivers"),
            "volume",
            "m3",
            clauses=("gri:303-3",),
        ),
        _metric("wastewater", "Wastewater discharged", ("Effluent", "Sewage"), "volume", "m3"),
        _metric("train-hours", "Training hours", ("Hours of instruction",), "hours", "h"),
        _metric("emp-total", "Total employees", ("Headcount", "Workforce"), "count", "persons"),
        _metric("injuries", "Work-related injuries", ("Accidents at work",), "count", "cases", clauses=("gri:403-9",)),
        _metric("renewable-share", "Share of renewable electricity", ("Green power share",), "percent", "%"),
    ),
    clauses=tuple(
        Clause(
            f"gri:{code}",
            "gri",
            code,
            "2018",
            "2021",
            code.split("-")[0],
            "disclosure",
            "",
            label,
            "",
            True,
            "",
            True,
            "",
        )
        for code, label in (
            ("303-3", "Water withdrawal"),
            ("303-5", "Water consumption"),
            ("403-8", "Safety system"),
            ("403-9", "Work-related injuries"),
        )
    ),
)


class World(Tiny):
    """The report and the ports over it; nearness in meaning is the overlap of concepts."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.observed: list[Observation] = []
        self.broken_paths = False
        years = ("2022", "2023", "2024")
        self._row("Water withdrawal", "m3", ("900", "800", "700"), years, "water-withdrawal")
        self._row("Effluent", "m3", ("k.A.", "k.A.", "55"), years, "wastewater")
        for gender, label, values in (
            ("male", "Men trained", ("10", "12", "11")),
            ("female", "Women trained", ("9", "13", "15")),
        ):
            self._row(
                label,
                "h",
                values,
                years,
                "train-hours",
                group="Training hours by gender",
                dimension=Dimension("gender", gender),
            )
        self._row("Staff", "", ("400", "410", "420"), years, "emp-total")
        self._row("Accidents", "", ("3", "/", "2"), years, "injuries")
        self._row("Share of green power", "%", ("40", "50", "60"), years, "renewable-share")
        place = self.place(3, "water withdrawal in 2024 was 790 m3")
        self.observed.append(
            Observation(
                report="mm-2024", organization="Mill & Moor Plc", period="2024", indicator="water withdrawal", passage=place,
                raw_value="790", value=Decimal(790), unit="m3", metric="water-withdrawal", origin=Origin.TEXT, iri="urn:obs:text",
            )
        )  # fmt: skip

    def _row(
        self, label: str, unit: str, values: Sequence[str], years: Sequence[str], metric: str, group: str = "",
        dimension: Dimension | None = None,
    ) -> None:  # fmt: skip
        quote = " ".join(part for part in (label, unit, *values) if part)
        place = self.place(2, quote)
        for year, raw in zip(years, values, strict=True):
            number = raw.replace(",", "")
            value = Decimal(number) if number.isdigit() else None
            self.observed.append(
                Observation(
                    report="mm-2024", organization="Mill & Moor Plc", period=year, indicator=label, passage=place, raw_value=raw,
                    value=value, qualifier="" if value is not None else "not_disclosed", group=group, unit=unit, metric=metric,
                    dimensions=(dimension,) if dimension else (), iri=f"urn:obs:{label}:{year}".replace(" ", "-"),
                )
            )  # fmt: skip

    def place(self, page: int, quote: str) -> Passage:
        start = PAGES[page].index(quote)
        return Passage("mm-2024", page, start, start + len(quote), quote)

    # facts
    def reports(self) -> list[ReportCard]:
        return [ReportCard("mm-2024", "Mill & Moor Plc", "2024")]

    def observations(self, reports: Sequence[str]) -> list[Observation]:
        return [o for o in self.observed if o.report in reports]

    def disclosures(self, reports: Sequence[str]) -> list[Disclosure]:
        rows = (
            ("303-3", DisclosureStatus.REPORTED, "303-3 Water withdrawal 2.1 Resources", "2.1 Resources", ""),
            ("403-8", DisclosureStatus.REPORTED, "403-8 Safety management system p. 2", "p. 2", ""),
            ("403-9", DisclosureStatus.STATED_ABSENT, "403-9 Work-related injuries omitted: records are kept by the insurer.", "", "records are kept by the insurer."),
        )  # fmt: skip
        return [
            Disclosure(
                report="mm-2024", framework="gri", code=code, status=status, title="", indexed=True, references=where, explanation=why,
                locations=(Location("s2.1", 0, where),) if "2.1" in where else (), passage=self.place(3, quote), iri=f"urn:dis:{code}",
            )
            for code, status, quote, where, why in rows
            if "mm-2024" in reports
        ]  # fmt: skip

    def entities(self, reports: Sequence[str]) -> list[Entity]:
        place = self.place(1, "Fair Grain Charter")
        return [
            Entity(
                report="mm-2024", kind="policy", label="Fair Grain Charter", passages=(place,), iri="urn:ent:charter"
            )
        ]

    def sections(self, report: str) -> list[Section]:
        return [
            Section("s1", "1", "Company", 1, "", 1, 0, 5, ("Company",)),
            Section("s2.1", "2.1", "Resources", 2, "s2", 2, 0, 5, ("Resources",)),
            Section("s3", "3", "Index", 1, "", 3, 0, 5, ("Index",)),
        ]

    # pages
    def page_text(self, report: str, page: int) -> str:
        return PAGES[page]

    def page_count(self, report: str) -> int:
        return len(PAGES)

    # retrieval
    def search(self, text: str, k: int, reports: Sequence[str]) -> list[Found]:
        return [Found(Passage("mm-2024", n, 0, len(t), t), (), t, 1.0 / n) for n, t in PAGES.items()][:k]

    def similarity(self, text: str, labels: Sequence[str]) -> list[float]:
        self.asked.append(text)
        return super().similarity(text, labels)

    # queries, paths, names
    def holds(self, ask: str) -> bool:
        return not self.broken_paths
