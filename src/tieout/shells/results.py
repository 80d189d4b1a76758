"""Answers of SPARQL queries in the standard result formats."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tieout.errors import UsageError
from tieout.shells.render import as_csv, as_table

if TYPE_CHECKING:
    from tieout.graph.sparql import Answer

FORMATS = ("table", "csv", "json", "xml", "ttl")


def results_json(answer: Answer) -> dict[str, Any]:
    """The SPARQL 1.1 JSON results document; ``truncated`` is told beside ``head``."""
    if answer.kind == "ask":
        return {"head": {}, "boolean": answer.value}
    rows = [{name: t for name, t in zip(answer.variables, row, strict=True) if t is not None} for row in answer.rows]
    return {"head": {"vars": list(answer.variables)}, "results": {"bindings": rows}, "truncated": answer.truncated}


def render(answer: Answer, form: str) -> str:
    """The answer in one of ``FORMATS``.

    Raises:
        UsageError: an unknown format, or Turtle of something that is no graph.
    """
    if form not in FORMATS:
        raise UsageError("unknown format", subject=form, remedy=f"Known formats: {', '.join(FORMATS)}")
    if form == "ttl":
        if answer.kind != "graph":
            raise UsageError("only CONSTRUCT and DESCRIBE have a Turtle form", subject=form)
        return _turtle(answer)
    if form == "json":
        return json.dumps(results_json(answer), ensure_ascii=False, indent=2) + "\n"
    if form == "xml":
        return _xml(answer)
    if answer.kind == "ask":
        return f"{str(answer.value).lower()}\n"
    rows = [{n: (t or {}).get("value", "") for n, t in zip(answer.variables, row, strict=True)} for row in answer.rows]
    if form == "csv":
        return as_csv(rows, answer.variables)
    more = f"(the first {len(rows)} rows)\n" if answer.truncated else ""
    return as_table(rows, answer.variables) + more


def _node(t: Mapping[str, str]) -> Any:
    import pyoxigraph as ox

    if t["type"] == "uri":
        return ox.NamedNode(t["value"])
    if t["type"] == "bnode":
        return ox.BlankNode(t["value"])
    if "xml:lang" in t:
        return ox.Literal(t["value"], language=t["xml:lang"])
    return ox.Literal(t["value"], datatype=ox.NamedNode(t["datatype"])) if "datatype" in t else ox.Literal(t["value"])


def _turtle(answer: Answer) -> str:
    import pyoxigraph as ox

    from tieout import vocab

    triples = [ox.Triple(*(_node(t) for t in row if t)) for row in answer.rows]
    out = io.BytesIO()
    ox.serialize(sorted(triples, key=str), out, ox.RdfFormat.TURTLE, prefixes=vocab.PREFIXES)
    return out.getvalue().decode()


def _xml(answer: Answer) -> str:
    """The SPARQL Query Results XML document, written by rdflib."""
    from rdflib import BNode, Literal, URIRef
    from rdflib.query import Result
    from rdflib.term import Variable

    def node(t: Mapping[str, str]) -> Any:
        if t["type"] == "uri":
            return URIRef(t["value"])
        if t["type"] == "bnode":
            return BNode(t["value"])
        return Literal(t["value"], lang=t.get("xml:lang"), datatype=t.get("datatype"))

    result = Result("ASK" if answer.kind == "ask" else "SELECT")
    if answer.kind == "ask":
        result.askAnswer = answer.value
    else:
        variables = [Variable(name) for name in answer.variables]
        result.vars = variables
        result.bindings = [
            {v: node(t) for v, t in zip(variables, row, strict=True) if t is not None} for row in answer.rows
        ]
    out = result.serialize(format="xml") or b""
    return bytes(out).decode() + "\n"
