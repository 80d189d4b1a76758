"""The part of a report's graph that is the report itself: its bytes, its extraction, its sections and passages."""

from __future__ import annotations

from tieout import vocab as v
from tieout.graph.nquads import GraphWriter
from tieout.graph.records import write_record
from tieout.model import Passage, Report
from tieout.version import __version__


class ReportGraph:
    """Writes a report into its named graph and gives the IRIs of the passages and organizations it is asked for."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.iri = v.mint_report(report.id)
        self.activity = v.mint_extraction(report.id, report.source.sha256, __version__)
        self.dataset = v.mint_dataset(report.id)
        self.out = GraphWriter(self.iri)
        self._passages: dict[Passage, str] = {}

    def organization(self, subject: str, name: str) -> str:
        """Link a report or figure to its organization; its name is shared by all reports."""
        iri = v.mint_organization(name)
        self.out.kind(iri, v.ORG + "FormalOrganization", shared=True)
        self.out.text(iri, v.RDFS + "label", v.normalise(name), shared=True)
        self.out.link(subject, v.NS + "organization", iri)
        return iri

    def provenance(self) -> None:
        """The report, its source bytes, the extraction, the data set of its figures."""
        report, out = self.report, self.out
        source = v.mint_source(report.id, report.source.sha256)
        period, software = v.mint_period(report.period), v.mint_software(__version__)
        organization = self.organization(self.iri, report.organization)
        out.kind(self.iri, v.SCHEMA + "Report", v.PROV + "Entity")
        out.text(self.iri, v.DCT + "identifier", report.id)
        out.text(self.iri, v.RDFS + "label", f"{report.organization} {report.period}".strip() or report.id)
        out.text(self.iri, v.NS + "period", report.period)
        out.link(organization, v.NS + "publishes", self.iri)
        out.link(self.iri, v.DCT + "temporal", period)
        out.kind(period, v.TIME + "Interval", shared=True)
        out.text(period, v.RDFS + "label", v.normalise(report.period), shared=True)
        out.link(self.iri, v.PROV + "wasDerivedFrom", source)
        out.integer(self.iri, v.NS + "pageCount", len(report.pages))
        header = Report(report.id, report.organization, report.period, report.source, pages=())
        out.text(self.iri, v.NS + "reportRecord", write_record(0, header))
        out.kind(source, v.DCAT + "Distribution", v.PROV + "Entity")
        out.text(source, v.DCT + "title", report.source.name)
        out.text(source, v.DCAT + "mediaType", report.source.media_type)
        out.text(source, v.NS + "sha256", report.source.sha256)
        out.integer(source, v.DCAT + "byteSize", report.source.size)
        out.kind(self.activity, v.PROV + "Activity", v.NS + "Extraction")
        out.link(self.activity, v.PROV + "used", source)
        out.link(self.activity, v.PROV + "wasAssociatedWith", software)
        out.kind(software, v.PROV + "SoftwareAgent", shared=True)
        out.text(software, v.SCHEMA + "softwareVersion", __version__, shared=True)
        out.kind(self.dataset, v.QB + "DataSet")
        out.link(self.dataset, v.QB + "structure", v.NS + "ObservationStructure")
        out.link(self.dataset, v.DCT + "isPartOf", self.iri)

    def sections(self) -> None:
        """The section tree, each section part of the one above it."""
        out = self.out
        for order, section in enumerate(self.report.sections):
            iri = v.mint_section(self.report.id, section.id)
            out.kind(iri, v.DOCO + "Section")
            out.link(
                iri, v.DCT + "isPartOf", v.mint_section(self.report.id, section.parent) if section.parent else self.iri
            )
            out.text(iri, v.DCT + "identifier", section.id)
            out.text(iri, v.RDFS + "label", section.title)
            out.text(iri, v.NS + "number", section.number)
            out.integer(iri, v.NS + "level", section.level)
            out.integer(iri, v.NS + "page", section.page)
            out.integer(iri, v.NS + "start", section.start)
            out.integer(iri, v.NS + "end", section.end)
            out.integer(iri, v.NS + "order", order)
            out.text(iri, v.NS + "sectionRecord", write_record(order, section))

    def passage(self, passage: Passage) -> str:
        """The IRI of a passage; written when it is first asked for."""
        known = self._passages.get(passage)
        if known is not None:
            return known
        out = self.out
        iri = v.mint_passage(passage.report, passage.page, passage.start, passage.end)
        selector = iri + "#at"
        out.kind(iri, v.OA + "SpecificResource")
        out.link(iri, v.OA + "hasSource", self.iri)
        out.link(iri, v.OA + "hasSelector", selector)
        out.integer(iri, v.NS + "page", passage.page)
        section = self.report.section_at(passage.page, passage.start)
        if section is not None:
            out.link(iri, v.NS + "inSection", v.mint_section(self.report.id, section.id))
        out.kind(selector, v.OA + "TextQuoteSelector", v.OA + "TextPositionSelector")
        out.text(selector, v.OA + "exact", passage.quote)
        out.integer(selector, v.OA + "start", passage.start)
        out.integer(selector, v.OA + "end", passage.end)
        self._passages[passage] = iri
        return iri
