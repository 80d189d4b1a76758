"""The RDF store: a RocksDB folder built once from N-Quads, then only read.

The N-Quads files are the authority and the folder can be rebuilt from them. Queries look at the union of all graphs;
the ontology and what reports share stand in the default graph, each report's own statements in the graph that bears
its IRI.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from tieout import vocab as v
from tieout.errors import IndexIntegrityError, QueryError, StorageError
from tieout.graph.named import NamedQuery, query_file, read_query
from tieout.graph.ontology import ontology_quads, shipped_ontology

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Link = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer of a shipped query: terms by row and column (None where unbound), and the query to paste."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    query: str

    def texts(self) -> tuple[tuple[str, ...], ...]:
        """The rows as plain text: an IRI, or a literal's characters; "" where unbound."""
        return tuple(
            tuple("" if term is None or isinstance(term, ox.Triple) else term.value for term in row)
            for row in self.rows
        )


def _statements(nquads: Iterable[bytes | Path], ontology: Path | None) -> Iterator[ox.Quad]:
    """The ontology and the reports' graphs as one stream: one bulk load writes fewer files than one a report."""
    if ontology is not None:
        yield from ontology_quads(ontology)
    for part in nquads:
        try:
            data = part.read_bytes() if isinstance(part, Path) else part
            yield from ox.parse(data, format=ox.RdfFormat.N_QUADS)
        except SyntaxError as error:
            subject = str(part) if isinstance(part, Path) else ""
            raise IndexIntegrityError(f"not valid N-Quads: {error}", subject=subject) from error


def build_store(folder: Path, nquads: Iterable[bytes | Path], ontology: Path | None) -> int:
    """Build a new store in ``folder`` (made where it is missing) and close it.

    Args:
        folder: an empty or missing folder.
        nquads: the reports' graphs, as bytes or files.
        ontology: the ontology's folder; None where the graphs hold all that is wanted.

    Returns:
        How many statements it holds.

    Raises:
        IndexIntegrityError: a file is no N-Quads.
        StorageError: the folder cannot be written.
    """
    try:
        store = ox.Store(folder)
        store.bulk_extend(_statements(nquads, ontology))
        store.optimize()
        store.flush()
        return len(store)
    except OSError as error:
        raise StorageError(f"the graph store cannot be written: {error}", subject=str(folder)) from error


class GraphStore:
    """A read-only store with the shipped queries."""

    def __init__(self, store: ox.Store, ontology: Path) -> None:
        self._store = store
        self._ontology = ontology
        self._queries: dict[str, NamedQuery] = {}

    @staticmethod
    def open(folder: Path, ontology: Path | None = None) -> GraphStore:
        """Open a built store for reading; the shipped queries are those of ``ontology`` (by default the program's own).

        Raises:
            IndexIntegrityError: there is no store, or it is damaged.
        """
        try:
            store = ox.Store.read_only(str(folder))
        except OSError as error:
            raise IndexIntegrityError(f"the graph store cannot be opened: {error}", subject=str(folder)) from error
        return GraphStore(store, ontology or shipped_ontology())

    @staticmethod
    def in_memory(nquads: Iterable[bytes | Path], ontology: Path | None = None) -> GraphStore:
        """A store that lives as long as the object: for checks and tests."""
        folder = ontology or shipped_ontology()
        store = ox.Store()
        store.bulk_extend(_statements(nquads, folder))
        return GraphStore(store, folder)

    def __len__(self) -> int:
        return len(self._store)

    def query(self, name: str) -> NamedQuery:
        """A shipped query by name; UsageError where there is none."""
        if name not in self._queries:
            self._queries[name] = read_query(query_file(self._ontology, name), name)
        return self._queries[name]

    def run(self, name: str, bindings: Mapping[str, str | Sequence[str]] | None = None) -> Rows:
        """Run a shipped query with its parameters bound (``report="example-2024"``; several values mean any of them).

        Raises:
            UsageError: no such query or parameter, or a value that is none.
            QueryError: the store cannot answer.
        """
        text = self.query(name).bind(bindings or {})
        try:
            answer = self._store.query(text, use_default_graph_as_union=True)
            if not isinstance(answer, ox.QuerySolutions):
                raise QueryError("a shipped query must be a SELECT", subject=name)
            variables = tuple(variable.value for variable in answer.variables)
            width = range(len(variables))
            rows = tuple(tuple([solution[i] for i in width]) for solution in answer)
        except (SyntaxError, OSError, RuntimeError) as error:
            raise QueryError(f"the query failed: {error}", subject=name) from error
        return Rows(variables, rows, text)

    # --- plain look-ups, for paths ---

    def outgoing(self, node: str, limit: int) -> list[Link]:
        """The links (IRI to IRI) from a node, sorted; none at all where there are more than ``limit``."""
        return self._links(ox.NamedNode(node), None, limit)

    def incoming(self, node: str, limit: int) -> list[Link]:
        """The links (IRI to IRI) to a node, sorted; none at all where there are more than ``limit``."""
        return self._links(None, ox.NamedNode(node), limit)

    def _links(self, subject: ox.NamedNode | None, target: ox.NamedNode | None, limit: int) -> list[Link]:
        found: set[Link] = set()
        for quad in self._store.quads_for_pattern(subject, None, target, None):
            s, o = quad.subject, quad.object
            if isinstance(s, ox.NamedNode) and isinstance(o, ox.NamedNode):
                found.add((s.value, quad.predicate.value, o.value))
                if len(found) > limit:
                    return []
        return sorted(found)

    def holds(self, ask: str) -> bool:
        """Whether an ASK query over IRIs is true; only for queries written by this program."""
        answer = self._store.query(ask, use_default_graph_as_union=True)
        return bool(answer)

    def labels(self, iris: Iterable[str]) -> dict[str, str]:
        """What people call each thing: its label, else "page 12" for a passage, else the last part of its IRI."""
        return {iri: self._label(iri) for iri in iris}

    def _label(self, iri: str) -> str:
        node = ox.NamedNode(iri)
        for predicate in (v.RDFS + "label", v.SKOS + "prefLabel"):
            quads = self._store.quads_for_pattern(node, ox.NamedNode(predicate), None, None)
            values = sorted(quad.object.value for quad in quads if isinstance(quad.object, ox.Literal))
            if values:
                return f"{v.clause_of(iri)} {values[0]}" if iri.startswith(v.ID + "clause/") else values[0]
        if iri.startswith(v.ID + "passage/"):
            return f"page {v.place_of(iri)[0]}"
        if iri.startswith(v.ID + "clause/"):
            return v.clause_of(iri)
        return v.local_key(iri).rpartition("#")[2]
