"""The ontology as a :class:`~tieout.model.Catalogue`: plain data for everything that knows no RDF."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TypeVar

from tieout import vocab as v
from tieout.errors import OntologyError
from tieout.graph.ontology import fingerprint, mapping_files, read_nodes, read_statements, turtle_files
from tieout.graph.records import read_record, write_record
from tieout.model import Catalogue, Clause, Goal, Mapping, Metric, Topic

Facts = dict[str, list[str]]
"""A node's values by predicate IRI."""

T = TypeVar("T", Metric, Clause, Topic, Goal)

_TYPE = v.RDF + "type"
_LABEL = v.SKOS + "prefLabel"
_CODE = v.SKOS + "notation"


def load_catalogue(folder: Path) -> Catalogue:
    """Read the ontology's folder (about a tenth of a second).

    Clauses are "gri:305-2" (a bare code is its newest edition), "gri:102-8@2016", "hkex-c2:MDR-13"; metrics
    "ghg-scope2"; topics "T-CLIMATE"; goals "13" and targets "13.2". The ends of a mapping are clause ids, or
    "sdg:13.2" for a goal or target.

    Raises:
        OntologyError: a file is missing or malformed, or a concept lacks what it must have.
    """
    nodes = read_nodes(turtle_files(folder))
    by_class: dict[str, list[str]] = {}
    for iri, facts in nodes.items():
        for kind in facts.get(_TYPE, ()):
            by_class.setdefault(kind, []).append(iri)

    def build(kind: str, make: Callable[[str, Facts, dict[str, Facts]], T]) -> tuple[T, ...]:
        made = []
        for iri in by_class.get(v.NS + kind, ()):
            try:
                made.append(make(iri, nodes[iri], nodes))
            except (KeyError, InvalidOperation) as error:
                raise OntologyError(f"a {kind} is incomplete: {error}", subject=iri) from error
        return tuple(sorted(made, key=lambda item: item.id))

    version = nodes.get(v.NS.rstrip("#"), {}).get(v.OWL + "versionInfo", ["0"])[0]
    return Catalogue(
        metrics=build("Metric", _metric),
        clauses=build("Clause", _clause),
        topics=build("Topic", _topic),
        goals=tuple(sorted((*build("Goal", _goal), *build("GoalTarget", _goal)), key=lambda goal: goal.id)),
        mappings=_mappings(folder),
        version=f"{version}+{fingerprint(folder)}",
    )


def catalogue_file(catalogue: Catalogue) -> bytes:
    """The catalogue as one line of JSON, beside the graph that was made with it: read in a quarter of the time."""
    return write_record(0, catalogue).encode() + b"\n"


def kept_catalogue(file: Path, folder: Path) -> Catalogue:
    """The catalogue from such a file where it is that of the ontology's folder, else from the folder itself.

    Raises:
        OntologyError: see :func:`load_catalogue`.
        IndexIntegrityError: the file is not what was written.
    """
    if file.is_file():
        _, kept = read_record(Catalogue, file.read_text(encoding="utf-8"), str(file))
        if kept.version.endswith(f"+{fingerprint(folder)}"):
            return kept
    return load_catalogue(folder)


def resolve_clause(catalogue: Catalogue, framework: str, code: str, edition: str = "") -> str:
    """The id of the clause that a report means: the catalogue's where it has one, else one that tells the edition.

    >>> resolve_clause(Catalogue(), "gri", "102-8", "2016")
    'gri:102-8@2016'
    """
    return clause_resolver(catalogue)(framework, code, edition)


def clause_resolver(catalogue: Catalogue) -> Callable[[str, str, str], str]:
    """:func:`resolve_clause` over a catalogue indexed once."""
    editions = {clause.id: clause.edition for clause in catalogue.clauses}

    def resolve(framework: str, code: str, edition: str) -> str:
        bare, dated = f"{framework}:{code}", f"{framework}:{code}@{edition}"
        if not edition or dated in editions:
            return dated if edition else bare
        return bare if editions.get(bare, "?") in ("", edition) else dated

    return resolve


def _one(facts: Facts, predicate: str, default: str | None = None) -> str:
    values = facts.get(predicate)
    if values:
        return values[0]
    if default is None:
        raise KeyError(v.shorten(predicate))
    return default


def _ids(facts: Facts, predicate: str, read: Callable[[str], str]) -> tuple[str, ...]:
    return tuple(sorted(map(read, facts.get(predicate, ()))))


def _source(facts: Facts) -> str:
    return ";".join(sorted(facts.get(v.DCT + "source", ())))


def _metric(iri: str, facts: Facts, nodes: dict[str, Facts]) -> Metric:
    units = []
    for unit_set in facts.get(v.NS + "unitSet", ()):
        for unit in nodes[unit_set].get(v.NS + "accepts", ()):
            factor = Decimal(_one(nodes[unit], v.QUDT + "conversionMultiplier"))
            units.append((_one(nodes[unit], _CODE), factor))
    denominator = _one(facts, v.NS + "denominator", "")
    return Metric(
        id=_one(facts, _CODE),
        label=_one(facts, _LABEL),
        synonyms=tuple(sorted(facts.get(v.SKOS + "altLabel", ()))),
        pillar=_one(facts, v.NS + "pillar", ""),
        topic=v.local_key(_one(facts, v.NS + "topic", "")),
        quantity_kind=_one(facts, v.NS + "quantityKind"),
        unit=_one(facts, v.NS + "canonicalUnit"),
        units=tuple(sorted(units)),
        denominator=v.local_key(denominator),
        dimension=_one(facts, v.NS + "splitBy", ""),
        members=tuple(sorted(facts.get(v.NS + "splitMember", ()))),
        direction=_one(facts, v.NS + "direction", "neutral"),
        clauses=_ids(facts, v.NS + "clause", v.clause_of),
        verified=_one(facts, v.NS + "verified") == "true",
        source=_source(facts),
    )


def _clause(iri: str, facts: Facts, nodes: dict[str, Facts]) -> Clause:
    parent = _one(facts, v.SKOS + "broader", "")
    return Clause(
        id=v.clause_of(iri),
        framework=v.local_key(_one(facts, v.SKOS + "inScheme")),
        code=_one(facts, _CODE),
        edition=_one(facts, v.NS + "edition", ""),
        version=_one(facts, v.NS + "version"),
        parent=v.clause_of(parent) if parent else "",
        level=_one(facts, v.NS + "level"),
        obligation=_one(facts, v.NS + "obligation"),
        label=_one(facts, _LABEL),
        description=_one(facts, v.SKOS + "definition", ""),
        quantitative=_one(facts, v.NS + "quantitative") == "true",
        unit_hint=_one(facts, v.NS + "unitHint", ""),
        verified=_one(facts, v.NS + "verified") == "true",
        source=_source(facts),
    )


def _topic(iri: str, facts: Facts, nodes: dict[str, Facts]) -> Topic:
    return Topic(
        id=_one(facts, _CODE),
        label=_one(facts, _LABEL),
        synonyms=tuple(sorted(facts.get(v.SKOS + "altLabel", ()))),
        pillar=_one(facts, v.NS + "pillar", ""),
        broader=v.local_key(_one(facts, v.SKOS + "broader", "")),
        definition=_one(facts, v.SKOS + "definition", ""),
        clauses=_ids(facts, v.NS + "clause", v.clause_of),
        goals=_ids(facts, v.NS + "goal", v.local_key),
    )


def _goal(iri: str, facts: Facts, nodes: dict[str, Facts]) -> Goal:
    return Goal(
        id=_one(facts, _CODE),
        label=_one(facts, _LABEL),
        parent=v.local_key(_one(facts, v.SKOS + "broader", "")),
        color=_one(facts, v.NS + "color", ""),
    )


def _mappings(folder: Path) -> tuple[Mapping, ...]:
    made = [
        Mapping(
            source_id=statement.subject,
            target_id=statement.object,
            relation=statement.relation,
            confidence=_confidence(statement.confidence),
            verified=statement.verified,
            source=statement.source,
        )
        for file in mapping_files(folder)
        for statement in read_statements(file)
    ]
    return tuple(sorted(made, key=lambda m: (m.source_id, m.target_id, m.relation)))


def _confidence(score: str) -> str:
    """SSSOM's number as the word of the model."""
    value = Decimal(score)
    return "high" if value >= Decimal("0.8") else "medium" if value >= Decimal("0.5") else "low"
