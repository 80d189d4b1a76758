"""A second tiny world: Copperleaf Looms Plc, whose report holds rules, bodies, an index and running text, but no figures."""

from __future__ import annotations

from collections.abc import Sequence

from tests.ask.tiny import Tiny

from tieout.ask.ports import Found, ReportCard
from tieout.model import (
    Catalogue,
    Clause,
    Disclosure,
    DisclosureStatus,
    Entity,
    Location,
    Metric,
    Observation,
    Passage,
    Relation,
    Section,
    Topic,
)
from tieout.model import Mapping as Crosswalk

REPORT = "copperleaf-2031"
PAGES = {
    1: "Copperleaf was listed in London in June 2018. Since its founding in 1971, the Weavers Guild has trained apprentices. "
    "Chairwoman Ms. Odile Varga signed this report, and Mr. Piet Roos, Chairman of Harbour Mills, sent his greetings. "
    "Harbour bonds were issued until March 2030. Copperleaf bans dyes with lead in all its halls and does not tolerate idle gossip.",
    2: "The Water Panel is chaired by the Head of Dyeing. It meets twice a year. Wrongdoing can be told to the ombudsman by "
    "letter or telephone. Staff move between sites under a scheme known as “Loom to Loom”, which helps mobility between sites. "
    "Three looms stand still because the spare parts came late. Late parts Idle looms. The looms team reports its findings to the Mill Council.",
    3: "The Dye House Policy, the Effluent Rules and the Spill Guidelines govern dyeing. The ISO 9001 certificate covers quality. "
    "Weavers Steady work; Fair shifts Canteen talks; Notice boards",
    4: "205-2 Anti-corruption training 2.2 Dyeing 303-4 Water discharge omitted: meters are being installed. "
    "401-1 New hires and turnover 2 Conduct - 2.1 Bodies 407-1 The freedom of association All weavers may join the lodge of their choice in May. Those of the night shift are free to do so on any other day of the year, and nobody asks them why.",
}  # fmt: skip


def clause(framework: str, code: str, label: str) -> Clause:
    """A clause of the catalogue with little but its code and label."""
    return Clause(f"{framework}:{code}", framework, code, "", "", "", "disclosure", "", label, "", False, "", True, "")


def metric(identifier: str, label: str) -> Metric:
    """A metric of the catalogue: from their names it is known which words tell much."""
    return Metric(identifier, label, (), "E", "T", "count", "", (), "", "", (), "", (), True, "")


CATALOGUE = Catalogue(
    metrics=tuple(
        metric(f"m{n}", label)
        for n, label in enumerate(
            (
                "Water withdrawal",
                "Waste generated",
                "Energy consumption",
                "Training hours",
                "Number of employees",
                "Emissions",
                "Fines paid",
                "Suppliers screened",
                "Injuries at work",
                "Women in management",
                "Donations",
                "Paper used",
            )
        )
    ),
    clauses=(
        clause("gri", "205-2", "Anti-corruption training"),
        clause("gri", "303-4", "Water discharge"),
        clause("gri", "401-1", "New hires and turnover"),
        clause("gri", "407-1", "Freedom of association"),
        clause("hkex-c2", "B7.3", "Training against corruption"),
        clause("esrs", "G1-3", "Prevention of bribery"),
    ),
    topics=(Topic("T-DYE", "Dyeing and colours", (), "E", "", "", (), ()),),
    mappings=(
        Crosswalk("hkex-c2:B7.3", "gri:205-2", "close", "high", True, ""),
        Crosswalk("gri:205-2", "esrs:G1-3", "close", "high", True, ""),
    ),
)


class Mill(Tiny):
    """The report and the ports over it; nearness in meaning is the overlap of concepts."""

    def reports(self) -> list[ReportCard]:
        return [
            ReportCard(REPORT, "Copperleaf Looms Plc", "2031"),
            ReportCard("tin-2031", "Tinwright Foundry Plc", "2031"),
        ]

    def place(self, page: int, quote: str) -> Passage:
        start = PAGES[page].index(quote)
        return Passage(REPORT, page, start, start + len(quote), quote)

    def observations(self, reports: Sequence[str]) -> list[Observation]:
        return []

    def disclosures(self, reports: Sequence[str]) -> list[Disclosure]:
        rows = (
            ("205-2", DisclosureStatus.REPORTED, "205-2 Anti-corruption training 2.2 Dyeing", ("s2.2",), ""),
            ("303-4", DisclosureStatus.STATED_ABSENT, "303-4 Water discharge omitted: meters are being installed.", (), "meters are being installed."),
            ("407-1", DisclosureStatus.REPORTED, "407-1 The freedom of association All weavers may join the lodge of their choice in May. Those of the night shift are free to do so on any other day of the year, and nobody asks them why.", (), ""),
            ("401-1", DisclosureStatus.REPORTED, "401-1 New hires and turnover 2 Conduct - 2.1 Bodies", ("s2", "s2.1"), ""),
        )  # fmt: skip
        return [
            Disclosure(
                report=REPORT, framework="gri", code=code, status=status, title="", indexed=True, explanation=why,
                locations=tuple(Location(section, 0, section) for section in sections), passage=self.place(4, quote), iri=f"urn:dis:{code}",
            )
            for code, status, quote, sections, why in rows
            if REPORT in reports
        ]  # fmt: skip

    def entities(self, reports: Sequence[str]) -> list[Entity]:
        if REPORT not in reports:
            return []
        rules = [
            Entity(
                report=REPORT, kind="policy", label=label, passages=(self.place(3, label),), section="s2.2", iri=f"urn:ent:{label[:3]}",
                relations=(Relation("topic", "topic:T-DYE", score=0.9),),
            )
            for label in ("Dye House Policy", "Effluent Rules", "Spill Guidelines")
        ]  # fmt: skip
        certificate = self.place(3, "ISO 9001")
        weavers = self.place(3, "Weavers Steady work; Fair shifts Canteen talks; Notice boards")
        return [
            *rules,
            *(
                Entity(report=REPORT, kind="risk", label=label, passages=(self.place(2, label),), section="s2.1", iri=f"urn:ent:{label}")
                for label in ("Late parts", "Idle looms")
            ),
            Entity(report=REPORT, kind="certification", label="ISO 9001", passages=(certificate,), section="s2.2", iri="urn:ent:iso"),
            Entity(
                report=REPORT, kind="stakeholder", label="Weavers", passages=(weavers,), iri="urn:ent:weavers",
                detail="concerns: Steady work; Fair shifts | channels: Canteen talks; Notice boards",
            ),
        ]  # fmt: skip

    def sections(self, report: str) -> list[Section]:
        return [
            Section("s1", "1", "Company", 1, "", 1, 0, 5, ("Company",)),
            Section("s2", "2", "Conduct", 1, "", 2, 0, 1, ("Conduct",)),
            Section("s2.1", "2.1", "Bodies", 2, "s2", 2, 1, 5, ("Bodies",)),
            Section("s2.2", "2.2", "Dyeing", 2, "s2", 3, 0, 5, ("Dyeing",)),
            Section("s3", "3", "Index", 1, "", 4, 0, 5, ("Index",)),
        ]

    def page_text(self, report: str, page: int) -> str:
        return PAGES[page]

    def page_count(self, report: str) -> int:
        return len(PAGES)

    def search(self, text: str, k: int, reports: Sequence[str]) -> list[Found]:
        return [Found(Passage(REPORT, n, 0, len(t), t), (), t, 1.0 / n) for n, t in PAGES.items()][:k]
