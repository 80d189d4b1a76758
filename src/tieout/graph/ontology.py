"""The border to the files of ``ontology/``: Turtle and SSSOM read into statements, faults told with file and place."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import pyoxigraph as ox

from tieout import vocab as v
from tieout.errors import OntologyError

DATA_FILES = ("tieout.ttl", "topics.ttl", "sdg.ttl", "metrics.ttl")
"""The Turtle files of concepts beside ``frameworks/*.ttl``; shapes and queries are not data."""

_SSSOM_NEEDED = {"subject_id", "predicate_id", "object_id", "confidence", "mapping_source", "ext_verified"}
_RELATIONS = {
    f"skos:{name}Match": name for name in ("exact", "close", "broad", "narrow", "related")
}  # SKOS's five mapping relations


@dataclass(frozen=True, slots=True)
class Statement:
    """A crosswalk line: both ends as ids ("gri:305-2", "sdg:13.2") and as IRIs; ``confidence`` is 0..1 as written."""

    subject: str
    object: str
    subject_iri: str
    object_iri: str
    relation: str
    confidence: str
    verified: bool
    source: str
    note: str


def shipped_ontology() -> Path:
    """The ontology that came with this program: inside the installed package, or at the top of the checkout."""
    package = Path(__file__).resolve().parents[1]
    packed = package / "ontology"
    return packed if packed.is_dir() else package.parents[1] / "ontology"


def turtle_files(folder: Path) -> tuple[Path, ...]:
    """The ontology's Turtle files of concepts, in a fixed order.

    Raises:
        OntologyError: one of them is missing.
    """
    files = [folder / name for name in DATA_FILES]
    frameworks = sorted((folder / "frameworks").glob("*.ttl"))
    missing = next((file for file in files if not file.is_file()), None)
    if missing is not None or not frameworks:
        subject = str(missing or folder / "frameworks")
        raise OntologyError("the ontology's file is missing", subject=subject, remedy="Point --ontology at its folder")
    return (*files, *frameworks)


def mapping_files(folder: Path) -> tuple[Path, ...]:
    """The crosswalk files, in a fixed order."""
    return tuple(sorted((folder / "mappings").glob("*.sssom.tsv")))


def fingerprint(folder: Path) -> str:
    """Twelve hex digits over the names and bytes of all concept and crosswalk files."""
    total = hashlib.sha256()
    for file in (*turtle_files(folder), *mapping_files(folder)):
        total.update(f"{file.name}\n".encode())
        total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()[:12]


def read_turtle(file: Path) -> Iterator[ox.Quad]:
    """The statements of one Turtle file.

    Raises:
        OntologyError: the file cannot be read or is no Turtle; the message tells the line.
    """
    try:
        yield from ox.parse(file.read_bytes(), format=ox.RdfFormat.TURTLE)
    except SyntaxError as error:
        raise OntologyError(f"not valid Turtle: {error}", subject=str(file)) from error
    except OSError as error:
        raise OntologyError(f"cannot be read: {error.strerror}", subject=str(file)) from error


def read_nodes(files: Iterable[Path]) -> dict[str, dict[str, list[str]]]:
    """The values of each node by predicate IRI, as plain strings.

    Raises:
        OntologyError: a file is faulty, or holds a blank node or a quoted triple, which have no place in ours.
    """
    nodes: dict[str, dict[str, list[str]]] = {}
    for file in files:
        for quad in read_turtle(file):
            subject, value = quad.subject, quad.object
            if not isinstance(subject, ox.NamedNode) or not isinstance(value, (ox.NamedNode, ox.Literal)):
                raise OntologyError(f"only IRIs and literals are allowed, not {subject} {value}", subject=str(file))
            nodes.setdefault(subject.value, {}).setdefault(quad.predicate.value, []).append(value.value)
    return nodes


def read_statements(file: Path) -> Iterator[Statement]:
    """The crosswalk lines of one SSSOM file.

    Raises:
        OntologyError: a needed column is missing, a line is short, a relation or confidence is none.
    """
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise OntologyError(f"cannot be read: {error}", subject=str(file)) from error
    body = [(number, line) for number, line in enumerate(lines, 1) if line and not line.startswith("#")]
    columns = body[0][1].split("\t") if body else []
    if not _SSSOM_NEEDED.issubset(columns):
        lacking = ", ".join(sorted(_SSSOM_NEEDED.difference(columns)))
        raise OntologyError(f"the columns {lacking} are missing", subject=str(file))
    for number, line in body[1:]:
        cells = next(csv.reader([line], delimiter="\t", quoting=csv.QUOTE_NONE))
        row = dict(zip(columns, cells, strict=False))
        if len(cells) != len(columns) or row["predicate_id"] not in _RELATIONS or ":" not in row["object_id"]:
            raise OntologyError(f"line {number} is not a mapping", subject=str(file))
        yield Statement(
            subject=unquote(row["subject_id"]),
            object=unquote(row["object_id"]),
            subject_iri=_expand(row["subject_id"]),
            object_iri=_expand(row["object_id"]),
            relation=_RELATIONS[row["predicate_id"]],
            confidence=row["confidence"],
            verified=row["ext_verified"] == "yes",
            source=row["mapping_source"],
            note=row.get("comment", ""),
        )


def _expand(curie: str) -> str:
    prefix, _, local = curie.partition(":")
    return v.mint_goal(unquote(local)) if prefix == "sdg" else v.mint_clause(f"{prefix}:{unquote(local)}")


def crosswalk_quads(statement: Statement) -> Iterator[ox.Quad]:
    """A crosswalk line as the plain SKOS edge and a node that keeps its confidence and source."""
    subject, target = ox.NamedNode(statement.subject_iri), ox.NamedNode(statement.object_iri)
    match = ox.NamedNode(f"{v.SKOS}{statement.relation}Match")
    node = ox.NamedNode(v.mint_mapping(statement.subject_iri, match.value, statement.object_iri))
    yield ox.Quad(subject, match, target)
    yield ox.Quad(node, ox.NamedNode(v.RDF + "type"), ox.NamedNode(v.NS + "Mapping"))
    yield ox.Quad(node, ox.NamedNode(v.NS + "mapsFrom"), subject)
    yield ox.Quad(node, ox.NamedNode(v.NS + "mapsTo"), target)
    yield ox.Quad(node, ox.NamedNode(v.NS + "relation"), ox.Literal(statement.relation))
    decimal = ox.NamedNode(v.XSD + "decimal")
    yield ox.Quad(node, ox.NamedNode(v.NS + "confidence"), ox.Literal(statement.confidence, datatype=decimal))
    yield ox.Quad(node, ox.NamedNode(v.NS + "verified"), ox.Literal(statement.verified))
    for source in sorted(filter(None, statement.source.split("|"))):
        yield ox.Quad(node, ox.NamedNode(v.DCT + "source"), ox.Literal(source))
    if statement.note:
        yield ox.Quad(node, ox.NamedNode(v.SKOS + "editorialNote"), ox.Literal(statement.note))


def ontology_quads(folder: Path) -> Iterator[ox.Quad]:
    """Every statement of the ontology, in the default graph."""
    for file in turtle_files(folder):
        yield from read_turtle(file)
    for file in mapping_files(folder):
        for statement in read_statements(file):
            yield from crosswalk_quads(statement)
