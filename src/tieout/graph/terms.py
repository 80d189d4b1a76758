"""Terms of the store as the SPARQL 1.1 JSON results format writes them."""

from __future__ import annotations

from typing import Any


def term(value: Any) -> dict[str, str] | None:
    """A term as the SPARQL JSON results format writes it."""
    import pyoxigraph as ox

    if value is None:
        return None
    if isinstance(value, ox.NamedNode):
        return {"type": "uri", "value": value.value}
    if isinstance(value, ox.BlankNode):
        return {"type": "bnode", "value": value.value}
    if isinstance(value, ox.Literal):
        told = {"type": "literal", "value": value.value}
        if value.language:
            told["xml:lang"] = value.language
        elif value.datatype.value != "http://www.w3.org/2001/XMLSchema#string":
            told["datatype"] = value.datatype.value
        return told
    return {"type": "literal", "value": str(value)}
