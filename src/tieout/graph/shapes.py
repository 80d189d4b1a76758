"""SHACL: what a valid graph is, and the frameworks' disclosure rules, told in plain words with the page.

Structural shapes guard publishing: a graph that breaks one is not published. Disclosure rules say what a report owes
its frameworks; they are findings about the company, never about the graph.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from tieout import vocab as v
from tieout.errors import IndexIntegrityError, OntologyError
from tieout.graph.ontology import ontology_quads, read_turtle
from tieout.graph.scope import scope_quads

_SEVERITIES = {v.SH + "Violation": "high", v.SH + "Warning": "medium", v.SH + "Info": "low"}
_RULE = "https://tieout.example/shapes#DisclosureRule"


@dataclass(frozen=True, slots=True)
class ShapeResult:
    """One broken shape: a sentence, the thing it is about, its label, its page (0 where it has none).

    ``severity`` is "high", "medium" or "low"; ``path`` the property in short form or "", ``value`` the offending value.
    """

    message: str
    severity: str
    focus: str
    label: str
    page: int
    path: str
    value: str


@dataclass(frozen=True, slots=True)
class ShapesReport:
    """Broken structural shapes and broken disclosure rules, each sorted; ``checked`` counts statements looked at."""

    structural: tuple[ShapeResult, ...]
    rules: tuple[ShapeResult, ...]
    checked: int

    @property
    def publishable(self) -> bool:
        """Whether no structural shape is broken."""
        return not self.structural


def validate(graph: bytes, ontology: Path) -> ShapesReport:
    """Check one report's graph against ``shapes.ttl``.

    Args:
        graph: the report's N-Quads.
        ontology: the ontology's folder.

    Raises:
        IndexIntegrityError: the bytes are no N-Quads.
        OntologyError: the shapes are missing or malformed.
    """
    try:
        report = list(ox.parse(graph, format=ox.RdfFormat.N_QUADS))
    except SyntaxError as error:
        raise IndexIntegrityError(f"not valid N-Quads: {error}") from error
    clauses = [quad for file in sorted((ontology / "frameworks").glob("*.ttl")) for quad in read_turtle(file)]
    marks = list(scope_quads(report, clauses))
    return _check([*report, *_typed(clauses), *marks], ontology, checked=len(report))


def validate_ontology(ontology: Path) -> ShapesReport:
    """Check the ontology against its own shapes."""
    quads = list(ontology_quads(ontology))
    return _check(quads, ontology, checked=len(quads))


def _typed(clauses: Iterable[ox.Quad]) -> list[ox.Quad]:
    """What the shapes of a report need of the frameworks: classes, labels, codes and obligations."""
    needed = {v.RDF + "type", v.SKOS + "prefLabel", v.SKOS + "notation", v.NS + "obligation"}
    return [quad for quad in clauses if quad.predicate.value in needed]


def _check(quads: Iterable[ox.Quad], ontology: Path, *, checked: int) -> ShapesReport:
    from pyshacl import validate as shacl

    data, shapes = _graph(quads), _graph(read_turtle(ontology / "shapes.ttl"))
    _lift_properties(shapes)
    _, results, _ = shacl(data, shacl_graph=shapes, inference="none", advanced=False, inplace=True, meta_shacl=False)
    if not hasattr(results, "subjects"):
        raise OntologyError(f"the shapes cannot be used: {results}", subject=str(ontology / "shapes.ttl"))
    structural: list[ShapeResult] = []
    rules: list[ShapeResult] = []
    for rule, found in _results(results, data, shapes):
        (rules if rule else structural).append(found)
    return ShapesReport(tuple(sorted(structural, key=_order)), tuple(sorted(rules, key=_order)), checked)


def _lift_properties(shapes: Any) -> None:
    """Give property shapes the targets of the node shape they stand in, which means the same and is twice as fast.

    pySHACL checks a property of a node shape for one node after the other, and one with targets for all at once. Shapes
    that others refer to keep their properties.
    """
    from rdflib import URIRef

    held = URIRef(v.SH + "property")
    targets = [URIRef(v.SH + name) for name in ("targetClass", "targetObjectsOf", "targetSubjectsOf", "targetNode")]
    for shape, part in list(shapes.subject_objects(held)):
        aims = [(target, aim) for target in targets for aim in shapes.objects(shape, target)]
        if aims and not any(shapes.subjects(None, shape)):
            shapes.remove((shape, held, part))
            for target, aim in aims:
                shapes.add((part, target, aim))


def _order(result: ShapeResult) -> tuple[object, ...]:
    rank = ("high", "medium", "low").index(result.severity)
    return rank, result.page, result.focus, result.message, result.path, result.value


def _graph(quads: Iterable[ox.Quad]) -> Any:
    """An rdflib graph of the statements, whatever graph they stand in."""
    from rdflib import BNode, Graph, Literal, URIRef

    known: dict[Any, Any] = {}

    def made(value: Any) -> Any:
        if isinstance(value, ox.NamedNode):
            return URIRef(value.value)
        if isinstance(value, ox.BlankNode):
            return BNode(value.value)
        if value.language:
            return Literal(value.value, lang=value.language)
        return Literal(value.value, datatype=term(value.datatype), normalize=False)

    def term(value: Any) -> Any:
        found = known.get(value)
        if found is None:
            found = known[value] = made(value)
        return found

    graph = Graph()
    for quad in quads:
        graph.add((term(quad.subject), term(quad.predicate), term(quad.object)))
    return graph


def _results(results: Any, data: Any, shapes: Any) -> Iterable[tuple[bool, ShapeResult]]:
    from rdflib import RDF, URIRef

    def one(subject: Any, predicate: str, graph: Any = results) -> Any:
        return min(graph.objects(subject, URIRef(predicate)), key=str, default=None)

    rules = {str(shape) for shape in shapes.subjects(RDF.type, URIRef(_RULE))}
    for result in results.subjects(RDF.type, URIRef(v.SH + "ValidationResult")):
        focus = one(result, v.SH + "focusNode")
        path = one(result, v.SH + "resultPath")
        value = one(result, v.SH + "value")
        message = " ".join(sorted(str(m) for m in results.objects(result, URIRef(v.SH + "resultMessage"))))
        label = str(one(focus, v.RDFS + "label", data) or one(focus, v.SKOS + "prefLabel", data) or "")
        code = one(focus, v.SKOS + "notation", data)
        yield (
            str(one(result, v.SH + "sourceShape")) in rules,
            ShapeResult(
                message=message,
                severity=_SEVERITIES.get(str(one(result, v.SH + "resultSeverity")), "high"),
                focus=str(focus),
                label=f"{code} {label}".strip() if code else label,
                page=_page(focus, data),
                path=v.shorten(str(path)) if isinstance(path, URIRef) else "",
                value="" if value is None or value == focus else str(value),
            ),
        )


def _page(focus: Any, data: Any) -> int:
    """The first page that a thing stands on: its own, its first passage's, or 0."""
    from rdflib import URIRef

    page = URIRef(v.NS + "page")
    places = [
        focus,
        *data.objects(focus, URIRef(v.PROV + "wasDerivedFrom")),
        *data.subjects(URIRef(v.OA + "hasSelector"), focus),
    ]
    pages = [str(value) for place in places for value in data.objects(place, page)]
    return min((int(p) for p in pages if p.isdigit()), default=0)
