"""What a foreign query may be: one read-only SPARQL 1.1 query that reaches nothing outside the store.

Two checks. The first looks at the text alone and costs nothing; its limits lie far below the sizes at which parsers
were seen to crash. The second looks at the parsed query: words in a text prove nothing (``service`` may stand in a
literal, and ``SERVICE`` be written in many ways), a node of the syntax tree does. Both run in the child, the first in
the caller too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tieout import vocab
from tieout.errors import QueryRefusedError, QuerySyntaxError

MAX_LENGTH = 20_000
MAX_DEPTH = 100
MAX_REPEATS = 200

_REPEATED = {
    "UNION": re.compile(r"\bunion\b", re.IGNORECASE),
    "&&": re.compile(r"&&"),
    "||": re.compile(r"\|\|"),
    "!": re.compile(r"!"),
    "/": re.compile(r"(?<=[\w>)*+?])/(?=[\w<(^!])"),
    "BIND": re.compile(r"\bbind\b", re.IGNORECASE),
}
_OPEN, _CLOSE = "{([", "})]"
_UPDATE = re.compile(
    r"\s*(?:(?:prefix|base)\b[^>]*>\s*)*(?:insert|delete|load|clear|drop|create|add|move|copy|with)\b", re.IGNORECASE
)
_FORMS = ("SelectQuery", "AskQuery", "ConstructQuery", "DescribeQuery")
_FORBIDDEN = {
    "ServiceGraphPattern": "SERVICE reaches other servers",
    "DatasetClause": "FROM and FROM NAMED are not used here: the default graph is the union of all reports, and "
    "GRAPH ?g { … } names one",
}


def check_text(query: str) -> None:
    """Refuse a query by its text alone.

    Raises:
        QueryRefusedError: it is empty, too long, too deep or repeats an operator too often.
    """
    if not query.strip():
        raise QueryRefusedError("the query is empty", remedy="tieout sparql --list shows examples")
    if len(query) > MAX_LENGTH:
        raise QueryRefusedError(f"the query has {len(query)} characters, the limit is {MAX_LENGTH}")
    if "\0" in query or any(0xD800 <= ord(c) <= 0xDFFF for c in query):
        raise QueryRefusedError("the query holds characters that are not text")
    depth = deepest = 0
    for character in query:
        if character in _OPEN:
            depth += 1
            deepest = max(deepest, depth)
        elif character in _CLOSE:
            depth -= 1
    if deepest > MAX_DEPTH:
        raise QueryRefusedError(f"the query nests {deepest} levels deep, the limit is {MAX_DEPTH}")
    for word, pattern in _REPEATED.items():
        count = sum(1 for _ in pattern.finditer(query))
        if count > MAX_REPEATS:
            raise QueryRefusedError(f"the query uses {word} {count} times, the limit is {MAX_REPEATS}")


def preamble() -> str:
    """One line that declares the project's prefix names, so that a query need not."""
    return " ".join(f"PREFIX {name}: <{iri}>" for name, iri in vocab.PREFIXES.items()) + " "


def _nodes(value: Any) -> Iterator[Any]:
    """Every node of rdflib's syntax tree, without recursion."""
    from rdflib.plugins.sparql.parserutils import CompValue

    waiting = [value]
    while waiting:
        node = waiting.pop()
        if isinstance(node, CompValue):
            yield node
            waiting.extend(node.values())
        elif isinstance(node, str | bytes):
            continue
        elif hasattr(node, "__iter__"):
            waiting.extend(node)


def check_tree(query: str) -> str:
    """Parse with rdflib and refuse what is not a plain read-only query.

    Returns:
        The form of the query: "SelectQuery", "AskQuery", "ConstructQuery" or "DescribeQuery".

    Raises:
        QuerySyntaxError: it is not SPARQL; the line and column are told.
        QueryRefusedError: it is SPARQL that is never run here.
    """
    from pyparsing import ParseException
    from rdflib.plugins.sparql.parser import parseQuery

    start = preamble()
    try:
        tree = parseQuery(start + query)
    except ParseException as error:
        column = max(1, error.column - len(start) if error.lineno == 1 else error.column)
        raise QuerySyntaxError(
            f"not a SPARQL query: line {error.lineno}, column {column}: {describe_fault(query, error.lineno, column)}",
            remedy="Only SELECT, ASK, CONSTRUCT and DESCRIBE are understood",
        ) from error
    except RecursionError as error:
        raise QueryRefusedError("the query nests too deep to be parsed") from error
    except (ValueError, TypeError) as error:
        raise QuerySyntaxError(f"not a SPARQL query: {error}") from error
    form = ""
    for node in _nodes(tree):
        if node.name in _FORBIDDEN:
            raise QueryRefusedError(_FORBIDDEN[node.name])
        if node.name in _FORMS:
            form = node.name
    if not form:
        raise QueryRefusedError("only SELECT, ASK, CONSTRUCT and DESCRIBE queries are run")
    return form


def describe_fault(query: str, line: int, column: int) -> str:
    """What to say of the place where parsing stopped: updates are named as such."""
    if _UPDATE.match(query):
        return "updates are never run"
    lines = query.splitlines()
    rest = lines[line - 1][column - 1 : column + 59].strip() if line <= len(lines) else ""
    return f"near “{rest}”" if rest else "it ends too early"
