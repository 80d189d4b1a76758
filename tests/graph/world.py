"""A tiny invented world: three reports of two fictional companies, two pages each, whose every quote can be found."""

from __future__ import annotations

from decimal import Decimal

from tieout.model import (
    Basis,
    Dimension,
    Disclosure,
    DisclosureStatus,
    Entity,
    Findings,
    Location,
    Observation,
    Page,
    Passage,
    Relation,
    Report,
    Section,
    Source,
)

HARBOUR = "Example Harbour Ltd"
LIGHTHOUSE = "Example Lighthouse & Söhne"

PAGE_ONE = (
    'Example report 1 Governance Our Climate Policy ("the Policy") guides us. We obey the Example Ports Ordinance. '
    "We support SDG 13. We aim to cut emissions by 30% by 2030. Scope 2 emissions were 99.5 tonnes."
)
PAGE_TWO = (
    "2 Data Scope 2 emissions tCO2e 812.40 900.00 Female employees persons 40 38 Waste recycled kg N/A "
    "GRI 305-2 Data page 2 GRI 301-1 not applicable: no packaging is used"
)


def report(report_id: str, organization: str, period: str) -> Report:
    """A report of two pages and three sections."""
    source = Source(f"{report_id}.txt", "text/plain", f"{sum(map(ord, report_id)):064x}", 400)
    sections = (
        Section("s1", "1", "Governance", 1, "", 1, 15, 27, ("Governance",)),
        Section("s1.1", "", "Climate", 2, "s1", 1, 27, 45, ("Governance", "Climate")),
        Section("s2", "2", "Data", 1, "", 2, 0, 6, ("Data",)),
    )
    return Report(report_id, organization, period, source, (Page(1, PAGE_ONE), Page(2, PAGE_TWO)), sections)


def passage(of: Report, page: int, quote: str) -> Passage:
    """The place of a quote on a page."""
    start = of.pages[page - 1].text.index(quote)
    return Passage(of.id, page, start, start + len(quote), quote)


def observation(of: Report, page: int, quote: str, raw: str, period: str, **more: object) -> Observation:
    """A figure; its value is the raw text where that is a number."""
    fields: dict[str, object] = {
        "report": of.id,
        "organization": of.organization,
        "period": period,
        "indicator": "Scope 2 emissions",
        "passage": passage(of, page, quote),
        "raw_value": raw,
        "value": Decimal(raw) if raw[0].isdigit() else None,
        "unit": "tCO2e",
        "metric": "ghg-scope2",
        "metric_score": 0.97,
        "section": "s2",
        "table": f"{of.id}-t1",
        "method": "table",
        "confidence": 0.9,
    }
    return Observation(**{**fields, **more})  # type: ignore[arg-type]


def harbour_2024() -> tuple[Report, Findings]:
    """The report with everything in it."""
    of = report("example-harbour-2024", HARBOUR, "2024")
    row = "Scope 2 emissions tCO2e 812.40 900.00"
    people = "Female employees persons 40 38"
    note = passage(of, 2, "Data")
    observations = (
        observation(
            of,
            2,
            row,
            "812.40",
            "2024",
            row=1,
            column=2,
            cell=(31, 37),
            value_canonical=Decimal("812.40"),
            unit_canonical="tCO2e",
            notes=(passage(of, 2, "Waste"), note),
        ),
        observation(
            of, 2, row, "900.00", "2023", row=1, column=3, value_canonical=Decimal("900.00"), unit_canonical="tCO2e"
        ),
        observation(
            of,
            1,
            "Scope 2 emissions were 99.5 tonnes",
            "99.5",
            "2024",
            value_canonical=Decimal("99.5"),
            unit_canonical="tCO2e",
            unit="tonnes",
            qualifier="about",
            section="s1.1",
            table="",
        ),
        observation(
            of,
            2,
            people,
            "40",
            "2024",
            indicator="Female employees",
            unit="persons",
            metric="emp-by-gender",
            dimensions=(Dimension("gender", "Female"), Dimension("age group", "under 30 | 30=31")),
            group="Social",
            value_canonical=Decimal(40),
            unit_canonical="persons",
            boundary="group",
        ),
        observation(
            of,
            2,
            "Waste recycled kg N/A",
            "N/A",
            "2024",
            indicator="Waste recycled",
            unit="kg",
            metric="",
            metric_score=0.0,
            qualifier="not_disclosed",
        ),
    )
    disclosures = (
        Disclosure(
            report=of.id,
            framework="gri",
            code="305-2",
            edition="2016",
            status=DisclosureStatus.REPORTED,
            indexed=True,
            title="Energy indirect emissions",
            references="Data page 2",
            obligation="if_material",
            locations=(Location("s2", 0, "Data"), Location("", 2, "page 2")),
            passage=passage(of, 2, "GRI 305-2 Data page 2"),
            evidence=(passage(of, 2, row), passage(of, 1, "Scope 2 emissions were 99.5 tonnes")),
        ),
        Disclosure(
            report=of.id,
            framework="gri",
            code="301-1",
            status=DisclosureStatus.STATED_ABSENT,
            indexed=True,
            explanation="no packaging is used",
            passage=passage(of, 2, "GRI 301-1 not applicable: no packaging is used"),
        ),
        Disclosure(report=of.id, framework="hkex-c2", code="MDR-15", status=DisclosureStatus.NOT_FOUND),
        Disclosure(
            report=of.id,
            framework="gri",
            code="403-2",
            edition="2016",
            topic_standard="",
            status=DisclosureStatus.PARTIAL,
            evidence=(passage(of, 2, people),),
        ),
        Disclosure(
            report=of.id,
            framework="gri",
            code="3-3",
            topic_standard="305",
            status=DisclosureStatus.REPORTED,
            evidence=(passage(of, 1, "guides us"),),
        ),
    )
    entities = (
        Entity(
            report=of.id,
            kind="policy",
            label="Climate Policy",
            section="s1.1",
            detail="guides",
            passages=(passage(of, 1, "the Policy"), passage(of, 1, "Climate Policy")),
            relations=(
                Relation("topic", "topic:T-CLIMATE", Basis.INFERRED, 0.75),
                Relation("goal", "goal:13"),
                Relation("note", "a label only"),
                Relation("clause", "clause:hkex-c2:B1"),
            ),
        ),
        Entity(
            report=of.id,
            kind="law",
            label="Example Ports Ordinance",
            passages=(passage(of, 1, "Example Ports Ordinance"),),
        ),
        Entity(
            report=of.id,
            kind="goal",
            label="SDG 13",
            concept="13",
            passages=(passage(of, 1, "SDG 13"),),
            score=0.5,
            basis=Basis.INFERRED,
        ),
        Entity(
            report=of.id,
            kind="target",
            label="cut emissions by 30%",
            concept="ghg-scope2",
            detail="2030",
            passages=(passage(of, 1, "cut emissions by 30% by 2030"),),
        ),
        Entity(
            report=of.id,
            kind="topic",
            label="Climate",
            concept="T-CLIMATE",
            passages=(passage(of, 1, "Climate Policy"),),
        ),
        Entity(report=of.id, kind="law", label="Example  Ports Ordinance", passages=(passage(of, 1, "Ordinance"),)),
    )
    return of, Findings(observations, disclosures, entities)


def harbour_2023() -> tuple[Report, Findings]:
    """The year before: the same figure of 2023 with another value."""
    of = report("example-harbour-2023", HARBOUR, "2023")
    made = observation(
        of,
        2,
        "Scope 2 emissions tCO2e 812.40",
        "812.40",
        "2023",
        value_canonical=Decimal("812.40"),
        unit_canonical="tCO2e",
    )
    return of, Findings((made,))


def lighthouse_2024() -> tuple[Report, Findings]:
    """A peer whose name and report id need care."""
    of = report("peers/example lighthouse#2024", LIGHTHOUSE, "2024")
    made = observation(
        of, 2, "900.00", "900.00", "2024", value_canonical=Decimal("900.00"), unit_canonical="tCO2e", section=""
    )
    answer = Disclosure(
        report=of.id, framework="hkex-c2", code="D28(b)", status=DisclosureStatus.REPORTED, evidence=(made.passage,)
    )
    return of, Findings((made,), (answer,))


def everything() -> tuple[tuple[Report, Findings], ...]:
    """The reports by id."""
    return harbour_2023(), harbour_2024(), lighthouse_2024()
