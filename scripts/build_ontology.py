"""Generate the data files of ``ontology/`` from a folder of reference tables (CSV).

Usage: ``python -m scripts.build_ontology REFERENCE_FOLDER [ONTOLOGY_FOLDER]``. The output is sorted and byte-for-byte
the same for the same tables. ``tieout.ttl``, ``shapes.ttl``, ``queries/`` and ``README.md`` are written by hand and
left alone.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

from scripts.sorted_sssom import Crosswalk, write_mappings
from scripts.sorted_turtle import Triples, literal, node, put, write
from tieout import vocab as v

Row = dict[str, str]
Editions = dict[tuple[str, str], str]

FRAMEWORKS: dict[str, tuple[str, str, str, str]] = {
    # name in the tables: (id, label, publisher, what it is)
    "HKEX-C2": (
        "hkex-c2",
        "HKEX Listing Rules, Appendix C2",
        "Hong Kong Exchanges and Clearing",
        "The ESG reporting code for issuers listed in Hong Kong.",
    ),
    "GRI": (
        "gri",
        "GRI Standards",
        "Global Reporting Initiative",
        "Universal and topic standards for reporting impacts on economy, environment and people.",
    ),
    "IFRS S2": (
        "ifrs-s2",
        "IFRS S2 Climate-related Disclosures",
        "International Sustainability Standards Board",
        "What investors are told about climate-related risks and opportunities.",
    ),
    "TCFD": (
        "tcfd",
        "TCFD recommendations",
        "Task Force on Climate-related Financial Disclosures",
        "Four pillars and eleven recommended climate disclosures.",
    ),
    "ESRS": (
        "esrs",
        "European Sustainability Reporting Standards, set 1",
        "European Commission",
        "Disclosure requirements under the Corporate Sustainability Reporting Directive.",
    ),
    "SASB": (
        "sasb",
        "SASB Standards",
        "International Sustainability Standards Board",
        "Industry standards: software and IT services, commercial banks.",
    ),
}


def read(folder: Path, name: str) -> list[Row]:
    """The rows of one table."""
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return [{key: value.strip() for key, value in row.items()} for row in csv.DictReader(file)]


def parts(cell: str, separator: str = "|") -> list[str]:
    """The items of a list in a cell."""
    return [item.strip() for item in cell.split(separator) if item.strip()]


def provenance(triples: Triples, subject: str, row: Row) -> None:
    """Where a fact comes from and whether it was seen there."""
    put(triples, subject, v.DCT + "source", *(literal(source) for source in parts(row["source"], ";")))
    put(triples, subject, v.NS + "verified", "true" if row["verified"] == "yes" else "false")


def newest_editions(rows: Iterable[Row]) -> Editions:
    """(framework, code) -> the edition that the bare code means: the newest."""
    newest: Editions = {}
    for row in rows:
        key = (row["framework"], row["code"])
        newest[key] = max(newest.get(key, ""), row.get("edition", ""))
    return newest


def clause_id(row: Row, code: str, newest: Editions) -> str:
    """The id of ``code`` in the framework and edition of ``row``."""
    edition = row.get("edition", "")
    suffix = f"@{edition}" if edition and newest[row["framework"], code] != edition else ""
    return f"{FRAMEWORKS[row['framework']][0]}:{code}{suffix}"


def reference(framework: str, code: str, newest: Editions) -> str:
    """The IRI of a clause, goal or target that another table cites; ``code@edition`` of the newest is the bare code."""
    if framework == "SDG":
        return v.mint_goal(code.removeprefix("SDG "))
    bare, _, edition = code.partition("@")
    return v.mint_clause(clause_id({"framework": framework, "edition": edition}, bare, newest))


def cited_clauses(row: Row, newest: Editions) -> list[str]:
    """The clauses a topic or metric cites, as Turtle nodes."""
    columns = (("hkex", "HKEX-C2"), ("gri", "GRI"), ("esrs", "ESRS"))
    return [node(reference(framework, code, newest)) for column, framework in columns for code in parts(row[column])]


def frameworks(rows: list[Row], newest: Editions) -> dict[str, Triples]:
    """One concept scheme a framework."""
    schemes: dict[str, Triples] = {}
    for row in rows:
        framework, label, publisher, about = FRAMEWORKS[row["framework"]]
        triples = schemes.setdefault(framework, {})
        scheme = v.mint_framework(framework)
        put(triples, scheme, v.RDF + "type", "skos:ConceptScheme", "tieout:Framework")
        put(triples, scheme, v.SKOS + "prefLabel", literal(label, "en"))
        put(triples, scheme, v.SKOS + "notation", literal(framework))
        put(triples, scheme, v.SKOS + "definition", literal(about, "en"))
        put(triples, scheme, v.DCT + "publisher", literal(publisher))
        iri = v.mint_clause(clause_id(row, row["code"], newest))
        put(triples, iri, v.RDF + "type", "skos:Concept", "tieout:Clause")
        put(triples, iri, v.SKOS + "inScheme", node(scheme))
        put(triples, iri, v.SKOS + "notation", literal(row["code"]))
        put(triples, iri, v.SKOS + "prefLabel", literal(row["short_title"], "en"))
        put(triples, iri, v.SKOS + "definition", literal(row["description"], "en"))
        put(triples, iri, v.SKOS + "editorialNote", literal(row["note"], "en"))
        put(triples, iri, v.NS + "edition", literal(row.get("edition", "")))
        put(triples, iri, v.NS + "version", literal(row["version"]))
        put(triples, iri, v.NS + "level", literal(row["level"]))
        put(triples, iri, v.NS + "obligation", literal(row["obligation"]))
        put(triples, iri, v.NS + "quantitative", "true" if row["quantitative"] == "yes" else "false")
        put(triples, iri, v.NS + "unitHint", literal(row["unit_hint"]))
        if row["parent_code"]:
            parent = v.mint_clause(clause_id(row, row["parent_code"], newest))
            put(triples, iri, v.SKOS + "broader", node(parent))
        else:
            put(triples, iri, v.SKOS + "topConceptOf", node(scheme))
        provenance(triples, iri, row)
    return schemes


def goals(rows: list[Row]) -> Triples:
    """The Sustainable Development Goals and their targets under the United Nations' own IRIs."""
    triples: Triples = {}
    scheme = v.mint_framework("sdg")
    put(triples, scheme, v.RDF + "type", "skos:ConceptScheme")
    put(triples, scheme, v.SKOS + "prefLabel", literal("Sustainable Development Goals", "en"))
    put(triples, scheme, v.SKOS + "notation", literal("sdg"))
    for row in rows:
        code = row["code"].removeprefix("SDG ")
        iri = v.mint_goal(code)
        put(
            triples,
            iri,
            v.RDF + "type",
            "skos:Concept",
            "tieout:Goal" if not row["parent_code"] else "tieout:GoalTarget",
        )
        put(triples, iri, v.SKOS + "inScheme", node(scheme))
        put(triples, iri, v.SKOS + "notation", literal(code))
        put(triples, iri, v.SKOS + "prefLabel", literal(row["short_title"], "en"))
        put(triples, iri, v.SKOS + "editorialNote", literal(row["note"], "en"))
        put(triples, iri, v.NS + "color", literal(row["color_hex"]))
        if row["parent_code"]:
            put(triples, iri, v.SKOS + "broader", node(v.mint_goal(row["parent_code"].removeprefix("SDG "))))
        provenance(triples, iri, row)
    return triples


def topics(rows: list[Row], newest: Editions) -> Triples:
    """The topic scheme with the clauses and goals that belong to each topic."""
    triples: Triples = {}
    scheme = v.mint_framework("topics")
    put(triples, scheme, v.RDF + "type", "skos:ConceptScheme")
    put(triples, scheme, v.SKOS + "prefLabel", literal("ESG topics", "en"))
    put(triples, scheme, v.SKOS + "notation", literal("topics"))
    for row in rows:
        iri = v.mint_topic(row["topic_id"])
        put(triples, iri, v.RDF + "type", "skos:Concept", "tieout:Topic")
        put(triples, iri, v.SKOS + "inScheme", node(scheme))
        put(triples, iri, v.SKOS + "notation", literal(row["topic_id"]))
        put(triples, iri, v.SKOS + "prefLabel", literal(row["pref_label"], "en"))
        put(triples, iri, v.SKOS + "altLabel", *(literal(label, "en") for label in parts(row["alt_labels"])))
        put(triples, iri, v.SKOS + "definition", literal(row["definition"], "en"))
        put(triples, iri, v.NS + "pillar", literal(row["pillar"]))
        if row["broader"]:
            put(triples, iri, v.SKOS + "broader", node(v.mint_topic(row["broader"])))
        put(triples, iri, v.NS + "clause", *cited_clauses(row, newest))
        put(triples, iri, v.NS + "goal", *(node(reference("SDG", goal, newest)) for goal in parts(row["sdgs"])))
        provenance(triples, iri, row)
    return triples


def metrics(rows: list[Row], newest: Editions) -> Triples:
    """The metric catalogue; metrics that accept the same units share one unit set."""
    triples: Triples = {}
    for row in rows:
        iri = v.mint_metric(row["kpi_id"])
        put(triples, iri, v.RDF + "type", "skos:Concept", "tieout:Metric")
        put(triples, iri, v.SKOS + "notation", literal(row["kpi_id"]))
        put(triples, iri, v.SKOS + "prefLabel", literal(row["pref_label"], "en"))
        put(triples, iri, v.SKOS + "altLabel", *(literal(label, "en") for label in parts(row["alt_labels"])))
        put(triples, iri, v.NS + "pillar", literal(row["pillar"]))
        put(triples, iri, v.NS + "topic", node(v.mint_topic(row["topic_id"])) if row["topic_id"] else "")
        put(triples, iri, v.NS + "quantityKind", literal(row["quantity_kind"]))
        put(triples, iri, v.NS + "canonicalUnit", literal(row["canonical_unit"]))
        if row["denominator"]:
            put(triples, iri, v.NS + "denominator", node(v.mint_metric(row["denominator"])))
        put(triples, iri, v.NS + "splitBy", literal(row["dimension"]))
        put(triples, iri, v.NS + "splitMember", *(literal(member) for member in parts(row["members"])))
        put(triples, iri, v.NS + "direction", literal(row["direction"]))
        put(triples, iri, v.NS + "clause", *cited_clauses(row, newest))
        provenance(triples, iri, row)
        units = parts(row["accepted_units"])
        short = v.digest(row["canonical_unit"], row["accepted_units"])[:8]
        name = f"{v.ID}unit-set/{v.encode(row['quantity_kind'])}/{short}"
        put(triples, iri, v.NS + "unitSet", node(name))
        put(triples, name, v.RDF + "type", "tieout:UnitSet")
        for entry in units:
            unit, _, factor = entry.rpartition("=")
            accepted = f"{name}/{quote(unit, safe='')}"  # spelling matters here: m² and m2 are two entries
            put(triples, name, v.NS + "accepts", node(accepted))
            put(triples, accepted, v.RDF + "type", "tieout:AcceptedUnit")
            put(triples, accepted, v.SKOS + "notation", literal(unit))
            put(triples, accepted, v.QUDT + "conversionMultiplier", f"{literal(factor)}^^xsd:decimal")
    return triples


def crosswalks(rows: list[Row], newest: Editions) -> list[Crosswalk]:
    """The crosswalk table with both ends as IRIs."""
    return [
        Crosswalk(
            file="-to-".join(scheme_id(row[end]) for end in ("from_framework", "to_framework")),
            subject=reference(row["from_framework"], row["from_code"], newest),
            target=reference(row["to_framework"], row["to_code"], newest),
            relation=row["relation"],
            confidence=row["confidence"],
            source=row["source"].replace(";", "|"),
            note=row["note"],
            verified=row["verified"],
        )
        for row in rows
    ]


def scheme_id(framework: str) -> str:
    """The id of a framework as the tables name it."""
    return "sdg" if framework == "SDG" else FRAMEWORKS[framework][0]


def checks(rows: list[Row], path: Path) -> None:
    """The audit rules as they are: formulas over metric ids are data for one reader, so a table serves them best."""
    columns = list(rows[0])
    lines = [
        "\t".join(columns),
        *("\t".join(row[c] for c in columns) for row in sorted(rows, key=lambda r: r["check_id"])),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


CLAUSE_TABLES = ("hkex_c2.csv", "gri.csv", "ifrs_s2_tcfd.csv", "esrs.csv", "sasb.csv")


def build(tables: Path, ontology: Path) -> None:
    """Write every generated file."""
    clauses = [row for name in CLAUSE_TABLES for row in read(tables, name)]
    newest = newest_editions(clauses)
    schemes = frameworks(clauses, newest)
    for framework, triples in schemes.items():
        about = f"Clauses of {framework}. Titles and descriptions in our own words."
        write(ontology / "frameworks" / f"{framework}.ttl", about, triples)
    sdg = goals(read(tables, "sdg.csv"))
    write(ontology / "sdg.ttl", "The Sustainable Development Goals and their targets, shortened titles.", sdg)
    write(ontology / "topics.ttl", "The topic scheme.", topics(read(tables, "topics.csv"), newest))
    about = "The metric catalogue and the units each metric accepts."
    write(ontology / "metrics.ttl", about, metrics(read(tables, "kpis.csv"), newest))
    labels: dict[str, str] = {}
    for triples in (*schemes.values(), sdg):
        for subject, facts in triples.items():
            labels[subject] = min(facts[v.SKOS + "prefLabel"]).removesuffix("@en").strip('"').replace('\\"', '"')
    write_mappings(crosswalks(read(tables, "crosswalks.csv"), newest), labels, ontology / "mappings")
    checks(read(tables, "checks.csv"), ontology / "checks.tsv")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    default = Path(__file__).resolve().parents[1] / "ontology"
    build(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) == 3 else default)
