"""Writing N-Quads: statements of one named graph, sorted, each once, in the canonical form of RDF 1.1 N-Quads."""

from __future__ import annotations

from decimal import Decimal

from tieout import vocab as v

_ESCAPES = str.maketrans(
    {chr(code): f"\\u{code:04X}" for code in (*range(0x20), 0x7F)}
    | {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
)
_XSD = {name: f"^^<{v.XSD}{name}>" for name in ("integer", "decimal", "boolean")}


def plain_decimal(value: Decimal | float) -> str:
    """A number without exponent, as ``xsd:decimal`` writes it; a float as its shortest exact form."""
    exact = value if isinstance(value, Decimal) else Decimal(repr(value))
    return format(exact, "f")


class GraphWriter:
    """Collects the statements of one named graph (IRIs are trusted to come from :mod:`tieout.vocab`).

    ``shared`` statements go to the default graph: they describe things that several reports name alike (an
    organization, a dimension's value), so each stands once however many graphs mention it. Oxigraph's union of all
    graphs repeats a statement once for each graph that holds it, and a repeated one would multiply the rows of joins.
    """

    def __init__(self, graph: str) -> None:
        self._tail = f" <{graph}> .\n"
        self._lines: set[str] = set()

    def link(self, subject: str, predicate: str, target: str, *, shared: bool = False) -> None:
        """A statement between two IRIs."""
        self._put(f"<{subject}> <{predicate}> <{target}>", shared)

    def kind(self, subject: str, *classes: str, shared: bool = False) -> None:
        """The classes of a node."""
        for name in classes:
            self._put(f"<{subject}> <{v.RDF}type> <{name}>", shared)

    def text(self, subject: str, predicate: str, text: str, *, shared: bool = False, empty: bool = False) -> None:
        """A string value; an empty one is left out unless ``empty``."""
        if text or empty:
            self._put(f'<{subject}> <{predicate}> "{text.translate(_ESCAPES)}"', shared)

    def integer(self, subject: str, predicate: str, value: int) -> None:
        """An ``xsd:integer``."""
        self._put(f'<{subject}> <{predicate}> "{value}"{_XSD["integer"]}', False)

    def decimal(self, subject: str, predicate: str, value: Decimal | float) -> None:
        """An ``xsd:decimal``, digits as given."""
        self._put(f'<{subject}> <{predicate}> "{plain_decimal(value)}"{_XSD["decimal"]}', False)

    def truth(self, subject: str, predicate: str, value: bool) -> None:
        """An ``xsd:boolean``."""
        self._put(f'<{subject}> <{predicate}> "{"true" if value else "false"}"{_XSD["boolean"]}', False)

    def _put(self, triple: str, shared: bool) -> None:
        self._lines.add(f"{triple} .\n" if shared else triple + self._tail)

    def dump(self) -> bytes:
        """All statements, sorted. A lone surrogate, which no readable page holds, is written as a question mark."""
        return "".join(sorted(self._lines)).encode("utf-8", "replace")
