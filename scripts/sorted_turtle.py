"""Sorted Turtle for the generated files of ``ontology/``: the same statements give the same bytes."""

from __future__ import annotations

from pathlib import Path

from tieout import vocab as v

Triples = dict[str, dict[str, set[str]]]
"""Subject IRI -> predicate IRI -> objects as Turtle writes them."""

PREFIX_ORDER = ("dct", "qudt", "rdf", "rdfs", "skos", "tieout", "xsd")


def literal(text: str, language: str = "") -> str:
    """A Turtle string; labels and prose carry a language tag, codes do not."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"@{language}' if language else f'"{escaped}"'


def node(iri: str) -> str:
    """A Turtle IRI, shortened where its prefix is declared in every file."""
    for prefix in PREFIX_ORDER:
        local = iri.removeprefix(v.PREFIXES[prefix])
        if local != iri and local.replace("-", "").isalnum():
            return f"{prefix}:{local}"
    return f"<{iri}>"


def put(triples: Triples, subject: str, predicate: str, *objects: str) -> None:
    """Add statements; empty objects are left out."""
    for value in objects:
        if value not in ("", '""', '""@en'):
            triples.setdefault(subject, {}).setdefault(predicate, set()).add(value)


def write(path: Path, comment: str, triples: Triples) -> None:
    """Write sorted Turtle."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"# {comment}"]
    lines += [f"@prefix {prefix}: <{v.PREFIXES[prefix]}> ." for prefix in PREFIX_ORDER]
    for subject in sorted(triples):
        facts = triples[subject]
        order = sorted(facts, key=lambda p: (p != v.RDF + "type", p))
        body = " ;\n".join(f"  {'a' if p == v.RDF + 'type' else node(p)} {', '.join(sorted(facts[p]))}" for p in order)
        lines += ["", f"{node(subject)}\n{body} ."]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
